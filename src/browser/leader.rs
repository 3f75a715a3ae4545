//! Elects one of the open tabs of this site for a task: the one that holds a Web Lock.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;

use super::document;
use super::locks::{self, Mode};

/// A tab that does a task or waits to do it; dropping it elects the next one.
pub struct Candidate(Rc<RefCell<Standing>>);

enum Standing {
    /// Another tab does it.
    Waiting,
    /// This tab does it until this function is called.
    Leading(Function),
    /// It was dropped.
    Gone,
}

/// Waits to be the tab that does `task`; `elected` is called when it is. `None` if the browser has no locks, or not for this
/// page.
pub fn stand(task: &str, elected: impl Fn() + 'static) -> Option<Candidate> {
    let standing = Rc::new(RefCell::new(Standing::Waiting));
    let granted_to = standing.clone();
    let name = ["maru-", task, document::base_path()].concat();
    let asked = locks::request(&name, Mode::Exclusive, move || {
        Promise::new(&mut |resolve, _| {
            let gone = matches!(*granted_to.borrow(), Standing::Gone);
            if gone {
                // Fails only if the promise is already settled.
                let _ = resolve.call0(&JsValue::UNDEFINED);
            } else {
                granted_to.replace(Standing::Leading(resolve));
                elected();
            }
        })
    })?;
    // If the page is not allowed to use locks, it is never elected.
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
