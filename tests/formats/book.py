"""Reads workbooks with openpyxl: sheets, their tables, their other cells."""
import re

import openpyxl
from openpyxl.worksheet.cell_range import CellRange

from words import plain


class Cell:
    """A cell as it is written; a formula's value is found by its Sheet."""

    def __init__(self, formula):
        self.value, self.form = formula.value, formula.number_format
        if isinstance(self.value, str) and "_x005F_" in self.value:
            self.value = re.sub(r"_x005F_(?=x[0-9A-Fa-f]{4}_)", "_",
                                self.value)
        self.formula = formula.value if formula.data_type == "f" else None
        self.note = formula.comment and formula.comment.text
        link = formula.hyperlink
        self.href = link and (link.target or "") + (
            "#" + link.location if link.location else "")

    def shows(self, words):
        """All that a page may show of it."""
        if self.value is None:
            return [""]
        if isinstance(self.value, str):
            return [plain(self.value)]
        if hasattr(self.value, "year"):
            return [words.day(self.value)]
        return words.number(self.value, self.form)


class Table:
    def __init__(self, name, sheet, heads, rows, total):
        self.name, self.sheet, self.heads = name, sheet, heads
        self.rows, self.total = rows, total

    def column(self, head):
        i = self.heads.index(head)
        return [row[i] for row in self.rows]


class Sheet:
    def __init__(self, number, formulas, values):
        self.number = number
        # What is laid out for paper stands upright.
        self.paper = formulas.page_setup.orientation == "portrait"
        self.cells = [[Cell(cell) for cell in row]
                      for row in formulas.iter_rows()]
        for row, texts in zip(self.cells, values.iter_rows(values_only=True)):
            for cell, value in zip(row, texts):
                if cell.formula is not None:
                    cell.value = value
        self.tables, within = [], set()
        for table in formulas.tables.values():
            area = CellRange(table.ref)
            within.update(range(area.min_row, area.max_row + 1))
            rows = [row[area.min_col - 1:area.max_col]
                    for row in self.cells[area.min_row - 1:area.max_row]]
            heads = [plain(c.value) for c in rows.pop(0)]
            total = rows.pop() if table.totalsRowCount else None
            self.tables.append(Table(table.name, number, heads, rows, total))
        self.free = [row for i, row in enumerate(self.cells, 1)
                     if i not in within]
        self.cursor = 0         # forms are found one after the other
        self.title = plain(str(self.cells[0][0].value or ""))
        self.text = plain(" ".join(
            str(c.value) for row in self.free for c in row
            if c.value is not None))

    def tiles(self, heads, nrow):
        """What stands below a row of these heads, and maybe others."""
        for i, row in enumerate(self.free):
            texts = [plain(c.value) if isinstance(c.value, str) else ""
                     for c in row]
            while texts and not texts[-1]:
                texts.pop()
            if texts and texts[0] == heads[0] and set(heads) <= set(texts):
                rows = [r[:len(texts)] for r in self.free[i + 1:i + 1 + nrow]]
                return Table(None, self.number, texts, rows, None)
        return None


class Book:
    def __init__(self, path):
        formulas = openpyxl.load_workbook(path)
        values = openpyxl.load_workbook(path, data_only=True, read_only=True)
        pairs = list(zip(formulas, values))
        # The list of the sheets is of the workbook alone.
        if "tbl_contents" in pairs[0][0].tables:
            del pairs[0]
        self.sheets = [Sheet(i, f, v) for i, (f, v) in enumerate(pairs)]
        self.tables = {t.name: t for s in self.sheets for t in s.tables}

    def formulas(self):
        for sheet in self.sheets:
            for row in sheet.cells:
                for cell in row:
                    if cell.formula is not None:
                        yield cell
