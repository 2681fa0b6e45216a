#!/usr/bin/env python3
"""Item analysis by programs that are not ours: `pip install numpy scipy pingouin`, then
`python3 tests/analysis/reference.py` writes scores.csv and reference.json beside this file."""

import csv
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pingouin
from scipy import stats

HERE = Path(__file__).parent
POSSIBLE = [3000, 1000, 2000, 1000, 1000, 4000]  # thousandths of a point
WEIGHT = [1, 1, 1, 2, 2, 2]  # of each question's topic
CANDIDATES = 60

random = np.random.default_rng(20261125)
ability = random.normal(size=CANDIDATES)
columns = []
for possible, easy in zip(POSSIBLE, [0.8, 0.0, -0.5, 0.3, 1.5, -0.2]):
    share = 1 / (1 + np.exp(-(1.4 * ability + easy + random.normal(size=CANDIDATES))))
    columns.append(np.round(share * possible / 250).astype(int) * 250)
earned = np.stack(columns, axis=1)
# Whether a keyword of the first question is there, and a wrong option of the second.
keyword = (ability + random.normal(size=CANDIDATES) > 0.4).astype(int)
option = (random.normal(size=CANDIDATES) - 0.3 * ability > 0.6).astype(int)

with (HERE / "scores.csv").open("w", newline="") as file:
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow([f"q{item}" for item in range(6)] + ["keyword", "option"])
    rows.writerows(np.column_stack([earned, keyword, option]).tolist())

weighted = earned * np.array(WEIGHT)
most = np.array(POSSIBLE) * np.array(WEIGHT)
total = weighted.sum(axis=1)
rest = [(total - weighted[:, item]) / (most.sum() - most[item]) for item in range(6)]
alpha, _ = pingouin.cronbach_alpha(pd.DataFrame(weighted))
error = np.std(total / most.sum(), ddof=1) * np.sqrt(1 - alpha)

order = np.sort(total / most.sum())
size = int(np.ceil(0.27 * CANDIDATES))
best = total / most.sum() >= order[CANDIDATES - size]
weakest = total / most.sum() <= order[size - 1]


def detail(has, item):
    return {
        "share": has.mean(),
        "best": has[best].mean(),
        "weakest": has[weakest].mean(),
        "discrimination": stats.pointbiserialr(has, rest[item]).statistic,
    }


reference = {
    "alpha": alpha,
    "error": error,
    "difficulty": [(earned[:, item] / POSSIBLE[item]).mean() for item in range(6)],
    "discrimination": [stats.pearsonr(earned[:, item], rest[item]).statistic for item in range(6)],
    "keyword": detail(keyword, 0),
    "option": detail(option, 1),
}
(HERE / "reference.json").write_text(json.dumps(reference, indent=2) + "\n")
