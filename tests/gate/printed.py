"""A checklist on paper: the page by Chromium, the workbook by LibreOffice."""
import csv
import re
import subprocess

import paper
import program

NEAR = 2                # pages that the workbook may differ from the page
SMALLEST = 9.9          # points; 10 and the rounding of the measure
ROUNDING = 3            # points between a row's words


def criteria(folder, phase):
    """The questions of a phase: number, then what its row must say."""
    path = folder / "input/model/criteria.csv"
    with open(path, encoding="utf-8-sig", newline="") as rows:
        return {row["kriterium"]: [row[k] for k in
                                   ("tekst", "verifikation", "godkendt_når")
                                   if row.get(k)]
                for row in csv.DictReader(rows, delimiter=";")
                if row["fase"] == phase}


def squeezed(text):
    return re.sub(r"\s+", "", text)


def raw(pdf):
    """The text as it was written, cell by cell, without spaces."""
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True,
                          capture_output=True)
    return squeezed(done.stdout.decode("utf-8"))


def check_common(what, sheets, total, running, sizes):
    bare = [n for n, sheet in enumerate(sheets, 1)
            if "Side %d af %d" % (n, total) not in sheet.text or
            running not in sheet.text]
    program.report(what + ": page and gate on every page", bare == [],
                   ["without: %s of %d" % (bare, len(sheets))])
    program.report(what + ": A4", all(s.is_a4() for s in sheets))
    small = ["page %d: %.1f" % (n, s) for n, s in enumerate(sizes, 1)
             if s < SMALLEST]
    program.report(what + ": 10 points or more", small == [], small)
    outside = ["page %d: %s" % (n, w) for n, s in enumerate(sheets, 1)
               for w in s.outside()]
    program.report(what + ": no word in the margins", outside == [],
                   outside[:10])
    thin = ["page %d: %s" % (n, s.lines()) for n, s in enumerate(sheets, 1)
            if len(s.lines()) < 3]
    program.report(what + ": no page of less than three lines", thin == [],
                   thin)


def rows_of(sheet, ids):
    """The numbers in a page's first column: number to its height, in order."""
    found = [(y, text) for x, y, _, _, text in sheet.words
             if text in ids and x < sheet.width / 6]
    return [(text, y) for y, text in sorted(found)]


def head_of(sheet, first):
    """Left edges of the table's columns, if its heads stand above its rows."""
    for _, y, _, _, text in sheet.words:
        if text == "Spørgsmål" and y < first:
            return [x for x, top, _, _, word in sheet.words
                    if abs(top - y) < ROUNDING and word in ("Spørgsmål", "Svar")
                    ]
    return None


def text_between(sheet, left, right, top, below):
    words = [(y, x, text) for x, y, _, _, text in sheet.words
             if left - 1 <= x < right - 1 and top - ROUNDING <= y <
             below - ROUNDING]
    return squeezed("".join(text for _, _, text in sorted(words)))


def check_rows(what, sheets, texts):
    """Every row is whole, in its own place, below its table's heads."""
    seen, headless, cut = set(), [], []
    for number, sheet in enumerate(sheets, 1):
        rows = rows_of(sheet, texts)
        if not rows:
            continue
        columns = head_of(sheet, rows[0][1])
        if columns is None:
            headless.append("page %d" % number)
            continue
        ends = [y for _, y in rows[1:]] + [sheet.height]
        for (name, top), below in zip(rows, ends):
            seen.add(name)
            said = text_between(sheet, *columns[:2], top, below)
            cut += ["%s: %s" % (name, text) for text in texts[name]
                    if squeezed(text) not in said]
    program.report(what + ": every criterion", seen == set(texts),
                   sorted(set(texts) - seen))
    program.report(what + ": heads on every page of the table", not headless,
                   headless)
    program.report(what + ": no question is cut or divided", not cut,
                   cut[:10])


def check_headings(what, sheets, page):
    """None stands at the foot, without what it is about."""
    heads = {squeezed(re.sub("<[^>]*>", "", h)) for h in
             re.findall(r"<h[23][^>]*>(.*?)</h", page.read_text("utf-8"))}
    alone = ["page %d: %s" % (n, s.lines()[-1]) for n, s in
             enumerate(sheets, 1) if squeezed(s.lines()[-1]) in heads]
    program.report(what + ": no heading alone at the foot", heads and
                   not alone, alone)


def check_page(what, pdf, page, texts, running, most):
    """What Chromium printed; returns how many pages."""
    what += ", by Chromium"
    sheets = paper.read(pdf)
    check_common(what, sheets, len(sheets), running, paper.sizes(pdf))
    check_headings(what, sheets, page)
    check_rows(what, sheets, texts)
    text = raw(pdf)
    gone = [t for row in texts.values() for t in row
            if squeezed(t) not in text]
    program.report(what + ": every text", gone == [], gone[:10])
    program.report(what + ": no more than %d pages" % most,
                   0 < len(sheets) <= most, ["%d" % len(sheets)])
    return len(sheets)


def check_book(what, pdf, page, texts, running, pages):
    """What LibreOffice printed, beside so many pages of Chromium's.

    The checklist stands upright; the sheets of input that follow lie across.
    """
    what += ", by LibreOffice"
    every = paper.read(pdf)
    sheets = [s for s in every if s.width < s.height]
    program.report(what + ": the checklist first, three sheets of input",
                   every[:len(sheets)] == sheets and
                   len(every) >= len(sheets) + 3,
                   ["%d of %d" % (len(sheets), len(every))])
    program.report(what + ": as many pages as the page, or nearly",
                   abs(len(sheets) - pages) <= max(NEAR, pages // 10),
                   ["%d, %d" % (len(sheets), pages)])
    check_common(what, sheets, len(every), running,
                 paper.sizes(pdf)[:len(sheets)])
    check_headings(what, sheets, page)
    check_rows(what, sheets, texts)
