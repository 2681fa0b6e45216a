"""Writes histories.csv: 1,000 random histories and what py-fsrs makes of them.

    pip install fsrs==6.3.2
    python3 tests/fsrs/make.py > tests/fsrs/histories.csv

A line is a history: the desired retention in per cent; the answers as `days:rating`, days since the one
before; then, after the last of them, stability, difficulty, the interval in days; days without practice,
and the retrievability after these.
"""

import random
from datetime import datetime, timedelta, timezone
from importlib.metadata import version

from fsrs import Card, Rating, Scheduler

assert version("fsrs") == "6.3.2"
random.seed(20261125)
print("retention,answers,stability,difficulty,interval,wait,retrievability")
for _ in range(1000):
    retention = random.choice([70, 80, 85, 90, 95])
    scheduler = Scheduler(
        desired_retention=retention / 100,
        learning_steps=(),
        relearning_steps=(),
        enable_fuzzing=False,
    )
    card, now, answers = Card(), datetime(2026, 1, 1, tzinfo=timezone.utc), []
    for number in range(random.randint(1, 12)):
        days = 0 if number == 0 else random.choice([0, 1, 1, 2, 3, 5, 8, 13, 30, 90, 365])
        rating = random.choice([1, 2, 3, 3, 3, 4])
        now += timedelta(days=days)
        card, _ = scheduler.review_card(card, Rating(rating), now)
        answers.append(f"{days}:{rating}")
    wait = random.choice([0, 1, 7, 30, 365])
    chance = scheduler.get_card_retrievability(card, now + timedelta(days=wait))
    interval = (card.due - now).days
    print(
        f"{retention},{' '.join(answers)},{card.stability:.7g},{card.difficulty:.7g},"
        f"{interval},{wait},{chance:.6f}"
    )
