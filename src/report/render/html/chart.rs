//! Charts as SVG, drawn in per cent so that they fill any width.

use maud::{Markup, html};

use crate::quiz::PerMille;
use crate::report::Certainty;
use crate::report::render::content::Spread;
use crate::report::text::percent;

/// A share with its interval and the pass mark.
pub(super) fn bar(share: PerMille, certainty: Certainty, pass: PerMille) -> Markup {
    let interval = certainty.interval();
    let (low, high) = (percent(interval.low), percent(interval.high));
    let label =
        format!("{}, between {low} and {high}; the pass mark is {}", percent(share), percent(pass));
    html! {
        svg height="22" role="img" aria-label=(label) {
            rect class="groove" x="0" y="5" width="100%" height="12" {}
            rect class="bar" x="0" y="6" width=(percent(share)) height="10" {}
            line class="mark" x1=(percent(pass)) x2=(percent(pass)) y1="0" y2="22" {}
            line class="whisker" x1=(low) x2=(high) y1="11" y2="11" {}
            line class="whisker" x1=(low) x2=(low) y1="7" y2="15" {}
            line class="whisker" x1=(high) x2=(high) y1="7" y2="15" {}
        }
    }
}

/// Pixels of the highest column.
const HEIGHT: usize = 120;

/// How many candidates have shares in each tenth, with the pass mark.
pub(super) fn histogram(spread: &Spread) -> Markup {
    let most = spread.tenths.iter().copied().max().unwrap_or_default().max(1);
    let base = HEIGHT + 20;
    html! {
        svg height=(base + 20) role="img" aria-label=(spread.told()) {
            @for (tenth, count) in (0_usize..).zip(spread.tenths) {
                @let height = count * HEIGHT / most;
                rect class="bar" x=(format!("{}.4%", tenth * 10)) width="9.2%" y=(base - height) height=(height) {}
                @if count > 0 {
                    text x=(format!("{}%", tenth * 10 + 5)) y=(base - height - 5) text-anchor="middle" { (count) }
                }
                text x=(format!("{}.3%", tenth * 10)) y=(base + 15) { (tenth * 10) "%" }
            }
            text class="end" x="100%" y=(base + 15) text-anchor="end" { "100%" }
            line class="axis" x1="0" x2="100%" y1=(base) y2=(base) {}
            @if let Some(pass) = spread.pass {
                line class="mark" x1=(percent(pass)) x2=(percent(pass)) y1="0" y2=(base) {}
            }
        }
    }
}
