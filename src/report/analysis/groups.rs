//! The best and the weakest of those who were asked a question.

use super::sample::{Answer, Sitter};

/// The best and the weakest 27 % by the share of all points, each with whoever ties with its last.
/// Kelley, T. L. (1939). The selection of upper and lower groups for the validation of test items.
/// Journal of Educational Psychology 30, 17–24.
pub(super) struct Groups<'s> {
    pub best: Vec<&'s Answer>,
    pub weakest: Vec<&'s Answer>,
}

/// Per mille of the candidates in each group.
const GROUP: usize = 270;

impl<'s> Groups<'s> {
    /// `None` where ties make the groups overlap.
    pub(super) fn new(asked: &[(&'s Sitter, &'s Answer)]) -> Option<Self> {
        let mut shares: Vec<f64> = asked.iter().map(|(sitter, _)| sitter.share()).collect();
        shares.sort_by(f64::total_cmp);
        let size = (shares.len() * GROUP).div_ceil(1000);
        let low = *shares.get(size.checked_sub(1)?)?;
        let high = *shares.get(shares.len() - size)?;
        let group = |belongs: &dyn Fn(f64) -> bool| {
            let members = asked.iter().filter(|(sitter, _)| belongs(sitter.share()));
            members.map(|(_, answer)| *answer).collect()
        };
        (low < high).then(|| Self {
            best: group(&|share| share >= high),
            weakest: group(&|share| share <= low),
        })
    }
}
