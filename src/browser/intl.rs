//! `Intl`: plurals, numbers, dates and relative times in the person's language. Each formatter is created once for each
//! language, because creating one costs a hundred times as much as using it.

use js_sys::{Array, Function, Intl, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

/// The formatters of one language.
struct Formatters {
    locale: &'static str,
    plural: Intl::PluralRules,
    number: Function,
    /// In the person's time zone, and in UTC with the zone's name.
    date_time: [Function; 2],
    relative: Intl::RelativeTimeFormat,
    /// One for each unit, created when first needed.
    lasting: Vec<(&'static str, Function)>,
}

thread_local! {
    static CACHE: RefCell<Vec<Formatters>> = const { RefCell::new(Vec::new()) };
}

/// The plural forms. Others are added with the first language that has them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PluralForm {
    /// As in "1 instance".
    One,
    /// As in "2 instances"; the only one in Korean and Japanese.
    Other,
}

/// The plural form of `n`.
pub fn plural(locale: &'static str, n: f64) -> PluralForm {
    with(locale, |f| if f.plural.select(n) == "one" { PluralForm::One } else { PluralForm::Other })
}

/// A number with the language's separators, e.g. `10,000`.
pub fn number(locale: &'static str, n: f64) -> String {
    with(locale, |f| said(f.number.call1(&JsValue::NULL, &n.into())))
}

/// Date and time in the person's time zone or in UTC; `ms` since 1970 UTC.
pub fn date_time(locale: &'static str, ms: f64, utc: bool) -> String {
    with(locale, |f| said(f.date_time[usize::from(utc)].call1(&JsValue::NULL, &js_sys::Date::new(&ms.into()))))
}

/// Unicode's composed form (NFC): a letter and its accent become one character, however they were typed.
pub fn composed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}

/// "3 minutes ago", "in 2 hours": `ms` from now, negative for the past.
pub fn relative(locale: &'static str, ms: f64) -> String {
    let (value, unit) = relative_unit(ms);
    with(locale, |f| f.relative.format(value, unit).into())
}

/// "12 sec", "3 min": a duration; `ms` is never negative.
pub fn lasting(locale: &'static str, ms: f64) -> String {
    let (value, unit) = relative_unit(ms.max(0.0));
    with(locale, |f| {
        let at = f.lasting.iter().position(|(known, _)| *known == unit).unwrap_or_else(|| {
            let style = options(&[("style", "unit"), ("unit", unit), ("unitDisplay", "short")]);
            f.lasting.push((unit, Intl::NumberFormat::new(&Array::of1(&locale.into()), &style).format()));
            f.lasting.len() - 1
        });
        f.lasting.get(at).map_or_else(String::new, |(_, format)| said(format.call1(&JsValue::NULL, &value.into())))
    })
}

/// The largest unit that gives a whole number of at least one.
fn relative_unit(ms: f64) -> (f64, &'static str) {
    const UNITS: [(f64, &str); 5] = [
        (365.0 * 86_400_000.0, "year"),
        (30.0 * 86_400_000.0, "month"),
        (86_400_000.0, "day"),
        (3_600_000.0, "hour"),
        (60_000.0, "minute"),
    ];
    for (size, unit) in UNITS {
        if ms.abs() >= size {
            return ((ms / size).trunc(), unit);
        }
    }
    ((ms / 1000.0).trunc(), "second")
}

fn with<T>(locale: &'static str, use_it: impl FnOnce(&mut Formatters) -> T) -> T {
    CACHE.with_borrow_mut(|all| {
        let at = all.iter().position(|f| f.locale == locale).unwrap_or_else(|| {
            all.push(Formatters::new(locale));
            all.len() - 1
        });
        use_it(&mut all[at])
    })
}

impl Formatters {
    fn new(locale: &'static str) -> Self {
        let locales = Array::of1(&locale.into());
        let none = Object::new();
        let date_time = |style| Intl::DateTimeFormat::new(&locales, &options(style)).format();
        let own = date_time(&[("dateStyle", "medium"), ("timeStyle", "medium")]);
        let utc = date_time(&[("dateStyle", "medium"), ("timeStyle", "long"), ("timeZone", "UTC")]);
        let relative = options(&[("numeric", "always"), ("style", "long")]);
        Self {
            locale,
            plural: Intl::PluralRules::new(&locales, &none),
            number: Intl::NumberFormat::new(&locales, &none).format(),
            date_time: [own, utc],
            relative: Intl::RelativeTimeFormat::new(&locales, &relative),
            lasting: Vec::new(),
        }
    }
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (key, value) in pairs {
        // Setting a key of a new plain object cannot fail.
        let _ = Reflect::set(object.unchecked_ref(), &(*key).into(), &(*value).into());
    }
    object
}

/// The text that a formatter returned. It throws only for values out of range, which are shown as a dash.
fn said(answer: Result<JsValue, JsValue>) -> String {
    answer.ok().and_then(|text| text.as_string()).unwrap_or_else(|| "–".into())
}
