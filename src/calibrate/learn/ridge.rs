//! Least squares that stay near to a prior.
//!
//! Only sums, products and quotients, in one order: the same on every machine.

use crate::measure::mean;

/// A column of the model: its value for each answer, how much it counts at first, and how dear it is
/// to stray from that.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub values: Vec<f64>,
    pub prior: f64,
    pub penalty: f64,
}

/// Rounds of coordinate descent; more change nothing that a grade would show.
const ROUNDS: usize = 60;

/// The weight of each column that explains `target` best, a constant apart: the least sum of squared
/// errors and of `penalty × (weight − prior)²`.
pub(super) fn fit(columns: &[Column], target: &[f64]) -> Vec<f64> {
    let centred: Vec<Vec<f64>> = columns.iter().map(|column| centred(&column.values)).collect();
    let mut weights: Vec<f64> = columns.iter().map(|column| column.prior).collect();
    let mut rest = self::centred(target);
    for (values, weight) in centred.iter().zip(&weights) {
        subtract(&mut rest, values, *weight);
    }
    let squares: Vec<f64> = centred.iter().map(|values| product(values, values)).collect();
    for _ in 0..ROUNDS {
        for (((column, values), square), weight) in
            columns.iter().zip(&centred).zip(&squares).zip(&mut weights)
        {
            let pull = product(values, &rest) + *weight * square + column.penalty * column.prior;
            let next = pull / (square + column.penalty);
            subtract(&mut rest, values, next - *weight);
            *weight = next;
        }
    }
    weights
}

/// The standard deviation; zero of nothing.
pub(super) fn deviation(values: &[f64]) -> f64 {
    let centred = centred(values);
    let squares: Vec<f64> = centred.iter().map(|value| value * value).collect();
    mean(&squares).sqrt()
}

fn centred(values: &[f64]) -> Vec<f64> {
    let mean = mean(values);
    values.iter().map(|value| value - mean).collect()
}

fn product(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

fn subtract(from: &mut [f64], values: &[f64], times: f64) {
    for (from, value) in from.iter_mut().zip(values) {
        *from -= times * value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(values: &[f64], prior: f64, penalty: f64) -> Column {
        Column { values: values.to_vec(), prior, penalty }
    }

    /// From `sklearn.linear_model.Ridge(alpha=3)` of scikit-learn 1.9.1 on the same numbers.
    #[test]
    fn without_a_prior_it_is_ridge_regression() {
        let columns = [
            column(&[1.0, 0.0, 1.0, 0.0, 1.0, 1.0], 0.0, 3.0),
            column(&[0.0, 0.0, 1.0, 1.0, 0.0, 1.0], 0.0, 3.0),
        ];
        let weights = fit(&columns, &[0.5, 0.0, 1.0, 0.25, 0.75, 1.0]);
        let expected = [0.211_538_461_538, 0.111_111_111_111];
        for (weight, expected) in weights.iter().zip(expected) {
            assert!((weight - expected).abs() < 1e-9, "{weights:?}");
        }
    }

    #[test]
    fn where_straying_is_dear_the_prior_stays() {
        let dear = fit(&[column(&[1.0, 0.0], 0.3, 1e9)], &[1.0, 0.0]);
        assert!((dear[0] - 0.3).abs() < 1e-6, "{dear:?}");
    }
}
