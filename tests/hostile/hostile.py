"""An input with a distinct hostile text in every text column of every kind.

Each text ends in a mark of its own, "Q0173", by which it is found again in
whatever was made of it: what stands before the mark must be the text.
"""
import csv
import io
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import program  # noqa: E402

BASE = program.TOP / "tests/bad/base"
KINDS = program.TOP / "src/input/kinds.def"
MARK = re.compile(r"Q\d{4}")
HOOK = "document.documentElement.setAttribute('data-pwned','1')"

# One or more of each way in which text has been taken for something else.
PAYLOADS = [
    "=1+1", "=cmd|' /C calc'!A0", "+45 12 34 56 78", "-5+3", "@SUM(A1:A9)",
    "=HYPERLINK(\"http://evil.example/\";\"Klik\")", "'=1+1", "\uff1d1+1",
    "{=A1}", "%s%n%d%p", "{{table: findings}}", "{{title}}", "{value} {1}",
    "<script>%s</script>" % HOOK, "</script><script>%s</script>" % HOOK,
    "<img src=x onerror=\"%s\">" % HOOK, "\"><svg onload=%s>" % HOOK,
    "' onmouseover='%s' x='" % HOOK, "<a href=\"javascript:%s\">x</a>" % HOOK,
    "<!-- ", "-->", "]]>", "<![CDATA[ x ]]>", "<?xml version='1.0'?>",
    "<!DOCTYPE x>", "</td></tr></table><h1>x</h1>", "</title>", "</style>",
    "<style>*{display:none}</style>", "<iframe src=//evil.example>",
    "<base href=//evil.example/>", "&lt;b&gt; &amp; &#65; &copy;", "&",
    "# overskrift", "* punkt", "1. punkt", "> citat", "    kode", "```",
    "~~~", "---", "===", "| a | b |", "a|b\\|c", "**fed** __fed__ _k_ *k*",
    "~~streget~~", "[klik](javascript:alert(1))", "![x](http://evil.example/x)",
    "<http://evil.example/>", "http://evil.example/ www.evil.example",
    "[x]: http://evil.example/", "`kode` ``kode``", "\\*\\# \\", "$x^2$",
    ":smile:", "[ ] [x]", "javascript:alert(1)", "data:text/html,<b>x</b>",
    "a\nb", "a\r\nb\n\nc", "a\rb", "a\tb", "\x01\x02\x07\x08\x1f",
    "\x1b[31mrød\x1b[0m\x1b]0;titel\x07", "\x7f\x85\x9b1m", "\x0b\x0c",
    "abc\u202edcb\u202c", "\u2066x\u2069\u2067y", "\u200e\u200f\u061c",
    "a\u200bb\u200cc\u200dd\u2060e\ufefff", "\ufffe\uffff\U0001fffe\ufdd0",
    "\u2028x\u2029y", "_x0041_ _x000D_ _x005F_x0041_", "_xD800_ _x0000_",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1f0",
    "שלום עולם", "مرحبا", "日本語", "a\u0301\u0302\u0303\u0304" * 8,
    "\U0010ffff\U000e0041", "Æble æble ÆBLE Å A\u030a", "\"\"\"", "''", ";,\t;",
    "CON", "../../../etc/passwd", "C:\\x\\y", "a/b", "NUL.", "x. ", "%2e%2e%2f",
    "$(id)", "`id`", "'; DROP TABLE x; --", "&C&P&D", "R&G &[Picture]", "A1", "R1C1", "TRUE",
    "1e5", "00123", "31-03-2015", "12,5 %", "#REF!", "\ufeff", "\u00ad",
    "_A1_!$B$2", "[1]Ark1!A1", "x" * 300, "ord " * 80,
]

# What stands for something in other files, by column; and its values.
IDS = {"løsning": "solution", "forudsætter_løsning": "solution",
       "fase": "phase", "forudsætter_fase": "phase", "til_fase": "phase",
       "kriterium": "criterion", "kategori": "category", "bølge": "wave",
       "opgave_id": "task", "gevinst_id": "benefit", "risiko_id": "risk",
       "betingelse_id": "condition"}
# References, numbers of main tasks, lists of names: left as they are.
FIXED = {"kommunekode", "hovedopgave", "forudsætninger", "nr", "forudsætter",
         "alias"}
BLANKS = set(" \t\n\v\f\r\u00a0\u202f\u205f\u3000\ufeff") | {
    chr(c) for c in range(0x2000, 0x200b)}


def trimmed(text):
    begin, end = 0, len(text)
    while begin < end and text[begin] in BLANKS:
        begin += 1
    while end > begin and text[end - 1] in BLANKS:
        end -= 1
    return text[begin:end]


def came(text):
    """As the program reads it: trimmed, one kind of line break."""
    return re.sub(r"\r\n?", "\n", trimmed(text))


def shown(text):
    """As a document holds it: what no reader should meet is U+FFFD."""
    return re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"
                  "\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff"
                  "\U0010fffe\U0010ffff]", "\ufffd", came(text))


def folded(text):
    """White space as a page or Markdown leaves it."""
    return re.sub(r"[ \t\n]+", " ", text).strip(" ")


def text_columns():
    """Danish headings of text columns, by the kind's macro."""
    source = re.sub(r"\\\n\s*", "", KINDS.read_text("utf-8"))
    found = {}
    for kind, da, column in re.findall(
            r'X\((\w+), \w+, "[^"]+", "([^"]+)",\s*(\w+)', source):
        if column == "TEXT":
            found.setdefault(kind, []).append(da)
    return found


def kind_of(path, head):
    """The kind of a file of the base: the one that knows all its headings."""
    source = re.sub(r"\\\n\s*", "", KINDS.read_text("utf-8"))
    known = {}
    for kind, da in re.findall(r'X\((\w+), \w+, "[^"]+", "([^"]+)"', source):
        known.setdefault(kind, set()).add(da)
    fits = [k for k, names in known.items() if set(head) <= names]
    return min(fits, key=lambda k: len(known[k]))


class Hostile:
    """The input; planted is what stands where, by mark."""

    def __init__(self, turn=0):
        self.turn, self.planted, self.ids = turn, {}, {}

    def text(self, where):
        n = len(self.planted)
        payload = PAYLOADS[(n + self.turn) % len(PAYLOADS)]
        mark = "Q%04d" % n
        self.planted[mark] = (where, payload + mark)
        return payload + mark

    def cell(self, kind, head, value):
        if head in FIXED or (head == "kommunenavn" and
                             kind != "MUNICIPALITIES"):
            return value
        if head in IDS:
            key = (IDS[head], value)
            if value and key not in self.ids:
                self.ids[key] = self.text((kind, head))
            return self.ids.get(key, "")
        return self.text((kind, head))

    def sheet(self, path, columns):
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8")),
                               delimiter=";"))
        kind = kind_of(path, rows[0])
        texts = set(columns[kind])
        for head in columns[kind]:
            if head not in rows[0] and head not in FIXED | {"kommunenavn"} \
                    and head not in IDS:
                for n, row in enumerate(rows):
                    row.append(head if n == 0 else "")
        head = rows[0]
        for row in rows[1:]:
            for i, name in enumerate(head):
                if name in texts:
                    row[i] = self.cell(kind, name, row[i])
        out = io.StringIO()
        csv.writer(out, delimiter=";", lineterminator="\n",
                   quoting=csv.QUOTE_ALL).writerows(rows)
        return out.getvalue()

    def write(self, folder):
        columns = text_columns()
        # The registers first, so that ids are met where they are made.
        for part in ("model", "register", "status"):
            for path in sorted((BASE / part).rglob("*.csv")):
                to = folder / path.relative_to(BASE)
                to.parent.mkdir(parents=True, exist_ok=True)
                to.write_bytes(self.sheet(path, columns).encode("utf-8"))
        # A note may link to http and https; data may not.
        lines = [p for p in PAYLOADS
                 if p.isprintable() and "http://evil" not in p]
        (folder / "model/model.ini").write_text(
            "[model]\nname = <b>Model</b> =1+1 %s\nversion = <i>1</i>\n"
            "name_en = <b>Model</b>\nsource = javascript:alert(1)\n"
            "notice = <img src=x onerror=\"%s\">\n"
            "notice_en = </p><script>%s</script>\n" % (HOOK, HOOK, HOOK),
            "utf-8")
        (folder / "status/2015-03/notat.md").write_text(
            "# Måneden\n\n" + " ".join(lines) + "\n\n" + "\n\n".join(lines) +
            "\n\n<script>%s</script>\n\n[a](javascript:%s) "
            "[b](vbscript:x) [c](data:text/html,x) [d](file:///etc/passwd) "
            "![e](data:image/png;base64,AAAA) <javascript:alert(1)>\n"
            % (HOOK, HOOK), "utf-8")
        return self
