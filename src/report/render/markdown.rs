//! Reports as Markdown that reads well in a pull request.

mod escape;

use std::io::{self, BufWriter, IntoInnerError, Seek, Write};

use escape::{code, escaped, fenced};

use super::content::{Pool, figure, meaning, reliability, to_look_at};
use super::spool::{NewSpool, Spool};
use super::{Extent, Options, Renderer};
use crate::report::analysis::Analysis;
use crate::report::certainty::Certainty;
use crate::report::interview::FollowUp;
use crate::report::question::QuestionReport;
use crate::report::ranking::{Place, Ranking};
use crate::report::text::{
    Style, asks_heading, count, notes, percent, plain_prompt, plain_text, range, ranking_note,
    remarks, risen, shown_rank, sitting, told_verdict,
};
use crate::report::value::Report;
use crate::score::Tally;

/// Draws Markdown. The comparison of many reports is known at the end and stands at the beginning, so
/// the reports wait for it.
pub(super) struct Markdown {
    extent: Extent,
    asks: usize,
    pool: Pool,
    new_spool: NewSpool,
    waiting: Option<BufWriter<Box<dyn Spool>>>,
}

impl Markdown {
    pub(super) fn new(extent: Extent, options: &Options) -> Self {
        Self {
            extent,
            asks: options.asks,
            pool: Pool::default(),
            new_spool: options.spool,
            waiting: None,
        }
    }
}

impl Renderer for Markdown {
    fn report(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        if self.extent == Extent::One {
            return write_report(report, self.asks, out);
        }
        self.pool.add(report);
        let waiting = match &mut self.waiting {
            Some(waiting) => waiting,
            none => none.insert(BufWriter::new((self.new_spool)())),
        };
        writeln!(waiting)?;
        write_report(report, self.asks, waiting)
    }

    fn end(&mut self, ranking: &Ranking, out: &mut dyn Write) -> io::Result<()> {
        if self.extent == Extent::One {
            return Ok(());
        }
        write_ranking(ranking, out)?;
        if let Some(analysis) = self.pool.analysis() {
            write_items(&analysis, out)?;
        }
        let Some(waiting) = self.waiting.take() else { return Ok(()) };
        let mut waiting = waiting.into_inner().map_err(IntoInnerError::into_error)?;
        waiting.rewind()?;
        io::copy(&mut waiting, out).map(drop)
    }
}

/// Text is laid out by whoever shows the Markdown.
const STYLE: Style = Style::plain(80);

fn write_report(report: &Report, asks: usize, out: &mut dyn Write) -> io::Result<()> {
    let title = escaped(&report.quiz.title);
    let name = report.candidate.as_ref().filter(|name| !name.is_blank());
    let name = name.map_or_else(|| "Score report".to_owned(), |name| escaped(name.raw()));
    let (digest, grader) = (report.quiz.short_digest(), escaped(&report.grader));
    writeln!(out, "# {name}\n\n{title} · quiz `{digest}` · graded by viva {grader}\n")?;
    let facts = [sitting(report), remarks(report)].concat();
    if !facts.is_empty() {
        let facts: Vec<_> = facts.iter().map(|fact| escaped(fact)).collect();
        writeln!(out, "{}\n", facts.join(" · "))?;
    }
    write_total(report, out)?;
    write_figures(
        "Topic",
        report.topics.iter().map(|it| (&*it.title, &it.score, it.certainty)),
        out,
    )?;
    if report.levels.len() > 1 {
        let levels = report.levels.iter();
        write_figures("Level", levels.map(|it| (it.level.as_str(), &it.score, it.certainty)), out)?;
    }
    write_changes(report, out)?;
    write_asks(report, asks, out)?;
    writeln!(out, "\n<details>\n<summary>Questions</summary>")?;
    for (number, question) in (1..).zip(&report.questions) {
        write_question(number, question, out)?;
    }
    if !report.gone.is_empty() {
        let ids: Vec<_> = report.gone.iter().map(|id| code(id.as_str())).collect();
        writeln!(out, "\nNot in this quiz and not counted: {}", ids.join(", "))?;
    }
    writeln!(out, "\n</details>\n\nDigest of the quiz: `{}`", report.quiz.digest)
}

fn write_total(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let Tally { share, earned, possible, claimed_share, .. } = report.total;
    let certainty = match report.certainty {
        Certainty::TooFew => "too few questions to tell".to_owned(),
        Certainty::Interval(interval) => range(interval, &STYLE),
    };
    let share = percent(share);
    let pass = percent(report.pass);
    let possible = count(possible, "point");
    write!(out, "**{share}** ({certainty}) · {earned} of {possible}")?;
    if report.verdict().is_some() {
        let verdict = told_verdict(report.verdict());
        write!(out, " · **{verdict}**, the pass mark is {pass}")?;
    }
    if report.claims > 0 {
        write!(out, " · {} with claims granted", percent(claimed_share))?;
    }
    writeln!(out)
}

fn write_figures<'r>(
    what: &str,
    figures: impl Iterator<Item = (&'r str, &'r Tally, Certainty)>,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "\n| {what} | Share | Interval | Points |\n|---|--:|--:|--:|")?;
    for (title, Tally { share, earned, possible, .. }, certainty) in figures {
        let title = escaped(title);
        match certainty {
            Certainty::TooFew => {
                writeln!(out, "| {title} | | too few to tell | {earned} of {possible} |")?;
            }
            Certainty::Interval(interval) => {
                let range = range(interval, &STYLE);
                writeln!(
                    out,
                    "| {title} | {} | {range} | {earned} of {possible} |",
                    percent(*share)
                )?;
            }
        }
    }
    Ok(())
}

/// What changed since the attempt before.
fn write_changes(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    if report.changes().next().is_none() {
        return Ok(());
    }
    writeln!(
        out,
        "\n| Since the last time, the same questions | Last time | Now | Change |\n|---|--:|--:|--:|"
    )?;
    report.changes().try_for_each(|change| {
        let title = escaped(&change.topic.title);
        let [was, is] = [change.was, change.is].map(percent);
        writeln!(out, "| {title} | {was} | {is} | {} |", risen(change.rise()))
    })
}

fn write_asks(report: &Report, asks: usize, out: &mut dyn Write) -> io::Result<()> {
    let asked = report.interview.iter().take(asks);
    if asked.len() == 0 {
        return Ok(());
    }
    writeln!(out, "\n## {}\n", asks_heading(report))?;
    for (number, FollowUp { number: place, prompt, cause, quotes, adds, .. }) in (1..).zip(asked) {
        let about = escaped(&plain_prompt(prompt));
        writeln!(out, "{number}. **{}**  ", cause.ask())?;
        writeln!(out, "   On question {place} ({}): {about}", cause.what())?;
        for quote in quotes {
            writeln!(out, "   - said: {}", code(quote.raw()))?;
        }
        for adds in adds {
            writeln!(out, "   - a good answer would add: {}", escaped(&plain_text(adds)))?;
        }
    }
    Ok(())
}

fn write_question(number: u32, question: &QuestionReport, out: &mut dyn Write) -> io::Result<()> {
    let QuestionReport { earned, possible, .. } = question;
    let prompt = escaped(&plain_prompt(&question.prompt));
    let possible = count(possible, "point");
    writeln!(out, "\n### {number}. {prompt}\n\n{earned} of {possible}")?;
    if let Some(given) = question.given() {
        writeln!(out, "\n{}", fenced(given.raw()))?;
    }
    let notes = notes(question);
    if !notes.is_empty() {
        writeln!(out)?;
    }
    notes.iter().try_for_each(|(_, note)| writeln!(out, "- {}", escaped(note)))
}

fn write_ranking(ranking: &Ranking, out: &mut dyn Write) -> io::Result<()> {
    let titles: Vec<_> = ranking.quizzes.iter().map(|quiz| escaped(&quiz.title)).collect();
    if titles.is_empty() {
        return writeln!(out, "# No attempts");
    }
    writeln!(out, "# Comparison\n\n{}\n", titles.join(", "))?;
    writeln!(out, "| Place | Candidate | Share | Interval | |\n|--:|---|--:|--:|---|")?;
    for place in &ranking.places {
        let Place { rank, total, certainty, .. } = place;
        let rank = rank.map(|rank| shown_rank(rank, &STYLE)).unwrap_or_default();
        // A bar ends a cell even inside code.
        let name = code(place.name().raw()).replace('|', "\\|");
        let share = percent(total.share);
        let range = match certainty {
            Certainty::TooFew => "too few to tell".to_owned(),
            Certainty::Interval(interval) => range(*interval, &STYLE),
        };
        let verdict = told_verdict(place.verdict());
        writeln!(out, "| {rank} | {name} | {share} | {range} | {verdict} |")?;
    }
    ranking_note(ranking).map_or(Ok(()), |note| writeln!(out, "\n{note}"))
}

/// What the answers of all say about each question.
fn write_items(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n## Item analysis\n\n{}\n", meaning())?;
    for (name, told) in reliability(analysis) {
        writeln!(out, "- {name}: {told}")?;
    }
    writeln!(out, "\n| No. | Question | n | Difficulty | Discrimination | To look at |")?;
    writeln!(out, "|--:|---|--:|--:|--:|---|")?;
    for (number, item) in (1..).zip(&analysis.items) {
        let (prompt, n) = (escaped(&plain_prompt(&item.prompt)), item.difficulty.n());
        let [difficulty, discrimination] = [figure(&item.difficulty), figure(&item.discrimination)];
        let look: Vec<String> = to_look_at(item).iter().map(|it| escaped(it)).collect();
        let look = look.join("; ");
        writeln!(out, "| {number} | {prompt} | {n} | {difficulty} | {discrimination} | {look} |")?;
    }
    Ok(())
}
