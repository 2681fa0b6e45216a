//! Many attempts side by side: places with ties, and which of them the error of a score tells apart.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::certainty::{Certainty, within_error};
use super::value::{QuizName, Report};
use crate::quiz::question::QuestionId;
use crate::quiz::{AnswerText, PerMille};
use crate::score::Tally;

/// Attempts in the order of their shares, best first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ranking {
    /// The quizzes that were taken. Attempts at different quizzes are listed and not ranked.
    pub quizzes: Vec<QuizName>,
    /// Whether not all were asked the same questions, so that their shares compare only roughly.
    pub different_questions: bool,
    /// One per attempt.
    pub places: Vec<Place>,
}

/// One attempt among others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// Where its report stands among the reports, from 1.
    pub number: u32,
    /// Who.
    pub candidate: Option<AnswerText>,
    /// The quiz that was taken.
    pub quiz: QuizName,
    /// All questions, topics weighted.
    pub total: Tally,
    /// How much the total's share says.
    pub certainty: Certainty,
    /// Whether it passes.
    pub passed: bool,
    /// Whether it was asked because it is not known, so that the pass mark says nothing of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub of_gaps: bool,
    /// The place; absent where attempts at different quizzes stand side by side.
    pub rank: Option<Rank>,
}

/// A place, and how far the error of the scores lets it move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Rank {
    /// From 1; equal shares share a place, and the next one counts on: 1, 2, 2, 4.
    pub place: u32,
    /// Whether another attempt has the same share.
    pub tied: bool,
    /// The best place of an attempt whose difference from this one is within the error.
    pub best: u32,
    /// The worst such place.
    pub worst: u32,
}

impl Place {
    fn of(number: u32, report: &Report) -> Self {
        Self {
            number,
            candidate: report.candidate.clone(),
            quiz: report.quiz.clone(),
            total: report.total,
            certainty: report.certainty,
            passed: report.passed,
            of_gaps: report.verdict().is_none(),
            rank: None,
        }
    }

    /// Whether it passes; nothing where the pass mark says nothing.
    #[must_use]
    pub fn verdict(&self) -> Option<bool> {
        (!self.of_gaps).then_some(self.passed)
    }

    /// What the person is called: the name, or the number of the report where there is none.
    #[must_use]
    pub fn name(&self) -> AnswerText {
        let number = || AnswerText::new(format!("candidate {}", self.number));
        let named = self.candidate.clone().filter(|name| !name.is_blank());
        named.unwrap_or_else(number)
    }
}

/// Takes reports one after the other and keeps what a ranking needs of each.
#[derive(Debug, Default)]
pub struct Tracker {
    places: Vec<Place>,
    /// What the first was asked.
    questions: BTreeSet<QuestionId>,
    different_questions: bool,
}

impl Tracker {
    /// Takes the next report.
    pub fn add(&mut self, report: &Report) {
        let number = u32::try_from(self.places.len() + 1).unwrap_or(u32::MAX);
        let asked = || report.questions.iter().map(|question| &question.id);
        if self.places.is_empty() {
            self.questions = asked().cloned().collect();
        }
        self.different_questions |= asked().count() != self.questions.len()
            || asked().any(|question| !self.questions.contains(question));
        self.places.push(Place::of(number, report));
    }

    /// Ranks all that were taken.
    #[must_use]
    pub fn rank(self) -> Ranking {
        let mut places = self.places;
        let mut quizzes: Vec<QuizName> = Vec::new();
        for place in &places {
            if quizzes.iter().all(|quiz| quiz.digest != place.quiz.digest) {
                quizzes.push(place.quiz.clone());
            }
        }
        places.sort_by_key(|place| std::cmp::Reverse(place.total.share));
        if quizzes.len() == 1 {
            rank(&mut places);
        }
        Ranking { quizzes, different_questions: self.different_questions, places }
    }
}

/// Attempts with the same share and certainty, which have the same rank.
struct Group {
    share: PerMille,
    certainty: Certainty,
    place: u32,
    tied: bool,
}

fn rank(places: &mut [Place]) {
    let groups = groups(places);
    let mut ranks = groups.iter().map(|group| {
        let alike = groups.iter().filter(|other| {
            within_error((group.share, group.certainty), (other.share, other.certainty))
        });
        let (best, worst) = alike.fold((group.place, group.place), |(best, worst), other| {
            (best.min(other.place), worst.max(other.place))
        });
        Rank { place: group.place, tied: group.tied, best, worst }
    });
    let mut current = ranks.next();
    let mut before: Option<(PerMille, Certainty)> = None;
    for place in places {
        let own = (place.total.share, place.certainty);
        if before.is_some_and(|before| before != own) {
            current = ranks.next();
        }
        before = Some(own);
        place.rank = current;
    }
}

/// The groups of `places`, which are sorted by share, in their order.
fn groups(places: &mut [Place]) -> Vec<Group> {
    let key = |place: &Place| {
        let interval = place.certainty.interval();
        (std::cmp::Reverse(place.total.share), interval.low, interval.high)
    };
    places.sort_by_key(key);
    let mut groups: Vec<Group> = Vec::new();
    let mut first = 1;
    for (number, place) in (1..).zip(places.iter()) {
        let share = place.total.share;
        let same_share = groups.last().is_some_and(|group| group.share == share);
        if !same_share {
            first = number;
        }
        match groups.last_mut() {
            Some(group) if same_share && group.certainty == place.certainty => group.tied = true,
            last => {
                if let Some(group) = last.filter(|_| same_share) {
                    group.tied = true;
                }
                let certainty = place.certainty;
                groups.push(Group { share, certainty, place: first, tied: same_share });
            }
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::mixed;

    /// A report of `right` right answers to `all` questions.
    fn report(right: u64, all: u64) -> Report {
        let mut report = mixed();
        let parts: Vec<_> = (0..all).map(|place| (u64::from(place < right), 1)).collect();
        report.total.share = PerMille::ratio(right, all);
        report.certainty = Certainty::of(&parts);
        report
    }

    fn ranked(reports: &[Report]) -> Vec<(u32, u32, bool, u32, u32)> {
        let mut tracker = Tracker::default();
        for report in reports {
            tracker.add(report);
        }
        let places = tracker.rank().places.into_iter();
        places
            .map(|place| {
                let Rank { place: own, tied, best, worst } = place.rank.unwrap();
                (place.number, own, tied, best, worst)
            })
            .collect()
    }

    #[test]
    fn equals_share_a_place_and_the_next_one_counts_on() {
        let reports = [(5, 100), (50, 100), (100, 100), (50, 100)].map(|(r, a)| report(r, a));
        assert_eq!(
            ranked(&reports),
            [(3, 1, false, 1, 1), (2, 2, true, 2, 2), (4, 2, true, 2, 2), (1, 4, false, 4, 4)]
        );
    }

    #[test]
    fn an_equal_share_of_fewer_questions_is_the_same_place_with_less_certainty() {
        let reports = [(50, 100), (5, 10), (30, 100)].map(|(r, a)| report(r, a));
        assert_eq!(ranked(&reports), [(2, 1, true, 1, 3), (1, 1, true, 1, 1), (3, 3, false, 1, 3)]);
    }

    #[test]
    fn neighbours_within_the_error_are_named() {
        let reports = [(9, 11), (8, 11), (1, 11)].map(|(r, a)| report(r, a));
        let ranks = ranked(&reports);
        assert_eq!(ranks, [(1, 1, false, 1, 2), (2, 2, false, 1, 2), (3, 3, false, 3, 3)]);
    }

    #[test]
    fn attempts_that_were_asked_different_questions_are_called_so() {
        let ranking = |reports: [Report; 2]| {
            let mut tracker = Tracker::default();
            for report in &reports {
                tracker.add(report);
            }
            tracker.rank()
        };
        let (mut swapped, mut fewer, mut other) = (mixed(), mixed(), mixed());
        swapped.questions.reverse();
        fewer.questions.pop();
        other.questions[0].id = QuestionId::new("other");
        assert!(!ranking([mixed(), swapped]).different_questions);
        assert!(ranking([mixed(), fewer.clone()]).different_questions);
        assert!(ranking([fewer, mixed()]).different_questions);
        assert!(ranking([mixed(), other]).different_questions);
    }

    #[test]
    fn attempts_at_different_quizzes_are_not_ranked() {
        let mut other = report(3, 4);
        other.quiz.digest.0[0] ^= 1;
        let mut tracker = Tracker::default();
        tracker.add(&report(1, 4));
        tracker.add(&other);
        let ranking = tracker.rank();
        assert_eq!(ranking.quizzes.len(), 2);
        assert!(ranking.places.iter().all(|place| place.rank.is_none()));
    }
}
