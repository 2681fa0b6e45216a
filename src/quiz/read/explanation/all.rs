//! All of them, in order.

use super::{grading, keys, names};
use crate::diagnostic::Explanation;

/// What every code of a reading problem means, in order.
pub fn explanations() -> impl Iterator<Item = &'static Explanation> {
    [keys::EXPLANATIONS, names::EXPLANATIONS, grading::EXPLANATIONS].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn codes_are_in_order_and_below_those_of_the_lints() {
        let codes: Vec<_> = explanations().map(|explanation| explanation.code).collect();
        assert!(codes.is_sorted_by(|left, right| left < right), "{codes:?}");
        assert!(codes.iter().all(|code| *code < Code(100)), "{codes:?}");
    }
}
