//! A signed-in client of a simulated cloud, on its own clock.

use cloud::catalog::{Endpoints, Service};
use cloud::{Call, Failure, Reply, TenantId, Timestamp};
use cloudsim::{Cloud, DEMO_PASSWORD, DEMO_TENANT, Options, Request, Response};
use serde_json::{Value, json};

/// 2026-11-24T03:00:00Z.
pub const START: Timestamp = Timestamp(1_795_489_200_000);
pub const ORIGIN: &str = "http://127.0.0.1:18100";

pub struct Sim {
    pub cloud: Cloud,
    pub now: Timestamp,
    pub token: String,
    pub endpoints: Endpoints,
}

/// The body of a sign-in request.
pub fn sign_in_body(user: &str, password: &str) -> Value {
    json!({ "auth": { "tenantId": DEMO_TENANT,
                      "passwordCredentials": { "username": user, "password": password } } })
}

impl Sim {
    /// Signs in to a new cloud.
    pub fn user(user: &str) -> Self {
        Self::with(Options::default(), user)
    }

    pub fn with(options: Options, user: &str) -> Self {
        Self::sign_in(Cloud::new(options, ORIGIN.to_owned(), START), user)
    }

    pub fn sign_in(mut cloud: Cloud, user: &str) -> Self {
        let request = Request::new("POST", "/identity/v2.0/tokens").json(&sign_in_body(user, DEMO_PASSWORD));
        let response = cloud.handle(&request, START);
        assert_eq!(response.status, 200, "{}", response.body);
        let call = cloud::calls::identity::issue(&cloud::calls::identity::Credentials::V2 {
            tenant: DEMO_TENANT.to_owned(),
            user: user.to_owned(),
            password: DEMO_PASSWORD.to_owned(),
        });
        let token = call.finish(&reply(&response)).expect("the token's answer decodes");
        let region = token.catalog.regions().into_iter().next().unwrap_or_default();
        let endpoints = token.catalog.endpoints(&region, &TenantId::from(DEMO_TENANT));
        Self { cloud, now: START, token: token.id, endpoints }
    }

    pub fn wait(&mut self, ms: i64) -> &mut Self {
        self.now = Timestamp(self.now.0 + ms);
        self
    }

    pub fn send(&mut self, request: Request) -> Response {
        self.cloud.handle(&request.token(&self.token), self.now)
    }

    /// A request to a service, at its endpoint in the catalog.
    pub fn to(&mut self, service: Service, method: &str, path: &str, body: &Value) -> Response {
        let base = self.endpoints.base(service).expect("the catalog has the service");
        let target = format!("{}{path}", base.strip_prefix(ORIGIN).unwrap_or(base));
        let request = Request::new(method, &target);
        self.send(if body.is_null() { request } else { request.json(body) })
    }

    pub fn compute(&mut self, method: &str, path: &str, body: &Value) -> Response {
        self.to(Service::Compute, method, path, body)
    }

    pub fn get(&mut self, path: &str) -> Response {
        self.compute("GET", path, &Value::Null)
    }

    /// A call of `cloud`, with the simulator's answer decoded.
    pub fn call<T>(&mut self, call: &Call<T>) -> Result<T, Failure> {
        let body = call.request.body.as_deref().map_or(Value::Null, |body| serde_json::from_str(body).expect("JSON"));
        let response = self.to(call.request.service, call.request.method.as_str(), &call.request.path, &body);
        call.finish(&reply(&response))
    }

    /// The id of an instance by its name.
    pub fn id(&mut self, name: &str) -> String {
        let list = self.get(&format!("/servers?name=^{name}$")).value();
        list.pointer("/servers/0/id").and_then(Value::as_str).unwrap_or_else(|| panic!("no {name}")).to_owned()
    }

    pub fn server(&mut self, id: &str) -> Value {
        self.get(&format!("/servers/{id}")).value().get("server").cloned().unwrap_or_default()
    }

    /// `status/task_state`, or the HTTP status when it is not 200.
    pub fn state(&mut self, id: &str) -> String {
        let response = self.get(&format!("/servers/{id}"));
        if response.status != 200 {
            return response.status.to_string();
        }
        let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or("-").to_owned();
        let server = response.value();
        let status = text(server.pointer("/server/status"));
        format!("{status}/{}", text(server.get("server").and_then(|s| s.get("OS-EXT-STS:task_state"))))
    }

    pub fn action(&mut self, id: &str, body: &Value) -> Response {
        self.compute("POST", &format!("/servers/{id}/action"), body)
    }

    /// The first id in a list of another service.
    pub fn first(&mut self, service: Service, path: &str, pointer: &str) -> String {
        let list = self.to(service, "GET", path, &Value::Null).value();
        list.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("nothing at {pointer}")).to_owned()
    }

    pub fn flavor(&mut self, name: &str) -> String {
        let list = self.get("/flavors").value();
        let flavors = list.get("flavors").and_then(Value::as_array).cloned().unwrap_or_default();
        let flavor = flavors.iter().find(|flavor| flavor.get("name").and_then(Value::as_str) == Some(name));
        flavor.and_then(|flavor| flavor.get("id")?.as_str()).unwrap_or_else(|| panic!("no {name}")).to_owned()
    }

    pub fn image(&mut self, part: &str) -> String {
        let list = self.to(Service::Image, "GET", "/images", &Value::Null).value();
        let images = list.get("images").and_then(Value::as_array).cloned().unwrap_or_default();
        let image = images.iter().find(|image| image.get("name").and_then(Value::as_str).unwrap_or("").contains(part));
        image.and_then(|image| image.get("id")?.as_str()).unwrap_or_else(|| panic!("no {part}")).to_owned()
    }
}

pub fn reply(response: &Response) -> Reply {
    let lower = |(name, value): &(String, String)| (name.to_lowercase(), value.clone());
    Reply {
        status: response.status,
        headers: response.headers.iter().map(lower).collect(),
        body: response.body.clone(),
    }
}

/// The server's message in any error body.
pub fn message(response: &Response) -> String {
    let body = response.value();
    let fault = body.as_object().and_then(|map| map.values().next()).and_then(|fault| fault.get("message"));
    fault.and_then(Value::as_str).unwrap_or_default().to_owned()
}
