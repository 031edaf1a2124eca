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
from browser import Browser  # noqa: E402

PACK, SCRATCH = Path(sys.argv[1]), Path(sys.argv[2])


class Page(HTMLParser):
    """Rows of the table that can be picked from, and what is around."""

    def __init__(self, text):
        super().__init__()
        self.rows, self.ids, self.hits, self.links = [], [], "", []
        self.filter_hidden = self.scripts = 0
        self.inside = self.said = False
        self.sorted, self.buttons = [], 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "tbody":
            self.inside = a.get("id", "").startswith("filter_")
        elif tag == "tr" and self.inside:
            self.rows.append("hidden" not in a)
            self.ids.append(a.get("id"))
        elif tag == "div" and a.get("class") == "filter":
            self.filter_hidden = "hidden" in a
        elif tag == "p":
            self.said = a.get("class") == "hits"
        elif tag == "script":
            self.scripts += 1
        elif tag == "th" and "data-sort" in a:
            self.sorted.append(a.get("aria-sort"))
        elif tag == "button":
            self.buttons += 1
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
    expect("as it is written into the address",
           "#trafiklys=roed&region=region-syddanmark",
           municipalities(lambda r: r["region"] == south and
                          r["light"] == "red"))
    expect("by wave", "#boelge=boelge-1",
           municipalities(lambda r: r["wave"] == "Bølge 1"))
    expect("all of one rollout", "#loesning=SAPA&trafiklys=roed",
           municipalities(lambda r: r["solution"] == "SAPA" and
                          r["light"] == "red"))
    expect("words and a choice", "#q=region+nord&trafiklys=roed",
           municipalities(lambda r: r["region"] == "Region Nordjylland" and
                          r["light"] == "red"))
    return every


LIGHTS = ["red", "yellow", "green", "grey"]


def by_code(key):
    """The codes of municipalities in the order of a key, then by code."""
    rows = {}
    for r in table("rollouts.csv"):
        rows.setdefault(r["municipality"], []).append(r)
    return sorted(sorted(rows), key=lambda code: key(rows[code]))


def check_sorting():
    def order(fragment, at, way):
        page = browse(PACK / "index.html", fragment)
        marks = [None] * len(page.sorted)
        marks[at] = way
        good = page.sorted == marks and ", sorteret efter " in page.hits
        return [i.split("_")[0] for i in page.ids] if good else []

    def light(rows):
        return min(LIGHTS.index(r["light"] or "grey") for r in rows)

    def sapa(rows):
        for r in rows:
            if r["solution"] == "SAPA" and r["state"] in ("active", ""):
                return (0, r["phase"], LIGHTS.index(r["light"]))
        return (1,)

    lights = order("#sort=trafiklys", 1, "ascending")
    program.report("index: sorted by light, the worst first",
                   lights == by_code(light), lights[:5])
    phases = order("#sort=sapa&trafiklys=roed", 3, "ascending")
    wanted = by_code(sapa)
    program.report("index: sorted by a solution's phase and light",
                   phases[:60] == wanted[:60],
                   [str(phases[:9]), str(wanted[:9])])
    names = order("#sort=-kommune", 0, "descending")
    program.report("index: sorted by name in Danish, downwards",
                   names[:2] == ["751", "851"] and names[-1:] == ["165"],
                   names[:3] + names[-3:])


SEEN = """(() => {
    const heads = [...document.querySelectorAll("th[data-sort]")];
    const body = heads[0].closest("table").tBodies[0];
    return {order: [...body.rows].map(r => r.id.split("_")[0]),
        ways: heads.map(h => h.getAttribute("aria-sort")),
        address: location.hash.slice(1)};
})()"""
BUTTON = "document.querySelectorAll('th[data-sort] button')[%d]"


def slug(text):
    """As a word stands in an address."""
    text = text.lower().replace("æ", "ae").replace("ø", "oe") \
        .replace("å", "aa")
    return re.sub("[^a-z0-9]+", "-", text).strip("-")


def check_clicking():
    """The headings as a reader sorts by them: mouse and keys."""
    with Browser() as browser:
        page, other = browser.page(), browser.page()
        page.open(PACK / "index.html")
        plain = page.value(SEEN)
        heads = [slug(text) for text in page.value(
            "[...document.querySelectorAll('th[data-sort]')]"
            ".map(h => h.textContent)")]
        for at, name in enumerate(heads):
            seen = []
            for act in ("click", "Enter", " "):
                if act == "click":
                    page.click(BUTTON % at)
                else:
                    page.press(act)
                seen.append(page.value(SEEN))
            ways = [[None] * at + [way] + [None] * (len(heads) - at - 1)
                    for way in ("ascending", "descending", "ascending")]
            told = ["sort=" + sign + name for sign in ("", "-", "")]
            asked = []
            for word in told:
                other.open(PACK / "index.html", "#" + word)
                asked.append(other.value(SEEN)["order"])
            program.report(
                "index: a click on '%s' sorts, Enter turns it round, Space "
                "again; order, mark and address" % name,
                [s["ways"] for s in seen] == ways and
                [s["address"] for s in seen] == told and
                [s["order"] for s in seen] == asked and
                asked[0] != asked[1] and
                sorted(asked[0]) == sorted(plain["order"]),
                [str(s["ways"]) + s["address"] for s in seen])
        page.click("document.querySelector('.filter button')")
        after = page.value(SEEN)
        program.report("index: what takes back the choice takes back the "
                       "order", after["order"] == plain["order"] and
                       not any(after["ways"]) and after["address"] == "",
                       [after["address"]])


def check_anchors():
    page = Page((PACK / "index.html").read_text("utf-8"))
    folders = sorted(p.name.replace("-", "_", 1)
                     for p in (PACK / "kommuner").iterdir())
    program.report("index: a row has the name of its folder as anchor",
                   sorted(page.ids) == folders, page.ids[:3])


def check_target():
    anchored = browse(PACK / "index.html", "#461_odense")
    program.report("index: an anchor picks nothing",
                   all(anchored.rows) and anchored.hits ==
                   "Viser 98 af 98 kommuner")


def check_without(every):
    text = (PACK / "index.html").read_text("utf-8")
    bare = PACK / "bare.html"
    bare.write_text(re.sub(r"<script>.*?</script>", "", text, flags=re.S),
                    "utf-8")
    page = browse(bare, "#q=odense")
    program.report("index: without its script all rows, and no filter",
                   sum(page.rows) == every and page.filter_hidden and
                   page.scripts == 0 and page.buttons == 1)
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


def targets(path):
    """The files that a document leads to."""
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        links = set(Page(text).links)
    else:
        links = set(re.findall(r"\]\(<?([^)>\s]+)>?\)", text))
    for link in links:
        target = urllib.parse.unquote(link.split("#")[0])
        if target and not target.startswith(("http", "mailto:")):
            yield (path.parent / target).resolve()


def check_links():
    """Every document leads to its formats, its siblings, the programme."""
    top = PACK.resolve()
    documents = [p for p in sorted(top.rglob("*"))
                 if p.suffix in (".html", ".md") and p.parent != top]
    programme = [top / "index.html", top / "ledelse/rapport.html",
                 top / "datakvalitet/datakvalitet.html",
                 top / "faseovergange/oversigt.html",
                 top / "gevinster/samlet.html"]
    about = {}
    for path in top.rglob("*"):
        code = re.search(r"/(\d{3}-[a-z-]+)[./]",
                         "/" + path.relative_to(top).as_posix())
        if code and (path.suffix == ".html" or path.name == "status.xlsx"):
            about.setdefault(code[1], set()).add(path)
    dead, lost, there = [], [], set(top.rglob("*"))
    for path in documents:
        found = set(targets(path))
        dead += ["%s: %s" % (path, t) for t in found - there]
        wanted = set(programme)
        wanted |= {path.with_suffix(s) for s in (".html", ".md", ".xlsx")} & \
            there
        for part in (path.parent.name, path.stem):
            wanted |= about.get(part, set())
        lost += ["%s: %s" % (path, t) for t in wanted - found - {path}]
    index = set(targets(top / "index.html"))
    dead += ["index.html: %s" % t for t in index - there]
    program.report("index: every link leads to a file",
                   len(documents) > 1000 and not dead, dead[:5])
    program.report("index: every document leads to its siblings",
                   len(about) == 98 and not lost, lost[:5])


def main():
    check_others()
    check_links()
    check_anchors()
    if shutil.which("chromium") is None:
        print("ok index: the filter # SKIP there is no chromium")
        return
    check_without(check_picking())
    check_sorting()
    check_clicking()
    check_target()


if __name__ == "__main__":
    main()
