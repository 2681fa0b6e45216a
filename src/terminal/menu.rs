//! The ways out of a question: go on, keep, hint, editor, skip, back, stop.

use super::header::points;
use super::interviewer::{Asked, Setting};
use crate::quiz::Points;
use crate::quiz::question::Task;

/// A way that the menu offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Back to the answer.
    GoOn,
    /// Leave the earlier answer as it is.
    Keep,
    /// Show the hint.
    Hint,
    /// Write in the person's own editor.
    Editor,
    /// Leave the question unanswered.
    Skip,
    /// To an earlier question.
    Back,
    /// End the attempt.
    Stop,
}

/// The ways there are at this question, with what they are called; `written` says whether there is a
/// draft.
#[must_use]
pub fn ways(asked: &Asked<'_>, written: bool) -> Vec<(Way, String)> {
    let mut ways = vec![(Way::GoOn, "Go on with the answer".to_owned())];
    if asked.previous.is_some() {
        ways.push((Way::Keep, "Leave your earlier answer as it is".to_owned()));
    }
    if let Some(hint) = asked.question.hint.as_ref().filter(|_| !asked.hint_taken) {
        let text = match hint.cost {
            Points::ZERO => "Show the hint".to_owned(),
            cost => format!("Show the hint (costs {})", points(cost)),
        };
        ways.push((Way::Hint, text));
    }
    if matches!(asked.question.task, Task::Text(_)) && asked.setting != Setting::Home {
        ways.push((Way::Editor, "Write in an editor".to_owned()));
    }
    let shown_later = asked.setting == Setting::Practice && asked.question.answer.is_some();
    let skip = if shown_later { "; the report will show its answer" } else { "" };
    ways.push((Way::Skip, format!("Skip this question{skip}")));
    if let Some(number) = asked.earlier {
        ways.push((Way::Back, format!("Back to question {number}")));
    }
    let stop = match asked.setting {
        Setting::Home => "To the overview",
        Setting::Practice if written => "Stop here without this draft, and see the report",
        Setting::Exam if written => "Stop here with this draft, and see the report",
        Setting::Practice | Setting::Exam => "Stop here and see the report",
    };
    ways.push((Way::Stop, stop.to_owned()));
    ways
}
