#!/usr/bin/python3
"""Checks the program against the recomputation over many random portfolios.

run.py [--seeds A-B] [--binary build/parathed] [--figures] [--faults yes|no|half] [--keep]

Default: one `BINARY pack` per seed, reading the pack's data/ folder and the business case in
its workbooks of benefits; with --figures one
`BINARY figures TABLE` per table. Every other seed carries faulty rows (--faults half).
"""
import argparse
import concurrent.futures
import csv
import datetime
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile

from business import business_differences
from compare import differences, finding_differences
from portfolio import Made
from reader import Fatal
from recompute import recompute_all
from tables import COLUMNS

SHOWN = 12


class Broken(Exception):
    """The program did not do what it was asked."""


def call(arguments, wanted):
    done = subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300,
                          env=dict(os.environ, TZ="UTC"))
    if done.returncode != wanted:
        tail = done.stderr.decode("utf-8", "replace").strip().splitlines()[-6:]
        raise Broken("exit status %d, expected %d: %s\n    %s" % (
            done.returncode, wanted, " ".join(arguments), "\n    ".join(tail)))
    return done.stdout


def parse(data):
    text = data.decode("utf-8")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def case_arguments(folder, case):
    found = ["--input", os.path.join(folder, "input"), "--month", case["month"]]
    return found + (["--date", case["date"]] if case["date"] else [])


def by_pack(binary, folder, case, wanted):
    output = os.path.join(folder, "output")
    call([binary, "pack"] + case_arguments(folder, case) + ["--output", output], wanted)
    tables = {}
    for table in list(COLUMNS) + ["findings"]:
        path = os.path.join(output, case["month"], "data", table + ".csv")
        if os.path.exists(path):
            with open(path, "rb") as stream:
                tables[table] = parse(stream.read())
    return tables


def by_figures(binary, folder, case, wanted):
    return {table: parse(call([binary, "figures", table] + case_arguments(folder, case), wanted))
            for table in list(COLUMNS) + ["findings"]}


def check(seed, options, folder):
    """The lines that tell how the program differs for one seed."""
    faulty = options.faults == "yes" or options.faults == "half" and seed % 2 == 1
    made = Made(seed, faulty)
    case = made.write(folder)
    faults = made.faults()
    date = case["date"] and datetime.date.fromisoformat(case["date"])
    try:
        expected, aside, _, folio = recompute_all(
            os.path.join(folder, "input"), case["month"], date)
    except Fatal as fault:
        return ["the recomputation found nothing to publish: %s" % fault]
    if {(f[0], f[1]) for f in faults} != {(a[0], a[1]) for a in aside}:
        return ["the recomputation set other rows aside than were spoilt: %s" % json.dumps(
            sorted({(f[0], f[1] or 0) for f in faults} ^ {(a[0], a[1] or 0) for a in aside}))]
    if options.binary == "none":
        return []
    take = by_figures if options.figures else by_pack
    try:
        got = take(options.binary, folder, case, 1 if faults else 0)
    except (Broken, subprocess.TimeoutExpired, csv.Error, UnicodeDecodeError) as broken:
        return [str(broken)]
    lines = []
    for table in COLUMNS:
        lines += differences(table, expected[table], got.get(table))
    if not options.figures:
        pack = os.path.join(folder, "output", case["month"])
        lines += business_differences(folio, pack)
    return lines + finding_differences(faults, got.get("findings"))


def run_seed(seed, options):
    folder = tempfile.mkdtemp(prefix="portfolio-%d-" % seed)
    lines = check(seed, options, folder)
    if not options.keep or not lines:
        shutil.rmtree(folder)
        return seed, lines, None
    return seed, lines, folder


def report(seed, lines, folder, every):
    print("seed %d differs in %d places%s" % (seed, len(lines), folder and " (%s)" % folder or ""))
    for line in lines if every else lines[:SHOWN]:
        print("  " + line)
    if not every and len(lines) > SHOWN:
        print("  ... and %d more" % (len(lines) - SHOWN))
    sys.stdout.flush()


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", default="1-100", help="A-B or one number (default 1-100)")
    parser.add_argument("--binary", default="build/parathed", help="`none`: compare nothing")
    parser.add_argument("--figures", action="store_true", help="figures TABLE instead of pack")
    parser.add_argument("--faults", choices=("yes", "no", "half"), default="half")
    parser.add_argument("--keep", action="store_true", help="keep the folders of differing seeds")
    parser.add_argument("--all", action="store_true", help="print every difference")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    if options.binary != "none":
        options.binary = os.path.abspath(options.binary)
        if not os.access(options.binary, os.X_OK):
            sys.exit("run: no program at %s" % options.binary)
    return options


def main():
    options = parse_options()
    first, _, last = options.seeds.partition("-")
    seeds = range(int(first), int(last or first) + 1)
    failed = 0
    with concurrent.futures.ProcessPoolExecutor(max_workers=options.jobs) as pool:
        for seed, lines, folder in pool.map(run_seed, seeds, [options] * len(seeds)):
            if lines:
                failed += 1
                report(seed, lines, folder, options.all)
    print("%d passed, %d failed" % (len(seeds) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
