//! Any terms and any text, for the fast matcher and the plain one.
//!
//! Both find the same, with a memo or without; every place is on character boundaries.
//! An input is a language, the terms, a blank line, and the text: `en\npre_save\n\na per_save`.

use vivavoce::matcher::{Builder, Memo, Rules, plain};
use vivavoce::text::{Language, Text};

/// The plain matcher takes its time.
const MOST_TERMS: usize = 12;
const LONGEST: usize = 600;

pub fn holds(bytes: &[u8]) {
    let Ok(input) = std::str::from_utf8(bytes) else { return };
    let Some((head, answer)) = input.split_once("\n\n") else { return };
    let mut head = head.lines();
    let language = Language::of(head.next().unwrap_or_default());
    let terms: Vec<_> = head.take(MOST_TERMS).collect();
    if input.len() > LONGEST {
        return;
    }
    let text = Text::new(answer, language);
    for (case, stem) in [(false, true), (true, true), (false, false)] {
        let mut builder = Builder::new(language);
        for term in &terms {
            builder.term(term, Rules { similarity: None, case, stem });
        }
        let matcher = builder.build();
        let defined = plain::find(&matcher, &text);
        let mut memo = Memo::default();
        for _ in 0..3 {
            assert_eq!(matcher.find(&text, &mut memo), defined);
        }
        for span in defined.hits.iter().map(|hit| hit.span) {
            assert!(answer.get(span.start()..span.end()).is_some_and(|found| !found.is_empty()));
        }
    }
}
