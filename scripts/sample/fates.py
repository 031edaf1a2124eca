"""What befalls named municipalities; everyone else draws."""

from datetime import date

# Plans of a municipality's own: {phase: (start, end, baseline end)}.
OWN_PLANS = {
    ("101", "SAPA"): {
        "F2": (date(2014, 9, 1), date(2015, 6, 30), date(2015, 4, 30)),
        "F3": (date(2015, 7, 1), date(2015, 11, 30), date(2015, 8, 31))},
    ("400", "STS"): {
        "F2": (date(2014, 3, 1), date(2015, 3, 31), date(2015, 1, 31)),
        "F3": (date(2015, 4, 1), date(2015, 6, 30), date(2015, 4, 30))},
    ("741", "KY"): {
        "F1": (date(2014, 10, 1), date(2015, 5, 31), date(2015, 5, 31))},
    ("751", "STS"): {
        "F0": (date(2012, 9, 1), date(2012, 12, 31), None),
        "F1": (date(2013, 1, 1), date(2013, 4, 30), None),
        "F2": (date(2013, 5, 1), date(2013, 12, 31), None),
        "F3": (date(2014, 1, 1), date(2014, 4, 30), None),
        "F4": (date(2014, 5, 1), date(2015, 2, 28), None)},
}

# Waves of those whose fate hangs on one: an index into the waves.
WAVES_GIVEN = {"101": 0, "400": 0, "461": 1, "575": 0, "621": 1, "741": 0,
               "751": 0, "849": 1}

# Rollouts out of the running.
STATES = {
    ("400", "KSD"): ("paused", date(2015, 1, 15)),
    ("492", "SAPA"): ("withdrawn", date(2014, 12, 1)),
}

# Courses written out: (phase, from, to, share at first, share at last).
COURSES = {
    # Taken into use too early, and back to preparation.
    ("621", "STS"): [
        ("F0", date(2013, 4, 1), date(2013, 8, 30), 0, 1),
        ("F1", date(2013, 8, 30), date(2014, 2, 28), 0, 1),
        ("F2", date(2014, 2, 28), date(2014, 12, 12), 0, 1),
        ("F3", date(2014, 12, 12), date(2015, 2, 10), 0, 0.45),
        ("F2", date(2015, 2, 10), date(2015, 5, 29), 0.6, 1),
        ("F3", date(2015, 5, 29), date(2015, 9, 30), 0, 1)],
}

# Days late for those whose fate is to be late.
LATE = {
    ("849", "STS"): 240, ("849", "SAPA"): 190, ("849", "KY"): 170,
    ("849", "KSD"): 0, ("751", "STS"): 0, ("101", "SAPA"): 10,
    ("461", "STS"): 0, ("575", "KY"): 0, ("400", "STS"): 20,
}

# Decisions that were never registered.
MISSING_DECISIONS = {("575", "KY"): ["F0"]}

# Months from which a municipality sent nothing.
SILENT = {
    "840": [(2015, 3)],
    "482": [(2015, 2), (2015, 3)],
    "665": [(2014, 12), (2015, 1)],
}

# Municipalities that return every kind in files of their own.
SEPARATE = ["101", "461", "615", "751", "851"]

# Follow-up sheets of benefits that came back: municipality and month.
BENEFITS_RETURNED = [("461", (2015, 2)), ("851", (2015, 3))]

# Municipalities that return a file for each solution.
SPLIT = ["101", "751"]

# Municipalities that see no yellow and no red.
ROSY = ["849", "370", "813", "167"]
