"""How a language's pages spell values, from its labels."""
import re
from decimal import ROUND_HALF_UP, Decimal

from program import TOP

SHAPES = {"●": "green", "▲": "yellow", "■": "red", "○": "grey"}
NEAR_TIE = Decimal("1e-9")
NBSP = "\u00a0"


def plain(text):
    """On one line, as a reader sees it; a no-break space stays one."""
    return re.sub(r"[ \t\r\n]+", " ", text or "").strip(" ")


class Words:
    def __init__(self, lang):
        self.lang, self.label = lang, {}
        path = TOP / "templates" / lang / "labels.txt"
        for line in path.read_text("utf-8").splitlines():
            key, equals, text = line.partition("=")
            if equals and not line.lstrip().startswith("#"):
                self.label[key.strip()] = text.strip()
        self.shape = {tone: shape for shape, tone in SHAPES.items()}

    def light(self, tone):
        return "%s %s" % (self.shape[tone], self.label["light." + tone])

    def lights(self, tone):
        """All spellings: a grey light may be one that can't be judged."""
        if tone not in self.shape:
            return []
        unknown = "%s %s" % (self.shape[tone], self.label["light.unknown"])
        return [self.light(tone)] + [unknown] * (tone == "grey")

    def letter(self, tone):
        return "%s %s" % (self.shape[tone],
                          self.label["light.%s.letter" % tone])

    def heading(self, table, column):
        return self.label.get("column.%s.%s" % (table, column),
                              self.label.get("column." + column))

    def say(self, key, *values):
        """A label, {1}, {2} ... filled."""
        text = self.label[key]
        for number, value in enumerate(values, 1):
            text = text.replace("{%d}" % number, value)
        return text

    def count(self, number):
        return self._digits(Decimal(number))

    def day(self, date):
        text = self.say("format.day", "%02d" % date.day, "%02d" % date.month,
                        "%04d" % date.year, "%d" % date.day)
        return text.replace(" ", NBSP)

    def _digits(self, number):
        text = format(abs(number), "f")
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        whole, _, part = text.partition(".")
        whole = re.sub(r"(?<=\d)(?=(\d{3})+$)", self.label["format.thousands"],
                       whole)
        if part:
            whole += self.label["format.decimal"] + part
        minus = self.label["format.minus"] if number < 0 else ""
        return minus + whole if whole.strip("0.,") or part else whole

    def _rounded(self, number, decimals):
        """Half away from zero; both ways if the binary number is on edge."""
        step = Decimal(1).scaleb(-decimals)
        found = [number.quantize(step, ROUND_HALF_UP)]
        for nudge in (-NEAR_TIE, NEAR_TIE):
            other = (number + nudge).quantize(step, ROUND_HALF_UP)
            if other not in found:
                found.append(other)
        return [self._digits(n + 0) for n in found]

    def number(self, value, form):
        """All that a page may show of a workbook's number."""
        exact = Decimal(repr(value))
        if "%" in form:
            return [self.say("format.percent", digits).replace(" ", NBSP)
                    for digits in self._rounded(exact * 100, 0)]
        return self._rounded(exact, 2 if "." in form else 0)
