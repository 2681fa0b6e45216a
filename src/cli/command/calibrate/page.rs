//! A calibration as people read it.

use std::io::{self, Write};

use super::Told;
use super::learning::{ChangeKind, Learning, LearntChange};
use crate::calibrate::{Agreement, Difference, Evidence, KeywordUse, Place, QuestionCalibration};
use crate::grade::State;
use crate::measure::{Coefficient, PerMille};
use crate::quiz::visible;
use crate::report::text::count;

/// A calibration as people read it.
pub struct Page<'c> {
    pub told: &'c Told,
    pub pass: PerMille,
}

impl Page<'_> {
    pub fn write(&self, out: &mut dyn Write, width: usize) -> io::Result<()> {
        let told = &self.told.calibration;
        let lines = Lines { width };
        lines.put(out, 0, &count(told.overall.pairs, "answer"))?;
        self.agreement(out, &lines, &told.overall)?;
        let mean = format!("mean r within a question {}", figure(told.mean_r));
        lines.put(out, 2, &mean)?;
        graders(out, &lines, told.graders.as_ref())?;
        for question in &told.questions {
            self.question(out, &lines, question)?;
        }
        if !told.differences.is_empty() {
            writeln!(out, "\nWhere grader and people differ most")?;
        }
        told.differences.iter().try_for_each(|one| difference(out, &lines, one))?;
        self.told.learnt.as_ref().map_or(Ok(()), |learnt| self.learnt(out, &lines, learnt))
    }

    fn learnt(&self, out: &mut dyn Write, lines: &Lines, learnt: &Learning) -> io::Result<()> {
        writeln!(out, "\nWhat the scores teach, measured on answers that were not learnt from")?;
        self.agreement(out, lines, &learnt.overall)?;
        lines.put(out, 2, &format!("mean r within a question {}", figure(learnt.mean_r)))?;
        for question in learnt.questions.iter().filter(|question| question.few) {
            let answers = count(question.answers, "answer");
            let warning = "warning: what so few teach is little more than chance";
            lines.put(out, 2, &format!("{}: {answers}; {warning}", question.question))?;
        }
        for question in &learnt.too_few {
            lines.put(out, 2, &format!("{question}: too few answers to learn from"))?;
        }
        for question in &learnt.all_alike {
            lines.put(
                out,
                2,
                &format!("{question}: all answers have the same score, which teaches nothing"),
            )?;
        }
        for question in learnt.questions.iter().filter(|question| !question.changes.is_empty()) {
            writeln!(out)?;
            let answers = count(question.answers, "answer");
            lines.put(out, 0, &format!("{}: learnt of {answers}", question.question))?;
            question.changes.iter().try_for_each(|change| learnt_change(out, lines, change))?;
        }
        writeln!(out)?;
        learnt.diff.lines().try_for_each(|line| writeln!(out, "{}", visible(line)))
    }

    fn question(
        &self,
        out: &mut dyn Write,
        lines: &Lines,
        question: &QuestionCalibration,
    ) -> io::Result<()> {
        let answers = count(question.agreement.pairs, "answer");
        writeln!(out)?;
        lines.put(out, 0, &format!("{}: {answers}", question.question))?;
        self.agreement(out, lines, &question.agreement)?;
        graders(out, lines, question.graders.as_ref())?;
        let misleading = question.keywords.iter().filter(|keyword| keyword.misleads);
        misleading.into_iter().try_for_each(|keyword| misleads(out, lines, keyword))
    }

    fn agreement(
        &self,
        out: &mut dyn Write,
        lines: &Lines,
        agreement: &Agreement,
    ) -> io::Result<()> {
        lines.put(out, 2, &figures(agreement))?;
        let at = &agreement.pass;
        let same = at.both + at.neither;
        let passes = format!(
            "at the pass mark of {}: {same} alike, {} pass by the grader alone, {} by people alone",
            self.pass, at.only_first, at.only_second
        );
        lines.put(out, 2, &passes)
    }
}

fn figures(agreement: &Agreement) -> String {
    let Agreement { r, rmse, kappa, .. } = *agreement;
    format!("r {}, weighted kappa {}, RMSE {}", figure(r), figure(kappa), figure(rmse))
}

fn figure(value: Option<Coefficient>) -> String {
    value.map_or_else(|| "-".to_owned(), Coefficient::three_decimals)
}

fn graders(out: &mut dyn Write, lines: &Lines, graders: Option<&Agreement>) -> io::Result<()> {
    let Some(graders) = graders else { return Ok(()) };
    let pairs = count(graders.pairs, "pair");
    lines.put(out, 2, &format!("people with each other: {}, {pairs}", figures(graders)))
}

fn misleads(out: &mut dyn Write, lines: &Lines, keyword: &KeywordUse) -> io::Result<()> {
    let told = format!("misleads: {}; {}", visible(&keyword.label), weighed(&keyword.evidence));
    lines.put(out, 2, &told)
}

fn learnt_change(out: &mut dyn Write, lines: &Lines, change: &LearntChange) -> io::Result<()> {
    let label = visible(change.label.as_deref().unwrap_or_default());
    let what = match change.kind {
        ChangeKind::Keyword => format!("keyword `{label}`, weight {}", change.value),
        ChangeKind::Weight => format!("`{label}` now has weight {}", change.value),
        ChangeKind::Misconception => format!("misconception `{label}`, costs {}", change.value),
        ChangeKind::FullAt => format!("full_at = {}", change.value),
    };
    let why = change.evidence.map(|evidence| format!(": {}", weighed(&evidence)));
    lines.put(out, 2, &format!("{what}{}", why.unwrap_or_default()))
}

/// What people give to answers with something and without.
fn weighed(evidence: &Evidence) -> String {
    let (Some(with), Some(without)) = (evidence.mean_found, evidence.mean_missed) else {
        let all_or_none =
            if evidence.found == 0 { "no answer has it" } else { "every answer has it" };
        return all_or_none.to_owned();
    };
    let [found, missed] = [evidence.found, evidence.missed].map(|number| count(number, "answer"));
    format!("people give {with} to {found} with it, {without} to {missed} without")
}

fn difference(out: &mut dyn Write, lines: &Lines, difference: &Difference) -> io::Result<()> {
    let Difference { question, answer, grader, people, places } = difference;
    writeln!(out)?;
    lines.put(out, 0, &format!("{question}: grader {grader}, people {people}"))?;
    lines.put(out, 2, &answer.for_terminal())?;
    for Place { label, state, spans } in places {
        let state = state.map_or("misconception", State::in_words);
        let written: Vec<_> =
            spans.iter().map(|span| format!("\"{}\"", visible(span.of(answer.raw())))).collect();
        lines.put(out, 4, &format!("{}: {state} {}", visible(label), written.join(", ")))?;
    }
    Ok(())
}

/// Lines of a bounded width.
struct Lines {
    width: usize,
}

impl Lines {
    /// A paragraph with all of its lines set in.
    fn put(&self, out: &mut dyn Write, indent: usize, text: &str) -> io::Result<()> {
        let indent = " ".repeat(indent);
        let options =
            textwrap::Options::new(self.width).initial_indent(&indent).subsequent_indent(&indent);
        textwrap::wrap(text, options).iter().try_for_each(|line| writeln!(out, "{line}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_wider_than_the_terminal() {
        let mut out = Vec::new();
        let text = "people with each other: r 0.5, weighted kappa 0.5, RMSE 0.1, 12 pairs";
        Lines { width: 40 }.put(&mut out, 4, text).unwrap();
        let told = String::from_utf8(out).unwrap();
        assert_eq!(told.lines().count(), 3);
        assert!(told.lines().all(|line| line.len() <= 40 && line.starts_with("    ")), "{told}");
    }
}
