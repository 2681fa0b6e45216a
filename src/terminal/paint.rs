//! The colours of a report.

use super::styled::Look;
use crate::report::text::Role;

/// Gives a piece of a report the look of its role, if colours are on.
#[must_use]
pub fn paint_role(role: Role, text: &str) -> String {
    let look = match role {
        Role::Title | Role::Heading => Look::Strong,
        Role::Good => Look::Good,
        Role::Fair => Look::Warning,
        Role::Bad => Look::Bad,
        Role::Faint => Look::Quiet,
    };
    look.paint(text).to_string()
}
