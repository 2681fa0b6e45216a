//! A list to pick from and a line to write, outside a question.

use std::io;
use std::sync::Arc;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::ask::{self, Left};
use super::unsent::Unsent;
use super::window::window_width;
use crate::attempt::Given;

/// Lets one of `options` be picked; `None` if the person leaves. Each is cut to one row.
pub fn pick_one(message: &str, options: &[String], colour: bool) -> io::Result<Option<usize>> {
    inquire::set_global_render_config(ask::theme(colour));
    match ask::pick(
        message,
        &rows(options),
        0,
        "↑↓ move · Enter picks · Esc leaves",
        &Given::text(""),
    ) {
        Ok(place) => Ok(Some(place)),
        Err(Left::By(..)) => Ok(None),
        Err(Left::Io(error)) => Err(error),
    }
}

/// Lets a line be written; `None` if the person leaves.
pub fn write_one(message: &str, colour: bool) -> io::Result<Option<String>> {
    inquire::set_global_render_config(ask::theme(colour));
    let whole = Arc::new(|text: &str| Given::text(text));
    match ask::line(message, "", "Enter sends · Esc leaves", &Unsent::default(), whole) {
        Ok(text) => Ok(Some(text)),
        Err(Left::By(..)) => Ok(None),
        Err(Left::Io(error)) => Err(error),
    }
}

/// Each of `options` cut to one row of a list.
pub(super) fn rows(options: &[String]) -> Vec<String> {
    let width = window_width().saturating_sub(3);
    options.iter().map(|option| cut(option, width)).collect()
}

/// The beginning of `text` that fits `width` columns, with `…` where something is left out.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut used = 1;
    let fits = text.graphemes(true).take_while(|grapheme| {
        used += grapheme.width();
        used <= width
    });
    fits.collect::<String>() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_a_row_is_cut() {
        assert_eq!(cut("short", 5), "short");
        assert_eq!(cut("longer", 5), "long…");
        assert_eq!(cut("日本語", 5), "日本…");
    }
}
