//! Enums of API words, declared as a table: parsed without regard to case; unknown words are kept.

/// `Name { Variant = "word" }`: an enum of statuses with the API's words.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
            /// An undocumented word; empty if the response had none.
            Other(String),
        }

        impl $name {
            /// Parses the word, ignoring case.
            pub fn parse(word: &str) -> Self {
                $(if word.eq_ignore_ascii_case($word) {
                    return Self::$variant;
                })*
                Self::Other(word.to_owned())
            }

            /// The API's word.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)*
                    Self::Other(word) => word,
                }
            }
        }

        impl $crate::wire::read::Field for $name {
            fn of(value: &$crate::json::Json<'_>) -> Self {
                Self::parse(&value.text())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

pub(super) use words;

#[cfg(test)]
mod tests {
    words! {
        /// For the test.
        Lamp {
            /// Shines.
            On = "on",
            /// Dark.
            Off = "OFF",
        }
    }

    #[test]
    fn any_case_and_any_word() {
        for (word, lamp, back) in [
            ("on", Lamp::On, "on"),
            ("ON", Lamp::On, "on"),
            ("off", Lamp::Off, "OFF"),
            ("Broken", Lamp::Other("Broken".into()), "Broken"),
            ("", Lamp::Other(String::new()), ""),
        ] {
            assert_eq!(Lamp::parse(word), lamp);
            assert_eq!(lamp.to_string(), back);
        }
    }
}
