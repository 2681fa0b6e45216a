//! Many attempts as a table.

use std::io::{self, Write};

use super::bar::role;
use super::line::{fit, left, right, width, wrap};
use super::phrase::{count, percent};
use super::style::{Role, Style};
use super::summary::range;
use crate::quiz::PerMille;
use crate::report::certainty::Certainty;
use crate::report::ranking::{Place, Rank, Ranking};

/// Columns of `1–12`, `1234=`; of `100%` with a decimal; of `22–100%`.
const RANK: usize = 9;
const SHARE: usize = 6;
const RANGE: usize = 8;

/// Writes `ranking` in lines of at most `style.width` columns.
pub fn write_ranking(ranking: &Ranking, style: &Style, mut out: impl Write) -> io::Result<()> {
    let mut lines: Vec<String> = ranking
        .quizzes
        .iter()
        .map(|quiz| style.paint(Role::Title, &fit(&quiz.title, style.columns(), style)))
        .collect();
    lines.push(style.paint(Role::Faint, &count(ranking.places.len(), "attempt")));
    lines.push(String::new());
    let longest = ranking.places.iter().map(|place| width(&name(place))).max().unwrap_or_default();
    let room = style.columns() - RANK - 2 - SHARE - 2 - RANGE - 2 - "not passed".len() - 2;
    let column = longest.min(room);
    lines.extend(ranking.places.iter().map(|place| row(place, column, style)));
    if let Some(note) = ranking_note(ranking) {
        lines.push(String::new());
        lines.extend(wrap(note, 0, style));
    }
    lines.iter().try_for_each(|line| writeln!(out, "{}", line.trim_end()))
}

fn name(place: &Place) -> String {
    place.name().for_terminal().into_owned()
}

fn row(place: &Place, column: usize, style: &Style) -> String {
    let rank = place.rank.map(|rank| shown(rank, style)).unwrap_or_default();
    let name = left(&fit(&name(place), column, style), column);
    let share = right(&percent(place.total.share), SHARE);
    let range = match place.certainty {
        Certainty::TooFew => "too few".to_owned(),
        Certainty::Interval(interval) => range(interval, style),
    };
    let (outcome, verdict) =
        if place.passed { (Role::Good, "passed") } else { (Role::Bad, "not passed") };
    let mark = if place.passed { PerMille::ZERO } else { PerMille::ONE };
    let share = style.paint(role(place.total.share, mark), &share);
    let range = style.paint(Role::Faint, &right(&range, RANGE));
    let verdict = style.paint(outcome, verdict);
    format!("{}  {name}  {share}  {range}  {verdict}", right(&rank, RANK))
}

/// `3`, `3=` where another has the same share, `3 (1–5)` where the error lets it be another.
pub(crate) fn shown(rank: Rank, style: &Style) -> String {
    let tied = if rank.tied { "=" } else { "" };
    let dash = if style.unicode { "–" } else { "-" };
    if rank.best == rank.place && rank.worst == rank.place {
        return format!("{}{tied}", rank.place);
    }
    format!("{}{tied} {}{dash}{}", rank.place, rank.best, rank.worst)
}

/// What to know about the places.
pub(crate) fn ranking_note(ranking: &Ranking) -> Option<&'static str> {
    let uncertain = ranking.places.iter().any(|place| place.rank.is_some_and(Rank::is_uncertain));
    if ranking.quizzes.len() > 1 {
        Some("These took different quizzes, so they are not ranked.")
    } else if uncertain {
        Some(
            "Beside a place stand the places of those whose difference is within the error of the \
             scores: nothing here tells them apart.",
        )
    } else {
        None
    }
}
