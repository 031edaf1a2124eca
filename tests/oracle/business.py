"""The business case, from its own words, day by day, and when each benefit is to be measured;
held against the workbooks.

A month's cost is what a main task's amount grew by since the row before; a task whose newest
row is silent has none. A benefit's annual value runs evenly up to its target date from the day
it is to be realised (else that of its baseline). Plan: budget and that; forecast: forecast cost
and that at the pace measured, the plan's at most; realised: actual cost and the readings, each
from its day until the next, up to the report. Disbenefits are taken off, released time stands
apart. Paid back: the first year where benefits come up to the cost and stay there.
"""
import calendar
import datetime
import pathlib

from figures import at_most, clamp
from money import benefit_figures, fraction

COST = {"plan": "budget_dkk", "forecast": "forecast_dkk", "realised": "actual_dkk"}
BASES = tuple(COST)
AFTER = 5
DAY = datetime.timedelta(days=1)


def start_of(row):
    return row["realisation_start"] or row["baseline_date"]


def days_in(year):
    return (datetime.date(year + 1, 1, 1) - datetime.date(year, 1, 1)).days


class Benefit:
    def __init__(self, figures, readings, date):
        self.row, self.figures, self.date = figures["row"], figures, date
        self.value = self.row["annual_value"]
        self.valued = self.value is not None and figures["planned_share"] is not None
        self.sign = -1 if figures["disbenefit"] else 1
        self.time = self.row["type"] == "time_released"
        self.realised = figures["realised_annual"] is not None
        self.steps = [(row["date"], clamp(fraction(row["value"], self.row["baseline"],
                                                   self.row["target"])))
                      for row in readings] if self.realised else []

    def pace(self):
        if self.figures["state"] != "measured" or self.figures["fraction"] is None:
            return 1.0
        return clamp(self.figures["fraction"] / self.figures["planned_share"])

    def planned(self, year):
        """The mean over the year of the share, which is that of noon on each day."""
        start, end, total = start_of(self.row), self.row["target_date"], 0.0
        day = datetime.date(year, 1, 1)
        while day.year == year:
            total += clamp(((day - start).days + 0.5) / (end - start).days)
            day += DAY
        return total / days_in(year)

    def measured(self, year):
        total, day = 0.0, max(datetime.date(year, 1, 1), start_of(self.row))
        while day.year == year and day <= self.date:
            held = [share for date, share in self.steps if date <= day]
            total += held[-1] if held else 0.0
            day += DAY
        return total / days_in(year)

    def in_year(self, basis, year):
        """Kroner, or None where nothing is known."""
        if basis == "realised":
            if not self.realised or year > self.date.year:
                return None
            return self.sign * self.value * self.measured(year)
        pace = self.pace() if basis == "forecast" else 1.0
        return self.sign * self.value * pace * self.planned(year)


def plus(sums, key, value):
    if value is not None:
        sums[key] = sums.get(key, 0.0) + value


class Case:
    """sums: (what, basis, year) -> kroner of the year; what: cost, benefit, time."""

    def __init__(self):
        self.years, self.sums, self.covered = [], {}, {basis: 0 for basis in BASES}

    def to_date(self, what, basis, year):
        known = [self.sums[what, basis, y] for y in self.years
                 if y <= year and (what, basis, y) in self.sums]
        return sum(known) if known else None

    def payback(self, basis, now):
        if not self.covered[basis]:
            return None
        good = None
        for year in self.years:
            if basis == "realised" and year > now:
                break
            cost, benefit = (self.to_date(what, basis, year) for what in ("cost", "benefit"))
            paid = cost is not None and benefit is not None and \
                not at_most(benefit, 0) and at_most(cost, benefit)
            good = (good or year) if paid else None
        return good

    def row(self, year, now):
        """As the table of years has it."""
        found = []
        for basis in BASES:
            for what in ("cost", "benefit"):
                late = basis == "realised" and year > now
                found.append(None if late else self.to_date(what, basis, year))
        found.append(self.to_date("time", "plan", year))
        found.append(None if year > now else self.to_date("time", "realised", year))
        found.append(self.to_date("time", "forecast", year))
        return found + [self.sums.get(("benefit", basis, year)) for basis in BASES]


def cost_rows(folio, key):
    """Main task -> its rows of every month, oldest first."""
    found = {}
    for month in folio.view.months:
        for row in folio.data.months_of["economy"][month]:
            if (row["municipality"], row["solution"]) == key:
                found.setdefault(row["main_task"], []).append((int(month[:4]), row))
    return found


def add_costs(case, rows):
    for course in rows.values():
        for basis, column in COST.items():
            if course[-1][1][column] is None:
                continue
            before = 0.0
            for year, row in course:
                if row[column] is not None:
                    plus(case.sums, ("cost", basis, year), row[column] - before)
                    before = row[column]


class Business:
    def __init__(self, folio):
        self.folio, self.date = folio, folio.view.date
        self.rows = {look: cost_rows(folio, look.b.key) for look in folio.active}
        self.benefits = {look: [Benefit(figures, folio.view.readings(figures["row"]), self.date)
                                for figures in folio.benefits(look)] for look in folio.active}
        span = [self._span(look) for look in folio.active]
        known = [pair for pair in span if pair]
        self.last = max((pair[1] for pair in known), default=None)
        self.case = {look: self._case(look, pair) for look, pair in zip(folio.active, span)}
        self.all = self._all(min((pair[0] for pair in known), default=None))

    def _span(self, look):
        """The first year and the last, or None."""
        years = [year for course in self.rows[look].values() for year, _ in course]
        for benefit in self.benefits[look]:
            if benefit.valued:
                years += [start_of(benefit.row).year, benefit.row["target_date"].year]
        if not years:
            return None
        years.append(self.date.year)
        return min(years), max(years) + AFTER

    def _case(self, look, span):
        case = Case()
        if span is None:
            return case
        case.years = list(range(span[0], self.last + 1))
        add_costs(case, self.rows[look])
        valued = [benefit for benefit in self.benefits[look] if benefit.valued]
        for benefit in valued:
            for basis in BASES:
                for year in case.years:
                    value = benefit.in_year(basis, year)
                    plus(case.sums, ("benefit", basis, year),
                         value and 0.0 if benefit.time else value)
                    plus(case.sums, ("time", basis, year),
                         value if benefit.time else value and 0.0)
        for basis in BASES:
            paid = any(("cost", basis, year) in case.sums for year in case.years)
            case.covered[basis] = int(paid and bool(valued))
        return case

    def _all(self, first):
        """Over the rollouts that have both cost and benefit on a basis."""
        case = Case()
        if first is None:
            return case
        case.years = list(range(first, self.last + 1))
        for one in self.case.values():
            for (what, basis, year), value in one.sums.items():
                if one.covered[basis]:
                    plus(case.sums, (what, basis, year), value)
            for basis in BASES:
                case.covered[basis] += one.covered[basis]
        return case


def tables_of(path):
    """Rows of two tables: of paybacks, and of years without the solution."""
    import openpyxl     # pylint: disable=import-outside-toplevel
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    cases, years, into = [], [], None
    sheets = [name for name in ("Forretningssag", "Implementeringer") if name in book.sheetnames]
    for row in (list(row) for name in sheets for row in book[name].iter_rows(values_only=True)):
        if "Tjent hjem: plan" in row:
            into, at = cases, row.index("Tjent hjem: plan")
        elif "År" in row:
            into, at = years, row.index("År")
        elif row[0] is None or all(cell is None for cell in row[1:]):
            into = None
        elif into is cases:
            cases.append([int(cell) if str(cell).isdigit() else None for cell in row[at:at + 3]])
        elif into is years:
            years.append([int(row[at])] + row[at + 1:at + 13])
    book.close()
    return cases, years


def next_of(benefit):
    """When the next reading is expected: months after the newest, or after the start."""
    row = benefit.row
    start = benefit.figures["latest_date"] or start_of(row)
    if row["frequency"] is None or start is None:
        return None
    year, month = divmod(start.year * 12 + start.month - 1 + row["frequency"], 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(start.day, last))


def next_readings(path):
    """The register's column of the next reading expected."""
    import openpyxl     # pylint: disable=import-outside-toplevel
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    found, at = [], None
    for row in book["Register"].iter_rows(values_only=True):
        if at is not None and row[1] is not None:
            found.append(row[at].date() if row[at] else None)
        elif at is None and "Næste måling ventes" in row:
            at = row.index("Næste måling ventes")
    book.close()
    return found


def near(a, b):
    if a is None or b is None:
        return a is None and b is None
    return abs(a - b) <= 1e-6 * max(1.0, abs(a), abs(b))


def unlike(where, what, wanted, got):
    """Lines that tell how rows of numbers differ."""
    if len(wanted) != len(got):
        return ["%s: %d rows of %s, expected %d" % (where, len(got), what, len(wanted))]
    return ["%s, %s: %s, expected %s" % (where, what, have, want)
            for want, have in zip(wanted, got)
            if len(want) != len(have) or not all(map(near, want, have))]


def business_differences(folio, outdir):
    """The business case of every workbook of benefits in the pack."""
    made, now, lines = Business(folio), folio.view.date.year, []

    def paybacks(looks):
        return [[made.case[look].payback(basis, now) for basis in BASES] for look in looks]

    def course(cases):
        rows = [[year] + case.row(year, now) for case in cases for year in case.years]
        return [row for row in rows if any(value is not None for value in row[1:])]

    folder = pathlib.Path(outdir) / "gevinster"
    cases, years = tables_of(folder / "samlet.xlsx")
    lines += unlike("samlet", "paybacks", paybacks(folio.active), cases)
    lines += unlike("samlet", "years", course([made.all]), years)
    for path in sorted(folder.glob("*/gevinster.xlsx")):
        looks = [look for look in folio.active if look.b.key[0] == path.parent.name[:3]]
        cases, years = tables_of(path)
        lines += unlike(path.parent.name, "paybacks", paybacks(looks), cases)
        lines += unlike(path.parent.name, "years", course([made.case[x] for x in looks]), years)
        wanted = [next_of(benefit) for look in looks for benefit in made.benefits[look]]
        if wanted != next_readings(path):
            lines.append("%s, next readings: %s, expected %s" % (
                path.parent.name, next_readings(path), wanted))
    return lines
