"""Files as spreadsheets write them: nothing is lost, whatever the dialect.

Each is applied to every file of the input at once, so that every kind and
every column is read in it.
"""
import csv
import datetime
import random
import re

from mangle import BASE, Case, NOW, Sheet, sheets

DATES = {"planlagt_start", "planlagt_slut", "baseline_slut", "start", "frist",
         "udgivet", "gyldig_fra", "gyldig_til", "fra_dato", "baseline_dato",
         "realisering_fra", "måldato", "handling_frist", "dato",
         "forventet_slut", "opdateret", "afsluttet", "næste_review",
         "lukket_dato"}
DECIMALS = {"vægt", "baseline", "oprindeligt_mål", "værdi", "årlig_værdi_lav",
            "årlig_værdi", "årlig_værdi_høj", "budget_timer", "forbrug_timer",
            "forventet_timer", "budget_kr", "forbrug_kr", "forventet_kr"}
ENGLISH = {
    "kommunekode": "municipality", "løsning": "solution", "fase": "phase",
    "hovedopgave": "main_task", "fremdrift": "progress", "status": "status",
    "forventet_slut": "expected_end", "ansvarlig": "responsible",
    "bemærkning": "comment", "opdateret": "updated", "trafiklys": "light",
    "næste_periode": "next_period", "beslutning_ønskes": "decision_wanted",
    "kriterium": "criterion", "svar": "answer", "dokumentation": "evidence",
    "dato": "date", "risiko_id": "risk_id", "risiko": "risk", "ejer": "owner",
    "sandsynlighed": "probability", "konsekvens": "impact",
    "sandsynlighed_efter": "residual_probability",
    "konsekvens_efter": "residual_impact", "handling": "response",
    "frist": "deadline", "budget_timer": "budget_hours",
    "forbrug_timer": "actual_hours", "forventet_timer": "forecast_hours",
    "budget_kr": "budget_dkk", "forbrug_kr": "actual_dkk",
    "forventet_kr": "forecast_dkk", "opgave_id": "task_id", "titel": "title",
    "obligatorisk": "mandatory", "udfører": "performer",
    "afsluttet": "completed", "gevinst_id": "benefit_id", "værdi": "value",
    "målt_af": "measured_by", "tilskrivning": "attribution",
    "betingelse_id": "condition_id", "betingelse": "condition",
    "hastegrad": "urgency", "lukket_dato": "closed_on"}
WORDS = {"ikke startet": "not_started", "i gang": "In Progress",
         "færdig": "DONE", "blokeret": "blocked", "åben": "open",
         "gul": "yellow", "grøn": "Green", "ja": "yes", "nej": "NO",
         "delvis": "partly", "samlet": "overall",
         "go med betingelser": "go_conditional",
         "før ibrugtagning": "before_go_live"}
WORD_COLUMNS = {"status", "trafiklys", "dimension", "obligatorisk", "svar",
                "tilskrivning", "hastegrad", "beslutning"}


def put(folder, path, text, encoding="utf-8"):
    (folder / path).write_bytes(text if isinstance(text, bytes)
                                else text.encode(encoding))


def all_files(write):
    """A change that rewrites every file by write(sheet)."""
    def change(folder):
        for sheet in sheets():
            put(folder, sheet.path, write(sheet))
    return change


def cells(alter, names=None, but=None):
    """A change of each filled cell in columns of those names, any if None."""
    def write(sheet):
        if not but or but not in sheet.path:
            for row in sheet.rows:
                for i, head in enumerate(sheet.head):
                    if row[i] and (names is None or head in names):
                        row[i] = alter(row[i])
        return sheet.text()
    return all_files(write)


def heads(alter):
    def write(sheet):
        sheet.head = [alter(head) for head in sheet.head]
        return sheet.text()
    return all_files(write)


def plain(name, change, findings=(), **more):
    more.setdefault("documents", True)
    return Case(name, change, findings, **more)


def notices(code, test=lambda text: True):
    return [("notice", code, s.path, 0, "") for s in sheets()
            if test(s.text())]


def foreign(text):
    return any(ord(c) > 126 for c in text)


def mixed_ends(sheet):
    rng = random.Random(sheet.path)
    return "".join(line + rng.choice(("\n", "\r\n", "\r"))
                   for line in sheet.text().splitlines())


def reordered(sheet):
    order = list(range(len(sheet.head)))
    random.Random(sheet.path).shuffle(order)
    sheet.head = [sheet.head[i] for i in order]
    sheet.rows = [[row[i] for i in order] for row in sheet.rows]
    return sheet.text()


def one_file_a_row(folder):
    for sheet in sheets():
        if not sheet.path.startswith(NOW):
            continue
        (folder / sheet.path).unlink()
        rows = sheet.rows
        for n, row in enumerate(rows):
            sheet.rows = [row]
            path = folder / NOW / ("%s-%d" % (sheet.path[15:-4], n)) / "Retur.CSV"
            path.parent.mkdir(parents=True)
            path.write_text(sheet.text(), "utf-8")


def dates(form):
    return cells(lambda t: form.format(*map(int, t.split("-"))), DATES)


def serial(text):
    return str((datetime.date.fromisoformat(text) -
                datetime.date(1899, 12, 30)).days)


def serial_findings():
    return [("notice", "date_serial", s.path, n + 2, head)
            for s in sheets() for n, row in enumerate(s.rows)
            for i, head in enumerate(s.head) if head in DATES and row[i]]


def with_lines(sheet):
    """A remark of several lines in each row; lines below move."""
    for row in sheet.rows:
        if "kontakt" in sheet.head:
            row[sheet.column("kontakt")] = 'a; "b"\r\nc\n\nd'
    return sheet.text()


def utf16(sheet, order):
    bom = {"le": b"\xff\xfe", "be": b"\xfe\xff"}[order]
    return bom + sheet.text("\t", "\r\n").encode("utf-16-" + order)


def month_heads(folder):
    for sheet in sheets():
        if sheet.path.startswith("status"):
            sheet.head = [ENGLISH.get(h, h) for h in sheet.head]
            put(folder, sheet.path, sheet.text())


def thousands(mark):
    def alter(text):
        return re.sub(r"(?<=\d)(?=(\d{3})+$)", mark, text)
    return cells(alter, {"budget_kr", "forbrug_kr", "forventet_kr",
                         "indbyggere"})


def extra_column(sheet):
    sheet.head.insert(1, "Løbenummer hos os")
    for n, row in enumerate(sheet.rows):
        row.insert(1, str(n))
    return sheet.text()


def unnamed_column(sheet):
    sheet.head.insert(1, "")
    for row in sheet.rows:
        row.insert(1, "=A1")
    return sheet.text()


def beside(sheet):
    """The municipality's name beside its code, as a check."""
    names = {"101": "Københavns Kommune", "751": "Århus", "825": "læsø kommune"}
    if "kommunekode" in sheet.head and "kommunenavn" not in sheet.head:
        at = sheet.column("kommunekode")
        sheet.head.append("Kommunenavn")
        for row in sheet.rows:
            row.append(names.get(row[at], ""))
    return sheet.text()


def lines_of(sheet, alter):
    return "".join(alter(n, line) for n, line in
                   enumerate(sheet.text().splitlines(keepends=True)))


def cases():
    code = {"kommunekode"}
    phase = {"A": "forberedelse", "B": "Establishment", "C": " DRIFT "}
    task = {"1": "styring", "2": "Communication", "3": "INTEGRATIONER",
            "4": "data", "5": "Uddannelse"}
    city = {"101": "Københavns Kommune", "751": "Århus", "825": "Læsø"}
    text = {"bemærkning", "ansvarlig"}
    utf_16 = notices("encoding_utf16")
    return [
        plain("as it is", all_files(lambda s: s.text())),
        plain("commas", all_files(lambda s: s.text(","))),
        plain("tabs", all_files(lambda s: s.text("\t"))),
        plain("sep=;", all_files(lambda s: "sep=;\r\n" + s.text(";", "\r\n")),
              lines=False),
        plain("sep=, and a mark", all_files(
            lambda s: "\ufeffSEP=,\n" + s.text(",")), lines=False),
        plain("sep=tab", all_files(lambda s: "sep=\t\n" + s.text("\t")),
              lines=False),
        plain("UTF-8 with a mark", all_files(
            lambda s: "\ufeff" + s.text())),
        plain("UTF-8 with a mark, all quoted, CRLF", all_files(
            lambda s: "\ufeff" + s.text(";", "\r\n", csv.QUOTE_ALL))),
        plain("UTF-16 little-endian", all_files(lambda s: utf16(s, "le")),
              utf_16),
        plain("UTF-16 big-endian", all_files(lambda s: utf16(s, "be")),
              utf_16),
        plain("Windows-1252", all_files(
            lambda s: s.text().encode("cp1252")),
            notices("encoding_cp1252", foreign)),
        plain("CRLF", all_files(lambda s: s.text(";", "\r\n"))),
        plain("CR", all_files(lambda s: s.text(";", "\r"))),
        plain("CRLF, CR and LF mixed", all_files(mixed_ends)),
        plain("no end of the last line", all_files(
            lambda s: s.text().rstrip("\n"))),
        plain("a form feed at the end", all_files(
            lambda s: s.text() + "\f\n")),
        plain("everything quoted", all_files(
            lambda s: s.text(quoting=csv.QUOTE_ALL))),
        plain("headings quoted", all_files(lambda s: lines_of(
            s, lambda n, t: re.sub(r"[^;\n]+", r'"\g<0>"', t) if n == 0
            else t))),
        plain("blank lines", all_files(lambda s: lines_of(
            s, lambda n, t: "\n \n" + t + "\t\n")), lines=False),
        plain("rows of separators, as Excel saves them", all_files(
            lambda s: s.text() + (";" * (len(s.head) - 1) + "\r\n") * 500)),
        plain("rows of quoted nothing", all_files(
            lambda s: s.text() + (";".join(['""'] * len(s.head)) + "\n") * 9)),
        plain("rows of separators on top", all_files(
            lambda s: ";;;;\n" * 3 + s.text()), lines=False),
        plain("separators behind each row", all_files(lambda s: lines_of(
            s, lambda n, t: t.rstrip("\n") + ";;;\n"))),
        plain("separators behind the rows but not the headings", all_files(
            lambda s: lines_of(
                s, lambda n, t: t.rstrip("\n") + (";" if n else "") + "\n"))),
        plain("16384 columns, all but a few empty", all_files(
            lambda s: lines_of(s, lambda n, t: t.rstrip("\n") + ";" *
                               (16384 - len(s.head)) + "\n"))),
        plain("blanks around cells", all_files(lambda s: re.sub(
            r"[^;\n]+", r"  \g<0> ", s.text()))),
        plain("no-break spaces around cells", cells(
            lambda t: "\u00a0" + t + "\u202f\u00a0")),
        plain("quoted blanks around cells", cells(lambda t: " " + t + "\t")),
        plain("a mark before each row", all_files(lambda s: lines_of(
            s, lambda n, t: "\ufeff" + t))),
        plain("headings in capitals", heads(str.upper)),
        plain("headings with blanks", heads(lambda t: " \u00a0" + t + "  ")),
        plain("headings in English", month_heads),
        plain("columns in another order", all_files(reordered)),
        plain("dates 31-03-2015", dates("{2:02d}-{1:02d}-{0}")),
        plain("dates 31.03.2015", dates("{2:02d}.{1:02d}.{0}")),
        plain("dates 31.3.2015", dates("{2}.{1}.{0}")),
        plain("dates 31/3-2015", dates("{2}/{1}-{0}")),
        plain("dates 31/03/2015", dates("{2:02d}/{1:02d}/{0}")),
        plain("dates as serial numbers", cells(serial, DATES),
              serial_findings()),
        plain("decimal points", cells(lambda t: t.replace(",", "."),
                                      DECIMALS)),
        plain("two decimals, comma", cells(
            lambda t: t + ",00" if t.isdigit() else t + "0",
            DECIMALS | {"fremdrift"})),
        plain("two decimals, point", cells(
            lambda t: t + ".00" if t.isdigit() else t.replace(",", ".") + "0",
            DECIMALS | {"fremdrift"})),
        plain("percent signs", cells(lambda t: t + " %", {"fremdrift"})),
        plain("percent signs close up", cells(lambda t: t + "%",
                                              {"fremdrift"})),
        plain("no-break spaces in thousands", thousands("\u00a0")),
        plain("narrow spaces in thousands", thousands("\u202f")),
        plain("thin spaces in thousands", thousands("\u2009")),
        plain("codes of four digits", cells(lambda t: "0" + t, code)),
        plain("codes with the name behind", cells(
            lambda t: t + " " + city[t], code, "municipalities")),
        plain("codes with a no-break space and the name", cells(
            lambda t: t + "\u00a0" + city[t], code, "municipalities")),
        plain("names for codes", cells(lambda t: city[t], code,
                                       "municipalities")),
        plain("names beside codes", all_files(beside)),
        plain("phases by their names", cells(lambda t: phase[t], {"fase"},
                                             "phases")),
        plain("main tasks by their names", cells(
            lambda t: task.get(t, t), {"hovedopgave"})),
        plain("solutions by their names", cells(
            lambda t: {"SAPA": "overblik over SAGER", "KY": "Ydelser"}[t],
            {"løsning"}, "solutions")),
        plain("words in English and by id", cells(
            lambda t: WORDS.get(t, t), WORD_COLUMNS)),
        plain("words in capitals", cells(str.upper, WORD_COLUMNS)),
        plain("words with two blanks", cells(
            lambda t: t.replace(" ", "\u00a0 "), WORD_COLUMNS)),
        Case("lines in a cell", all_files(with_lines), lines=False),
        Case("a file a row, in folders", one_file_a_row, lines=False),
        plain("a column of their own", all_files(extra_column),
              [("notice", "column_extra", s.path, 1, "Løbenummer hos os")
               for s in sheets()]),
        plain("a column without a heading", all_files(unnamed_column),
              [("notice", "column_unnamed", s.path, 1, "")
               for s in sheets()]),
        Case("other personal texts", cells(lambda t: "Ægir Åsen", text)),
    ]


assert BASE.exists() and Sheet
