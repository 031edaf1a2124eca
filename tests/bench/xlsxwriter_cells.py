#!/usr/bin/python3
"""How long XlsxWriter takes to write the cells of a pack's workbooks.

    xlsxwriter_cells.py PACK SCRATCH

Only values: no formats, widths, charts or rules.  Reading them from the pack
isn't timed.  Prints "WALL CPU WORKBOOKS CELLS".
"""
import sys
import time
from pathlib import Path

import openpyxl
import xlsxwriter


def read(path):
    book = openpyxl.load_workbook(path, read_only=True)
    return [(sheet.title,
             [(r, c, cell.value) for r, row in enumerate(sheet.iter_rows())
              for c, cell in enumerate(row) if cell.value is not None])
            for sheet in book.worksheets]


def write(path, sheets):
    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False,
                                      "strings_to_urls": False,
                                      "default_date_format": "yyyy-mm-dd"})
    for title, cells in sheets:
        sheet = book.add_worksheet(title)
        for row, column, value in cells:
            sheet.write(row, column, value)
    book.close()


def main():
    pack, scratch = Path(sys.argv[1]), Path(sys.argv[2])
    wall = cpu = 0.0
    books = count = 0
    for path in sorted(pack.rglob("*.xlsx")):
        sheets = read(path)
        start, used = time.perf_counter(), time.process_time()
        write(scratch / "book.xlsx", sheets)
        wall += time.perf_counter() - start
        cpu += time.process_time() - used
        books += 1
        count += sum(len(cells) for _, cells in sheets)
    print("%.3f %.3f %d %d" % (wall, cpu, books, count))


if __name__ == "__main__":
    main()
