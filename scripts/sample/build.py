"""Makes the whole input: registers, months, notes."""

import shutil
from pathlib import Path

from . import faults, register
from .course import Course
from .days import folder, month_ends
from .dialect import Dialect
from .dice import Dice
from .fates import BENEFITS_RETURNED, SEPARATE, SILENT, SPLIT, STATES
from .model import MODEL
from .register import HERE
from .steering import Steering, programme_risks
from .work import Work

# The file name of each kind that is collected from everyone.
COLLECTED = {
    "assessments": "trafiklys", "criteria_answers": "kriteriesvar",
    "gate_decisions": "faseovergange", "conditions": "betingelser",
    "economy": "oekonomi", "risks": "risici",
    "measurements": "gevinstmaalinger", "benefits": "gevinster",
}
SENT_SEPARATELY = ("assessments", "criteria_answers", "economy", "risks",
                   "benefits")


class Rollout:
    """One rollout and what it returns."""

    def __init__(self, options, place, solution, benefits):
        self.code, self.solution = place["code"], solution["id"]
        course = Course(options.seed, self.code, self.solution)
        self.dice = course.dice
        self.work = Work(course, solution, options.tasks)
        self.steering = Steering(course, place, benefits)

    def is_silent(self, day):
        state, since = STATES.get((self.code, self.solution), ("active", day))
        if state != "active" and since <= day:
            return True
        if (day.year, day.month) in SILENT.get(self.code, []):
            return True
        return self.dice("silent", day).chance(0.035)

    def returns(self, day, with_economy):
        """{kind: rows} for a month."""
        work, steering = self.work, self.steering
        found = {"criteria_answers": list(work.answers(day)),
                 "status": work.status(day),
                 "tasks": list(work.task_rows(day)),
                 "assessments": list(steering.assessments(day)),
                 "gate_decisions": list(steering.decisions(day)),
                 "conditions": list(steering.conditions(day)),
                 "risks": list(steering.risks(day)),
                 "measurements": list(steering.measurements(day))}
        if with_economy:
            found["economy"] = list(steering.economy(day))
        if (self.code, (day.year, day.month)) in BENEFITS_RETURNED:
            found["benefits"] = list(steering.returned_benefits())
        steering.day_before = day
        return found


class Writer:
    """Writes files, each in its sender's dialect."""

    def __init__(self, options, places):
        self.options, self.root = options, Path(options.output)
        self.names = {place["code"]: place["name"] for place in places}

    def dialect(self, *sender):
        return Dialect.drawn(Dice(self.options.seed, "dialect", *sender),
                             self.options.dialects)

    def write(self, path, kind, rows, dialect):
        rows = list(rows)
        if not rows:
            return
        lines = dialect.table(kind, rows, self.names)
        if self.options.faults:
            faults.apply(path, lines)
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(dialect.encode(lines))


def slug(code, name):
    plain = name.lower()
    for letter, letters in (("æ", "ae"), ("ø", "oe"), ("å", "aa"),
                            (" ", "-")):
        plain = plain.replace(letter, letters)
    return f"{code}-{plain}"


def write_registers(options, writer, places, chosen, benefits):
    seed, office = options.seed, Dialect({"utf8", "semicolon", "iso-dates",
                                          "codes"})
    tables = {
        "municipalities": register.municipality_rows(places),
        "solutions": register.solution_rows(chosen),
        "rollouts": register.rollout_rows(seed, places, chosen),
        "schedule": register.schedule_rows(places, chosen),
        "task_catalogue": register.catalogue_rows(chosen, options.tasks),
        "solution_dependencies": register.dependency_rows(chosen),
        "benefits": benefits,
    }
    for kind, rows in tables.items():
        writer.write(f"register/{kind}.csv", kind, rows, office)


def write_month(writer, places, chosen, rollouts, day, with_economy):
    collected = {kind: [] for kind in COLLECTED}
    month = folder(day)
    for place in places:
        code = place["code"]
        returned = {}
        for rollout in rollouts[code]:
            if not rollout.is_silent(day):
                for kind, rows in rollout.returns(day, with_economy).items():
                    returned.setdefault(kind, []).extend(rows)
        stem = f"status/{month}/retur/{slug(code, place['name'])}"
        write_returned(writer, stem, code, returned)
        for kind in COLLECTED:
            if not (code in SEPARATE and kind in SENT_SEPARATELY):
                collected[kind] += returned.get(kind, [])
    if with_economy:
        collected["risks"] += programme_risks(chosen)
    for kind, rows in collected.items():
        writer.write(f"status/{month}/samlet/{COLLECTED[kind]}.csv", kind,
                     rows, writer.dialect("office", kind))


def write_returned(writer, stem, code, returned):
    """The files of one municipality."""
    dialect = writer.dialect(code)
    status = returned.get("status", [])
    if code in SPLIT:
        for solution in sorted({row["solution"] for row in status}):
            writer.write(f"{stem}-status-{solution.lower()}.csv", "status",
                         [r for r in status if r["solution"] == solution],
                         dialect)
    else:
        writer.write(f"{stem}-status.csv", "status", status, dialect)
    writer.write(f"{stem}-opgaver.csv", "tasks", returned.get("tasks", []),
                 dialect)
    if code in SEPARATE:
        for kind in SENT_SEPARATELY:
            writer.write(f"{stem}-{COLLECTED[kind]}.csv", kind,
                         returned.get(kind, []), dialect)


def write_notes(writer, day):
    for note in sorted((HERE / "notes").iterdir()):
        words = note.stem.split("-")
        about_place = len(words) > 1 and words[1].isdigit()
        if not about_place or words[1] in writer.names:
            shutil.copyfile(note, writer.root / "status" / folder(day)
                            / note.name)


def write_strays(writer):
    for path, text in faults.STRAY.items():
        target = writer.root / path
        if target.parent.is_dir():
            target.write_text(text, encoding="utf-8")


def copy_model(root):
    target = root / "model"
    if target.resolve() != MODEL:
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(MODEL, target)


def build(options):
    places = register.municipalities(options.municipalities)
    chosen = register.solutions(options.solutions)
    benefits = list(register.benefit_rows(options.seed, places, chosen))
    writer = Writer(options, places)
    for part in ("register", "status"):
        shutil.rmtree(writer.root / part, ignore_errors=True)
    copy_model(writer.root)
    write_registers(options, writer, places, chosen, benefits)
    owned = {}
    for row in benefits:
        key = row["municipality"], row["solution"]
        owned.setdefault(key, []).append(row)
    rollouts = {place["code"]: [
        Rollout(options, place, solution,
                owned.get((place["code"], solution["id"]), []))
        for solution in chosen] for place in places}
    days = month_ends(options.months)
    for n, day in enumerate(days):
        with_economy = n == 0 or (len(days) - 1 - n) % 3 == 0
        write_month(writer, places, chosen, rollouts, day, with_economy)
    write_notes(writer, days[-1])
    if options.faults:
        write_strays(writer)
