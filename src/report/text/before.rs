//! What changed since the same questions were asked last.

use super::line::{fit, left, right, width};
use super::phrase::{percent, risen};
use super::style::{Role, Style};
use crate::report::change::Change;
use crate::report::value::Report;

/// A line per topic that was asked about before; nothing where none was.
pub(super) fn before(report: &Report, style: &Style) -> Vec<String> {
    let changes: Vec<Change<'_>> = report.changes().collect();
    if changes.is_empty() {
        return Vec::new();
    }
    let titles = changes.iter().map(|change| width(&change.topic.title));
    let room = (style.columns() / 2).min(style.columns().saturating_sub(BESIDE));
    let label = titles.max().unwrap_or_default().min(room);
    let mut lines =
        vec![String::new(), style.paint(Role::Heading, "Since the last time, the same questions")];
    lines.extend(changes.iter().map(|change| line(change, label, style)));
    lines
}

/// Columns of `66.6%` and of `+33.3`.
const SHARE: usize = 5;

/// Columns of a line beside the topic's title.
const BESIDE: usize = 3 * SHARE + "  ".len() * 3 + " -> ".len();

/// `Models   62% → 74.5%  +12.5`
fn line(change: &Change<'_>, label: usize, style: &Style) -> String {
    let title = left(&fit(&change.topic.title, label, style), label);
    let role = match change.rise() {
        0 => Role::Faint,
        1.. => Role::Good,
        _ => Role::Bad,
    };
    let arrow = if style.unicode { "→" } else { "->" };
    let rise = style.paint(role, &right(&risen(change.rise()), SHARE));
    let [was, is] = [change.was, change.is].map(|share| right(&percent(share), SHARE));
    format!("  {title}  {was} {arrow} {is}  {rise}")
}
