//! The parts of each file that is loaded later, and the pages that are parts.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{tab, timers};
use crate::data::{self, Odd, SHARING, Sharing};
use crate::pages;
use crate::pages::instances::{CREATE, Create, EVERYWHERE, Everywhere, INSTANCE, Instance, LateList, List};
use crate::pages::sign_in::{Imported, SignInFile};
#[cfg(maru_split)]
use crate::parts;
use crate::parts::{Content, Contents, Part, SplitLoaderError, files};
use crate::private_keys::PrivateKeys;
use crate::routes::Route;
use crate::shell::{self, LATE_SHELL, LateShell};
use crate::ui::{LateUi, Skeleton};

macro_rules! files {
    ($($file:ident: $name:ident.$load:ident = [$($part:ty),*];)*) => {
        $(
            #[cfg(maru_split)]
            #[parts::wasm_split($name, wasm_split_path = ::leptos::wasm_split, fallible)]
            fn $load() -> Result<Contents, SplitLoaderError> {
                static CONTENTS: Contents = &[$(&<$part as Content>::CONTENT),*];
                Ok(CONTENTS)
            }
            #[cfg(not(maru_split))]
            async fn $load() -> Result<Contents, SplitLoaderError> {
                static CONTENTS: Contents = &[$(&<$part as Content>::CONTENT),*];
                Ok(CONTENTS)
            }
        )*

        /// Tells each file how it is loaded. Called before anything is loaded.
        pub fn start() {
            $(files::$file.loads_by(|| Box::pin($load()));)*
        }
    };
}

// The parts of each file.
files! {
    EXTRAS: extras.load_extras = [LateUi, Odd, Sharing, LateShell, LateList];
    LIST: list.load_list = [List];
    SIGN_IN: sign_in.load_sign_in = [SignInFile];
    INSTANCE: instance.load_instance = [Instance, Create];
    PAGES: pages.load_pages = [Pages, Everywhere];
    IMPORTED: imported.load_imported = [Imported];
    PRIVATE_KEYS: private_keys.load_private_keys = [PrivateKeys];
}

/// All other pages: one file, as what they are made of is the same.
struct Pages {
    page: fn(Route) -> AnyView,
}

static PAGES: Part<Pages> = files::PAGES.part();

impl Content for Pages {
    const CONTENT: Self = Self { page: pages::page };
}

/// A page that comes later, drawn when it is there.
pub fn page(route: Route) -> AnyView {
    let name = shell::place_name(&route);
    let meanwhile = move |words: Option<AnyView>| {
        let below = words.unwrap_or_else(|| view! { <Skeleton rows=8 /> }.into_any());
        view! { <header class="page-head"><h1>{name.clone()}</h1></header> {below} }.into_any()
    };
    let route = route.page();
    match route {
        Route::CreateInstance => CREATE.view(meanwhile, |create| (create.page)()),
        Route::AllProjects => EVERYWHERE.view(meanwhile, |all| (all.page)()),
        Route::Instance(id) => INSTANCE.view(meanwhile, move |instance| (instance.page)(id.clone())),
        _ => PAGES.view(meanwhile, move |pages| (pages.page)(route.clone())),
    }
}

/// Loads the file of a page that is about to be shown.
pub async fn load(route: Route) {
    let file = match route.page() {
        Route::Instances => &files::LIST,
        Route::CreateInstance | Route::Instance(_) => &files::INSTANCE,
        Route::NotFound | Route::SignIn => return,
        _ => &files::PAGES,
    };
    file.fetch().await;
}

/// Fetches all files when the browser has nothing else to do, one after the other, so that nothing waits for one; but for
/// that of `private_keys`, which few need. Where few bytes are to be spent, each is fetched when it is wanted.
pub fn fetch_all() {
    spawn_local(async {
        if !data::interrupted().is_empty()
            && let Some(create) = CREATE.get().await
        {
            (create.look_back)();
        }
        if tab::saves_data() {
            return;
        }
        for file in [&files::EXTRAS, &files::LIST, &files::SIGN_IN, &files::INSTANCE, &files::PAGES] {
            timers::idle().await;
            if !tab::online() {
                tab::back_online().await;
            }
            file.fetch().await;
            if let Some(sharing) = SHARING.now() {
                (sharing.start)();
            }
        }
        if let Some(late) = LATE_SHELL.now() {
            (late.keep_release)();
        }
    });
}
