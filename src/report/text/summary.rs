//! Who, how much, per topic and level, and what to study.

use super::bar::{bar, role};
use super::line::{fit, left, right, width, wrap};
use super::phrase::{count, duration, percent};
use super::style::{Role, Style};
use crate::attempt::End;
use crate::quiz::PerMille;
use crate::report::question::Status;
use crate::report::value::Report;
use crate::score::Tally;

const INDENT: usize = 2;

/// The quiz's title, and the circumstances.
pub(super) fn heading(report: &Report, style: &Style) -> Vec<String> {
    let mut lines =
        vec![style.paint(Role::Title, &fit(&report.quiz.title, style.columns(), style))];
    let circumstances = wrap(&circumstances(report).join(style.dot()), 0, style);
    lines.extend(circumstances.iter().map(|line| style.paint(Role::Faint, line)));
    let remarks = remarks(report);
    if !remarks.is_empty() {
        lines.extend(wrap(&remarks.join(style.dot()), 0, style));
    }
    lines
}

fn circumstances(report: &Report) -> Vec<String> {
    let name = report.candidate.as_ref().map(|name| name.for_terminal().into_owned());
    let mut parts: Vec<String> = name.into_iter().collect();
    parts.push(report.mode.as_str().to_owned());
    parts.push(day_and_time(&report.started));
    parts.push(duration(report.duration));
    parts.push(format!("seed {}", report.seed));
    parts
}

/// `2026-11-24 22:35 UTC` from RFC 3339.
fn day_and_time(started: &str) -> String {
    match (started.get(..10), started.get(11..16)) {
        (Some(day), Some(time)) => format!("{day} {time} UTC"),
        _ => started.to_owned(),
    }
}

fn remarks(report: &Report) -> Vec<String> {
    let ended = match report.end {
        End::Finished => None,
        End::TimeUp => Some("the time was up".to_owned()),
        End::Stopped => Some("stopped before the end".to_owned()),
    };
    let how_many = |status: Status| {
        let questions = report.questions.iter().filter(|question| question.status == status);
        u32::try_from(questions.count()).unwrap_or(u32::MAX)
    };
    let open = how_many(Status::Unanswered);
    let open = (open > 0).then(|| format!("{} not answered", count(open, "question")));
    let unreadable = how_many(Status::Unreadable);
    let unreadable =
        (unreadable > 0).then(|| format!("{} that could not be read", count(unreadable, "answer")));
    ended.into_iter().chain(open).chain(unreadable).collect()
}

/// The total, graded and with claims, and whether it passes.
pub(super) fn total(report: &Report, style: &Style) -> Vec<String> {
    let (outcome, verdict) =
        if report.passed { (Role::Good, "passed") } else { (Role::Bad, "not passed") };
    let share = percent(report.total.share);
    let dot = style.dot();
    let mut lines = vec![String::new()];
    let points = points(report.total.earned, &report.total);
    let bar = bar(report.total.share, report.pass, style.columns() - 2 * INDENT, style);
    let fits = width(&format!("  {share}{dot}{points}{dot}{verdict}")) <= style.columns();
    let share = style.paint(role(report.total.share, report.pass), &share);
    let verdict = style.paint(outcome, verdict);
    if fits {
        lines.push(format!("  {share}{dot}{points}{dot}{verdict}"));
    } else {
        lines.extend([format!("  {share}{dot}{verdict}"), format!("  {points}")]);
    }
    lines.push(format!("  {bar}"));
    let mut notes = vec![format!("The pass mark is {}.", percent(report.pass))];
    if report.claims > 0 {
        let with = percent(report.total.claimed_share);
        let claims = count(report.claims, "claim");
        notes.push(format!("With {claims} granted it would be {with}."));
    }
    lines.extend(wrap(&notes.join(" "), INDENT, style));
    lines
}

fn points(earned: crate::quiz::Points, tally: &Tally) -> String {
    format!("{earned} of {} points", tally.possible)
}

/// A bar per topic.
pub(super) fn topics(report: &Report, style: &Style) -> Vec<String> {
    let rows = report.topics.iter().map(|topic| (topic.title.as_str(), &topic.score));
    section("Topics", &rows.collect::<Vec<_>>(), report.pass, style)
}

/// A bar per level; nothing where there is only one.
pub(super) fn levels(report: &Report, style: &Style) -> Vec<String> {
    let rows = report.levels.iter().map(|level| (level.level.as_str(), &level.score));
    let rows: Vec<_> = rows.collect();
    if rows.len() < 2 { Vec::new() } else { section("Levels", &rows, report.pass, style) }
}

fn section(name: &str, rows: &[(&str, &Tally)], pass: PerMille, style: &Style) -> Vec<String> {
    let mut lines = vec![String::new(), style.paint(Role::Heading, name)];
    if style.is_narrow() {
        lines.extend(rows.iter().flat_map(|(title, tally)| two_lines(title, tally, pass, style)));
        return lines;
    }
    let longest = rows.iter().map(|(title, _)| width(title)).max().unwrap_or_default();
    let label = longest.min(style.columns() / 3);
    lines.extend(rows.iter().map(|(title, tally)| one_line(title, tally, label, pass, style)));
    lines
}

/// Columns of `100%`, and of `12.5 of 100`.
const PERCENT: usize = 4;
const POINTS: usize = 14;

fn one_line(title: &str, tally: &Tally, label: usize, pass: PerMille, style: &Style) -> String {
    let title = left(&fit(title, label, style), label);
    let room = style.columns() - INDENT - label - 2 - 2 - PERCENT - 2 - POINTS;
    let bar = bar(tally.share, pass, room.min(40), style);
    let share = right(&tally.share.to_string(), PERCENT);
    format!("  {title}  {bar}  {share}  {}", of(tally))
}

fn two_lines(title: &str, tally: &Tally, pass: PerMille, style: &Style) -> [String; 2] {
    let points = of(tally);
    let room = style.columns() - INDENT;
    let title = fit(title, room - width(&points) - 2, style);
    let gap = " ".repeat(room - width(&title) - width(&points));
    let bar = bar(tally.share, pass, room - PERCENT - 2, style);
    let share = right(&tally.share.to_string(), PERCENT);
    [format!("  {title}{gap}{points}"), format!("  {bar}  {share}")]
}

fn of(tally: &Tally) -> String {
    format!("{} of {}", tally.earned, tally.possible)
}

/// The weakest topics with their sources.
pub(super) fn study(report: &Report, style: &Style) -> Vec<String> {
    if report.study.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![String::new(), style.paint(Role::Heading, "What to study")];
    for study in &report.study {
        let title = fit(&study.title, style.columns() - INDENT - 6, style);
        let share = style.paint(role(study.share, report.pass), &study.share.to_string());
        lines.push(format!("  {title} {share}"));
        // An address is of no use in pieces, so it may be longer than the line.
        lines.extend(study.sources.iter().map(|source| {
            let source = crate::quiz::visible(source).replace('\n', " ");
            format!("    {}", style.paint(Role::Faint, &source))
        }));
    }
    lines
}
