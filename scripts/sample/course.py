"""The true course of one rollout, which the returns then tell of."""

from collections import namedtuple
from datetime import date

from .days import later, weekday, within
from .dice import Dice
from .fates import COURSES, LATE
from .model import CELLS, PHASES
from .register import rollout_plan, wave_of

Stage = namedtuple("Stage", "phase start end first last")

# When in a phase each main task is worked on: shares of the phase.
SPANS = {7: (0.0, 0.75), 12: (0.05, 0.8), 13: (0.1, 0.88), 14: (0.2, 0.95),
         15: (0.3, 0.96), 16: (0.35, 1.0), 10: (0.3, 1.0)}
TROUBLE_BEFORE = date(2015, 3, 1)
FAR_AHEAD = date(2030, 1, 1)


class Course:
    def __init__(self, seed, code, solution):
        self.seed, self.code, self.solution = seed, code, solution
        self.wave = wave_of(seed, code, solution)
        self.plan = rollout_plan(code, solution, self.wave)
        self.stages = self._stages()

    def dice(self, *subject):
        return Dice(self.seed, self.code, self.solution, *subject)

    def _stages(self):
        written = COURSES.get((self.code, self.solution))
        if written:
            return [Stage(*stage) for stage in written]
        return list(self._drawn_stages())

    def _drawn_stages(self):
        delay, stalls = self._trouble()
        dice, start = self.dice("pace"), self.plan["F0"][0]
        for phase in PHASES:
            planned = self.plan[phase][1]
            troubled = planned >= TROUBLE_BEFORE
            end = weekday(later(planned, dice.between(-9, 9)
                                + (delay if troubled else 0)))
            end = max(end, later(start, 30))
            if troubled and stalls:
                yield from self._stalled(phase, start, end)
                return
            yield Stage(phase, start, end, 0, 1)
            start = end

    def _trouble(self):
        """Days late from the phase under way on, and whether it stalls."""
        dice = self.dice("trouble")
        late = dice.weighted([((-22, 6), 66), ((20, 60), 20),
                              ((80, 150), 9), (None, 5)])
        delay = dice.between(*(late or (40, 80)))
        fate = LATE.get((self.code, self.solution))
        return (fate, False) if fate is not None else (delay, late is None)

    def _stalled(self, phase, start, end):
        halt = later(start, (end - start).days * 30 // 100)
        yield Stage(phase, start, halt, 0, 0.3)
        yield Stage(phase, halt, FAR_AHEAD, 0.3, 0.3)

    def stage_at(self, day):
        """The stage under way, None when all are behind."""
        return next((s for s in self.stages if day < s.end), None)

    def share_at(self, stage, day):
        return (stage.first + (stage.last - stage.first)
                * within(stage.start, stage.end, day))

    def turns(self):
        """The stages that end with a decision, with the stage after."""
        for stage, after in zip(self.stages, self.stages[1:] + [None]):
            if after is None or after.phase != stage.phase:
                yield stage, after

    def expected(self, phase, day):
        return 100 * within(*self.plan[phase], day)

    def spans(self, phase):
        """{main task: (first, last share of the phase it is worked on)}."""
        dice = self.dice("spans", phase)
        spans = {}
        for task in CELLS[phase]:
            first, last = SPANS.get(task, (0.0, 0.94))
            first = max(0.0, first + dice.spread(-0.12, 0.05))
            spans[task] = first, min(1.0, last + dice.spread(-0.1, 0.04))
        return spans
