"""Rules 9 to 13: forecast, slip, lights, reported light, change, over the months of one rollout."""
import datetime
import math

from figures import CLOSED, TINY, Basics, at_most
from money import benefit_figures, both_amounts

LEVEL = {"green": 0, "yellow": 1, "red": 2}
LIGHTS = ("time", "economy", "readiness", "risk", "benefit")


def worst(lights):
    known = [light for light in lights if light in LEVEL]
    return max(known, key=LEVEL.get) if known else "grey"


def graded(value, green, yellow):
    """green up to a limit, yellow up to the next, else red."""
    if at_most(value, green):
        return "green"
    return "yellow" if at_most(value, yellow) else "red"


def slope(points):
    """Least squares, per day."""
    days = [date.toordinal() for date, _ in points]
    middle = sum(days) / len(days)
    mean = sum(value for _, value in points) / len(points)
    above = sum((day - middle) * (value - mean) for day, (_, value) in zip(days, points))
    return above / sum((day - middle) ** 2 for day in days)


def risk_score(row):
    if row["residual_probability"] and row["residual_impact"]:
        return row["residual_probability"] * row["residual_impact"]
    return row["probability"] * row["impact"]


class Outlook:
    """One rollout in one view, knowing its earlier months."""

    def __init__(self, basics, earlier):
        self.b, self.earlier = basics, earlier      # earlier: Outlooks, oldest first
        self.settings = basics.model.settings
        self.forecast_end, self.stalled = self._forecast()
        self.stated_end = self._stated_end()
        self.slip_days = self._slip("planned_end")
        self.slip_baseline_days = self._slip("baseline_end")
        self.lights = {
            "time": self._time(), "readiness": self._readiness(), "economy": self._economy(),
            "risk": self._risk(), "benefit": self._benefit()}
        self._dim()

    # rule 9

    def _points(self):
        """The points of the newest unbroken run of months in the current phase."""
        points, running = [], False
        for basics in reversed([look.b for look in self.earlier] + [self.b]):
            if basics.date > self.b.date:
                continue
            if basics.reported and basics.index == self.b.index:
                running = True
                if basics.progress is not None:
                    points.append((basics.date, basics.progress))
            elif running:
                break
        return points

    def _forecast(self):
        basics = self.b
        if basics.completed:
            return None, None
        if basics.progress is None:
            return None, False
        ready = self.settings["ready"]
        if at_most(ready, basics.progress):
            return basics.date, False
        points = self._points()
        if len(points) < max(2, self.settings["forecast_points"]):
            return None, False
        rise = slope(points)
        if at_most(rise, 0):
            return None, True
        days = math.ceil((ready - basics.progress) / rise - TINY)
        if days > self.settings["forecast_horizon"]:
            return None, True
        return basics.date + datetime.timedelta(days=days), False

    def _stated_end(self):
        if self.b.completed:
            return None
        rows = [self.b.cells.get((self.b.phase, task)) for task in self.b.model.cells(self.b.phase)]
        return max((row["expected_end"] for row in rows if row and row["expected_end"]
                    and row["status"] not in CLOSED), default=None)

    # rule 10

    def _slip(self, column):
        end = self.b.plan[column] if self.b.plan else None
        if end is None:
            return None
        dates = [self.forecast_end] if self.forecast_end else []
        if self.b.date > end:
            dates.append(self.b.date)
        return (max(dates) - end).days if dates else None

    # rule 11

    def _time(self):
        basics, settings = self.b, self.settings
        if basics.plan is None:
            return "grey"
        if self.slip_days is not None:
            light = graded(self.slip_days, settings["slip_yellow"], settings["slip_red"])
        elif basics.progress is None:
            return "grey"
        else:
            light = self._lag_light()
        if self.stalled or basics.date > basics.plan["planned_end"]:
            light = worst([light, "yellow"])
        return light

    def _lag_light(self):
        lag = self.b.expected - self.b.progress
        return graded(lag, self.settings["lag_yellow"], self.settings["lag_red"])

    def _readiness(self):
        basics = self.b
        if basics.plan is None:
            return "grey"
        if basics.recommendation == "no_go" and basics.near(self.settings["gate_near"]):
            return "red"
        return "grey" if basics.progress is None else self._lag_light()

    def _economy(self):
        amounts = both_amounts(self.b.view.rows("economy", self.b.key))
        if amounts is None or amounts[0] == 0:
            return "grey"
        return graded(amounts[1] / amounts[0] - 1, 0, self.settings["cost_red"] / 100.0)

    def _risk(self):
        rows = self.b.view.rows("risks", self.b.key)
        if not rows:
            return "grey"
        score = max((risk_score(row) for row in rows if row["status"] == "open"), default=0)
        if at_most(self.settings["risk_red"], score):
            return "red"
        return "yellow" if at_most(self.settings["risk_yellow"], score) else "green"

    def _benefit(self):
        return worst(benefit_figures(self.b.view, self.b.model, row, self.b.cells)["light"]
                     for row in self.b.view.benefits.get(self.b.key, []))

    def _dim(self):
        """The overall light, and the grey ones of those not reported, completed or parked."""
        basics, lights = self.b, self.lights
        if basics.completed or not basics.reported:
            lights["time"] = lights["readiness"] = "grey"
        overall = worst(lights[name] for name in LIGHTS)
        if not basics.reported and not basics.completed:
            overall = "grey"
        if basics.parked:
            overall = "grey"
            lights.update((name, "grey") for name in LIGHTS)
        self.light = overall

    # rules 12 and 13

    @property
    def light_reported(self):
        return self.b.view.own_lights.get(self.b.key)

    @property
    def deviation(self):
        if self.light == "grey" or self.light_reported is None:
            return None
        return LEVEL[self.light] - LEVEL[self.light_reported]

    @property
    def previous(self):
        return self.earlier[-1] if self.earlier else None

    @property
    def change(self):
        before = self.previous
        if before is None:
            return "new"
        if not self.b.reported:
            return "unreported"
        if not before.b.reported:
            return "returned"
        if self.b.index != before.b.index:
            return "better" if self.b.index > before.b.index else "worse"
        if "grey" not in (self.light, before.light) and self.light != before.light:
            return "better" if LEVEL[self.light] < LEVEL[before.light] else "worse"
        return self._change_of_progress(before)

    def _change_of_progress(self, before):
        if self.b.progress is None or before.b.progress is None:
            return "same"
        step, limit = self.b.progress - before.b.progress, self.settings["change_points"]
        if at_most(limit, step):
            return "better"
        return "worse" if at_most(limit, -step) else "same"

    # rule 18

    def urgency(self, solution_index):
        """The sort key in the exception list; None outside it."""
        if self.b.parked:
            return None
        if self.light == "red":
            group = 0
        elif self.light == "grey" and self._was_red():
            group = 1
        elif self.light == "yellow":
            group = 2
        else:
            return None
        end = self.b.plan["planned_end"] if self.b.plan else datetime.date.max
        lag = float("-inf")
        if self.b.expected is not None and self.b.progress is not None:
            lag = self.b.expected - self.b.progress
        return (group, end, -lag, self.b.key[0], solution_index)

    def _was_red(self):
        for look in reversed(self.earlier):
            if look.light != "grey":
                return look.light == "red"
        return False


def outlooks(views, model, rollout):
    """The rollout's figures at every month, oldest first."""
    looks = []
    for view in views:
        looks.append(Outlook(Basics(view, model, rollout), list(looks)))
    return looks
