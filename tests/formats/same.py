"""What differs between the formats of a document: each function yields it."""
import re

from words import SHAPES, plain



# Tables of a workbook that have no place on its page, and why.
WORKBOOK_ONLY = {
    "tbl_lists": "the words of drop-down lists, on the page as boxes",
}


def streams(html, md):
    """The words in order, and where among them the grids stand."""
    if html.title != md.title:
        yield "title %r, in Markdown %r" % (html.title, md.title)
    if sorted(html.head) != sorted(md.head):
        yield "head %r, in Markdown %r" % (html.head, md.head)
    if html.related != md.related:
        yield "leads to %r, in Markdown %r" % (html.related, md.related)
    own = [re.sub(r"\.html$", ".md", line) for line in html.foot]
    if [" · ".join(own)] != md.foot:
        yield "foot %r, in Markdown %r" % (html.foot, md.foot)
    a, b = ([str(x) for x in page.stream] for page in (html, md))
    if a == b:
        return
    start = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y),
                 min(len(a), len(b)))
    yield "words: page '%s', Markdown '%s'" % (
        " ".join(a[max(start - 5, 0):start + 12]),
        " ".join(b[max(start - 5, 0):start + 12]))


def sources(html):
    """Who can't point at a figure unfolds below it where it is from."""
    for grid in html.grids:
        if grid.pointed != grid.unfolded:
            yield "%s: sources pointed at and unfolded differ by %r" % (
                where(grid), sorted(grid.pointed ^ grid.unfolded)[:4])


def where(grid, row=None, head=None):
    text = "%s" % grid.id
    if row is not None:
        text += ", row %s" % row
    return text + (", %s" % head if head is not None else "")


def rows_match(grid, other, row, ours, theirs):
    """The cells of one row on page and in Markdown."""
    if len(ours) != len(theirs):
        yield "%s: %d cells, in Markdown %d" % (
            where(grid, row), len(ours), len(theirs))
        return
    for head, cell, md in zip(other.heads, ours, theirs):
        if cell.whole != md.whole:
            yield "%s: %r, in Markdown %r" % (
                where(grid, row, head), cell.whole, md.whole)
        if cell.href != md.href:
            yield "%s: link to %s, in Markdown to %s" % (
                where(grid, row, head), cell.href, md.href)


def tile_parts(grid, md):
    """Markdown's cells of each tile by the part that they are."""
    lights = [any(row[i].text[:1] in SHAPES for row in md.rows if row[i].text)
              and all("light" in tile for tile in grid.rows)
              for i in range(len(md.heads))]
    names = ["value", "text"]
    parts = ["label"]
    for i in range(1, len(md.heads)):
        parts.append("light" if lights[i] else names.pop(0) if names else None)
    return parts


def tiles_match(grid, md):
    parts = tile_parts(grid, md)
    for row, (tile, cells) in enumerate(zip(grid.rows, md.rows), 1):
        said = {part: cell for part, cell in zip(parts, cells) if cell.text}
        if set(said) != set(tile):
            yield "%s: parts %s, in Markdown %s" % (
                where(grid, row), sorted(tile), parts)
            continue
        for part in tile:
            yield from rows_match(grid, md, row, [tile[part]], [said[part]])


def grids_match(grid, md, words):
    """A grid on the page and in Markdown."""
    if not grid.heads:
        grid.heads = md.heads       # of tiles, or all empty
    if not grid.tiles and grid.heads != md.heads:
        yield "%s: heads %r, in Markdown %r" % (
            where(grid), grid.heads, md.heads)
        return
    if len(grid.rows) != len(md.rows):
        yield "%s: %d rows, in Markdown %d" % (
            where(grid), len(grid.rows), len(md.rows))
        return
    if grid.tiles:
        yield from tiles_match(grid, md)
        return
    for row, (ours, theirs) in enumerate(zip(grid.rows, md.rows), 1):
        yield from rows_match(grid, md, row, ours, theirs)
        yield from lights_spelled(grid, row, ours, words)
    if (grid.total is None) != (md.total is None):
        yield "%s: a total in one format alone" % where(grid)
    elif grid.total is not None:
        yield from rows_match(grid, md, "of the total", grid.total, md.total)


def lights_spelled(grid, row, cells, words):
    """A light's shape, word and colour are of one tone."""
    for head, cell in zip(grid.heads, cells):
        if not cell.light:
            continue
        wanted = words.letter if cell.letter else words.light
        word = words.label["light." + cell.light]
        if cell.text != wanted(cell.light) or cell.word not in (None, word):
            yield "%s: a light %r in the colour %s" % (
                where(grid, row, head), cell.text, cell.light)


def markdown(html, md, words):
    yield from streams(html, md)
    if len(html.grids) != len(md.grids):
        yield "%d tables, in Markdown %d" % (len(html.grids), len(md.grids))
        return
    for grid, other in zip(html.grids, md.grids):
        grid.md = other
        yield from grids_match(grid, other, words)


def head_in_book(head):
    return head.replace("_x", "-x")


def columns(heads, table, words):
    """For each of the page's columns its number in the workbook, or None."""
    found, start = [], 0
    for number, head in enumerate(heads, 1):
        head = head_in_book(head)
        wanted = re.compile(
            re.escape(head) + r"( \(\d+\))?$" if head else
            re.escape(words.label["xlsx.column"]) + r" \d+$")
        at = next((i for i in range(start, len(table.heads))
                   if wanted.match(table.heads[i])), None)
        found.append(at)
        start = start if at is None else at + 1
    return found


def page_text(cell, book, words):
    """What the workbook's cell must show, as a page writes it."""
    text = cell.text
    if cell.light:
        return words.light(cell.light)
    if not isinstance(book.value, str) and cell.tone and text[:1] in SHAPES:
        return text[1:].strip(" ")
    return text


def cells_match(grid, row, head, cell, book, words):
    text = page_text(cell, book, words)
    if text not in book.shows(words):
        yield "%s: %r, in the workbook %s (%r, %s)" % (
            where(grid, row, head), text, " or ".join(book.shows(words)),
            book.value, book.form)
    if (cell.note and plain(cell.note)) != (book.note and plain(book.note)):
        yield "%s: note %r, in the workbook %r" % (
            where(grid, row, head), cell.note, book.note)
    if book.href and book.href != cell.href:
        yield "%s: link to %s, in the workbook to %s" % (
            where(grid, row, head), cell.href, book.href)
    if cell.href and not book.href and book.value is not None:
        yield "%s: no link in the workbook" % where(grid, row, head)


def rest_said(grid, more, words):
    wanted = None
    if more > 0:
        wanted = words.say("table.rest.one" if more == 1 else
                           "table.rest.many", words.count(more))
    if grid.rest != wanted:
        yield "%s: %r below the table, not %r" % (
            where(grid), grid.rest, wanted)


def total_match(grid, table, at, words):
    if (grid.total is None) != (table.total is None):
        yield "%s: a total in one format alone" % where(grid)
        return
    for number, (head, i) in enumerate(zip(grid.heads, at)):
        if grid.total is None:
            break
        text, cell = grid.total[number].text, table.total[i]
        shows = cell.shows(words)
        if (cell.formula or "").startswith("SUBTOTAL(101") or \
                (cell.formula or "").startswith("=SUBTOTAL(101"):
            shows = [words.say("table.mean", s) for s in shows]
        if text not in shows:
            yield "%s: %r, in the workbook %s" % (
                where(grid, "of the total", head), text, " or ".join(shows))


def book_grid(grid, table, words):
    """A grid on the page and in the workbook of the same tree."""
    at = columns(grid.heads, table, words)
    for head, i in zip(grid.heads, at):
        if i is None:
            yield "%s: no such column in the workbook" % where(grid, 0, head)
    if None in at:
        return
    more = len(table.rows) - len(grid.rows)
    if more < 0:
        yield "%s: %d rows, in the workbook %d" % (
            where(grid), len(grid.rows), len(table.rows))
        return
    if grid.tiles:
        yield from tiles_in_book(grid, table, at, words)
        return
    yield from rest_said(grid, more, words)
    for row, (ours, theirs) in enumerate(zip(grid.rows, table.rows), 1):
        for head, cell, i in zip(grid.heads, ours, at):
            yield from cells_match(grid, row, head, cell, theirs[i], words)
    yield from total_match(grid, table, at, words)


def tiles_in_book(grid, table, at, words):
    parts = tile_parts(grid, grid.md)
    for row, (tile, theirs) in enumerate(zip(grid.rows, table.rows), 1):
        for head, part, i in zip(grid.heads, parts, at):
            if part in tile:
                yield from cells_match(
                    grid, row, head, tile[part], theirs[i], words)
            elif theirs[i].value is not None:
                yield "%s: nothing, in the workbook %r" % (
                    where(grid, row, head), theirs[i].value)


def table_name(grid, seen):
    name = "tbl_" + re.sub(r"[^A-Za-z0-9]", "_", grid.id)[:60]
    seen[name] = seen.get(name, 0) + 1
    return name if seen[name] == 1 else "%s_%d" % (name, seen[name])


def holds(cell, text, words):
    """A cell of a form: the value, and below it maybe its fields."""
    shown = plain(cell.value) if isinstance(cell.value, str) else ""
    bare = text[1:].strip(" ") if text[:1] in SHAPES else text
    return text in cell.shows(words) or shown.startswith(text + " ") or \
        (not isinstance(cell.value, str) and bare in cell.shows(words))


def field_stands(rows, head, text, words):
    """In a cell of its own, or after its heading in another's."""
    folded = "%s %s" % (head, text)
    return any(text in cell.shows(words) or
               (isinstance(cell.value, str) and folded in plain(cell.value))
               for row in rows for cell in row)


def form_in_book(grid, sheet, words):
    """The records of a form in their order: each with all of its values."""
    starts = []
    for number, cells in enumerate(grid.rows, 1):
        first = cells[0].text
        at = next((r for r in range(sheet.cursor, len(sheet.free))
                   if not first or holds(sheet.free[r][0], first, words)),
                  None)
        if at is None:
            yield "%s: %r not in the workbook" % (where(grid, number), first)
            return
        starts.append(at)
        sheet.cursor = at + 1
    ends = starts[1:] + starts[-1:]
    stack = min((b - a for a, b in zip(starts, starts[1:])), default=None)
    ends[-1] = starts[-1] + (stack or len(sheet.free))
    for number, (cells, start, end) in enumerate(
            zip(grid.rows, starts, ends), 1):
        rows = sheet.free[start:end]
        for head, cell in zip(grid.heads, cells):
            if cell.text and not any(holds(c, cell.text, words)
                                     for row in rows for c in row):
                yield "%s: %r not in the workbook" % (
                    where(grid, number, head), cell.text)
            for field, below in cell.fields:
                if below.text and not field_stands(rows, field, below.text,
                                                   words):
                    yield "%s: %s %r not in the workbook" % (
                        where(grid, number, head), field, below.text)


class Sheets:
    """Where a page's sections are: front, sections, then sheets of input.

    A document that is made for paper stands on one sheet, all sections below
    one another, with its title on top.
    """

    def __init__(self, html, book):
        title = book.sheets[0].title
        self.book = book
        self.paper = book.sheets[0].paper and title == html.title
        if self.paper:
            self.wrong = ["section %r isn't on the sheet" % section
                          for section in html.sections
                          if section not in book.sheets[0].text]
            return
        self.front = int(html.section > 0 and title == html.title
                         and title != html.sections[0])
        self.wrong = [] if html.section == 0 else [
            "sheet %r, not %r" % (sheet.title, title)
            for sheet, title in zip(book.sheets[self.front:], html.sections)
            if sheet.title != title]

    def of(self, section):
        if self.paper:
            return self.book.sheets[0]
        return self.book.sheets[max(section - 1 + self.front, 0)]


def in_book(grid, book, sheet, seen, met, words):
    """One grid of the page in its workbook, whatever it is there."""
    if not grid.tiles and not grid.rows:
        return                  # a table object has a row at least
    if grid.tiles:
        table = sheet.tiles(grid.heads, len(grid.rows))
    else:
        table = book.tables.get(table_name(grid, seen))
    if table is None and (grid.form or sheet.paper):
        yield from form_in_book(grid, sheet, words)
    elif table is None:
        yield "%s: not in the workbook" % where(grid)
    else:
        met.add(table.name)
        if table.sheet != sheet.number:
            yield "%s: on sheet %d, not %d" % (
                where(grid), table.sheet + 1, sheet.number + 1)
        yield from book_grid(grid, table, words)


def workbook(html, book, words):
    """A page and the workbook of the same tree."""
    sheets, seen, met = Sheets(html, book), {}, set()
    yield from sheets.wrong
    for grid in html.grids:
        sheet = sheets.of(grid.section)
        for text in grid.said:
            if text not in sheet.text:
                yield "%s: '%s' not in the workbook" % (where(grid), text)
        yield from in_book(grid, book, sheet, seen, met, words)
    for name in sorted(set(book.tables) - met - set(WORKBOOK_ONLY)):
        yield "%s: not on the page" % name
    for section, texts in html.empty:
        for text in texts:
            if text not in sheets.of(section).text:
                yield "'%s' not in the workbook" % text


SUBTOTALS = {"101": lambda n: sum(n) / len(n), "102": len, "109": sum}


def formulas(book):
    """Formulas hold what Excel would compute."""
    for cell in book.formulas():
        text = cell.formula.lstrip("=")
        wanted = computed(book, text)
        if wanted is None:
            continue            # of a form: LibreOffice computes those
        if not isinstance(cell.value, (int, float)):
            yield "%s has the value %r" % (text, cell.value)
        elif abs(wanted - cell.value) > 1e-9 * max(1, abs(wanted)):
            yield "%s has the value %r, not %r" % (text, cell.value, wanted)


def unescape(head):
    return re.sub(r"'(.)", r"\1", head)


def computed(book, text):
    match = re.match(r"SUBTOTAL\((\d+),(\w+)\[(.*)\]\)$", text, re.S)
    if match:
        cells = book.tables[match[2]].column(plain(unescape(match[3])))
        numbers = [c.value for c in cells if isinstance(c.value, (int, float))]
        return SUBTOTALS[match[1]](numbers)
    match = re.match(r"COUNTIF\((\w+)\[(.*)\],(.*)\)$", text, re.S)
    if not match:
        return None
    cells = book.tables[match[1]].column(plain(unescape(match[2])))
    wanted = match[3]
    if wanted.startswith('"'):
        wanted = re.sub(r"~(.)", r"\1", wanted[1:-1].replace('""', '"'))
        return sum(1 for c in cells if isinstance(c.value, str)
                   and c.value.casefold() == wanted.casefold())
    return sum(1 for c in cells if isinstance(c.value, (int, float))
               and c.value == float(wanted))
