"""Reads the CSV files of an input folder: recognition, columns, cells, rows set aside."""
import os
import re

import dialect
import schema
import values
from names import code_of
from values import RowFault, fold


class Fatal(Exception):
    """Nothing can be published."""


class File:
    """A recognised file: its kind, the column of every field, its records."""

    def __init__(self, path, group, kind, fields, records):
        self.path, self.group, self.kind = path, group, kind
        self.fields, self.records = fields, records
        self.style = self._style()

    def _style(self):
        numeric = [i for i, column in enumerate(self.fields)
                   if isinstance(column, schema.Column) and column.type in ("decimal", "percent")]
        for _, cells in self.records:
            for index in numeric:
                style = index < len(cells) and values.style_of(cells[index])
                if style:
                    return style
        return None


class Row(dict):
    """The typed cells of one record; absent cells are None."""

    def __init__(self, path, line, month):
        super().__init__()
        self.path, self.line, self.month = path, line, month
        self.order = (os.fsencode(path), line)

    @property
    def source(self):
        return "%s:%d" % (self.path, self.line)


def csv_paths(root, folder):
    """Relative paths of all CSV files below a folder, in byte order."""
    found = []
    for top, _, files in os.walk(os.path.join(root, folder)):
        for name in files:
            if name.lower().endswith(".csv"):
                found.append(os.path.relpath(os.path.join(top, name), root).replace(os.sep, "/"))
    return sorted(found, key=os.fsencode)


def month_folders(root):
    path = os.path.join(root, "status")
    names = os.listdir(path) if os.path.isdir(path) else []
    return sorted(name for name in names if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", name)
                  and os.path.isdir(os.path.join(path, name)))


def _match(group, kind, headings):
    """The column (or `name`, or None) behind every heading, for one kind."""
    lookup = {}
    for column in schema.columns(group, kind):
        for name in column.names:
            lookup.setdefault(fold(name), column)
    if schema.has_municipality(group, kind):
        for name in schema.CHECK_NAMES:
            lookup.setdefault(name, "name")
    return [lookup.get(fold(heading)) for heading in headings]


def _missing(group, kind, fields):
    return [c.id for c in schema.columns(group, kind) if c.required and c not in fields]


def recognise(group, headings):
    """The kind that explains most of the headings, and its columns."""
    ranked = []
    for kind in schema.KINDS[group]:
        fields = _match(group, kind, headings)
        explained = sum(1 for field in fields if field is not None)
        ranked.append((-explained, len(_missing(group, kind, fields)), kind, fields))
    ranked.sort(key=lambda entry: entry[:2])
    best = ranked[0]
    if best[0] == 0:
        raise dialect.FileFault("no kind has these headings")
    if len(ranked) > 1 and ranked[1][:2] == best[:2]:
        raise dialect.FileFault("could be %s or %s" % (best[2], ranked[1][2]))
    if best[1]:
        raise dialect.FileFault("%s: column missing: %s" % (
            best[2], ", ".join(_missing(group, best[2], best[3]))))
    known = [field for field in best[3] if field is not None]
    if len(set(map(id, known))) != len(known):
        raise dialect.FileFault("the same heading twice")
    if best[2] == "economy" and not any(getattr(f, "id", "") in schema.MONEY for f in known):
        raise dialect.FileFault("economy: none of the six amounts")
    return best[2], best[3]


def open_file(root, path, group):
    with open(os.path.join(root, path), "rb") as stream:
        records = dialect.records(dialect.decode(stream.read()))
    kind, fields = recognise(group, records[0][1])
    return File(path, group, kind, fields, records[1:])


def convert(column, text, style, names):
    if column.type == "text":
        return text.strip()
    if column.type == "code":
        return code_of(text)
    if column.type == "date":
        return values.date(text)
    if column.type == "integer":
        number = values.integer(text)
        if column.id in ("probability", "impact", "residual_probability", "residual_impact") \
                and not 1 <= number <= 5:
            raise RowFault("not 1 to 5: %r" % text)
        return number
    if column.type == "decimal":
        return values.decimal(text, style)
    if column.type == "percent":
        return values.percent(text, style)
    if column.type == "enumeration":
        return values.enumeration(text, column.words)
    if column.type == "municipality":
        return names.municipality(text)
    if column.type == "main_tasks":
        return names.find_tasks(text)
    return names.find(column.type, text)


def _cells(file, record):
    """Pairs of column and text; surplus or lacking fields are a fault of the row."""
    width = len(file.fields)
    if len(record) < width:
        raise RowFault("too few fields")
    if any(text.strip() for text in record[width:]):
        raise RowFault("too many fields")
    return [(field, text) for field, text in zip(file.fields, record) if field is not None]


def _is_blank_form(file, pairs):
    """Only key, title or obligation stand in the row, and something required is wanting."""
    filled = {field.id for field, text in pairs if field != "name" and text.strip()}
    columns = schema.columns(file.group, file.kind)
    if file.kind == "economy":
        wanting = not filled & set(schema.MONEY)
    else:
        wanting = any(c.required and c.id not in filled for c in columns)
    passive = {c.id for c in columns if c.key} | schema.TITLES
    return wanting and filled <= passive


def parse_row(file, line, record, month, names):
    """The typed row; None for a blank form; RowFault where it must be set aside."""
    pairs = _cells(file, record)
    if _is_blank_form(file, pairs):
        return None
    row = Row(file.path, line, month)
    row.update((column.id, None) for column in schema.columns(file.group, file.kind))
    for column, text in pairs:
        if column != "name" and text.strip():
            row[column.id] = convert(column, text, file.style, names)
    for column in schema.columns(file.group, file.kind):
        if column.required and row[column.id] is None:
            raise RowFault("%s is blank" % column.id)
    check_name = next((text for field, text in pairs if field == "name"), "")
    if check_name.strip() and row.get("municipality"):
        names.check(row["municipality"], check_name)
    return row


def key_of(group, row, kind):
    """The row's key, texts folded."""
    key = []
    for column in schema.columns(group, kind):
        if column.key:
            value = row[column.id]
            key.append(fold(value) if isinstance(value, str) else value)
    return tuple(key)
