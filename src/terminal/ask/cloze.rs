//! Gaps to fill, one after the other.

use std::sync::Arc;

use super::widget::{Outcome, line};
use crate::attempt::Given;
use crate::quiz::AnswerText;
use crate::quiz::question::Cloze;
use crate::terminal::unsent::Unsent;

/// Lets each gap be filled.
pub fn ask(cloze: &Cloze, draft: &Given, unsent: &Unsent) -> Outcome<Given> {
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
        let so_far = filled.clone();
        let start = so_far.get(gap).cloned().unwrap_or_default();
        let whole = Arc::new(move |text: &str| given(&with(so_far.clone(), gap, text)));
        let text = line(&message, &start, "Enter goes on · Esc menu", unsent, whole)?;
        filled = with(filled, gap, &text);
    }
    Ok(given(&filled))
}

/// The same with `text` in a gap.
fn with(mut filled: Vec<String>, gap: usize, text: &str) -> Vec<String> {
    if let Some(place) = filled.get_mut(gap) {
        text.clone_into(place);
    }
    filled
}

fn given(filled: &[String]) -> Given {
    Given::Parts(filled.iter().map(AnswerText::new).collect())
}
