//! Who, how much, per topic and level, and what to study.

use super::bar::{bar, role};
use super::home::home_facts;
use super::line::{fit, left, right, width, wrap};
use super::phrase::{count, duration, moment, percent};
use super::style::{Role, Style};
use crate::attempt::End;
use crate::quiz::PerMille;
use crate::report::certainty::{Certainty, Interval};
use crate::report::question::Status;
use crate::report::value::Report;
use crate::score::Tally;

const INDENT: usize = 2;

/// The quiz's title and version, and the circumstances.
pub(super) fn heading(report: &Report, style: &Style) -> Vec<String> {
    let mut lines =
        vec![style.paint(Role::Title, &fit(&report.quiz.title, style.columns(), style))];
    let version = format!(
        "quiz {}{}graded by viva {}",
        report.quiz.short_digest(),
        style.dot(),
        report.grader
    );
    lines.extend(wrap(&version, 0, style).iter().map(|line| style.paint(Role::Faint, line)));
    let circumstances = wrap(&circumstances(report).join(style.dot()), 0, style);
    lines.extend(circumstances.iter().map(|line| style.paint(Role::Faint, line)));
    let remarks = remarks(report);
    if !remarks.is_empty() {
        lines.extend(wrap(&remarks.join(style.dot()), 0, style));
    }
    lines
}

/// Who, and when and how it was taken.
fn circumstances(report: &Report) -> Vec<String> {
    let name = report.candidate.as_ref().map(|name| name.for_terminal().into_owned());
    name.into_iter().chain(sitting(report)).collect()
}

/// When and how it was taken.
pub(crate) fn sitting(report: &Report) -> Vec<String> {
    let Some(sitting) = &report.sitting else { return Vec::new() };
    // The order of a pack is drawn by its maker's key.
    let seed = sitting.home.is_none().then(|| format!("seed {}", sitting.seed));
    let parts = [sitting.manner(), moment(&sitting.started), duration(sitting.duration)];
    parts.into_iter().chain(seed).collect()
}

/// How it ended, and what interrupted it.
pub(crate) fn remarks(report: &Report) -> Vec<String> {
    let ended = report.sitting.as_ref().and_then(|sitting| match sitting.end {
        End::Finished => None,
        End::TimeUp => Some("the time was up".to_owned()),
        End::Stopped => Some("stopped before the end".to_owned()),
    });
    let home = report.sitting.as_ref().and_then(|sitting| sitting.home.as_ref());
    let named = |(name, fact): (&str, String)| format!("{}: {fact}", name.to_lowercase());
    let some = |number: usize, what: &str| (number > 0).then(|| count(number, what));
    let open = some(report.count(Status::Unanswered), "question");
    let unreadable = some(report.count(Status::Unreadable), "answer");
    let late = some(report.late(), "late answer");
    let course = report.sitting.as_ref().and_then(|sitting| sitting.course);
    let paused = course.filter(|course| course.pauses > 0).map(|course| {
        format!("{} of {} in all", count(course.pauses, "pause"), duration(course.paused))
    });
    let back = course.filter(|course| course.went_back > 0);
    let back = back.map(|course| format!("went back {}", count(course.went_back, "time")));
    let gap = course.filter(|course| course.longest_gap.0 >= 1000);
    let gap = gap.map(|course| format!("longest gap {}", duration(course.longest_gap)));
    [
        ended,
        open.map(|open| format!("{open} not answered")),
        unreadable.map(|unreadable| format!("{unreadable} that could not be read")),
        late,
        paused,
        back,
        gap,
    ]
    .into_iter()
    .flatten()
    .chain(home.map(home_facts).unwrap_or_default().into_iter().map(named))
    .collect()
}

/// The total, graded and with claims, and whether it passes.
pub(super) fn total(report: &Report, style: &Style) -> Vec<String> {
    let verdict = report
        .verdict()
        .map(|passed| if passed { (Role::Good, "passed") } else { (Role::Bad, "not passed") });
    let share = percent(report.total.share);
    let dot = style.dot();
    let mut lines = vec![String::new()];
    let points = points(report.total.earned, &report.total);
    let bar = bar(report.total.share, report.pass, style.columns() - 2 * INDENT, style);
    let room = style.columns() - width(&format!("  {share}{dot}{points}"));
    let share = style.paint(role(report.total.share, report.pass), &share);
    match verdict.map(|(role, verdict)| (width(dot) + width(verdict), style.paint(role, verdict))) {
        None => lines.push(format!("  {share}{dot}{points}")),
        Some((wide, verdict)) if wide <= room => {
            lines.push(format!("  {share}{dot}{points}{dot}{verdict}"));
        }
        Some((_, verdict)) => {
            lines.extend([format!("  {share}{dot}{verdict}"), format!("  {points}")]);
        }
    }
    if report.certainty != Certainty::TooFew {
        lines.push(format!("  {bar}"));
    }
    let tells = report.verdict().is_some();
    let mut notes = Vec::new();
    notes.extend(tells.then(|| format!("The pass mark is {}.", percent(report.pass))));
    if report.claims > 0 {
        let with = percent(report.total.claimed_share);
        let claims = count(report.claims, "claim");
        notes.push(format!("With {claims} granted it would be {with}."));
    }
    notes.extend(tells.then(|| uncertainty(report, style)));
    if !notes.is_empty() {
        lines.extend(wrap(&notes.join(" "), INDENT, style));
    }
    lines
}

/// What the total says beyond these questions.
fn uncertainty(report: &Report, style: &Style) -> String {
    match report.certainty {
        Certainty::TooFew => "These are too few questions to tell.".to_owned(),
        Certainty::Interval(interval) => {
            let range = range(interval, style);
            let both = if report.certainty.includes(report.pass) {
                ", so on either side of the pass mark"
            } else {
                ""
            };
            format!("With other questions of the kind it could be {range}{both}.")
        }
    }
}

fn points(earned: crate::quiz::Points, tally: &Tally) -> String {
    format!("{earned} of {}", count(tally.possible, "point"))
}

/// A figure of a part of the questions.
struct Row<'r> {
    title: &'r str,
    score: &'r Tally,
    certainty: Certainty,
}

/// A bar per topic.
pub(super) fn topics(report: &Report, style: &Style) -> Vec<String> {
    let rows = report.topics.iter().map(|topic| Row {
        title: &topic.title,
        score: &topic.score,
        certainty: topic.certainty,
    });
    section("Topics", &rows.collect::<Vec<_>>(), report.pass, style)
}

/// A bar per level; nothing where there is only one.
pub(super) fn levels(report: &Report, style: &Style) -> Vec<String> {
    let rows = report.levels.iter().map(|level| Row {
        title: level.level.as_str(),
        score: &level.score,
        certainty: level.certainty,
    });
    let rows: Vec<_> = rows.collect();
    if rows.len() < 2 { Vec::new() } else { section("Levels", &rows, report.pass, style) }
}

fn section(name: &str, rows: &[Row<'_>], pass: PerMille, style: &Style) -> Vec<String> {
    let mut lines = vec![String::new(), style.paint(Role::Heading, name)];
    if style.is_narrow() {
        lines.extend(rows.iter().flat_map(|row| two_lines(row, pass, style)));
        return lines;
    }
    let longest = rows.iter().map(|row| width(row.title)).max().unwrap_or_default();
    let label = longest.min(style.columns() / 3);
    lines.extend(rows.iter().map(|row| one_line(row, label, pass, style)));
    lines
}

/// Columns of `66.6%`, of `22-100%`, and of `12.5 of 100`.
const PERCENT: usize = 5;
const RANGE: usize = 7;
const POINTS: usize = 14;
/// Columns of a share with its range.
const SHARE: usize = PERCENT + 2 + RANGE;

fn one_line(row: &Row<'_>, label: usize, pass: PerMille, style: &Style) -> String {
    let title = left(&fit(row.title, label, style), label);
    let room = style.columns() - INDENT - label - 2 - 2 - SHARE - 2 - POINTS;
    format!("  {title}  {}  {}", share(row, room.min(40), pass, style), of(row.score))
}

fn two_lines(row: &Row<'_>, pass: PerMille, style: &Style) -> [String; 2] {
    let points = of(row.score);
    let room = style.columns() - INDENT;
    let title = fit(row.title, room - width(&points) - 2, style);
    let gap = " ".repeat(room - width(&title) - width(&points));
    let share = share(row, room - SHARE - 2, pass, style);
    [format!("  {title}{gap}{points}"), format!("  {share}")]
}

/// A bar with the share and its range; where they would say nothing, that they do.
fn share(row: &Row<'_>, room: usize, pass: PerMille, style: &Style) -> String {
    match row.certainty {
        Certainty::TooFew => {
            let note = fit("too few to tell", room + 2 + SHARE, style);
            style.paint(Role::Faint, &left(&note, room + 2 + SHARE))
        }
        Certainty::Interval(interval) => {
            let bar = bar(row.score.share, pass, room, style);
            let share = right(&percent(row.score.share), PERCENT);
            let range = right(&range(interval, style), RANGE);
            format!("{bar}  {share}  {}", style.paint(Role::Faint, &range))
        }
    }
}

/// `22–56%`.
pub(crate) fn range(interval: Interval, style: &Style) -> String {
    let range = interval.to_string();
    if style.unicode { range } else { range.replace('–', "-") }
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
        let title = fit(&study.title, style.columns() - INDENT - 7, style);
        let share = report
            .study_share(study)
            .map(|share| format!(" {}", style.paint(role(share, report.pass), &percent(share))));
        lines.push(format!("  {title}{}", share.unwrap_or_default()));
        // An address is of no use in pieces, so it may be longer than the line.
        lines.extend(study.sources.iter().map(|source| {
            let source = crate::quiz::visible(source).replace('\n', " ");
            format!("    {}", style.paint(Role::Faint, &source))
        }));
    }
    lines
}
