//! The last sheet: what the answers say about each question and its parts.

use std::fmt::Display;

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::cell::{Cell, Looks, write};
use super::layout::{Sheet, finish, head};
use crate::report::analysis::{Analysis, Detail, Figure, Item, Withheld};

/// Writes `analysis`; where attempts are at different quizzes there is none.
pub(super) fn items(
    page: &mut Worksheet,
    analysis: Option<&Analysis>,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let about = analysis.map_or_else(
        || "No figures: these are attempts at different quizzes.".to_owned(),
        |analysis| {
            let (alpha, error) = (told(&analysis.alpha), told(&analysis.error));
            format!("Cronbach's alpha: {alpha}. Standard error of measurement: {error}.")
        },
    );
    page.write_string_with_format(0, 0, "Item analysis", &looks.title)?;
    page.write_string_with_format(1, 0, about, &looks.note)?;
    head(page, Sheet::Items, looks)?;
    let mut last = Sheet::Items.head();
    for item in analysis.iter().flat_map(|analysis| &analysis.items) {
        last += 1;
        write(page, last, 0, &question(item), looks)?;
        for detail in &item.details {
            last += 1;
            write(page, last, 0, &part(item, detail), looks)?;
        }
    }
    finish(page, Sheet::Items, last)
}

fn told(figure: &Figure<impl Display>) -> String {
    match figure {
        Figure::Known { value, n } => format!("{value} (n = {n})"),
        Figure::Withheld { why, n } => format!("{why} (n = {n})"),
    }
}

fn known<'a, T: Copy>(figure: &Figure<T>, cell: impl FnOnce(T) -> Cell<'a>) -> Cell<'a> {
    Cell::or_empty(figure.value().copied(), cell)
}

/// Why the first of two figures that has no value has none.
fn why(one: Option<Withheld>, other: Option<Withheld>) -> Cell<'static> {
    Cell::or_empty(one.or(other), |why| Cell::Text(why.to_string().into()))
}

fn question(item: &Item) -> Vec<Cell<'_>> {
    let remarks: Vec<&str> = item.remarks.iter().map(|remark| remark.meaning()).collect();
    vec![
        Cell::plain(item.id.as_str()),
        Cell::Text("question".into()),
        Cell::Empty,
        Cell::Count(item.difficulty.n()),
        known(&item.difficulty, Cell::Share),
        known(&item.discrimination, Cell::Coefficient),
        Cell::Empty,
        Cell::Empty,
        Cell::Text(remarks.join("; ").into()),
        why(item.difficulty.withheld(), item.discrimination.withheld()),
    ]
}

fn part<'a>(item: &'a Item, detail: &'a Detail) -> Vec<Cell<'a>> {
    vec![
        Cell::plain(item.id.as_str()),
        Cell::Text(detail.kind.as_str().into()),
        Cell::plain(&detail.label),
        Cell::Count(detail.share.n()),
        known(&detail.share, Cell::Share),
        known(&detail.discrimination, Cell::Coefficient),
        known(&detail.best, Cell::Share),
        known(&detail.weakest, Cell::Share),
        Cell::or_empty(detail.remark, |remark| Cell::Text(remark.meaning().into())),
        why(detail.discrimination.withheld(), detail.best.withheld()),
    ]
}
