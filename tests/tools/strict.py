#!/usr/bin/python3
"""What Excel would repair, refuse or lose without a word.

    strict.py FILE...

Each rule is a function that yields what is wrong with a workbook; its name is
the rule's.  wrong.py makes for each a workbook that it finds.  The limits are
those of "Excel specifications and limits" and of ECMA-376.
"""
import math
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from book import (COLUMNS, MAIN, OFFICE, ROWS, TYPES, Book, area,  # noqa: E402
                  overlap, place, units)

RESERVED_SHEETS = {"history"}
MOST_NAME = 31
MOST_TEXT, MOST_LINES = 32767, 253
MOST_FORMULA, MOST_NESTED = 8192, 64
MOST_LINKS, MOST_ADDRESS = 65530, 2079
MOST_HEADER = 255
MOST_FORMATS, MOST_NUMBER_FORMATS, MOST_FONTS = 65490, 200, 512
MOST_WIDTH, MOST_HEIGHT = 255, 409
MOST_BREAKS = 1026
MOST_TITLE, MOST_MESSAGE, MOST_LIST = 32, 255, 255
FIRST_OWN_FORMAT = 164

# What we use; any other is unknown to Excel, or new to us.
FUNCTIONS = {"ABS", "AND", "AVERAGE", "COUNT", "COUNTA", "COUNTIF", "COUNTIFS", "EDATE",
             "IF", "IFERROR", "INDEX", "ISBLANK", "ISNUMBER", "MATCH", "MAX",
             "MIN", "NA", "NOT", "OR", "ROUND", "ROW", "SUBTOTAL", "SUM",
             "SUMIF", "SUMIFS", "SUMPRODUCT"}
RULES = {}


def rule(function):
    RULES[function.__name__] = function
    return function


def counted(book, part, *path):
    return len(book.items(part, *path))


def cells(book):
    for sheet in book.sheets:
        for cell in sheet.all("sheetData", "row", "c"):
            yield sheet, cell


def formulas(book):
    """Every formula there is, and where."""
    for sheet, cell in cells(book):
        f = cell.find(MAIN + "f")
        if f is not None:
            yield "%s!%s" % (sheet.name, cell.get("r")), f.text or ""
    for sheet in book.sheets:
        for kind in ("formula1", "formula2"):
            for f in sheet.all("dataValidations", "dataValidation", kind):
                if not (f.text or "").startswith('"'):
                    yield "%s: a rule for input" % sheet.name, f.text or ""
        for f in sheet.all("conditionalFormatting", "cfRule", "formula"):
            yield "%s: a rule for colours" % sheet.name, f.text or ""
    for name, _, text in book.names:
        yield "the name %s" % name, text


def bare(formula):
    """A formula without its texts and the names of sheets."""
    return re.sub(r'"[^"]*"|\'(?:[^\']|\'\')*\'', "0", formula)


# --- the archive ------------------------------------------------------------

@rule
def parts_are_well_formed(book):
    for name, error in book.broken.items():
        yield "%s: %s" % (name, error)


@rule
def parts_stand_once(book):
    yield from book.twice


@rule
def parts_have_types(book):
    types = book.xml.get("[Content_Types].xml")
    if types is None:
        yield "no [Content_Types].xml"
        return
    known = {e.get("PartName", "").lstrip("/")
             for e in types.iter(TYPES + "Override")}
    ends = {e.get("Extension") for e in types.iter(TYPES + "Default")}
    for name in book.parts:
        # A part of plain "xml" needs a type of its own.
        end = name.rsplit(".", 1)[-1]
        if name not in known and name != "[Content_Types].xml" and \
                (end not in ends or end == "xml"):
            yield name
    for name in known - set(book.parts):
        yield "%s isn't there" % name


@rule
def relations_lead_somewhere(book):
    for rels, links in book.links.items():
        for number, (_, target, address) in links.items():
            if target is not None and target not in book.parts:
                yield "%s: %s: %s" % (rels, number, address)


@rule
def relations_are_known(book):
    for part, root in book.xml.items():
        if part.startswith("xl/"):
            for e in root.iter():
                for key in ("id", "embed", "link"):
                    number = e.get(OFFICE + key)
                    if number is not None and number not in book.rels(part):
                        yield "%s: %s" % (part, number)


# --- names ------------------------------------------------------------------

@rule
def sheets_have_names(book):
    for sheet in book.sheets:
        name = sheet.name
        if not name or units(name) > MOST_NAME or \
                re.search(r"[\[\]:*?/\\\x00-\x1f]|^'|'$", name):
            yield repr(name)


@rule
def sheets_have_no_reserved_name(book):
    for sheet in book.sheets:
        if sheet.name.casefold() in RESERVED_SHEETS:
            yield sheet.name


@rule
def sheets_differ(book):
    names = [s.name.casefold() for s in book.sheets]
    numbers = [s.number for s in book.sheets]
    for sheet in book.sheets:
        if names.count(sheet.name.casefold()) > 1 or \
                numbers.count(sheet.number) > 1:
            yield sheet.name


def good_name(name):
    return re.fullmatch(r"[^\W\d][\w.]{0,254}|\\[\w.]*", name) and \
        not re.fullmatch(r"(?i)[a-z]{1,3}[0-9]+|r[0-9]*c[0-9]*|r|c", name)


@rule
def names_are_names(book):
    for name, _, _ in book.names:
        if not good_name(re.sub(r"^_xlnm\.", "", name)):
            yield name


@rule
def names_differ(book):
    keys = [(name.casefold(), owner) for name, owner, _ in book.names]
    for key in set(keys):
        if keys.count(key) > 1:
            yield key[0]


@rule
def names_belong_to_sheets(book):
    for name, owner, text in book.names:
        if owner is not None and int(owner) >= len(book.sheets):
            yield "%s: sheet %s" % (name, owner)
        if "#REF!" in text:
            yield "%s: %s" % (name, text)


# --- cells ------------------------------------------------------------------

@rule
def cells_are_in_order(book):
    for sheet in book.sheets:
        last = (0, 0)
        for row in sheet.all("sheetData", "row"):
            for cell in row.findall(MAIN + "c"):
                at = place(cell.get("r", ""))
                if at is None or at <= last or at[0] != int(row.get("r", 0)):
                    yield "%s!%s" % (sheet.name, cell.get("r"))
                last = at or last


@rule
def numbers_are_finite(book):
    for sheet, cell in cells(book):
        value = cell.find(MAIN + "v")
        if cell.get("t", "n") != "n" or value is None:
            continue
        try:
            finite = re.fullmatch(r"[-+0-9.eE]+", value.text or "") and \
                math.isfinite(float(value.text))
        except ValueError:
            finite = False
        if not finite:
            yield "%s!%s: %s" % (sheet.name, cell.get("r"), value.text)


@rule
def texts_are_there(book):
    for sheet, cell in cells(book):
        if cell.get("t") == "s" and \
                int(cell.findtext(MAIN + "v", "-1")) >= len(book.strings):
            yield "%s!%s" % (sheet.name, cell.get("r"))


@rule
def texts_fit_their_cells(book):
    inline = [book.text(cell) for _, cell in cells(book)
              if cell.get("t") == "inlineStr"]
    for text in book.strings + inline:
        if units(text) > MOST_TEXT or text.count("\n") > MOST_LINES:
            yield text[:40]


@rule
def styles_are_there(book):
    most = counted(book, "xl/styles.xml", "cellXfs", "xf")
    for sheet, cell in cells(book):
        if int(cell.get("s", 0)) >= most:
            yield "%s!%s: %s" % (sheet.name, cell.get("r"), cell.get("s"))
    most = counted(book, "xl/styles.xml", "dxfs", "dxf")
    for sheet in book.sheets:
        for e in sheet.all("conditionalFormatting", "cfRule"):
            if int(e.get("dxfId", 0)) >= max(most, 1):
                yield "%s: a rule for colours: %s" % (sheet.name,
                                                      e.get("dxfId"))


@rule
def formats_are_not_too_many(book):
    part = "xl/styles.xml"
    for most, path in ((MOST_FORMATS, ("cellXfs", "xf")),
                       (MOST_NUMBER_FORMATS, ("numFmts", "numFmt")),
                       (MOST_FONTS, ("fonts", "font"))):
        if counted(book, part, *path) > most:
            yield "%d of %s" % (counted(book, part, *path), path[1])


@rule
def number_formats_are_sound(book):
    numbers = set()
    for e in book.items("xl/styles.xml", "numFmts", "numFmt"):
        code, number = e.get("formatCode", ""), int(e.get("numFmtId", 0))
        parts = bare(re.sub(r"\\.", "", code)).split(";")
        if not code or units(code) > 255 or len(parts) > 4 or \
                code.count('"') % 2 or number in numbers or \
                any(p.count("[") != p.count("]") for p in parts):
            yield "%d: %s" % (number, code)
        numbers.add(number)
    for e in book.items("xl/styles.xml", "cellXfs", "xf"):
        number = int(e.get("numFmtId", 0))
        if number >= FIRST_OWN_FORMAT and number not in numbers:
            yield "%d isn't there" % number


# --- formulas ---------------------------------------------------------------

@rule
def formulas_are_not_too_long(book):
    for where, text in formulas(book):
        deep = most = 0
        for letter in bare(text):
            deep += (letter == "(") - (letter == ")")
            most = max(most, deep)
        if units(text) > MOST_FORMULA or most > MOST_NESTED:
            yield where


@rule
def formulas_are_whole(book):
    for where, text in formulas(book):
        rest = bare(text)
        if not text or text.startswith("=") or text.count('"') % 2 or \
                rest.count("(") != rest.count(")") or \
                re.search(r"[(,*/+&<>=-]$|\(\s*,", rest):
            yield "%s: %s" % (where, text)


@rule
def formulas_are_english(book):
    for where, text in formulas(book):
        rest = re.sub(r"\[[^\]]*\]", "", bare(text))
        for name in re.findall(r"([\w.]+)\(", rest):
            if name not in FUNCTIONS:
                yield "%s: %s" % (where, name)
        if ";" in rest:
            yield "%s: %s" % (where, text)


@rule
def formulas_name_what_there_is(book):
    sheets = {s.name.casefold() for s in book.sheets}
    tables = {t.get("displayName", "").casefold()
              for found in book.tables.values() for t in found}
    names = {name.casefold() for name, _, _ in book.names}
    for where, text in formulas(book):
        for quoted, plain in re.findall(
                r"'((?:[^']|'')+)'!|([^\W\d][\w.]*)!", text):
            name = quoted.replace("''", "'") or plain
            if name.casefold() not in sheets:
                yield "%s: sheet %s" % (where, name)
        rest = bare(text)
        for name in re.findall(r"([^\W\d][\w.]*)\[", rest):
            if name.casefold() not in tables:
                yield "%s: table %s" % (where, name)
        rest = re.sub(r"\[[^\]]*\]|[\w.]+\(", "(", rest)
        for name in re.findall(r"(?<![\w.$])[^\W\d][\w.]*(?![\w.$!(])", rest):
            if name.casefold() not in names | tables | {"true", "false"} and \
                    place(name) is None and \
                    not re.fullmatch(r"[A-Z]{1,3}|\d+E\d+", name):
                yield "%s: %s" % (where, name)
        if "#REF!" in text:
            yield "%s: %s" % (where, text)


# --- tables -----------------------------------------------------------------

def tables(book):
    for sheet in book.sheets:
        for table in book.tables[sheet.name]:
            yield sheet, table, area(table.get("ref", ""))


@rule
def tables_have_names(book):
    seen = {name.casefold() for name, _, _ in book.names}
    for _, table, _ in tables(book):
        name = table.get("displayName", "")
        if not good_name(name) or name.casefold() in seen:
            yield name
        seen.add(name.casefold())


@rule
def tables_have_numbers(book):
    seen = set()
    for _, table, _ in tables(book):
        if table.get("id") in seen:
            yield "%s: %s" % (table.get("displayName"), table.get("id"))
        seen.add(table.get("id"))


@rule
def tables_have_rows(book):
    for _, table, ref in tables(book):
        least = 1 + int(table.get("headerRowCount", 1)) + \
            int(table.get("totalsRowCount", 0))
        if ref is None or ref[2] - ref[0] + 1 < least:
            yield table.get("displayName")


@rule
def tables_have_heads(book):
    """Texts, unique, and the same in the cells as in the table."""
    for sheet, table, ref in tables(book):
        heads = [c.get("name", "") for c in
                 table.findall(MAIN + "tableColumns/" + MAIN + "tableColumn")]
        if ref is None or len(heads) != ref[3] - ref[1] + 1 or \
                not all(heads) or \
                len({h.casefold() for h in heads}) != len(heads):
            yield "%s: %s" % (table.get("displayName"), heads)
            continue
        if table.get("headerRowCount") == "0":
            continue
        there = {}
        for row in sheet.all("sheetData", "row"):
            if int(row.get("r", 0)) == ref[0]:
                for cell in row.findall(MAIN + "c"):
                    text = int(cell.findtext(MAIN + "v", "-1")) \
                        if cell.get("t") == "s" else len(book.strings)
                    there[place(cell.get("r", ""))] = book.strings[text] \
                        if text < len(book.strings) else None
        for i, head in enumerate(heads):
            # A line feed stands as _x000a_ in the table.
            plain = re.sub("_x000[aA]_", "\n", head)
            if there.get((ref[0], ref[1] + i)) != plain:
                yield "%s: %s" % (table.get("displayName"), head)


@rule
def tables_have_one_filter(book):
    for sheet, table, ref in tables(book):
        for e in sheet.all("autoFilter"):
            other = area(e.get("ref", ""))
            if other and ref and overlap(ref, other):
                yield table.get("displayName")
        own = table.find(MAIN + "autoFilter")
        inner = own is not None and area(own.get("ref", ""))
        if inner and ref and not (ref[0] == inner[0] and ref[1] == inner[1] and
                                  ref[3] == inner[3] and ref[2] >= inner[2]):
            yield "%s: its filter" % table.get("displayName")


@rule
def tables_do_not_overlap(book):
    for sheet, table, ref in tables(book):
        for other, there in [(o, r) for s, o, r in tables(book)
                             if s is sheet and o is not table]:
            if ref and there and overlap(ref, there):
                yield "%s, %s" % (table.get("displayName"),
                                  other.get("displayName"))


@rule
def tables_hold_nothing_merged(book):
    for sheet, table, ref in tables(book):
        for e, there in sheet.areas(sheet.all("mergeCells", "mergeCell"),
                                    "ref"):
            if ref and there and overlap(ref, there):
                yield "%s, %s" % (table.get("displayName"), e.get("ref"))


# --- what lies over the cells -----------------------------------------------

@rule
def merged_cells_do_not_overlap(book):
    for sheet in book.sheets:
        taken = []
        for e, there in sheet.areas(sheet.all("mergeCells", "mergeCell"),
                                    "ref"):
            if there is None or there[:2] == there[2:] or \
                    any(overlap(there, other) for other in taken):
                yield "%s!%s" % (sheet.name, e.get("ref"))
            if there:
                taken.append(there)


@rule
def rules_for_input_fit(book):
    for sheet in book.sheets:
        for e in sheet.all("dataValidations", "dataValidation"):
            listed = e.findtext(MAIN + "formula1", "")
            inside = listed.startswith('"') and e.get("type") == "list"
            if any(units(e.get(k, "")) > MOST_TITLE
                   for k in ("errorTitle", "promptTitle")) or \
                    any(units(e.get(k, "")) > MOST_MESSAGE
                        for k in ("error", "prompt")):
                yield "%s!%s: its words" % (sheet.name, e.get("sqref"))
            if inside and (units(listed) - 2 > MOST_LIST or
                           '"' in listed[1:-1] or not listed.endswith('"')):
                yield "%s!%s: its list" % (sheet.name, e.get("sqref"))


@rule
def rules_for_input_do_not_overlap(book):
    for sheet in book.sheets:
        taken = {}
        for e in sheet.all("dataValidations", "dataValidation"):
            for part in e.get("sqref", "").split():
                there = area(part)
                if there is None:
                    yield "%s!%s" % (sheet.name, part)
                    continue
                # By column: a form has hundreds of single cells.
                for col in range(there[1], min(there[3], there[1] + 99) + 1):
                    rows = taken.setdefault(col, [])
                    if any(not (there[2] < a or b < there[0])
                           for a, b in rows):
                        yield "%s!%s" % (sheet.name, part)
                    rows.append((there[0], there[2]))


@rule
def areas_are_areas(book):
    """Of colours by rule, of what is frozen, protected, ignored."""
    for sheet in book.sheets:
        for path in (("conditionalFormatting",), ("protectedRanges",
                                                  "protectedRange"),
                     ("ignoredErrors", "ignoredError")):
            for e in sheet.all(*path):
                for part in e.get("sqref", "").split() or [""]:
                    if area(part) is None:
                        yield "%s: %s %s" % (sheet.name, path[-1], part)
        for e in sheet.all("sheetViews", "sheetView", "pane"):
            if place(e.get("topLeftCell", "")) is None:
                yield "%s: pane %s" % (sheet.name, e.get("topLeftCell"))
        for e in sheet.all("dimension"):
            if area(e.get("ref", "")) is None:
                yield "%s: dimension %s" % (sheet.name, e.get("ref"))


@rule
def links_are_not_too_many(book):
    for sheet in book.sheets:
        if len(sheet.all("hyperlinks", "hyperlink")) > MOST_LINKS:
            yield sheet.name


@rule
def links_lead_somewhere(book):
    sheets = {s.name.casefold() for s in book.sheets}
    names = {name.casefold() for name, _, _ in book.names}
    for sheet in book.sheets:
        for e in sheet.all("hyperlinks", "hyperlink"):
            where = "%s!%s" % (sheet.name, e.get("ref"))
            address = book.rels(sheet.part).get(e.get(OFFICE + "id"),
                                                ("", None, ""))[2]
            inside = e.get("location", "")
            if area(e.get("ref", "")) is None or \
                    units(address) > MOST_ADDRESS or \
                    not (address or inside) or \
                    re.match(r"(?!https?:|mailto:)[\w.+-]+:", address):
                yield "%s: %s" % (where, address[:60])
            if inside and not address:
                name, _, cell = inside.rpartition("!")
                name = name.strip("'").replace("''", "'")
                if not (name.casefold() in sheets and area(cell)) and \
                        inside.casefold() not in names:
                    yield "%s: %s" % (where, inside)


@rule
def pages_have_short_heads(book):
    for sheet in book.sheets:
        for e in sheet.all("headerFooter"):
            for part in e:
                if units(part.text or "") > MOST_HEADER:
                    yield "%s: %s" % (sheet.name, (part.text or "")[:40])


@rule
def pages_break_where_there_is_something(book):
    for sheet in book.sheets:
        for kind, most in (("rowBreaks", ROWS), ("colBreaks", COLUMNS)):
            for e in sheet.all(kind):
                found = [int(b.get("id", 0)) for b in e]
                if len(found) > MOST_BREAKS or \
                        int(e.get("count", len(found))) != len(found) or \
                        len(set(found)) != len(found) or \
                        any(not 0 < b < most for b in found):
                    yield "%s: %s" % (sheet.name, kind)


@rule
def rows_and_columns_fit(book):
    for sheet in book.sheets:
        last = 0
        for e in sheet.all("cols", "col"):
            low, high = int(e.get("min", 0)), int(e.get("max", 0))
            if not last < low <= high <= COLUMNS or \
                    not 0 <= float(e.get("width", 9)) <= MOST_WIDTH:
                yield "%s: columns %d to %d" % (sheet.name, low, high)
            last = high
        for row in sheet.all("sheetData", "row"):
            if not 0 <= float(row.get("ht", 15)) <= MOST_HEIGHT:
                yield "%s: row %s" % (sheet.name, row.get("r"))


@rule
def sheets_are_in_order(book):
    """A part of a sheet in the wrong place is a part lost."""
    order = ("sheetPr dimension sheetViews sheetFormatPr cols sheetData "
             "sheetProtection protectedRanges autoFilter mergeCells "
             "conditionalFormatting dataValidations hyperlinks printOptions "
             "pageMargins pageSetup headerFooter rowBreaks colBreaks "
             "ignoredErrors drawing legacyDrawing legacyDrawingHF "
             "tableParts extLst").split()
    for sheet in book.sheets:
        if sheet.root is None:
            yield "%s isn't there" % sheet.name
            continue
        last = -1
        for e in sheet.root:
            name = e.tag.replace(MAIN, "")
            now = order.index(name) if name in order else -1
            if now < last or now < 0:
                yield "%s: %s" % (sheet.name, name)
            last = max(last, now)


@rule
def one_sheet_at_least_is_seen(book):
    hidden = [e.get("state", "visible") != "visible"
              for e in book.items("xl/workbook.xml", "sheets", "sheet")]
    active = [int(e.get("activeTab", 0)) for e in
              book.items("xl/workbook.xml", "bookViews", "workbookView")]
    if all(hidden) or any(a >= len(hidden) or hidden[a] for a in active):
        yield "active: %s" % active


def faults(path):
    """Rule and what it found, in turn."""
    book = Book(path)
    for name, check in RULES.items():
        for fault in check(book):
            yield name, fault


def main(paths):
    count = 0
    for path in paths:
        for name, fault in faults(path):
            count += 1
            print("%s: %s: %s" % (path, name.replace("_", " "), fault))
    return count > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
