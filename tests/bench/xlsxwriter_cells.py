#!/usr/bin/python3
"""How long XlsxWriter takes to write the cells of a pack's workbooks.

    xlsxwriter_cells.py PACK SCRATCH

Twice: every cell, each with its number format, weight, wrapping and whether it
has a rule, as the pack's own library had to write it; and values alone, no
format, no empty cell.  No widths, heights, merges, charts or rules of entry.
Reading the cells from the pack isn't timed.  Prints two lines
"WALL CPU WORKBOOKS CELLS".
"""
import sys
import time
from pathlib import Path

import openpyxl
import xlsxwriter
from openpyxl.cell.read_only import EmptyCell


def look(cell):
    """What of a cell's format is told to the library."""
    rule = cell.border is not None and cell.border.bottom is not None and \
        cell.border.bottom.style is not None
    return {"num_format": cell.number_format, "bold": bool(cell.font.b),
            "text_wrap": bool(cell.alignment.wrap_text),
            "bottom": 1 if rule else 0}


def read(path):
    """Title and cells of each sheet, a cell's format by number; the formats."""
    book = openpyxl.load_workbook(path, read_only=True)
    looks, sheets = {}, []
    for sheet in book.worksheets:
        cells = []
        for r, row in enumerate(sheet.iter_rows()):
            for c, cell in enumerate(row):
                if isinstance(cell, EmptyCell):
                    continue
                style = cell._style_id
                if style not in looks:
                    looks[style] = look(cell)
                cells.append((r, c, cell.value, style))
        sheets.append((sheet.title, cells))
    return sheets, looks


def begin(path):
    return xlsxwriter.Workbook(path, {"strings_to_formulas": False,
                                      "strings_to_urls": False,
                                      "default_date_format": "yyyy-mm-dd"})


def write_all(path, sheets, looks):
    book = begin(path)
    formats = {style: book.add_format(look) for style, look in looks.items()}
    for title, cells in sheets:
        sheet = book.add_worksheet(title)
        for row, column, value, style in cells:
            sheet.write(row, column, value, formats[style])
    book.close()


def write_values(path, sheets, looks):
    del looks
    book = begin(path)
    for title, cells in sheets:
        sheet = book.add_worksheet(title)
        for row, column, value, _ in cells:
            if value is not None:
                sheet.write(row, column, value)
    book.close()


class Measure:
    """What a way to write took so far."""

    def __init__(self, write):
        self.write, self.wall, self.cpu, self.cells = write, 0.0, 0.0, 0

    def take(self, path, sheets, looks):
        start, used = time.perf_counter(), time.process_time()
        self.write(path, sheets, looks)
        self.wall += time.perf_counter() - start
        self.cpu += time.process_time() - used


def main():
    pack, scratch = Path(sys.argv[1]), Path(sys.argv[2])
    every, values = Measure(write_all), Measure(write_values)
    books = 0
    for path in sorted(pack.rglob("*.xlsx")):
        sheets, looks = read(path)
        every.take(scratch / "book.xlsx", sheets, looks)
        values.take(scratch / "book.xlsx", sheets, looks)
        every.cells += sum(len(cells) for _, cells in sheets)
        values.cells += sum(cell[2] is not None for _, cells in sheets
                            for cell in cells)
        books += 1
    for m in (every, values):
        print("%.3f %.3f %d %d" % (m.wall, m.cpu, books, m.cells))


if __name__ == "__main__":
    main()
