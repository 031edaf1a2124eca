#!/usr/bin/python3
"""Reads workbooks with an independent reader and says what is wrong.

workbook.py FILE...         every sheet: typed cells, no error values, tables
                            whose heads are their cells, names, page set-up
workbook.py --same A B      every formula of A has its value in B as well

Exit status 0 if nothing is wrong, 1 if something is, 2 if a file can't be
read.  Wants Debian's python3-openpyxl.
"""
import re
import sys

import openpyxl

ERRORS = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"}
FORMULA = re.compile(r"=(SUBTOTAL|COUNTIF|IFERROR)\(")
DATES = {"dd-mm-yyyy", "yyyy-mm-dd"}
SHAPE = re.compile(r'"[●▲■○] "')    # of a tone, before a day or number
LINK = re.compile(r"[A-Za-z0-9._-][A-Za-z0-9._/#-]*$")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*$")


def units(text):
    return len(text.encode("utf-16-le")) // 2


def check_cell(formula, value):
    """What is wrong with a cell, seen as formula and as value."""
    kind = value.data_type
    if value.value in ERRORS or kind == "e":
        yield "error value %s" % value.value
    if formula.data_type == "f":
        if not FORMULA.match(str(formula.value)):
            yield "formula %s" % formula.value
        # A form's formulas may yield a text, or nothing yet.
        if str(formula.value).startswith("=IFERROR("):
            pass
        elif value.value is None:
            yield "formula without a value"
        elif kind != "n":
            yield "formula with the value %r" % value.value
    elif kind == "s":
        if value.number_format not in ("General", "@"):
            yield "text in the format %s" % value.number_format
        if units(value.value) > 32767 or value.value.count("\n") > 253:
            yield "text too long"
    elif kind == "d" and SHAPE.sub("", value.number_format) not in DATES:
        yield "date in the format %s" % value.number_format
    if formula.hyperlink is not None and formula.hyperlink.target:
        if not LINK.match(formula.hyperlink.target):
            yield "link to %s" % formula.hyperlink.target


def overlap(a, b):
    return not (a.max_row < b.min_row or b.max_row < a.min_row or
                a.max_col < b.min_col or b.max_col < a.min_col)


def check_table(sheet, table, seen):
    if not NAME.match(table.name) or table.name.lower() in seen:
        yield "table name %s" % table.name
    seen.add(table.name.lower())
    area = openpyxl.worksheet.cell_range.CellRange(table.ref)
    cells = next(sheet.iter_rows(area.min_row, area.min_row, area.min_col,
                                 area.max_col))
    heads = [c.value for c in cells]
    if heads != table.column_names:
        yield "heads %r of columns %r" % (heads, table.column_names)
    if len({str(h).casefold() for h in heads}) != len(heads):
        yield "heads %r are not unique" % heads
    if area.max_row - area.min_row - (table.totalsRowCount or 0) < 1:
        yield "table %s without rows" % table.name
    for merged in sheet.merged_cells.ranges:
        if overlap(area, merged):
            yield "%s is merged within a table" % merged.coord
    for other in sheet.tables.values():
        if other is not table and overlap(
                area, openpyxl.worksheet.cell_range.CellRange(other.ref)):
            yield "tables %s and %s overlap" % (table.name, other.name)


def check_page(sheet):
    if not sheet["A1"].value:
        yield "no title in A1"
    if str(sheet.page_setup.paperSize) != "9":
        yield "paper %s" % sheet.page_setup.paperSize
    # What is filled in on paper stands upright.
    upright = sheet.protection.sheet and \
        sheet.page_setup.orientation in (None, "portrait")
    if sheet.page_setup.orientation != "landscape" and not upright:
        yield "orientation %s" % sheet.page_setup.orientation
    if sheet.page_setup.fitToHeight != 0 or not \
            sheet.sheet_properties.pageSetUpPr.fitToPage:
        yield "not fitted to the width of the page"
    if not sheet.freeze_panes:
        yield "nothing frozen"


def leads_to(book, cell):
    """The sheet that a link within the workbook leads to."""
    link = cell.hyperlink
    place = link and not link.target and link.location
    if not place or not link.tooltip:
        return None
    name, _, corner = place.rpartition("!")
    if name.startswith("'"):
        name = name[1:-1].replace("''", "'")
    return name if name in book.sheetnames and corner == "A1" else None


def check_contents(book):
    """A first sheet that leads to the others, each of which leads back."""
    first = book.worksheets[0]
    links = {cell.coordinate: leads_to(book, cell)
             for row in first.iter_rows() for cell in row
             if cell.hyperlink is not None and not cell.hyperlink.target}
    others = [s for s in book.worksheets[1:] if s.sheet_state == "visible"]
    # Sheets that begin with their heads are filled in and saved as CSV: a
    # guide tells of them.
    told = [s for s in others if s["A1"].font.sz >= 14]
    if not links:
        if len(told) >= 3 and first.page_setup.orientation == "landscape":
            yield "leads nowhere, with %d other sheets" % len(told)
        return
    if book.active is not first:
        yield "isn't the one that opens"
    if list(links.values()) != [s.title for s in others]:
        yield "leads to %r" % links
    for sheet in others:
        back = leads_to(book, sheet["A3"])
        # What is saved as CSV begins with its heads.
        if back != (None if sheet["A1"].font.sz < 14 else first.title):
            yield "from %s a link back to %s" % (sheet.title, back)


def check_book(path):
    """Yields (place, fault); the last is (None, summary)."""
    formulas = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    names, seen, cells, tables = set(), set(), 0, 0
    for fault in check_contents(formulas):
        yield formulas.sheetnames[0], fault
    for sheet in formulas.worksheets:
        if units(sheet.title) > 31 or sheet.title.casefold() in names:
            yield sheet.title, "name of the sheet"
        names.add(sheet.title.casefold())
        for fault in check_page(sheet):
            yield sheet.title, fault
        for table in sheet.tables.values():
            tables += 1
            for fault in check_table(sheet, table, seen):
                yield sheet.title, fault
        for row in sheet.iter_rows():
            for cell in row:
                value = values[sheet.title][cell.coordinate]
                cells += value.value is not None
                for fault in check_cell(cell, value):
                    yield "%s!%s" % (sheet.title, cell.coordinate), fault
    yield None, "%d sheets, %d tables, %d cells" % (len(names), tables, cells)


def check(path):
    faults = 0
    for place, fault in check_book(path):
        if place is None:
            print("%s: %s, %d faults" % (path, fault, faults))
        else:
            faults += 1
            print("%s: %s: %s" % (path, place, fault))
    return faults


def agree(was, now):
    if isinstance(was, (int, float)) and isinstance(now, (int, float)):
        return abs(was - now) <= 1e-9 * max(1, abs(was))
    return (was or "") == (now or "") and not isinstance(was, (int, float))


def different(a, b):
    """How many formulas A has, and which have another value in B."""
    formulas = openpyxl.load_workbook(a)
    before = openpyxl.load_workbook(a, data_only=True)
    after = openpyxl.load_workbook(b, data_only=True)
    faults, count = [], 0
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                count += 1
                was = before[sheet.title][cell.coordinate].value
                now = after[sheet.title][cell.coordinate].value
                if not agree(was, now):
                    faults.append("%s!%s: %s has the value %r, recalculated %r"
                                  % (sheet.title, cell.coordinate, cell.value,
                                     was, now))
    return count, faults


def same(a, b):
    count, faults = different(a, b)
    for fault in faults:
        print("%s: %s" % (a, fault))
    print("%s: %d formulas, %d differ" % (a, count, len(faults)))
    return len(faults)


def main(args):
    if not args or (args[0] == "--same" and len(args) != 3):
        print(__doc__, file=sys.stderr)
        return 64
    try:
        if args[0] == "--same":
            return same(args[1], args[2]) > 0
        return sum(check(path) for path in args) > 0
    except Exception as error:  # whatever the reader trips over
        print("%s: can't be read: %s" % (args[-1], error), file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
