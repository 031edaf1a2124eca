"""What "run" and "proof" try, one after the other."""
import os
import re
import shutil
import subprocess
import time

import faults
import moments
import program
from series import SERIES, STRIDE

# main's calls at which a kill is most likely to leave something behind
TURNS = ("rename", "unlink", "mkdir", "fsync", "chmod", "write", "open")


def can_inject(bench):
    if bench.library is None:
        print("not ok faults # SKIP on this processor, or with sanitizers")
    return bench.library is not None


def mine(folder):
    """All but what a run may leave in a folder of packs."""
    return {path: text for path, text in faults.tree(folder).items()
            if not path.endswith(faults.LOCK)}


def targets(bench):
    """Outputs that can't be written: named, with the cause."""
    top = bench.top / "targets"
    top.mkdir()
    (top / "file").write_text("mine")
    (top / "linked").mkdir()
    (top / "linked" / faults.MONTH).symlink_to(bench.top / "good" / faults.MONTH)
    shutil.copytree(bench.top / "earlier", top / "readonly")
    (top / "readonly").chmod(0o555)
    (top / "closed").mkdir(mode=0)
    os.symlink("nowhere", top / "dangling")
    (top / "blocked").mkdir()
    (top / "blocked" / faults.MONTH).write_text("mine")
    os.chmod(bench.top, 0o755)
    for name, cause in (
            ("file", "Not a directory"), ("missing/below", "No such file"),
            ("linked", "er ikke en statuspakke"),
            ("readonly", "Permission denied"), ("closed", "Permission denied"),
            ("dangling", "No such file|Not a directory|File exists"),
            ("blocked", "er ikke en statuspakke")):
        before = mine(top)
        whole = faults.command(top / name)
        if os.getuid() == 0 and name in ("readonly", "closed"):
            whole = ["setpriv", "--reuid", "65534", "--regid", "65534",
                     "--clear-groups"] + whole
        done = subprocess.run(whole, capture_output=True, text=True)
        program.report(
            "an output that can't be written is named with the cause: " + name,
            done.returncode == 2 and name in done.stderr and
            re.search(cause, done.stderr) and mine(top) == before,
            ["status %d" % done.returncode, done.stderr])
    (top / "closed").chmod(0o700)
    (top / "real").mkdir()
    os.symlink("real", top / "way")
    done = subprocess.run(faults.command(top / "way"), capture_output=True)
    program.report(
        "an output that is a link to a folder is written to",
        done.returncode == 0 and
        faults.tree(top / "real" / faults.MONTH) == bench.good)


def descriptors(bench, counts):
    """As many open files as the system allows, and no more."""
    ends, wrong = {}, []
    for most in counts:
        place = bench.places.get()
        whole = " ".join(faults.command(place / "out", "--jobs", "2"))
        done = subprocess.run(["sh", "-c", "ulimit -n %d; exec %s" %
                               (most, whole)], capture_output=True)
        said = done.stderr.decode("utf-8", "replace")
        end, why = bench.judge(
            place, done.returncode, said, "Too many open files|shared object")
        if done.returncode == 127:  # not even loaded
            end, why = "not started", None
        bench.reset(place)
        bench.places.put(place)
        ends[end] = ends.get(end, 0) + 1
        if why:
            wrong.append("%d: %s" % (most, why))
    program.report("few descriptors: %d limits: %s" % (
        len(counts), ends), not wrong and len(ends) > 1, wrong)


def address_space(bench, sizes):
    """Memory that is really out, at many sizes (in KiB)."""
    if bench.library is None:  # the sanitizers' own needs terabytes
        print("not ok little memory # SKIP on this processor, or with sanitizers")
        return
    ends, wrong = {}, []
    for most in sizes:
        place = bench.places.get()
        whole = " ".join(faults.command(place / "out", "--jobs", "2"))
        done = subprocess.run(["sh", "-c", "ulimit -v %d; exec %s" %
                               (most, whole)], capture_output=True)
        said = done.stderr.decode("utf-8", "replace")
        end, why = bench.judge(place, done.returncode, said, "out of memory")
        if done.returncode == 127 or "shared librar" in said:
            end, why = "not started", None
        bench.reset(place)
        bench.places.put(place)
        ends[end] = ends.get(end, 0) + 1
        if why:
            wrong.append("%d KiB: %s" % (most, why))
    program.report("little memory: %d limits: %s" % (
        len(sizes), ends), not wrong and len(ends) > 1, wrong)


def all_series(bench, stride, most, late):
    tried, ends = 0, {}
    for kind, how, who in SERIES:
        n, found = faults.series(
            bench, kind, who, how, STRIDE.get((kind, how, who), 1) * stride,
            5 if late() else most)
        tried += n
        for end in found:
            ends[end] = ends.get(end, 0) + found[end]
    print("# %d calls failed, each in a run of its own: %s" % (tried, ends))


def sampled(bench):
    targets(bench)
    moments.together(bench, 2)
    moments.disks(bench, 4)
    address_space(bench, range(11000, 19000, 1100))
    if not can_inject(bench):
        return
    moments.moments(bench, 4)
    descriptors(bench, (3, 5, 6, 8, 64))
    all_series(bench, 1, 3, lambda: False)
    faults.each_allocation(bench, "main", 0, 400)
    faults.each_allocation(bench, "worker", 0, 600)


def exhaustive(bench, stride, seconds):
    begun = time.monotonic()

    def late():
        return time.monotonic() - begun > seconds

    moments.disks(bench, max(4, 100 // stride))
    moments.moments(bench, max(4, 100 // stride))
    moments.together(bench, max(2, 30 // stride))
    address_space(bench, range(11000, 19000, 100 * stride))
    if not can_inject(bench):
        return
    descriptors(bench, range(3, 24))
    faults.each_allocation_everywhere(bench)
    moments.killed(bench, TURNS, stride, 60)
    all_series(bench, stride, None, late)
