//! The name that somebody meant.

/// Names longer than this are not held against others: nobody mistypes them.
const LONGEST: usize = 64;

/// The candidate that `name` is most likely a slip for, if any is near.
///
/// Near is a third of the characters in edits ([`strsim::osa_distance`]), or one word within the
/// other (`keyword` and `keywords`, `time` and `time_limit`). Of equals the first counts.
pub fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if name.len() > LONGEST {
        return None;
    }
    let lower = name.to_lowercase();
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= LONGEST)
        .filter_map(|candidate| {
            let folded = candidate.to_lowercase();
            let edits = strsim::osa_distance(&lower, &folded);
            let longest = lower.chars().count().max(folded.chars().count());
            let near = edits * 3 <= longest.max(3) || starts(&lower, &folded);
            near.then_some((edits, candidate))
        })
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, candidate)| candidate)
}

fn starts(left: &str, right: &str) -> bool {
    let shorter = left.len().min(right.len());
    shorter >= 3 && (left.starts_with(right) || right.starts_with(left))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_the_name_that_was_meant() {
        let names = ["prompt", "points", "hint", "hint_cost"];
        assert_eq!(nearest("promt", names), Some("prompt"));
        assert_eq!(nearest("Points", names), Some("points"));
        assert_eq!(nearest("hints", names), Some("hint"));
    }

    #[test]
    fn a_name_like_none_finds_nothing() {
        assert_eq!(nearest("colour", ["prompt", "points"]), None);
        assert_eq!(nearest(&"x".repeat(100), ["x"]), None);
    }
}
