"""How one sender's spreadsheet spells a file.

A dialect is a choice from each group of habits, and some of the extras.
"""

from .kinds import KINDS, WORDS
from .model import PHASE_NAMES, TASK_NAMES

GROUPS = {
    "encoding": [("utf8", 3), ("utf8-bom", 5), ("cp1252", 5), ("utf16", 1)],
    "separator": [("semicolon", 16), ("tab", 2), ("comma", 1)],
    "dates": [("iso-dates", 3), ("danish-dates", 6), ("slash-dates", 1)],
    "places": [("codes", 8), ("names", 2), ("code-and-name", 2),
               ("name-column", 3), ("four-digits", 1)],
}
EXTRAS = [("english", 0.06), ("words", 0.2), ("capitals", 0.15),
          ("percent", 0.2), ("thousands", 0.3), ("quoted-breaks", 0.3),
          ("trailing-empty", 0.12), ("sep-line", 0.15), ("crlf", 0.6)]
NAMES = ([name for group in GROUPS.values() for name, _ in group]
         + [name for name, _ in EXTRAS])

_CODECS = {"utf8": "utf-8", "utf8-bom": "utf-8-sig", "cp1252": "cp1252",
           "utf16": "utf-16-le"}
_SEPARATORS = {"semicolon": ";", "tab": "\t", "comma": ","}
_SPELLINGS = {7: "Sagsklargøring og -oprydning",
              11: "It-miljø og infrastruktur", 12: "Konfigurering"}
_GENITIVES = {"København": "Københavns Kommune",
              "Bornholm": "Bornholms Regionskommune",
              "Aarhus": "Århus Kommune"}


class Dialect:
    def __init__(self, names):
        self.encoding, separator, self.dates, self.places = (
            next(name for name, _ in group if name in names)
            for group in GROUPS.values())
        self.comma = separator == "comma"
        self.english = self.comma or "english" in names
        self.separator = _SEPARATORS[separator]
        self.extras = names

    @classmethod
    def drawn(cls, dice, allowed):
        names = set()
        for group in GROUPS.values():
            open_to = [pair for pair in group if pair[0] in allowed]
            names.add(dice.weighted(open_to or group[:1]))
        for name, probability in EXTRAS:
            if dice.chance(probability) and name in allowed:
                names.add(name)
        return cls(names)

    def has(self, extra):
        return extra in self.extras

    def table(self, kind, rows, places):
        """Heading and cells of a file, as lists of strings."""
        columns = [c for c in KINDS[kind] if c.required
                   or any(row.get(c.english) not in (None, "")
                          for row in rows)]
        lines = [[c.english if self.english else c.danish
                  for c in columns]]
        spelled = [(c.english, self.speller(c, places)) for c in columns]
        lines += [[spell(row[name]) if row.get(name) not in (None, "") else ""
                   for name, spell in spelled] for row in rows]
        if self.places == "name-column":
            self.add_names(lines, columns, rows, places)
        if self.has("trailing-empty"):
            lines = [lines[0]] + [line + ["", ""] for line in lines[1:]]
        return lines

    def add_names(self, lines, columns, rows, places):
        at = [i for i, c in enumerate(columns) if c.type == "place"]
        if not at:
            return
        lines[0].insert(at[0] + 1, "municipality_name" if self.english
                        else "kommunenavn")
        for line, row in zip(lines[1:], rows):
            code = row.get("municipality")
            line.insert(at[0] + 1, places[code] if code else "")

    def speller(self, column, places):
        """What a column's values become."""
        if column.type == "place":
            return lambda value: self._place(value, places)
        return getattr(self, "_" + column.type, None) or (
            lambda value: self._word(column.type, value))

    def _text(self, value):
        if self.has("quoted-breaks"):
            return value.replace(". ", ".\n", 1)
        return value

    def _place(self, code, places):
        name = places[code]
        if self.places == "names":
            return _GENITIVES.get(name, name + " Kommune")
        if self.places == "code-and-name":
            return f"{code} {name}"
        return code.zfill(4) if self.places == "four-digits" else code

    def _word(self, enumeration, value):
        word = value if self.english else WORDS[enumeration][value]
        return word.capitalize() if self.has("capitals") else word

    def _date(self, day):
        if self.dates == "iso-dates":
            return day.isoformat()
        if self.dates == "slash-dates":
            return f"{day.day}/{day.month}-{day.year}"
        return f"{day.day:02d}-{day.month:02d}-{day.year}"

    def _phase(self, phase):
        return PHASE_NAMES[phase] if self.has("words") else phase

    def _main_task(self, number):
        if self.has("words"):
            return _SPELLINGS.get(number, TASK_NAMES[number])
        return str(number)

    def _whole(self, value):
        return str(value)

    def _percent(self, value):
        return f"{value} %" if self.has("percent") else str(value)

    def _number(self, value):
        text = f"{value:.2f}".rstrip("0").rstrip(".")
        return text if self.comma else text.replace(".", ",")

    def _money(self, value):
        if self.has("thousands"):
            return f"{value:,}".replace(",", "\u00a0")
        return str(value)

    def encode(self, lines):
        """The bytes of a file."""
        end = "\r\n" if self.has("crlf") else "\n"
        text = "".join(self.separator.join(self._quoted(cell)
                                           for cell in line) + end
                       for line in lines)
        if self.has("sep-line"):
            text = f"sep={self.separator}{end}{text}"
        if self.encoding == "utf16":
            text = "\ufeff" + text
        return text.encode(_CODECS[self.encoding])

    def _quoted(self, cell):
        if self.separator in cell or '"' in cell or "\n" in cell:
            return '"' + cell.replace('"', '""') + '"'
        return cell
