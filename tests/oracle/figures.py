"""Rules 1 to 8: phase, scores, counts, recommendation and plan of one rollout at one month."""
from values import fold

TINY = 1e-9
CLOSED = ("done", "not_applicable")
ANSWER_VALUE = {"yes": 100.0, "waived": 100.0, "partly": 50.0, "no": 0.0}
MET = ("yes", "waived", "not_applicable")


def at_most(a, b):
    return a <= b + TINY


def clamp(value):
    return min(1.0, max(0.0, value))


def share_of_span(start, end, date):
    return clamp((date - start).days / (end - start).days)


def decisions(rows, model):
    """Rule 1: (index of the current phase, fallen_back, gap)."""
    open_gates, fallen_back = set(), False
    for row in rows:
        index = model.index(row["phase"])
        if row["decision"] in ("go", "go_conditional"):
            open_gates.add(index)
            fallen_back = False
        elif row["decision"] == "fall_back":
            back_to = model.index(row["to_phase"] or row["phase"])
            open_gates = {gate for gate in open_gates if gate < back_to}
            fallen_back = True
    current = 0
    while current in open_gates:
        current += 1
    return current, fallen_back, any(gate > current for gate in open_gates)


def cell_value(row):
    """Rule 2; None where the cell is excluded."""
    if row is None:
        return 0.0
    if row["status"] == "done":
        return 100.0
    if row["status"] == "in_progress":
        return 50.0 if row["progress"] is None else row["progress"]
    if row["status"] == "blocked":
        return row["progress"] or 0.0
    return None if row["status"] == "not_applicable" else 0.0


def weighted(pairs):
    """The mean of (weight, value); None if nothing counts."""
    total = sum(weight for weight, _ in pairs)
    return sum(weight * value for weight, value in pairs) / total if total > 0 else None


def state_at(rollout, date):
    if rollout["since"] and rollout["since"] > date:
        return "active"
    return rollout["state"] or "active"


def plan_rows(data, rollout):
    """Phase -> the most specific row of the schedule."""
    best = {}
    for row in data.rows["schedule"]:
        if row["solution"] != rollout["solution"]:
            continue
        if row["municipality"]:
            rank = 3 if row["municipality"] == rollout["municipality"] else 0
        elif row["wave"]:
            rank = 2 if fold(row["wave"]) == fold(rollout["wave"] or "") else 0
        else:
            rank = 1
        if rank and rank >= best.get(row["phase"], (0, None))[0]:
            best[row["phase"]] = (rank, row)
    return {phase: row for phase, (_, row) in best.items()}


def expected(plan, date):
    """Rule 8."""
    if plan is None:
        return None
    start, end = plan["planned_start"], plan["planned_end"]
    if end <= start:
        return 0.0 if date < end else 100.0
    return 100.0 * share_of_span(start, end, date)


class Basics:
    """What rules 1 to 8 say of one rollout in one view."""

    def __init__(self, view, model, rollout):
        self.view, self.model, self.rollout = view, model, rollout
        self.key = (rollout["municipality"], rollout["solution"])
        self.date = view.date
        self.state = state_at(rollout, view.date)
        self.parked = self.state != "active"
        self.reported = self.key in view.reporting
        self.cells = {(row["phase"], row["main_task"]): row for row in view.rows("status", self.key)}
        self.answers = {row["criterion"]: row for row in view.rows("criteria_answers", self.key)}
        self.index, self.fallen_back, self.gap = decisions(
            view.histories["gate_decisions"].get(self.key, []), model)
        self.completed = self.index == len(model.phases)
        self.phase = None if self.completed else model.phases[self.index]
        self.tasks = self._tasks()
        self._scores()
        self._counts()
        self.plans = plan_rows(view.data, rollout)
        self.plan = self.plans.get(self.phase)
        self.expected = expected(self.plan, self.date)
        self.recommendation = self._recommendation()

    # rules 2 to 5

    def _task_score(self, phase):
        tasks = self.model.cells(phase)
        if not any((phase, task) in self.cells for task in tasks):
            return None
        pairs = [(self.model.weight(phase, task), cell_value(self.cells.get((phase, task))))
                 for task in tasks]
        return weighted([pair for pair in pairs if pair[1] is not None])

    def _criteria_score(self, phase):
        criteria = self.model.criteria[phase]
        if not any(row["criterion"] in self.answers for row in criteria):
            return None
        pairs = []
        for row in criteria:
            answer = self.answer(row)
            if answer != "not_applicable":
                weight = 1.0 if row["weight"] is None else row["weight"]
                pairs.append((weight, ANSWER_VALUE.get(answer, 0.0)))
        return weighted(pairs)

    def answer(self, criterion):
        row = self.answers.get(criterion["criterion"])
        return row["answer"] if row else None

    def _scores(self):
        self.task_score = self.criteria_score = self.progress = self.readiness = None
        if self.completed:
            self.course = 100.0
            return
        settings = self.model.settings
        self.task_score = self._task_score(self.phase)
        self.criteria_score = self._criteria_score(self.phase)
        self.progress = self.criteria_score if self.task_score is None else self.task_score
        self.readiness = weighted([
            (settings[share], score) for share, score in (
                ("share_tasks", self.task_score), ("share_criteria", self.criteria_score))
            if score is not None])
        self.course = (self.index + (self.progress or 0.0) / 100.0) / len(self.model.phases) * 100.0

    # rule 6

    def _catalogue(self):
        """Task id -> the published row that holds for this rollout."""
        chosen = {}
        for row in self.view.data.rows["task_catalogue"]:
            if row["solution"] != self.rollout["solution"]:
                continue
            if row["published"] and row["published"] > self.date:
                continue
            own = bool(row["wave"])
            if own and fold(row["wave"]) != fold(self.rollout["wave"] or ""):
                continue
            identity = fold(row["task_id"])
            if own or identity not in chosen:
                chosen[identity] = row
        return chosen

    def _tasks(self):
        returned = {fold(row["task_id"]): row for row in self.view.rows("tasks", self.key)}
        catalogue, tasks = self._catalogue(), []
        for identity, row in catalogue.items():
            back = returned.get(identity)
            tasks.append({
                "phase": row["phase"], "mandatory": row["mandatory"] == "yes",
                "deadline": row["deadline"] or (back["deadline"] if back else None),
                "status": back["status"] if back else "not_started", "returned": back is not None})
        for identity, row in returned.items():
            if identity not in catalogue:
                tasks.append({"phase": row["phase"], "mandatory": row["mandatory"] == "yes",
                              "deadline": row["deadline"], "status": row["status"],
                              "returned": True})
        return tasks

    def _counts(self):
        index_of = self.model.index
        is_open = lambda task: task["status"] not in CLOSED
        self.tasks_unreturned = sum(1 for task in self.tasks if not task["returned"])
        self.overdue_tasks = sum(
            1 for task in self.tasks if is_open(task) and task["deadline"]
            and task["deadline"] < self.date and index_of(task["phase"]) <= self.index)
        self.carry_over = sum(
            1 for cell, row in self.cells.items() if cell in self.model.grades
            and index_of(cell[0]) < self.index and row["status"] not in CLOSED)
        if self.completed:
            return
        mine = [task for task in self.tasks if task["phase"] == self.phase and task["mandatory"]]
        self.mandatory_tasks = len(mine)
        self.mandatory_tasks_open = sum(1 for task in mine if is_open(task))
        criteria = self.model.criteria[self.phase]
        self.mandatory_answers = [self.answer(row) for row in criteria if row["mandatory"] == "yes"]
        self.waived = sum(1 for row in criteria if self.answer(row) == "waived")
        own = {task: self.cells.get((self.phase, task)) for task in self.model.cells(self.phase)}
        self.cells_unreported = sum(1 for row in own.values() if row is None)
        self.blocked_cells = sum(1 for row in own.values() if row and row["status"] == "blocked")
        self.dependency_conflicts = sum(
            1 for task, row in own.items() if row and row["status"] == "done" and any(
                own.get(other) and own[other]["status"] not in CLOSED
                for other in self.model.before.get(task, ())))

    # rule 7

    def _recommendation(self):
        if self.completed or self.readiness is None:
            return None
        settings, answers = self.model.settings, self.mandatory_answers
        if all(answer in MET and answer != "waived" for answer in answers) \
                and not self.mandatory_tasks_open and not self.blocked_cells \
                and at_most(settings["ready"], self.readiness):
            return "go"
        if all(answer not in ("no", None) for answer in answers) \
                and at_most(settings["conditional"], self.readiness):
            return "go_conditional"
        return "no_go"

    def near(self, window):
        """Whether the gate is due within so many days (or overdue, or has no plan)."""
        return self.plan is None or (self.plan["planned_end"] - self.date).days <= window
