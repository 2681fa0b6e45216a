//! Feedback on every type but prose.

use super::line::{Kind, Line};
use super::reason;
use crate::grade::{Match, Outcome};
use crate::matcher::Likeness;
use crate::quiz::Response;
use crate::quiz::question::{Accepted, ItemId, Options, Sequence, Task};
use crate::terminal::interviewer::Revealed;
use crate::terminal::markdown;
use crate::terminal::styled::{Look, Styled};

/// One line per option, gap or item that there is something to say about.
pub fn lines(revealed: &Revealed<'_>) -> Vec<Line> {
    match (&revealed.graded.grade.outcome, &revealed.asked.question.task, &revealed.graded.response)
    {
        (Outcome::Short(found), Task::Short(accepted), Response::Written(answer)) => {
            vec![compared(found, accepted, answer.raw())]
        }
        (Outcome::Picked { picked, left }, Task::Choice(options) | Task::Multi(options), _) => {
            let picked = picked.iter().map(|(id, right)| {
                option(options, *id, if *right { Kind::Found } else { Kind::Wrong })
            });
            let left = left.iter().map(|id| option(options, *id, Kind::Missed));
            picked.chain(left).collect()
        }
        (Outcome::Judged { right }, Task::Boolean(correct), _) => {
            vec![verdict(*right, &format!("it is {correct}"))]
        }
        (Outcome::Counted { right, off }, Task::Number(target), _) => {
            let unit = target.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
            let exact = format!("{}{unit}", target.value);
            let far = (!off.is_zero()).then(|| format!("; yours is {off}{unit} off"));
            let far = far.unwrap_or_default();
            vec![verdict(*right, &format!("it is {exact}{far}"))]
        }
        (
            Outcome::Ordered { concordant, pairs, .. },
            Task::Order(sequence),
            Response::Ordered(given),
        ) => ordered(*concordant, *pairs, sequence, given),
        (Outcome::Filled(found), Task::Cloze(cloze), Response::Filled(answers)) => {
            let gaps = cloze.gaps().zip(found).zip(answers);
            gaps.map(|((gap, found), answer)| compared(found, gap, answer.raw())).collect()
        }
        _ => Vec::new(),
    }
}

fn verdict(right: bool, text: &str) -> Line {
    let kind = if right { Kind::Found } else { Kind::Wrong };
    Line::new(kind, Styled::new(Look::Plain, text))
}

fn option(options: &Options, id: crate::quiz::question::OptionId, kind: Kind) -> Line {
    let Some(option) = options.get(id) else { return Line::note(Styled::default()) };
    let verdict = match kind {
        Kind::Missed => "right, not picked: ",
        Kind::Wrong => "not right: ",
        _ => "",
    };
    let mut text = Styled::new(Look::Plain, verdict).and(&markdown::inline(option.text.as_str()));
    if let Some(feedback) = option.feedback.as_ref().filter(|_| kind != Kind::Missed) {
        text.push(Look::Plain, format!(". {feedback}"));
    }
    Line::new(kind, text)
}

fn compared(found: &Match, accepted: &Accepted, written: &str) -> Line {
    let name = |answer: usize| accepted.answers.get(answer).map_or("", String::as_str);
    let right = format!("the answer is “{}”", name(0));
    let (kind, text) = match found {
        Match::Accepted { answer, likeness: Likeness::Fuzzy { similarity, .. } } => {
            let text =
                format!("you wrote “{written}”, counted as “{}”, {similarity}", name(*answer));
            (Kind::Found, text)
        }
        Match::Accepted { .. } => (Kind::Found, format!("“{written}”")),
        Match::NearMiss { answer, similarity, reason } => {
            let near = format!("“{written}” is near “{}” ({similarity})", name(*answer));
            (Kind::Near, format!("{near}, not counted: {}; {right}", reason::refused(*reason)))
        }
        Match::Wrong => (Kind::Wrong, format!("you wrote “{written}”; {right}")),
        Match::Empty => (Kind::Missed, right),
    };
    Line::new(kind, Styled::new(Look::Plain, text))
}

/// How many pairs are right, and the right order, with the places that items were given where those
/// are others.
fn ordered(concordant: u32, pairs: u32, sequence: &Sequence, given: &[ItemId]) -> Vec<Line> {
    let text = format!("{concordant} of {pairs} pairs are in the right order");
    let kind = match concordant {
        all if all == pairs => Kind::Found,
        most if most > pairs / 2 => Kind::Partly,
        _ => Kind::Wrong,
    };
    let mut lines = vec![Line::new(kind, Styled::new(Look::Plain, text))];
    if concordant < pairs {
        lines.extend(sequence.iter().enumerate().map(|(place, (id, item))| {
            let mut text = Styled::new(Look::Plain, format!("{}. ", place + 1))
                .and(&markdown::inline(item.as_str()));
            let yours = given.iter().position(|given| *given == id);
            if let Some(yours) = yours.filter(|yours| *yours != place) {
                text.push(Look::Warning, format!(" (you put it at {})", yours + 1));
            }
            Line::note(text)
        }));
    }
    lines
}
