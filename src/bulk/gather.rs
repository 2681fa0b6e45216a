//! Answer rows gathered by candidate, and a report of each.

use std::collections::BTreeMap;
use std::io::{self, BufRead};

use rayon::prelude::*;

use super::layout::Layout;
use super::lookup::Lookup;
use super::pipeline::{Counts, Watch};
use super::row::{Refusal, Row};
use super::source::Source;
use crate::attempt::{Given, answer};
use crate::grade::Grader;
use crate::quiz::question::QuestionId;
use crate::quiz::{AnswerText, Quiz};
use crate::report::Report;

/// Answer rows gathered by candidate.
///
/// A candidate's rows may stand anywhere. Where all sources were counted before they are taken, a
/// report comes as soon as its candidate's last row was read, so that rows that stand together take
/// little memory; otherwise all reports come at the end.
#[derive(Debug)]
pub struct Gather<'q> {
    quiz: &'q Quiz,
    grader: &'q Grader,
    lookup: Lookup<'q>,
    /// Rows still to come of each candidate.
    expected: BTreeMap<String, u64>,
    gathered: BTreeMap<String, Answers>,
    arrivals: u64,
}

/// What one candidate answered so far.
#[derive(Debug, Default)]
struct Answers {
    /// Counts the candidates in the order of their first rows.
    arrival: u64,
    given: BTreeMap<QuestionId, Given>,
}

impl<'q> Gather<'q> {
    /// Gathers answers to `quiz`, to be graded with `grader`, which was made from it.
    #[must_use]
    pub fn new(quiz: &'q Quiz, grader: &'q Grader) -> Self {
        Self {
            quiz,
            grader,
            lookup: Lookup::new(quiz),
            expected: BTreeMap::new(),
            gathered: BTreeMap::new(),
            arrivals: 0,
        }
    }

    /// Counts the rows of a source that will be taken. Count all sources or none.
    pub fn count<R: BufRead>(&mut self, source: Source<R>) -> io::Result<()> {
        let (mut rows, layout, _) = source.into_parts();
        loop {
            let chunk = rows.next_chunk()?;
            if chunk.rows.is_empty() {
                return Ok(());
            }
            for row in chunk.rows.iter().filter_map(|place| layout.row(&chunk, place).ok()) {
                match self.expected.get_mut(row.candidate.as_ref()) {
                    Some(expected) => *expected += 1,
                    None => {
                        self.expected.insert(row.candidate.into_owned(), 1);
                    }
                }
            }
        }
    }

    /// Takes the rows of `source`, and gives the reports that are complete to `reports`.
    pub fn take<R: BufRead>(
        &mut self,
        source: Source<R>,
        watch: &mut dyn Watch,
        reports: &mut dyn FnMut(Report) -> io::Result<()>,
    ) -> io::Result<Counts> {
        let (mut rows, layout, _) = source.into_parts();
        let mut counts = Counts::default();
        if let Layout::Unusable(refusal) = &layout {
            counts.refused += 1;
            watch.refused(refusal)?;
            return Ok(counts);
        }
        loop {
            let chunk = rows.next_chunk()?;
            if chunk.rows.is_empty() {
                return Ok(counts);
            }
            let mut complete = Vec::new();
            for place in &chunk.rows {
                let taken = layout.row(&chunk, place).and_then(|row| self.row(row, &mut complete));
                match taken {
                    Ok(()) => counts.graded += 1,
                    Err(message) => {
                        counts.refused += 1;
                        watch.refused(&Refusal::new(place.line, message))?;
                    }
                }
            }
            self.report(complete, reports)?;
            watch.read(rows.read());
        }
    }

    /// Gives the reports that are left to `reports`, in the order of their candidates' first rows.
    pub fn finish(mut self, reports: &mut dyn FnMut(Report) -> io::Result<()>) -> io::Result<()> {
        let mut left: Vec<_> = std::mem::take(&mut self.gathered).into_iter().collect();
        left.sort_by_key(|(_, answers)| answers.arrival);
        let mut left = left.into_iter();
        loop {
            let some: Vec<_> = left.by_ref().take(AT_ONCE).collect();
            if some.is_empty() {
                return Ok(());
            }
            self.report(some, reports)?;
        }
    }

    /// Takes one row; moves its candidate's answers to `complete` if it was the last.
    fn row(&mut self, row: Row<'_>, complete: &mut Vec<(String, Answers)>) -> Result<(), String> {
        if !self.gathered.contains_key(row.candidate.as_ref()) {
            self.arrivals += 1;
            let answers = Answers { arrival: self.arrivals, given: BTreeMap::new() };
            self.gathered.insert(row.candidate.clone().into_owned(), answers);
        }
        let is_last = self.is_last(&row.candidate);
        let candidate = row.candidate.clone();
        let kept = self.keep(row);
        if is_last {
            complete.extend(self.gathered.remove_entry(candidate.as_ref()));
        }
        kept
    }

    fn keep(&mut self, row: Row<'_>) -> Result<(), String> {
        let position = self.lookup.position(&row)?;
        let Some(question) = self.quiz.questions.get(position) else {
            return Err(self.lookup.unknown(&row));
        };
        let readable = answer::read(question, &row.answer, &[]).map_err(|error| error.to_string());
        let answers = self.gathered.entry(row.candidate.into_owned()).or_default();
        if answers.given.contains_key(&question.id) {
            return Err(format!("`{}` was answered before; the first answer counts", question.id));
        }
        // One that cannot be read is kept, too, so that the report says so.
        answers.given.insert(question.id.clone(), row.answer);
        readable.map(drop)
    }

    /// Whether no further row of `candidate` is expected, this one counted.
    fn is_last(&mut self, candidate: &str) -> bool {
        let Some(expected) = self.expected.get_mut(candidate) else { return false };
        *expected = expected.saturating_sub(1);
        *expected == 0
    }

    fn report(
        &self,
        complete: Vec<(String, Answers)>,
        reports: &mut dyn FnMut(Report) -> io::Result<()>,
    ) -> io::Result<()> {
        let report = |(candidate, answers): (String, Answers)| {
            let candidate = AnswerText::new(candidate);
            Report::of_answers(self.quiz, self.grader, candidate, &answers.given)
        };
        let done: Vec<Report> = complete.into_par_iter().map(report).collect();
        done.into_iter().try_for_each(reports)
    }
}

/// Reports that are made at once at the end.
const AT_ONCE: usize = 512;

#[cfg(test)]
mod tests {
    use super::*;

    const QUIZ: &str = "title = 'T'\n[[questions]]\nid = 'a'\nprompt = 'A'\nkeywords = ['apple']\n\
                        [[questions]]\nid = 'b'\ntype = 'number'\nprompt = 'B'\ncorrect = 2\n";

    /// Keeps what was refused.
    #[derive(Default)]
    struct Refusals(Vec<String>);

    impl Watch for Refusals {
        fn refused(&mut self, refusal: &Refusal) -> io::Result<()> {
            self.0.push(format!("{}: {}", refusal.line, refusal.message));
            Ok(())
        }

        fn read(&mut self, _: u64) {}
    }

    /// Who got a report, with how many points in thousandths, and what was refused.
    fn gathered(csv: &str, counted: bool) -> (Vec<(String, u32)>, Vec<String>) {
        let quiz = crate::quiz::read(QUIZ).value.unwrap().quiz;
        let grader = Grader::new(&quiz);
        let csv = format!("candidate,question,answer\n{csv}");
        let source = || Source::new(csv.as_bytes(), None).unwrap();
        let mut gather = Gather::new(&quiz, &grader);
        if counted {
            gather.count(source()).unwrap();
        }
        let mut reports = Vec::new();
        let mut refusals = Refusals::default();
        let mut keep = |report: Report| {
            assert_eq!(report.sitting, None);
            let name = report.candidate.unwrap().raw().to_owned();
            reports.push((name, report.total.earned.thousandths()));
            Ok(())
        };
        gather.take(source(), &mut refusals, &mut keep).unwrap();
        gather.finish(&mut keep).unwrap();
        (reports, refusals.0)
    }

    fn who(names: [&str; 2], points: [u32; 2]) -> Vec<(String, u32)> {
        names.iter().map(|name| (*name).to_owned()).zip(points).collect()
    }

    #[test]
    fn rows_of_a_candidate_may_stand_anywhere() {
        let csv = "zoe,a,apple\nbob,b,2\nbob,a,apple\nzoe,b,3\n";
        assert_eq!(gathered(csv, false).0, who(["zoe", "bob"], [1000, 2000]));
        assert_eq!(gathered(csv, true).0, who(["bob", "zoe"], [2000, 1000]));
    }

    #[test]
    fn a_report_comes_when_its_last_row_was_read_even_if_that_is_refused() {
        let (reports, refusals) = gathered("zoe,a,apple\nbob,a,apple\nzoe,c,x\nbob,b,2\n", true);
        assert_eq!(reports, who(["zoe", "bob"], [1000, 2000]));
        assert_eq!(refusals, ["4: unknown question `c`; did you mean `a`?"]);
    }

    #[test]
    fn a_second_answer_to_a_question_is_refused_and_the_first_counts() {
        let (reports, refusals) = gathered("zoe,a,apple\nzoe,a,pear\nbob,a,pear\n", true);
        assert_eq!(reports, who(["zoe", "bob"], [1000, 0]));
        assert_eq!(refusals, ["3: `a` was answered before; the first answer counts"]);
    }

    #[test]
    fn an_answer_that_cannot_be_read_is_refused_and_earns_nothing() {
        let (reports, refusals) = gathered("zoe,b,many\nbob,b,2\n", true);
        assert_eq!(reports, who(["zoe", "bob"], [0, 1000]));
        assert_eq!(refusals.len(), 1);
    }
}
