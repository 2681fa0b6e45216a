//! How two names begin.

/// Whether the first two letters are the same, or swapped.
pub(super) fn same_first_two(written: &str, key: &str) -> bool {
    let (written, key) = (first_two(written), first_two(key));
    written == key || is_swapped(written, key)
}

/// Whether the first letter is the same, or the first two are swapped.
pub(super) fn same_first(written: &str, key: &str) -> bool {
    let (written, key) = (first_two(written), first_two(key));
    written.0 == key.0 || is_swapped(written, key)
}

type FirstTwo = (Option<char>, Option<char>);

fn first_two(word: &str) -> FirstTwo {
    let mut letters = word.chars();
    (letters.next(), letters.next())
}

fn is_swapped(one: FirstTwo, other: FirstTwo) -> bool {
    one == (other.1, other.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_two_letters_agree_in_either_order() {
        assert!(same_first_two("cahce", "cache") && same_first_two("acche", "cache"));
        assert!(!same_first_two("chace", "cache") && same_first("chace", "cache"));
        assert!(!same_first("sache", "cache") && same_first("", ""));
    }
}
