"""What a municipality returns of its work: status, tasks, criteria."""

from .course import Course
from .days import later, weekday
from .dice import Dice
from .model import CELLS, CRITERIA, PHASES, rows
from .register import HERE, person, solution_tasks, task_dates

REMARKS = {}
for _row in rows(HERE / "remarks.csv"):
    REMARKS.setdefault(_row["status"], []).append(_row["remark"])

# Nothing is moved or cleaned for the shared support systems.
NOT_FOR = {"STS": {"tasks": (7, 14), "criteria": ("F2-K08", "F2-K09")}}
LOCAL_TASKS = ["Bestil lokaler til undervisning", "Flyt den fælles postkasse",
               "Aftal afløsning for superbrugere", "Opdatér intranettet"]
EVIDENCE = ["Referat fra styregruppen", "Se projektets side", "Testrapport",
            "Godkendt på mail", "Underskrevet notat"]
FIRST_ANSWERS = 0.6
ALL_ANSWERED = 0.93


class Work:
    """One rollout's returns of work, month by month."""

    def __init__(self, course: Course, solution, tasks_wanted):
        self.course = course
        self.tasks = list(solution_tasks(solution, tasks_wanted))
        self.not_for = NOT_FOR.get(course.solution,
                                   {"tasks": (), "criteria": ()})
        self.step = Dice(course.seed, "step", course.code).pick((5, 5, 10))
        self.told = None
        self.carried = {}
        self.sent = {}

    def stage_passed(self, day):
        """The stages carried through since the last return."""
        passed = [stage for stage, _ in self.course.turns()
                  if stage.end <= day]
        news = passed[-1:] if self.told is None else passed[self.told:]
        return [stage for stage in news if stage.last == 1]

    def status(self, day):
        passed = self.stage_passed(day)
        found = [row for stage in passed for row in self._closing(stage, day)]
        found += self._carried_over(day, {row["phase"] for row in found})
        stage = self.course.stage_at(day)
        if stage:
            found += self._under_way(stage, day)
        self.told = sum(s.end <= day for s, _ in self.course.turns())
        return found

    def _closing(self, stage, day):
        """The cells of a phase being left: done, but for what is carried."""
        for task in CELLS[stage.phase]:
            dice = self.course.dice("carry", stage.phase, task)
            if task in self.not_for["tasks"]:
                yield self._row(stage.phase, task, "not_applicable", None, day)
            elif (day - stage.end).days < 100 and dice.chance(0.05):
                self.carried[stage.phase, task] = dice.between(1, 4)
                yield self._row(stage.phase, task, "in_progress",
                                dice.pick((70, 80, 90)), day)
            else:
                yield self._row(stage.phase, task, "done", 100, day)

    def _carried_over(self, day, just_told):
        for phase, task in sorted(self.carried):
            if phase in just_told or phase == self._phase(day):
                continue
            self.carried[phase, task] -= 1
            if self.carried[phase, task]:
                yield self._row(phase, task, "in_progress", 90, day)
            else:
                del self.carried[phase, task]
                yield self._row(phase, task, "done", 100, day)

    def _phase(self, day):
        stage = self.course.stage_at(day)
        return stage.phase if stage else None

    def _under_way(self, stage, day):
        share = self.course.share_at(stage, day)
        for task, (first, last) in self.course.spans(stage.phase).items():
            done = min(1.0, max(0.0, (share - first) / (last - first)))
            status = self._cell_status(stage, task, done)
            progress = None
            if status != "not_applicable":
                progress = self._rounded(status, done)
            row = self._row(stage.phase, task, status, progress, day)
            if status in ("in_progress", "blocked"):
                row["expected_end"] = self._expected_end(stage, last, day)
            yield row

    def _cell_status(self, stage, task, done):
        dice = self.course.dice("cell", stage.phase, task)
        rare, blocked, at = dice.share(), dice.share(), dice.share() * 0.7
        late = (stage.end - self.course.plan[stage.phase][1]).days > 60
        if rare < 0.012 or task in self.not_for["tasks"]:
            return "not_applicable"
        if at + 0.05 < done < at + 0.25 and blocked < (0.2 if late else 0.05):
            return "blocked"
        if done < 0.04:
            return "not_started"
        return "done" if done > 0.97 else "in_progress"

    def _rounded(self, status, done):
        if status in ("done", "not_started"):
            return 100 if status == "done" else 0
        progress = round(done * 100 / self.step) * self.step
        return min(95, max(5, progress))

    def _expected_end(self, stage, last, day):
        """Some say what will happen, some what was planned."""
        if self.course.dice("stated", stage.phase).chance(0.5):
            return max(self.course.plan[stage.phase][1], day)
        length = (stage.end - stage.start).days
        if length > 3000:
            return None
        return max(weekday(later(stage.start, int(length * last))), day)

    def _row(self, phase, task, status, progress, day):
        course = self.course
        dice = course.dice("remark", phase, task, day)
        row = {"municipality": course.code, "solution": course.solution,
               "phase": phase, "main_task": task, "status": status,
               "progress": progress,
               "updated": weekday(later(day, -dice.between(1, 12)))}
        if dice.chance(0.8 if status == "blocked" else 0.14):
            row["comment"] = dice.pick(REMARKS.get(status, [""]))
        if dice.chance(0.35):
            row["responsible"] = person(dice)
        return row

    def task_rows(self, day):
        """The tasks whose status is news since they were last returned."""
        phase = self._phase(day)
        reached = PHASES.index(phase) if phase else len(PHASES)
        for task in self.tasks:
            row = self._task_row(task, reached, day)
            if row and self.sent.get(task["task_id"]) != row["status"]:
                self.sent[task["task_id"]] = row["status"]
                yield row
        yield from self._local_task(day)

    def _task_row(self, task, reached, day):
        dice = self.course.dice("task", task["task_id"])
        phase = PHASES.index(task["phase"])
        dates = self._task_dates(task)
        unpublished = dates.get("published", day) > day
        if phase > reached or unpublished or dice.chance(0.03):
            return None
        ends = task["due"] + dice.spread(-0.22, 0.05)
        share = self._share(task["phase"], day) if phase == reached else 1.0
        if phase < reached and dice.chance(0.015):
            share = ends - 0.1
        row = {"task_id": task["task_id"], "municipality": self.course.code,
               "solution": self.course.solution, "phase": task["phase"],
               "main_task": int(task["main_task"]), "title": task["title"],
               "mandatory": task["mandatory"], "deadline": dates["deadline"],
               "status": self._task_status(share, ends)}
        if row["status"] == "done":
            row["completed"] = self._completed(task["phase"], ends, day)
        return row

    def _task_status(self, share, ends):
        if share >= ends:
            return "done"
        return "in_progress" if share > ends - 0.25 else "not_started"

    def _task_dates(self, task):
        if task["phase"] in ("F2", "F3"):
            return task_dates(task, self.course.wave)
        start, end = self.course.plan[task["phase"]]
        days = int((end - start).days * task["due"])
        return {"deadline": later(start, days)}

    def _share(self, phase, day):
        stage = self.course.stage_at(day)
        return self.course.share_at(stage, day)

    def _completed(self, phase, share, day):
        stage = next(s for s in self.course.stages if s.phase == phase)
        days = int((stage.end - stage.start).days * max(0.0, share))
        return weekday(min(later(stage.start, days), day))

    def _local_task(self, day):
        dice = self.course.dice("local task")
        phase = self._phase(day)
        if "local" in self.sent or not dice.chance(0.06) or not phase:
            return
        self.sent["local"] = "in_progress"
        yield {"task_id": f"{self.course.solution}-LOK-1",
               "municipality": self.course.code,
               "solution": self.course.solution, "phase": phase,
               "main_task": CELLS[phase][-1], "title": dice.pick(LOCAL_TASKS),
               "mandatory": "no", "deadline": later(day, dice.between(20, 90)),
               "status": "in_progress"}

    def answers(self, day):
        """The answers to gate criteria that are news."""
        stage = self.course.stage_at(day)
        passed = self.stage_passed(day)
        shares = [(s, 1.0) for s in passed if self.told is not None]
        if stage:
            shares.append((stage, self.course.share_at(stage, day)))
        for stage, share in shares:
            if share >= FIRST_ANSWERS:
                yield from self._stage_answers(stage.phase, share, day)

    def _stage_answers(self, phase, share, day):
        for criterion in CRITERIA:
            if criterion.phase != phase:
                continue
            answer = self._answer(criterion, share)
            if answer and self.sent.get(criterion.id) != answer:
                self.sent[criterion.id] = answer
                yield self._answer_row(criterion, answer, day)

    def _answer(self, criterion, share):
        dice = self.course.dice("answer", criterion.id)
        met_at, waived = 0.55 + 0.36 * dice.share(), dice.chance(0.03)
        if criterion.id in self.not_for["criteria"]:
            return "not_applicable"
        if share >= ALL_ANSWERED or share >= met_at:
            return "waived" if waived and not criterion.mandatory else "yes"
        if dice.chance(0.03):
            return None
        return "partly" if share >= met_at - 0.24 else "no"

    def _answer_row(self, criterion, answer, day):
        dice = self.course.dice("answer", criterion.id, day)
        row = {"municipality": self.course.code,
               "solution": self.course.solution, "criterion": criterion.id,
               "answer": answer,
               "date": weekday(later(day, -dice.between(1, 14))),
               "initials": "".join(dice.pick("ABEHJKLMNPRST")
                                   for _ in range(3))}
        if answer == "yes" and dice.chance(0.6):
            row["evidence"] = dice.pick(EVIDENCE)
        if answer in ("no", "partly"):
            row["deadline"] = later(day, dice.between(10, 40))
        if answer == "waived":
            row["comment"] = "Fraveget af styregruppen for denne løsning."
        return row
