//! Where runs of letters stand in a text, found 64 bytes at a time.
//!
//! Most words of most answers are plain: ASCII letters and digits, a capital at most in front, and
//! nothing that could join them to what follows. They are found by counting bits; all others are
//! left to [`super::scan`], which decides what a word is.

use super::classes::{BLOCK, Classes};

/// Bytes in a row that may belong to words: letters and digits of ASCII, and all beyond ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub start: usize,
    pub end: usize,
    /// Whether it is a plain word.
    pub plain: bool,
}

/// Calls `each` with every run of `text`, in order.
pub(super) fn for_each_run(text: &str, mut each: impl FnMut(Run)) {
    let (blocks, rest) = text.as_bytes().as_chunks::<BLOCK>();
    let mut last = [0; BLOCK];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    let mut before = Classes::default();
    let mut open = None;
    for (at, block) in blocks.iter().chain([&last]).enumerate() {
        let classes = Classes::of(block);
        let bits = Bits::new(classes, before);
        open = bits.runs(at * BLOCK, open, &mut each);
        before = classes;
    }
    if let Some(Open { start, plain }) = open {
        each(Run { start, end: text.len(), plain });
    }
}

/// A run that goes on in the next block, or ends with this one.
#[derive(Debug, Clone, Copy)]
struct Open {
    start: usize,
    plain: bool,
}

/// What matters to runs in a block, one bit to a byte.
#[derive(Debug, Clone, Copy)]
struct Bits {
    /// First bytes of runs.
    starts: u64,
    /// Second bytes behind runs: up to there it is told whether a run is a plain word.
    behind: u64,
    /// Bytes that may make the run they stand in, or behind, anything but a plain word.
    odd: u64,
}

impl Bits {
    /// The bits of a block; `before` is the block before.
    fn new(own: Classes, before: Classes) -> Self {
        let shifted = |own: u64, before: u64, by: u32| own << by | before >> (u64::BITS - by);
        let (word, word_before) = (own.word | own.beyond, before.word | before.beyond);
        let [after_word, after_two] = [1, 2].map(|by| shifted(word, word_before, by));
        // What follows a full stop inside of a word.
        let stopped = shifted(own.stop, before.stop, 1) & after_two & word;
        Self {
            starts: word & !after_word,
            behind: after_two & !after_word,
            odd: own.beyond | (own.capital | own.joint) & after_word | stopped,
        }
    }

    /// Calls `each` with every run that ends in the block at `from` or, `open`, began before; the run
    /// that is left open.
    fn runs(self, from: usize, open: Option<Open>, each: &mut impl FnMut(Run)) -> Option<Open> {
        let Self { mut starts, mut behind, odd } = self;
        // What is known of a run whose second byte behind is `end`.
        let until = |end: u32| odd & u64::MAX >> (u64::BITS - 1 - end);
        if let Some(Open { start, plain }) = open {
            if behind == 0 {
                return Some(Open { start, plain: plain && odd == 0 });
            }
            let end = behind.trailing_zeros();
            each(Run { start, end: from + end as usize - 1, plain: plain && until(end) == 0 });
            behind &= behind - 1;
        }
        while behind != 0 {
            let (start, end) = (starts.trailing_zeros(), behind.trailing_zeros());
            let Open { start, plain } =
                Open::at(start, from, if odd == 0 { 0 } else { until(end) });
            each(Run { start, end: from + end as usize - 1, plain });
            starts &= starts.wrapping_sub(1);
            behind &= behind - 1;
        }
        (starts != 0).then(|| Open::at(starts.trailing_zeros(), from, odd))
    }
}

impl Open {
    /// The run that starts with the bit `start` of the block at `from`.
    fn at(start: u32, from: usize, odd: u64) -> Self {
        let plain = odd == 0 || odd & u64::MAX.wrapping_shl(start) == 0;
        Self { start: from + start as usize, plain }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn runs(text: &str, plain: bool) -> Vec<&str> {
        let mut runs = Vec::new();
        for_each_run(text, |run| {
            if run.plain == plain {
                runs.push(&text[run.start..run.end]);
            }
        });
        runs
    }

    #[test]
    fn a_capital_in_front_is_plain_and_one_inside_is_not() {
        let text = "Use the Cache of preSave or HTTP";
        assert_eq!(runs(text, true), ["Use", "the", "Cache", "of", "or"]);
        assert_eq!(runs(text, false), ["preSave", "HTTP"]);
    }

    #[test]
    fn what_may_be_joined_to_something_is_not_plain() {
        for joined in ["a_b", "a'b", "a.b", "é", "a.é", "a_"] {
            assert!(runs(joined, false).contains(&joined.split(['_', '\'', '.']).next().unwrap()));
        }
        for alone in ["a", "a b", "a, b", "a.", "a. b", "1. b", "a-b", "_a", "'a", ".a"] {
            assert_eq!(runs(alone, false), [""; 0], "{alone}");
        }
    }

    #[test]
    fn blocks_make_no_difference() {
        for blanks in 55..70 {
            let before = " ".repeat(blanks);
            assert_eq!(runs(&format!("{before}one two.three four"), true), ["one", "four"]);
            assert_eq!(runs(&format!("{before}one it's iT"), true), ["one", "s"]);
            assert_eq!(runs(&format!("{before}one"), true), ["one"]);
        }
        assert_eq!(runs(&"a".repeat(200), true), [&"a".repeat(200)]);
    }

    proptest! {
        #[test]
        fn runs_are_what_a_split_gives(text in "([a-z0-9]{1,9}[ ,;-]{1,3}){0,30}") {
            let expected: Vec<_> =
                text.split([' ', ',', ';', '-']).filter(|run| !run.is_empty()).collect();
            prop_assert_eq!(runs(&text, true), expected);
        }
    }
}
