"""The checkers that no Debian package brings, fetched by npm into build/.

Versions stand in package.json, exactly; nothing of theirs is run while they
are installed.  Without a network they can't be fetched: then their checks
fail, unless PARATHED_OFFLINE is set, which has them skipped by name.
"""
import fcntl
import json
import os
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
PLACE = HERE.parent.parent / "build" / "tools"
LIST = HERE / "package.json"


def wanted():
    return json.loads(LIST.read_text())["dependencies"]


def found(name):
    """The version that is installed."""
    try:
        return json.loads((PLACE / "node_modules" / name / "package.json")
                          .read_text())["version"]
    except (OSError, ValueError):
        return None


def fetch():
    """What is in the way, or nothing."""
    PLACE.mkdir(parents=True, exist_ok=True)
    with open(PLACE / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if all(found(name) == version for name, version in wanted().items()):
            return []
        if shutil.which("npm") is None:
            return ["no npm: scripts/install-deps --tests"]
        shutil.copy(LIST, PLACE / "package.json")
        done = subprocess.run(
            ["npm", "install", "--ignore-scripts", "--no-package-lock",
             "--no-audit", "--no-fund", "--loglevel=error"], cwd=PLACE,
            stdin=subprocess.DEVNULL, capture_output=True, timeout=600)
        return [] if done.returncode == 0 else \
            ["npm can't fetch %s; without a network: PARATHED_OFFLINE=1" %
             " ".join(sorted(wanted()))] + \
            done.stderr.decode("utf-8", "replace").splitlines()[:10]


def offline():
    return bool(os.environ.get("PARATHED_OFFLINE"))


def part(pattern):
    """A file of what was fetched; None if it isn't there."""
    return next(iter(sorted((PLACE / "node_modules").glob(pattern))), None)
