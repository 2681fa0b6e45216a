//! Numbers as exact decimals, read from their digits and never through a float.

use std::time::Duration;

use rust_decimal::Decimal;
use toml::de::DeValue;

use super::code;
use super::reading::{Reading, shortened};
use super::table::{Found, Table, Value, place};
use crate::diagnostic::Diagnostic;
use crate::quiz::{PerMille, Points, Weight};
use crate::span::Span;

/// Most points and most weight that can be written down.
const MOST: u32 = 1_000_000;

impl<'a> Reading<'a> {
    /// A share from 0 to 1.
    pub fn share(&mut self, table: &Table<'a>, name: &str) -> Option<Found<PerMille>> {
        let found = self.thousandths(table, name, 0, 1000)?;
        Some(found.map(|value| PerMille::new(u16::try_from(value).unwrap_or(1000))))
    }

    /// A share of more than 0.
    pub fn positive_share(&mut self, table: &Table<'a>, name: &str) -> Option<Found<PerMille>> {
        let found = self.thousandths(table, name, 1, 1000)?;
        Some(found.map(|value| PerMille::new(u16::try_from(value).unwrap_or(1000))))
    }

    /// Points, more than zero.
    pub fn points(&mut self, table: &Table<'a>, name: &str) -> Option<Found<Points>> {
        Some(self.thousandths(table, name, 1, MOST)?.map(Points::from_thousandths))
    }

    /// Points taken off, zero or more.
    pub fn cost(&mut self, table: &Table<'a>, name: &str) -> Option<Found<Points>> {
        Some(self.thousandths(table, name, 0, MOST)?.map(Points::from_thousandths))
    }

    /// A weight, more than zero.
    pub fn weight(&mut self, table: &Table<'a>, name: &str) -> Option<Found<Weight>> {
        Some(self.thousandths(table, name, 1, MOST)?.map(Weight::from_thousandths))
    }

    fn thousandths(
        &mut self,
        table: &Table<'a>,
        name: &str,
        least: u32,
        most: u32,
    ) -> Option<Found<u32>> {
        let found = self.decimal(table, name)?;
        let scaled = found.value.checked_mul(Decimal::from(1000)).filter(|scaled| {
            let above = if least == 0 { *scaled >= Decimal::ZERO } else { *scaled > Decimal::ZERO };
            above && *scaled <= Decimal::from(most)
        });
        let Some(scaled) = scaled else {
            self.out_of_range(name, found.span, &bounds(least, most));
            return None;
        };
        let whole = scaled.is_integer().then(|| u32::try_from(scaled).ok()).flatten();
        if whole.is_none() {
            self.out_of_range(name, found.span, "a number with at most three decimals");
        }
        whole.map(|value| Found { value, span: found.span })
    }

    /// Any decimal number of at most 28 digits.
    pub fn decimal(&mut self, table: &Table<'a>, name: &str) -> Option<Found<Decimal>> {
        let value = self.value(table, name)?;
        let span = place(value);
        match exact(value) {
            Exact::Number(value) => Some(Found { value, span }),
            Exact::TooPrecise => {
                self.out_of_range(name, span, "a number of at most 28 digits");
                None
            }
            Exact::NotANumber => {
                self.wrong_type(table, name, value);
                None
            }
        }
    }

    /// A whole number from `least` to `most`.
    pub fn count(
        &mut self,
        table: &Table<'a>,
        name: &str,
        most: u32,
        bounds: &str,
    ) -> Option<Found<u32>> {
        let value = self.value(table, name)?;
        let DeValue::Integer(_) = value.get_ref() else {
            self.wrong_type(table, name, value);
            return None;
        };
        let count = match exact(value) {
            Exact::Number(number) => u32::try_from(number).ok(),
            Exact::TooPrecise | Exact::NotANumber => None,
        };
        let count = count.filter(|count| (1..=most).contains(count));
        if count.is_none() {
            self.out_of_range(name, place(value), bounds);
        }
        count.map(|count| Found { value: count, span: place(value) })
    }

    /// A length of time of more than zero.
    pub fn duration(&mut self, table: &Table<'a>, name: &str) -> Option<Found<Duration>> {
        let found = self.string(table, name)?;
        let duration = humantime::parse_duration(found.value);
        let label = match &duration {
            Ok(duration) if duration.is_zero() => "no time at all".to_owned(),
            Ok(duration) if duration.as_secs() > LONGEST_LIMIT => "longer than a year".to_owned(),
            Ok(duration) => return Some(Found { value: *duration, span: found.span }),
            Err(error) => error.to_string(),
        };
        let title = format!("`{name}` is no length of time");
        let problem = Diagnostic::error(code::DURATION, found.span, title, label);
        self.push(problem.help("write it as `\"90s\"`, `\"5m\"` or `\"1h 30m\"`"));
        None
    }

    /// Says what a value must be that is not.
    pub fn out_of_range(&mut self, name: &str, span: Span, bounds: &str) {
        let title = format!("`{name}` must be {bounds}");
        let written = shortened(span.of(self.text));
        let label = format!("`{written}` is not");
        self.push(Diagnostic::error(code::OUT_OF_RANGE, span, title, label));
    }
}

/// A year of seconds.
const LONGEST_LIMIT: u64 = 366 * 24 * 60 * 60;

fn bounds(least: u32, most: u32) -> String {
    let upper = most / 1000;
    if least == 0 {
        format!("from 0 to {upper}")
    } else {
        format!("more than 0 and at most {upper}")
    }
}

enum Exact {
    Number(Decimal),
    TooPrecise,
    NotANumber,
}

fn exact(value: &Value<'_>) -> Exact {
    let number = match value.get_ref() {
        DeValue::Integer(integer) => {
            let parsed = i128::from_str_radix(integer.as_str(), integer.radix()).ok();
            parsed.and_then(|whole| Decimal::try_from_i128_with_scale(whole, 0).ok())
        }
        DeValue::Float(float) => from_digits(float.as_str()),
        _ => return Exact::NotANumber,
    };
    number.map_or(Exact::TooPrecise, |number| Exact::Number(number.normalize()))
}

/// `[+-]digits[.digits][e[+-]digits]` as an exact decimal, if it fits one.
fn from_digits(written: &str) -> Option<Decimal> {
    let (mantissa, exponent) = written.split_once(['e', 'E']).unwrap_or((written, "0"));
    let exponent: i64 = exponent.parse().ok()?;
    let mantissa = Decimal::from_str_exact(mantissa.trim_start_matches('+')).ok()?.normalize();
    if mantissa.is_zero() {
        return Some(mantissa);
    }
    let scale = i64::from(mantissa.scale()).checked_sub(exponent)?;
    if scale >= 0 {
        let scale = u32::try_from(scale).ok()?;
        return Decimal::try_from_i128_with_scale(mantissa.mantissa(), scale).ok();
    }
    let factor = 10_i128.checked_pow(u32::try_from(-scale).ok()?)?;
    Decimal::try_from_i128_with_scale(mantissa.mantissa().checked_mul(factor)?, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_kept_exactly() {
        for (written, exact) in [
            ("4.2", "4.2"),
            ("+0.10", "0.1"),
            ("-1.5e3", "-1500"),
            ("1e-3", "0.001"),
            ("0e999999", "0"),
            ("12345678901234567890.12345678", "12345678901234567890.12345678"),
        ] {
            assert_eq!(from_digits(written).unwrap().to_string(), exact, "{written}");
        }
    }

    #[test]
    fn what_does_not_fit_is_no_number_rather_than_another_one() {
        for written in [
            "1e99",
            "1e-99",
            "1e9223372036854775808",
            "0.12345678901234567890123456789012",
            "nan",
            "-inf",
        ] {
            assert_eq!(from_digits(written), None, "{written}");
        }
    }
}
