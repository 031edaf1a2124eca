#!/usr/bin/python3
"""Makes a random small portfolio: an input folder, the same for the same seed.

portfolio.py SEED FOLDER [--faults] [--plain]

FOLDER/input is the input folder, FOLDER/case.json names the month (and date) to run it for,
FOLDER/faults.json lists the faulty rows inserted: [file, line or null for a whole file, sort].
"""
import argparse
import json
import os

import invent
import invent_months
import models
import schema
from dialects import Entry, Vocabulary, Writer, seeded
from faults import Faults

SETTINGS = {
    "ready": (80, 95), "conditional": (50, 60.5), "gate_window": (30, 120), "gate_near": (10, 60),
    "forecast_points": (2, 4), "forecast_horizon": (200, 900), "slip_yellow": (10, 45),
    "slip_red": (60, 120), "lag_yellow": (5, 12.5), "lag_red": (20, 30), "cost_red": (5, 15),
    "risk_yellow": (6, 9), "risk_red": (12, 16), "benefit_green": (0.85, 1),
    "benefit_yellow": (0.5, 0.75), "change_points": (2, 10), "collision_days": (7, 30)}
WEIGHTS = {"weight_active": (1, 2), "weight_focus": (1.5, 3), "share_tasks": (30, 70),
           "share_criteria": (40, 60)}
BLANK_FORMS = ("status", "criteria_answers", "assessments", "economy", "risks")


def settings_text(rng, head):
    """A model.ini with some settings overridden."""
    lines = [head.rstrip()]
    comma = rng.random() < 0.5
    for section, table in (("thresholds", SETTINGS), ("weights", WEIGHTS)):
        lines += ["", "[%s]" % section, "; en bemærkning", "# en til"]
        for name, options in table.items():
            if rng.random() < 0.25:
                text = str(rng.choice(options))
                lines.append("%s = %s" % (name, text.replace(".", ",") if comma else text))
    return rng.choice(("\n", "\r\n")).join(lines + [""])


def blank_forms(rng, specs):
    """Some rows with nothing but their key, as a blank form comes back."""
    for spec in specs:
        if spec.kind in BLANK_FORMS and spec.group == "month" and spec.entries and rng.random() < 0.15:
            keys = {c.id for c in schema.columns("month", spec.kind) if c.key}
            values = {name: value for name, value in rng.choice(spec.entries).values.items()
                      if name in keys}
            if spec.kind == "risks":
                values["risk"] = "Titel"
            spec.entries.insert(rng.randrange(len(spec.entries) + 1), Entry(values, shape="blank"))


class Made:
    """A portfolio ready to be written."""

    def __init__(self, seed, faults=False, plain=False):
        rng = seeded(seed, "portfolio")
        self.odd = rng.random() < 1 / 3 or not models.real_exists()
        self.files, self.specs, self.plain, self.seed = {}, [], plain, seed
        model_specs, info, head = [], None, models.OTHER_HEAD
        if self.odd:
            rows = models.other_rows(rng)
            model_specs, info = models.other_specs(rows), models.info_of(rows)
        else:
            info, head = models.real_info(), models.real_head()
            for name, data in models.real_files().items():
                self.files["model/" + name] = data
        self.files["model/model.ini"] = settings_text(rng, head).encode()
        scene = self.scene = invent.Scene(rng, info, self.odd)
        registers = invent.registers(scene)
        months = invent_months.months(scene)
        blank_forms(rng, months)
        self.specs = registers + months
        self.file_faults = []
        if faults:
            self._add_faults(seeded(seed, "faults"))
        self.words = scene.words()
        self.bare_words = Vocabulary({}, {}, {}, {})
        self.model_specs = model_specs
        if rng.random() < 0.3:
            self.files["status/%s/notat.md" % scene.month] = "Månedens *notat*\n".encode()

    def _add_faults(self, rng):
        spoiler = Faults(rng, self.scene, self.specs)
        spoiler.run(rng.randint(4, 14))
        self.specs += spoiler.added
        self.file_faults = spoiler.file_faults

    def _rendered(self):
        files = dict(self.files)
        for spec in self.model_specs:
            rng = seeded(self.seed, spec.path)
            files[spec.path] = Writer(rng, spec, self.bare_words, self.plain).render()
        for spec in self.specs:
            rng = seeded(self.seed, spec.path)
            files[spec.path] = Writer(rng, spec, self.words, self.plain).render()
        for path, _, data in self.file_faults:
            files[path] = data
        return files

    def faults(self):
        """After rendering: [file, line or None, sort]."""
        found = [[spec.path, entry.line, entry.fault]
                 for spec in self.specs for entry in spec.entries if entry.fault]
        return sorted(found + [[path, None, sort] for path, sort, _ in self.file_faults],
                      key=lambda fault: (fault[0], fault[1] or 0))

    def write(self, folder):
        for path, data in self._rendered().items():
            target = os.path.join(folder, "input", path)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as stream:
                stream.write(data)
        date = self.scene.date_option
        case = {"seed": self.seed, "month": self.scene.month, "date": date and date.isoformat(),
                "model": "other" if self.odd else "own"}
        for name, value in (("case", case), ("faults", self.faults())):
            with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as stream:
                json.dump(value, stream, ensure_ascii=False, indent=1)
        return case


def main():
    parser = argparse.ArgumentParser(description="Makes a random small portfolio.")
    parser.add_argument("seed", type=int)
    parser.add_argument("folder")
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--plain", action="store_true", help="one plain dialect for every file")
    options = parser.parse_args()
    made = Made(options.seed, options.faults, options.plain)
    print(json.dumps(made.write(options.folder), ensure_ascii=False))


if __name__ == "__main__":
    main()
