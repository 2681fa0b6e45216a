//! Gaps to fill, one after the other.

use super::widget::{Left, Outcome, line};
use crate::attempt::Given;
use crate::quiz::AnswerText;
use crate::quiz::question::Cloze;

/// Lets each gap be filled.
pub fn ask(cloze: &Cloze, draft: &Given) -> Outcome<Given> {
    let gaps = cloze.gaps().count();
    let mut filled = match draft {
        Given::Parts(parts) => parts.iter().map(|part| part.raw().to_owned()).collect(),
        Given::Text(_) => Vec::new(),
    };
    filled.resize(gaps, String::new());
    for gap in 0..gaps {
        let message = match gaps {
            1 => "The gap:".to_owned(),
            _ => format!("Gap {} of {gaps}:", gap + 1),
        };
        let start = filled.get(gap).cloned().unwrap_or_default();
        let (text, left) = match line(&message, &start, "Enter goes on · Esc menu") {
            Ok(text) => (text, None),
            Err((how, text)) => (text, Some(how)),
        };
        if let Some(place) = filled.get_mut(gap) {
            *place = text;
        }
        if let Some(how) = left {
            return Err(Left::By(how, given(&filled)));
        }
    }
    Ok(given(&filled))
}

fn given(filled: &[String]) -> Given {
    Given::Parts(filled.iter().map(AnswerText::new).collect())
}
