"""The models that portfolios are built on: the repository's own, and another one."""
import os

import reader
from dialects import Spec, Entry
from names import Names

HERE = os.path.dirname(os.path.abspath(__file__))
REAL = os.path.normpath(os.path.join(HERE, "..", "..", "input", "model"))


class ModelInfo:
    """What the generator needs to know of a model."""

    def __init__(self, phases, tasks, grades, criteria):
        self.phases = phases            # id -> other names
        self.tasks = tasks              # no -> other names
        self.grades = grades            # (phase, no) -> grade
        self.criteria = criteria        # phase -> ids
        self.all_criteria = [name for names in criteria.values() for name in names]

    def cells(self, phase):
        return [task for task in self.tasks if self.grades.get((phase, task), "-") != "-"]

    def dashes(self, phase):
        return [task for task in self.tasks if self.grades.get((phase, task), "-") == "-"]


def info_of(rows):
    """ModelInfo from rows (dictionaries) by kind."""
    def others(row):
        texts = [row.get("name"), row.get("name_en")] + (row.get("alias") or "").split("|")
        return [text for text in texts if text and text.strip()]
    phases = {row["phase"]: others(row) for row in rows["phases"]}
    criteria = {phase: [] for phase in phases}
    for row in rows["criteria"]:
        criteria[row["phase"]].append(row["criterion"])
    return ModelInfo(phases, {row["no"]: others(row) for row in rows["main_tasks"]},
                     {(row["phase"], row["no"]): row["grade"] for row in rows["matrix"]}, criteria)


def real_exists():
    return os.path.exists(os.path.join(REAL, "phases.csv"))


def real_info():
    """The repository's own model."""
    names, rows = Names(), {}
    files = {}
    for name in sorted(os.listdir(REAL)):
        if name.endswith(".csv"):
            file = reader.open_file(REAL, name, "model")
            files[file.kind] = file
    for kind in ("phases", "main_tasks", "matrix", "criteria"):
        file = files[kind]
        rows[kind] = [reader.parse_row(file, line, record, None, names)
                      for line, record in file.records]
        for row in rows[kind]:
            if kind == "phases":
                names.add("phase", row["phase"])
            elif kind == "main_tasks":
                names.add("main_task", row["no"])
    return info_of(rows)


def real_files():
    """Name -> bytes of the model's files, model.ini apart."""
    found = {}
    for name in sorted(os.listdir(REAL)):
        if name.endswith(".csv"):
            with open(os.path.join(REAL, name), "rb") as stream:
                found[name] = stream.read()
    return found


def real_head():
    """The [model] section of model.ini."""
    with open(os.path.join(REAL, "model.ini"), encoding="utf-8") as stream:
        text = stream.read()
    start = text.index("[model]")
    end = text.find("\n[", start + 1)
    return text[start:end if end > 0 else len(text)].rstrip() + "\n"


OTHER_HEAD = """[model]
name = En anden <model> & mere
name_en = Another *model*
version = 2.1
source = opdigtet | til prøve
names_in_management = yes
"""

OTHER = {
    "phases": [
        {"phase": "start", "name": "Op | start*", "name_en": "Start <up>", "alias": "begyndelse|S1"},
        {"phase": "Midt-2", "name": "Midt & imellem", "name_en": "The *middle*", "alias": None},
        {"phase": "ende", "name": "Ende <ø>", "name_en": "End", "alias": "slut | sidste"}],
    "categories": [{"category": "a", "name": "Alle & enhver", "name_en": "All"},
                   {"category": "b", "name": "Børn | æ", "name_en": "B"}],
    "main_tasks": [
        {"no": 30, "name": "Tal *og* tegn", "name_en": "Figures", "category": "a", "alias": "tegn|tal"},
        {"no": 2, "name": "A | B", "name_en": "A or B", "category": "b"},
        {"no": 11, "name": "<script>alert(1)</script>", "name_en": "Script", "category": "b",
         "condition": "operation"},
        {"no": 4, "name": "Køb & salg", "name_en": "Trade & sale", "category": "a"},
        {"no": 100, "name": "Øvrigt, \"andet\"; mere", "name_en": "Other", "category": "a"}],
    "matrix": [], "criteria": [],
    "dependencies": [
        {"no": 2, "requires": 30, "kind": "before", "basis": "source"},
        {"no": 11, "requires": 2, "kind": None, "basis": "interpretation"},
        {"no": 4, "requires": 11, "kind": "beside"},
        {"no": 100, "requires": 4, "kind": "before"},
        {"no": 100, "requires": 30, "kind": "before"}]}


def other_rows(rng):
    """The other model, with grades and criteria drawn anew."""
    rows = {kind: [dict(row) for row in kept] for kind, kept in OTHER.items()}
    for phase in rows["phases"]:
        for task in rows["main_tasks"]:
            rows["matrix"].append({"no": task["no"], "phase": phase["phase"],
                                   "grade": rng.choice(("-", "active", "active", "focus")),
                                   "basis": rng.choice(("source", "interpretation"))})
        for number in range(rng.randrange(0, 5)):
            rows["criteria"].append({
                "criterion": "%s/%d" % (phase["phase"], number), "phase": phase["phase"],
                "text": "Er *%d* | klar & <klar>?" % number, "text_en": "Ready?",
                "main_task": rng.choice((None, 30, 11)), "mandatory": rng.choice(("yes", "no")),
                "weight": rng.choice((None, 1.0, 2.0, 0.5, 1.25)),
                "origin": rng.choice(("source", "interpretation", "local")),
                "condition": rng.choice((None, "operation"))})
    if not rows["criteria"]:
        return other_rows(rng)
    return rows


def other_specs(rows):
    return [Spec("model/%s.csv" % kind, "model", kind, [Entry(row) for row in rows[kind]])
            for kind in rows if rows[kind]]
