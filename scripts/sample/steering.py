"""What is returned of steering: lights, decisions, money, risks, benefits."""

from datetime import date

from .days import later, weekday
from .dice import Dice
from .fates import MISSING_DECISIONS, ROSY
from .model import PHASES, rows
from .register import HERE, person, planned_share

RISKS = rows(HERE / "risks.csv")
RISKS_KNOWN = date(2014, 10, 31)
LIGHTS = ["green", "yellow", "red"]
BUDGETED = [3, 5, 8, 9, 12, 13, 15]
DIMENSIONS = ["time", "economy", "scope", "quality", "risk", "benefit"]
NEXT_PERIOD = ["Fokus på test og superbrugere.", "Oprydningen gøres færdig.",
               "Forberedelse af faseovergangen.", "Nye arbejdsgange afprøves.",
               "Aftaler med leverandørerne falder på plads."]
WANTED = ["Styregruppen skal prioritere mellem to projekter i foråret.",
          "Der ønskes 200 timer ekstra til oprydning.",
          "Leverandørens forsinkelse bør rejses af programmet.",
          "Beslutning om at flytte go-live til efter sommerferien."]
CONDITIONS = [("De sidste superbrugere er uddannet.", "before_go_live"),
              ("Åbne fejl fra testen er rettet og prøvet igen.", "now"),
              ("Aftalen om support uden for åbningstid er underskrevet.",
               "later"),
              ("Nødplanen er gennemgået med alle teamledere.",
               "before_go_live")]
PROGRAMME_RISKS = [
    ("R-PROG-1", None, 3, 3, 4,
     "Flere kommuner planlægger go-live i de samme uger.",
     "Programmet fordeler støtten efter bølger."),
    ("R-PROG-2", None, 13, 4, 4,
     "Leverandører af fagsystemer melder sene snitflader til alle kommuner.",
     "Månedligt møde med de fem største leverandører."),
    ("R-PROG-3", None, 8, 2, 3,
     "Der er for få undervisere til efterårets hold.",
     "Der uddannes undervisere på tværs af kommuner."),
    ("R-SAPA-1", "SAPA", 9, 3, 3,
     "Adviser bliver overset i den første tid.",
     "Fælles vejledning udsendes før go-live."),
    ("R-KSD-1", "KSD", 14, 3, 5,
     "Konverteringen af løbende sager bliver mere omfattende end antaget.",
     "Omfanget afklares sammen med tre kommuner."),
]


class Steering:
    """One rollout's returns beside the work itself."""

    def __init__(self, course, place, benefits):
        self.course = course
        self.population = int(place["population"])
        self.benefits = benefits
        self.day_before = None
        self.sent = {}

    def key(self, **values):
        return dict({"municipality": self.course.code,
                     "solution": self.course.solution}, **values)

    def assessments(self, day):
        course, stage = self.course, self.course.stage_at(day)
        dice = course.dice("assessment", day)
        if stage is None or dice.chance(0.04):
            return
        lag = (course.expected(stage.phase, day)
               - 100 * course.share_at(stage, day))
        light = self._own_view(lag, dice)
        row = self.key(dimension="overall", light=light)
        if dice.chance(0.3):
            row["next_period"] = dice.pick(NEXT_PERIOD)
        if dice.chance(0.3 if light == "red" else 0.01):
            row["decision_wanted"] = dice.pick(WANTED)
        yield row
        if Dice(course.seed, "thorough", course.code).chance(0.12):
            for dimension in DIMENSIONS:
                yield self.key(dimension=dimension,
                               light=self._own_view(lag - 8, dice))

    def _own_view(self, lag, dice):
        seen = 0 if lag <= 10 else 1 if lag <= 25 else 2
        if self.course.code in ROSY:
            return "green"
        return LIGHTS[max(0, seen - dice.chance(0.45))]

    def decisions(self, day):
        """The decisions made since the last month, and their conditions."""
        missing = MISSING_DECISIONS.get(
            (self.course.code, self.course.solution), [])
        for stage, after in self.course.turns():
            if stage.phase in missing:
                continue
            for row in self._put_off(stage) + [self._decision(stage, after)]:
                if self._is_news(row["date"], day):
                    yield row

    def _is_news(self, on, day):
        return on <= day and not (self.day_before
                                  and on <= self.day_before)

    def _decision(self, stage, after):
        row = self.key(phase=stage.phase, date=stage.end,
                       decided_by="Styregruppen", decision="go")
        if after and PHASES.index(after.phase) < PHASES.index(stage.phase):
            row.update(decision="fall_back", to_phase=after.phase,
                       conditions="Fejl i rettigheder stoppede arbejdet. "
                                  "Ny forberedelse er besluttet.",
                       next_review=later(stage.end, 90))
        elif self._is_conditional(stage):
            row.update(decision="go_conditional",
                       conditions=self._conditions(stage)[0][0],
                       next_review=later(stage.end, 45))
        return row

    def _is_conditional(self, stage):
        if stage.phase not in ("F1", "F2"):
            return False
        course = self.course
        fated = (course.code, course.solution) == ("461", "STS")
        return fated or course.dice("conditional", stage.phase).chance(0.12)

    def _put_off(self, stage):
        """A late phase was put off, once, when it should have ended."""
        planned = weekday(self.course.plan[stage.phase][1])
        dice = self.course.dice("put off", stage.phase)
        if (stage.end - planned).days < 20 or not dice.chance(0.7):
            return []
        return [self.key(phase=stage.phase, date=planned,
                         decision=dice.pick(("postponed", "no_go")),
                         decided_by="Styregruppen",
                         next_review=later(planned, 45))]

    def _conditions(self, stage):
        dice = self.course.dice("conditions", stage.phase)
        first, count = dice.between(0, 3), dice.between(1, 3)
        return [CONDITIONS[(first + n) % len(CONDITIONS)]
                for n in range(count)]

    def conditions(self, day):
        """Set by a conditional go; told again when they close."""
        for stage, after in self.course.turns():
            decision = self._decision(stage, after)
            if (stage.end > day or (day - stage.end).days > 200
                    or decision["decision"] != "go_conditional"):
                continue
            for n, (text, urgency) in enumerate(self._conditions(stage), 1):
                row = self._condition(stage, n, text, urgency, day)
                key = stage.phase, n
                if self.sent.get(key) != row["status"]:
                    self.sent[key] = row["status"]
                    yield row

    def _condition(self, stage, number, text, urgency, day):
        dice = self.course.dice("condition", stage.phase, number)
        row = self.key(phase=stage.phase,
                       condition_id=f"{stage.phase}-B{number}",
                       condition=text, urgency=urgency, owner=person(dice),
                       deadline=later(stage.end, 45), status="open")
        closes = weekday(later(stage.end, dice.between(20, 110)))
        if closes <= day:
            row.update(status="closed", closed_on=closes)
        return row

    def economy(self, day):
        course = self.course
        dice = course.dice("economy")
        overrun = dice.spread(*dice.weighted(
            [((-0.08, 0.0), 77), ((0.02, 0.09), 17), ((0.12, 0.25), 3)]))
        hours_only, size = dice.chance(0.04), dice.spread(0.8, 1.2)
        known = min(1.0, 0.3 + len(self.sent.setdefault("economy", [])) * 0.35)
        self.sent["economy"].append(day)
        spent = self._time_used(day)
        for task in BUDGETED:
            if dice.chance(0.7) or task == 3:
                hours = int((80 + self.population ** 0.5) * size
                            * dice.spread(0.4, 1.3))
                yield self._economy_row(task, hours, 1 + overrun * known,
                                        spent, hours_only)

    def _time_used(self, day):
        start, end = self.course.plan["F0"][0], self.course.plan["F4"][1]
        return min(1.0, max(0.0, (day - start).days / (end - start).days))

    def _economy_row(self, task, hours, factor, spent, hours_only):
        row = self.key(main_task=task, budget_hours=hours,
                       actual_hours=int(hours * spent * 1.3 * factor),
                       forecast_hours=int(hours * factor))
        if not hours_only:
            kroner = hours * 620 // 1000 * 1000
            row.update(budget_dkk=kroner,
                       actual_dkk=int(kroner * spent * 1.25 * factor),
                       forecast_dkk=int(kroner * factor))
        return row

    def risks(self, day):
        """Told when first seen and again when handled or closed."""
        dice = self.course.dice("risks")
        for number in range(1, dice.weighted(
                [(1, 25), (2, 30), (3, 30), (4, 15)])):
            risk = dice.pick(RISKS)
            worst = dice.weighted([(6, 87), (12, 10), (20, 3)])
            row = self._risk(number, risk, worst, dice)
            born = later(RISKS_KNOWN, dice.between(-300, 140))
            closes = dice.between(60, 500)
            if born > day:
                continue
            if later(born, closes) <= day and worst == 6:
                row["status"] = "closed"
            key = "risk", number
            if self.sent.get(key) != row["status"]:
                self.sent[key] = row["status"]
                yield row

    def _risk(self, number, risk, worst, dice):
        probability, impact = dice.pick(
            {6: ((1, 3), (2, 2), (2, 3), (3, 2), (1, 4), (3, 1)),
             12: ((3, 4), (4, 3), (3, 3), (2, 5), (2, 4)),
             20: ((4, 4), (5, 4), (3, 5), (4, 5))}[worst])
        row = self.key(
            risk_id=f"R-{self.course.code}-{self.course.solution}-{number}",
            main_task=int(risk["main_task"]), risk=risk["risk"],
            probability=probability, impact=impact, owner=person(dice),
            response=risk["response"], status="open")
        if worst == 6 and dice.chance(0.4):
            row.update(probability=probability + 1, impact=impact + 1,
                       residual_probability=probability,
                       residual_impact=impact)
        return row

    def measurements(self, day):
        for benefit in self.benefits:
            dice = self.course.dice("measured", benefit["benefit_id"])
            quality = dice.spread(*dice.weighted(
                [((0.95, 1.3), 76), ((0.74, 0.88), 16), ((0.2, 0.6), 8)]))
            if not dice.chance(0.8):
                continue
            on = later(benefit["realisation_start"], dice.between(40, 75))
            while on <= day:
                if self._is_news(on, day) and on <= benefit["target_date"]:
                    yield self._measurement(benefit, on, quality, dice)
                on = later(on, 30 * min(6, benefit["frequency"]))

    def _measurement(self, benefit, on, quality, dice):
        baseline = benefit["baseline"] or 0.0
        reached = planned_share(benefit, on) * quality + 0.03
        value = baseline + (benefit["target"] - baseline) * reached
        if benefit["target"] == baseline:
            value = baseline - 1 + quality
        row = self.key(benefit_id=benefit["benefit_id"], date=on,
                       value=round(value, 2),
                       attribution=dice.weighted(
                           [("yes", 5), ("partly", 4), ("no", 1)]))
        row["measured_by"] = dice.pick(("Økonomi", "Fagområdet", "Projektet"))
        if quality < 0.6 and benefit["disbenefit"] == "no":
            row["comment"] = ("Målingen ligger under det ventede. "
                              "Arbejdsgangene følges ikke alle steder.")
        return row

    def returned_benefits(self):
        """A follow-up sheet come back, with a new target."""
        for benefit in self.benefits:
            if self.course.solution == "STS":
                yield dict(benefit,
                           deviation="Målet er sat ned efter de første "
                                     "målinger.",
                           action="Ny gennemgang med afdelingslederne.",
                           action_due=later(benefit["target_date"], -120))


def programme_risks(solutions):
    known = {solution["id"] for solution in solutions}
    for (risk_id, solution, task, probability, impact, text,
         response) in PROGRAMME_RISKS:
        if solution is None or solution in known:
            yield {"risk_id": risk_id, "solution": solution,
                   "main_task": task, "risk": text,
                   "probability": probability, "impact": impact,
                   "owner": "Programlederen", "response": response,
                   "status": "open"}
