//! A packed file read by the program that takes it: what is asked, without what is right.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::handle::Handle;
use super::key::PublicKey;
use super::manifest::{Asked, VERSION};
use super::pack::{Kind, Pack, PackedQuestion, Part};
use crate::attempt::{Given, Millis, answer};
use crate::hypertext::{Foreign, source};
use crate::quiz::question::{
    Accepted, Choice, Cloze, Exactness, ItemId, OptionId, Options, Piece, Question, QuestionId,
    Rubric, Sequence, Target, Task,
};
use crate::quiz::{Markdown, PerMille, Response, TopicId};

/// Most bytes of a packed file.
pub const LIMIT: usize = 16 << 20;

const BEGIN: &str = "<script type=\"application/json\" id=\"pack\">";
const END: &str = "</script>";

/// Why a text is no packed file that can be taken.
#[derive(Debug, thiserror::Error)]
pub enum NoPack {
    /// It has no data block.
    #[error("this is no file that `viva pack` has made")]
    NoData,
    /// The data block does not end.
    #[error("cut off: get the file anew from whoever sent it")]
    CutOff,
    /// The data have another form.
    #[error("altered or made by another program: {0}")]
    Form(#[from] serde_json::Error),
    /// Of a later version.
    #[error("packed in version {0} of the format, and this program reads version {VERSION}")]
    Version(u32),
    /// The manifest, which goes back to the maker, says something else.
    #[error("altered: it does not ask what its maker has signed")]
    NotAsSigned,
    /// Nothing could be sealed for its key.
    #[error("altered: its key is none")]
    Key,
    /// A text that its maker cannot have written.
    #[error("altered or made by another program: question {0}: {1}")]
    Text(usize, Foreign),
    /// A question that nobody can answer.
    #[error("altered or made by another program: question {0} cannot be answered")]
    Unanswerable(usize),
    /// The message before the start.
    #[error("altered or made by another program: its message: {0}")]
    Message(Foreign),
}

/// What is asked, with what a person needs to see.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// As it was sent.
    pub pack: Pack,
    /// What answers are sealed for.
    pub key: PublicKey,
    /// What is said before the start.
    pub message: Option<Markdown>,
    /// The questions in the order of asking. Their keys are empty: nothing here knows what is right.
    questions: Vec<Question>,
}

impl Sheet {
    /// Reads a packed file.
    pub fn read(html: &str) -> Result<Self, NoPack> {
        let (_, data) = html.split_once(BEGIN).ok_or(NoPack::NoData)?;
        let (data, _) = data.split_once(END).ok_or(NoPack::CutOff)?;
        Self::new(parse(data)?)
    }

    fn new(pack: Pack) -> Result<Self, NoPack> {
        if !is_as_signed(&pack) {
            return Err(NoPack::NotAsSigned);
        }
        let key = pack.key.read().ok_or(NoPack::Key)?;
        let message = pack.message.as_deref().map(source).transpose().map_err(NoPack::Message)?;
        let questions = (1..).zip(&pack.questions).map(|(number, packed)| question(number, packed));
        let questions = questions.collect::<Result<_, _>>()?;
        Ok(Self { key, message: message.map(|text| text.markdown), questions, pack })
    }

    /// The questions in the order of asking.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The question at `place`, from 0, as it was packed.
    #[must_use]
    pub fn packed(&self, place: usize) -> Option<&PackedQuestion> {
        self.pack.questions.get(place)
    }

    /// An answer to the question at `place` as a submission has it, with handles for what is picked.
    pub fn handed_in(&self, place: usize, given: &Given) -> Result<Given, answer::Unreadable> {
        let Some((question, packed)) = self.questions.get(place).zip(self.packed(place)) else {
            return Ok(Given::text(""));
        };
        let handles = |ids: Vec<u32>| {
            let part =
                |id: &u32| packed.kind.parts().get(*id as usize).map(|it| it.handle.as_str());
            ids.iter().filter_map(part).map(str::to_owned).collect::<Vec<_>>()
        };
        Ok(match answer::read(question, given, &[])? {
            Response::Picked(ids) => {
                let handles = handles(ids.iter().map(|OptionId(id)| *id).collect());
                match (&packed.kind, handles.as_slice()) {
                    (Kind::Choice { .. }, [one]) => Given::text(one),
                    _ => Given::parts(handles),
                }
            }
            Response::Ordered(ids) => {
                Given::parts(handles(ids.iter().map(|ItemId(id)| *id).collect()))
            }
            response => answer::write(question, &response),
        })
    }

    /// The way back: what was handed in as a person gave it.
    #[must_use]
    pub fn shown(&self, place: usize, handed_in: &Given) -> Given {
        let Some((question, packed)) = self.questions.get(place).zip(self.packed(place)) else {
            return handed_in.clone();
        };
        let parts = packed.kind.parts();
        if parts.is_empty() {
            return handed_in.clone();
        }
        let place = |handle: &str| {
            let place = parts.iter().position(|part| part.handle.as_str() == handle)?;
            u32::try_from(place).ok()
        };
        let places: Vec<u32> = match handed_in {
            Given::Text(handle) => place(handle.raw()).into_iter().collect(),
            Given::Parts(handles) => handles.iter().filter_map(|it| place(it.raw())).collect(),
        };
        let response = match question.task {
            Task::Order(_) => Response::Ordered(places.into_iter().map(ItemId).collect()),
            _ => Response::Picked(places.into_iter().map(OptionId).collect()),
        };
        answer::write(question, &response)
    }
}

fn parse(data: &str) -> Result<Pack, NoPack> {
    #[derive(Deserialize)]
    struct Versioned {
        version: u32,
    }
    let Versioned { version } = serde_json::from_str(data)?;
    if version != VERSION {
        return Err(NoPack::Version(version));
    }
    Ok(serde_json::from_str(data)?)
}

/// Whether the data say the same as the manifest. Whose that is, only its maker can tell.
fn is_as_signed(pack: &Pack) -> bool {
    let asked = |it: &PackedQuestion| Asked { id: it.id.clone(), time_limit: it.time_limit };
    pack.signed.read().is_some_and(|manifest| {
        manifest.version == VERSION
            && manifest.pack == pack.pack
            && manifest.candidate == pack.candidate
            && manifest.time_limit == pack.time_limit
            && manifest.deadline == pack.deadline
            && manifest.questions == pack.questions.iter().map(asked).collect::<Vec<_>>()
            && !manifest.questions.is_empty()
    })
}

fn question(number: usize, packed: &PackedQuestion) -> Result<Question, NoPack> {
    let foreign = |foreign| NoPack::Text(number, foreign);
    let prompt = source(&packed.prompt).map_err(foreign)?;
    let texts = |parts: &[Part]| -> Result<Vec<Markdown>, NoPack> {
        let texts = parts.iter().map(|part| source(&part.html).map(|text| text.markdown));
        let texts: Vec<Markdown> = texts.collect::<Result<_, _>>().map_err(foreign)?;
        if texts.len() < 2 { Err(NoPack::Unanswerable(number)) } else { Ok(texts) }
    };
    let gaps = match packed.kind {
        Kind::Cloze { gaps } => gaps,
        _ => 0,
    };
    if gaps != prompt.gaps.len() || prompt.gaps.iter().zip(1..).any(|(found, due)| *found != due) {
        return Err(NoPack::Unanswerable(number));
    }
    Ok(Question {
        // For people, in messages.
        id: QuestionId::new(format!("question {number}")),
        was: Vec::new(),
        topic: TopicId::new(&packed.topic),
        tags: Vec::new(),
        level: packed.level,
        prompt: prompt.markdown,
        points: serde_json::from_str(&packed.points)?,
        time_limit: packed.time_limit.map(Millis::duration),
        hint: None,
        answer: None,
        sources: Vec::new(),
        allow: Vec::new(),
        task: match &packed.kind {
            Kind::Text => Task::Text(rubric()),
            Kind::Short => Task::Short(accepted()),
            Kind::Choice { options } => Task::Choice(choices(texts(options)?)),
            Kind::Multi { options } => Task::Multi(choices(texts(options)?)),
            Kind::Boolean => Task::Boolean(true),
            Kind::Number { unit } => Task::Number(Target {
                value: Decimal::ZERO,
                tolerance: Decimal::ZERO,
                unit: unit.clone(),
            }),
            Kind::Order { items } => Task::Order(Sequence(texts(items)?)),
            Kind::Cloze { .. } => {
                Task::Cloze(Cloze(prompt.gaps.iter().map(|_| Piece::Gap(accepted())).collect()))
            }
        },
    })
}

fn rubric() -> Rubric {
    let full_at = PerMille::ONE;
    Rubric {
        sides: Vec::new(),
        keywords: Vec::new(),
        misconceptions: Vec::new(),
        full_at,
        examples: Vec::new(),
    }
}

fn accepted() -> Accepted {
    Accepted { answers: Vec::new(), case: true, exactness: Exactness::Exact }
}

fn choices(texts: Vec<Markdown>) -> Options {
    let choice = |text| Choice { text, correct: false, feedback: None };
    Options(texts.into_iter().map(choice).collect())
}

impl Kind {
    /// What is picked or put in order.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        match self {
            Self::Choice { options } | Self::Multi { options } => options,
            Self::Order { items } => items,
            _ => &[],
        }
    }
}

impl Sheet {
    /// What stands for the question at `place`.
    #[must_use]
    pub fn handle(&self, place: usize) -> Option<&Handle> {
        self.packed(place).map(|packed| &packed.id)
    }
}

#[cfg(test)]
mod tests;
