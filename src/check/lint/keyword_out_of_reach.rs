//! V111: a keyword is not met by its own words.

use crate::check::subject::{Item, Subject};
use crate::diagnostic::{Code, Diagnostic, Explanation};
use crate::grade::{Grade, NearMissReason, Outcome, Verdict};
use crate::quiz::question::{Criterion, Entry, Need, Within};

pub const EXPLANATION: Explanation = Explanation {
    code: Code(111),
    title: "a keyword is not met by its own words",
    text: "\
An answer that says exactly the words of the keyword does not meet it, so hardly any answer will: its
words deny what they name, they are a passage of the prompt, or the window of an `all` has no room for
its entries.

Give `within` more room, ask in other words, or write `negation = \"ignore\"` for a term that is a
denial itself.",
};

pub fn look(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    for item in subject.items() {
        let all: String =
            item.keywords().map(|(keyword, _)| own_words(&keyword.need, 0) + "\n\n").collect();
        let Some(together) = item.grade(&all) else { continue };
        for (position, (keyword, origin)) in item.keywords().enumerate() {
            let Some(unmet) = unmet(&together, position) else { continue };
            if is_met_alone(&item, position, keyword) {
                continue;
            }
            let (label, help) = reason(&keyword.need, unmet);
            let title = format!(
                "`{}` of `{}` is not met by its own words",
                keyword.label, item.question.id
            );
            problems
                .push(Diagnostic::warning(EXPLANATION.code, origin.label, title, label).help(help));
        }
    }
}

/// What became of the keyword at `position`, if it was not met.
fn unmet(grade: &Grade, position: usize) -> Option<&Verdict> {
    let Outcome::Text(findings) = &grade.outcome else { return None };
    let verdict = &findings.keywords.get(position)?.verdict;
    (!matches!(verdict, Verdict::Found(_))).then_some(verdict)
}

/// Whether some choice of its words, as the whole answer, meets the keyword. A pattern has no words
/// of its own and is taken to be met by something.
fn is_met_alone(item: &Item<'_>, position: usize, keyword: &Criterion) -> bool {
    let choices = match &keyword.need {
        Need::Term { aliases, .. } => 1 + aliases.len(),
        Need::Any { entries, .. } | Need::All { entries, .. } => {
            entries.iter().map(|entry| entry.0.len()).max().unwrap_or_default()
        }
        Need::Pattern(_) => return true,
    };
    (0..choices).any(|choice| {
        let grade = item.grade(&own_words(&keyword.need, choice));
        grade.is_some_and(|grade| unmet(&grade, position).is_none())
    })
}

/// Words that should meet `need`: of each entry the string at `choice`, or its last.
fn own_words(need: &Need, choice: usize) -> String {
    match need {
        Need::Term { term, .. } if choice == 0 => term.clone(),
        Need::Term { aliases, .. } => aliases.get(choice - 1).cloned().unwrap_or_default(),
        Need::Any { entries, .. } => picked(entries, choice).join(".\n"),
        Need::All { entries, .. } => picked(entries, choice).join(" "),
        Need::Pattern(_) => String::new(),
    }
}

fn picked(entries: &[Entry], choice: usize) -> Vec<&str> {
    let strings = entries.iter().filter_map(|entry| entry.0.get(choice).or(entry.0.last()));
    strings.map(String::as_str).collect()
}

fn reason(need: &Need, verdict: &Verdict) -> (&'static str, &'static str) {
    match (need, verdict) {
        (_, Verdict::Negated { .. }) => {
            ("its own words deny it", "write `negation = \"ignore\"` for it")
        }
        (_, Verdict::NearMiss { reason: NearMissReason::Echo, .. }) => {
            ("its words are a passage of the prompt", "ask in other words")
        }
        (Need::All { within: Within::Words(_), .. }, _) => {
            ("its entries do not fit into the window", "raise `within`")
        }
        _ => ("not found in its own words", "write it in words that people use"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::lint::testing::problems;

    fn with(keyword: &str) -> usize {
        let quiz = format!("[[questions]]\nprompt = \"Why?\"\nkeywords = [{keyword}]");
        problems(&EXPLANATION, &quiz).len()
    }

    #[test]
    fn a_passage_of_the_prompt_earns_nothing_whoever_says_it() {
        let asking = |prompt: &str| {
            let keyword = "keywords = [\"the view is called with the request\"]";
            problems(&EXPLANATION, &format!("[[questions]]\nprompt = \"{prompt}\"\n{keyword}"))
                .len()
        };
        assert_eq!(asking("Why does it matter that the view is called with the request?"), 1);
        assert_eq!(asking("What happens last?"), 0);
    }

    #[test]
    fn a_window_needs_room_for_its_entries() {
        assert_eq!(with(r#"{ label = "l", all = ["session id", "cookie"], within = 2 }"#), 1);
        assert_eq!(with(r#"{ label = "l", all = ["session id", "cookie"], within = 3 }"#), 0);
    }

    #[test]
    fn a_term_that_is_found_by_an_alias_alone_is_fine() {
        assert_eq!(with(r#"{ term = "cache", aliases = ["stored result"] }"#), 0);
    }

    #[test]
    fn a_pattern_is_taken_to_be_met_by_something() {
        assert_eq!(with(r#"{ label = "p", pattern = "[0-9]+" }"#), 0);
    }
}
