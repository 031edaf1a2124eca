"""What is looked at: the example input as packs, forms and returns to fill.

A kind of document is named by where its files stand; of each kind there is at
least one, in each language.
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import program  # noqa: E402

LANGUAGES = ("da", "en")
INPUT = str(program.TOP / "input")
# A municipality with every section, and one that is hardly under way.
FULL = "849-jammerbugt"

# A kind, its page, its workbook; "*" is any municipality.
PACK = [
    ("index", "index.html", None),
    ("management", "ledelse/rapport.html", "ledelse/statuspakke.xlsx"),
    ("municipality", "kommuner/*/parathed.html", "kommuner/*/status.xlsx"),
    ("gates", "faseovergange/oversigt.html", "faseovergange/oversigt.xlsx"),
    ("benefits", "gevinster/samlet.html", "gevinster/samlet.xlsx"),
    ("follow-up", "gevinster/*/gevinster.html", "gevinster/*/gevinster.xlsx"),
    ("quality", "datakvalitet/datakvalitet.html",
     "datakvalitet/datakvalitet.xlsx"),
    ("letter", "datakvalitet/[0-9]*.html", "datakvalitet/[0-9]*.xlsx"),
] + [("checklist F%d" % f, "faseovergange/*/*-F%d.html" % f,
      "faseovergange/*/*-F%d.xlsx" % f) for f in range(5)]
BESIDE = [
    ("part", "ledelse/*/rapport.html", "ledelse/*/statuspakke.xlsx"),
    ("blank", "SAPA-F2.html", "SAPA-F2.xlsx"),
    ("collection", "index.html", None),
    ("request", "*/brev.html", "*/*-indberetning.xlsx"),
]
# Command of each of BESIDE, and the folder that it makes.
COMMANDS = {
    "part": (["pack", "--only", "management", "--solution", "SAPA"], "20*"),
    "blank": (["gate", "--blank", "F2", "--solution", "SAPA"], "skema-*"),
    "request": (["collect", "--municipality", "849"], "indsamling-*"),
}
COMMANDS["collection"] = COMMANDS["request"]


def make(command, out, language):
    if not out.exists():
        out.parent.mkdir(parents=True, exist_ok=True)
        status, _, err = program.run(
            [*command, "--quiet", "--lang", language, "--input", INPUT,
             "--output", str(out)], program.TOP)
        if status not in (0, 1):
            sys.exit("not ok %s\n%s" % (" ".join(command), err))
    return out


class Material:
    """Kind to files, in one language."""

    def __init__(self, folder, language):
        self.language = language
        self.root = folder / language
        packs = make(["pack"], self.root / "pack", language)
        self.pack = next(packs.glob("20*")).resolve()
        self.pages, self.books = {}, {}
        for kind, page, book in PACK:
            self.add(kind, self.pack, page, book)
        for kind, page, book in BESIDE:
            command, name = COMMANDS[kind]
            made = make(command, self.root / command[0] / kind[0], language)
            self.add(kind, next(made.glob(name)).resolve(), page, book)

    def add(self, kind, root, page, book):
        for files, pattern in ((self.pages, page), (self.books, book)):
            if pattern is not None:
                files[kind] = sorted(root.glob(pattern))

    def name(self, path):
        return "%s/%s" % (self.language, path.relative_to(self.root))

    @staticmethod
    def some(files, each=1):
        """Of each kind the full municipality's, and others far apart."""
        for kind, found in files.items():
            first = [p for p in found if FULL in str(p)][:1] or found[:1]
            others = [p for p in found if p not in first]
            stride = max(1, len(others) // max(1, each - 1))
            for path in first + others[::stride][:each - 1]:
                yield kind, path

    @staticmethod
    def every(files):
        return [(kind, path) for kind, found in files.items()
                for path in found]
