//! Numbers as people write them.

use rust_decimal::Decimal;

/// The number in `text`, with or without `unit` after it.
///
/// A comma groups thousands where three digits follow each of them, and is a decimal point
/// otherwise; `_`, blanks and apostrophes between digits group as well; exponents are taken.
pub(super) fn number(text: &str, unit: Option<&str>) -> Option<Decimal> {
    let bare = without_unit(text.trim(), unit).trim();
    let bare = bare.strip_prefix('+').unwrap_or(bare).replace('\u{2212}', "-");
    let ungrouped: String =
        bare.chars().filter(|c| !matches!(c, '_' | ' ' | '\u{a0}' | '\u{202f}' | '\'')).collect();
    let plain = decimal_point(&ungrouped)?;
    plain.parse().ok().or_else(|| Decimal::from_scientific(&plain).ok())
}

fn without_unit<'t>(text: &'t str, unit: Option<&str>) -> &'t str {
    let Some(unit) = unit.map(str::trim).filter(|unit| !unit.is_empty()) else { return text };
    let Some(split) = text.len().checked_sub(unit.len()) else { return text };
    match text.split_at_checked(split) {
        Some((before, after)) if after.to_lowercase() == unit.to_lowercase() => before,
        _ => text,
    }
}

/// Grouping commas taken out, a decimal comma made a point; `None` where a comma is neither.
fn decimal_point(text: &str) -> Option<String> {
    let (whole, rest) =
        text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let later: Vec<&str> = groups.collect();
    let grouped = later.iter().all(|group| group.len() == 3);
    match (later.as_slice(), rest) {
        ([], _) => Some(text.to_owned()),
        (_, None) if grouped && !first.is_empty() => Some(text.replace(',', "")),
        ([decimals], None) => Some(format!("{first}.{decimals}")),
        (_, Some(rest)) if grouped && !rest.contains(',') => {
            Some(format!("{}.{rest}", whole.replace(',', "")))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        number(text, Some("ms")).map(|number| number.normalize().to_string())
    }

    #[test]
    fn people_write_numbers_in_many_ways() {
        for (written, meant) in [
            ("4.2", "4.2"),
            (" 4.20 ms ", "4.2"),
            ("4.2MS", "4.2"),
            ("4,2", "4.2"),
            (",5", "0.5"),
            ("1,000", "1000"),
            ("1,000.5", "1000.5"),
            ("1 000 000", "1000000"),
            ("1_000", "1000"),
            ("+3", "3"),
            ("\u{2212}3", "-3"),
            ("1.5e3", "1500"),
        ] {
            assert_eq!(read(written).as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for written in ["", "ms", "four", "4.2 s", "1.2.3", "1,2,3", "4 ms or 5 ms", "NaN", "é"] {
            assert_eq!(read(written), None, "{written}");
        }
    }
}
