"""What must hold of a printed document, whatever it is.

A page of HTML is held against the PDF that was printed of it.
"""
import re

import paper
import program
from page import Page, squeezed

FIRST_PAGE = {          # tables that the first page must hold whole
    "ledelse": ["t-success", "t-lights", "t-phases", "t-gates", "t-exceptions",
                "t-decisions"],
    "kommuner": ["t-local-solutions", "t-local-next"],
}
SMALLEST = 8.5
SMALLEST_FIRST = 9
EXCEPTIONS = 10
MUNICIPALITY = ("Kommune", "Municipality")
LINES_LEAST = 3

report = program.report


def words(text):
    return set(re.findall(r"\w{3,32}", text))


def is_unprinted(element):
    return element.name in ("nav", "summary", "form") or bool(
        {"skip", "home", "filter", "sources"} & set(element.classes()))


def told(element):
    """A cell's text without its notes, which some tables don't print."""
    return element.text(lambda e: e.name in ("small", "details") or
                        is_unprinted(e))


def headings(page):
    """What may not stand alone: headings, captions, heads of tables."""
    found = [e for e in page.root.walk()
             if e.name in ("h1", "h2", "h3", "h4", "caption", "thead")]
    found += page.root.find("p", "tiles-caption")
    return {squeezed(e.text()) for e in found} | \
        {squeezed(s.text()) for e in found for s in e.find("strong")}


def stands_alone(sheet, heads):
    lines = sheet.lines()
    last = squeezed(lines[-1]) if lines else ""
    return last if any(last == h or len(last) > 20 and h.endswith(last)
                       for h in heads) else None


def below_pictures(lines, titles):
    """A page's lines without those of a picture, whose rows are named too."""
    for start, line in enumerate(lines):
        if len(line) > 20 and any(title.startswith(line) for title in titles):
            end = next((i for i in range(start, len(lines))
                        if lines[i].split(" ")[0] in MUNICIPALITY), len(lines))
            return lines[:start] + lines[end:]
    return lines


def headless(sheets, page):
    """Pages of municipalities' rows without a head above them."""
    names = {squeezed(told(row.find("th")[0]))
             for table in page.root.find("table")
             if squeezed(table.find("th")[0].text()) in MUNICIPALITY
             for row in table.find("tbody")[0].find("tr") if row.find("th")}
    titles = {squeezed(figure.find("strong")[0].text())
              for figure in page.root.find("figure")
              if any(" " in text.attributes.get("x", "")
                     for text in figure.find("text"))}
    for number, sheet in enumerate(sheets, 1):
        lines = below_pictures(sheet.lines(), titles)
        rows = [any(line.startswith(name + " ") for name in names)
                for line in lines]
        if sum(rows) >= 5 and not any(
                line.split(" ")[0] in MUNICIPALITY
                for line in lines[:rows.index(True)]):
            yield "page %d" % number


def check_head_and_foot(name, sheets, page):
    title = squeezed(page.root.find("h1")[0].text())
    month = squeezed(page.root.find("p", "subtitle")[0].text())
    missing = []
    for number, sheet in enumerate(sheets, 1):
        text = squeezed(sheet.text)
        if not re.search(r"%d (af|of) %d\b" % (number, len(sheets)), text):
            missing.append("page %d: its number" % number)
        for part in (title, month):
            if part not in text:
                missing.append("page %d: %s" % (number, part))
    report("%s: title, month and number on every page" % name, not missing,
           missing)


def check_first_page(name, sheets, page):
    kind = [k for k in FIRST_PAGE if k in name.split("/")]
    for table in FIRST_PAGE[kind[0]] if kind else []:
        found = page.root.find(None, table)
        gone = set()
        for element in found:
            gone |= words(told(element)) - words(sheets[0].text)
        report("%s: %s is on the first page" % (name, table),
               found and not gone, ["missing: %s" % " ".join(sorted(gone))])


def check_overview(name, sheets, page):
    """What a management wants of the first page."""
    rows = page.root.find("div", "t-exceptions")[0].find("tbody")[0].find("tr")
    report("%s: one to %d exceptions" % (name, EXCEPTIONS),
           1 <= len(rows) <= EXCEPTIONS, ["%d" % len(rows)])
    report("%s: every exception has a reason and a next step" % name,
           all(squeezed(cell.text()) for row in rows
               for cell in row.find("td", "long")) and
           all(len(row.find("td", "long")) == 2 for row in rows))
    report("%s: three indicators of success" % name,
           len(page.root.find("dl", "t-success")[0].find("dt")) == 3)
    note = page.root.find("p", "note-label")
    report("%s: the office's note is on the first page" % name, note and
           words(note[0].text()) <= words(sheets[0].text))
    decisions = page.root.find("div", "t-decisions")
    report("%s: decisions have a column of dates" % name, decisions and
           len(decisions[0].find("th", "short")) >= 2)


def check_words(name, sheets, page):
    """All that the page says is printed, no word broken."""
    there = set()
    for sheet in sheets:
        there |= words(sheet.text)
    main = page.root.find("main")[0]
    gone = words(main.text(
        lambda e: is_unprinted(e) or e.name in ("details", "code") or
        (e.name == "small" and "ledelse" in name))) - there
    # A name in a file's path or an address may go on below.
    paths = words(" ".join(re.findall(r"\S*[/@._]\S*", main.text())))
    gone -= paths | {w for w in gone if re.fullmatch(r"[0-9a-f]{20,}", w)}
    report("%s: every word is printed, and whole" % name, not gone,
           [" ".join(sorted(gone)[:40])])


def check_print(name, html, pdf, most):
    sheets = paper.read(pdf)
    page = Page(html.read_text("utf-8"))
    sizes = paper.sizes(pdf)
    report("%s: at most %d pages" % (name, most), len(sheets) <= most,
           ["%d" % len(sheets)])
    report("%s: A4" % name, all(s.is_a4() for s in sheets))
    check_head_and_foot(name, sheets, page)
    small = ["page %d: %.1f" % (i, s) for i, s in enumerate(sizes, 1)
             if s < SMALLEST]
    report("%s: no letters under %.1f points" % (name, SMALLEST), not small,
           small)
    outside = ["page %d: %s" % (i, w) for i, s in enumerate(sheets, 1)
               for w in s.outside()]
    report("%s: no word in the margins" % name, not outside, outside[:20])
    thin = ["page %d: %s" % (i, s.lines()) for i, s in enumerate(sheets, 1)
            if len(s.lines()) < LINES_LEAST]
    report("%s: no page of less than %d lines" % (name, LINES_LEAST), not thin,
           thin)
    heads = headings(page)
    alone = ["page %d: %s" % (i, stands_alone(s, heads))
             for i, s in enumerate(sheets, 1) if stands_alone(s, heads)]
    report("%s: no heading alone at the foot" % name, not alone, alone)
    bare = list(headless(sheets, page))
    report("%s: heads of tables are repeated" % name, not bare, bare)
    check_words(name, sheets, page)
    check_first_page(name, sheets, page)
    if "t-exceptions" in html.read_text("utf-8").split("<main")[1]:
        report("%s: no letters under %d points on the first page" %
               (name, SMALLEST_FIRST), sizes[0] >= SMALLEST_FIRST,
               ["%.1f" % sizes[0]])
        check_overview(name, sheets, page)
