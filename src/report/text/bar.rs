//! A share as a bar.

use super::style::{Role, Style};
use crate::quiz::PerMille;

/// A bar of `width` columns. Anything above nothing shows, and only the whole is full.
pub(super) fn bar(share: PerMille, pass: PerMille, width: usize, style: &Style) -> String {
    let (full, empty) = if style.unicode { ("█", "░") } else { ("#", ".") };
    let filled = filled(share, width);
    let painted = style.paint(role(share, pass), &full.repeat(filled));
    painted + &style.paint(Role::Faint, &empty.repeat(width - filled))
}

fn filled(share: PerMille, width: usize) -> usize {
    let rounded = (usize::from(share.thousandths()) * width + 500) / 1000;
    match share {
        PerMille::ZERO => 0,
        PerMille::ONE => width,
        _ => rounded.clamp(1, width.saturating_sub(1).max(1)).min(width),
    }
}

/// Good from the pass mark on, fair from half of it.
pub(super) fn role(share: PerMille, pass: PerMille) -> Role {
    if share >= pass {
        Role::Good
    } else if share.thousandths() * 2 >= pass.thousandths() {
        Role::Fair
    } else {
        Role::Bad
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_full_only_for_the_whole_and_empty_only_for_nothing() {
        let cases = [(0, 0), (1, 1), (500, 5), (949, 9), (999, 9), (1000, 10)];
        for (share, columns) in cases {
            assert_eq!(filled(PerMille::new(share), 10), columns, "{share}");
        }
    }
}
