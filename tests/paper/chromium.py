"""Chromium, without a window and without a network."""
import os
import re
import shutil
import subprocess
import tempfile

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
         "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync",
         "--host-resolver-rules=MAP * ~NOTFOUND",
         "--allow-file-access-from-files", "--enable-logging=stderr"]


def chromium(*arguments):
    """Standard output, and what the pages' console said."""
    home = tempfile.mkdtemp()
    try:
        done = subprocess.run(
            [PROGRAM, *FLAGS, "--user-data-dir=" + home, *arguments],
            stdin=subprocess.DEVNULL, capture_output=True, timeout=120,
            env=dict(os.environ, HOME=home))
    finally:
        shutil.rmtree(home, ignore_errors=True)
    said = [line for line in done.stderr.decode("utf-8", "replace").splitlines()
            if re.search(r":CONSOLE|Refused to|ERR_", line)]
    return done.stdout.decode("utf-8", "replace"), said


def print_page(html, pdf):
    return chromium("--no-pdf-header-footer", "--print-to-pdf=%s" % pdf,
                    html.as_uri())[1]


OUTER = """<!DOCTYPE html><title></title><script>
onload = () => {
	document.title = [...document.querySelectorAll("iframe")].map(f => {
		const e = f.contentDocument.documentElement;
		return e.scrollWidth - e.clientWidth;
	}).join(" ");
};
</script>
%s
"""


def overflows(pages, width, folder):
    """By how many pixels each is wider than its window; the console."""
    outer = folder / ("outer-%d.html" % width)
    outer.write_text(OUTER % "\n".join(
        '<iframe width="%d" height="900" src="%s"></iframe>' %
        (width, page.as_uri()) for page in pages))
    text, said = chromium("--virtual-time-budget=20000", "--dump-dom",
                          outer.as_uri())
    title = re.search(r"<title>([-\d ]*)</title>", text)
    found = title.group(1).split() if title else []
    return [int(x) for x in found], said
