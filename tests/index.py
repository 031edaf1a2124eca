#!/usr/bin/python3
"""index.py PACK SCRATCH: the index of the sample's pack in a browser."""
import csv
import re
import shutil
import subprocess
import sys
import urllib.parse
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import program  # noqa: E402

PACK, SCRATCH = Path(sys.argv[1]), Path(sys.argv[2])


class Page(HTMLParser):
    """Rows of the table that can be picked from, and what is around."""

    def __init__(self, text):
        super().__init__()
        self.rows, self.hits, self.links = [], "", []
        self.filter_hidden = self.scripts = 0
        self.inside = self.said = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "tbody":
            self.inside = a.get("id", "").startswith("filter_")
        elif tag == "tr" and self.inside:
            self.rows.append("hidden" not in a)
        elif tag == "div" and a.get("class") == "filter":
            self.filter_hidden = "hidden" in a
        elif tag == "p":
            self.said = a.get("class") == "hits"
        elif tag == "script":
            self.scripts += 1
        elif tag == "a":
            self.links.append(a["href"])

    def handle_endtag(self, tag):
        if tag == "tbody":
            self.inside = False
        elif tag == "p":
            self.said = False

    def handle_data(self, data):
        if self.said:
            self.hits += data.strip()


def browse(path, fragment=""):
    done = subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu",
         "--no-first-run", "--disable-background-networking",
         "--user-data-dir=%s" % (SCRATCH / "profile"), "--dump-dom",
         path.as_uri() + fragment],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=120)
    return Page(done.stdout.decode("utf-8"))


def expect(what, fragment, count):
    page = browse(PACK / "index.html", fragment)
    seen = sum(page.rows)
    said = "Viser %d af %d kommuner" % (count, len(page.rows))
    program.report("index: " + what,
                   seen == count and page.hits == said and
                   not page.filter_hidden,
                   ["%d rows of %d, wanted %d; said '%s'" %
                    (seen, len(page.rows), count, page.hits)])


def table(name):
    with open(PACK / "data" / name, encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def municipalities(test):
    return len({r["municipality"] for r in table("rollouts.csv") if test(r)})


def check_picking():
    every = municipalities(lambda r: True)
    south = "Region Syddanmark"
    expect("all rows without a wish", "", every)
    expect("one by its name", "#q=odense", 1)
    expect("one by its code", "#q=461", 1)
    expect("letters as they are typed", "#q=%C3%86R%C3%98", 1)
    expect("letters written out", "#q=aeroe", 1)
    expect("nothing found", "#q=atlantis", 0)
    expect("by region", "#region=" + urllib.parse.quote(south),
           municipalities(lambda r: r["region"] == south))
    expect("by light", "#light=R%C3%B8d",
           municipalities(lambda r: r["light"] == "red"))
    expect("by phase", "#phase=Forankring",
           municipalities(lambda r: r["phase"] == "F4"))
    expect("by an option that there is not", "#light=Lilla", every)
    return every


def check_without(every):
    text = (PACK / "index.html").read_text("utf-8")
    bare = PACK / "bare.html"
    bare.write_text(re.sub(r"<script>.*?</script>", "", text, flags=re.S),
                    "utf-8")
    page = browse(bare, "#q=odense")
    program.report("index: without its script all rows, and no filter",
                   sum(page.rows) == every and page.filter_hidden and
                   page.scripts == 0)
    bare.write_text(text.replace("<script>", "<script>;", 1), "utf-8")
    page = browse(bare, "#q=odense")
    program.report("index: no other script runs in its place",
                   sum(page.rows) == every and page.filter_hidden and
                   page.scripts == 1)
    bare.unlink()


def check_others():
    wrong = [str(p) for p in sorted(PACK.rglob("*.html"))
             if p.name != "index.html" and
             re.search("<script|script-src", p.read_text("utf-8"))]
    program.report("index: no other page has or lets in a script", not wrong,
                   wrong[:5])


def check_links():
    wrong = []
    for path in [PACK / "index.html",
                 *sorted((PACK / "datakvalitet").glob("*.html"))]:
        for link in set(Page(path.read_text("utf-8")).links):
            target = urllib.parse.unquote(link.split("#")[0])
            if target and not (path.parent / target).is_file():
                wrong.append("%s: %s" % (path.relative_to(PACK), link))
    program.report("index: every link leads to a file", not wrong, wrong[:5])


def main():
    check_others()
    check_links()
    if shutil.which("chromium") is None:
        print("ok index: the filter # SKIP there is no chromium")
        return
    check_without(check_picking())


if __name__ == "__main__":
    main()
