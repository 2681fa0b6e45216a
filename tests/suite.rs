//! The cases of `tests/suite/*.toml`: every matcher must agree with every one of them.
//!
//! A case has a `name`, `terms` (the first is the one that `found` and `near` speak of),
//! `answers` and the `language` (default `en`). `found`, absent when it must not be found, tells
//! `at`, `by` (`exact`, `stem`, `fuzzy`), `edits`. `near` names the refusal of a near miss, or `no`.

use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use vivavoce::matcher::{
    Builder, Finds, KnownWords, Likeness, Matcher, Memo, Refusal, Rules, TermId, plain,
};
use vivavoce::quiz::PerMille;
use vivavoce::text::{Language, Text};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Suite {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    terms: Vec<String>,
    answers: Vec<String>,
    #[serde(default = "english")]
    language: String,
    #[serde(default)]
    known: String,
    found: Option<Found>,
    near: Option<String>,
    #[serde(default)]
    capitals: bool,
    stem: Option<bool>,
    similarity: Option<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Found {
    at: Option<String>,
    by: Option<String>,
    edits: Option<u8>,
}

fn english() -> String {
    "en".to_owned()
}

/// One way to find terms.
type Find = fn(&Matcher, &Text<'_>) -> Finds;

const MATCHERS: &[(&str, Find)] = &[
    ("plain", plain::find),
    ("fast", |matcher, text| matcher.find(text, &mut Memo::default())),
    ("fast with a memo", |matcher, text| {
        let mut memo = Memo::default();
        for _ in 0..3 {
            let _ = matcher.find(text, &mut memo);
        }
        matcher.find(text, &mut memo)
    }),
];

impl Case {
    /// A matcher of its own, and one as a quiz has it, which knows the words of its terms.
    fn matchers(&self) -> [Matcher; 2] {
        let language = Language::of(&self.language);
        let mut words = KnownWords::default();
        for term in &self.terms {
            words.add(term, language);
        }
        [Builder::new(language), Builder::knowing(language, Arc::new(words))]
            .map(|builder| self.matcher(builder))
    }

    fn matcher(&self, mut builder: Builder) -> Matcher {
        let rules = Rules {
            similarity: self.similarity.map(PerMille::new),
            case: self.capitals,
            stem: self.stem.unwrap_or(true),
        };
        for term in &self.terms {
            builder.term(term, rules);
        }
        builder.known(&self.known);
        builder.build()
    }

    /// What is wrong with `finds`, if anything.
    fn complaint(&self, answer: &str, finds: &Finds) -> Option<String> {
        let hit = finds.hits.iter().find(|hit| hit.term == TermId(0));
        let near = finds.near_misses.iter().filter(|near| near.term == TermId(0));
        let refusals: Vec<_> = near.map(|near| refusal(near.refusal)).collect();
        match (&self.found, hit) {
            (Some(_), None) => Some(format!("not found, near misses: {refusals:?}")),
            (None, Some(hit)) => {
                Some(format!("found {:?} {:?}", hit.span.of(answer), hit.likeness))
            }
            (Some(found), Some(hit)) => found.complaint(hit.span.of(answer), hit.likeness),
            (None, None) => {
                let wanted = self.near.as_deref()?;
                let fits = match wanted {
                    "no" => refusals.is_empty(),
                    wanted => refusals.contains(&wanted),
                };
                (!fits).then(|| format!("near misses {refusals:?} where `{wanted}` was expected"))
            }
        }
    }
}

impl Found {
    fn complaint(&self, at: &str, likeness: Likeness) -> Option<String> {
        let (by, edits) = match likeness {
            Likeness::Exact => ("exact", 0),
            Likeness::Stem => ("stem", 0),
            Likeness::Fuzzy { edits, .. } => ("fuzzy", edits),
        };
        let fits = self.at.as_deref().is_none_or(|wanted| wanted == at)
            && self.by.as_deref().is_none_or(|wanted| wanted == by)
            && self.edits.is_none_or(|wanted| wanted == edits);
        (!fits).then(|| format!("found `{at}` by {by} with {edits} edits"))
    }
}

fn refusal(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::KnownWord => "known word",
        Refusal::TooFar { .. } => "too far",
        Refusal::Similarity => "similarity",
        Refusal::Digits => "digits",
        Refusal::FirstLetter => "first letter",
        Refusal::Part => "part",
        Refusal::Case => "case",
        Refusal::Symbols => "symbols",
        Refusal::Phrase => "phrase",
        Refusal::Nearer(_) => "nearer",
    }
}

#[test]
fn every_matcher_agrees_with_every_case() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let mut files: Vec<_> =
        std::fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut complaints = String::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == "toml")) {
        let suite: Suite = toml::from_str(&std::fs::read_to_string(file).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for case in &suite.case {
            let matchers = case.matchers();
            for (answer, matcher) in
                case.answers.iter().flat_map(|answer| matchers.iter().map(move |it| (answer, it)))
            {
                let text = Text::new(answer, Language::of(&case.language));
                for (matcher_name, find) in MATCHERS {
                    if let Some(complaint) = case.complaint(answer, &find(matcher, &text)) {
                        let name = &case.name;
                        let stem = file.file_stem().unwrap_or_default().display();
                        writeln!(
                            complaints,
                            "{stem}: {name} ({matcher_name}, `{answer}`): {complaint}"
                        )
                        .unwrap();
                    }
                }
            }
        }
    }
    assert!(complaints.is_empty(), "\n{complaints}");
}
