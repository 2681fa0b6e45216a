//! One question: what all types share, then what its type needs.

use super::code;
use super::grading::Grading;
use super::id;
use super::reading::{Reading, shortened};
use super::table::{Found, Table};
use crate::diagnostic::{Code, Diagnostic};
use crate::quiz::keys;
use crate::quiz::origin::QuestionOrigin;
use crate::quiz::question::{Hint, Question, QuestionId, Task};
use crate::quiz::{Level, Markdown, Points, TopicId};
use crate::span::Span;

/// The topic of questions that name none.
pub const GENERAL: &str = "general";

/// A question with its places, and the earlier ids with theirs.
pub struct ReadQuestion {
    /// `None` where something is wrong with the question.
    pub question: Option<(Question, QuestionOrigin)>,
    pub id: Option<Found<String>>,
    pub was: Vec<Found<String>>,
}

impl<'a> Reading<'a> {
    pub fn question(&mut self, table: Table<'a>, defaults: Grading) -> ReadQuestion {
        let kind = if table.has("type") {
            self.word(&table, "type").and_then(|word| keys::of_type(word.value))
        } else {
            keys::TYPES.first()
        };
        let table = kind.map_or(table, |kind| table.of_kind(kind));
        self.refuse_unknown_keys(&table, kind.is_none());
        let prompt = self.string(&table, "prompt");
        let id = self.question_id(&table, prompt);
        let was = self.earlier_ids(&table);
        let question = self.whole_question(&table, prompt, id.as_ref(), &was, defaults);
        ReadQuestion { question: question.filter(|_| kind.is_some()), id, was }
    }

    fn whole_question(
        &mut self,
        table: &Table<'a>,
        prompt: Option<Found<&'a str>>,
        id: Option<&Found<String>>,
        was: &[Found<String>],
        defaults: Grading,
    ) -> Option<(Question, QuestionOrigin)> {
        let mut origin = QuestionOrigin::default();
        let topic = self.topic_of(table);
        let tags = self.owned_strings(table, "tags");
        let level = self.level(table);
        let points = self.points(table, "points");
        origin.points = points.map(|found| found.span);
        let time_limit = self.duration(table, "time_limit").map(|found| found.value);
        let hint = self.hint(table, &mut origin);
        let answer = self.string(table, "answer");
        origin.answer = answer.map(|found| found.span);
        let sources = self.owned_strings(table, "sources");
        let (allow, spans) = self.codes(table);
        origin.allow = spans;
        let task = self.task(table, prompt, defaults, &mut origin);
        let (task, id, prompt) = (task?, id?, prompt?);
        (origin.id, origin.prompt) = (id.span, prompt.span);
        let shown =
            if let Task::Cloze(cloze) = &task { cloze.shown() } else { prompt.value.into() };
        let question = Question {
            id: QuestionId::new(id.value.as_str()),
            was: was.iter().map(|id| QuestionId::new(id.value.as_str())).collect(),
            topic: topic?,
            tags,
            level,
            prompt: Markdown::new(shown),
            points: points.map_or(Points::from_thousandths(1000), |found| found.value),
            time_limit,
            hint,
            answer: answer.map(|found| Markdown::new(found.value)),
            sources,
            allow,
            task,
        };
        Some((question, origin))
    }

    fn task(
        &mut self,
        table: &Table<'a>,
        prompt: Option<Found<&'a str>>,
        defaults: Grading,
        origin: &mut QuestionOrigin,
    ) -> Option<Task> {
        match table.kind_name()? {
            "text" => self.rubric(table, defaults, origin).map(Task::Text),
            "short" => self.accepted(table).map(Task::Short),
            "choice" => self.options(table, true, origin).map(Task::Choice),
            "multi" => self.options(table, false, origin).map(Task::Multi),
            "boolean" => self.flag(table, "correct").map(|found| Task::Boolean(found.value)),
            "number" => self.target(table).map(Task::Number),
            "order" => self.sequence(table).map(Task::Order),
            _ => self.cloze(table, prompt?).map(Task::Cloze),
        }
    }

    fn question_id(
        &mut self,
        table: &Table<'a>,
        prompt: Option<Found<&'a str>>,
    ) -> Option<Found<String>> {
        if table.has("id") {
            return self.id(table, "id").map(|found| found.map(str::to_owned));
        }
        let prompt = prompt?;
        let slug = id::slug(&id::without_gaps(prompt.value));
        if slug.is_empty() {
            let title = "no id can be made from this prompt";
            let label = "neither a letter nor a digit";
            self.push(Diagnostic::error(code::ID, prompt.span, title, label).help("add an `id`"));
            return None;
        }
        Some(Found { value: slug, span: prompt.span })
    }

    fn earlier_ids(&mut self, table: &Table<'a>) -> Vec<Found<String>> {
        let was = self.strings(table, "was").unwrap_or_default();
        was.into_iter()
            .filter_map(|id| self.checked_id("was", id))
            .map(|id| id.map(str::to_owned))
            .collect()
    }

    /// An id under a key.
    pub fn id(&mut self, table: &Table<'a>, name: &str) -> Option<Found<&'a str>> {
        let found = self.string(table, name)?;
        self.checked_id(name, found)
    }

    fn checked_id(&mut self, name: &str, found: Found<&'a str>) -> Option<Found<&'a str>> {
        let Err(label) = id::check(found.value) else { return Some(found) };
        let title = format!("`{}` cannot be used as `{name}`", shortened(found.value));
        let mut problem = Diagnostic::error(code::ID, found.span, title, label);
        let slug = id::slug(found.value);
        problem.help = (!slug.is_empty()).then(|| format!("write `\"{slug}\"`"));
        self.push(problem);
        None
    }

    /// The question's topic; `None` only where what stands there is wrong.
    fn topic_of(&mut self, table: &Table<'a>) -> Option<TopicId> {
        if !table.has("topic") {
            return Some(TopicId::new(GENERAL));
        }
        self.id(table, "topic").map(|found| TopicId::new(found.value))
    }

    fn level(&mut self, table: &Table<'a>) -> Option<Level> {
        let found = self.word(table, "level")?;
        Level::ALL.into_iter().find(|level| level.as_str() == found.value)
    }

    fn hint(&mut self, table: &Table<'a>, origin: &mut QuestionOrigin) -> Option<Hint> {
        let text = self.string(table, "hint");
        let cost = self.cost(table, "hint_cost");
        if cost.is_some() && !table.has("hint") {
            let (title, label) = ("`hint_cost` goes with `hint`", "no hint to pay for");
            let span = table.key_span("hint_cost");
            self.push(Diagnostic::error(code::WITHOUT_ITS_KEY, span, title, label));
        }
        origin.hint = text.map(|found| found.span);
        origin.hint_cost = cost.map(|found| found.span);
        let cost = cost.map_or(Points::ZERO, |found| found.value);
        Some(Hint { text: Markdown::new(text?.value), cost })
    }

    fn owned_strings(&mut self, table: &Table<'a>, name: &str) -> Vec<String> {
        let strings = self.strings(table, name).unwrap_or_default();
        strings.into_iter().map(|found| found.value.to_owned()).collect()
    }

    /// The codes of `allow`, with their places.
    pub fn codes(&mut self, table: &Table<'a>) -> (Vec<Code>, Vec<Span>) {
        let written = self.strings(table, "allow").unwrap_or_default();
        let mut codes = Vec::new();
        for found in written {
            if let Some(code) = Code::parse(found.value) {
                codes.push((code, found.span));
                continue;
            }
            let title = format!("`{}` is no code", shortened(found.value));
            let label = "a code is a `V` and three digits";
            let problem = Diagnostic::error(code::ALLOW, found.span, title, label);
            self.push(problem.help("write it as `viva check` prints it, such as `\"V101\"`"));
        }
        codes.into_iter().unzip()
    }
}
