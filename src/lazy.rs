//! The parts of each file that is loaded later.

use crate::console::Console;
use crate::data::runs::Runs;
use crate::data::{Keeping, Odd, Sharing};
use crate::pages::Pages;
use crate::pages::instances::{Create, Everywhere, Instance, LateList, RunViews};
use crate::pages::sign_in::Imported;
#[cfg(maru_split)]
use crate::parts;
use crate::parts::{Content, Contents, SplitLoaderError, files};
use crate::private_keys::PrivateKeys;
use crate::shell::LateShell;
use crate::ui::LateUi;

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

        /// Sets how each file is loaded. Called before anything is loaded.
        pub fn start() {
            $(files::$file.loads_by(|| Box::pin($load()));)*
        }
    };
}

// The parts of each file.
files! {
    CONSOLE: console.load_console = [Console];
    EXTRAS: extras.load_extras = [LateUi, Odd, Sharing, Keeping, LateShell, LateList];
    BULK: bulk.load_bulk = [Runs, RunViews];
    INSTANCE: instance.load_instance = [Instance, Create];
    PAGES: pages.load_pages = [Pages, Everywhere];
    IMPORTED: imported.load_imported = [Imported];
    PRIVATE_KEYS: private_keys.load_private_keys = [PrivateKeys];
}
