"""Runs that are ended early, full disks, and two runs at once."""
import concurrent.futures
import os
import random
import shutil
import signal
import subprocess
import time

import faults
import program

MANY = 50  # moments, among which some are early


def clean_run(bench, place):
    """The next run: makes the new pack and clears what was left."""
    done = subprocess.run(
        faults.command(place / "out", "--jobs", "2"), capture_output=True,
        stdin=subprocess.DEVNULL, timeout=faults.PATIENCE)
    left = faults.litter(place / "out")
    now = faults.tree(place / "out" / faults.MONTH)
    if done.returncode == 0 and now == bench.good and not left:
        return None
    return "the next run: status %d, left: %s, pack %s, said: %s" % (
        done.returncode, left, "good" if now == bench.good else "not good",
        done.stderr.decode("utf-8", "replace")[-300:])


def which(bench, place):
    now = faults.tree(place / "out" / faults.MONTH)
    return ("earlier" if now == bench.earlier else
            "new" if now == bench.good else None)


def stays(bench, place):
    """Workers that outlive their parent must not touch what is published."""
    first = which(bench, place)
    time.sleep(0.05)
    return first if which(bench, place) == first else None


def interrupted(bench, what, seconds):
    """One run that a signal ends; the pack that stands, or what is wrong."""
    place = bench.places.get()
    try:
        run = subprocess.Popen(
            faults.command(place / "out", "--jobs", "2"),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, start_new_session=True,
            env=dict(os.environ, TMPDIR=str(place / "tmp")))
        time.sleep(seconds)
        # as a terminal does it: every process of the group
        if what == signal.SIGINT:
            os.killpg(run.pid, what)
        else:
            run.send_signal(what)
        said, _ = run.communicate(timeout=faults.PATIENCE)
        stands = stays(bench, place)
        left = faults.litter(place / "out") + os.listdir(place / "tmp")
        wrong = None
        if stands is None:
            wrong = "neither pack"
        elif run.returncode not in (0, -what):
            wrong = "status %d" % run.returncode
        elif run.returncode == 0 and stands != "new":
            wrong = "status 0, and the earlier pack"
        elif left and what != signal.SIGKILL:
            wrong = "left: %s" % left
        elif left:
            wrong = clean_run(bench, place)
        bench.reset(place)
        return "%s pack%s" % (stands, ", cleared by the next run"
                              if left else ""), wrong and \
            "%s after %.4f s: %s: %s" % (
                what.name, seconds, wrong, said.decode("utf-8", "replace"))
    finally:
        bench.places.put(place)


def moments(bench, each, seed=1):
    """SIGINT, SIGTERM and SIGKILL at random moments of a run, and behind it."""
    place = bench.places.get()
    start = time.monotonic()
    clean_run(bench, place)
    length = time.monotonic() - start
    bench.reset(place)
    bench.places.put(place)
    chance = random.Random(seed)
    # Ignored it is in a shell's background, and so it would be in the runs.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for what in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        waits = [chance.uniform(0.002, length * 1.5) for _ in range(each)]
        ends = summary(what.name + " at random moments", [
            (lambda w=w: interrupted(bench, what, w)) for w in waits])
        if each >= MANY:
            program.report("%s ended runs before their pack stood" % what.name,
                           any(str(end).startswith("earlier") for end in ends),
                           [str(ends)])


def summary(what, jobs):
    ends, wrong = {}, []
    with concurrent.futures.ThreadPoolExecutor(faults.AT_A_TIME) as pool:
        for end, why in pool.map(lambda job: job(), jobs):
            ends[end] = ends.get(end, 0) + 1
            if why:
                wrong.append(why)
    program.report("%s: %d runs: %s" % (what, len(jobs), ", ".join(
        "%d %s" % (n, end) for end, n in sorted(ends.items(), key=str))),
        not wrong, wrong[:8])
    return ends


def killed_at(bench, kind, nth):
    """The main process is killed at its nth call of a kind."""
    place = bench.places.get()
    try:
        status, _, report = bench.run(place, kind, "main", nth, "kill")
        stands = stays(bench, place)
        if stands is None or status not in (0, -signal.SIGKILL):
            wrong = "neither pack, or status %d" % status
        else:
            wrong = clean_run(bench, place)
        bench.reset(place)
        end = "%s pack" % stands if report[2] else "never came"
        return end, wrong and "%s %d: %s" % (kind, nth, wrong)
    finally:
        bench.places.put(place)


def killed(bench, kinds, stride, most):
    for kind in kinds:
        count, _ = bench.count(kind, "main")
        summary("SIGKILL at the nth %s of main" % kind, [
            (lambda n=n: killed_at(bench, kind, n))
            for n in faults.sample(count, stride, most)])


### Disks

MOUNT = """
mount -t tmpfs -o size=%(size)dk,mode=0777 none "$1" || exit 90
if [ %(full)s = output ]; then cp -R "$2/earlier/." "$1" || exit 91; out=$1
else cp -R "$2/earlier" "$3" && out=$3 && export TMPDIR=$1; fi
"$4" pack --input "$5" --templates "$6" --output "$out" --jobs 2 2> "$7"
echo "status $?"
for pack in earlier good; do
	diff -r "$2/$pack/2015-03" "$out/2015-03" > /dev/null && echo "$pack"
done
echo "left $(ls -A "$out" | grep -v -e '^2015-03$' -e '^.parathed.lock$')"
echo "tmp $(ls -A "$1" | grep -v -e '^2015-03$' -e '^.parathed.lock$')"
"""


def unshare():
    """How to get a place to mount in, or None."""
    for how in (["unshare", "-m"], ["unshare", "-rm"]):
        try:
            if subprocess.run(
                    how + ["mount", "-t", "tmpfs", "none", "/mnt"],
                    capture_output=True).returncode == 0:
                return how
        except OSError:
            pass
    return None


def on_disk(bench, how, full, size):
    folder = bench.top / ("disk-%s-%d" % (full, size))
    (folder / "mount").mkdir(parents=True)
    script = MOUNT % {"size": size, "full": full}
    try:
        done = subprocess.run(
            how + ["sh", "-c", script, "sh", str(folder / "mount"),
                   str(bench.top), str(folder / "out"), str(program.PROGRAM),
                   str(faults.INPUT), str(program.TOP / "templates"),
                   str(folder / "log")], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, timeout=faults.PATIENCE)
        lines = done.stdout.decode().splitlines()
        log = folder / "log"
        said = log.read_text("utf-8", "replace") if log.exists() else ""
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    clean = "left " in lines and "tmp " in lines
    named = "No space left on device" in said
    if clean and "status 0" in lines and "good" in lines:
        return "new pack", None
    if clean and "status 2" in lines and "earlier" in lines and named:
        return "earlier pack, the cause named", None
    return None, "%d KiB: %s %s %s" % (
        size, lines, said, done.stderr.decode("utf-8", "replace"))


def disks(bench, sizes):
    how = unshare()
    if how is None:
        print("not ok a disk that fills up # SKIP no leave to mount one")
        return
    used = sum(len(b) // 4096 * 4 + 8 for b in bench.earlier.values() if b)
    used += 4 * len(bench.earlier)
    for full, low, high in (("output", used, used * 2 + 200),
                            ("temporary", 4, 1200)):
        step = max(1, (high - low) // max(1, sizes - 1))
        ends = summary(
            "a full disk for %s files" % full,
            [(lambda s=s: on_disk(bench, how, full, s))
             for s in range(low, low + step * sizes, step)])
        if full == "output":
            program.report("some of the disks were too small, some not",
                           len(ends) > 1, [str(ends)])


### Two at once

def at_once(bench, seconds):
    place = bench.places.get()
    try:
        runs = []
        for language in ("da", "da", "en"):
            runs.append(subprocess.Popen(
                faults.command(place / "out", "--jobs", "1", "--lang",
                               language),
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.PIPE))
            time.sleep(seconds)
        said = [run.communicate(timeout=faults.PATIENCE)[1].decode()
                for run in runs]
        stands, left = which(bench, place), faults.litter(place / "out")
        good = [run.returncode == 0 or
                (run.returncode == 2 and ("anden kørsel" in text or
                                          "another run" in text))
                for run, text in zip(runs, said)]
        done = sum(run.returncode == 0 for run in runs)
        bench.reset(place)
        wrong = None if all(good) and done and stands and not left else \
            "%.3f s apart: %s %s left: %s %s" % (
                seconds, [r.returncode for r in runs], stands, left, said)
        return "%d published, %d refused" % (done, len(runs) - done), wrong
    finally:
        bench.places.put(place)


def together(bench, times):
    summary("three runs at once on one target", [
        (lambda s=s: at_once(bench, s))
        for s in [0.1 * i / times for i in range(times)]])
