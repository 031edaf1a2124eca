"""Values of formulas, read from a workbook's parts as they stand there."""
from book import MAIN, Book


def shown(cell, strings):
    """What the cell shows: a number, a text, or nothing."""
    kind, value = cell.get("t", "n"), cell.findtext(MAIN + "v")
    if value is None:
        return None
    if kind == "s":
        return strings[int(value)]
    return float(value) if kind in ("n", "b") else value


def cells(path):
    """Sheet and place to value, and whether a formula gives it."""
    book = Book(path)
    return {(sheet.name, cell.get("r")):
            (shown(cell, book.strings), cell.find(MAIN + "f") is not None)
            for sheet in book.sheets
            for cell in sheet.all("sheetData", "row", "c")}
