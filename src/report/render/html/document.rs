//! The frame of the file: its policy, its style, its script.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

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

/// A whole file.
pub(super) fn document(title: &str, script: Script, header: &Markup, main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(script));
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

fn policy(script: Script) -> String {
    let style = hash(STYLE);
    let script = match script {
        Script::None => "'none'".to_owned(),
        Script::Sort => hash(SORT),
    };
    format!(
        "default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"
    )
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}
