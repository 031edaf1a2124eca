"""Good files broken in known ways, and what must come of each.

A Case changes a copy of tests/bad/base and says which findings that gives
(severity, code, file, line, column: all of them, no others), the exit status,
and which sound input has the same figures: the base itself if nothing was
lost, else the base without the rows or files that had to be set aside.
Every figure is compared: all of data/ but findings.csv.
"""
import csv
import io
import os
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import program  # noqa: E402

SHM = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
BASE = program.TOP / "tests/bad/base"
NOW = "status/2015-03/"
STATUS = NOW + "101-status.csv"
ERRORS = ("error", "fatal")


class Sheet:
    """A file of the base as cells."""

    def __init__(self, path):
        text = (BASE / path).read_text("utf-8")
        rows = list(csv.reader(io.StringIO(text), delimiter=";"))
        self.path, self.head, self.rows = path, rows[0], rows[1:]

    def text(self, separator=";", end="\n", quoting=csv.QUOTE_MINIMAL):
        out = io.StringIO()
        writer = csv.writer(out, delimiter=separator, lineterminator=end,
                            quoting=quoting)
        writer.writerows([self.head] + self.rows)
        return out.getvalue()

    def column(self, name):
        return self.head.index(name)


def sheets():
    return [Sheet(str(p.relative_to(BASE))) for p in sorted(BASE.rglob("*.csv"))]


class Case:
    def __init__(self, name, change, findings=(), status=None, lost=None,
                 lines=True, documents=False, any_findings=False):
        """change and lost take the folder of input; lost makes the reference.

        lines: line numbers are those of the base.  documents: the texts of
        the municipalities' reports are the same too.  any_findings: only the
        errors of findings must come, whatever else is said.
        """
        self.name, self.change, self.lost = name, change, lost
        self.findings, self.status = list(findings), status
        self.lines, self.documents = lines, documents
        self.any_findings = any_findings
        if status is None:
            self.status = int(any(f[0] == "error" for f in self.findings))


def sources(rows, lines):
    """Without the line numbers of sources, if they are not to be compared."""
    if not lines and rows and "source" in rows[0]:
        at = rows[0].index("source")
        rows = [row[:at] + row[at + 1:] for row in rows]
    return rows


class Pack:
    """What a run made of an input: findings, figures, texts."""

    def __init__(self, change, reports=False):
        with tempfile.TemporaryDirectory(prefix="mangle-", dir=SHM) as folder:
            folder = Path(folder)
            shutil.copytree(BASE, folder / "input")
            change(folder / "input")
            words = ["pack", "--jobs", "1", "--json", "--only",
                     "index,municipalities" if reports else "index"]
            self.status, self.out, self.err = program.run(words, folder)
            out = folder / "output/2015-03"
            self.data, self.texts, self.findings = {}, {}, []
            if out.exists():
                self.read(out)

    def read(self, out):
        for path in sorted((out / "data").glob("*.csv")):
            with path.open(encoding="utf-8", newline="") as f:
                self.data[path.name] = list(csv.reader(f))
        for path in sorted(out.glob("kommuner/*/*.md")):
            self.texts[path.name] = path.read_text("utf-8")
        for row in self.data.pop("findings.csv")[1:]:
            self.findings.append((row[0], row[1], row[2],
                                  int(row[3] or 0), row[4]))

    def differs(self, other, lines):
        for name, rows in other.data.items():
            if sources(self.data.get(name), lines) != sources(rows, lines):
                a = "\n".join(";".join(r) for r in rows)
                b = "\n".join(";".join(r) for r in self.data.get(name, []))
                return [name] + program.difference(a, b, 12)
        return []


REFERENCE = {}


def reference(case):
    key = (case.lost, case.documents)
    if key not in REFERENCE:
        REFERENCE[key] = Pack(case.lost or (lambda folder: None),
                              case.documents)
    return REFERENCE[key]


def check(case):
    got = Pack(case.change, case.documents)
    wrong = []
    if got.status != case.status:
        wrong += ["status %d, wanted %d" % (got.status, case.status),
                  got.err[:400], got.out[:800]]
    elif case.status < 2:
        wanted = reference(case)
        wrong += got.differs(wanted, case.lines)
        if case.documents and got.texts != wanted.texts:
            for name, text in wanted.texts.items():
                wrong += program.difference(text, got.texts.get(name, ""), 10)
    found = set(got.findings)
    if case.any_findings:
        found &= set(case.findings)
    for finding in sorted(set(case.findings) - found):
        wrong.append("not found: %s %s %s:%d:%s" % finding)
    for finding in sorted(found - set(case.findings)):
        wrong.append("found too: %s %s %s:%d:%s" % finding)
    return wrong


def guarded(case):
    try:
        return check(case)
    except Exception as fault:      # a hang, a crash of ours: this case only
        return ["%s: %s" % (type(fault).__name__, fault)]


def run(cases):
    names = [case.name for case in cases]
    assert len(set(names)) == len(names), "two cases of one name"
    wished = sys.argv[1:]
    cases = [c for c in cases if not wished or
             any(w in c.name for w in wished)]
    with ThreadPoolExecutor(max(2, os.cpu_count() or 2)) as pool:
        for case, wrong in zip(cases, pool.map(guarded, cases)):
            program.report("mangle: " + case.name, not wrong, wrong)
