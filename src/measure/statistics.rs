//! Means, variances and correlations.

/// The arithmetic mean; zero of nothing.
#[must_use]
pub fn mean(values: &[f64]) -> f64 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / count(values) }
}

/// The unbiased variance, with `n − 1` below; zero of fewer than two.
#[must_use]
pub fn variance(values: &[f64]) -> f64 {
    if values.len() < 2 {
        return 0.0;
    }
    let mean = mean(values);
    values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count(values) - 1.0)
}

/// Pearson's product-moment correlation of pairs; `None` where either side has no spread.
#[must_use]
pub fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let (left, right): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (mean_left, mean_right) = (mean(&left), mean(&right));
    let (mut both, mut squares_left, mut squares_right) = (0.0, 0.0, 0.0);
    for (x, y) in pairs {
        let (x, y) = (x - mean_left, y - mean_right);
        both += x * y;
        squares_left += x * x;
        squares_right += y * y;
    }
    let spread = (squares_left * squares_right).sqrt();
    // What is left of equal values after their mean is taken away is a rounding error.
    let has_spread = is_spread(&left) && is_spread(&right) && spread > 0.0;
    has_spread.then(|| (both / spread).clamp(-1.0, 1.0))
}

/// Whether not all values are the same.
#[must_use]
pub fn is_spread(values: &[f64]) -> bool {
    values.windows(2).any(|pair| pair[0].to_bits() != pair[1].to_bits())
}

#[expect(clippy::cast_precision_loss, reason = "there are fewer than 2^52 candidates")]
fn count(values: &[f64]) -> f64 {
    values.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_correlates_fully_and_a_constant_with_nothing() {
        let line: Vec<_> = (0..5).map(|x| (f64::from(x), 3.0 - f64::from(x))).collect();
        assert_eq!(correlation(&line), Some(-1.0));
        let constant: Vec<_> = (0..5).map(|x| (f64::from(x), 0.1)).collect();
        assert_eq!(correlation(&constant), None);
        assert_eq!(correlation(&[]), None);
    }
}
