//! How practice goes, as people read it.

use std::io::{self, Write};

use crate::quiz::PerMille;
use crate::report::text::line::{fit, left, right, width, wrap};
use crate::report::text::{Role, Style, count, plain_prompt};
use crate::review::{Forecast, KeywordFigure, MissedQuestion, Readiness, Stats, Trend};

/// A share in eight heights, and where only ASCII can be shown in ten digits.
const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Columns of a trend: as many as it has shares at most.
const TREND: usize = 10;

/// Writes `stats` in lines of at most the width of `style`.
pub fn write(stats: &Stats, style: &Style, out: &mut impl Write) -> io::Result<()> {
    if stats.questions == 0 {
        return writeln!(out, "no figures: no answers are kept yet");
    }
    let mut lines = practised(stats, style);
    lines.extend(section("How ready you are", &stats.readiness, style, readiness));
    lines.extend(section("Topics, the last attempts", &stats.topics, style, trend));
    lines.extend(section("Known, if you stop now", &stats.forecast, style, forecast));
    lines.extend(section("Missed most", &stats.missed, style, missed));
    lines.extend(section("Keywords missed most", &stats.keywords, style, keyword));
    lines.extend(section("Claimed most (an alias?)", &stats.claims, style, keyword));
    lines.iter().try_for_each(|line| writeln!(out, "{}", line.trim_end()))
}

fn columns(style: &Style) -> usize {
    style.width.max(Style::NARROWEST)
}

fn practised(stats: &Stats, style: &Style) -> Vec<String> {
    let practised = &stats.practised;
    let text = format!(
        "Practised on {}, {} of the last 30, {} in a row. {} asked so far, {} due today.",
        count(practised.days, "day"),
        practised.of_30,
        practised.in_a_row,
        count(stats.questions, "question"),
        stats.due,
    );
    wrap(&text, 0, style)
}

fn section<T>(
    name: &str,
    items: &[T],
    style: &Style,
    lines_of: impl Fn(&T, &Style) -> Vec<String>,
) -> Vec<String> {
    if items.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![String::new(), style.paint(Role::Heading, name)];
    lines.extend(items.iter().flat_map(|item| lines_of(item, style)));
    lines
}

/// `Django interview  64%  (58–79%, 9 of 12 asked)`
fn readiness(ready: &Readiness, style: &Style) -> Vec<String> {
    let asked = format!("{} of {} asked", ready.asked, ready.questions);
    let dash = if style.unicode { "–" } else { "-" };
    let (low, high) = (ready.at_least.percent(), ready.at_most);
    let range = format!("the whole {low}{dash}{high}");
    let (role, figure) = match ready.expected {
        Some(expected) if expected >= ready.pass => (Role::Good, expected.to_string()),
        Some(expected) => (Role::Fair, expected.to_string()),
        None => (Role::Faint, "too few to tell".to_owned()),
    };
    let figure = style.paint(role, &figure);
    let detail = style.paint(Role::Faint, &format!("{asked}, {range}"));
    vec![
        format!("  {}", fit(&ready.quiz, columns(style) - 2, style)),
        format!("    {figure}  {detail}"),
    ]
}

/// `  Models     ▁▃▅▇  72%  +12`
fn trend(trend: &Trend, style: &Style) -> Vec<String> {
    let room = columns(style) - 2 - 2 - TREND - 2 - 4 - 2 - 4;
    let name = format!("{}: {}", trend.quiz, trend.title);
    let title = fit(if width(&name) <= room { &name } else { &trend.title }, room, style);
    let chart: String = trend.shares.iter().map(|share| height(*share, style)).collect();
    let last = trend.shares.last().copied().unwrap_or_default();
    let before = trend.shares.iter().rev().nth(1).copied();
    let change = before.map(|before| i32::from(last.percent()) - i32::from(before.percent()));
    let (role, change) = match change {
        Some(change) if change > 0 => (Role::Good, format!("{change:+}")),
        Some(change) if change < 0 => (Role::Bad, format!("{change:+}")),
        _ => (Role::Faint, String::new()),
    };
    let change = style.paint(role, &right(&change, 4));
    let share = right(&last.to_string(), 4);
    vec![format!("  {}  {}  {share}  {change}", left(&title, room.min(40)), left(&chart, TREND))]
}

fn height(share: PerMille, style: &Style) -> char {
    let share = usize::from(share.thousandths());
    if style.unicode {
        HEIGHTS[(share * HEIGHTS.len() / 1001).min(HEIGHTS.len() - 1)]
    } else {
        char::from_digit(u32::try_from(share / 100).unwrap_or(9).min(9), 10).unwrap_or('9')
    }
}

/// `  in 30 days  64%  ######....  12 due`
fn forecast(forecast: &Forecast, style: &Style) -> Vec<String> {
    let when = match forecast.days {
        0 => "today".to_owned(),
        days => format!("in {days} days"),
    };
    let (full, empty) = if style.unicode { ("█", "░") } else { ("#", ".") };
    let filled = usize::from(forecast.known.thousandths()) * TREND / 1000;
    let bar = full.repeat(filled) + &style.paint(Role::Faint, &empty.repeat(TREND - filled));
    let known = right(&forecast.known.to_string(), 4);
    vec![format!("  {}  {bar}  {known}  {:>4} due", left(&when, 11), forecast.due)]
}

/// `  4 of 5  What is the N+1 problem?`
fn missed(missed: &MissedQuestion, style: &Style) -> Vec<String> {
    let prompt = missed.prompt.as_ref().map(plain_prompt);
    let asks = prompt.unwrap_or_else(|| missed.question.to_string());
    counted(missed.missed, missed.asked, &format!("{}: {asks}", missed.quiz), style)
}

/// `  6 of 8  joins (Django interview: orm)`
fn keyword(figure: &KeywordFigure, style: &Style) -> Vec<String> {
    let KeywordFigure { quiz, question, keyword, times, asked } = figure;
    counted(*times, *asked, &format!("{keyword} ({quiz}: {question})"), style)
}

fn counted(times: u32, of: u32, text: &str, style: &Style) -> Vec<String> {
    let figure = right(&format!("{times} of {of}"), 9);
    vec![format!("  {figure}  {}", fit(text, columns(style) - 13, style))]
}
