"""Rules 17, 19 and 20 as far as they stand in no table: means, success conditions, coordination."""
from money import both_amounts
from outlook import risk_score
from figures import at_most, cell_value


def mean(values):
    known = [value for value in values if value is not None]
    return {"mean": sum(known) / len(known) if known else None, "n": len(known)}


def mean_progress(folio):
    """Phase -> mean P over rollouts reported and not completed."""
    return {phase: mean(look.b.progress for look in folio.active
                        if look.b.reported and look.b.phase == phase)
            for phase in folio.model.phases}


def mean_by_category(folio):
    """Category -> mean v over current-phase cells."""
    found = {}
    for look in folio.active:
        if not look.b.completed:
            for task in folio.model.cells(look.b.phase):
                value = cell_value(look.b.cells.get((look.b.phase, task)))
                found.setdefault(folio.model.category[task], []).append(value)
    return {category: mean(values) for category, values in found.items()}


def safe_operation(folio, look):
    model, basics = folio.model, look.b
    marked = model.task_condition
    criteria = [row for rows in model.criteria.values() for row in rows]
    marked = marked | {row["main_task"] for row in criteria
                       if row["condition"] and row["main_task"]}
    for (phase, task), row in basics.cells.items():
        if phase == basics.phase and (phase, task) in model.grades and task in marked \
                and row["status"] == "blocked":
            return False
    limit = model.settings["risk_red"]
    return not any(row["status"] == "open" and row["main_task"] in marked
                   and at_most(limit, risk_score(row))
                   for row in basics.view.rows("risks", basics.key))


def steering(look):
    return look.b.plan is not None and both_amounts(
        look.b.view.rows("economy", look.b.key)) is not None


def effective(look):
    owned = all(row["owner"] and row["baseline"] is not None
                for row in look.b.view.benefits.get(look.b.key, []))
    return look.lights["time"] != "red" and look.lights["readiness"] != "red" and owned


def success_conditions(folio):
    """Rule 19: how many of the reported rollouts meet each condition."""
    reported = [look for look in folio.active if look.b.reported]
    return {"n": len(reported),
            "operation": sum(safe_operation(folio, look) for look in reported),
            "steering": sum(steering(look) for look in reported),
            "effective": sum(effective(look) for look in reported)}


def conflicts(folio):
    """Rule 20: (municipality, solution, requires_solution, requires_phase)."""
    looks = {look.b.key: look for look in folio.active}
    found = []
    for (code, solution), look in looks.items():
        for row in folio.data.rows["solution_dependencies"]:
            other = looks.get((code, row["requires_solution"]))
            if row["solution"] == solution and other \
                    and look.b.index >= folio.model.index(row["phase"]) \
                    and other.b.index <= folio.model.index(row["requires_phase"]):
                found.append((code, solution, row["requires_solution"], row["requires_phase"]))
    return found


def collisions(folio):
    """Rule 20: (municipality, solution, solution, days) of gates planned close to each other."""
    window, found = folio.model.settings["collision_days"], []
    for i, one in enumerate(folio.active):
        for other in folio.active[i + 1:]:
            if one.b.key[0] == other.b.key[0] and one.b.plan and other.b.plan:
                days = abs((one.b.plan["planned_end"] - other.b.plan["planned_end"]).days)
                if days <= window:
                    found.append((one.b.key[0], one.b.key[1], other.b.key[1], days))
    return found


def summary(folio):
    return {"success_conditions": success_conditions(folio), "conflicts": conflicts(folio),
            "collisions": collisions(folio), "mean_progress": mean_progress(folio),
            "mean_by_category": mean_by_category(folio)}
