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

/// Cuts `prompt`; every gap is held against its answers by `case` and `exactness`.
pub fn cut(prompt: &str, case: bool, exactness: Exactness) -> Result<Cloze, GapProblem> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut at = 0;
    while let Some(found) = prompt.get(at..).and_then(|rest| rest.find("{{")) {
        let open = at + found;
        let before = prompt.get(at..open).unwrap_or_default();
        if let Some(before) = before.strip_suffix('\\') {
            text.push_str(before);
            text.push_str("{{");
            at = open + 2;
            continue;
        }
        text.push_str(before);
        let inside = prompt.get(open + 2..).unwrap_or_default();
        let Some(len) = inside.find("}}") else {
            return Err(problem(open..open + 2, "a gap without an end", "no `}}` follows"));
        };
        let close = open + 2 + len;
        let answers = alternatives(inside.get(..len).unwrap_or_default());
        if answers.iter().any(String::is_empty) {
            return Err(problem(open..close + 2, "an empty gap", "nothing would fill it"));
        }
        if !text.is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut text)));
        }
        pieces.push(Piece::Gap(Accepted { answers, case, exactness }));
        at = close + 2;
    }
    text.push_str(prompt.get(at..).unwrap_or_default());
    if pieces.is_empty() {
        let title = "a `cloze` without a gap";
        return Err(GapProblem { at: None, title, label: "nothing is left to fill in" });
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    Ok(Cloze(pieces))
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
    fn a_gap_that_cannot_be_filled_is_refused() {
        assert_eq!(shape("{{}}"), Err("an empty gap"));
        assert_eq!(shape("{{a|}}"), Err("an empty gap"));
        assert_eq!(shape("a {{b"), Err("a gap without an end"));
    }
}
