//! Case folding for searching and sorting.
//!
//! Covers the alphabets on European keyboards, and full-width letters. The standard library's Unicode tables would cost
//! the page 5 kB; letters of rarer alphabets stay case-sensitive.

/// The text in lower case.
pub fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

/// A letter in lower case.
pub fn fold_char(letter: char) -> char {
    let by = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' | 'Ａ'..='Ｚ' => 32,
        'Ѐ'..='Џ' => 80,
        'Ά' => 38,
        'Έ'..='Ί' => 37,
        'Ό' => 64,
        'Ύ' | 'Ώ' => 63,
        // Pairs of adjacent letters, with the capital at the even or at the odd position.
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

    /// Every change agrees with Unicode.
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
