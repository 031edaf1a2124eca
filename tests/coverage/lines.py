#!/usr/bin/env python3
"""lines.py BUILD [--missing]: the lines of src/ that ran, by room.

Asks gcov for every .gcda below BUILD.  --missing names the lines that did not
run.  The exit status is 1 below LEAST percent in all.
"""
import collections
import json
import subprocess
import sys
from pathlib import Path

LEAST = 95


def read(build):
    """File to line to times run; a line of a header counts once."""
    counts = collections.defaultdict(dict)
    for notes in sorted(Path(build, "obj").rglob("*.gcno")):
        made = subprocess.run(
            ["gcov", "--json-format", "--stdout", str(notes)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
        for one in made.stdout.splitlines():
            for file in json.loads(one)["files"]:
                if not file["file"].startswith("src/"):
                    continue
                lines = counts[file["file"]]
                for line in file["lines"]:
                    n = line["line_number"]
                    lines[n] = lines.get(n, 0) + line["count"]
    return counts


def ranges(numbers):
    """1 2 3 7 -> "1-3 7"."""
    said = []
    for n in numbers:
        if said and said[-1][1] == n - 1:
            said[-1][1] = n
        else:
            said.append([n, n])
    return " ".join("%d" % a if a == b else "%d-%d" % (a, b) for a, b in said)


def main():
    counts = read(sys.argv[1])
    rooms = collections.defaultdict(lambda: [0, 0])
    for name, lines in sorted(counts.items()):
        parts = name.split("/")
        room = parts[1] + "/" if len(parts) > 2 else parts[1]
        for key in (room, "src/"):
            rooms[key][0] += sum(1 for n in lines.values() if n)
            rooms[key][1] += len(lines)
        missing = sorted(n for n, times in lines.items() if not times)
        if missing and "--missing" in sys.argv:
            print("%s: %s" % (name, ranges(missing)))
    for room, (ran, there) in sorted(rooms.items()):
        print("%-12s %6d of %6d lines  %5.1f %%" %
              (room, ran, there, 100 * ran / max(there, 1)))
    ran, there = rooms["src/"]
    return 0 if there and 100 * ran >= LEAST * there else 1


if __name__ == "__main__":
    sys.exit(main())
