//! What stands above a question: number, topic, level, points, time left, and the prompt.

use super::interviewer::{Asked, Opening};
use super::markdown;
use super::styled::{Look, Styled};
use crate::attempt::Millis;
use crate::quiz::Points;
use crate::report::text::count;

/// The title of the quiz and what is to come.
#[must_use]
pub fn opening(opening: &Opening<'_>, width: usize) -> Vec<String> {
    let Opening { quiz, occasion, .. } = *opening;
    let of = occasion.name().map(|name| format!(": {name}")).unwrap_or_default();
    let mut lines = Styled::new(Look::Strong, quiz.title.clone() + &of).wrap(width, "", "");
    // What a quiz says of itself is about all of it.
    let whole = opening.questions == quiz.questions.len();
    if let Some(description) = quiz.description.as_ref().filter(|_| whole) {
        lines.extend(Styled::new(Look::Plain, description).wrap(width, "", ""));
    }
    let all = count(quiz.questions.len(), "question");
    let asked = if whole { all } else { format!("{} of {all}", opening.questions) };
    let mut facts = vec![asked, points(opening.points)];
    facts.extend((!occasion.is_of_gaps()).then(|| format!("{} passes", quiz.pass)));
    facts.extend(opening.time_limit.map(|limit| format!("{} at most", clock(limit))));
    facts.extend(opening.exam.then(|| "exam: nothing is revealed until the end".to_owned()));
    facts.extend(opening.seed.map(|seed| format!("seed {seed}")));
    lines.extend(Styled::new(Look::Quiet, facts.join(" · ")).wrap(width, "", ""));
    lines
}

/// A question's head and prompt.
#[must_use]
pub fn question(asked: &Asked<'_>, width: usize) -> Vec<String> {
    let mut lines = head(asked).wrap(width, "", "");
    lines.push(String::new());
    lines.extend(markdown::lines(asked.question.prompt.as_str(), width));
    let hint = hint(asked, width);
    if !hint.is_empty() {
        lines.push(String::new());
        lines.extend(hint);
    }
    lines
}

/// The hint, if it was taken.
#[must_use]
pub fn hint(asked: &Asked<'_>, width: usize) -> Vec<String> {
    let Some(hint) = asked.question.hint.as_ref().filter(|_| asked.hint_taken) else {
        return Vec::new();
    };
    let title = match hint.cost {
        Points::ZERO => "Hint".to_owned(),
        cost => format!("Hint, for {}", points(cost)),
    };
    let mut lines = Styled::new(Look::Strong, title).wrap(width, "", "");
    lines.extend(markdown::lines(hint.text.as_str(), width));
    lines
}

fn head(asked: &Asked<'_>) -> Styled {
    let mut facts = vec![asked.topic.to_owned()];
    facts.extend(asked.question.level.map(|level| level.to_string()));
    facts.push(points(asked.question.points));
    facts.extend(asked.time_left.map(|left| format!("{} left", clock(left))));
    let own = asked.question_time_left;
    facts.extend(own.map(|left| format!("{} for this question", clock(left))));
    Styled::new(Look::Strong, format!("Question {} of {}", asked.number, asked.of))
        .with(Look::Quiet, format!(" · {}", facts.join(" · ")))
}

/// `1 point`, `2.5 points`.
#[must_use]
pub fn points(points: Points) -> String {
    count(points, "point")
}

/// `45:00`, `1:02:05`.
#[must_use]
pub fn clock(time: Millis) -> String {
    let seconds = time.0.div_ceil(1000);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_shown_as_a_clock_shows_them() {
        assert_eq!(clock(Millis(2_700_000)), "45:00");
        assert_eq!(clock(Millis(59_001)), "1:00");
        assert_eq!(clock(Millis(3_725_000)), "1:02:05");
    }
}
