use super::*;

fn check(typed: &str, expect: Result<&str, KeyNameError>) {
    let taken = ["mine", "Mine too"];
    assert_eq!(key_name(typed, taken).as_ref().map(KeyNameInput::as_str), expect.as_ref().copied(), "{typed:?}");
}

#[test]
fn names_that_can_be_made_and_deleted_again() {
    for name in ["key", "my key-1_2", "a.b@c", "노트북", "...", "a:b?c#d%2F", "MINE"] {
        check(name, Ok(name));
    }
    check("  key\n", Ok("key"));
}

#[test]
fn names_that_cannot() {
    for blank in ["", " ", "\t\n"] {
        check(blank, Err(KeyNameError::Empty));
    }
    for taken in ["mine", " Mine too "] {
        check(taken, Err(KeyNameError::Taken));
    }
    for (typed, bad) in [("a/b", '/'), ("/", '/'), (".", '.'), ("..", '.'), ("a\nb", '\n'), ("a\u{200b}b", '\u{200b}')]
    {
        check(typed, Err(KeyNameError::BadCharacter(bad)));
    }
}

#[test]
fn the_length_at_the_edge_and_one_past_it() {
    for letter in ["k", "키"] {
        check(&letter.repeat(255), Ok(&letter.repeat(255)));
        check(&letter.repeat(256), Err(KeyNameError::TooLong { is: 256 }));
    }
}
