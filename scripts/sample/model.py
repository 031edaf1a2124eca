"""What the sample needs to know of the implementation model."""

import csv
from collections import namedtuple
from pathlib import Path

SHIPPED = Path(__file__).resolve().parents[2] / "input"
MODEL = SHIPPED / "model"

Criterion = namedtuple("Criterion", "id phase mandatory")


def rows(path):
    with open(path, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


PHASES = [row["fase"] for row in rows(MODEL / "phases.csv")]
PHASE_NAMES = {row["fase"]: row["alias"].split("|")[0] or row["navn"]
               for row in rows(MODEL / "phases.csv")}
TASK_NAMES = {int(row["nr"]): row["navn"]
              for row in rows(MODEL / "main_tasks.csv")}
CELLS = {phase: [int(row["nr"]) for row in rows(MODEL / "matrix.csv")
                 if row["fase"] == phase and row["grad"] != "-"]
         for phase in PHASES}
CRITERIA = [Criterion(row["kriterium"], row["fase"],
                      row["obligatorisk"] == "ja")
            for row in rows(MODEL / "criteria.csv")]
