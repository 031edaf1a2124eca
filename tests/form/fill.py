#!/usr/bin/python3
"""fill.py FORM.xlsx FOLDER: type answers into a form, let LibreOffice compute
it, and compare with what was computed by hand here.  Works in FOLDER.
"""
import datetime
import os
import subprocess
import sys

import openpyxl

# Answers of K1 to K4, of the weights 2, 1, 1, 3, the first two mandatory; then
# score in percent, mandatory ones unanswered, unanswered, recommendation, the
# largest weight of a yes, complete, light.
CASES = [
    (["Ja", "Ja", "Ja", "Ja"], [100, 0, 0, "Go", 3, "Ja", "● Grøn"]),
    # 100 * 5 of 7 is 71.4 %
    (["Ja", "Nej", "Nej", "Ja"],
     [500 / 7, 0, 0, 'Go "med" betingelser', 3, "Ja", "■ Rød"]),
    (["Ja", None, "Ja", "Ja"], [600 / 7, 1, 1, "No-go", 3, "Nej", "■ Rød"]),
    # (2 + 0.5) of 2 + 1
    (["ja", "delvis", "Ikke relevant", "Ikke relevant"],
     [250 / 3, 0, 0, 'Go "med" betingelser', 2, "Ja", "■ Rød"]),
    ([None] * 4, [None, 2, 4, None, None, "Nej", None]),
    (["Ikke relevant"] * 4, [None, 0, 0, None, None, "Ja", None]),
]
ANSWERS = ["C5", "C9", "C13", "C17"]
DEADLINE = "F15"


def soffice(kind, path, folder):
    """Converts a workbook, all formulas computed anew."""
    profile = os.path.join(folder, "profile")
    os.makedirs(os.path.join(profile, "user"), exist_ok=True)
    with open(os.path.join(profile, "user", "registrymodifications.xcu"),
              "w") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?><oor:items '
                  'xmlns:oor="http://openoffice.org/2001/registry">'
                  '<item oor:path="/org.openoffice.Office.Calc/Formula/Load">'
                  '<prop oor:name="OOXMLRecalcMode" oor:op="fuse">'
                  '<value>0</value></prop></item></oor:items>')
    subprocess.run(
        ["soffice", "--headless", "-env:UserInstallation=file://" + profile,
         "--convert-to", kind, "--outdir", os.path.join(folder, "out"), path],
        check=True, timeout=120, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)


def fill(form, path, answers):
    book = openpyxl.load_workbook(form)
    sheet = book["Kriterier"]
    for cell, answer in zip(ANSWERS, answers):
        if sheet[cell].protection.locked:
            raise ValueError("%s is locked" % cell)
        sheet[cell] = answer
    sheet[DEADLINE] = datetime.date(2015, 4, 1)
    book.save(path)


def close(a, b):
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) < 1e-9
    return (a or "") == (b or "")


def check_case(number, form, folder, answers, expected):
    path = os.path.join(folder, "case%d.xlsx" % number)
    fill(form, path, answers)
    soffice("xlsx", path, folder)
    book = openpyxl.load_workbook(
        os.path.join(folder, "out", "case%d.xlsx" % number), data_only=True)
    found = [book["Resultat"].cell(row, 2).value for row in range(5, 12)]
    if expected[0] is not None:
        expected = [expected[0] / 100] + expected[1:]
    good = all(close(a, b) for a, b in zip(found, expected))
    if not good:
        print("# expected %r\n# found    %r" % (expected, found))
    print("%s answers %s are followed" %
          ("ok" if good else "not ok", ", ".join(map(str, answers))))
    return path


CSV = """kommunekode,kriterium,svar,frist,vægt,andel
0101,K1,ja,2015-03-09,1000,1234.125
0101,K2,delvis,2015-03-09,1000,1234.125
0101,K3,Ikke relevant,2015-04-01,1000,1234.125
0101,K4,Ikke relevant,2015-03-09,1000,1234.125
"""


def check_csv(path, folder):
    # Comma, quote, UTF-8, first line, all columns as displayed; sheet 3.
    soffice("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,"
            "false,false,3", path, folder)
    name = os.path.basename(path).replace(".xlsx", "-Svar.csv")
    with open(os.path.join(folder, "out", name), encoding="utf-8") as text:
        found = text.read()
    good = found.replace("\r\n", "\n") == CSV
    if not good:
        print("".join("# %s\n" % line for line in found.splitlines()), end="")
    print("%s the sheet of input saved as CSV" % ("ok" if good else "not ok"))


def main(form, folder):
    paths = [check_case(n, form, folder, *case)
             for n, case in enumerate(CASES)]
    check_csv(paths[3], folder)


main(*sys.argv[1:])
