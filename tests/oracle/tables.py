"""The tables of data/, as lists of rows of Python values."""
from figures import cell_value
from model import Model
from money import benefit_figures, both_amounts, economy_figures, total
from outlook import LEVEL, outlooks, worst
from view import View, months_between

COLUMNS = {
    "rollouts": "month,date,municipality,name,region,wave,solution,state,reported,phase,"
                "fallen_back,gap,task_score,criteria_score,progress,readiness,course,expected,"
                "mandatory_criteria,mandatory_criteria_met,mandatory_criteria_no,"
                "mandatory_criteria_unanswered,waived,mandatory_tasks,mandatory_tasks_open,"
                "tasks_unreturned,overdue_tasks,carry_over,cells_unreported,blocked_cells,"
                "dependency_conflicts,recommendation,planned_end,baseline_end,forecast_end,"
                "stated_end,stalled,slip_days,slip_baseline_days,light_time,light_economy,"
                "light_readiness,light_risk,light_benefit,light,light_reported,deviation,"
                "previous_light,previous_progress,previous_phase",
    "municipalities": "municipality,name,region,rollouts,reported,light,urgency_rank",
    "cells": "municipality,solution,phase,main_task,grade,status,value,age_months,source",
    "criteria": "municipality,solution,phase,criterion,mandatory,answer,source",
    "benefits": "municipality,solution,benefit_id,type,disbenefit,unit,baseline,original_target,"
                "target,latest,latest_date,fraction,fraction_original,planned_share,state,light,"
                "annual_value,realised_annual,prerequisites_open,source",
    "economy": "municipality,solution,budget_hours,actual_hours,forecast_hours,budget_dkk,"
               "actual_dkk,forecast_dkk,variance_dkk,variance_pct,time_used",
    "risks": "municipality,solution,risk_id,main_task,probability,impact,score,"
             "residual_probability,residual_impact,residual_score,status,source",
    "changes": "municipality,solution,change,phase_before,phase,light_before,light,"
               "progress_before,progress",
    "rollups": "by,key,n,reported,parked,completed,green,yellow,red,grey,go,go_conditional,no_go,"
               "mean_course,budget_dkk,forecast_dkk,annual_value,realised_annual,measured,"
               "not_measured,not_due"}
COLUMNS = {table: text.split(",") for table, text in COLUMNS.items()}
PHASE_BOUND = ("cells_unreported", "blocked_cells", "dependency_conflicts", "waived",
               "mandatory_tasks", "mandatory_tasks_open")


class Portfolio:
    """Every rollout's figures at the report month and all earlier ones."""

    def __init__(self, data):
        self.data, self.model = data, Model(data)
        self.solutions = [row["solution"] for row in data.rows["solutions"]]
        views = [View(data, month) for month in data.months]
        self.view = views[-1]
        self.municipalities = data.municipalities_at(data.date)
        rollouts = sorted(data.rows["rollouts"], key=self.order)
        self.looks = [outlooks(views, self.model, row)[-1] for row in rollouts]
        self.active = [look for look in self.looks if not look.b.parked]

    def order(self, row):
        solution = row["solution"]
        return (row["municipality"] or "", -1 if solution is None else self.solutions.index(solution))

    def region(self, look):
        row = self.municipalities.get(look.b.key[0])
        return (row["region"] or "") if row else ""

    def benefits(self, look):
        rows = self.view.benefits.get(look.b.key, [])
        rows = sorted(rows, key=lambda row: row["benefit_id"].encode())
        return [benefit_figures(self.view, self.model, row, look.b.cells) for row in rows]

    def urgent(self):
        """Rule 18: the exception list."""
        keyed = [(look.urgency(self.solutions.index(look.b.key[1])), look) for look in self.looks]
        return [look for key, look in sorted(
            ((key, look) for key, look in keyed if key), key=lambda pair: pair[0])]


def phase_text(look):
    return "completed" if look.b.completed else look.b.phase


def rollouts(folio):
    return [_rollout(folio, look) for look in folio.looks]


def _rollout(folio, look):
    b, before = look.b, look.previous
    register = folio.municipalities.get(b.key[0]) or {}
    row = {
        "month": b.view.month, "date": b.date, "municipality": b.key[0],
        "name": register.get("name"), "region": register.get("region"),
        "wave": b.rollout["wave"], "solution": b.key[1], "state": b.state,
        "reported": b.reported, "phase": phase_text(look), "fallen_back": b.fallen_back,
        "gap": b.gap, "task_score": b.task_score, "criteria_score": b.criteria_score,
        "progress": b.progress, "readiness": b.readiness, "course": b.course,
        "expected": b.expected, "tasks_unreturned": b.tasks_unreturned,
        "overdue_tasks": b.overdue_tasks, "carry_over": b.carry_over,
        "recommendation": b.recommendation,
        "planned_end": b.plan["planned_end"] if b.plan else None,
        "baseline_end": b.plan["baseline_end"] if b.plan else None,
        "forecast_end": look.forecast_end, "stated_end": look.stated_end,
        "stalled": look.stalled, "slip_days": look.slip_days,
        "slip_baseline_days": look.slip_baseline_days, "light": look.light,
        "light_reported": look.light_reported, "deviation": look.deviation}
    if not b.completed:
        row.update((name, getattr(b, name)) for name in PHASE_BOUND)
        answers = b.mandatory_answers
        row["mandatory_criteria"] = len(answers)
        row["mandatory_criteria_met"] = sum(
            answer in ("yes", "waived", "not_applicable") for answer in answers)
        row["mandatory_criteria_no"] = answers.count("no")
        row["mandatory_criteria_unanswered"] = answers.count(None)
    row.update(("light_" + name, light) for name, light in look.lights.items())
    if before:
        row.update(previous_light=before.light, previous_progress=before.b.progress,
                   previous_phase=phase_text(before))
    return row


def municipalities(folio):
    ranks = {}
    for look in folio.urgent():
        ranks.setdefault(look.b.key[0], len(ranks) + 1)
    rows = []
    for code, register in folio.municipalities.items():
        mine = [look for look in folio.active if look.b.key[0] == code]
        rows.append({
            "municipality": code, "name": register["name"], "region": register["region"],
            "rollouts": len(mine), "reported": sum(look.b.reported for look in mine),
            "light": worst(look.light for look in mine), "urgency_rank": ranks.get(code)})
    return rows


def cells(folio):
    rows = []
    for look in folio.looks:
        for phase in folio.model.phases:
            for task in folio.model.cells(phase):
                found = look.b.cells.get((phase, task))
                rows.append({
                    "municipality": look.b.key[0], "solution": look.b.key[1], "phase": phase,
                    "main_task": task, "grade": folio.model.grades[phase, task],
                    "status": found and found["status"], "value": cell_value(found),
                    "age_months": found and months_between(found.month, folio.view.month),
                    "source": found and found.source})
    return rows


def criteria(folio):
    rows = []
    for look in folio.looks:
        for phase in folio.model.phases:
            for criterion in folio.model.criteria[phase]:
                found = look.b.answers.get(criterion["criterion"])
                rows.append({
                    "municipality": look.b.key[0], "solution": look.b.key[1], "phase": phase,
                    "criterion": criterion["criterion"],
                    "mandatory": criterion["mandatory"] == "yes",
                    "answer": found and found["answer"], "source": found and found.source})
    return rows


def benefits(folio):
    rows = []
    for look in folio.looks:
        for figures in folio.benefits(look):
            source = figures["row"]
            row = {column: source.get(column) for column in COLUMNS["benefits"]}
            row.update((name, value) for name, value in figures.items() if name in row)
            row["source"] = source.source
            rows.append(row)
    return rows


def economy(folio):
    return [dict(economy_figures(folio.view, look.b), municipality=look.b.key[0],
                 solution=look.b.key[1]) for look in folio.looks]


def risks(folio):
    found = [row for rows in folio.view.snapshots["risks"].values() for row in rows]
    found.sort(key=lambda row: folio.order(row) + (row["risk_id"].encode(),))
    rows = []
    for source in found:
        row = {column: source.get(column) for column in COLUMNS["risks"]}
        row["score"] = source["probability"] * source["impact"]
        if source["residual_probability"] and source["residual_impact"]:
            row["residual_score"] = source["residual_probability"] * source["residual_impact"]
        row["source"] = source.source
        rows.append(row)
    return rows


def changes(folio):
    rows = []
    for look in folio.looks:
        before = look.previous
        rows.append({
            "municipality": look.b.key[0], "solution": look.b.key[1], "change": look.change,
            "phase_before": phase_text(before) if before else None, "phase": phase_text(look),
            "light_before": before.light if before else None, "light": look.light,
            "progress_before": before.b.progress if before else None,
            "progress": look.b.progress})
    return rows


def rollups(folio):
    groups = [("programme", "", folio.looks)]
    groups += [("solution", name, [look for look in folio.looks if look.b.key[1] == name])
               for name in folio.solutions]
    for by, key_of in (("region", folio.region), ("wave", lambda look: look.b.rollout["wave"] or "")):
        keys = sorted({key_of(look) for look in folio.looks}, key=str.encode)
        groups += [(by, key, [look for look in folio.looks if key_of(look) == key]) for key in keys]
    return [_rollup(folio, *group) for group in groups]


def _rollup(folio, by, key, looks):
    active = [look for look in looks if not look.b.parked]
    row = {"by": by, "key": key, "n": len(active), "parked": len(looks) - len(active),
           "reported": sum(look.b.reported for look in active),
           "completed": sum(look.b.completed for look in active)}
    for light in list(LEVEL) + ["grey"]:
        row[light] = sum(look.light == light for look in active)
    window = folio.model.settings["gate_window"]
    for word in ("go", "go_conditional", "no_go"):
        row[word] = sum(look.b.recommendation == word and look.b.near(window) for look in active)
    row["mean_course"] = sum(look.b.course for look in active) / len(active) if active else None
    amounts = [both_amounts(folio.view.rows("economy", look.b.key)) for look in active]
    row["budget_dkk"] = total(pair[0] for pair in amounts if pair)
    row["forecast_dkk"] = total(pair[1] for pair in amounts if pair)
    row.update(_benefit_sums([figures for look in active for figures in folio.benefits(look)]))
    return row


def _benefit_sums(benefits):
    def signed(value, figures):
        return None if value is None else -value if figures["disbenefit"] else value
    sums = {"annual_value": total(signed(f["row"]["annual_value"], f) for f in benefits),
            "realised_annual": total(signed(f["realised_annual"], f) for f in benefits)}
    for state in ("measured", "not_measured", "not_due"):
        sums[state] = sum(f["state"] == state and not f["disbenefit"] for f in benefits)
    return sums


TABLES = {"rollouts": rollouts, "municipalities": municipalities, "cells": cells,
          "criteria": criteria, "benefits": benefits, "economy": economy, "risks": risks,
          "changes": changes, "rollups": rollups}
