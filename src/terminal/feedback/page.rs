//! The parts of the feedback, one below the other.

use super::line::Line;
use super::{other, prose};
use crate::grade::Outcome;
use crate::quiz::question::Task;
use crate::quiz::{Points, Response};
use crate::terminal::header::points;
use crate::terminal::interviewer::Revealed;
use crate::terminal::markdown;
use crate::terminal::styled::{Look, Styled};

/// The whole feedback in lines of at most `width` columns. In `words`, each line says in a word what
/// it is, for screens that are read aloud; otherwise a sign stands before it.
#[must_use]
pub fn lines(revealed: &Revealed<'_>, width: usize, words: bool) -> Vec<String> {
    let mut page = vec![score(revealed).paint()];
    let findings = findings(revealed, width, words);
    if !findings.is_empty() {
        page.push(String::new());
        page.extend(findings);
    }
    page.extend(flags(revealed).iter().flat_map(|line| line.wrap(width, words)));
    page.extend(model_answer(revealed, width));
    page
}

fn score(revealed: &Revealed<'_>) -> Styled {
    let possible = revealed.graded.grade.possible;
    let look = match revealed.graded.earned {
        Points::ZERO => Look::Bad,
        earned if earned == possible => Look::Good,
        _ => Look::Warning,
    };
    let mut text = Styled::new(look, format!("{} of {}", revealed.graded.earned, points(possible)));
    let cost = revealed.graded.grade.earned.saturating_sub(revealed.graded.earned);
    if cost != Points::ZERO {
        text.push(Look::Quiet, format!(" ({cost} taken off for the hint)"));
    }
    if revealed.late {
        text.push(Look::Quiet, " (late)");
    }
    text
}

fn findings(revealed: &Revealed<'_>, width: usize, words: bool) -> Vec<String> {
    match (&revealed.graded.grade.outcome, &revealed.asked.question.task, &revealed.graded.response)
    {
        (Outcome::Text(findings), Task::Text(rubric), Response::Written(answer)) => {
            prose::lines(findings, rubric, answer.raw(), width, words)
        }
        _ => other::lines(revealed).iter().flat_map(|line| line.wrap(width, words)).collect(),
    }
}

fn flags(revealed: &Revealed<'_>) -> Vec<Line> {
    let flags = revealed.graded.grade.flags.iter();
    flags.map(|flag| Line::note(Styled::new(Look::Warning, flag.meaning()))).collect()
}

fn model_answer(revealed: &Revealed<'_>, width: usize) -> Vec<String> {
    let Some(answer) = &revealed.asked.question.answer else { return Vec::new() };
    let mut lines = vec![String::new(), Styled::new(Look::Strong, "Model answer").paint()];
    lines.extend(markdown::lines(answer.as_str(), width));
    lines
}
