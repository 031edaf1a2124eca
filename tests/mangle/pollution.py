"""Files as other programs and busy people leave them.

The kinds of a published benchmark of polluted CSV files (Pollock), and what
returns by mail look like: each is read right or named, never read wrong.
"""
import html
import re
import unicodedata

from damage import (MONEY, added, error, file_lost, joined, lines_of,
                    notice, replaced, rows_lost, text_of)
from dialects import all_files, lines_of as each_line, plain
from mangle import Case, NOW, STATUS, sheets

EVERY = range(2, 10)    # the lines of the status file's rows


def heads_of(lines, old, new):
    return joined([lines[0].replace(old, new, 1)] + lines[1:])


def every_row(code):
    return [error(code, STATUS, n) for n in EVERY]


def read_right():
    """Other dialects, the same figures and texts."""
    return [
        plain("decomposed letters, as a Mac writes names", all_files(
            lambda s: unicodedata.normalize("NFD", s.text()))),
        plain("a blank behind each separator", all_files(
            lambda s: s.text().replace(";", "; "))),
        plain("a tab and a blank between cells", all_files(
            lambda s: s.text("\t").replace("\t", "\t "))),
        plain("two marks", all_files(lambda s: "\ufeff\ufeff" + s.text())),
        plain("a mark behind sep=;", all_files(
            lambda s: "sep=;\n\ufeff" + s.text()), lines=False),
        plain("lines that end in CR CR LF", all_files(
            lambda s: s.text(end="\r\r\n")), lines=False),
        plain("lines that end in LF CR", all_files(
            lambda s: s.text(end="\n\r")), lines=False),
        plain("a separator before each row", all_files(
            lambda s: each_line(s, lambda n, t: ";" + t)),
            [notice("column_unnamed", s.path, 1) for s in sheets()]),
    ]


def separators():
    lines, text = lines_of(STATUS), text_of(STATUS)
    return [
        rows_lost("headings of semicolons, rows of commas", STATUS,
                  joined(lines[:1] + [t.replace(";", ",") for t in lines[1:]]),
                  every_row("row_short"), *EVERY),
        rows_lost("headings of commas, rows of semicolons", STATUS,
                  joined([lines[0].replace(";", ",")] + lines[1:]),
                  every_row("row_short"), *EVERY),
        rows_lost("a separator before each row but the headings", STATUS,
                  joined(lines[:1] + [";" + t for t in lines[1:]]),
                  every_row("row_long"), *EVERY),
        rows_lost("a number before each row", STATUS, joined(
            lines[:1] + ["%d;%s" % t for t in enumerate(lines[1:], 1)]),
            every_row("row_long"), *EVERY),
        rows_lost("a text with a separator behind a backslash", STATUS,
                  text.replace("Venter på", "Venter\\; på"),
                  [error("row_long", STATUS, 4)], 4),
        rows_lost("a text with a separator in apostrophes", STATUS,
                  text.replace("Venter på leverandøren", "'Venter; vi også'"),
                  [error("row_long", STATUS, 4)], 4),
        rows_lost("a quotation mark behind a backslash", STATUS, text.replace(
            "Venter på leverandøren", r'"Venter \"på\" dem"'),
            [error("quote_stray", STATUS, 4)], 4),
        Case("a line break as a backslash and n", replaced(
            STATUS, text.replace("Venter på", r"Venter\npå"))),
        rows_lost("each row in quotation marks", STATUS, joined(
            lines[:1] + ['"%s"' % t for t in lines[1:]]),
            every_row("row_short"), *EVERY),
        rows_lost("each row in quotation marks, and as many blank cells",
                  STATUS, joined(lines[:1] + [
                      '"%s";;;;;;;;;' % t for t in lines[1:]]),
                  [error("cell_missing", STATUS, n, c) for n in EVERY for c in
                   ("løsning", "fase", "hovedopgave", "status")], *EVERY),
    ] + [file_lost(name, STATUS, content, error("kind_unknown", STATUS, line))
         for name, line, content in (
             ("pipes", 1, text.replace(";", "|")),
             ("carets", 1, text.replace(";", "^")),
             ("blanks for separators", 1, text.replace(";", " ")),
             ("a table of Markdown", 1, joined(
                 ["| %s |" % t.replace(";", " | ") for t in lines])),
             ("all cells in apostrophes", 1, re.sub(
                 r"[^;\n]+", r"'\g<0>'", text)),
             ("headings and rows in quotation marks, each as one cell", 1,
              joined(['"%s"' % t for t in lines])),
             ("sep=, and semicolons", 2, "sep=,\n" + text),
             ("sep=; and commas", 2, "sep=;\n" + text.replace(";", ",")),
             ("sep=; in quotation marks", 1, '"sep=;"\n' + text),
             ("sep=; below the first line", 2, "\nsep=;\n" + text),
             ("a file with marks of a merge", 1, "<<<<<<< HEAD\n" + text),
             ("headings with numbers", 1, joined([";".join(
                 "%d. %s" % t for t in enumerate(lines[0].split(";"), 1))] +
                 lines[1:])),
         )] + [
        file_lost("sep=| and pipes", STATUS,
                  "sep=|\n" + text.replace(";", "|"),
                  error("separator_unknown", STATUS, 1)),
        file_lost("JSON", STATUS, '[{"kommunekode":101,"status":"i gang"}]\n',
                  error("header_quote", STATUS, 1)),
        file_lost("lines of a mail, quoted", STATUS,
                  joined(["> " + t for t in lines]),
                  error("column_missing_near", STATUS, 1)),
        file_lost("letters as entities of HTML", STATUS,
                  html.escape(text).replace("ø", "&oslash;"),
                  error("column_missing", STATUS, 1)),
        file_lost("letters as in mail (quoted-printable)", STATUS,
                  text.replace("ø", "=C3=B8"),
                  error("column_missing", STATUS, 1)),
        file_lost("the mark of UTF-16 before UTF-8", STATUS,
                  b"\xff\xfe" + text.encode(),
                  error("encoding_broken", STATUS, 1)),
        file_lost("the wrong mark of UTF-16", STATUS,
                  b"\xfe\xff" + text.encode("utf-16-le"),
                  notice("encoding_utf16", STATUS),
                  error("kind_unknown", STATUS, 1)),
    ]


def tables():
    """More in a file than one table, or less."""
    lines, text = lines_of(STATUS), text_of(STATUS)
    lights = lines_of(NOW + "lys.csv")
    return [
        added("a second table below", STATUS, [""] + lights,
              *[error("row_short", STATUS, 11 + n)
                for n in range(len(lights))]),
        file_lost("two tables beside each other", STATUS, joined(
            [a + ";;" + b for a, b in
             zip(lines, lights + [";" * 6] * len(lines))]),
            *[error("column_twice", STATUS, 1, c) for c in
              ("kommunekode", "løsning", "bemærkning")]),
        Case("a row of units below the headings", replaced(STATUS, joined(
            lines[:1] + [";;;;;%;dato;;;dato"] + lines[1:])),
            [error("cell_missing", STATUS, 2, c) for c in
             ("kommunekode", "løsning", "fase", "hovedopgave", "status")] +
            [error("not_percent", STATUS, 2, "fremdrift")] +
            [error("not_date", STATUS, 2, c) for c in
             ("forventet_slut", "opdateret")], lines=False),
        Case("a row of dashes below the headings", replaced(STATUS, joined(
            lines[:1] + [";".join(["---"] * 10)] + lines[1:])),
            [error("unknown_word", STATUS, 2, "status"),
             error("not_percent", STATUS, 2, "fremdrift")] +
            [error("not_date", STATUS, 2, c) for c in
             ("forventet_slut", "opdateret")], lines=False),
        rows_lost("cells that were merged: blank below the first", STATUS,
                  joined(lines[:2] + [t.replace("101;SAPA", ";")
                                      for t in lines[2:]]),
                  [error("cell_missing", STATUS, n, c) for n in range(3, 7)
                   for c in ("kommunekode", "løsning")], 3, 4, 5, 6),
        added("a sum below that names the municipality", STATUS,
              ["101;SAPA;B;i alt;i gang;50;;;;"],
              error("unknown_main_task", STATUS, 10, "hovedopgave")),
        file_lost("lines that end in other signs (U+2028)", STATUS,
                  text.replace("\n", "\u2028"), error("column_twice", STATUS,
                                                      1, "SAPA"),
                  any_findings=True, status=1),
        file_lost("all rows on one line", STATUS, text.replace("\n", ";"),
                  error("column_twice", STATUS, 1, "SAPA"),
                  any_findings=True, status=1),
    ]


def headings():
    """A column that is not required and is misspelt is named, and asked about."""
    lines = lines_of(STATUS)
    rows = [t.split(";") for t in lines]
    without = replaced(STATUS, joined(
        [lines[0]] + [";".join(row[:5] + [""] + row[6:]) for row in rows[1:]]))
    cases = []
    for new in ("Fremdrift (%)", "Fremdrift i %", "Fremdrift*", "Fremdrift:",
                "frem\u00addrift", "fremdrift\u200b", "Fremdriftspct."):
        cases.append(Case("a heading '%s'" % new.encode("unicode_escape")
                          .decode(), replaced(STATUS, heads_of(
                              lines, "fremdrift", new)),
                          [notice("column_extra_near", STATUS, 1, new)] +
                          [("warning", "no_progress_given", STATUS, n,
                            "status") for n in (2, 3, 4, 8)],
                          lost=without))
    cases.append(file_lost("a heading 'Status (vælg)'", STATUS, heads_of(
        lines, "status", "Status (vælg)"),
        error("column_missing_near", STATUS, 1)))
    return cases


def numbers():
    text = text_of(STATUS)
    money = text_of(MONEY)
    head = lines_of(MONEY)[0].replace(";", ",")
    return [
        Case("percentages as shares of one", replaced(
            STATUS, text.replace(";60;", ";0,6;").replace(";25;", ";0,25;")),
            [("warning", "percent_share", STATUS, n, "fremdrift")
             for n in (2, 3, 4, 8)], lost=replaced(
                STATUS, text.replace(";60;", ";0,6%;")
                .replace(";25;", ";0,25 %;"))),
        Case("a decimal comma in a file of commas", replaced(
            MONEY, joined([head, "101,SAPA,2,100,5,,,,,",
                           "101,SAPA,4,200,150,200,100000,75000,100000"])),
            [("warning", "number_split", MONEY, 2, "budget_timer")],
            lost=replaced(MONEY, joined(
                [head, "101,SAPA,2,100,5,,,,",
                 "101,SAPA,4,200,150,200,100000,75000,100000"]))),
        Case("a decimal comma in a file of commas, all cells filled", replaced(
            MONEY, joined([head, "101,SAPA,2,100,5,60,110,50000,30000,55000",
                           "101,SAPA,4,200,150,200,100000,75000,100000"])),
            [error("row_long", MONEY, 2)], lost=replaced(MONEY, joined(
                [head, "",
                 "101,SAPA,4,200,150,200,100000,75000,100000"]))),
        plain("commas behind every row of commas", replaced(
            MONEY, joined([head] + [t.replace(";", ",") + ",," for t in
                                    money.splitlines()[1:]]))),
        rows_lost("a percentage as 1.0E+02", STATUS,
                  text.replace(";100;", ";1.0E+02;"),
                  [error("not_percent", STATUS, n, "fremdrift")
                   for n in (5, 7)], 5, 7),
        rows_lost("no value, as words of other programs", STATUS,
                  text.replace("2015-05-31", "NULL").replace(";25;", ";N/A;"),
                  [error("not_date", STATUS, 2, "forventet_slut"),
                   error("not_percent", STATUS, 3, "fremdrift"),
                   error("not_percent", STATUS, 8, "fremdrift")], 2, 3, 8),
    ]


def cases():
    return read_right() + separators() + tables() + headings() + numbers()
