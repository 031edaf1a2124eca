"""What the drivers of tests share: running the program, saying what came."""
import difflib
import os
import re
import subprocess
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
PROGRAM = TOP / os.environ.get("PARATHED", "build/parathed")


def run(arguments, folder, **environment):
    """Run in a folder; returns status, stdout and stderr.

    The templates are the folder's own, if it has any, else ours.
    """
    templates = "" if (folder / "templates").exists() else TOP / "templates"
    done = subprocess.run([str(PROGRAM)] + arguments, cwd=folder,
                          env=dict(os.environ, NO_COLOR="1",
                                   PARATHED_TEMPLATES=str(templates),
                                   **environment),
                          stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=300)
    return (done.returncode, steady(done.stdout.decode("utf-8", "replace")),
            steady(done.stderr.decode("utf-8", "replace")))


def steady(text):
    """Without what differs from run to run and from machine to machine."""
    text = re.sub(r"\(\d+[.,]\d s\)", "(- s)", text)
    return text.replace(str(TOP) + "/", "")


def report(what, ok, *why):
    """One line of the result, and what explains a failure."""
    print(("ok " if ok else "not ok ") + what)
    if not ok:
        for lines in why:
            for line in lines:
                print("# " + line.rstrip("\n"))
    return ok


def difference(expected, got, most=40):
    lines = list(difflib.unified_diff(expected.splitlines(), got.splitlines(),
                                      "expected", "got", lineterm="", n=1))
    if len(lines) > most:
        lines[most:] = ["... and %d lines more" % (len(lines) - most)]
    return lines
