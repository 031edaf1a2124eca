"""References: the name, number or code that stands for a municipality, solution, phase, task."""
import re

from values import RowFault, fold


def plain(name):
    """A municipality's name without suffix, genitive s and double a."""
    text = fold(name)
    text = re.sub(r"\s+(regions)?kommune$", "", text)
    text = text.replace("aa", "å")
    return text[:-1] if text.endswith("s") else text


class Names:
    """Finds what a text stands for; every answer is the id as the register writes it."""

    def __init__(self):
        self.codes = {}             # code -> all its names
        self.by_name = {}           # plain name -> code
        self.tables = {"solution": {}, "phase": {}, "main_task": {}, "criterion": {}}

    def add_municipality(self, code, name):
        self.codes.setdefault(code, set()).add(plain(name))
        self.by_name[plain(name)] = code

    def add(self, table, identity, *others):
        for text in (str(identity),) + others:
            if text and text.strip():
                self.tables[table].setdefault(fold(text), identity)

    def find(self, table, text):
        key = fold(text)
        if table == "main_task" and re.fullmatch(r"\d+", key):
            key = str(int(key))
        if key not in self.tables[table]:
            raise RowFault("unknown %s: %r" % (table, text))
        return self.tables[table][key]

    def find_tasks(self, text):
        return [self.find("main_task", part) for part in text.split(",") if part.strip()]

    def check(self, code, name):
        if plain(name) not in self.codes[code]:
            raise RowFault("code %s and name %r disagree" % (code, name))

    def municipality(self, text):
        text = text.strip()
        match = re.fullmatch(r"(\d+)(?:\s+(\S.*))?", text, re.S)
        if not match:
            if plain(text) not in self.by_name:
                raise RowFault("unknown municipality: %r" % text)
            return self.by_name[plain(text)]
        code = code_of(match[1])
        if code not in self.codes:
            raise RowFault("unknown municipality: %r" % text)
        if match[2]:
            self.check(code, match[2])
        return code


def code_of(text):
    text = text.strip()
    if not re.fullmatch(r"0*\d{1,3}", text):
        raise RowFault("not a municipality code: %r" % text)
    return "%03d" % int(text)
