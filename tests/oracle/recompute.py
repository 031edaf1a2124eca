#!/usr/bin/python3
"""Recomputes the tables of data/ from an input folder, independently of the program.

recompute.py INPUT OUTDIR [--month YYYY-MM] [--date YYYY-MM-DD]

Writes one CSV per table, `aside.json` (rows set aside: file, line or null, why) and
`programme.json` (success conditions, coordination, means).
"""
import argparse
import csv
import datetime
import json
import os
import sys

from intake import Input
from programme import summary
from reader import Fatal
from tables import COLUMNS, TABLES, Portfolio


def text_of(value):
    """A value as the tables print it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return "%.4f" % value
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def recompute(root, month=None, date=None):
    """(tables as texts, rows set aside, programme summary)."""
    return recompute_all(root, month, date)[:3]


def recompute_all(root, month=None, date=None):
    """The same, and the portfolio they are of."""
    data = Input(root, month, date)
    folio = Portfolio(data)
    tables = {}
    for name, make in TABLES.items():
        columns = COLUMNS[name]
        tables[name] = [columns] + [[text_of(row.get(column)) for column in columns]
                                    for row in make(folio)]
    aside = sorted(data.aside, key=lambda entry: (entry[0], entry[1] or 0))
    return tables, aside, summary(folio), folio


def write(outdir, tables, aside, programme):
    os.makedirs(outdir, exist_ok=True)
    for name, rows in tables.items():
        path = os.path.join(outdir, name + ".csv")
        with open(path, "w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows(rows)
    for name, value in (("aside", aside), ("programme", programme)):
        with open(os.path.join(outdir, name + ".json"), "w", encoding="utf-8") as stream:
            json.dump(value, stream, ensure_ascii=False, indent=1)


def main():
    parser = argparse.ArgumentParser(description="Recomputes the tables of data/.")
    parser.add_argument("input")
    parser.add_argument("outdir")
    parser.add_argument("--month")
    parser.add_argument("--date", type=datetime.date.fromisoformat)
    options = parser.parse_args()
    try:
        result = recompute(options.input, options.month, options.date)
    except Fatal as fault:
        sys.exit("recompute: %s" % fault)
    write(options.outdir, *result)
    print("%d rows set aside" % len(result[1]))


if __name__ == "__main__":
    main()
