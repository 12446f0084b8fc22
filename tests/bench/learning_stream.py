#!/usr/bin/env python3
"""A made-up stream of calls with the columns of UCI's Bank Marketing data, oldest first, on standard output.

As there, the level drifts by month far more than customers differ within one, so that a pooled AUC mostly measures
drift. Arguments: rows, seed. The same arguments give the same bytes.
"""
import math
import random
import sys

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
EFFECTS = {  # log-odds; those of job walk a little every month
    "job": {"admin": 0.2, "blue-collar": -0.5, "management": 0.1, "retired": 0.8, "student": 0.9, "technician": 0.0,
            "services": -0.3, "self-employed": 0.0},
    "marital": {"married": -0.1, "single": 0.2, "divorced": 0.0},
    "education": {"basic": -0.3, "secondary": 0.0, "university": 0.2, "unknown": 0.0},
    "housing": {"yes": 0.0, "no": 0.0, "unknown": 0.0},
    "contact": {"cellular": 0.3, "telephone": -0.6},
    "day_of_week": {"mon": -0.1, "tue": 0.0, "wed": 0.1, "thu": 0.1, "fri": 0.0},
    "poutcome": {"nonexistent": 0.0, "failure": 0.2, "success": 2.2},
}
OFTEN = {"nonexistent": 86, "failure": 10, "success": 4, "cellular": 64, "telephone": 36}


def main():
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 40_000
    draw = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    months = 30
    level = -3.2
    print(";".join(["age", *EFFECTS, "month", "campaign", "pdays", "y"]))
    for month in range(months):
        level += draw.gauss(0.07, 0.35)
        level = min(max(level, -4), -0.2)
        for job in EFFECTS["job"]:
            EFFECTS["job"][job] += draw.gauss(0, 0.05)
        for _ in range(rows // months):
            values = {name: draw.choices(list(effects), [OFTEN.get(value, 1) for value in effects])[0]
                      for name, effects in EFFECTS.items()}
            age, campaign = draw.randint(18, 80), min(1 + int(draw.expovariate(0.7)), 20)
            pdays = 999 if values["poutcome"] == "nonexistent" else draw.randint(1, 60)
            score = level + sum(EFFECTS[name][value] for name, value in values.items())
            score += -0.12 * (campaign - 1) + (0.5 if age > 64 else 0)
            success = draw.random() < 1 / (1 + math.exp(-score))
            cells = [age, *values.values(), MONTHS[(4 + month) % 12], campaign, pdays, "yes" if success else "no"]
            print(";".join(str(cell) for cell in cells))


if __name__ == "__main__":
    main()
