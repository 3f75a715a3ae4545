//! Text without upper and lower case, for searching and sorting.
//!
//! Covers the alphabets that keyboards of Europe have, and the wide letters of East Asia. The standard library knows all
//! of Unicode, by tables that cost the page 5 kB: letters of rarer alphabets are told apart by case here.

/// The text with its letters made small.
pub fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

/// One letter made small.
pub fn fold_char(letter: char) -> char {
    let by = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' | 'Ａ'..='Ｚ' => 32,
        'Ѐ'..='Џ' => 80,
        'Ά' => 38,
        'Έ'..='Ί' => 37,
        'Ό' => 64,
        'Ύ' | 'Ώ' => 63,
        // Pairs side by side, the capital at the even place, or at the odd one.
        'Ā'..='Į' | 'Ĳ'..='Ķ' | 'Ŋ'..='Ŷ' | 'Ѡ'..='Ҁ' | 'Ḁ'..='Ẕ' | 'Ạ'..='Ỿ' => {
            1 - (letter as u32 & 1)
        }
        'Ĺ'..='Ň' | 'Ź'..='Ž' => letter as u32 & 1,
        'Ÿ' => return 'ÿ',
        _ => 0,
    };
    char::from_u32(letter as u32 + by).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        let check = |text: &str, expect: &str| assert_eq!(fold(text), expect);
        check("Web-10", "web-10");
        check("ÜBERGRÖẞE", "übergröẞe");
        check("ŁÓDŹ Żuraw Ÿ", "łódź żuraw ÿ");
        check("ΑΘΉΝΑ Ώρα", "αθήνα ώρα");
        check("МОСКВА Ёлка Їжак", "москва ёлка їжак");
        check("ＶＭ 서버 サーバー 🦀", "ｖｍ 서버 サーバー 🦀");
        check("×÷", "×÷");
    }

    /// Whatever is changed, is changed as Unicode says: no letter becomes another one.
    #[test]
    fn agrees_with_unicode() {
        for letter in '\0'..=char::MAX {
            let small: String = letter.to_lowercase().collect();
            let folded = fold_char(letter).to_string();
            assert!(folded == small || folded == letter.to_string(), "{letter} became {folded}, not {small}");
        }
        let missed = ('A'..='\u{17f}').filter(|letter| letter.to_lowercase().ne([fold_char(*letter)]));
        assert_eq!(missed.collect::<String>(), "İ");
    }
}
