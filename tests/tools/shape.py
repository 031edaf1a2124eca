"""What a workbook's parts are made of, whatever their texts and numbers say.

A validator of documents looks at which elements stand in which, at their
attributes, and at the kind of what these hold.  A workbook all of which was
seen in those before it tells it nothing new.
"""
import re
from itertools import groupby

from book import Book

WORD = re.compile(r"[A-Za-z]{1,24}")


def kind(value):
    """Words of the format as they are, numbers as their form."""
    if value is None or not value.strip():
        return ""
    if WORD.fullmatch(value):
        return value
    form = re.sub(r"[0-9]+", "9", value)
    return form if len(form) <= 12 and " " not in form else "text"


def element(part, e):
    """Part, name, what it holds, attributes, children (repeated ones once)."""
    text = kind(e.text)
    return (part, e.tag, text if text in ("", "9", "9.9") else "text",
            tuple(sorted((name, kind(v)) for name, v in e.attrib.items())),
            tuple(tag for tag, _ in groupby(child.tag for child in e)))


def shape(path):
    book = Book(path)
    found = {re.sub(r"[0-9]+", "9", name) for name in book.parts}
    for name, root in book.xml.items():
        part = re.sub(r"[0-9]+", "9", name)
        found.update(element(part, e) for e in root.iter())
    return found
