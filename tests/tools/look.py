"""The documents in the tools of those who read them.

"run" looks at one of each kind; "proof" at every workbook and every page, and
at several of each kind where a look takes long.
"""
import shutil
import sys
import tempfile
import warnings
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import books  # noqa: E402
import fetch  # noqa: E402
import program  # noqa: E402
import screen  # noqa: E402
import strict  # noqa: E402
import written  # noqa: E402
import wrong  # noqa: E402
from material import LANGUAGES, Material  # noqa: E402

report = program.report
LIGHT = {"da": "R", "en": "R"}      # first letter of the red light
# More pages of paper than these are too many: of a page, of a workbook.
PAGES = {"index": 8, "management": 70, "municipality": 20, "gates": 12,
         "benefits": 24, "follow-up": 12, "quality": 8, "letter": 3,
         "part": 50, "blank": 8, "collection": 5, "request": 3,
         "checklist F0": 7, "checklist F1": 8, "checklist F2": 9,
         "checklist F3": 8, "checklist F4": 8}
SHEETS = {"management": 200, "municipality": 45, "gates": 30, "benefits": 160,
          "follow-up": 35, "quality": 30, "letter": 10, "part": 120,
          "blank": 12, "request": 40, "checklist F0": 10, "checklist F1": 12,
          "checklist F2": 14, "checklist F3": 12, "checklist F4": 12}


def check_strictness(folder):
    """Each rule of ours finds the workbook that breaks it."""
    tried = set()
    for rule, number, path in wrong.breaches(folder):
        found = list(strict.faults(path))
        if rule is None:
            report("a sound workbook of another writer passes", not found,
                   ["%s: %s" % f for f in found])
            continue
        tried.add(rule)
        report("breach %d is found: %s" % (number, rule.replace("_", " ")),
               rule in [name for name, _ in found],
               ["found: %s" % (found or "nothing")])
    report("every rule has a breach", tried == set(strict.RULES),
           sorted(set(strict.RULES) - tried))


def fetched():
    """Are the checkers there that npm brings?  Said once if not."""
    lacks = fetch.fetch()
    if not lacks and not written.has_java():
        lacks = ["no java: scripts/install-deps --tests"]
    if not lacks:
        return True
    for what in ("the Nu checker", "axe", "the OOXML validator"):
        if fetch.offline():
            print("not ok %s # SKIP PARATHED_OFFLINE" % what)
        else:
            report(what, False, lacks)
    return False


def named(material, files):
    return [(material.name(path), path) for _, path in files]


def kinds(material, files):
    return [(kind, material.name(path), path) for kind, path in files]


def has_programs():
    for name in ("chromium", "soffice", "pdfinfo", "pdftotext"):
        if shutil.which(name) is None:
            report("%s is there" % name, False,
                   ["scripts/install-deps --tests"])
            return False
    return True


# --- one of each kind -------------------------------------------------------

# Of the workbooks those that LibreOffice prints, of the English pages those
# that axe reads; the proof has all.
PRINTED = ("municipality", "gates", "follow-up", "checklist F2")
READ = ("index", "municipality", "checklist F2", "request")


def run_pages(material, tools):
    files = list(material.some(material.pages))
    for kind, path in files:
        axe = tools and (material.language == "da" or kind in READ)
        screen.check_screens([(material.name(path), path)], axe)
    written.check_scripts(named(material, files))
    index = dict(files)["index"]
    screen.check_keyboard(material.name(index), index,
                          LIGHT[material.language])
    return named(material, files)


def run_books(material, folder, tools):
    files = list(material.some(material.books))
    works = named(material, files)
    books.check_each(works, books.be_strict, books.STRICT)
    if tools:
        books.check_each(works, books.validate, books.VALID)
    if material.language == "da":
        books.check_each(works, books.read, books.READ)
        books.check_paper(kinds(material, [f for f in files
                                           if f[0] in PRINTED]),
                          folder, SHEETS)


def run(folder):
    check_strictness(folder)
    tools = fetched()
    pages = []
    for language in LANGUAGES:
        material = Material(folder, language)
        pages += run_pages(material, tools)
        run_books(material, folder, tools)
    screen.check_the_checks(pages[0][1], tools)
    if tools:
        written.check_nu(pages, folder)


# --- all of them ------------------------------------------------------------

EACH = 3        # so many of a kind where a look takes long
NU_EACH = 10    # of the English pages, which differ in words alone


def prove_pages(material, folder, tools):
    some = list(material.some(material.pages, EACH))
    screen.check_screens(named(material, some), tools)
    screen.check_prints(kinds(material, some), folder, PAGES)
    every = named(material, material.every(material.pages))
    written.check_scripts(every)
    if tools:
        danish = material.language == "da"
        written.check_nu(every if danish or books.EVERY else named(
            material, material.some(material.pages, NU_EACH)), folder)


def proved_books(material):
    """Every Danish workbook, and of the English ones several a kind."""
    danish = material.language == "da"
    return material.every(material.books) if danish or books.EVERY else \
        list(material.some(material.books, EACH))


def prove_books(material, folder, tools):
    files = proved_books(material)
    works = named(material, files)
    books.check_each(works, books.be_strict, books.STRICT)
    books.check_each(works, books.open_it, books.OPENED)
    new = books.novel(works)
    print("# %d workbooks of %d have what none before them had" %
          (len(new), len(works)))
    books.check_each(new, books.read, books.READ)
    if tools:
        books.check_each(new, books.validate, books.VALID)
    if material.language == "da":
        printed = list(material.some(material.books, EACH))
        books.check_paper(kinds(material, printed), folder, SHEETS)


def prove(folder):
    """LibreOffice, which takes longest, works beside all the others."""
    tools = fetched()
    materials = [Material(folder, language) for language in LANGUAGES]
    with ProcessPoolExecutor(1) as beside:
        again = [beside.submit(books.convert,
                               named(m, proved_books(m)), m.root, "xlsx")
                 for m in materials]
        for material in materials:
            prove_pages(material, folder, tools)
            prove_books(material, folder, tools)
        for material, new in zip(materials, again):
            books.check_recalculation(
                named(material, proved_books(material)), new.result())


def main(looks):
    warnings.simplefilter("ignore")
    if not has_programs():
        return
    folder = Path(tempfile.mkdtemp())
    try:
        looks(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
