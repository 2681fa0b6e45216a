//! Cutting a prompt at its gaps: `{{answer}}`, `{{answer|another}}`.
//!
//! `\{{` is two braces and no gap, `\|` inside a gap is a bar and no separator.

use std::ops::Range;

use crate::quiz::question::{Accepted, Cloze, Exactness, Piece};

/// What is wrong with a gap, and where in the prompt; without a place it is the whole prompt.
#[derive(Debug, PartialEq, Eq)]
pub struct GapProblem {
    pub at: Option<Range<usize>>,
    pub title: &'static str,
    pub label: &'static str,
}

/// A stretch of a prompt as it is written.
enum Stretch {
    /// Text to be shown, in bytes of the prompt.
    Text(Range<usize>),
    /// A gap with its braces, and what stands between them.
    Gap { whole: Range<usize>, inside: Range<usize> },
}

/// The stretches of `prompt`; the backslash of `\{{` belongs to none.
fn stretches(prompt: &str) -> Result<Vec<Stretch>, GapProblem> {
    let mut stretches = Vec::new();
    let mut at = 0;
    while let Some(found) = prompt.get(at..).and_then(|rest| rest.find("{{")) {
        let open = at + found;
        if prompt.get(at..open).is_some_and(|before| before.ends_with('\\')) {
            stretches.push(Stretch::Text(at..open - 1));
            stretches.push(Stretch::Text(open..open + 2));
            at = open + 2;
            continue;
        }
        let inside = open + 2;
        let Some(len) = prompt.get(inside..).and_then(|rest| rest.find("}}")) else {
            return Err(problem(open..inside, "a gap without an end", "no `}}` follows"));
        };
        let close = inside + len;
        stretches.push(Stretch::Text(at..open));
        stretches.push(Stretch::Gap { whole: open..close + 2, inside: inside..close });
        at = close + 2;
    }
    stretches.push(Stretch::Text(at..prompt.len()));
    Ok(stretches)
}

/// Cuts `prompt`; every gap is held against its answers by `case` and `exactness`.
pub fn cut(prompt: &str, case: bool, exactness: Exactness) -> Result<Cloze, GapProblem> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    for stretch in stretches(prompt)? {
        let (whole, inside) = match stretch {
            Stretch::Text(range) => {
                text.push_str(prompt.get(range).unwrap_or_default());
                continue;
            }
            Stretch::Gap { whole, inside } => (whole, inside),
        };
        let answers = alternatives(prompt.get(inside).unwrap_or_default());
        if answers.iter().any(String::is_empty) {
            return Err(problem(whole, "an empty gap", "nothing would fill it"));
        }
        if !text.is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut text)));
        }
        pieces.push(Piece::Gap(Accepted { answers, case, exactness }));
    }
    if pieces.is_empty() {
        let title = "a `cloze` without a gap";
        return Err(GapProblem { at: None, title, label: "nothing is left to fill in" });
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    Ok(Cloze(pieces))
}

/// Where the bytes `shown` of the prompt as it is shown stand in `prompt` as it is written; `None`
/// where they do not end in text.
pub fn written(prompt: &str, shown: &Range<usize>) -> Option<Range<usize>> {
    let mut at = 0;
    let mut start = None;
    for stretch in stretches(prompt).ok()? {
        let Stretch::Text(text) = stretch else {
            at += Cloze::EMPTY_GAP.len();
            continue;
        };
        let here = at..at + text.len();
        if here.contains(&shown.start) {
            start = Some(text.start + (shown.start - at));
        }
        if here.start < shown.end && shown.end <= here.end {
            return Some(start?..text.start + (shown.end - at));
        }
        at = here.end;
    }
    None
}

fn problem(at: Range<usize>, title: &'static str, label: &'static str) -> GapProblem {
    GapProblem { at: Some(at), title, label }
}

/// The texts between the bars, without blanks around.
fn alternatives(inside: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut escaped = false;
    for character in inside.chars() {
        let last = all.last_mut();
        match (character, last) {
            ('|', Some(last)) if escaped => {
                last.pop();
                last.push('|');
            }
            ('|', _) => all.push(String::new()),
            (_, Some(last)) => last.push(character),
            (_, None) => {}
        }
        escaped = character == '\\';
    }
    all.iter().map(|answer| answer.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(prompt: &str) -> Result<Vec<String>, &'static str> {
        let cloze = cut(prompt, false, Exactness::Fuzzy(None)).map_err(|problem| problem.title)?;
        Ok(cloze
            .0
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Gap(accepted) => format!("<{}>", accepted.answers.join(" or ")),
            })
            .collect())
    }

    #[test]
    fn a_prompt_is_cut_at_its_gaps() {
        assert_eq!(shape("{{a}}b{{ c | d }}").unwrap(), ["<a>", "b", "<c or d>"]);
        assert_eq!(shape(r"x {{a\|b}}").unwrap(), ["x ", "<a|b>"]);
    }

    #[test]
    fn escaped_braces_are_no_gap() {
        assert_eq!(shape(r"\{{ x }} {{y}}").unwrap(), ["{{ x }} ", "<y>"]);
        assert_eq!(shape(r"\{{ x }}"), Err("a `cloze` without a gap"));
    }

    #[test]
    fn places_of_the_shown_prompt_are_found_in_the_written_one() {
        let prompt = r"\{{ x }} of {{urls|paths}} is a list";
        let shown = cut(prompt, false, Exactness::Fuzzy(None)).unwrap().shown();
        for word in ["x", "of", "list", "of { ____ } is", "{{ x"] {
            let at = shown.find(word).unwrap();
            let written = written(prompt, &(at..at + word.len())).unwrap();
            assert_eq!(prompt[written], word.replace(Cloze::EMPTY_GAP, "{{urls|paths}}"));
        }
        let gap = shown.find("____").unwrap();
        assert_eq!(written(prompt, &(gap..gap + 4)), None);
    }

    #[test]
    fn a_gap_that_cannot_be_filled_is_refused() {
        assert_eq!(shape("{{}}"), Err("an empty gap"));
        assert_eq!(shape("{{a|}}"), Err("an empty gap"));
        assert_eq!(shape("a {{b"), Err("a gap without an end"));
    }
}
