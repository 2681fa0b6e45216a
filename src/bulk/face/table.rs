//! A table of candidates and topics.

use std::collections::BTreeMap;

use super::{Earning, Face, Mark, Piece};
use crate::bulk::graded::GradedRow;
use crate::bulk::row::Row;
use crate::grade::Outcome;
use crate::quiz::{Points, Quiz};
use crate::report::text::line::{fit, left, right, width, wrap};
use crate::report::text::{Role, Style, count, percent, whole_percent};
use crate::score::{Marked, Score};

/// A table of candidates by name, with their total, whether it passes, and their share of each
/// topic, counted as reports count them: all questions of the quiz, and of several rows for one of
/// them the first.
#[derive(Debug)]
pub struct TopicTable<'q> {
    quiz: &'q Quiz,
    style: Style,
    candidates: BTreeMap<String, Vec<Option<Earning>>>,
    /// Rows for questions that their candidate had answered before.
    again: u64,
}

impl<'q> TopicTable<'q> {
    /// An empty table.
    #[must_use]
    pub const fn new(quiz: &'q Quiz, style: Style) -> Self {
        Self { quiz, style, candidates: BTreeMap::new(), again: 0 }
    }
}

impl Face for TopicTable<'_> {
    fn row(&self, row: &GradedRow<'_>, piece: &mut Piece) {
        let answered = row.grade.outcome != Outcome::Skipped;
        let earning = Earning { position: row.position, earned: row.grade.earned, answered };
        let candidate = row.row.candidate.clone().into_owned();
        piece.marks.push(Mark { candidate, earning: Some(earning) });
    }

    fn unread(&self, row: &Row<'_>, position: Option<usize>, piece: &mut Piece) {
        let earning = |position| Earning { position, earned: Points::ZERO, answered: false };
        let candidate = row.candidate.clone().into_owned();
        piece.marks.push(Mark { candidate, earning: position.map(earning) });
    }

    fn gather(&mut self, marks: Vec<Mark>) {
        let questions = self.quiz.questions.len();
        for Mark { candidate, earning } in marks {
            let earnings =
                self.candidates.entry(candidate).or_insert_with(|| vec![None; questions]);
            let Some(earning) = earning else { continue };
            match earnings.get_mut(earning.position) {
                Some(place @ None) => *place = Some(earning),
                Some(Some(_)) => self.again += 1,
                None => {}
            }
        }
    }

    fn end(&mut self) -> Vec<u8> {
        let lines: Vec<Candidate> = self
            .candidates
            .iter()
            .map(|(name, earnings)| Candidate::new(name, earnings, self.quiz))
            .collect();
        let table = Table { quiz: self.quiz, style: &self.style, candidates: &lines };
        let mut lines = table.lines();
        if self.again > 0 {
            let rows = count(self.again, "row");
            let note =
                format!("{rows} for questions answered before left out: the first answer counts.");
            lines.push(String::new());
            lines.extend(wrap(&note, 0, &self.style));
        }
        let mut text = lines.join("\n");
        text.push('\n');
        text.into_bytes()
    }
}

/// One line of the table.
struct Candidate {
    name: String,
    score: Score,
    answered: usize,
}

impl Candidate {
    fn new(name: &str, earnings: &[Option<Earning>], quiz: &Quiz) -> Self {
        let marked: Vec<Marked<'_>> = quiz
            .questions
            .iter()
            .zip(earnings)
            .map(|(question, earning)| {
                let earned = earning.map_or(Points::ZERO, |earning| earning.earned);
                Marked { question, earned, claimed: earned }
            })
            .collect();
        let answered = earnings.iter().flatten().filter(|earning| earning.answered).count();
        Self { name: name.to_owned(), score: Score::new(quiz, &marked), answered }
    }

    fn topic(&self, quiz: &Quiz, place: usize) -> String {
        let Some(topic) = quiz.topics.get(place) else { return String::new() };
        let scored = self.score.topics.iter().find(|scored| scored.topic == topic.id);
        scored.map_or_else(|| "-".to_owned(), |scored| whole_percent(scored.tally.share))
    }
}

/// What stands before the topics: the total, whether it passes, and how many answers were given.
const FIGURES: [(&str, usize); 3] = [("total", 5), ("passed", 6), ("given", 5)];
/// Narrower names than this are worse than a block of lines per candidate.
const NARROWEST_NAME: usize = 10;
/// Columns of a topic, the two blanks before it left out.
const TOPIC: usize = 4;

struct Table<'a> {
    quiz: &'a Quiz,
    style: &'a Style,
    candidates: &'a [Candidate],
}

impl Table<'_> {
    fn lines(&self) -> Vec<String> {
        if self.candidates.is_empty() {
            return vec!["No answers.".to_owned()];
        }
        let topics = self.quiz.topics.len() * (TOPIC + 2);
        let room = |figures: &[(&str, usize)]| {
            let figures: usize = figures.iter().map(|(_, columns)| columns + 2).sum();
            self.style.width.saturating_sub(figures + topics)
        };
        // The number of answers is the first to go.
        let fits = |count: &usize| {
            FIGURES.get(..*count).is_some_and(|figures| room(figures) >= NARROWEST_NAME)
        };
        match [3, 2].into_iter().find(fits).and_then(|count| FIGURES.get(..count)) {
            Some(figures) => self.across(figures, room(figures)),
            None => self.down(),
        }
    }

    /// A line per candidate, with numbers for the topics and a key above.
    fn across(&self, figures: &[(&str, usize)], room: usize) -> Vec<String> {
        let names = self.candidates.iter().map(|candidate| width(&candidate.name)).max();
        let name = names.unwrap_or_default().clamp(9, 28).min(room);
        let mut lines = self.key();
        lines.push(String::new());
        lines.push(self.style.paint(Role::Heading, self.head(figures, name).trim_end()));
        lines.extend(self.candidates.iter().map(|candidate| self.line(candidate, figures, name)));
        lines
    }

    fn key(&self) -> Vec<String> {
        let topics = self.quiz.topics.iter().zip(1..);
        let room = self.style.width.saturating_sub(6);
        topics
            .map(|(topic, number)| {
                format!("  {number:>2}  {}", fit(&topic.title, room, self.style))
            })
            .collect()
    }

    fn head(&self, figures: &[(&str, usize)], name: usize) -> String {
        let mut line = left("candidate", name);
        for (title, columns) in figures {
            line += "  ";
            line += &right(title, *columns);
        }
        for number in 1..=self.quiz.topics.len() {
            line += "  ";
            line += &right(&number.to_string(), TOPIC);
        }
        line
    }

    fn line(&self, candidate: &Candidate, figures: &[(&str, usize)], name: usize) -> String {
        let (passed, role) = verdict(candidate);
        let given = candidate.answered.to_string();
        let values = [percent(candidate.score.total.share), passed.to_owned(), given];
        let mut line = left(&fit(&candidate.name, name, self.style), name);
        for ((title, columns), value) in figures.iter().zip(values) {
            let value = right(&value, *columns);
            line += "  ";
            line += &if *title == "passed" { self.style.paint(role, &value) } else { value };
        }
        for place in 0..self.quiz.topics.len() {
            line += "  ";
            line += &right(&candidate.topic(self.quiz, place), TOPIC);
        }
        line
    }

    /// A block of lines per candidate, for a window too narrow for a line.
    fn down(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for candidate in self.candidates {
            let (passed, role) = verdict(candidate);
            let name = fit(&candidate.name, self.style.width, self.style);
            lines.push(self.style.paint(Role::Heading, &name));
            let total = percent(candidate.score.total.share);
            let passed = if passed == "yes" { "passed" } else { "not passed" };
            let passed = self.style.paint(role, passed);
            let (given, all) = (candidate.answered, candidate.score.total.questions);
            lines.push(format!("  {total}, {passed}, {given} of {all} answered"));
            for (place, topic) in self.quiz.topics.iter().enumerate() {
                let room = self.style.width.saturating_sub(TOPIC + 4);
                let title = left(&fit(&topic.title, room, self.style), room);
                lines.push(format!(
                    "  {title}  {}",
                    right(&candidate.topic(self.quiz, place), TOPIC)
                ));
            }
            lines.push(String::new());
        }
        lines.pop();
        lines
    }
}

const fn verdict(candidate: &Candidate) -> (&'static str, Role) {
    if candidate.score.passed { ("yes", Role::Good) } else { ("no", Role::Bad) }
}
