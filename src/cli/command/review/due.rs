//! What is due.

use std::collections::{BTreeMap, BTreeSet};

use crate::attempt::Millis;
use crate::cli::Failure;
use crate::cli::history::{Asked, Clock, Today, catch_up, follow};
use crate::quiz::{Markdown, PerMille, nearest, visible};
use crate::review::{Card, Known, Retention, Subject, Thresholds};
use crate::store::Store;

/// Which questions to look at.
#[derive(Debug, Clone, Copy)]
pub struct Filter<'a> {
    /// Whose.
    pub person: Option<&'a str>,
    /// Part of the quiz's title.
    pub quiz: Option<&'a str>,
    /// The topic's id or title.
    pub topic: Option<&'a str>,
    /// At most so many.
    pub limit: usize,
    /// With which chance a question is still to be known when it is due.
    pub retention: Retention,
    /// How answers are rated.
    pub thresholds: Thresholds,
}

/// What is due today.
#[derive(Debug, Default)]
pub struct Due {
    /// The most forgotten first.
    pub questions: Vec<DueQuestion>,
    /// When the next one is due that is not due today.
    pub next: Option<Millis>,
    /// How many questions were looked at.
    pub known: usize,
    /// What the person should know.
    pub notes: Vec<String>,
    quizzes: BTreeMap<String, Today>,
}

/// A question that is due.
#[derive(Debug)]
pub struct DueQuestion {
    /// Which.
    pub subject: Subject,
    /// What its answers said.
    pub card: Card,
    /// When it was due, since 1970-01-01T00:00:00Z.
    pub due: Millis,
    /// The chance that it is remembered now.
    pub chance: PerMille,
    /// What it asks, as it is today.
    pub prompt: Markdown,
}

impl Due {
    /// What of a person's questions is due today. What a quiz no longer asks never is.
    pub fn find(store: &mut Store, clock: Clock, filter: &Filter<'_>) -> Result<Self, Failure> {
        catch_up(store, filter.thresholds)?;
        let titles = titles(&store.cards(filter.person)?);
        let mut quizzes = BTreeMap::new();
        for title in titles {
            if let Some(today) = Today::find(store, &title)? {
                follow(store, &today.quiz)?;
                quizzes.insert(title, today);
            }
        }
        let cards = store.cards(filter.person)?;
        let chosen = chosen(&cards, filter)?;
        let mut due =
            Self { questions: Vec::new(), next: None, known: 0, notes: Vec::new(), quizzes };
        let (now, tomorrow) = (clock.now(), clock.tomorrow());
        for kept in chosen {
            due.look_at(kept, filter.retention, now, tomorrow);
        }
        due.questions.sort_by(|one, other| {
            let key = |it: &DueQuestion| (it.chance, it.due, it.subject.quiz.clone());
            key(one)
                .cmp(&key(other))
                .then_with(|| one.subject.question.cmp(&other.subject.question))
        });
        due.questions.truncate(filter.limit);
        due.keep_needed();
        Ok(due)
    }

    /// What is due as one attempt; `None` if nothing is.
    pub fn asked(&self) -> Option<Asked> {
        let titles: Vec<_> = self.quizzes.keys().map(String::as_str).collect();
        let parts = self.quizzes.values().map(|today| (today.kept.clone(), today.quiz.clone()));
        Asked::mixed(&titles.join(" + "), parts.collect())
    }

    fn look_at(&mut self, kept: &Known, retention: Retention, now: Millis, tomorrow: Millis) {
        let Known { subject, card } = kept;
        let today = self.quizzes.get(&subject.quiz);
        let Some(question) = today.and_then(|it| it.quiz.question(subject.question.as_str()))
        else {
            return;
        };
        self.known += 1;
        let due = card.due(retention, now);
        if due >= tomorrow {
            self.next = Some(self.next.map_or(due, |next| next.min(due)));
            return;
        }
        self.questions.push(DueQuestion {
            subject: subject.clone(),
            due,
            chance: card.retrievability(now),
            card: card.clone(),
            prompt: question.prompt.clone(),
        });
    }

    /// Keeps the quizzes that something is due of, and what is to be said of them.
    fn keep_needed(&mut self) {
        let needed: BTreeSet<_> = self.questions.iter().map(|it| it.subject.quiz.clone()).collect();
        self.quizzes.retain(|title, _| needed.contains(title));
        self.notes = self.quizzes.values().filter_map(|today| today.note.clone()).collect();
    }
}

fn titles(cards: &[Known]) -> BTreeSet<String> {
    cards.iter().map(|kept| kept.subject.quiz.clone()).collect()
}

/// The cards that the filter lets through. A filter that fits no card at all is a mistake.
fn chosen<'c>(cards: &'c [Known], filter: &Filter<'_>) -> Result<Vec<&'c Known>, Failure> {
    let mut chosen: Vec<&Known> = cards.iter().collect();
    if let Some(title) = filter.quiz.filter(|_| !cards.is_empty()) {
        let wanted = title.to_lowercase();
        chosen.retain(|kept| kept.subject.quiz.to_lowercase().contains(&wanted));
        if chosen.is_empty() {
            let known = cards.iter().map(|kept| kept.subject.quiz.as_str()).collect();
            return Err(unknown("no quiz that was asked has this in its title", title, &known));
        }
    }
    if let Some(topic) = filter.topic.filter(|_| !cards.is_empty()) {
        let same = |name: &str| name.to_lowercase() == topic.to_lowercase();
        let before = chosen.clone();
        chosen.retain(|it| same(it.subject.topic.as_str()) || same(&it.subject.topic_title));
        if chosen.is_empty() {
            let known = before.iter().map(|kept| kept.subject.topic.as_str()).collect();
            return Err(unknown("unknown topic", topic, &known));
        }
    }
    Ok(chosen)
}

fn unknown(what: &str, name: &str, known: &BTreeSet<&str>) -> Failure {
    let near = nearest(name, known.iter().copied());
    let near = near.map(|near| format!("did you mean `{near}`?"));
    let names = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let known = near.unwrap_or_else(|| format!("there are {names}"));
    let message = format!("{what}: `{name}`; {known}");
    Failure::Usage(visible(&message).into_owned())
}
