"""Derivations done again: a figure from the terms that explain names."""
import datetime
import math

LIGHTS = ["green", "yellow", "red"]
EPSILON = 1e-9
counted = {}


def text(value):
    """A value of JSON as the CSV writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return "%.4f" % (value + 0.0)
    return str(value)


def number(csv_text):
    return None if csv_text == "" else float(csv_text)


def day(iso):
    return datetime.date.fromisoformat(iso) if iso else None


def close(a, b):
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-3 * max(1.0, abs(b) / 100)


def pick(terms, name):
    """The values of the terms of that name."""
    return [t["value"] for t in terms if t["term"] == name]


def one(terms, name):
    found = pick(terms, name)
    return found[0] if found else None


def weighted(terms, known, found):
    weights = [(t["weight"], t["value"]) for t in terms
               if t["value"] is not None]
    total = sum(w for w, _ in weights)
    return sum(w * v for w, v in weights) / total if total else None


def progress(terms, known, found):
    tasks = one(terms, "task_score")
    return tasks if tasks is not None else one(terms, "criteria_score")


def readiness(terms, known, found):
    return weighted([t for t in terms if t["term"] in (
        "task_score", "criteria_score")], known, found)


def course(terms, known, found):
    gates, phases = terms[0]["value"], terms[2]["value"]
    if gates == phases:
        return 100.0
    return (gates + (terms[1]["value"] or 0) / 100) / phases * 100


def expected(terms, known, found):
    start, end, now = (day(one(terms, name)) for name in (
        "planned_start", "planned_end", "date"))
    if end <= start:
        return 0.0 if now < end else 100.0
    return max(0, min(1, (now - start) / (end - start))) * 100


def count(terms, known, found):
    return float(len(terms))


def distinct(terms, known, found):
    return float(len({t["term"] for t in terms}))


def latest(terms, known, found):
    return max((t["value"] for t in terms), default="")


def slip(planned):
    def rule(terms, known, found):
        end, now = day(one(terms, planned)), day(one(terms, "date"))
        ends = [day(one(terms, "forecast_end"))]
        if end is None:
            return None
        ends += [now] if now > end else []
        ends = [e for e in ends if e]
        return float((max(ends) - end).days) if ends else None
    return rule


def month_end(month, report):
    if month == report["month"]:
        return day(report["date"])
    year, number_of = map(int, month.split("-"))
    after = datetime.date(year + number_of // 12, number_of % 12 + 1, 1)
    return after - datetime.timedelta(1)


def forecast(terms, known, found):
    """The day, and whether it is stalled."""
    points = [(month_end(t["term"], known).toordinal(), t["value"])
              for t in terms if t["term"][:1] in "12" and t["term"][4:5] == "-"]
    ready, least, horizon = (one(terms, name) for name in (
        "ready", "forecast_points", "forecast_horizon"))
    now = number(known["progress"])
    if now is None:
        return None, False
    if now >= ready - EPSILON:
        return day(known["date"]), False
    if len(points) < least - EPSILON:
        return None, False
    x = sum(p[0] for p in points) / len(points) if points else 0
    y = sum(p[1] for p in points) / len(points) if points else 0
    spread = sum((p[0] - x) ** 2 for p in points)
    pace = sum((p[0] - x) * (p[1] - y) for p in points) / spread \
        if spread else 0
    if pace <= EPSILON:
        return None, True
    days = math.ceil((ready - now) / pace - 1e-6)
    if days > horizon:
        return None, True
    return day(known["date"]) + datetime.timedelta(days), False


def forecast_end(terms, known, found):
    end = forecast(terms, known, found)[0]
    return end.isoformat() if end else ""


def stalled(terms, known, found):
    return text(forecast(terms, known, found)[1])


def recommendation(terms, known, found):
    checks = [t["value"] for t in terms[:7]]
    if all(checks[:5]):
        return "go"
    return "go_conditional" if all(checks[5:]) else "no_go"


def phase(terms, known, found):
    for term in terms:
        if term["value"] is None:
            return term["term"]
    return "completed"


def worst(values):
    known_ones = [v for v in values if v in LIGHTS]
    return max(known_ones, key=LIGHTS.index) if known_ones else "grey"


def reasons(terms):
    return worst(t["value"] for t in terms)


def by_limits(value, yellow, red):
    return LIGHTS[0 if value <= yellow + EPSILON else
                  1 if value <= red + EPSILON else 2]


def light_time(terms, known, found):
    light = reasons(terms)
    slipped = one(terms, "slip_days")
    if slipped is not None:
        base = by_limits(slipped, one(terms, "slip_yellow"),
                         one(terms, "slip_red"))
    elif one(terms, "lag_yellow") is not None:
        base = lag(terms)
    else:
        return light
    late = known["planned_end"] < known["date"] or known["stalled"] == "true"
    return worst([base, "yellow" if late else "green"])


def lag(terms):
    return by_limits(one(terms, "expected") - one(terms, "progress"),
                     one(terms, "lag_yellow"), one(terms, "lag_red"))


def light_readiness(terms, known, found):
    if one(terms, "lag_yellow") is None:
        return "grey"
    return "red" if one(terms, "gate_near") is not None else lag(terms)


def light_economy(terms, known, found):
    if one(terms, "cost_red") is None:
        return "grey"
    money = [t["value"] for t in terms if t["term"][:1].isdigit()]
    budget, forecast_sum = sum(money[0::2]), sum(money[1::2])
    return by_limits(forecast_sum / budget - 1, 0,
                     one(terms, "cost_red") / 100)


def light_risk(terms, known, found):
    if known["state"] != "active" or one(terms, "no_risk") is not None:
        return "grey"
    scores = [t["value"] for t in terms
              if isinstance(t["value"], int) and t["source"]]
    top = max(scores, default=0)
    return LIGHTS[2 if top >= one(terms, "risk_red") - EPSILON else
                  1 if top >= one(terms, "risk_yellow") - EPSILON else 0]


def light_benefit(terms, known, found):
    if known["state"] != "active":
        return "grey"
    return worst(t["value"] for t in terms
                 if t["term"] not in ("benefit", "no_benefit"))


def light(terms, known, found):
    if known["phase"] != "completed" and known["reported"] == "false":
        return "grey"
    return reasons(terms)


def deviation(terms, known, found):
    computed, own = (t["weight"] for t in terms)
    return None if computed is None or own is None else computed - own


def named(column):
    return lambda terms, known, found: one(terms, column) or ""


def reported(terms, known, found):
    return text(terms[0]["value"] > 0)


def reported_light(terms, known, found):
    return terms[0]["value"] if terms else ""


COUNTS = """mandatory_criteria mandatory_criteria_met mandatory_criteria_no
    mandatory_criteria_unanswered waived mandatory_tasks mandatory_tasks_open
    tasks_unreturned overdue_tasks carry_over cells_unreported
    blocked_cells""".split()

RULES = {
    "reported": reported, "phase": phase, "task_score": weighted,
    "criteria_score": weighted, "progress": progress, "readiness": readiness,
    "course": course, "expected": expected, "dependency_conflicts": distinct,
    "recommendation": recommendation, "planned_end": named("planned_end"),
    "baseline_end": named("baseline_end"), "forecast_end": forecast_end,
    "stated_end": latest, "stalled": stalled, "slip_days": slip("planned_end"),
    "slip_baseline_days": slip("baseline_end"), "light_time": light_time,
    "light_economy": light_economy, "light_readiness": light_readiness,
    "light_risk": light_risk, "light_benefit": light_benefit, "light": light,
    "light_reported": reported_light, "deviation": deviation,
}
RULES.update((name, count) for name in COUNTS)

# Empty for a completed rollout, whatever its terms.
IN_PHASE = set(RULES) - set("""reported phase course tasks_unreturned
    overdue_tasks carry_over light_time light_economy light_readiness light_risk
    light_benefit light light_reported deviation""".split())

# Null although terms are named: a score of what was never reported.
NEVER = {"task_score", "criteria_score"}


def again(figure, terms, known, found):
    """What is wrong with the terms of a figure."""
    if figure not in RULES:
        return
    wanted = known[figure]
    if figure in IN_PHASE and known["phase"] == "completed":
        if terms or wanted:
            yield "terms of a completed rollout"
        return
    if wanted == "" and (figure in NEVER or not terms):
        return
    value = RULES[figure](terms, known, found)
    if isinstance(value, str):
        right = value == wanted
    else:
        right = close(value, number(wanted))
    if not right:
        yield "the terms come to %r, not %r" % (value, wanted)
    counted[figure] = counted.get(figure, 0) + (wanted not in ("", "grey"))


def says(shown, wanted, lang):
    """True if a value in words is that of the CSV."""
    if wanted == "":
        return shown in ("kendes ikke", "not known")
    if wanted in ("true", "false"):
        return shown in {"true": ("Ja", "Yes"), "false": ("Nej", "No")}[wanted]
    if shown == wanted or shown.endswith("(%s)" % wanted):
        return True
    try:
        day(wanted)
        parts = shown.replace("\u00a0", " ").split("-")
        return wanted in (shown, "-".join(reversed(parts)))
    except ValueError:
        pass
    plain = shown.replace("\u2212", "-")
    plain = plain.replace(".", "").replace(",", ".") if lang == "da" \
        else plain.replace(",", "")
    try:
        return abs(float(plain) - float(wanted)) < 1e-9
    except ValueError:
        return False
