//! Many attempts as a table.

use std::io::{self, Write};

use super::line::{fit, left, right, width, wrap};
use super::phrase::{count, percent, told_verdict};
use super::style::{Role, Style};
use super::summary::range;
use crate::report::certainty::Certainty;
use crate::report::ranking::{Place, Rank, Ranking};

/// Columns of `100%` with a decimal; of `22–100%`; of a verdict.
const SHARE: usize = 6;
const RANGE: usize = 8;
const VERDICT: usize = "not passed".len();
/// Columns of a share with its range and its verdict.
const FIGURES: usize = SHARE + 2 + RANGE + 2 + VERDICT;

/// Writes `ranking` in lines of at most `style.width` columns.
pub fn write_ranking(ranking: &Ranking, style: &Style, mut out: impl Write) -> io::Result<()> {
    let mut lines: Vec<String> = ranking
        .quizzes
        .iter()
        .map(|quiz| style.paint(Role::Title, &fit(&quiz.title, style.columns(), style)))
        .collect();
    lines.push(style.paint(Role::Faint, &count(ranking.places.len(), "attempt")));
    if !ranking.places.is_empty() {
        lines.push(String::new());
        lines.extend(table(ranking, style));
    }
    if let Some(note) = ranking_note(ranking) {
        lines.push(String::new());
        lines.extend(wrap(&note, 0, style));
    }
    lines.iter().try_for_each(|line| writeln!(out, "{}", line.trim_end()))
}

/// A line for each attempt, two where the window is narrow.
fn table(ranking: &Ranking, style: &Style) -> Vec<String> {
    let rank = |place: &Place| place.rank.map(|rank| shown(rank, style)).unwrap_or_default();
    let places = || ranking.places.iter();
    let ranks = places().map(|place| width(&rank(place))).max().unwrap_or_default();
    let ranks = ranks.max("Place".len());
    let names = places().map(|place| width(&name(place))).max().unwrap_or_default();
    let names = names.max("Candidate".len());
    let indent = ranks + 2;
    let narrow = style.columns() < indent + "Candidate".len() + 2 + FIGURES;
    let room = style.columns() - indent - if narrow { 0 } else { 2 + FIGURES };
    let names = names.min(room);
    let line = |rank: &str, name: &str, figures: &str| {
        let first = format!("{}  {}", right(rank, ranks), left(&fit(name, names, style), names));
        if narrow {
            let indent = " ".repeat(indent.min(style.columns() - FIGURES));
            vec![first, format!("{indent}{figures}")]
        } else {
            vec![format!("{first}  {figures}")]
        }
    };
    let head = format!("{}  {}  Result", right("Share", SHARE), right("Between", RANGE));
    let mut lines: Vec<String> = line("Place", "Candidate", &head)
        .iter()
        .map(|line| style.paint(Role::Faint, line.trim_end()))
        .collect();
    lines.extend(places().flat_map(|it| line(&rank(it), &name(it), &figures(it, style))));
    lines
}

fn name(place: &Place) -> String {
    place.name().for_terminal().into_owned()
}

fn figures(place: &Place, style: &Style) -> String {
    let range = match place.certainty {
        Certainty::TooFew => "too few".to_owned(),
        Certainty::Interval(interval) => range(interval, style),
    };
    let outcome = match place.verdict() {
        Some(true) => Role::Good,
        Some(false) => Role::Bad,
        None => Role::Faint,
    };
    let verdict = told_verdict(place.verdict());
    let share = style.paint(outcome, &right(&percent(place.total.share), SHARE));
    let range = style.paint(Role::Faint, &right(&range, RANGE));
    format!("{share}  {range}  {}", style.paint(outcome, verdict))
}

/// `3`, `3=` where another has the same share, `3 (1–5)` where the error lets it be another.
pub(crate) fn shown(rank: Rank, style: &Style) -> String {
    let tied = if rank.tied { "=" } else { "" };
    let dash = if style.unicode { "–" } else { "-" };
    if rank.best == rank.place && rank.worst == rank.place {
        return format!("{}{tied}", rank.place);
    }
    format!("{}{tied} ({}{dash}{})", rank.place, rank.best, rank.worst)
}

/// What to know about the places.
pub(crate) fn ranking_note(ranking: &Ranking) -> Option<String> {
    if ranking.quizzes.len() > 1 {
        return Some("These took different quizzes, so they are not ranked.".to_owned());
    }
    let any = |is: fn(Rank) -> bool| ranking.places.iter().any(|it| it.rank.is_some_and(is));
    let notes = [
        (
            any(|rank| rank.best < rank.place || rank.worst > rank.place),
            "In brackets behind a place stand the places of those whose difference is within the \
             error of the scores: nothing here tells them apart.",
        ),
        (any(|rank| rank.tied), "= marks those with equal shares."),
        (
            ranking.different_questions,
            "Not all were asked the same questions, so their shares compare only roughly.",
        ),
    ];
    let notes: Vec<&str> = notes.iter().filter(|(is, _)| *is).map(|(_, note)| *note).collect();
    (!notes.is_empty()).then(|| notes.join(" "))
}
