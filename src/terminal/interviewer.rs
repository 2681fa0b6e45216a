//! Who asks the questions: with widgets, in plain lines, or silently from a pipe.

use std::io;

use crate::attempt::{Drawn, Given, Graded, Millis, Occasion};
use crate::grade::{Outcome, Verdict};
use crate::quiz::question::{Question, Task};
use crate::quiz::{Points, Quiz};

/// What is said before the first question.
#[derive(Debug, Clone, Copy)]
pub struct Opening<'a> {
    /// The quiz about to be taken.
    pub quiz: &'a Quiz,
    /// What brought its questions together.
    pub occasion: Occasion,
    /// How many of its questions are asked.
    pub questions: usize,
    /// Points to be had.
    pub points: Points,
    /// Limit for the whole attempt.
    pub time_limit: Option<Millis>,
    /// Whether nothing is revealed until the end.
    pub exam: bool,
    /// Repeats the draw; `None` where nothing was drawn at random.
    pub seed: Option<u64>,
}

/// A question about to be asked.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// What is asked.
    pub question: &'a Question,
    /// The order in which its options or items are shown.
    pub drawn: &'a Drawn,
    /// The topic's title.
    pub topic: &'a str,
    /// Its number in the order of asking, from 1.
    pub number: usize,
    /// How many questions there are.
    pub of: usize,
    /// Time left for the whole attempt.
    pub time_left: Option<Millis>,
    /// Time left for this question alone.
    pub question_time_left: Option<Millis>,
    /// Whether the hint was taken, so that it is shown.
    pub hint_taken: bool,
    /// The answer given before, where the person came back.
    pub previous: Option<&'a Given>,
    /// What was written before the attempt was cut off.
    pub draft: Option<&'a Given>,
    /// The number of the question that one can go back to.
    pub earlier: Option<usize>,
    /// Where it is taken.
    pub setting: Setting,
}

/// Where and what for a quiz is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Where it is graded, to practise: stopping ends the attempt with a report, and what was not
    /// sent is no answer.
    Practice,
    /// Where it is graded, as an exam: stopping ends the attempt with a report, and what was written
    /// counts.
    Exam,
    /// At home, for somebody else: stopping leads to an overview. Drafts are kept as they are written,
    /// which those in another program are not.
    Home,
}

/// What the person did with a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// Answered it.
    Answered(Given),
    /// Left it unanswered.
    Skipped,
    /// Asked for the hint; the question is asked again.
    Hint,
    /// Wants to go back.
    Back,
    /// Wants to end the attempt; what is written so far is kept as the answer.
    Stop(Stop, Option<Given>),
}

/// How the person ended the attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// By choosing to.
    Chosen,
    /// By Ctrl-C.
    Interrupt,
    /// By the end of the input.
    EndOfInput,
}

/// A graded answer, to be shown.
#[derive(Debug, Clone, Copy)]
pub struct Revealed<'a> {
    /// What was asked.
    pub asked: &'a Asked<'a>,
    /// What was answered, what it earned, and why.
    pub graded: &'a Graded<'a>,
    /// Whether it came after the time was up.
    pub late: bool,
}

impl Revealed<'_> {
    /// Labels of the missed keywords that the person may claim to have said, or the accepted answer of a
    /// short text: none where the answer earned everything without them.
    #[must_use]
    pub fn claimable(&self) -> Vec<String> {
        let grade = &self.graded.grade;
        if grade.earned == grade.possible {
            return Vec::new();
        }
        let (findings, rubric) = match (&grade.outcome, &self.asked.question.task) {
            (Outcome::Text(findings), Task::Text(rubric)) => (findings, rubric),
            (Outcome::Short(_), Task::Short(accepted)) => {
                return accepted.answers.first().cloned().into_iter().collect();
            }
            _ => return Vec::new(),
        };
        let keywords = findings.keywords.iter();
        keywords
            .filter(|finding| !matches!(finding.verdict, Verdict::Found(_)))
            .filter_map(|finding| rubric.keywords.get(finding.criterion.0 as usize))
            .map(|criterion| criterion.label.clone())
            .collect()
    }
}

/// What the person did after seeing a grade.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reaction {
    /// Labels of missed keywords that the person claims to have said.
    pub claims: Vec<String>,
    /// Whether to end the attempt.
    pub stop: Option<Stop>,
}

/// Asks questions and shows grades.
pub trait Interviewer {
    /// Says what is coming.
    fn begin(&mut self, opening: &Opening<'_>) -> io::Result<()>;

    /// Asks one question.
    fn ask(&mut self, asked: &Asked<'_>) -> io::Result<Reply>;

    /// Says why the last reply cannot be taken.
    fn refuse(&mut self, asked: &Asked<'_>, reason: &str) -> io::Result<Refusal>;

    /// Shows what an answer earned, and lets the person react.
    fn reveal(&mut self, revealed: &Revealed<'_>) -> io::Result<Reaction>;

    /// Lets one of `options` be picked.
    fn pick(&mut self, message: &str, options: &[String]) -> io::Result<Picked>;

    /// Says something about the course of the attempt.
    fn note(&mut self, text: &str) -> io::Result<()>;
}

/// What was picked from a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picked {
    /// The option at this place, from 0.
    Option(usize),
    /// None: the conversation ends.
    Stop(Stop),
}

/// What follows an answer that cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The question is asked again.
    AskAgain,
    /// The question counts as skipped.
    Skip,
}
