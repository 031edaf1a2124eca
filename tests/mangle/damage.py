"""Files that are wrong: what is said, and what else of the input it moves."""
import os
import random
import socket

from dialects import put
from mangle import BASE, Case, NOW, STATUS, Sheet, sheets

MONEY = NOW + "oekonomi.csv"
TASKS = NOW + "opgaver.csv"
READINGS = NOW + "maalinger.csv"


def text_of(path):
    return (BASE / path).read_text("utf-8")


def lines_of(path):
    return text_of(path).splitlines()


def joined(lines, end="\n"):
    return end.join(lines) + end


class Without:
    """The base without lines of a file, or without the file."""
    def __init__(self, path, *lines):
        self.key = (path, tuple(sorted(set(lines))))

    def __call__(self, folder):
        path, lines = self.key
        if not lines:
            (folder / path).unlink()
            return
        text = lines_of(path)
        for line in lines:
            text[line - 1] = ""
        put(folder, path, joined(text))

    def __eq__(self, other):
        return isinstance(other, Without) and self.key == other.key

    def __hash__(self):
        return hash(self.key)


def error(code, path, line=0, column=""):
    return ("error", code, path, line, column)


def notice(code, path, line=0, column=""):
    return ("notice", code, path, line, column)


def replaced(path, content):
    return lambda folder: put(folder, path, content)


def file_lost(name, path, content, *findings, **more):
    """The whole file is set aside, once."""
    return Case(name, replaced(path, content), findings,
                lost=Without(path), **more)


def rows_lost(name, path, content, findings, *lines, **more):
    return Case(name, replaced(path, content), findings,
                lost=Without(path, *lines), **more)


def added(name, path, rows, *findings, **more):
    """Rows below those of the base; none of them may move a figure."""
    return Case(name, replaced(path, text_of(path) + joined(rows)), findings,
                **more)


def encodings():
    text = text_of(STATUS)
    nul = text.encode()
    twice = text.encode().decode("cp1252").encode()
    cases = [
        file_lost("UTF-16 without a mark, little-endian", STATUS,
                  text.encode("utf-16-le"), error("encoding_nul", STATUS, 1)),
        file_lost("UTF-16 without a mark, big-endian", STATUS,
                  text.encode("utf-16-be"), error("encoding_nul", STATUS, 1)),
        file_lost("UTF-16 cut within a letter", STATUS,
                  b"\xff\xfe" + text.encode("utf-16-le")[:-1],
                  error("encoding_broken", STATUS, 9)),
        file_lost("UTF-16 with half a pair", STATUS,
                  b"\xff\xfe" + (text + "\n").encode("utf-16-le") +
                  b"\x3d\xd8a\0", error("encoding_broken", STATUS, 11)),
        file_lost("UTF-32", STATUS, text.encode("utf-32"),
                  error("encoding_nul", STATUS, 1)),
        file_lost("UTF-8 with a mark and a bad byte", STATUS,
                  b"\xef\xbb\xbf" + nul + b"\xe6\n",
                  error("encoding_broken", STATUS, 10)),
        file_lost("encoded twice", STATUS, twice,
                  ("warning", "double_encoded", STATUS, 1, "lÃ¸sning"),
                  error("column_missing_near", STATUS, 1)),
        # æ, ø and å of other machines: the headings are no longer known.
        file_lost("code page 850", STATUS, text.encode("cp850"),
                  notice("encoding_cp1252", STATUS),
                  error("column_missing_near", STATUS, 1)),
        file_lost("MacRoman", STATUS, text.encode("mac_roman"),
                  notice("encoding_cp1252", STATUS),
                  error("column_missing_near", STATUS, 1)),
        file_lost("ø written as o", STATUS, text.replace("ø", "o"),
                  error("column_missing_near", STATUS, 1)),
        file_lost("ø written as oe", STATUS, text.replace("ø", "oe"),
                  error("column_missing_near", STATUS, 1)),
        file_lost("ø lost", STATUS, text.replace("ø", "\ufffd"),
                  error("column_missing_near", STATUS, 1)),
        file_lost("an undefined byte", STATUS, text.encode("cp1252") +
                  b"\n\x81\n", error("encoding_undefined", STATUS, 11)),
        file_lost("one row of another encoding", STATUS,
                  nul + b"101;SAPA;A;1;i gang;25;;S\xf8ren;;\n",
                  notice("encoding_cp1252", STATUS),
                  ("warning", "double_encoded", STATUS, 1, "lÃ¸sning"),
                  error("column_missing_near", STATUS, 1)),
    ]
    for at in (0, 40, len(nul) // 2, len(nul)):
        cases.append(file_lost("a NUL at byte %d" % at, STATUS,
                               nul[:at] + b"\0" + nul[at:],
                               error("encoding_nul", STATUS,
                                     nul[:at].count(b"\n") + 1)))
    return cases


def quotes(step):
    """One quotation mark too many, anywhere: it costs the row it stands in."""
    text, cases = text_of(STATUS), []
    head = text.index("\n") + 1
    for at in range(head + 1, len(text), step):
        line = text[:at].count("\n") + 1
        opens = text[at - 1] in ";\n"
        cases.append(rows_lost(
            "a quotation mark before byte %d" % at, STATUS,
            text[:at] + '"' + text[at:],
            [error("quote_open" if opens else "quote_stray", STATUS, line)],
            line))
    for at in (0, 5, head - 1):
        cases.append(file_lost("a quotation mark in the headings at %d" % at,
                               STATUS, text[:at] + '"' + text[at:],
                               error("header_quote", STATUS, 1)))
    lines = text.splitlines()

    def two(name, i, j, before, after, *findings, lost):
        changed = list(lines)
        changed[i - 1] = changed[i - 1].replace(*before)
        changed[j - 1] = changed[j - 1].replace(*after)
        assert changed[i - 1] != lines[i - 1] and changed[j - 1] != lines[j - 1]
        return rows_lost(name, STATUS, joined(changed), findings, *lost)

    return cases + [
        two("two quotation marks, in rows that are neighbours", 3, 4,
            ("Anne", '"Anne'), ("SAPA;", 'SAPA";'),
            error("quote_stray", STATUS, 3), error("quote_stray", STATUS, 4),
            lost=(3, 4)),
        two("two quotation marks, in one column of neighbours", 3, 4,
            ("Anne", '"Anne'), ("And;", 'And";'),
            ("warning", "rows_in_cell", STATUS, 3, "ansvarlig"), lost=(4,)),
        Case("a text of many lines with separators", replaced(
            STATUS, text.replace("Venter på", '"Se:\na; b; c;\nd; e"'[:-1] +
                                 ' på').replace("leverandøren;",
                                                'leverandøren";')),
             lines=False),
        rows_lost("a text of many lines with separators, a cell too many",
                  STATUS, text.replace(
                      "Venter på leverandøren;2015-03-30",
                      '"Se:\na; b";2015-03-30;for meget'),
                  [error("row_long", STATUS, 4)], 4, lines=False),
        rows_lost("a text of many lines with separators, a cell too few",
                  STATUS, text.replace(
                      "Anne And;Venter på leverandøren;2015-03-30",
                      '"Se:\na; ""b""";2015-03-30'),
                  [error("row_short", STATUS, 4)], 4, lines=False),
        two("two quotation marks, the second at a cell's beginning", 3, 6,
            ("Anne", '"Anne'), ("Anne", '"Anne'),
            error("quote_stray", STATUS, 3), error("quote_open", STATUS, 6),
            lost=(3, 6)),
        two("two quotation marks, the second at a cell's end", 3, 6,
            ("Anne", '"Anne'), ("And;", 'And";'),
            ("warning", "rows_in_cell", STATUS, 3, "ansvarlig"),
            lost=(4, 5, 6)),
        two("two quotation marks, cells apart", 3, 6, ("SAPA", '"SAPA'),
            ("And;", 'And";'), error("quote_stray", STATUS, 3),
            error("quote_stray", STATUS, 6), lost=(3, 6)),
        two("two quotation marks, cells apart the other way", 3, 6,
            ("Anne", '"Anne'), ("SAPA;", 'SAPA";'),
            error("quote_stray", STATUS, 3),
            error("quote_stray", STATUS, 6), lost=(3, 6)),
        rows_lost("inches", STATUS, text.replace("Venter på", '5" rør på'),
                  [error("quote_stray", STATUS, 4)], 4),
        rows_lost("cells as formulas that hold text", STATUS,
                  text.replace("101;SAPA;B;4", '="101";SAPA;B;4'),
                  [error("quote_stray", STATUS, 5)], 5),
        Case("typographic quotation marks in a text", replaced(
            STATUS, text.replace("Venter", "“Venter”"))),
        rows_lost("typographic quotation marks around a code", STATUS,
                  text.replace("101;SAPA;B;4", "“101”;SAPA;B;4"),
                  [error("unknown_municipality", STATUS, 5, "kommunekode")],
                  5),
    ]


def truncated(step):
    """A file that ends too early costs the row that is cut."""
    text, cases = text_of(STATUS), []
    head, last = text.index("\n") + 1, 9    # index of the last column, a date
    for at in range(head, len(text), step):
        cut = text[head:at].rsplit("\n", 1)[-1].split(";")
        line, findings = text[:at].count("\n") + 1, []
        gone = list(range(line + 1, 10))
        if cut == [""]:
            gone.append(line)
        elif len(cut) <= last:
            findings = [error("row_short", STATUS, line)]
        elif 0 < len(cut[last]) < 10:
            findings = [error("not_date", STATUS, line, "opdateret")]
        if findings:
            gone.append(line)
        elif len(gone) == 8:
            findings = [notice("sheet_empty", STATUS)]
        cases.append(Case("cut at byte %d" % at, replaced(STATUS, text[:at]),
                          findings,
                          lost=Without(STATUS, *gone) if gone else None))
    # What it needs stands first: cut behind that, it is a file without rows.
    needed = text.index(";fremdrift")
    for at in range(1, head - 1, 2 * step):
        cases.append(Case("cut within the headings at byte %d" % at,
                          replaced(STATUS, text[:at]),
                          status=int(at < needed), lost=Without(STATUS),
                          any_findings=True))
    return cases


def shapes():
    lines = lines_of(STATUS)
    text = joined(lines)
    swapped = joined([";".join([c[0], c[1], c[3], c[2]] + c[4:]) if n else
                      ";".join(c) for n, c in
                      enumerate(line.split(";") for line in lines)])
    every = range(2, 10)
    cases = [
        file_lost("empty", STATUS, b"", error("file_empty", STATUS)),
        file_lost("a mark and nothing else", STATUS, b"\xef\xbb\xbf",
                  error("file_empty", STATUS)),
        file_lost("a mark of UTF-16 and nothing else", STATUS, b"\xff\xfe",
                  notice("encoding_utf16", STATUS),
                  error("file_empty", STATUS)),
        file_lost("blank lines only", STATUS, b"\r\n \n\t\r",
                  error("file_empty", STATUS)),
        file_lost("separators only", STATUS, b";;;;\n" * 40,
                  error("file_empty", STATUS)),
        file_lost("sep=; and nothing else", STATUS, b"sep=;\n",
                  error("file_empty", STATUS)),
        rows_lost("headings only", STATUS, lines[0],
                  [notice("sheet_empty", STATUS)], *every),
        file_lost("a title above the headings", STATUS,
                  "Statusrapport marts 2015\n\n" + text,
                  error("kind_unknown", STATUS, 1)),
        file_lost("a remark above the headings", STATUS,
                  "# eksport 31-03-2015;\n" + text,
                  error("kind_unknown", STATUS, 1)),
        file_lost("no headings", STATUS, joined(lines[1:]),
                  error("kind_unknown", STATUS, 1)),
        file_lost("rows and columns turned round", STATUS,
                  joined([";".join(c) for c in
                          zip(*(line.split(";") for line in lines))]),
                  any_findings=True, status=1),
        file_lost("a heading twice", STATUS, text.replace(
            "bemærkning", "Status", 1),
            error("column_twice", STATUS, 1, "Status")),
        file_lost("a heading in Danish and in English", STATUS, text.replace(
            "bemærkning", "progress", 1),
            error("column_twice", STATUS, 1, "progress")),
        file_lost("10,000 headings", STATUS, ";".join(
            ["kolonne%d" % i for i in range(10000)]) + "\n" + text,
            error("columns_many", STATUS, 1)),
        added("a row of 10,000 cells", STATUS,
              ["101;SAPA;A;1;færdig" + ";x" * 9995],
              error("columns_many", STATUS, 10)),
        added("a row of 1,024 cells", STATUS, ["101" + ";x" * 1023],
              error("row_long", STATUS, 10)),
        added("the headings again", STATUS, lines[:1],
              error("header_again", STATUS, 10)),
        Case("two files one after the other, each with its mark", lambda f: (
            put(f, STATUS, "\ufeff" + text + "\ufeff" + text_of(
                NOW + "751-status.csv")),
            (f / NOW / "751-status.csv").unlink()),
            [error("row_short", STATUS, n) for n in range(10, 16)],
            lost=Without(NOW + "751-status.csv")),
        added("a row of sums", STATUS, ["I alt;;;;;270;;;;"],
              *[error("cell_missing", STATUS, 10, c) for c in
                ("løsning", "fase", "hovedopgave", "status")],
              error("not_percent", STATUS, 10, "fremdrift")),
        added("a row of sums of money", MONEY,
              ["I alt;;;300;210;310;150000;105000;155000"],
              error("cell_missing", MONEY, 4, "løsning"),
              error("cell_missing", MONEY, 4, "hovedopgave")),
        added("a remark below", STATUS, ["* foreløbige tal"],
              error("row_short", STATUS, 10)),
        added("a remark of all its cells", STATUS,
              ["* foreløbige tal;;;;;;;;;"], notice("form_blank", STATUS, 10)),
        added("a row with commas", STATUS, ["101,SAPA,A,1,færdig,100,,,,"],
              error("row_short", STATUS, 10)),
        added("a row with tabs", STATUS,
              ["101\tSAPA\tA\t1\tfærdig\t100\t\t\t\t"],
              error("row_short", STATUS, 10)),
        added("a row with a cell too many", STATUS,
              ["101;SAPA;A;1;færdig;100;;Anne;And;i dag;2015-03-30"],
              error("row_long", STATUS, 10)),
        added("the end-of-file mark of DOS", STATUS, ["\x1a"],
              error("row_short", STATUS, 10)),
        rows_lost("two columns changed about", STATUS, swapped,
                  [error("unknown_phase", STATUS, n, "fase") for n in every] +
                  [error("unknown_main_task", STATUS, n, "hovedopgave")
                   for n in every], *every),
        Case("the same file twice", lambda f: put(
            f, NOW + "0-kopi.csv", text),
            [error("duplicate_row", NOW + "0-kopi.csv", n) for n in every]),
        Case("the same rows twice in a file", replaced(
            STATUS, joined(lines[:1] + lines[1:] * 2)),
            [error("duplicate_row", STATUS, n) for n in every], lines=False),
        Case("the same row, spelled in another way", lambda f: put(
            f, NOW + "0-kopi.csv", lines[0] + "\n" +
            "Københavns kommune;overblik over sager;etablering;STYRING;"
            "done;100 %;;;;\n"),
            [error("duplicate_row", NOW + "0-kopi.csv", 2)]),
    ]
    for drop in range(1, 10):
        cells = lines[3].split(";")
        cut = lines[:3] + [";".join(cells[:-drop])] + lines[4:]
        cases.append(rows_lost("a row that lacks %d cells" % drop, STATUS,
                               joined(cut), [error("row_short", STATUS, 4)],
                               4))
    return cases


NO_DATES = ["31-03-15", "31.3.15", "31/3-15", "03/31/2015", "2015-3-1",
            "2015/03/31", "2015.03.31", "20150331", "31-mar-15",
            "31. marts 2015", "31. mars 2015", "31. März 2015",
            "March 31, 2015", "marts 2015", "2015-03", "2015", "uge 13",
            "2015-03-31 00:00:00", "2015-03-31T00:00:00Z", "31-03-2015 kl. 9",
            "########", "42094,5", "42.094", "=I1", "29-02-2015", "31-04-2015",
            "00-03-2015", "31-03-0015", "31-03-20155", "31-3/2015", "x",
            "-", "2015-03-32", "01234", "9999999", "31\u201303\u20132015"]
SHORT = 3       # the first of them lack a century

NO_NUMBERS = ["1 234", "1,234.5", "1.23.456", "12.34.567", "kr. 100", "100 kr",
              "100,-", "1e3", "1E+05", "(100)", "'100", "=100", "+100", "1,2,3",
              ",5", "5,", "0x10", "٣", "１００", "½", "#I/T", "#DIV/0!",
              "#VÆRDI!", "NaN", "inf", "--5", "5-", "100 %", "1_000", "1'000",
              "ca. 100", "100?", "-", "1" * 50, "1 000,50", "1.2345.678"]

NO_PERCENTS = ["101", "-1", "100,5", "1000", "60 procent", "60 pct.", "%",
               "60%%", "0,6.1", "æ", "60-70", "1e2"]

NO_INTEGERS = [("3,5", "not_integer"), ("3,0", "not_integer"),
               ("0", "integer_range"), ("6", "integer_range"),
               ("-3", "integer_range"), ("høj", "not_integer"),
               ("3/5", "not_integer"), ("1.000", "integer_range"),
               ("9" * 30, "not_integer")]

NO_WORDS = ["igang", "i-gang?", "Færdig!", "100 %", "OK", "x", "ja", "1",
            "fardig", "F√¶rdig", "rød", "grøn", "(tom)", "#REFERENCE!",
            "\u200bfærdig", "færdig;"[:-1] + "\u0301"]

NO_CODES = [("1", "unknown_municipality"), ("00101", "unknown_municipality"),
            ("101.0", "unknown_municipality"), ("101,00",
                                                "unknown_municipality"),
            ("'101", "unknown_municipality"), ("1O1", "unknown_municipality"),
            ("999", "unknown_municipality"), ("Kbh", "unknown_municipality"),
            ("101 Aarhus", "code_name_disagree"),
            ("Region Hovedstaden", "unknown_municipality"),
            ("751;"[:-1] + " København", "code_name_disagree"),
            ("１０１", "unknown_municipality"), ("-101", "unknown_municipality")]


def cells():
    """One cell that can't be read in each of many rows."""
    start = len(lines_of(TASKS)) + 1
    cases = []
    for column, at in (("start", 7), ("frist", 8), ("afsluttet", 11)):
        rows, findings = [], []
        for n, date in enumerate(NO_DATES):
            row = ["X%d" % n, "101", "SAPA", "B", "1", "Opgave", "ja", "", "",
                   "", "i gang", ""]
            row[at] = date
            rows.append(";".join(row))
            findings.append(error("short_year" if n < SHORT else "not_date",
                                  TASKS, start + n, column))
        cases.append(added("no dates in " + column, TASKS, rows, *findings))
    head = lines_of(MONEY)[0].split(";")
    start = len(lines_of(MONEY)) + 1
    for at in range(3, 9):
        rows, findings = [], []
        for n, number in enumerate(NO_NUMBERS):
            row = ["101", "SAPA", "2"] + [""] * 6
            row[at] = number
            rows.append(";".join(row))
            findings.append(error("not_number", MONEY, start + n, head[at]))
        cases.append(added("no numbers in " + head[at], MONEY, rows, *findings))
    start = len(lines_of(STATUS)) + 1
    cases.append(added(
        "no percentages", STATUS,
        ["101;SAPA;A;1;i gang;%s;;;;" % p for p in NO_PERCENTS],
        *[error("not_percent", STATUS, start + n, "fremdrift")
          for n in range(len(NO_PERCENTS))]))
    cases.append(Case(
        "no words of the list",
        replaced(STATUS, text_of(STATUS) + joined(
            ["101;SAPA;A;1;%s;;;;;" % w for w in NO_WORDS])),
        [error("unknown_word", STATUS, start + n, "status")
         for n in range(len(NO_WORDS)) if n not in NEAR_WORDS] +
        [error("unknown_word_near", STATUS, start + n, "status")
         for n in NEAR_WORDS]))
    cases.append(added(
        "no municipalities", STATUS,
        ["%s;SAPA;A;1;i gang;;;;;" % c for c, _ in NO_CODES],
        *[error(code, STATUS, start + n, "kommunekode")
          for n, (_, code) in enumerate(NO_CODES)]))
    risks = NOW + "risici.csv"
    start = len(lines_of(risks)) + 1
    cases.append(added(
        "no scores", risks,
        ["X%d;101;SAPA;;Risiko;%s;3;;;;;åben;" % (n, s)
         for n, (s, _) in enumerate(NO_INTEGERS)],
        *[error(code, risks, start + n, "sandsynlighed")
          for n, (_, code) in enumerate(NO_INTEGERS)]))
    return cases + styles()


# Of NO_WORDS, those near enough to a word of the list to be asked about.
NEAR_WORDS = (0, 1, 2, 8, 9, 14, 15)


def styles():
    """12,5 and 12.5 in one file, and 1.234, which may be either."""
    head = lines_of(MONEY)[0]
    row = "101;SAPA;%d;%s;;;;;"

    def money(name, numbers, *findings, lost=()):
        text = joined([head] + [row % (n + 1, v) for n, v in
                                enumerate(numbers)])
        sound = joined([head] + [
            "" if n + 2 in lost else
            row % (n + 1, v.replace(".", "") if "," not in v and
                   len(v) == 5 and findings and
                   findings[0][1] == "number_whole" else v)
            for n, v in enumerate(numbers)])
        return Case(name, replaced(MONEY, text), findings,
                    lost=replaced(MONEY, sound), documents=False)

    return [
        money("1.234 alone", ["1.234"],
              error("number_ambiguous", MONEY, 2, "budget_timer"), lost=(2,)),
        money("1.234 beside 12,5", ["12,5", "1.234"],
              notice("number_whole", MONEY, 3, "budget_timer")),
        money("1.234 before 12,5", ["1.234", "12,5"],
              notice("number_whole", MONEY, 2, "budget_timer")),
        money("1.234 beside 12.5", ["12.5", "1.234"],
              notice("number_decimal", MONEY, 3, "budget_timer")),
        money("1.234 beside 1.234.567", ["1.234.567", "1.234"],
              notice("number_whole", MONEY, 3, "budget_timer")),
        money("12.5 after 12,5", ["12,5", "12.5", "7"],
              error("number_not_comma", MONEY, 3, "budget_timer"), lost=(3,)),
        money("12,5 after 12.5", ["12.5", "12,5", "7"],
              error("number_not_point", MONEY, 3, "budget_timer"), lost=(3,)),
        money("1,234 in a point file", ["12.5", "1,234"],
              error("number_not_point", MONEY, 3, "budget_timer"), lost=(3,)),
        money("1,234 in an unsettled file", ["7", "1,234"]),
        money("0.123, which can be read in one way", ["0.123", "7"]),
    ]


def places():
    """What stands in the folder is no file, or can't be read."""
    new = NOW + "x.csv"
    text = text_of(STATUS)

    def pipe(folder):
        os.mkfifo(folder / new)

    def sock(folder):
        # A path of a socket is short: made from within its folder.
        with socket.socket(socket.AF_UNIX) as s:
            fd = os.open(folder / NOW, os.O_RDONLY)
            s.bind("/proc/self/fd/%d/x.csv" % fd)
            os.close(fd)

    def link(to):
        return lambda folder: (folder / new).symlink_to(to)

    def loop(folder):
        (folder / new).symlink_to("y.csv")
        (folder / NOW / "y.csv").symlink_to("x.csv")

    def folders(folder):
        (folder / NOW / "x.csv").mkdir()
        put(folder, NOW + "x.csv/a.csv", text)

    def outside(folder):
        (folder.parent / "out.csv").write_text(text, "utf-8")
        (folder / STATUS).unlink()
        (folder / STATUS).symlink_to("../../../out.csv")

    def named(*names):
        def change(folder):
            for name in names:
                path = os.path.join(os.fsencode(folder / NOW), name)
                with open(path, "wb") as f:
                    f.write(b"x;y\n1;2\n")
        return change

    return [
        Case("a folder named .csv", folders, [error("file_folder", new)]),
        Case("a pipe", pipe, [error("file_special", new)]),
        Case("a socket", sock, [error("file_special", new)]),
        Case("a device", link("/dev/zero"), [error("file_special", new)]),
        Case("a link to a folder", link("."), [error("file_special", new)]),
        Case("a link that leads nowhere", link("nowhere"),
             [error("file_unreadable", new)]),
        Case("links in a circle", loop, [
            error("file_unreadable", new),
            error("file_unreadable", NOW + "y.csv")]),
        Case("a link to a folder above", lambda f: (
            f / NOW / "op").symlink_to(".."), [
                notice("file_passed_over", NOW + "op")]),
        Case("a link to a file outside", outside),
        Case("a hidden file", lambda f: put(f, NOW + ".retur.csv", text), [
            notice("file_hidden", NOW + ".retur.csv")]),
        Case("a workbook", lambda f: put(f, NOW + "retur.xlsx", b"PK\3\4"),
             [notice("workbook_passed_over", NOW + "retur.xlsx")]),
        Case("a workbook named .csv", lambda f: put(
            f, new, b"PK\3\4\x14\0\6\0\x08\0\0\0!\0"),
            [error("encoding_nul", new, 1)]),
        Case("an SQLite file named .csv", lambda f: put(
            f, new, b"SQLite format 3\0\x10\0\1\1"),
            [error("encoding_nul", new, 1)]),
        Case("a page named .csv", lambda f: put(
            f, new, "<!DOCTYPE html>\n<html><title>Log ind</title>\n"),
            [error("kind_unknown", new, 1)]),
        Case("a name of another encoding", named(b"k\xf8benhavn.csv"),
             [error("kind_unknown", NOW + "k\\xf8benhavn.csv", 1)]),
        Case("a name with control bytes", named(b"a\x1b[31m\n\x07.csv"),
             [error("kind_unknown", NOW + "a\x1b[31m\n\x07.csv", 1)]),
    ]


def registers():
    """Where nothing may be guessed: nothing is published."""
    return [
        Case("a register cut short", replaced(
            "register/rollouts.csv", "kommunekode;løs"),
            status=2),
        Case("an empty model file", replaced("model/matrix.csv", b""),
             status=2),
        Case("a register that is a pipe", lambda f: (
            (f / "register/rollouts.csv").unlink(),
            os.mkfifo(f / "register/rollouts.csv")), status=2),
        Case("a model row with a quotation mark too many", replaced(
            "model/phases.csv", text_of("model/phases.csv") + 'D";Efter;;;\n'),
            status=2),
    ]


def fuzzed(seed, count):
    """A byte of a row changed at random costs no other row its figures."""
    rng = random.Random(seed)
    every = sheets()
    cases = []
    for n in range(count):
        sheet = Sheet(rng.choice([s.path for s in every
                                  if s.path.startswith(NOW)]))
        lines = text_of(sheet.path).splitlines()
        line = rng.randrange(1, len(lines))
        at = rng.randrange(len(lines[line]))
        lines[line] = lines[line][:at] + rng.choice("#?!~x\t ") + "\u2620" + \
            lines[line][at:]
        cases.append(Case("%d: line %d of %s" % (n, line + 1, sheet.path),
                          replaced(sheet.path, joined(lines)),
                          any_findings=True))
    return cases


def cases(step=11):
    return encodings() + quotes(step) + truncated(step) + shapes() + \
        cells() + places() + registers()
