//! What a pack holds: all that is asked, and nothing from which the answers could be guessed.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use super::armour::LIMIT;
use super::handle::{Handle, Handles};
use super::key::{PrivateKey, PublicKey};
use super::manifest::{Asked, Manifest, Signed, VERSION, quiz_mark};
use super::pack_id::PackId;
use super::subkey::Purpose;
use crate::attempt::{DrawError, Drawn, Millis, Selection, draw_secretly, secret_order};
use crate::hypertext;
use crate::quiz::question::{Options, Question, QuestionId, Sequence, Task};
use crate::quiz::{AnswerText, Level, Markdown, Quiz, TopicId};

/// Most bytes of one text of an answer.
pub const ANSWER_LIMIT: usize = 64 << 10;

/// What a pack is to be like.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Order {
    /// Whom it is for; `None` if the candidate gives a name.
    pub candidate: Option<AnswerText>,
    /// What is said before the start.
    pub message: Option<Markdown>,
    /// Limit for the whole.
    pub time_limit: Option<Millis>,
    /// Until when it is to be handed in, since 1970-01-01T00:00:00Z.
    pub deadline: Option<Millis>,
    /// Which questions are asked. Its seed decides together with key and pack id.
    pub selection: Selection,
}

/// The data of a pack, as `docs/submission-format.md` describes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// The version of its form.
    pub version: u32,
    /// What it asks, bound to its maker.
    #[serde(flatten)]
    pub signed: Signed,
    /// Its name.
    pub pack: PackId,
    /// Whom it is for.
    pub candidate: Option<AnswerText>,
    /// Limit for the whole.
    pub time_limit: Option<Millis>,
    /// Until when it is to be handed in.
    pub deadline: Option<Millis>,
    /// The quiz's title, as plain text.
    pub title: String,
    /// The quiz's language, a BCP 47 tag.
    pub language: String,
    /// What is said before the start, as HTML.
    pub message: Option<String>,
    /// The key that answers are sealed for.
    pub key: PackedKey,
    /// How long answers may be.
    pub limits: Limits,
    /// The questions in the order in which they are asked.
    pub questions: Vec<PackedQuestion>,
}

/// A public key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedKey {
    /// The uncompressed point, as base64url.
    pub point: String,
    /// Its fingerprint, as hexadecimal.
    pub fingerprint: String,
}

/// How long answers may be, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// One text of an answer.
    pub answer: usize,
    /// The whole armoured text.
    pub submission: usize,
}

/// A question as it is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedQuestion {
    /// Stands for it.
    pub id: Handle,
    /// The title of its topic, as plain text.
    pub topic: String,
    /// How much experience it asks for.
    pub level: Option<Level>,
    /// What it is worth, for people.
    pub points: String,
    /// Limit for this question alone.
    pub time_limit: Option<Millis>,
    /// What is asked, as HTML.
    pub prompt: String,
    /// How it is answered.
    #[serde(flatten)]
    pub kind: Kind,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Kind {
    /// Prose.
    Text,
    /// A word, a name, a command.
    Short,
    /// Pick one.
    Choice {
        /// In the order shown.
        options: Vec<Part>,
    },
    /// Pick several.
    Multi {
        /// In the order shown.
        options: Vec<Part>,
    },
    /// True or false.
    Boolean,
    /// A number.
    Number {
        /// Shown beside it.
        unit: Option<String>,
    },
    /// Put items in order.
    Order {
        /// In the order shown.
        items: Vec<Part>,
    },
    /// Fill the gaps of the prompt.
    Cloze {
        /// How many there are.
        gaps: usize,
    },
}

/// An option or item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Stands for it.
    pub handle: Handle,
    /// What it says.
    pub html: String,
}

/// The id of the pack that `order` makes with `key` from its seed: the same for the same order.
#[must_use]
pub fn seeded_id(quiz: &Quiz, key: &PrivateKey, order: &Order) -> PackId {
    let Selection { topics, levels, tags, count, shuffle, seed } = &order.selection;
    let settings = serde_json::json!({
        "candidate": order.candidate,
        "count": count,
        "deadline": order.deadline,
        "levels": levels.iter().map(|level| level.as_str()).collect::<Vec<_>>(),
        "message": order.message.as_ref().map(Markdown::as_str),
        "seed": seed,
        "shuffle": shuffle,
        "tags": tags,
        "time_limit": order.time_limit,
        "topics": topics.iter().map(TopicId::as_str).collect::<Vec<_>>(),
    });
    let parts = [quiz.digest.to_string(), settings.to_string()];
    let mac = key.subkey(Purpose::Pack).mac(&parts.each_ref().map(String::as_bytes));
    let mut id = [0; 16];
    id.copy_from_slice(&mac[..16]);
    PackId(id)
}

impl Pack {
    /// Packs `quiz` under the name `id`.
    pub fn new(
        quiz: &Quiz,
        key: &PrivateKey,
        id: PackId,
        order: &Order,
    ) -> Result<Self, DrawError> {
        let seed = order.selection.seed.to_le_bytes();
        let secret = key.subkey(Purpose::Shuffle).mac(&[id.to_string().as_bytes(), &seed]);
        let drawn = draw_secretly(quiz, &order.selection, &secret)?;
        let packer = Packer { quiz, handles: Handles::new(key, id), secret };
        let questions: Vec<PackedQuestion> = drawn
            .iter()
            .filter_map(|drawn| Some((drawn, quiz.question(drawn.question.as_str())?)))
            .map(|(drawn, question)| packer.question(drawn, question))
            .collect();
        let asked =
            questions.iter().map(|it| Asked { id: it.id.clone(), time_limit: it.time_limit });
        let manifest = Manifest {
            version: VERSION,
            pack: id,
            candidate: order.candidate.clone(),
            quiz: quiz_mark(key, quiz.digest),
            questions: asked.collect(),
            time_limit: order.time_limit,
            deadline: order.deadline,
        };
        Ok(Self {
            version: VERSION,
            signed: manifest.sign(key),
            pack: id,
            candidate: manifest.candidate,
            time_limit: manifest.time_limit,
            deadline: manifest.deadline,
            title: quiz.title.clone(),
            language: quiz.language.as_str().to_owned(),
            message: order.message.as_ref().map(|text| hypertext::blocks(text).into_string()),
            key: PackedKey::new(key.public()),
            limits: Limits { answer: ANSWER_LIMIT, submission: LIMIT },
            questions,
        })
    }

    /// As JSON that can stand in an HTML element: no `<` is in it.
    #[must_use]
    pub fn to_json(&self) -> String {
        // A structure of texts and numbers always has a JSON form.
        serde_json::to_string(self).unwrap_or_default().replace('<', "\\u003c")
    }
}

impl PackedKey {
    /// `key` as it stands in a pack.
    #[must_use]
    pub fn new(key: &PublicKey) -> Self {
        Self {
            point: URL_SAFE_NO_PAD.encode(key.to_bytes()),
            fingerprint: key.fingerprint().to_string(),
        }
    }

    /// The key, if it is one and has this fingerprint.
    #[must_use]
    pub fn read(&self) -> Option<PublicKey> {
        let key = PublicKey::from_bytes(&URL_SAFE_NO_PAD.decode(&self.point).ok()?)?;
        (key.fingerprint().to_string() == self.fingerprint).then_some(key)
    }
}

struct Packer<'q> {
    quiz: &'q Quiz,
    handles: Handles,
    secret: [u8; 32],
}

impl Packer<'_> {
    fn question(&self, drawn: &Drawn, question: &Question) -> PackedQuestion {
        let topic = self.quiz.topic(&question.topic);
        let prompt = match &question.task {
            Task::Cloze(cloze) => hypertext::cloze(cloze),
            _ => hypertext::blocks(&question.prompt),
        };
        PackedQuestion {
            id: self.handles.question(&question.id),
            topic: topic.map_or_else(|| question.topic.to_string(), |topic| topic.title.clone()),
            level: question.level,
            points: question.points.to_string(),
            time_limit: drawn.time_limit,
            prompt: prompt.into_string(),
            kind: self.kind(drawn, question),
        }
    }

    fn kind(&self, drawn: &Drawn, question: &Question) -> Kind {
        match &question.task {
            Task::Text(_) => Kind::Text,
            Task::Short(_) => Kind::Short,
            Task::Choice(options) => Kind::Choice { options: self.options(drawn, options) },
            Task::Multi(options) => Kind::Multi { options: self.options(drawn, options) },
            Task::Boolean(_) => Kind::Boolean,
            Task::Number(target) => Kind::Number { unit: target.unit.clone() },
            Task::Order(sequence) => Kind::Order { items: self.items(question, sequence) },
            Task::Cloze(cloze) => Kind::Cloze { gaps: cloze.gaps().count() },
        }
    }

    fn options(&self, drawn: &Drawn, options: &Options) -> Vec<Part> {
        let texts: Vec<&Markdown> = options.0.iter().map(|option| &option.text).collect();
        let all = 0..u32::try_from(texts.len()).unwrap_or(u32::MAX);
        let shown = if drawn.shown.is_empty() { all.collect() } else { drawn.shown.clone() };
        self.parts(&texts, &shown, &drawn.question)
    }

    /// The items are put by their texts before they are shuffled: their order in the file is the
    /// right one, and where they are shown must not depend on it.
    fn items(&self, question: &Question, sequence: &Sequence) -> Vec<Part> {
        let mut texts: Vec<&Markdown> = sequence.0.iter().collect();
        texts.sort_unstable_by_key(|text| text.as_str());
        let count = u32::try_from(texts.len()).unwrap_or(u32::MAX);
        let shown = secret_order(&self.secret, &question.id, count);
        self.parts(&texts, &shown, &question.id)
    }

    fn parts(&self, texts: &[&Markdown], shown: &[u32], question: &QuestionId) -> Vec<Part> {
        let shown = shown.iter().filter_map(|place| texts.get(*place as usize));
        shown
            .map(|text| Part {
                handle: self.handles.part(question, text.as_str()),
                html: hypertext::line(text).into_string(),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests;
