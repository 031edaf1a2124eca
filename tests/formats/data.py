"""The tables for machines, and the same figures as the documents show them."""
import csv

# Columns of rollouts.csv that the portfolio spells in its own way.
OTHERWISE = {
    "municipality": "a code there, a name here",
    "name": "under the heading of the municipality here",
    "phase": "an id there, a name here",
    "previous_phase": "an id there, a name here",
    "recommendation": "here only where the gate is near",
    "stalled": "here only where there is something left to do",
}
NEEDED = {"progress", "expected", "planned_end", "forecast_end", "slip_days",
          "light", "light_reported", "light_time", "light_economy",
          "light_readiness", "light_risk", "light_benefit"}
HALF_A_DIGIT = 5.001e-5     # of the four decimals


def read(path):
    with open(path, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def equal(machine, cell, words):
    """A text of a csv file, and a cell of a workbook."""
    value = cell.value
    if machine == "" or value is None:
        return machine == "" and value is None
    if hasattr(value, "date"):
        return value.date().isoformat() == machine
    if isinstance(value, str):
        return value in (machine, words.label.get("state." + machine),
                         words.label.get("bool." + machine),
                         *words.lights(machine))
    scale = 100 if "%" in cell.form else 1
    return abs(float(machine) - value * scale) <= HALF_A_DIGIT


def portfolio(rows, book, words):
    """The portfolio of the workbook is rollouts.csv."""
    table = book.tables["tbl_portfolio"]
    heads = {name: words.heading("portfolio", name) for name in rows[0]
             if name not in OTHERWISE}
    shared = {name: table.heads.index(head) for name, head in heads.items()
              if head in table.heads}
    for name in sorted(NEEDED - set(shared)):
        yield "portfolio: no column for %s of rollouts.csv" % name
    code = table.heads.index(words.heading("portfolio", "code"))
    by_key = {(int(r["municipality"]), r["solution"]): r for r in rows
              if r["state"] == "active"}
    for number, row in enumerate(table.rows, 1):
        key = (row[code].value, row[shared["solution"]].value)
        machine = by_key.pop(key, None)
        if machine is None:
            yield "portfolio, row %d: %s not in rollouts.csv" % (number, key)
            continue
        for name, i in shared.items():
            if not equal(machine[name], row[i], words):
                yield "portfolio, row %d, %s: %r, in rollouts.csv %r" % (
                    number, heads[name], row[i].value, machine[name])
    for key in by_key:
        yield "portfolio: %s of rollouts.csv is missing" % (key,)


def municipalities(rows, taking_part, index, words):
    """The municipalities of the door are municipalities.csv.

    One whose rollouts are all set aside has no light at the door, and one
    that has none (it isn't in taking_part) doesn't stand there.
    """
    grid = next(g for g in index.grids if g.id == "municipalities")
    at = {name: grid.heads.index(words.heading("municipalities", name))
          for name in ("municipality", "region", "light")}
    by_name = {r["name"]: r for r in rows}
    for number, row in enumerate(grid.rows, 1):
        machine = by_name.pop(row[at["municipality"]].text, None)
        if machine is None:
            yield "municipalities, row %d: %r not in municipalities.csv" % (
                number, row[at["municipality"]].text)
            continue
        light = machine["light"] if machine["rollouts"] != "0" else None
        if row[at["region"]].text != machine["region"] or \
                row[at["light"]].light != light:
            yield "municipalities, row %d: %r %r, in the file %r %r" % (
                number, row[at["region"]].text, row[at["light"]].light,
                machine["region"], light)
    for name, machine in by_name.items():
        if machine["municipality"] in taking_part:
            yield "municipalities: %r is missing" % name
