//! How practice goes, as people read it.

use std::io::{self, Write};

use crate::quiz::{PerMille, Points};
use crate::report::text::line::{fit, left, right, width, wrap};
use crate::report::text::{Role, Style, count, plain_prompt};
use crate::review::{Forecast, KeywordFigure, MissedQuestion, Readiness, Stats, Trend, Week};

/// A share in eight heights, and where only ASCII can be shown in ten digits.
const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Columns of a trend: as many as it has shares at most.
const TREND: usize = 10;

/// Columns from which on there is room for a week's points and for the names of quizzes.
const ROOMY: usize = 60;

/// Writes `stats` in lines of at most the width of `style`.
pub fn write(stats: &Stats, style: &Style, out: &mut impl Write) -> io::Result<()> {
    if stats.questions == 0 {
        return writeln!(out, "no figures: no answers are kept yet");
    }
    let mut lines = practised(stats, style);
    lines.extend(section("The last weeks", &stats.weeks, style, week));
    lines.extend(section("How ready you are", &stats.readiness, style, readiness));
    lines.extend(section("Topics, attempt by attempt", &stats.topics, style, trend));
    lines.extend(section("To be expected, if you stop now", &stats.forecast, style, forecast));
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
        "Practised on {}, {} of the last 30, {} in a row. {} asked so far, {}.",
        count(practised.days, "day"),
        practised.of_30,
        practised.in_a_row,
        count(stats.questions, "question"),
        match stats.due {
            0 => "none due today".to_owned(),
            due => format!("{due} due today: `viva review` asks them"),
        }
    );
    wrap(&text, 0, style)
}

/// `  last 7 days  5 days  █████░░░░░   52%  41 of 80 points`
fn week(week: &Week, style: &Style) -> Vec<String> {
    let when = match week.ago {
        0 => "last 7 days".to_owned(),
        1 => "7 before".to_owned(),
        ago => format!("{ago} weeks ago"),
    };
    let days = right(&count(week.days, "day"), 6);
    let line = format!("  {}  {days}", left(&when, 11));
    if week.days == 0 {
        return vec![line];
    }
    let share = right(&week.share.to_string(), 4);
    let points = (columns(style) >= ROOMY)
        .then(|| format!("  {} of {}", whole(week.earned), count(whole(week.possible), "point")));
    let bar = bar(week.share, style);
    vec![format!("{line}  {bar}  {share}{}", points.unwrap_or_default())]
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

/// Whole points.
fn whole(points: Points) -> u64 {
    u64::from(points.thousandths()).saturating_add(500) / 1000
}

/// `64%, the pass mark is 70%; 9 of 12 asked, the whole 58–79%`
fn readiness(ready: &Readiness, style: &Style) -> Vec<String> {
    let dash = if style.unicode { "–" } else { "-" };
    let (low, high) = (ready.at_least.percent(), ready.at_most);
    let basis = if ready.asked == ready.questions {
        format!("all {} asked", ready.questions)
    } else {
        format!("{} of {} asked, the whole {low}{dash}{high}", ready.asked, ready.questions)
    };
    let (role, figure) = match ready.expected {
        Some(expected) if expected >= ready.pass => (Role::Good, expected.to_string()),
        Some(expected) => (Role::Fair, expected.to_string()),
        None => (Role::Faint, "too few to tell".to_owned()),
    };
    let text = format!("{figure}, the pass mark is {}; {basis}", ready.pass);
    let mut lines = wrap(&text, 4, style);
    if let Some(first) = lines.first_mut() {
        *first = first.replacen(&figure, &style.paint(role, &figure), 1);
    }
    lines.insert(0, format!("  {}", fit(&ready.quiz, columns(style) - 2, style)));
    lines
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
    let known = right(&forecast.known.to_string(), 4);
    let bar = bar(forecast.known, style);
    vec![format!("  {}  {bar}  {known}  {:>3} due", left(&when, 11), forecast.due)]
}

fn bar(share: PerMille, style: &Style) -> String {
    let (full, empty) = if style.unicode { ("█", "░") } else { ("#", ".") };
    let filled = usize::from(share.thousandths()) * TREND / 1000;
    full.repeat(filled) + &style.paint(Role::Faint, &empty.repeat(TREND - filled))
}

/// `  4 of 5  What is the N+1 problem?`
fn missed(missed: &MissedQuestion, style: &Style) -> Vec<String> {
    let prompt = missed.prompt.as_ref().map(plain_prompt);
    let asks = prompt.unwrap_or_else(|| missed.question.to_string());
    let asks = if columns(style) >= ROOMY { format!("{}: {asks}", missed.quiz) } else { asks };
    counted(missed.missed, missed.asked, &asks, style)
}

/// `  6 of 8  joins (Django interview: orm)`
fn keyword(figure: &KeywordFigure, style: &Style) -> Vec<String> {
    let KeywordFigure { quiz, question, keyword, times, asked } = figure;
    let place = (columns(style) >= ROOMY).then(|| format!(" ({quiz}: {question})"));
    counted(*times, *asked, &format!("{keyword}{}", place.unwrap_or_default()), style)
}

fn counted(times: u32, of: u32, text: &str, style: &Style) -> Vec<String> {
    let figure = right(&format!("{times} of {of}"), 9);
    vec![format!("  {figure}  {}", fit(text, columns(style) - 13, style))]
}
