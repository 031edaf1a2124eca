"""The failing machine: one call of a run fails, and what becomes of the pack.

inject.c is preloaded into the program and makes the nth call of a kind fail.
Each trial begins with an earlier pack (the English one) and asks for a Danish
one.  It must end in one of three ways, and never in a fourth:

    nothing    exit status 2, the cause named, the earlier pack byte for byte
               as it was
    survived   the exit status of a good run, the new pack byte for byte that
               of a good run
    unsaid     the new pack stands, but what was to be said of it could not be:
               exit status 1, the cause named

and beside the pack and the lock nothing may be left in the folder of packs, nor
anything in the folder of temporary files.
"""
import concurrent.futures
import errno
import os
import queue
import re
import shlex
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import program  # noqa: E402

INPUT = HERE.parent / "bad" / "base"
MONTH = "2015-03"
LOCK = ".parathed.lock"
AT_A_TIME = max(2, min(4, os.cpu_count() or 2))
HARMLESS = ("short", str(errno.EINTR))  # a run survives them
# Runs take a fraction of a second; a machine that is busy may take hundreds.
PATIENCE = 600
PATIENCE_OF_EACH = 1800
DEATHS = {"kill": "Killed", "segv": "Segmentation fault", "exit": "status 7"}
REPORT = struct.Struct("<6Qq232s")


def scratch_folder():
    """In memory where that can be had: thousands of runs sync every file."""
    fast = "/dev/shm"
    there = os.path.isdir(fast) and os.access(fast, os.W_OK)
    return Path(tempfile.mkdtemp(prefix="parathed-", dir=fast if there else None))


def build(folder):
    """inject.so, or None where it can't be: another processor, sanitizers."""
    if os.uname().machine != "x86_64":
        return None
    if b"__asan_init" in program.PROGRAM.read_bytes():
        return None
    target = folder / "inject.so"
    subprocess.run(shlex.split(os.environ.get("CC", "cc")) + ["-std=gnu11", "-D_GNU_SOURCE",
                    "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror",
                    "-o", str(target), str(HERE / "inject.c")], check=True)
    return target


def tree(folder):
    """Path to bytes (folders: None) of all that is there."""
    folder = Path(folder)
    return {str(p.relative_to(folder)):
            p.read_bytes() if p.is_file() else None
            for p in sorted(folder.rglob("*"))}


def command(output, *options, source=INPUT):
    return [str(program.PROGRAM), "pack", "--input", str(source),
            "--templates", str(program.TOP / "templates"),
            "--output", str(output), *options]


def doing(pid):
    """What a process and its children wait for: state, function, call."""
    said = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            name, rest = (entry / "stat").read_text().rsplit(")", 1)
            state, parent = rest.split()[:2]
            if int(entry.name) == pid or int(parent) == pid:
                said.append("%s) %s %s %s" % (
                    name, state, (entry / "wchan").read_text(),
                    (entry / "syscall").read_text().strip()))
        except OSError:
            pass  # it has just ended, or isn't ours
    return "; ".join(said)


def litter(output):
    """What stands beside the pack and the lock."""
    return sorted(set(os.listdir(output)) - {MONTH, LOCK})


class Bench:
    """The two packs that there can be, and a place for each trial at a time."""

    def __init__(self, options=("--jobs", "1")):
        self.top = scratch_folder()
        self.library = build(self.top)
        self.options = options
        self.counts = {}
        self.earlier = self.make("earlier", "--lang", "en")
        self.good = self.make("good")
        self.places = queue.Queue()
        for i in range(AT_A_TIME):
            place = self.top / str(i)
            (place / "tmp").mkdir(parents=True)
            self.reset(place)
            self.places.put(place)

    def make(self, name, *options):
        done = subprocess.run(command(self.top / name, *options),
                              capture_output=True)
        assert done.returncode == 0, done.stderr.decode()
        return tree(self.top / name / MONTH)

    def reset(self, place):
        shutil.rmtree(place / "out", ignore_errors=True)
        shutil.copytree(self.top / "earlier", place / "out")

    def close(self):
        shutil.rmtree(self.top, ignore_errors=True)

    def run(self, place, kind, who, nth, how, skip=0, options=None):
        """(status, what it said, report)"""
        report = place / "report"
        report.unlink(missing_ok=True)
        environment = dict(
            os.environ, LD_PRELOAD=str(self.library), FAULT_CALL=kind,
            FAULT_WHO=who, FAULT_NTH=str(nth), FAULT_HOW=how,
            FAULT_SKIP=str(skip), FAULT_REPORT=str(report), LC_ALL="C",
            TMPDIR=str(place / "tmp"))
        with subprocess.Popen(
                command(place / "out", *(options or self.options)),
                env=environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
            try:
                _, said = process.communicate(
                    timeout=PATIENCE_OF_EACH if how == "each" else PATIENCE)
            except subprocess.TimeoutExpired as late:
                late.output = doing(process.pid)
                process.kill()
                raise
        return (process.returncode, said.decode("utf-8", "replace"),
                REPORT.unpack(report.read_bytes()[:REPORT.size]))

    def judge(self, place, status, said, cause):
        """(name of the end, None) or (None, what is wrong)"""
        now = tree(place / "out" / MONTH)
        left = litter(place / "out") + os.listdir(place / "tmp")
        whole = ("the earlier pack" if now == self.earlier else
                 "the new pack" if now == self.good else "neither pack")
        if now != self.earlier or left:
            self.reset(place)
        what = "status %d, %s, left: %s, said: %s" % (
            status, whole, left, said.strip()[-300:])
        if left or whole == "neither pack":
            return None, what
        named = "parathed:" in said and re.search(cause, said)
        if status == 2 and now == self.earlier and named:
            return "nothing", None
        if status == 0 and now == self.good:
            return "survived", None
        if status == 1 and now == self.good and named:
            return "unsaid", None
        return None, what

    def trial(self, kind, who, nth, how):
        place = self.places.get()
        try:
            status, said, report = self.run(place, kind, who, nth, how)
            end, wrong = self.judge(place, status, said, cause_of(kind, how))
            if report[2] == 0:
                end = "never came"
            if end == "nothing" and how in HARMLESS:
                end, wrong = None, "it did not survive that"
            if wrong:
                wrong = "%s %s %d %s: %s: %s" % (
                    who, kind, nth, how, wrong,
                    report[7].split(b"\0")[0].decode("utf-8", "replace"))
            return end, wrong
        except subprocess.TimeoutExpired as late:
            self.reset(place)
            return None, "%s %s %d %s: no end: %s" % (
                who, kind, nth, how, late.output)
        finally:
            self.places.put(place)

    def count(self, kind, who):
        """How many calls a good run makes; main's before it writes."""
        if (kind, who) in self.counts:
            return self.counts[kind, who]
        place = self.places.get()
        _, _, report = self.run(place, kind, who, 0, "")
        self.reset(place)
        self.places.put(place)
        self.counts[kind, "main"] = report[0], report[3]
        self.counts[kind, "worker"] = report[1], report[3]
        return self.counts[kind, who]


def cause_of(kind, how):
    """What a message must say, as a pattern."""
    if how in DEATHS: # and the document that was not made
        return "dokumentet '[^']+' .*" + DEATHS[how]
    if kind == "memory":
        return "out of memory"
    number = how.split(",")[-1]
    # a library that loses its place may fail of that, later
    if not number.isdigit() or kind == "seek":
        return "."
    text = re.escape(os.strerror(int(number)))
    return text + "|out of memory" if int(number) == errno.ENOMEM else text


def sample(count, stride, most):
    """1 ... count in steps, first and last among them; at most so many."""
    if count == 0:
        return []
    numbers = list(range(1, count + 1, stride))
    if most is not None and len(numbers) > most:
        numbers = [1 + i * (count - 1) // max(1, most - 1)
                   for i in range(most)]
    return sorted(set(numbers) | {1, count})


def series(bench, kind, who, how, stride=1, most=None, start=0):
    """Fail calls in turn; one line says what became of them."""
    count, _ = bench.count(kind, who)
    numbers = [n for n in sample(count, stride, most) if n > start]
    ends, wrong = {}, []
    with concurrent.futures.ThreadPoolExecutor(AT_A_TIME) as pool:
        for end, why in pool.map(
                lambda n: bench.trial(kind, who, n, how), numbers):
            ends[end] = ends.get(end, 0) + 1
            if why:
                wrong.append(why)
    text = ", ".join("%d %s" % (n, end) for end, n in sorted(
        ends.items(), key=lambda e: str(e[0])))
    program.report(
        "%s of %s, %s: %d of %d in turn: %s" %
        (kind, who, how_text(how), len(numbers), count, text or "none"),
        count > 0 and not wrong, wrong[:12])
    return len(numbers), ends


def how_text(how):
    forever = "forever," in how
    number = how.split(",")[-1]
    if number.isdigit():
        return ("from there on " if forever else "") + \
            errno.errorcode[int(number)]
    return how


def each_range(bench, who, first, last):
    """Fail the allocations after the first, up to the last, each in a process
    forked there; (how many, what is wrong)."""
    place = bench.places.get()
    try:
        status, said, report = bench.run(
            place, "memory", who, last, "each", first)
        end, wrong = bench.judge(place, status, said, ".")
        bench.reset(place)
    finally:
        bench.places.put(place)
    if report[4]:
        wrong = "allocation %d of %s: status %x" % (
            report[5], who, report[6])
    elif end != "survived" and not wrong:
        wrong = "the run itself: " + end
    return report[2], wrong


def each_allocation(bench, who, first, last, pieces=1):
    size = (last - first + pieces - 1) // pieces
    ranges = [(a, min(a + size, last)) for a in range(first, last, size)]
    with concurrent.futures.ThreadPoolExecutor(AT_A_TIME) as pool:
        done = list(pool.map(lambda r: each_range(bench, who, *r), ranges))
    wrong = [why for _, why in done if why]
    program.report(
        "memory of %s, each in a process forked there: %d of %d in turn: all "
        "say 'out of memory' and end" % (
            who, sum(n for n, _ in done), last - first),
        not wrong and sum(n for n, _ in done) > 0, wrong)


def each_allocation_everywhere(bench):
    for who, pieces in (("main", 2), ("worker", 16)):
        count, _ = bench.count("memory", who)
        each_allocation(bench, who, 0, count, pieces)
