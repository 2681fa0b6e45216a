//! Numbers as people write them.

use rust_decimal::Decimal;

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotANumber {
    /// It does not read like one.
    NoNumber,
    /// Its comma could mark thousands or decimals.
    Ambiguous,
    /// It has more digits than can be held.
    TooLarge,
}

/// Reads a number: `4.2`, `4,2`, `1 000 000`, `1,234.5`, `1.234,5`, `−3`, `1e6`, `1.5×10^3`, with
/// `unit` after it or without. A comma before exactly three digits could be either mark and is
/// refused, unless they are zeros: nobody writes a whole number's decimals.
pub(super) fn number(written: &str, unit: Option<&str>) -> Result<Decimal, NotANumber> {
    let plain = without_unit(&ascii(written.trim()), unit);
    let (mantissa, exponent) = split_exponent(&plain);
    if exponent.is_some_and(|exponent| exponent.parse::<i32>().is_err()) {
        return Err(NotANumber::NoNumber);
    }
    let digits = normalise(mantissa)?;
    let value = match exponent {
        None => digits.parse().ok(),
        Some(exponent) => Decimal::from_scientific(&format!("{digits}e{exponent}")).ok(),
    };
    value.ok_or_else(|| refuse(&digits))
}

/// Why digits that look like a number are none.
fn refuse(digits: &str) -> NotANumber {
    let is_number = digits.bytes().any(|byte| byte.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'))
        && digits.matches('.').count() <= 1
        && digits.rfind(['-', '+']).is_none_or(|at| at == 0);
    if is_number { NotANumber::TooLarge } else { NotANumber::NoNumber }
}

/// Signs and blanks of other keyboards as ASCII.
fn ascii(written: &str) -> String {
    written
        .chars()
        .map(|character| match character {
            '\u{2212}' | '\u{2013}' | '\u{fe63}' | '\u{ff0d}' => '-',
            '\u{a0}' | '\u{202f}' | '\u{2009}' | '\t' => ' ',
            '\u{2019}' => '\'',
            '\u{ff10}'..='\u{ff19}' => {
                char::from_digit(u32::from(character) - 0xff10, 10).unwrap_or(character)
            }
            other => other,
        })
        .collect()
}

/// Takes the unit off the end, whatever its capitals.
fn without_unit(written: &str, unit: Option<&str>) -> String {
    let unit = unit.map(str::trim).filter(|unit| !unit.is_empty());
    let stripped = unit.and_then(|unit| {
        let start = written.len().checked_sub(unit.len())?;
        let end = written.get(start..)?;
        let same = end.to_lowercase() == unit.to_lowercase();
        same.then(|| written.get(..start)).flatten()
    });
    stripped.unwrap_or(written).trim().to_owned()
}

/// Splits at `e`, `×10^` or `*10^`.
fn split_exponent(written: &str) -> (&str, Option<&str>) {
    for mark in ["×10^", "x10^", "*10^", "× 10^", "x 10^", "* 10^", "e", "E"] {
        if let Some((mantissa, exponent)) = written.split_once(mark) {
            return (mantissa.trim(), Some(exponent.trim()));
        }
    }
    (written, None)
}

/// Digits with at most a sign before them and one full stop among them, thousands marks taken out.
fn normalise(written: &str) -> Result<String, NotANumber> {
    let commas = written.matches(',').count();
    let stops = written.matches('.').count();
    let (decimal, thousands) = match (written.rfind(','), written.rfind('.')) {
        (Some(comma), Some(stop)) if comma > stop => (Some(','), Some('.')),
        (Some(_), Some(_)) => (Some('.'), Some(',')),
        (Some(_), None) if commas > 1 => (None, Some(',')),
        (Some(comma), None) if is_ambiguous(written, comma) => {
            return Err(NotANumber::Ambiguous);
        }
        (Some(comma), None) if written.ends_with(",000") && (1..=3).contains(&comma) => {
            (None, Some(','))
        }
        (Some(_), None) => (Some(','), None),
        (None, _) if stops > 1 => (None, Some('.')),
        (None, _) => (Some('.'), None),
    };
    let (whole, fraction) = match decimal.and_then(|mark| written.split_once(mark)) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (written, None),
    };
    if !written.bytes().any(|byte| byte.is_ascii_digit()) {
        return Err(NotANumber::NoNumber);
    }
    let whole = ungroup(whole, thousands)?;
    let fraction = fraction.map_or(Ok(String::new()), |fraction| {
        let digits = fraction.bytes().all(|byte| byte.is_ascii_digit());
        if digits { Ok(format!(".{fraction}")) } else { Err(NotANumber::NoNumber) }
    })?;
    Ok(whole + &fraction)
}

/// Whether a single comma could mark thousands: `1,234`, but not `0,234`, `1,23` or `1234,567`.
fn is_ambiguous(written: &str, comma: usize) -> bool {
    let (before, after) = written.split_at(comma);
    let before = before.trim_start_matches(['-', '+', ' ']);
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    after.len() == 4
        && digits(&after[1..])
        && after != ",000"
        && (1..=3).contains(&before.len())
        && digits(before)
        && !before.starts_with('0')
}

/// Takes out thousands marks, which must stand before groups of three digits.
fn ungroup(whole: &str, mark: Option<char>) -> Result<String, NotANumber> {
    let (sign, digits) = match whole.strip_prefix(['-', '+']) {
        Some(rest) => (if whole.starts_with('-') { "-" } else { "" }, rest.trim_start()),
        None => ("", whole),
    };
    let is_mark = |c: char| mark == Some(c) || matches!(c, ' ' | '_' | '\'');
    let mut groups = digits.split(is_mark);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<_> = groups.collect();
    let regular = rest.is_empty()
        || ((1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3));
    let plain = [first, &rest.concat()].concat();
    if !regular || !plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotANumber::NoNumber);
    }
    Ok([sign, if plain.is_empty() { "0" } else { &plain }].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> Result<String, NotANumber> {
        number(written, Some("ms")).map(|value| value.normalize().to_string())
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (written, value) in [
            ("4.2", "4.2"),
            ("4,2", "4.2"),
            (" 4.2 ms", "4.2"),
            ("4.2ms", "4.2"),
            ("4,2 MS", "4.2"),
            ("+7", "7"),
            (".5", "0.5"),
            ("0,234", "0.234"),
            ("1.234", "1.234"),
            ("\u{2212}3", "-3"),
            ("-3", "-3"),
            ("1 000 000", "1000000"),
            ("1\u{202f}000", "1000"),
            ("1_000", "1000"),
            ("1'000", "1000"),
            ("1,234,567", "1234567"),
            ("1,000", "1000"),
            ("1,234.5", "1234.5"),
            ("1.234,5", "1234.5"),
            ("1.234.567", "1234567"),
            ("1234,567", "1234.567"),
            ("1e6", "1000000"),
            ("1.5E-3", "0.0015"),
            ("1.5×10^3", "1500"),
            ("2 * 10^3", "2000"),
        ] {
            assert_eq!(read(written).as_deref(), Ok(value), "{written}");
        }
    }

    #[test]
    fn what_could_be_two_numbers_is_neither() {
        assert_eq!(read("1,234"), Err(NotANumber::Ambiguous));
        assert_eq!(read("-12,345"), Err(NotANumber::Ambiguous));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for written in
            ["", "four", "1,23,4", "12 34", "4.2 s", "1e", "e5", "--3", "1.2.3", "٣", "1-2", "NaN"]
        {
            assert!(read(written).is_err(), "{written}");
        }
    }

    #[test]
    fn a_number_that_cannot_be_held_says_so() {
        assert_eq!(read(&"9".repeat(40)), Err(NotANumber::TooLarge));
    }
}
