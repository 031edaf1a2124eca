"""The lines of a municipality's workbook break where its table says that the
phase changed, and nowhere else; the legend names each line once."""
import openpyxl
from openpyxl.utils.cell import range_boundaries

# Of the table: what breaks the lines, and the line that none breaks.
PHASE, THROUGH = {"Fase", "Phase"}, {"Hele forløbet", "Whole course"}


def rows_of(reference):
    """First and last row, from 1, of 'Forløb'!$C$5:$C$9."""
    _, first, _, last = range_boundaries(
        reference.rsplit("!", 1)[1].replace("$", ""))
    return first, last


def runs(texts, first):
    """Rows of equal texts below each other."""
    found = []
    for row, text in enumerate(texts, first):
        if found and text == texts[row - 1 - first]:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def lines_of(chart, sheet):
    """What the legend and the series say: names with the rows of each."""
    found, named = {}, []
    gone = {entry.idx for entry in chart.legend.legendEntry if entry.delete}
    for i, series in enumerate(chart.series):
        name = sheet[series.tx.strRef.f.rsplit("!", 1)[1]].value
        x, y = rows_of(series.xVal.numRef.f), rows_of(series.yVal.numRef.f)
        found.setdefault(name, []).append(y if x == y else (x, y))
        if i not in gone:
            named.append(name)
    return found, named


def compare(found, path):
    """Counts the breaks that were met in found.breaks."""
    for sheet in openpyxl.load_workbook(path):
        charts = {}
        for chart in sheet._charts:
            if chart.tagname == "scatterChart":
                head, _ = rows_of(chart.series[0].tx.strRef.f)
                charts[head] = chart
        for table in sheet.tables.values():
            name = table.name
            if not name.startswith("tbl_local_course"):
                continue
            left, head, right, last = range_boundaries(table.ref)
            heads = [sheet.cell(head, i).value for i in range(left, right + 1)]
            phase = next(left + i for i, text in enumerate(heads)
                         if text in PHASE)
            wanted = runs([sheet.cell(row, phase).value
                           for row in range(head + 1, last + 1)], head + 1)
            if head not in charts:
                if last - head >= 3:
                    yield "%s: no chart" % name
                continue
            lines, named = lines_of(charts[head], sheet)
            found.breaks += len(wanted) - 1
            if len(named) != 3 or sorted(named) != sorted(lines):
                yield "%s: the legend says %s of %s" % (name, named,
                                                        sorted(lines))
            for line, rows in lines.items():
                whole = [(head + 1, last)] if line in THROUGH else wanted
                if rows != whole:
                    yield "%s, %s: rows %s, wanted %s" % (name, line, rows,
                                                          whole)
