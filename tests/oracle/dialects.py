"""Writes rows as a CSV file in a randomly chosen dialect."""
import random
import re

import reader
import schema
from values import SERIAL_ZERO

EXTRA_HEADINGS = ("Intern note", "Sagsnr.", "Checked by", "Kolonne1", "x")
EXTRA_TEXTS = ("", "", "se mail", "12,5", "1.234", "=1+1", "<b>", "ok; sendt")
ALIASES = {"751": ["Århus", "Århus Kommune"], "820": ["Vesthimmerland"], "480": ["Nordfyn"],
           "400": ["Bornholms Regionskommune"]}


class Entry:
    """One row to write: values by column id; raw texts stand instead of values."""

    def __init__(self, values, raw=None, fault=None, shape=None):
        self.values, self.raw, self.fault, self.shape = values, raw or {}, fault, shape
        self.line = None


class Spec:
    """One file to write."""

    def __init__(self, path, group, kind, entries):
        self.path, self.group, self.kind, self.entries = path, group, kind, entries


class Vocabulary:
    """What may be written for a reference: municipalities, solutions, phases, main tasks."""

    def __init__(self, municipalities, solutions, phases, tasks):
        self.municipalities, self.solutions = municipalities, solutions
        self.phases, self.tasks = phases, tasks


def any_case(rng, text):
    change = rng.choice((str, str, str.lower, str.upper, str.capitalize))
    return change(text)


class Dialect:
    """The choices for one file."""

    def __init__(self, rng, plain):
        self.rng, self.plain = rng, plain
        pick = (lambda *options: options[0]) if plain else (lambda *options: rng.choice(options))
        self.mark = pick(";", ";", ",", "\t")
        self.eol = pick("\r\n", "\n", "\n", "\r")
        self.encoding = pick("utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16-le", "utf-16-be")
        self.language = pick(0, 0, 1, 2)                 # Danish, English, mixed
        self.sep_line = pick(*[False] * 5, True)
        self.leading_blank = pick(*[False] * 30, True)
        self.padding = pick(*[0] * 5, 1, 3)
        self.quoting = pick(0.0, 0.0, 0.2, 1.0)
        self.blank_lines = pick(0.0, 0.0, 0.1)
        self.style = pick("comma", "comma", "point")
        self.thousands = pick("", "", "point", "\u00a0", "\u202f")
        self.date_form = pick(0, 1, 2, 3, 4, 5, None)
        self.name_column = pick(False, False, True)
        self.extra = pick(0, 0, 1, 2)
        self.final_newline = pick(True, True, False)
        self.minus = pick("-", "-", "\u2212")


class Writer:
    """Renders one Spec."""

    def __init__(self, rng, spec, words, plain=False):
        self.rng, self.spec, self.words = rng, spec, words
        self.d = Dialect(rng, plain)
        self.columns = self._choose_columns()
        self.settled = self._is_settled()

    # columns

    def _choose_columns(self):
        every = schema.columns(self.spec.group, self.spec.kind)
        used = {name for entry in self.spec.entries
                for name in list(entry.raw) + [k for k, v in entry.values.items() if v is not None]}
        kept = [c for c in every if c.required or c.id in used or self.rng.random() < 0.5]
        if self.spec.kind == "economy" and not any(c.id in schema.MONEY for c in kept):
            kept = every
        try:
            kind = reader.recognise(self.spec.group, [c.danish for c in kept])[0]
        except reader.dialect.FileFault:
            kind = None
        kept = list(kept if kind == self.spec.kind else every)
        if self.d.name_column and schema.has_municipality(self.spec.group, self.spec.kind):
            kept.append("name")
        if not self.d.plain:
            kept += [None] * self.d.extra
            self.rng.shuffle(kept)
        return kept

    def _heading(self, column, extra):
        if column is None:
            return extra.pop()
        if column == "name":
            return schema.CHECK_NAMES[self.d.language % 2]
        if self.d.plain:
            return column.danish
        english = self.d.language == 1 or self.d.language == 2 and self.rng.random() < 0.5
        name = column.id if english else self.rng.choice([column.danish] + column.names[2:])
        name = any_case(self.rng, name)
        return name if self.rng.random() < 0.9 else " %s " % name

    def _is_settled(self):
        """Whether a valid row settles the file's number style."""
        for entry in self.spec.entries:
            for column in self.columns:
                if isinstance(column, schema.Column) and column.type in ("decimal", "percent") \
                        and not entry.fault and column.id not in entry.raw:
                    value = entry.values.get(column.id)
                    if value is not None and value != int(value):
                        return True
        return False

    # cells

    def _number(self, value):
        """A number of at most two decimals in the file's style."""
        whole, _, fraction = ("%.2f" % abs(value)).partition(".")
        fraction = fraction.rstrip("0")
        if fraction and self.rng.random() < 0.2:
            fraction = fraction.ljust(2, "0")
        point = self.d.style == "point"
        mark = self.d.thousands
        if mark == "point":
            mark = "." if not point and self.settled else ""
        if mark and self.rng.random() < 0.7:
            whole = re.sub(r"(?<=\d)(?=(\d{3})+$)", mark, whole)
        text = whole + (("." if point else ",") + fraction if fraction else "")
        return (self.d.minus if value < 0 else "") + text

    def _date(self, value):
        form = self.rng.randrange(5) if self.d.date_form is None else self.d.date_form
        if form == 5:
            return str((value - SERIAL_ZERO).days)
        forms = ("{0.year}-{0.month:02}-{0.day:02}", "{0.day:02}-{0.month:02}-{0.year}",
                 "{0.day:02}.{0.month:02}.{0.year}", "{0.day}/{0.month}-{0.year}",
                 "{0.day}/{0.month}/{0.year}")
        return forms[form].format(value)

    def _municipality(self, code):
        name = self.words.municipalities[code]
        choices = [code, code, "0" + code, name, name + " Kommune", "%s %s" % (code, name),
                   "%s %s Kommune" % (code, name)]
        if not name.endswith("s"):
            choices.append(name + "s Kommune")
        choices += ALIASES.get(code, [])
        text = self.rng.choice(choices)
        return any_case(self.rng, text)

    def _word(self, column, value):
        if value == "-":
            return value
        choices = [column.words[value], value]
        if "_" in value:
            choices.append(value.replace("_", " "))
        return any_case(self.rng, self.rng.choice(choices))

    def _reference(self, table, value):
        return any_case(self.rng, self.rng.choice([str(value)] * 2 + table[value]))

    def cell(self, column, value):
        if value is None:
            return ""
        if column.type == "date":
            return self._date(value)
        if column.type == "decimal":
            return self._number(value)
        if column.type == "percent":
            return self._number(value) + ("" if self.d.plain else self.rng.choice(("", "", "%", " %")))
        if column.type == "integer":
            text = str(value)
            return re.sub(r"(?<=\d)(?=(\d{3})+$)", ".", text) if self.d.thousands == "point" else text
        if column.type == "main_tasks":
            return ", ".join(map(str, value))
        if self.d.plain or column.type == "text":
            return str(value)
        if column.type == "code":
            return self.rng.choice((value, "0" + value, str(int(value))))
        if column.type == "enumeration":
            return self._word(column, value)
        if column.type == "municipality":
            return self._municipality(value)
        table = {"solution": self.words.solutions, "phase": self.words.phases,
                 "main_task": self.words.tasks}.get(column.type)
        if table is None or value not in table:
            return any_case(self.rng, str(value))
        return self._reference(table, value)

    def _fields(self, entry):
        fields = []
        for column in self.columns:
            if column is None:
                fields.append(self.rng.choice(EXTRA_TEXTS))
            elif column == "name":
                code = entry.values.get("municipality")
                shown = code in self.words.municipalities and self.rng.random() < 0.8
                fields.append(self.words.municipalities[code]
                              if shown and "municipality" not in entry.raw else "")
            elif column.id in entry.raw:
                fields.append(entry.raw[column.id])
            else:
                fields.append(self.cell(column, entry.values.get(column.id)))
        fields += [""] * self.d.padding
        if entry.shape == "few":
            fields = fields[:len(fields) - self.d.padding - 1]
        elif entry.shape == "many":
            fields += ["for meget"]
        elif not self.d.plain and self.rng.random() < 0.05:
            fields += ["", ""]
        return fields

    def _quoted(self, text):
        text = text.replace("\n", self.d.eol if self.d.eol == "\r" or self.rng.random() < 0.5 else "\n")
        if re.search(r'["\r\n;,\t]', text) or self.rng.random() < self.d.quoting:
            return '"%s"' % text.replace('"', '""')
        return text

    # the file

    def render(self):
        """The file's bytes; every entry learns its line."""
        d, out, line = self.d, [], 1
        if d.sep_line:
            out.append("sep=" + d.mark)
            line += 1
        elif d.leading_blank:
            out.append("")
            line += 1
        extra = self.rng.sample(EXTRA_HEADINGS, len(EXTRA_HEADINGS))
        headings = [self._heading(c, extra) for c in self.columns] + [""] * d.padding
        out.append(d.mark.join(map(self._quoted, headings)))
        line += 1
        for entry in self.spec.entries:
            while self.rng.random() < d.blank_lines:
                out.append(self.rng.choice(("", d.mark * (len(headings) - 1))))
                line += 1
            text = d.mark.join(map(self._quoted, self._fields(entry)))
            entry.line = line
            line += 1 + len(re.findall(r"\r\n|\r|\n", text))
            out.append(text)
        return self._encoded(d.eol.join(out) + (d.eol if d.final_newline else ""))

    def _encoded(self, text):
        encoding = self.d.encoding
        if encoding.startswith("utf-16"):
            return ("\ufeff" + text).encode(encoding)
        if encoding == "cp1252":
            try:
                data = text.encode("cp1252")
                if data.isascii() or not _is_utf8(data):
                    return data
            except UnicodeEncodeError:
                pass
            encoding = "utf-8"
        return text.encode(encoding)


def _is_utf8(data):
    try:
        data.decode("utf-8")
        return True
    except UnicodeDecodeError:
        return False


def seeded(*parts):
    return random.Random("/".join(map(str, parts)))
