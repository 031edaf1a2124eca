"""Pages as they are written: the Nu HTML checker, and digests of scripts."""
import base64
import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import fetch  # noqa: E402
import program  # noqa: E402

report = program.report
# The checker doesn't compute digests of scripts, and takes each that stands
# in a page for one that its policy forbids.  We compute them ourselves.
PASSED_OVER = ".*Inline script violates Content Security Policy.*"
WRONG = """<!DOCTYPE html>
<html lang="da"><head><title>Prøve</title></head>
<body><h1>En</h1><p id="a">To<p id="a">Tre<table><tr><td colspan="2">Fire
</table></body></html>
"""


def complaints(paths):
    """The checker's, by path."""
    done = subprocess.run(
        ["java", "-Xss8m", "-jar",
         str(fetch.part("vnu-jar/build/dist/vnu.jar")), "--Werror",
         "--format", "gnu", "--stdout", "--filterpattern", PASSED_OVER,
         *[str(p) for p in paths]],
        stdin=subprocess.DEVNULL, capture_output=True, timeout=900)
    found = {}
    for line in done.stdout.decode("utf-8", "replace").splitlines():
        path, _, said = line.lstrip('"').partition('":')
        found.setdefault(path.replace("file:", "", 1), []).append(said)
    if done.returncode not in (0, 1):
        found["vnu"] = done.stderr.decode("utf-8", "replace").splitlines()
    return found


def check_nu(works, folder):
    """Name and path of each page; they are few, or counted together."""
    wrong = folder / "wrong.html"
    wrong.write_text(WRONG)
    found = complaints([wrong] + [path for _, path in works])
    report("the Nu checker sees an id twice and a column without cells",
           len(found.pop(str(wrong), [])) >= 2)
    for name, path in works[:50]:
        said = found.pop(str(path), [])
        report("%s: valid" % name, not said, said[:10])
    if len(works) > 50 or found:
        report("%d pages more: valid" % max(0, len(works) - 50), not found,
               ["%s: %s" % (p, s) for p, said in found.items()
                for s in said][:20])


def check_scripts(works):
    """A page lets in the script that it has, by its digest, and no other."""
    wrong, count = [], 0
    for name, path in works:
        text = path.read_text("utf-8")
        policy = re.search(r'<meta http-equiv="Content-Security-Policy" '
                           r'content="([^"]*)"', text)
        let_in = set(re.findall(r"'sha256-([^']*)'",
                                policy[1] if policy else ""))
        there = {base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()
                 for s in re.findall(r"<script>(.*?)</script>", text, re.S)}
        count += len(there)
        if policy is None or "default-src 'none'" not in policy[1] or \
                let_in != there or "<script " in text:
            wrong.append(name)
    report("%d pages let in their own scripts (%d) and nothing else" %
           (len(works), count), count > 0 and not wrong, wrong[:20])


def has_java():
    return shutil.which("java") is not None
