//! From an answer as given to a response of the kind that the question takes, and back.

use super::excerpt::excerpt;
use super::given::Given;
use super::number::{NotANumber, number};
use crate::quiz::question::{ItemId, OptionId, Options, Question, Sequence, Target, Task};
use crate::quiz::{AnswerText, Markdown, Response};

/// Why an answer cannot be taken for a response to its question.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// None of the options or items.
    #[error(
        "`{given}` is none of the {count} {what}; write its text or a number from 1 to {count}"
    )]
    NoneOf {
        /// The beginning of the part, made safe.
        given: String,
        /// `options` or `items`.
        what: &'static str,
        /// How many there are.
        count: usize,
    },
    /// Several options or items with commas between.
    #[error("`{given}` is none of the {what}; write `|` between several: `{apart}`")]
    Commas {
        /// The beginning of the part, made safe.
        given: String,
        /// `options` or `items`.
        what: &'static str,
        /// The beginning of the part as it is to be written, made safe.
        apart: String,
        /// How many there are.
        count: usize,
    },
    /// Several where one is asked for.
    #[error("one answer is asked for, not {0}")]
    Several(usize),
    /// Neither true nor false.
    #[error("`{0}` is neither true nor false; write true, false, yes or no")]
    NotBoolean(String),
    /// Not a number.
    #[error("`{0}` is not a number")]
    NotNumber(String),
    /// A comma that could mark thousands or decimals.
    #[error(
        "the comma in `{0}` could mark thousands or decimals; write it without, or with a full stop"
    )]
    AmbiguousNumber(String),
    /// A number with more digits than can be held.
    #[error("`{0}` has too many digits")]
    NumberTooLarge(String),
    /// Not each item once.
    #[error("each of the {0} items is to be named once")]
    NotAllItems(usize),
    /// More or fewer texts than gaps.
    #[error("{gaps} gaps are to be filled, not {given}")]
    Gaps {
        /// Gaps of the question.
        gaps: usize,
        /// Parts given.
        given: usize,
    },
}

/// Takes `given` for a response to `question`. Numbers of options and items count from 1 in the
/// order `shown`, places in the file from 0; empty stands for the file's own order.
///
/// A text wins over a number, so that an option that reads `2` is picked by `2` wherever it stands.
///
/// # Examples
/// ```
/// use vivavoce::attempt::answer::{Given, read};
/// use vivavoce::quiz::Response;
/// # use vivavoce::quiz::question::*;
/// # use vivavoce::quiz::*;
/// # let question = Question {
/// #     id: QuestionId::new("true"), was: vec![], topic: TopicId::new("t"), tags: vec![],
/// #     level: None, prompt: Markdown::new("?"), points: Points::from_thousandths(1000),
/// #     time_limit: None, hint: None, answer: None, sources: vec![], allow: vec![],
/// #     task: Task::Boolean(true),
/// # };
/// assert_eq!(read(&question, &Given::text("Yes"), &[]), Ok(Response::Judged(true)));
/// assert!(read(&question, &Given::text("perhaps"), &[]).is_err());
/// ```
pub fn read(question: &Question, given: &Given, shown: &[u32]) -> Result<Response, Unreadable> {
    if given.is_blank() {
        return Ok(Response::Skipped);
    }
    let response = match &question.task {
        Task::Text(_) | Task::Short(_) => single(given).cloned().map(Response::Written),
        Task::Choice(options) => one(options, given, shown),
        Task::Multi(options) => picks(options, given, shown).map(Response::Picked),
        Task::Boolean(_) => boolean(single(given)?.raw()),
        Task::Number(target) => counted(target, single(given)?),
        Task::Order(sequence) => ordered(sequence, given, shown),
        Task::Cloze(cloze) => filled(cloze.gaps().count(), given),
    };
    response.map(|response| if is_empty(&response) { Response::Skipped } else { response })
}

/// Whether only separators were written, so that nothing is picked and no gap filled.
fn is_empty(response: &Response) -> bool {
    match response {
        Response::Picked(picked) => picked.is_empty(),
        Response::Filled(texts) => texts.iter().all(AnswerText::is_blank),
        _ => false,
    }
}

/// The form in which a response to `question` is kept.
#[must_use]
pub fn write(question: &Question, response: &Response) -> Given {
    let text = |found: Option<&Markdown>| found.map_or("", Markdown::as_str).to_owned();
    match (response, &question.task) {
        (Response::Written(text) | Response::Counted(_, text), _) => Given::Text(text.clone()),
        (Response::Picked(picked), Task::Choice(options) | Task::Multi(options)) => {
            Given::parts(picked.iter().map(|id| text(options.get(*id).map(|option| &option.text))))
        }
        (Response::Judged(value), _) => Given::text(value.to_string()),
        (Response::Ordered(items), Task::Order(sequence)) => {
            Given::parts(items.iter().map(|id| text(sequence.get(*id))))
        }
        (Response::Filled(texts), _) => Given::Parts(texts.clone()),
        (Response::Skipped | Response::Picked(_) | Response::Ordered(_), _) => Given::text(""),
    }
}

fn single(given: &Given) -> Result<&AnswerText, Unreadable> {
    given.single().ok_or_else(|| Unreadable::Several(given.split().len()))
}

fn one(options: &Options, given: &Given, shown: &[u32]) -> Result<Response, Unreadable> {
    let picked = picks(options, given, shown).map_err(|unreadable| match unreadable {
        Unreadable::Commas { count, .. } => Unreadable::Several(count),
        other => other,
    })?;
    match picked.len() {
        0 | 1 => Ok(Response::Picked(picked)),
        several => Err(Unreadable::Several(several)),
    }
}

/// The options named, in the file's order, each once.
fn picks(options: &Options, given: &Given, shown: &[u32]) -> Result<Vec<OptionId>, Unreadable> {
    let texts: Vec<&Markdown> = options.0.iter().map(|option| &option.text).collect();
    let places = Places { texts: &texts, shown, what: "options" };
    let mut picked: Vec<OptionId> = places.all(given)?.into_iter().map(OptionId).collect();
    picked.sort_unstable();
    picked.dedup();
    Ok(picked)
}

fn ordered(sequence: &Sequence, given: &Given, shown: &[u32]) -> Result<Response, Unreadable> {
    let texts: Vec<&Markdown> = sequence.0.iter().collect();
    let places = Places { texts: &texts, shown, what: "items" }.all(given)?;
    let mut sorted = places.clone();
    sorted.sort_unstable();
    sorted.dedup();
    if places.len() != texts.len() || sorted.len() != texts.len() {
        return Err(Unreadable::NotAllItems(texts.len()));
    }
    Ok(Response::Ordered(places.into_iter().map(ItemId).collect()))
}

fn boolean(text: &str) -> Result<Response, Unreadable> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" => Ok(Response::Judged(true)),
        "false" | "no" => Ok(Response::Judged(false)),
        _ => Err(Unreadable::NotBoolean(excerpt(text))),
    }
}

fn counted(target: &Target, text: &AnswerText) -> Result<Response, Unreadable> {
    let refuse = match number(text.raw(), target.unit.as_deref()) {
        Ok(value) => return Ok(Response::Counted(value, text.clone())),
        Err(NotANumber::NoNumber) => Unreadable::NotNumber,
        Err(NotANumber::Ambiguous) => Unreadable::AmbiguousNumber,
        Err(NotANumber::TooLarge) => Unreadable::NumberTooLarge,
    };
    Err(refuse(excerpt(text.raw())))
}

/// A single gap takes the whole text, `|` included.
fn filled(gaps: usize, given: &Given) -> Result<Response, Unreadable> {
    let parts = match given {
        Given::Text(text) if gaps == 1 => vec![text.raw()],
        _ => given.split(),
    };
    if parts.len() != gaps {
        return Err(Unreadable::Gaps { gaps, given: parts.len() });
    }
    Ok(Response::Filled(parts.into_iter().map(AnswerText::new).collect()))
}

/// Options or items that an answer names.
struct Places<'a> {
    texts: &'a [&'a Markdown],
    shown: &'a [u32],
    what: &'static str,
}

impl Places<'_> {
    /// The places in the file that `given` names. A text that is an option as it stands is that
    /// option, even if it has a `|`.
    fn all(&self, given: &Given) -> Result<Vec<u32>, Unreadable> {
        if let Given::Text(text) = given
            && let Some(place) = self.place(text.raw().trim())
        {
            return Ok(vec![place]);
        }
        let parts = given.split().into_iter().filter(|part| !part.is_empty());
        parts.map(|part| self.place(part).ok_or_else(|| self.none_of(part))).collect()
    }

    fn place(&self, part: &str) -> Option<u32> {
        self.by(|text| text == part)
            .or_else(|| self.by_plain_text(part))
            .or_else(|| self.by_number(part))
    }

    fn by(&self, is: impl Fn(&str) -> bool) -> Option<u32> {
        let place = self.texts.iter().position(|text| is(text.as_str().trim()))?;
        u32::try_from(place).ok()
    }

    /// Capitals and marks may differ where only one option is meant.
    fn by_plain_text(&self, part: &str) -> Option<u32> {
        let wanted = plain(part);
        let is = |text: &Markdown| !wanted.is_empty() && plain(text.as_str().trim()) == wanted;
        let mut found = (0..).zip(self.texts).filter(|(_, text)| is(text)).map(|(place, _)| place);
        found.next().filter(|_| found.next().is_none())
    }

    fn by_number(&self, part: &str) -> Option<u32> {
        let place = part.parse::<u32>().ok()?.checked_sub(1)?;
        let place = match self.shown {
            [] => place,
            shown => *shown.get(place as usize)?,
        };
        ((place as usize) < self.texts.len()).then_some(place)
    }

    fn none_of(&self, part: &str) -> Unreadable {
        let several: Vec<&str> = part.split(',').map(str::trim).collect();
        if several.len() > 1 && several.iter().all(|part| self.place(part).is_some()) {
            let apart = excerpt(&several.join("|"));
            let (given, count) = (excerpt(part), several.len());
            return Unreadable::Commas { given, what: self.what, apart, count };
        }
        Unreadable::NoneOf { given: excerpt(part), what: self.what, count: self.texts.len() }
    }
}

/// Without the marks of Markdown's code and emphasis, and in lower case.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '`' | '*')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests;
