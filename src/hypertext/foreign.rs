//! Text that somebody else wrote, made safe for a page.

use std::borrow::Cow;

use maud::{Markup, html};

use crate::quiz::{AnswerText, visible};

/// What a candidate wrote, set apart so that its direction does not leak into the line around it.
#[must_use]
pub fn answer_text(text: &AnswerText) -> Markup {
    html! { bdi { (text.for_terminal()) } }
}

/// What a quiz's author or a candidate wrote, without Markdown.
#[must_use]
pub fn plain(text: &str) -> Markup {
    html! { bdi { (visible(text)) } }
}

/// An address as a link that tells the other side nothing; other schemes than the web's as text.
#[must_use]
pub fn link(address: &str) -> Markup {
    let shown = visible(address);
    html! {
        @if is_web(address) {
            a href=(address) rel="noopener noreferrer" { (shown) }
        } @else {
            (shown)
        }
    }
}

/// Whether following the address can do no more than open a page, and it is what it looks like.
pub(crate) fn is_web(address: &str) -> bool {
    let is_plain = matches!(visible(address), Cow::Borrowed(_));
    let scheme = address.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    is_plain && matches!(scheme.as_deref(), Some("http" | "https"))
}
