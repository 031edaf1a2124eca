"""Rules 14 and 15: benefits and economy."""
from figures import CLOSED, TINY, at_most, clamp, share_of_span
from schema import MONEY


def fraction(latest, baseline, target):
    if latest is None or baseline is None or abs(target - baseline) <= TINY:
        return None
    return (latest - baseline) / (target - baseline)


def planned_share(row, date):
    start = row["realisation_start"] or row["baseline_date"]
    if start is None or row["target_date"] <= start:
        return None
    return share_of_span(start, row["target_date"], date)


def benefit_light(figures, settings):
    share, done = figures["planned_share"], figures["fraction"]
    if figures["disbenefit"] or figures["state"] != "measured" or share is None or done is None:
        return "grey"
    if at_most(settings["benefit_green"] * share, done):
        return "green"
    return "yellow" if at_most(settings["benefit_yellow"] * share, done) else "red"


def prerequisites_open(row, model, cells):
    """How many prerequisite main tasks aren't done in every reported cell."""
    count = 0
    for task in sorted(set(row["prerequisites"] or ())):
        reported = [cells[phase, task] for phase in model.phases
                    if (phase, task) in model.grades and (phase, task) in cells]
        if not reported or any(cell["status"] not in CLOSED for cell in reported):
            count += 1
    return count


def benefit_figures(view, model, row, cells):
    """Rule 14 for one benefit."""
    readings = view.readings(row)
    latest = readings[-1]["value"] if readings else None
    original = row["target"] if row["original_target"] is None else row["original_target"]
    figures = {
        "row": row, "disbenefit": row["disbenefit"] == "yes", "latest": latest,
        "latest_date": readings[-1]["date"] if readings else None,
        "fraction": fraction(latest, row["baseline"], row["target"]),
        "fraction_original": fraction(latest, row["baseline"], original),
        "planned_share": planned_share(row, view.date)}
    share = figures["planned_share"]
    if share is not None and at_most(share, 0):
        figures["state"] = "not_due"
    else:
        figures["state"] = "measured" if readings else "not_measured"
    figures["light"] = benefit_light(figures, model.settings)
    figures["realised_annual"] = None
    if row["annual_value"] is not None and figures["fraction"] is not None:
        figures["realised_annual"] = row["annual_value"] * clamp(figures["fraction"])
    figures["prerequisites_open"] = prerequisites_open(row, model, cells)
    return figures


def both_amounts(rows):
    """(budget, forecast) in DKK over rows that have both; None if there is none."""
    pairs = [(row["budget_dkk"], row["forecast_dkk"]) for row in rows
             if row["budget_dkk"] is not None and row["forecast_dkk"] is not None]
    return (sum(b for b, _ in pairs), sum(f for _, f in pairs)) if pairs else None


def total(values):
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def economy_figures(view, basics):
    """Rule 15 for one rollout."""
    rows = view.rows("economy", basics.key)
    figures = {column: total(row[column] for row in rows) for column in MONEY}
    amounts = both_amounts(rows)
    figures["variance_dkk"] = figures["variance_pct"] = None
    if amounts:
        figures["variance_dkk"] = amounts[1] - amounts[0]
        if amounts[0] != 0:
            figures["variance_pct"] = 100.0 * (amounts[1] - amounts[0]) / amounts[0]
    figures["time_used"] = time_used(basics)
    return figures


def time_used(basics):
    plans = basics.plans.values()
    if not plans:
        return None
    start = min(plan["planned_start"] for plan in plans)
    end = max(plan["planned_end"] for plan in plans)
    return share_of_span(start, end, basics.date) if end > start else None
