//! Texts kept in the browser's database (IndexedDB), on shelves by key. The browser may refuse at any time, in a private
//! window, or because it has no room: every call says so, and nothing depends on what is kept.

use js_sys::{Array, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode};

use super::document;

/// Where texts are kept. A new one needs a new [`VERSION`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shelf {
    /// Last known lists of instances.
    Lists,
    /// Whose those are, and how old.
    ListHeads,
}

/// The version of the database, which names the shelves it has.
const VERSION: u32 = 1;

impl Shelf {
    const ALL: [Shelf; 2] = [Shelf::Lists, Shelf::ListHeads];

    fn name(self) -> &'static str {
        match self {
            Shelf::Lists => "lists",
            Shelf::ListHeads => "list-heads",
        }
    }
}

/// Why the browser keeps nothing, or does not return what it kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refused {
    /// No database here: a private window, or storage is blocked for this site.
    Denied,
    /// No room is left.
    Full,
    /// Anything else, in the browser's words.
    Failed(String),
}

/// A change of what is kept.
#[derive(Clone, Debug)]
pub enum Change {
    /// Keeps a text under a key, in place of the one before.
    Put(Shelf, String, String),
    /// Removes what is kept under a key.
    Delete(Shelf, String),
    /// Removes all that is on a shelf.
    Clear(Shelf),
}

/// An open database. Closing only marks it: it closes when its transactions have ended.
struct Open(IdbDatabase);

impl Open {
    fn reading(&self) -> Result<IdbTransaction, JsValue> {
        self.0.transaction_with_str_sequence(&names())
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// The text under a key.
pub async fn get(shelf: Shelf, key: &str) -> Result<Option<String>, Refused> {
    let database = open().await?;
    let store = database.reading().and_then(|transaction| transaction.object_store(shelf.name()));
    let found = answer(store.and_then(|store| store.get(&key.into())).map_err(refused)?).await?;
    Ok(found.as_string())
}

/// All texts on a shelf.
pub async fn all(shelf: Shelf) -> Result<Vec<String>, Refused> {
    let database = open().await?;
    let store = database.reading().and_then(|transaction| transaction.object_store(shelf.name()));
    let found = answer(store.and_then(|store| store.get_all()).map_err(refused)?).await?;
    Ok(Array::from(&found).iter().filter_map(|text| text.as_string()).collect())
}

/// Makes all of these changes, or none.
pub async fn change(changes: Vec<Change>) -> Result<(), Refused> {
    let database = open().await?;
    let transaction =
        database.0.transaction_with_str_sequence_and_mode(&names(), IdbTransactionMode::Readwrite).and_then(
            |transaction| changes.into_iter().try_for_each(|change| make(&transaction, change)).map(|()| transaction),
        );
    match transaction {
        Ok(transaction) => end(transaction).await,
        Err(error) => Err(refused(error)),
    }
}

fn make(transaction: &IdbTransaction, change: Change) -> Result<(), JsValue> {
    match change {
        Change::Put(shelf, key, text) => {
            transaction.object_store(shelf.name())?.put_with_key(&text.into(), &key.into())
        }
        Change::Delete(shelf, key) => transaction.object_store(shelf.name())?.delete(&key.into()),
        Change::Clear(shelf) => transaction.object_store(shelf.name())?.clear(),
    }
    .map(|_| ())
}

fn names() -> Array {
    Shelf::ALL.into_iter().map(|shelf| JsValue::from(shelf.name())).collect()
}

/// Another Maru below another path of the same origin has its own.
async fn open() -> Result<Open, Refused> {
    // In some private windows even asking for it throws.
    let factory = web_sys::window().and_then(|window| window.indexed_db().ok()?).ok_or(Refused::Denied)?;
    let name = ["maru", document::base_path()].concat();
    let opening = factory.open_with_u32(&name, VERSION).map_err(refused)?;
    let asked: IdbOpenDbRequest = opening.clone();
    let upgrade = Closure::once(move || {
        let database = asked.result().ok().and_then(|database| database.dyn_into::<IdbDatabase>().ok());
        for shelf in Shelf::ALL {
            if let Some(database) = &database {
                // Fails where the shelf is there already.
                let _ = database.create_object_store(shelf.name());
            }
        }
    });
    opening.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let opened = answer(opening.unchecked_into()).await?;
    opened.dyn_into().map(Open).map_err(|_| Refused::Denied)
}

/// The result of a request.
async fn answer(request: IdbRequest) -> Result<JsValue, Refused> {
    let settled = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(settled).await {
        Ok(_) => request.result().map_err(refused),
        Err(_) => Err(because(request.error().ok().flatten())),
    }
}

/// Waits until the changes are made. Whether there is room for them is known only at the end.
async fn end(transaction: IdbTransaction) -> Result<(), Refused> {
    let settled = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    JsFuture::from(settled).await.map(|_| ()).map_err(|_| because(transaction.error()))
}

fn refused(error: JsValue) -> Refused {
    because(error.dyn_into().ok())
}

fn because(error: Option<DomException>) -> Refused {
    match error {
        Some(error) if error.name() == "QuotaExceededError" => Refused::Full,
        Some(error) if error.name() == "SecurityError" => Refused::Denied,
        Some(error) => Refused::Failed(error.message()),
        None => Refused::Failed(String::new()),
    }
}
