//! The frame of the file: its policy, its style, its script.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::hypertext::policy;
use crate::quiz::visible;

const STYLE: &str = include_str!("style.css");
/// Sorts a table. The page says everything without it.
const SORT: &str = include_str!("sort.js");

/// Whether the page has something to sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// It runs no script, and none may run.
    None,
    /// It runs its own, and no other may run.
    Sort,
}

impl Script {
    fn source(self) -> Option<&'static str> {
        (self == Self::Sort).then_some(SORT)
    }
}

/// A whole file.
pub(super) fn document(title: &str, script: Script, header: &Markup, main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(STYLE, script.source()));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(concat!("viva ", env!("CARGO_PKG_VERSION")));
                title { (visible(title)) }
                style { (PreEscaped(STYLE)) }
            }
            body class=[(script == Script::Sort).then_some("many")] {
                header { (header) }
                main { (main) }
                footer {
                    p { "Made by viva " (env!("CARGO_PKG_VERSION")) ". Points are given by rules, and each of them can be seen in the answer." }
                }
                @if script == Script::Sort {
                    script { (PreEscaped(SORT)) }
                }
            }
        }
    }
}
