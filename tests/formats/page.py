"""Reads a page, as HTML or as Markdown through cmark-gfm, into one form.

A Page has stream, which is what is said in order: words, and marks such as
"<h2>" and the Grids; and head, related (where it leads) and foot, which are
lists of lines.
"""
import re
import subprocess
from html.parser import HTMLParser
from urllib.parse import unquote

from words import NBSP, plain

VOID = {"br", "wbr", "hr", "meta", "link", "img", "input", "col"}
INLINES = {"a", "abbr", "br", "code", "em", "small", "span", "strong",
           "wbr"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
LINE, LONG_LINE = "_" * 12, "_" * 60    # to write on, in Markdown
TICKED = "☒"
NOT_VALUE = ("small", "details", "field", "boxes", "line")
# Of a page alone: moving about in it, and what its charts draw.
NO_TEXT = {"style", "script", "nav", "svg"}


class Node:
    def __init__(self, tag, attributes=()):
        self.tag = tag
        self.attributes = dict(attributes)
        self.children = []

    @property
    def classes(self):
        return (self.attributes.get("class") or "").split()

    def elements(self, *tags):
        """Descendants with one of the tags, in order."""
        for child in self.children:
            if isinstance(child, Node):
                if child.tag in tags:
                    yield child
                yield from child.elements(*tags)

    def first(self, *tags):
        return next(self.elements(*tags), None)

    def raw(self, without=()):
        """The text, but of elements of these tags and classes."""
        parts = []
        for child in self.children:
            if isinstance(child, str):
                parts.append(child)
            elif child.tag == "br":
                parts.append("\n")
            elif child.tag in without or set(child.classes) & set(without):
                continue
            elif "line" in child.classes:
                parts.append(" %s " % LINE)
            elif "box" in child.classes:
                parts.append(child.raw(without).replace(" ", NBSP, 1))
            else:
                apart = "\n" if child.tag == "div" else ""
                parts.append(apart + child.raw(without))
        return "".join(parts)

    def text(self, without=()):
        return plain(self.raw(without))


class Tree(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self.open = [self.root]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        node = Node(tag, attributes)
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag, attributes):
        self.open[-1].children.append(Node(tag, attributes))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if self.open[-1].tag != tag:
            raise ValueError("</%s> closes <%s>" % (tag, self.open[-1].tag))
        self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)


class Cell:
    """text is the value's, whole all that is said but what unfolds.

    note is what is said beside the value, long if it unfolds; light its tone,
    if it is a light; fields, of a form, what stands below: heading and Cell.
    """

    def __init__(self, node):
        small, details = node.first("small"), node.first("details")
        link, light = node.first("a"), None
        for element in node.elements("span", "abbr"):
            if "light" in element.classes:
                light = element
        self.whole = node.text(("details",))
        self.text = self.filled(node) or node.text(NOT_VALUE)
        self.light = light and light.classes[1]
        self.letter = bool(light) and light.tag == "abbr"
        self.word = light.attributes["title"] if self.letter else None
        self.tone = ("tone" in node.classes) and node.classes[-1]
        self.href = link and unquote(link.attributes["href"])
        self.note, self.long = None, details is not None
        if small is not None:
            self.note = small.text()[1:-1]
        elif details is not None:
            self.note = details.text(("summary",))
        self.fields = [(div.first("span").text(), Cell(self.below(div)))
                       for div in node.elements("div")
                       if "field" in div.classes]

    @staticmethod
    def below(div):
        """A field without its heading."""
        field = Node("td")
        field.children = div.children[1:]
        return field

    @staticmethod
    def filled(node):
        """The box that is ticked, not of a field."""
        for boxes in node.children:
            if isinstance(boxes, Node) and "boxes" in boxes.classes:
                for box in boxes.elements("span"):
                    if "box" in box.classes and \
                            box.text().startswith(TICKED):
                        return plain(box.text()[1:])
        return ""


class Grid:
    """heads and id are None where the format doesn't say them."""

    def __init__(self, name, section, heads, rows, total=None, tiles=False):
        self.id, self.section, self.heads = name, section, heads
        self.rows, self.total, self.tiles = rows, total, tiles
        self.rest = None        # the sentence below
        self.said = []          # caption and measure
        self.part = None        # the h3 above
        self.form = False       # to be filled in
        self.pointed = set()    # its sources, where one points at them
        self.unfolded = set()   # and below it

    def __repr__(self):
        return "<grid>"


def row_cells(row):
    return [Cell(cell) for cell in row.elements("td", "th")]


def body_rows(table, part):
    body = table.first(part)
    return [row_cells(r) for r in body.elements("tr")] if body else []


def table_of(node, name, section):
    thead = node.first("thead")
    heads = [c.text() for c in thead.elements("th")] if thead else []
    total = body_rows(node, "tfoot")
    return Grid(name, section, heads, body_rows(node, "tbody"),
                total[0] if total else None)


def name_of(node):
    return next((c[2:] for c in node.classes if c.startswith("t-")), None)


def tiles_of(node, section):
    rows = []
    for tile in node.elements("div"):
        rows.append({part.classes[0][5:]: Cell(part)
                     for part in tile.elements("dt", "dd")})
    return Grid(name_of(node), section, None, rows, tiles=True)


def places_pointed_at(node, words):
    """The files and lines in the titles of a table, or of tiles."""
    found = set()
    for element in node.elements("tr", "td", "th", "dt", "dd"):
        title = element.attributes.get("title")
        if title is not None:
            found.add(place_of(title, words.label["html.source"]) or
                      place_of(title, words.label["html.source.file"]))
    return found


def place_of(text, label):
    """File and line by a label with both, or one with the file only."""
    pattern = re.escape(label).replace(r"\{1\}", "(.*)") \
        .replace(r"\{2\}", r"(\d+)")
    match = re.match(pattern, text)
    return match and ((match[1], match[2]) if match.re.groups == 2
                      else (match[1], "0"))


def places_unfolded(node, words):
    """Those of the list below: a file is named where it is another."""
    found, name = set(), None
    for item in node.elements("li"):
        for text in item.text().partition(" – ")[2].split("; "):
            place = place_of(text.rpartition(": ")[2],
                             words.label["html.sources.place"])
            line = place_of(text.rpartition(": ")[2],
                            words.label["html.sources.line"])
            name = place[0] if place else name
            found.add(place or (line and (name, line[0])) or
                      (text.rpartition(": ")[2], "0"))
    return found


class Page:
    def __init__(self):
        self.stream, self.grids, self.empty = [], [], []
        self.section, self.part = 0, None
        self.sections = []      # titles

    def say(self, *texts):
        for text in texts:
            self.stream += text.split(" ") if text else []

    def put(self, node):
        """Blocks, and runs of inlines between them."""
        run = Node("")
        for child in node.children:
            if isinstance(child, str) or child.tag in INLINES:
                run.children.append(child)
                continue
            self.line(run)
            run = Node("")
            if child.tag not in NO_TEXT:
                self.element(child)
        self.line(run)

    def element(self, node):
        if node.tag in HEADINGS:
            if node.tag == "h2":
                self.section += 1
                self.sections.append(node.text())
            self.part = node.text() if node.tag == "h3" else self.part
        if node.tag in HEADINGS or node.tag in ("li", "pre", "hr"):
            self.stream.append("<%s>" % node.tag)
        if node.tag in ("p", "pre") or node.tag in HEADINGS:
            self.line(node)
        else:
            self.put(node)

    def line(self, node):
        """Inlines: their words don't end where a mark begins."""
        for link in node.elements("a"):
            self.stream.append("<a %s>" % unquote(link.attributes["href"]))
        self.say(node.text())

    def add(self, grid):
        grid.part = self.part
        self.stream.append("<grid>")
        self.grids.append(grid)


class Html(Page):
    def __init__(self, text, words):
        super().__init__()
        self.words, self.caption = words, []
        tree = Tree(text).root
        main, head = tree.first("main"), tree.first("header")
        # In a form all tables are set as forms are.
        self.form = any("form" in div.classes for div in main.elements("div"))
        self.title = head.first("h1").text()
        related = head.first("nav") or Node("nav")
        home = [p for p in head.elements("p") if "home" in p.classes]
        self.related = [p.text() for p in related.elements("p")]
        self.head = [p.text() for p in head.elements("p")
                     if p not in home and p.text() not in self.related]
        if self.related:
            self.related.insert(0, related.attributes["aria-label"])
            self.related += [p.text() for p in home]
        self.foot = [p.text() for p in tree.first("footer").elements("p")]
        self.put(main)

    def element(self, node):
        if node.tag == "figure":
            self.chart(node)
        elif node.tag == "dl":
            self.grid(tiles_of(node, self.section))
            self.grids[-1].pointed = places_pointed_at(node, self.words)
        elif "scroll" in node.classes:
            self.table(node)
        elif "lines" in node.classes:
            for part in node.elements("p", "span"):
                self.say(part.text() if part.tag == "p" else LONG_LINE)
        elif "tiles-caption" in node.classes:
            self.head_of_grid(node)
        elif "empty" in node.classes:
            self.head_of_grid(node)
            last = [c for c in node.children if isinstance(c, str)
                    or c.tag == "br"]
            rest = Node("p")
            rest.children = last
            self.say(rest.text())
            self.empty.append((self.section, self.caption + [rest.text()]))
            self.caption = []
        elif "sources" in node.classes:
            self.grids[-1].unfolded = places_unfolded(node, self.words)
        elif "rest" in node.classes:
            self.grids[-1].rest = node.text()
            self.before_notes(node.text())
        elif "note" in node.classes or node.tag == "blockquote":
            self.stream.append("<quote>")
            self.put(node)
            self.stream.append("</quote>")
        else:
            super().element(node)

    def chart(self, node):
        caption, drawn = node.first("figcaption"), node.first("desc")
        for part in caption.elements("strong", "span"):
            self.say(part.text())
        if drawn:
            self.say(drawn.text())

    def head_of_grid(self, node):
        self.caption = [part.text() for part in node.elements("strong", "span")
                        if part.tag == "strong" or "measure" in part.classes]
        self.say(*self.caption)

    def table(self, node):
        caption = node.first("caption")
        if caption is not None:
            self.head_of_grid(caption)
        grid = table_of(node.first("table"), name_of(node), self.section)
        grid.form = self.form or "form-table" in node.first("table").classes
        grid.pointed = places_pointed_at(node, self.words)
        self.grid(grid)

    def grid(self, grid):
        grid.said, self.caption = self.caption, []
        self.add(grid)
        self.notes = len(self.stream)
        self.long_notes(grid)

    def before_notes(self, text):
        """Notes follow what is said of the rows that aren't there."""
        self.stream[self.notes:self.notes] = text.split(" ")

    def long_notes(self, grid):
        """Markdown has them below the table."""
        found = [(row, i) for row in grid.rows if not grid.tiles
                 for i, cell in enumerate(row) if cell.long]
        if found:
            self.say(self.words.label["table.notes"])
        firsts = [row[0].text for row in grid.rows] if found else []
        for row, i in found:
            name = row[0].text
            if firsts.count(name) > 1 and len(row) > 1 and row[1].text:
                name += ", " + row[1].text
            self.stream.append("<li>")
            self.say("%s, %s: %s" % (name, grid.heads[i], row[i].note))


class Markdown(Page):
    def __init__(self, text):
        super().__init__()
        made = subprocess.run(["cmark-gfm", "--unsafe", "-e", "table"],
                              input=text.encode(), check=True,
                              stdout=subprocess.PIPE).stdout.decode()
        blocks = [c for c in Tree(made).root.children if isinstance(c, Node)]
        self.title = blocks[0].text()
        rules = [i for i, b in enumerate(blocks) if b.tag == "hr"]
        self.head, self.foot = [], []
        end = len(blocks)
        if rules:
            end = rules[-1]
            self.foot = [b.text() for b in blocks[end + 1:]]
        self.blocks = blocks[1:end]

    def read(self, lines, related):
        """The body, below so many lines of the head, above the links."""
        self.head = [b.text() for b in self.blocks[:lines]]
        end = len(self.blocks) - (2 if related else 0)
        self.related = [item.text() for block in self.blocks[end:]
                        for item in (block.elements("li")
                                     if block.tag == "ul" else [block])]
        body = Node("main")
        body.children = self.blocks[lines:end]
        self.put(body)

    def element(self, node):
        if node.tag == "table":
            self.add(self.table(node))
        elif node.tag == "blockquote":
            self.stream.append("<quote>")
            self.put(node)
            self.stream.append("</quote>")
        else:
            super().element(node)

    def table(self, node):
        """The last row is the total's if all that is in it is strong."""
        grid = table_of(node, None, self.section)
        rows = list(node.first("tbody").elements("tr")) \
            if node.first("tbody") else []
        if rows and rows[-1].first("strong") and not rows[-1].text(("strong",)):
            grid.total = grid.rows.pop()
        return grid
