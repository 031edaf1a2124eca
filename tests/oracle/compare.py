"""Compares tables (header and rows of texts) with tolerance for numbers."""
import re

NUMBER = re.compile(r"-?\d+(\.\d+)?$")
ROW_KEYS = ("by", "key", "municipality", "solution", "benefit_id", "risk_id", "phase", "main_task",
            "criterion")
KEYED_BY_PHASE = ("cells", "criteria")


def same(one, other):
    """Numbers within 1e-4, or 1e-9 of their size; texts exactly."""
    if one == other:
        return True
    if not NUMBER.match(one) or not NUMBER.match(other) or ("." in one) != ("." in other):
        return False
    a, b = float(one), float(other)
    return abs(a - b) <= max(1.0001e-4, 1e-9 * max(abs(a), abs(b)))


def row_key(table, columns, row):
    names = [name for name in ROW_KEYS if name in columns
             and (name != "phase" or table in KEYED_BY_PHASE)
             and (name != "main_task" or table in KEYED_BY_PHASE)]
    return " ".join("%s=%s" % (name, row[columns.index(name)]) for name in names)


def differences(table, expected, got):
    """Lines that tell where a table differs."""
    if not got:
        return ["%s: no such table" % table]
    if got[0] != expected[0]:
        return ["%s: columns %s\n    expected %s" % (table, ",".join(got[0]), ",".join(expected[0]))]
    lines, columns = [], expected[0]
    if len(got) != len(expected):
        lines.append("%s: %d rows, expected %d" % (table, len(got) - 1, len(expected) - 1))
    for number, (want, have) in enumerate(zip(expected[1:], got[1:]), 1):
        key = row_key(table, columns, want)
        if len(have) != len(columns):
            lines.append("%s row %d (%s): %d fields" % (table, number, key, len(have)))
            continue
        for column, a, b in zip(columns, want, have):
            if not same(a, b):
                lines.append("%s row %d (%s) %s: expected %r, got %r" % (
                    table, number, key, column, a, b))
    return lines


def finding_differences(faults, findings):
    """Every fault must be an error, and nothing else may be."""
    if not findings:
        return ["findings: no such table"]
    rows = [dict(zip(findings[0], row)) for row in findings[1:]]
    errors = {(row["file"], row["line"]): row for row in rows if row["severity"] == "error"}
    whole = {path for path, line, _ in faults if line is None}
    wanted = {(path, str(line)) for path, line, _ in faults if line is not None}
    lines = ["findings: no error for %s:%s (%s)" % (path, line, sort)
             for path, line, sort in faults
             if line is not None and (path, str(line)) not in errors]
    lines += ["findings: no error for the file %s (%s)" % (path, sort)
              for path, line, sort in faults
              if line is None and path not in {file for file, _ in errors}]
    for (path, line), row in sorted(errors.items()):
        if (path, line) not in wanted and path not in whole:
            lines.append("findings: unexpected error %s:%s %s %s" % (
                path, line, row.get("code"), row.get("message")))
    return lines
