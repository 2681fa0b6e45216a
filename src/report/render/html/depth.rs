//! Where a heading stands among headings.

use maud::{Markup, html};

/// How deep a heading stands: 1 is the file's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Depth(pub u8);

impl Depth {
    pub(super) fn heading(self, text: &Markup) -> Markup {
        html! {
            @match self.0 {
                0 | 1 => h1 { (text) },
                2 => h2 { (text) },
                3 => h3 { (text) },
                _ => h4 { (text) },
            }
        }
    }

    pub(super) const fn below(self) -> Self {
        Self(self.0 + 1)
    }
}
