"""A municipality's page and its workbook: two cuts of the same figures.

The page has a part for each solution and says what is urgent; the workbook
has one table of a kind over all solutions, and every row; but for what stands
beside a chart, of which each solution has a table there too.
"""
import re

from program import TOP
from same import columns, rest_said, where

# All rows of the workbook in its order; some of them; some in another order.
ALL, SOME, ORDERED_ANEW = "all", "some", "ordered anew"

# A grid of the page: the workbook's table, and which of its rows it has.
TABLES = {
    "local-solutions": ("local-solutions", ALL),
    "local-lacking": ("local-lacking", ALL),
    "local-overdue": ("local-overdue", ALL),
    "local-timeline": ("local-timeline", ALL),
    "local-sources": ("local-sources", ALL),
    "local-lights": ("local-lights", ALL),
    "local-history": ("local-history", ALL),
    "local-course": ("local-course", ALL),
    "local-cells": ("local-cells", SOME),       # of the phase
    "local-carried": ("local-cells", SOME),     # of earlier phases
    "local-tasks": ("local-tasks", ORDERED_ANEW),   # due
    "local-risks": ("local-risks", ALL),
    "local-economy": ("local-economy", ALL),
    "local-benefits": ("local-benefits", ALL),
    "local-missing": ("local-missing", ALL),
}
# By solution in the workbook as well, under the same id.
OWN = {"local-course"}
# Not in the parts, but over all solutions.
OF_ALL = {"local-solutions", "local-lacking", "local-overdue",
          "local-timeline", "local-sources"}
# Where the page's grid is no cut of any table of the workbook.
PAGE_ONLY = {
    "local-next": "what to do now: a choice from all the others",
    "local-path": "steps in sentences; the workbook has the rows behind them",
    "local-unmet": "criteria and tasks in one list; there two tables",
}
WORKBOOK_ONLY = {
    "tbl_local_criteria": "the page has those unmet, in local-unmet",
    "tbl_local_tasks": "the page has those due, if any is",
}
# Tables that a part of the page may lack though the workbook has rows.
NOT_ALWAYS = {
    "local-course": "a part needs two months with a report",
}
PART_TEMPLATE = {"running": "parathed-loesning.md",
                 "completed": "parathed-afsluttet.md",
                 "parked": "parathed-parkeret.md"}


def kind_of(grid):
    return re.sub(r"-\d+$", "", grid.id)


def part_title(solution, words):
    return words.say("local.part", solution).split("{2}")[0]


def solution_of(grid, solutions, words):
    for solution in solutions:
        if (grid.part or "").startswith(part_title(solution, words)):
            return solution
    return None


def agrees(cells, row, pairs, words):
    """How many of the columns that both have are equal."""
    return sum(text_of(cells[i], words) in row[j].shows(words)
               for i, j in pairs)


def text_of(cell, words):
    return words.light(cell.light) if cell.light else cell.text


def explain(grid, number, cells, rows, pairs, words):
    best = max(rows, key=lambda r: agrees(cells, r, pairs, words),
               default=None)
    if best is None:
        return "%s: no row in the workbook" % where(grid, number)
    return "%s: %s" % (where(grid, number), "; ".join(
        "%s %r, in the workbook %s" % (
            grid.heads[i], text_of(cells[i], words),
            " or ".join(best[j].shows(words)))
        for i, j in pairs
        if text_of(cells[i], words) not in best[j].shows(words))
        or "out of order")


def column_of(table, kind, column, words):
    """A column's texts; none if the table has no such."""
    head = words.heading(kind, column)
    if head not in table.heads:
        return [None] * len(table.rows)
    return [cell.shows(words)[0] for cell in table.column(head)]


def rows_of(kind, table, solution, words):
    texts = column_of(table, kind, "solution", words)
    return [row for row, text in zip(table.rows, texts) if text == solution]


def cut(grid, table, solution, words):
    kind, extent = TABLES[kind_of(grid)]
    pairs = [(i, j) for i, j in enumerate(columns(grid.heads, table, words))
             if j is not None]
    whole = grid.id == kind_of(grid) or kind in OWN
    rows = table.rows if whole else rows_of(kind, table, solution, words)
    if len(pairs) < 2:
        yield "%s: no columns in common" % where(grid)
    if extent == ALL:
        yield from rest_said(grid, len(rows) - len(grid.rows), words)
    rows, skipped = list(rows), 0
    for number, cells in enumerate(grid.rows, 1):
        at = next((k for k in range(skipped, len(rows)) if
                   agrees(cells, rows[k], pairs, words) == len(pairs)), None)
        if at is None or (extent == ALL and at > 0):
            yield explain(grid, number, cells, rows, pairs, words)
            continue
        rows.pop(at)
        skipped = at if extent == SOME else 0


class Solutions:
    """A municipality's solutions, and of what sort each one's part is."""

    def __init__(self, book, words):
        self.sort = {}
        for name, table in book.tables.items():
            kind = name[4:].replace("_", "-")
            for solution in column_of(table, kind, "solution", words):
                if solution is not None:
                    self.sort.setdefault(solution, "parked")
        table = book.tables.get("tbl_local_solutions")
        if table is None:
            return
        phases = column_of(table, "local-solutions", "phase", words)
        ours = column_of(table, "local-solutions", "solution", words)
        for solution, phase in zip(ours, phases):
            completed = phase == words.label["phase.completed"]
            self.sort[solution] = "completed" if completed else "running"

    def wanted(self, lang):
        """Solution and kind of grid, as the parts' templates ask for them."""
        for solution, sort in self.sort.items():
            path = TOP / "templates" / lang / PART_TEMPLATE[sort]
            for name in re.findall(r"\{\{table: (\w+)\}\}",
                                   path.read_text("utf-8")):
                yield solution, "local-" + name


def parts_lack(solutions, met, book, words):
    """Rows of the workbook whose table the solution's part hasn't got."""
    for solution, kind in solutions.wanted(words.lang):
        if kind in NOT_ALWAYS or TABLES.get(kind, (0, 0))[1] != ALL:
            continue
        table = book.tables.get("tbl_" + kind.replace("-", "_"))
        if table is not None and (solution, kind) not in met and \
                rows_of(kind, table, solution, words):
            yield "%s of %s: not on the page" % (kind, solution)


def workbook(html, book, words):
    solutions = Solutions(book, words)
    met, names = set(), set()
    for grid in html.grids:
        kind = kind_of(grid)
        if kind in PAGE_ONLY:
            continue
        if kind not in TABLES:
            yield "%s: a grid that no design is known of" % where(grid)
            continue
        name = "tbl_" + (grid.id if kind in OWN else
                         TABLES[kind][0]).replace("-", "_")
        if name not in book.tables:
            yield "%s: not in the workbook" % where(grid)
            continue
        names.add(name)
        solution = solution_of(grid, solutions.sort, words)
        met.add((solution, kind))
        yield from cut(grid, book.tables[name], solution, words)
    known = {kind for kind, _ in TABLES.values()}
    for name in sorted(set(book.tables) - names - set(WORKBOOK_ONLY)):
        kind = name[4:].replace("_", "-")
        part = re.sub(r"-\d+$", "", kind)
        if part in OWN and part in NOT_ALWAYS:
            continue
        if kind not in known or kind in OF_ALL:
            yield "%s: not on the page" % name
    yield from parts_lack(solutions, met, book, words)
