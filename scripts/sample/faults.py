"""What senders get wrong: changes to files that were right.

A change names a file, a record (1 is the first below the heading, -1 the
last), what happens to it, a column by its heading, and the cell as it came in:

    cell    the cell reads so
    repeat  the record comes a second time, and there the cell reads so
    blank   the record comes a second time, empty from the column on
    ragged  the record has a cell too many
    column  the file has a column too many
"""

_IN = "status/{}/retur/{}.csv".format
_ALL = "status/{}/samlet/{}.csv".format

# Rows that must be set aside.
ERRORS = [
    (_ALL("2015-01", "betingelser"), 1, "cell", "kommunekode",
     "Gentoffte Kommune"),
    (_ALL("2015-01", "kriteriesvar"), 3, "cell", "kriterium", "F2-K71"),
    (_IN("2015-01", "630-vejle-status"), 1, "cell", "forventet_slut",
     "31-05-15"),
    (_IN("2015-02", "219-hilleroed-status"), 3, "cell", "fremdrift", "140"),
    (_IN("2014-11", "657-herning-status"), 4, "ragged", None, "se mail"),
    (_IN("2015-03", "706-syddjurs-status"), 2, "cell", "status",
     "næsten færdig"),
    (_IN("2014-12", "336-stevns-status"), 5, "repeat", "fremdrift", "40"),
    (_IN("2015-02", "810-broenderslev-status"), 2, "cell", "opdateret",
     "31-02-2015"),
    (_IN("2015-01", "760-ringkoebing-skjern-status"), 7, "cell",
     "kommunenavn", "Ikast-Brande"),
    (_IN("2014-12", "615-horsens-oekonomi"), 7, "cell", "budget_kr",
     "145.000"),
]

# Rows that are used, with a remark.
REMARKABLE = [
    (_IN("2014-11", "607-fredericia-status"), 2, "cell", "opdateret",
     "41971"),
    (_IN("2015-02", "766-hedensted-status"), 1, "cell", "bemærkning",
     "Superbrugerne er udpeget pÃ¥ rÃ¥dhuset."),
    (_IN("2015-03", "766-hedensted-status"), 2, "cell", "bemærkning",
     "Kontakt hos leverandøren: Łukasz Żółkiewski."),
    (_IN("2015-02", "336-stevns-status"), None, "column", "afdeling",
     "Digitalisering"),
    (_ALL("2015-03", "gevinstmaalinger"), 2, "cell", "dato", "14/4-2015"),
    (_IN("2015-03", "630-vejle-status"), 5, "cell", "opdateret",
     "02-04-2015"),
    (_IN("2014-12", "219-hilleroed-status"), 1, "cell", "fremdrift", "90"),
    (_IN("2014-10", "706-syddjurs-status"), 8, "cell", "status",
     "ikke startet"),
    (_IN("2014-12", "630-vejle-status"), 1, "cell", "fremdrift", ""),
    (_IN("2015-02", "657-herning-status"), -1, "repeat", "hovedopgave", "12"),
    (_IN("2015-01", "630-vejle-opgaver"), 1, "cell", "frist", "31-01-2015"),
    (_IN("2015-02", "706-syddjurs-status"), -1, "blank", "status", ""),
]

# Files that are not returns.
STRAY = {"status/2014-12/retur/laes-mig.txt":
         "Filerne fra Horsens er sendt igen den 5. januar.\n"}


def apply(path, lines):
    """Change the lines of a file as its faults say."""
    for fault_path, record, change, column, value in ERRORS + REMARKABLE:
        if fault_path != path:
            continue
        if change == "column":
            _add_column(lines, column, value)
        elif record < len(lines):
            _change(lines, record, change, column, value)


def _add_column(lines, heading, value):
    lines[0].append(heading)
    for line in lines[1:]:
        line.append(value)


def _change(lines, record, change, column, value):
    line = lines[record]
    if change == "ragged":
        line.append(value)
        return
    at = lines[0].index(column)
    if change != "cell":
        line = list(line)
        lines.append(line)
    if change == "blank":
        line[at:] = [""] * len(line[at:])
    line[at] = value
