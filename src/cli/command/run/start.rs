//! How a new attempt begins: which questions, in which order, in how much time.

use std::collections::BTreeMap;

use super::arguments::Arguments;
use crate::attempt::{Drawn, Millis, Occasion, Selection, Start, draw, draw_these, eligible};
use crate::cli::Failure;
use crate::cli::history::{Asked, catch_up};
use crate::cli::sitting::short_seed;
use crate::quiz::question::QuestionId;
use crate::quiz::{Mixture, Question, Topic, TopicId};
use crate::review::{Askable, Card, Known, Pace, Subject, Thresholds, interview, missed, weakest};
use crate::store::Store;

/// How many weak questions are drawn where nobody says how many.
const WEAK: usize = 10;

/// How a new attempt begins.
pub fn start(
    arguments: &Arguments,
    asked: &Asked,
    history: Option<&mut Store>,
    thresholds: Thresholds,
    now: Millis,
) -> Result<Start, Failure> {
    let quiz = asked.quiz();
    let selection = Selection {
        topics: topics(arguments, &asked.mixture),
        levels: arguments.level.clone(),
        tags: arguments.tag.clone(),
        count: arguments.count.map(|count| count as usize),
        shuffle: arguments.shuffle,
        seed: arguments.seed.unwrap_or_else(short_seed),
    };
    let minutes = arguments.interview.then(|| Millis(u64::from(arguments.minutes) * 60_000));
    let limit = minutes.or(arguments.time_limit.or(quiz.time_limit).map(Millis::from));
    Ok(Start {
        quiz: quiz.digest,
        candidate: arguments.manner.candidate(),
        started: now,
        mode: arguments.manner.mode(),
        occasion: occasion(arguments),
        seed: selection.seed,
        time_limit: limit,
        questions: questions(arguments, asked, history, thresholds, &selection, now)?,
    })
}

/// What the questions are drawn by.
const fn occasion(arguments: &Arguments) -> Occasion {
    match arguments {
        Arguments { weak: true, .. } => Occasion::Weak,
        Arguments { missed: true, .. } => Occasion::Missed,
        Arguments { interview: true, .. } => Occasion::Interview,
        _ => Occasion::Quiz,
    }
}

/// Whether the seed decides which questions are asked, or in which order.
pub fn is_random(arguments: &Arguments) -> bool {
    let Arguments { shuffle, count, weak, interview, .. } = arguments;
    *shuffle || count.is_some() || *weak || *interview
}

/// The topics asked for, by id or title. In a mixture the name that a quiz gives its topic is enough.
fn topics(arguments: &Arguments, mixture: &Mixture) -> Vec<TopicId> {
    let known = |wanted: &String| {
        let title = wanted.to_lowercase();
        let fits = |topic: &Topic, mixed: &TopicId| {
            let named = topic.id.as_str() == wanted || topic.title.to_lowercase() == title;
            named || mixed.as_str() == wanted
        };
        let topics = mixture.topics().filter(|(_, topic, mixed)| fits(topic, mixed));
        let known: Vec<TopicId> = topics.map(|(_, _, mixed)| mixed.clone()).collect();
        // An unknown one stays, so that it is named.
        if known.is_empty() { vec![TopicId::new(wanted)] } else { known }
    };
    arguments.topic.iter().flat_map(known).collect()
}

fn questions(
    arguments: &Arguments,
    asked: &Asked,
    history: Option<&mut Store>,
    thresholds: Thresholds,
    selection: &Selection,
    now: Millis,
) -> Result<Vec<Drawn>, Failure> {
    let usage = |message: &str| Failure::Usage(message.to_owned());
    let quiz = asked.quiz();
    if !(arguments.weak || arguments.missed || arguments.interview) {
        return draw(quiz, selection).map_err(|error| usage(&error.to_string()));
    }
    let eligible = eligible(quiz, selection).map_err(|error| usage(&error.to_string()))?;
    let known = Memories::new(arguments, history, thresholds)?;
    let askable = known.askable(&asked.mixture, &eligible);
    if arguments.interview {
        let minutes = Millis(u64::from(arguments.minutes) * 60_000);
        let drawn = interview(quiz, &eligible, &known.pace(), minutes, selection.seed);
        let shuffled = Selection { shuffle: true, ..selection.clone() };
        return some(&drawn, &shuffled, "no question fits into this time");
    }
    if arguments.weak {
        let count = selection.count.unwrap_or(WEAK);
        let drawn = weakest(&askable, now, count, selection.seed);
        return some(&drawn, selection, "no question fits the filters");
    }
    let missed: Vec<_> = missed(&askable).iter().map(|question| question.id.clone()).collect();
    if missed.is_empty() {
        return Err(usage("nothing was missed when it was asked last"));
    }
    let all = draw(quiz, &Selection { count: None, ..selection.clone() });
    let mut drawn = all.map_err(|error| usage(&error.to_string()))?;
    drawn.retain(|drawn| missed.contains(&drawn.question));
    drawn.truncate(selection.count.unwrap_or(usize::MAX));
    Ok(drawn)
}

/// Draws these questions; an error if there are none.
fn some(drawn: &[&Question], selection: &Selection, none: &str) -> Result<Vec<Drawn>, Failure> {
    if drawn.is_empty() {
        return Err(Failure::Usage(none.to_owned()));
    }
    Ok(draw_these(drawn, selection))
}

/// What is known of a person's questions, by quiz and id.
struct Memories(BTreeMap<(String, QuestionId), Known>);

impl Memories {
    fn new(
        arguments: &Arguments,
        history: Option<&mut Store>,
        thresholds: Thresholds,
    ) -> Result<Self, Failure> {
        let Some(store) = history else { return Ok(Self(BTreeMap::new())) };
        catch_up(store, thresholds)?;
        let cards = store.cards(arguments.manner.candidate.as_deref())?;
        let key = |kept: &Known| (kept.subject.quiz.clone(), kept.subject.question.clone());
        Ok(Self(cards.into_iter().map(|kept| (key(&kept), kept)).collect()))
    }

    fn askable<'a>(&'a self, mixture: &Mixture, questions: &[&'a Question]) -> Vec<Askable<'a>> {
        let card = |question: &Question| -> Option<&'a Card> {
            let Subject { quiz, question, .. } = Subject::new(mixture, question)?;
            self.0.get(&(quiz, question)).map(|kept| &kept.card)
        };
        questions.iter().map(|question| Askable { question, card: card(question) }).collect()
    }

    fn pace(&self) -> Pace {
        Pace::of(self.0.values().map(|kept| (kept.subject.kind.as_str(), kept.card.spent)))
    }
}
