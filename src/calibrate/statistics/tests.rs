use super::*;

/// Pairs that an independent program can make too: a linear congruential generator (1103515245,
/// 12345, modulo 2^31), high bits taken modulo 1001; the second is up to 200 away from the first.
fn pairs(count: usize, seed: u64) -> Vec<Pair> {
    let mut state = seed;
    let mut next = |below: u64| {
        state = (state * 1_103_515_245 + 12_345) % (1 << 31);
        (state >> 16) % below
    };
    let mut pairs = Vec::new();
    for _ in 0..count {
        let one = next(1001);
        let other = (one + next(401)).saturating_sub(200).min(1000);
        let of = |value: u64| PerMille::new(u16::try_from(value).unwrap());
        pairs.push(Pair { first: of(one), second: of(other) });
    }
    pairs
}

fn of(values: &[(u16, u16)]) -> Vec<Pair> {
    let pair = |&(one, other)| Pair { first: PerMille::new(one), second: PerMille::new(other) };
    values.iter().map(pair).collect()
}

/// The figures are of scipy 1.17.1 (`pearsonr`), scikit-learn 1.9.1 (`mean_squared_error`, rooted;
/// `cohen_kappa_score` with `weights="quadratic"` over `(v * 8 + 1000) // 2000`) and numpy 2.4.6.
#[test]
fn the_figures_are_those_of_other_programs() {
    let cases = [
        (pairs(7, 1), 0.981_404_355_391_485, 0.082_995_696_962_467, 0.923_636_363_636_363),
        (pairs(40, 2), 0.915_952_190_261_447, 0.106_116_916_653_283, 0.836_734_693_877_551),
        (pairs(500, 3), 0.926_744_888_050_571, 0.112_962_206_069_109, 0.868_394_731_587_894),
        (
            of(&[(0, 1000), (1000, 0), (500, 400), (250, 900)]),
            -0.976_785_140_781_773,
            0.779_823_698_024_111,
            -0.863_636_363_636_363,
        ),
    ];
    for (pairs, r, rmse, kappa) in cases {
        let told = [pearson(&pairs), root_mean_square_error(&pairs), quadratic_kappa(&pairs)];
        assert_eq!(told, [r, rmse, kappa].map(|value| Some(Coefficient::rounded(value))));
    }
}

#[test]
fn where_nothing_varies_there_is_no_correlation() {
    assert_eq!(pearson(&of(&[(500, 0), (500, 1000)])), None);
    assert_eq!(pearson(&[]), None);
    assert_eq!(quadratic_kappa(&of(&[(500, 500), (510, 500)])), None);
    assert_eq!(root_mean_square_error(&of(&[(500, 0)])), Some(Coefficient::from_thousandths(500)));
}
