"""The registers: municipalities, solutions, rollouts, schedule, tasks, benefits."""

from datetime import date
from functools import cache
from pathlib import Path

from .days import later, within
from .dice import Dice
from .fates import OWN_PLANS, STATES, WAVES_GIVEN
from .model import PHASES, rows

HERE = Path(__file__).parent
REAL = rows(HERE / "municipalities.csv")
SOLUTIONS = rows(HERE / "solutions.csv")
PLANS = rows(HERE / "schedule.csv")
TASKS = rows(HERE / "tasks.csv")
BENEFITS = rows(HERE / "benefits.csv")
WAVES = ["Bølge 1", "Bølge 2", "Bølge 3"]
EASTERN = ("Region Hovedstaden", "Region Sjælland")
REGIONS = EASTERN + ("Region Syddanmark", "Region Midtjylland",
                     "Region Nordjylland")
REQUIRES = [("SAPA", "F2", "STS", "F1"), ("SAPA", "F3", "STS", "F2"),
            ("KY", "F2", "STS", "F2"), ("KY", "F3", "SAPA", "F2"),
            ("KSD", "F2", "STS", "F2"), ("KSD", "F3", "STS", "F3")]
FIRST_NAMES = ["Karla", "Mads", "Ingrid", "Yusuf", "Birthe", "Søren", "Aisha",
               "Jørgen", "Freja", "Ole", "Åse", "Nikolaj", "Mette", "Ahmed"]
LAST_NAMES = ["Prøvesen", "Eksempelsen", "Skabelonsen", "Attrapsen",
              "Mønstergaard", "Opdigtholm", "Fiktivsen", "Paradigmand"]


def municipalities(count):
    """The first `count`, real ones first, then fictional ones."""
    taken = {row["code"] for row in REAL}
    free = [f"{n}" for n in range(102, 1000) if f"{n}" not in taken]
    made = [{"code": code, "name": f"Prøveby {code}",
             "region": REGIONS[int(code) % 5],
             "population": str(4000 + int(code) * 91)} for code in free]
    return (REAL + made)[:count]


def solutions(count):
    """The first `count`; past the known ones, numbered ones."""
    made = [{"id": f"L{n:02d}", "name": f"Fælles løsning {n}",
             "transition": ("gradual", "cut_over")[n % 2],
             "supplier": "Eksempelhuset A/S",
             "description": "En opdigtet fælles løsning."} for n in range(5, count + 1)]
    return (SOLUTIONS + made)[:count]


def pattern(solution):
    """The known solution whose plan and benefits a made one borrows."""
    known = [row["id"] for row in SOLUTIONS]
    if solution in known:
        return solution
    return known[int(solution[1:]) % len(known)]


@cache
def wave_plan(solution, wave):
    """{phase: (start, end)} and the days its preparation was moved."""
    row = next(row for row in PLANS
               if row["solution"] == pattern(solution)
               and row["wave"] == wave)
    start, plan = date.fromisoformat(row["start"]), {}
    for phase in PHASES:
        plan[phase] = start, date.fromisoformat(row[phase])
        start = later(plan[phase][1], 1)
    return plan, int(row["moved"])


def rollout_plan(code, solution, wave):
    plan = dict(wave_plan(solution, wave)[0])
    for phase, (start, end, _) in OWN_PLANS.get((code, solution), {}).items():
        plan[phase] = start, end
    return plan


def person(dice):
    return f"{dice.pick(FIRST_NAMES)} {dice.pick(LAST_NAMES)}"


def address(name, code):
    plain = name.lower()
    for letter, letters in (("æ", "ae"), ("ø", "oe"), ("å", "aa"),
                            (" ", ".")):
        plain = plain.replace(letter, letters)
    return f"{plain}.{code}@example.dk"


def wave_of(seed, code, solution):
    if code in WAVES_GIVEN:
        return WAVES[WAVES_GIVEN[code]]
    base = Dice(seed, "wave", code).weighted([(0, 30), (1, 38), (2, 32)])
    shift = Dice(seed, "wave", code, solution).weighted(
        [(0, 88), (-1, 6), (1, 6)])
    return WAVES[min(2, max(0, base + shift))]


def municipality_rows(places):
    for place in places:
        row = {"code": place["code"], "name": place["name"],
               "region": place["region"], "valid_from": date(2007, 1, 1),
               "population": place["population"]}
        if place["region"] not in EASTERN:
            yield row
            continue
        yield dict(row, valid_to=date(2026, 12, 31))
        yield dict(row, region="Region Østdanmark",
                   valid_from=date(2027, 1, 1))


def solution_rows(chosen):
    for row in chosen:
        yield {"solution": row["id"], "name": row["name"],
               "transition": row["transition"], "supplier": row["supplier"],
               "description": row["description"]}


def rollout_rows(seed, places, chosen):
    for place in places:
        code = place["code"]
        sponsor = person(Dice(seed, "sponsor", code))
        for solution in chosen:
            lead = person(Dice(seed, "lead", code, solution["id"]))
            state, since = STATES.get((code, solution["id"]),
                                      ("active", None))
            yield {"municipality": code, "solution": solution["id"],
                   "wave": wave_of(seed, code, solution["id"]),
                   "project_lead": lead, "sponsor": sponsor,
                   "contact": address(lead, code), "state": state,
                   "since": since}


def schedule_rows(places, chosen):
    known = {place["code"] for place in places}
    for solution in chosen:
        yield from _wave_rows(solution["id"])
        for (code, own), plan in OWN_PLANS.items():
            if own != solution["id"] or code not in known:
                continue
            for phase, (start, end, baseline) in plan.items():
                yield {"solution": own, "phase": phase, "municipality": code,
                       "planned_start": start, "planned_end": end,
                       "baseline_end": baseline}


def _wave_rows(solution):
    """F4 stands once for the solution where all its waves end alike."""
    plans = {wave: wave_plan(solution, wave) for wave in WAVES}
    ends = {plan["F4"][1] for plan, _ in plans.values()}
    alike = len(ends) == 1
    for wave, (plan, moved) in plans.items():
        for phase, (start, end) in plan.items():
            if phase == "F4" and alike:
                continue
            slip = moved if phase in ("F2", "F3") else 0
            yield {"solution": solution, "phase": phase, "wave": wave,
                   "planned_start": start, "planned_end": end,
                   "baseline_end": later(end, -slip)}
    if alike:
        start = min(plan["F4"][0] for plan, _ in plans.values())
        yield {"solution": solution, "phase": "F4", "planned_start": start,
               "planned_end": max(ends), "baseline_end": max(ends)}


def solution_tasks(solution, count):
    """The tasks of a solution, repeated in parts when more are wanted."""
    known = [row for row in TASKS
             if row["solution"] in ("*", pattern(solution["id"]))]
    known.sort(key=lambda row: (row["phase"], int(row["due"])))
    for n in range(count or len(known)):
        row, part = known[n % len(known)], n // len(known) + 1
        title = row["title"].format(**solution)
        yield dict(row, task_id=f"{solution['id']}-{n + 1:02d}",
                   due=int(row["due"]) / 100,
                   title=title if part == 1 else f"{title} (del {part})")


def catalogue_rows(chosen, count):
    """Preparation and go-live have dates, so each wave has its row there."""
    for solution in chosen:
        for task in solution_tasks(solution, count):
            row = {key: task[key] for key in (
                "task_id", "phase", "title", "mandatory", "performer",
                "actors", "goal", "procedure")}
            row["solution"] = solution["id"]
            row["main_task"] = int(task["main_task"])
            if task["phase"] in ("F2", "F3"):
                yield from (dict(row, **task_dates(task, wave))
                            for wave in WAVES)
            else:
                yield row


def task_dates(task, wave):
    plan, _ = wave_plan(task["task_id"].split("-")[0], wave)
    start, end = plan[task["phase"]]
    deadline = later(start, int((end - start).days * task["due"]))
    return {"wave": wave, "start": later(deadline, -42), "deadline": deadline,
            "published": later(start, -60)}


def benefit_rows(seed, places, chosen):
    for place in places:
        for solution in chosen:
            for known in BENEFITS:
                if known["solution"] == pattern(solution["id"]):
                    row = _benefit(seed, place, solution["id"], known)
                    if row:
                        yield row


def _benefit(seed, place, solution, known):
    code = place["code"]
    dice = Dice(seed, "benefit", code, solution, known["id"])
    wanted, scale = dice.chance(0.82), dice.spread(0.85, 1.15)
    if not wanted:
        return None
    plan = rollout_plan(code, solution, wave_of(seed, code, solution))
    baseline, target = (float(known[key]) for key in ("baseline", "target"))
    if known["unit"] != "%":
        baseline, target = (round(n * scale, 1) for n in (baseline, target))
    original = target
    if dice.chance(0.15):
        target = round(baseline + 0.8 * (original - baseline), 1)
    row = {"benefit_id": known["id"], "municipality": code,
           "solution": solution, "benefit": known["benefit"],
           "type": known["type"], "disbenefit": known["disbenefit"],
           "main_task": int(known["main_task"]),
           "prerequisites": known["prerequisites"],
           "owner": person(dice), "measure": known["measure"],
           "frequency": int(known["frequency"]), "unit": known["unit"],
           "source": known["source"], "baseline": baseline,
           "baseline_date": plan["F1"][1],
           "realisation_start": plan[known["from"]][0],
           "original_target": original, "target": target,
           "target_date": plan["F4"][1]}
    if dice.chance(0.05):
        row["baseline"] = row["baseline_date"] = None
    if dice.chance(0.04):
        row["owner"] = None
    row.update(_annual(known, place, scale))
    return row


def _annual(known, place, scale):
    """Kroner a year, rounded to thousands: low, likely and high."""
    likely = float(known["per_inhabitant"]) * int(place["population"]) * scale
    spread = int(known["spread"]) / 100
    if not likely:
        return {}
    low, middle, high = (round(likely * n / 1000) * 1000
                         for n in (1 - spread, 1, 1 + spread))
    return {"annual_value_low": low, "annual_value": middle,
            "annual_value_high": high}


def dependency_rows(chosen):
    known = {solution["id"] for solution in chosen}
    for solution, phase, requires, requires_phase in REQUIRES:
        if solution in known and requires in known:
            yield {"solution": solution, "phase": phase,
                   "requires_solution": requires,
                   "requires_phase": requires_phase}


def planned_share(benefit, day):
    """How much of a benefit should be harvested by `day`."""
    return within(benefit["realisation_start"], benefit["target_date"], day)
