//! Tables of requests to one service: what is answered, what is refused with which message, and the state afterwards.

use cloud::catalog::Service;
use cloudsim::Response;
use serde_json::{Value, json};

use crate::sim::Sim;

/// A client of one service, signed in to one cloud.
pub struct Asks {
    pub sim: Sim,
    service: Service,
}

impl Asks {
    pub fn new(user: &str, service: Service) -> Self {
        Self { sim: Sim::user(user), service }
    }

    pub fn ask(&mut self, method: &str, path: &str, body: &Value) -> Response {
        self.sim.to(self.service, method, path, body)
    }

    /// The body of a `GET` that must succeed.
    pub fn get(&mut self, path: &str) -> Value {
        let response = self.ask("GET", path, &Value::Null);
        assert_eq!(response.status, 200, "GET {path}: {}", response.body);
        response.value()
    }

    /// What a `POST` created, under its key.
    pub fn make(&mut self, path: &str, key: &str, body: Value) -> Value {
        let response = self.ask("POST", path, &json!({ key: body }));
        assert!((200..300).contains(&response.status), "POST {path} {body}: {}", response.body);
        response.value().get(key).cloned().unwrap_or_default()
    }

    /// The id of a resource by its name.
    pub fn id(&mut self, path: &str, key: &str, name: &str) -> String {
        let list = self.get(path);
        let found = list.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        let found = found.into_iter().find(|thing| thing.get("name").and_then(Value::as_str) == Some(name));
        text(&found.unwrap_or_else(|| panic!("no {name} in {list}")), "id")
    }

    /// A request that must be refused with this status and message.
    pub fn refused(&mut self, method: &str, path: &str, body: &Value, status: u16, words: &str) {
        let response = self.ask(method, path, body);
        assert_eq!(response.status, status, "{method} {path} {body}: {}", response.body);
        assert!(response.body.contains(words), "{method} {path} {body}: {}", response.body);
    }

    /// A request that must be accepted with this status.
    pub fn taken(&mut self, method: &str, path: &str, body: &Value, status: u16) {
        let response = self.ask(method, path, body);
        assert_eq!(response.status, status, "{method} {path} {body}: {}", response.body);
    }
}

/// A text in an object.
pub fn text(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_else(|| panic!("no {key} in {value}")).to_owned()
}

/// One text of each item of a list.
pub fn column(list: &Value, key: &str, field: &str) -> Vec<String> {
    let list = list.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    list.iter().map(|item| item.get(field).and_then(Value::as_str).unwrap_or("-").to_owned()).collect()
}
