"""Invents what comes in month by month: the course of every rollout, with all its irregularities."""
import datetime

import invent
from dialects import Entry, Spec
from intake import month_end
from schema import MONEY

DAY = datetime.timedelta(days=1)
MODES = ("normal", "normal", "normal", "fast", "stalled", "declining", "nothing applies",
         "criteria only", "ready", "completed", "fall back", "gap", "silent at last", "chaos")
STATUSES = ("not_started", "in_progress", "done", "blocked", "not_applicable")
KINDS = ("status", "criteria_answers", "gate_decisions", "assessments", "tasks", "economy", "risks",
         "conditions", "measurements", "benefits")


class Course:
    """One rollout through the months."""

    def __init__(self, scene, pair):
        self.scene, self.rng, self.pair = scene, scene.rng, pair
        self.mode = self.rng.choice(MODES)
        self.index = self.rng.randrange(len(scene.phases))
        self.level = self.rng.uniform(0, 70)
        self.step = {"fast": 20, "stalled": 0, "declining": -8}.get(self.mode, self.rng.uniform(0, 12))
        self.decided, self.own_tasks = set(), {}
        self.risks = ["R%d" % n for n in range(self.rng.choice((0, 0, 1, 2, 3)))]
        self.report_share = self.rng.choice((1.0, 1.0, 0.8, 0.4))

    def base(self, **values):
        return dict(values, municipality=self.pair[0], solution=self.pair[1])

    # decisions

    def decide(self, rows, phase, date, decision, to_phase=None):
        if (phase, date) not in self.decided:
            self.decided.add((phase, date))
            rows.append(self.base(
                phase=phase, date=date, decision=decision, to_phase=to_phase,
                decided_by=self.scene.maybe("Styregruppen"),
                conditions=self.scene.maybe("Se \"bilag\";\nog mere", 0.2)))

    def first_decisions(self, rows, month):
        phases = self.scene.phases
        date = month_end(month) - DAY * self.rng.randint(30, 200)
        if self.mode == "completed":
            self.index = len(phases)
        if self.mode == "gap" and len(phases) > 2:
            self.decide(rows, phases[self.rng.randrange(1, len(phases))], date, "go")
            return
        same_day = self.scene.chance(0.3)
        for number, phase in enumerate(phases[:self.index]):
            moment = date if same_day else date + DAY * number
            self.decide(rows, phase, moment, self.rng.choice(("go", "go", "go_conditional")))

    def decisions(self, month, first):
        rows, rng, phases = [], self.rng, self.scene.phases
        if first:
            self.first_decisions(rows, month)
        date = month_end(month) - DAY * rng.randint(-3, 27)
        if self.mode == "fall back" and rng.random() < 0.5 or rng.random() < 0.03:
            phase = rng.choice(phases[:max(1, min(self.index + 1, len(phases)))])
            to_phase = rng.choice((None, phases[0], rng.choice(phases)))
            self.decide(rows, phase, date, "fall_back", to_phase)
            self.index = min(self.index, phases.index(to_phase or phase))
        elif self.index < len(phases) and rng.random() < 0.15:
            decision = rng.choice(("go", "go", "go_conditional", "no_go", "postponed"))
            self.decide(rows, phases[self.index], date, decision, None)
            if decision.startswith("go"):
                self.index += 1
                self.level = rng.uniform(0, 40)
        if rng.random() < 0.05:
            ahead = month_end(month) + DAY * rng.randint(1, 90)
            self.decide(rows, rng.choice(phases), ahead, rng.choice(("go", "fall_back")))
        return rows

    # status

    def silent(self, month):
        last = self.mode == "silent at last" and month == self.scene.month
        return last or self.rng.random() > self.report_share

    def cell(self, phase, task, month):
        rng = self.rng
        if self.mode == "nothing applies":
            status = "not_applicable"
        elif self.mode == "ready":
            status = rng.choice(("done", "done", "done", "not_applicable"))
        elif self.mode == "chaos":
            status = rng.choice(STATUSES)
        else:
            status = rng.choice(("in_progress",) * 8 + STATUSES)
        progress = None
        if status in ("in_progress", "blocked") and rng.random() < 0.85:
            progress = min(100.0, max(0.0, self.level + rng.uniform(-5, 5)))
            progress = float(round(progress)) if rng.random() < 0.6 else round(progress, 1)
        elif rng.random() < 0.1:
            progress = float(rng.choice((0, 100, 30)))
        end = self.scene.maybe(month_end(month) + DAY * rng.randint(-20, 300), 0.4)
        return self.base(phase=phase, main_task=task, status=status, progress=progress,
                         expected_end=end, updated=self.scene.maybe(month_end(month) - DAY, 0.3),
                         comment=self.scene.maybe('Linje 1\nlinje "2"; med, tegn', 0.15),
                         responsible=self.scene.maybe("Å. Sørensen", 0.3))

    def status(self, month):
        if self.silent(month):
            return []
        scene, rng, model = self.scene, self.rng, self.scene.model
        self.level += self.step + rng.uniform(-1, 1) * (self.mode != "stalled")
        rows, chosen = [], {}
        phase = scene.phases[min(self.index, len(scene.phases) - 1)]
        if self.mode != "criteria only":
            share = rng.choice((1.0, 1.0, 0.7, 0.3))
            chosen.update(((phase, task), 1) for task in model.cells(phase) if rng.random() < share)
            for other in scene.phases:
                chosen.update(((other, task), 1) for task in model.cells(other)
                              if rng.random() < 0.1)
        for other in scene.phases:
            chosen.update(((other, task), 1) for task in model.dashes(other)
                          if rng.random() < (0.3 if self.mode == "criteria only" else 0.03))
        rows = [self.cell(phase, task, month) for phase, task in chosen]
        rng.shuffle(rows)
        return rows

    # the other kinds

    def criteria_answers(self, month):
        rows = []
        for phase in self.scene.phases:
            current = self.scene.phases.index(phase) == self.index
            for criterion in self.scene.model.criteria[phase]:
                if self.rng.random() < (0.5 if current else 0.04):
                    answers = ("yes",) * (40 if self.mode in ("ready", "criteria only") else 6) + (
                        "partly", "no", "not_applicable", "waived")
                    rows.append(self.base(criterion=criterion, answer=self.rng.choice(answers),
                                          evidence=self.scene.maybe("Se sag 12,5"),
                                          date=self.scene.maybe(month_end(month) - DAY * 3, 0.3)))
        return rows

    def assessments(self, month):
        return [self.base(dimension=dimension, light=self.rng.choice(("green", "yellow", "red")),
                          comment=self.scene.maybe("<b>Går godt</b>"))
                for dimension in self.rng.sample(("overall", "time", "quality"), self.rng.randrange(4))]

    def tasks(self, month):
        rows, rng = [], self.rng
        known = {row["task_id"] for row in self.scene.catalogue if row["solution"] == self.pair[1]}
        for identity in sorted(known | {"egen-1", "egen-2"}):
            if rng.random() < 0.3:
                status = "done" if self.mode == "ready" else rng.choice(STATUSES)
                rows.append(self.base(
                    task_id=rng.choice((identity, identity.lower(), identity.upper())),
                    phase=rng.choice(self.scene.phases), main_task=rng.choice(self.scene.tasks),
                    title="Opgave", mandatory=rng.choice(("yes", "no")), status=status,
                    deadline=self.scene.maybe(self.scene.near_date(100, 60)),
                    completed=self.scene.maybe(month_end(month) - DAY, 0.2)))
        return rows

    def economy(self, month):
        rows = []
        for task in self.scene.tasks:
            if self.rng.random() < 0.12:
                budget = self.rng.choice((0.0, self.scene.amount(50000), self.scene.amount(900)))
                row = self.base(
                    main_task=task, budget_dkk=self.scene.maybe(budget, 0.8),
                    forecast_dkk=self.scene.maybe(
                        round(budget * self.rng.choice((1.0, 1.1, self.rng.uniform(0.8, 1.25))),
                              self.rng.choice((0, 2))), 0.8),
                    actual_dkk=self.scene.maybe(self.scene.amount(20000)),
                    budget_hours=self.scene.maybe(self.scene.amount(2000)),
                    actual_hours=self.scene.maybe(self.scene.amount(2000), 0.2),
                    forecast_hours=self.scene.maybe(self.scene.amount(2000), 0.3))
                if any(row[column] is not None for column in MONEY):
                    rows.append(row)
        return rows

    def risk_rows(self, month):
        return [dict(self.base(), **risk(self.scene, identity))
                for identity in self.risks if self.rng.random() < 0.6]

    def conditions(self, month):
        return [self.base(phase=self.rng.choice(self.scene.phases), condition_id="B%d" % number,
                          condition="Skal | ske", status=self.rng.choice(("open", "closed")),
                          urgency=self.rng.choice((None, "now", "before_go_live", "later")),
                          deadline=self.scene.maybe(self.scene.near_date()))
                for number in range(self.rng.choice((0, 0, 1)))]

    def measurements(self, month, seen):
        rows = []
        for row in self.scene.known_benefits:
            if (row["municipality"], row["solution"]) != self.pair or self.rng.random() > 0.35:
                continue
            date = month_end(month) - DAY * self.rng.randint(-4, 60)
            if (row["benefit_id"], self.pair, date) in seen:
                continue
            seen.add((row["benefit_id"], self.pair, date))
            base = row["baseline"] if row["baseline"] is not None else 10.0
            value = base + (row["target"] - base) * self.rng.uniform(-0.3, 1.3)
            rows.append(self.base(
                benefit_id=self.rng.choice((row["benefit_id"], row["benefit_id"].lower())),
                date=date, value=round(value, self.rng.choice((0, 1, 2))),
                attribution=self.rng.choice((None, "yes", "partly", "no"))))
        return rows

    def returned_benefits(self):
        rows = []
        for row in self.scene.benefits:
            if (row["municipality"], row["solution"]) == self.pair and self.rng.random() < 0.1:
                rows.append(invent.benefit(self.scene, *self.pair, row["benefit_id"]))
        if self.rng.random() < 0.05:
            rows.append(invent.benefit(self.scene, *self.pair, "N%d" % self.rng.randrange(9)))
        return rows


def risk(scene, identity):
    rng = scene.rng
    row = {"risk_id": identity, "risk": "Noget *går* galt", "probability": rng.randint(1, 5),
           "impact": rng.randint(1, 5), "status": rng.choice(("open", "open", "closed")),
           "main_task": scene.maybe(rng.choice(scene.tasks)), "owner": scene.maybe("Ejer")}
    if rng.random() < 0.5:
        row["residual_probability"] = rng.randint(1, 5)
        row["residual_impact"] = scene.maybe(rng.randint(1, 5), 0.7)
    return row


def common_risks(scene):
    rows = []
    for number in range(scene.rng.choice((0, 1, 2))):
        solution = scene.rng.choice((None, scene.solutions[0][0]))
        rows.append(dict(risk(scene, "P%d" % number), solution=solution))
    return rows


def month_rows(scene, courses, month, seen):
    """Kind -> rows of one month."""
    rows = {kind: [] for kind in KINDS}
    rows["risks"] += common_risks(scene)
    first = month == scene.months[0]
    for course in courses:
        rows["gate_decisions"] += course.decisions(month, first)
        rows["status"] += course.status(month)
        rows["risks"] += course.risk_rows(month)
        returned = course.returned_benefits()
        rows["benefits"] += returned
        scene.known_benefits += [row for row in returned if row["benefit_id"].startswith("N")]
        rows["measurements"] += course.measurements(month, seen)
        for kind in ("criteria_answers", "assessments", "tasks", "economy", "conditions"):
            rows[kind] += getattr(course, kind)(month)
    if not rows["status"]:
        scene.rng.choice(courses).report_share = 1.0
        forced = scene.rng.choice(courses)
        task = scene.rng.choice(scene.tasks)
        rows["status"].append(forced.cell(scene.phases[0], task, month))
    return rows


def split(scene, rows):
    """One to four files of a kind, or one per municipality."""
    if scene.chance(0.2):
        return [[row for row in rows if row.get("municipality") == code]
                for code in sorted({row.get("municipality") or "" for row in rows})
                if code] + [[row for row in rows if not row.get("municipality")]]
    parts = [[] for _ in range(scene.rng.choice((1, 1, 2, 4)))]
    for row in rows:
        scene.rng.choice(parts).append(row)
    return parts


def months(scene):
    """The files of all months."""
    courses = [Course(scene, pair) for pair in scene.rollouts]
    scene.known_benefits, seen, specs = list(scene.benefits), set(), []
    for month in scene.months:
        for kind, rows in month_rows(scene, courses, month, seen).items():
            for part in split(scene, rows):
                if part or scene.chance(0.1):
                    folder = scene.rng.choice(("", "retur/", "Retur æø/b/", "x/"))
                    name = scene.rng.choice(("fil", "svar fra kommunen", "Ærø", kind))
                    ending = scene.rng.choice((".csv", ".csv", ".CSV"))
                    path = "status/%s/%s%s-%d%s" % (month, folder, name, len(specs), ending)
                    specs.append(Spec(path, "month", kind, [Entry(row) for row in part]))
    return specs
