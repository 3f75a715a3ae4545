//! Texts in the browser's database (IndexedDB), by store and key. The browser may refuse at any time, in a private window or
//! because storage is full: every call reports that, and nothing depends on stored texts.

use js_sys::{Array, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode};

use super::document;

/// An object store. A new one needs a new [`VERSION`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shelf {
    /// Last known lists of instances.
    Lists,
    /// The scope, user and age of each list.
    ListHeads,
    /// Runs of many actions.
    Runs,
}

/// The version of the database, which determines its object stores.
const VERSION: u32 = 2;

impl Shelf {
    const ALL: [Shelf; 3] = [Shelf::Lists, Shelf::ListHeads, Shelf::Runs];

    fn name(self) -> &'static str {
        match self {
            Shelf::Lists => "lists",
            Shelf::ListHeads => "list-heads",
            Shelf::Runs => "runs",
        }
    }
}

/// Why the browser stores nothing, or does not return it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refused {
    /// No database: a private window, or storage is blocked for this site.
    Denied,
    /// Storage is full.
    Full,
    /// Anything else, with the browser's message.
    Failed(String),
}

/// A change of stored texts.
#[derive(Clone, Debug)]
pub enum Change {
    /// Stores a text under a key, replacing an earlier one.
    Put(Shelf, String, String),
    /// Removes the text under a key.
    Delete(Shelf, String),
    /// Removes everything in a store.
    Clear(Shelf),
}

/// An open database. Closing it takes effect when its transactions have ended.
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

/// All texts in a store.
pub async fn all(shelf: Shelf) -> Result<Vec<String>, Refused> {
    let database = open().await?;
    let store = database.reading().and_then(|transaction| transaction.object_store(shelf.name()));
    let found = answer(store.and_then(|store| store.get_all()).map_err(refused)?).await?;
    Ok(Array::from(&found).iter().filter_map(|text| text.as_string()).collect())
}

/// Makes all of these changes or none.
pub async fn change(changes: Vec<Change>) -> Result<(), Refused> {
    let database = open().await?;
    let transaction = database.0.transaction_with_str_sequence_and_mode(&names(), IdbTransactionMode::Readwrite);
    let transaction = transaction.map_err(refused)?;
    if let Err(error) = changes.into_iter().try_for_each(|change| make(&transaction, change)) {
        // Otherwise the changes before this one would be made. Fails only if the transaction has ended without them.
        let _ = transaction.abort();
        return Err(refused(error));
    }
    end(transaction).await
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

/// A second Maru below another path of the same origin has a database of its own.
async fn open() -> Result<Open, Refused> {
    // In some private windows even reading `indexedDB` throws.
    let factory = web_sys::window().and_then(|window| window.indexed_db().ok()?).ok_or(Refused::Denied)?;
    let name = ["maru", document::base_path()].concat();
    let opening = factory.open_with_u32(&name, VERSION).map_err(refused)?;
    let asked: IdbOpenDbRequest = opening.clone();
    let upgrade = Closure::once(move || {
        let database = asked.result().ok().and_then(|database| database.dyn_into::<IdbDatabase>().ok());
        for shelf in Shelf::ALL {
            if let Some(database) = &database {
                // Fails if it exists already.
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

/// Waits until the changes are made. Only then is it known whether there is room for them.
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
