"""A workbook's parts as they stand in the archive, read without mercy."""
import posixpath
import re
import xml.etree.ElementTree as xml
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/" \
    "relationships}"
ROWS, COLUMNS = 1048576, 16384
CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def units(text):
    """Excel counts in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def column(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def place(reference):
    """Row and column of "B3", or None if there is no such cell."""
    found = CELL.fullmatch(reference)
    if found is None:
        return None
    row, col = int(found[2]), column(found[1])
    return (row, col) if 1 <= row <= ROWS and col <= COLUMNS else None


def area(reference):
    """Top, left, bottom, right of "A1:B3", or None."""
    ends = [place(part) for part in reference.split(":")]
    if None in ends or len(ends) > 2:
        return None
    first, last = ends[0], ends[-1]
    return (*first, *last) if first[0] <= last[0] and first[1] <= last[1] \
        else None


def overlap(a, b):
    return not (a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1])


class Sheet:
    def __init__(self, book, element):
        self.name = element.get("name", "")
        self.number = element.get("sheetId")
        self.part = book.target("xl/workbook.xml",
                                element.get(OFFICE + "id"))
        self.root = book.xml.get(self.part)

    def all(self, *path):
        """Elements below the sheet, at this path."""
        if self.root is None:
            return []
        return self.root.findall("/".join(MAIN + step for step in path))

    def areas(self, elements, attribute):
        return [(e, area(e.get(attribute, ""))) for e in elements]


class Book:
    def __init__(self, path):
        self.parts, self.xml, self.broken, self.twice = {}, {}, {}, []
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name in self.parts:
                    self.twice.append(name)
                self.parts[name] = archive.read(name)
        for name, data in self.parts.items():
            if name.endswith((".xml", ".rels", ".vml")):
                try:
                    self.xml[name] = xml.fromstring(data)
                except xml.ParseError as error:
                    self.broken[name] = str(error)
        self.links = {name: self.links_of(name) for name in self.parts
                      if name.endswith(".rels")}
        book = self.xml.get("xl/workbook.xml")
        self.sheets = [] if book is None else [
            Sheet(self, e) for e in book.iter(MAIN + "sheet")]
        self.styles = self.xml.get("xl/styles.xml")
        self.strings = [self.text(e) for e in self.items(
            "xl/sharedStrings.xml", "si")]
        # Defined names, and whose they are.
        self.names = [(e.get("name", ""), e.get("localSheetId"), e.text or "")
                      for e in self.items("xl/workbook.xml", "definedNames",
                                          "definedName")]
        self.tables = {s.name: self.tables_of(s) for s in self.sheets}

    @staticmethod
    def text(element):
        return "".join(t.text or "" for t in element.iter(MAIN + "t"))

    def items(self, part, *path):
        root = self.xml.get(part)
        return [] if root is None else \
            root.findall("/".join(MAIN + step for step in path))

    def links_of(self, rels):
        """Id to kind, target part (None outside the archive), address."""
        folder, name = posixpath.split(rels)
        owner = posixpath.join(posixpath.dirname(folder), name[:-len(".rels")])
        found = {}
        for e in self.xml.get(rels, xml.Element("none")).iter(
                LINKS + "Relationship"):
            outside = e.get("TargetMode") == "External"
            target = None if outside else posixpath.normpath(posixpath.join(
                posixpath.dirname(owner), e.get("Target", ""))).lstrip("/")
            found[e.get("Id")] = (e.get("Type", "").rsplit("/", 1)[-1],
                                  target, e.get("Target", ""))
        return found

    def rels(self, part):
        folder, name = posixpath.split(part)
        return self.links.get(posixpath.join(folder, "_rels",
                                             name + ".rels"), {})

    def target(self, part, number):
        return self.rels(part).get(number, (None, None, None))[1]

    def tables_of(self, sheet):
        found = []
        for e in sheet.all("tableParts", "tablePart"):
            root = self.xml.get(self.target(sheet.part, e.get(OFFICE + "id")))
            if root is not None:
                found.append(root)
        return found
