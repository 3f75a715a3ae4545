//! `changePassword`: sets the password of the guest's first account.

use cloud::rules::lifecycle::Action;
use serde_json::Value;

use super::required;
use crate::Response;
use crate::compute::servers::{allowed, find};
use crate::context::Context;
use crate::errors::{Answer, invalid};
use crate::faults;
use crate::model::steps;

pub(super) fn change(context: &mut Context<'_>, id: &str, argument: &Value) -> Answer {
    let given = argument.get("adminPass").ok_or_else(|| required("changePassword", argument, "adminPass"))?;
    if !given.is_string() {
        return Err(invalid("adminPass", &given.to_string(), &format!("{given} is not of type 'string'")));
    }
    let server = find(context, id)?;
    faults::on_action(server, "set_admin_password")?;
    allowed::check(server, Action::SetPassword, "set_admin_password")?;
    context.project.begin(id, "updating_password", steps::PASSWORD, context.now);
    Ok(Response::empty(202))
}
