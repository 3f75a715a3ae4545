//! One tab of this site among all that are open, by a Web Lock: the one that holds it leads.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;

use super::document;
use super::locks::{self, Mode};

/// A tab that leads or stands in line for it; dropping it makes room for the next one.
pub struct Candidate(Rc<RefCell<Standing>>);

enum Standing {
    /// Others are before it.
    Waiting,
    /// It leads until this is called.
    Leading(Function),
    /// It has given up.
    Gone,
}

/// Stands in line; `elected` is called when this tab leads. `None`: the browser has no locks, or not on this address.
pub fn stand(elected: impl Fn() + 'static) -> Option<Candidate> {
    let standing = Rc::new(RefCell::new(Standing::Waiting));
    let granted_to = standing.clone();
    let name = ["maru-leader", document::base_path()].concat();
    let asked = locks::request(&name, Mode::Exclusive, move || {
        Promise::new(&mut |resolve, _| {
            let gone = matches!(*granted_to.borrow(), Standing::Gone);
            if gone {
                // Fails only where the promise is settled already.
                let _ = resolve.call0(&JsValue::UNDEFINED);
            } else {
                granted_to.replace(Standing::Leading(resolve));
                elected();
            }
        })
    })?;
    // Where the page may not have locks, nobody is elected.
    leptos::task::spawn_local(async move {
        let _ = wasm_bindgen_futures::JsFuture::from(asked).await;
    });
    Some(Candidate(standing))
}

impl Drop for Candidate {
    fn drop(&mut self) {
        if let Standing::Leading(resign) = self.0.replace(Standing::Gone) {
            let _ = resign.call0(&JsValue::UNDEFINED);
        }
    }
}
