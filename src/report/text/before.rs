//! What changed since the same questions were asked last.

use super::line::{fit, left, right, width};
use super::style::{Role, Style};
use crate::report::before::TopicBefore;
use crate::report::value::{Report, TopicReport};

/// A line per topic that was asked about before; nothing where none was.
pub(super) fn before(report: &Report, style: &Style) -> Vec<String> {
    let pairs: Vec<(&TopicReport, &TopicBefore)> = report
        .topics
        .iter()
        .filter_map(|topic| {
            let before = report.before.iter().find(|before| before.topic == topic.id)?;
            Some((topic, before))
        })
        .collect();
    if pairs.is_empty() {
        return Vec::new();
    }
    let longest = pairs.iter().map(|(topic, _)| width(&topic.title)).max().unwrap_or_default();
    let label = longest.min(style.columns() / 2);
    let heading = style.paint(Role::Heading, "Since the last time, the same questions");
    let mut lines = vec![String::new(), heading];
    lines.extend(pairs.into_iter().map(|(topic, before)| line(topic, before, label, style)));
    lines
}

/// `Models   62% → 74%   +12`
fn line(topic: &TopicReport, before: &TopicBefore, label: usize, style: &Style) -> String {
    let title = left(&fit(&topic.title, label, style), label);
    let (was, is) = (before.share.percent(), before.now.percent());
    let change = i32::from(is) - i32::from(was);
    let role = match change {
        0 => Role::Faint,
        1.. => Role::Good,
        _ => Role::Bad,
    };
    let arrow = if style.unicode { "→" } else { "->" };
    let change = if change == 0 { "same".to_owned() } else { format!("{change:+}") };
    let change = style.paint(role, &right(&change, 4));
    let (was, is) = (format!("{was}%"), format!("{is}%"));
    format!("  {title}  {} {arrow} {}  {change}", right(&was, 4), right(&is, 4))
}
