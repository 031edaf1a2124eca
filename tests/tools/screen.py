"""Pages in a browser: read by axe, on a narrow screen, from the keyboard."""
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "paper")]
import fetch  # noqa: E402
import paper  # noqa: E402
import printed  # noqa: E402
import program  # noqa: E402
from browser import Browser  # noqa: E402
from page import Page  # noqa: E402

report = program.report
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
NARROW = 320
# What a screen reader lists or jumps to, by this name.
NAMED = {"table", "image", "heading", "link", "button", "searchbox", "textbox",
         "combobox", "checkbox", "navigation", "search", "RootWebArea"}
AXE = """
axe.run(document, {preload: false, resultTypes: ["violations"],
    runOnly: {type: "tag", values: %s}}).then(r => r.violations.map(
	v => v.id + ": " + v.nodes.length + " times, first " +
	    v.nodes[0].target.join(" ") + ": " + v.nodes[0].html.slice(0, 120)))
""" % TAGS
# Elements wider than the page that don't scroll by themselves.
WIDER = "document.documentElement.scrollWidth - " \
    "document.documentElement.clientWidth"
# A fault that each check must see, so that silence means something.
FAULTS = """
document.body.insertAdjacentHTML("beforeend",
    '<img src="data:,"><p style="color:#ccc;width:2000px">grey</p>' +
    '<table><tr><th>A<td>B</table>');
console.log("said");
"""


def open_page(page, path):
    page.resize(1200, 900)
    page.open(path)


def check_axe(page, name):
    page.value(fetch.part("axe-core/axe.min.js").read_text() + ";0")
    found = page.value(AXE)
    report("%s: axe finds nothing" % name, not found, found)


def check_narrow(page, name):
    page.resize(NARROW, 800)
    wider = page.value(WIDER)
    report("%s: not wider than %d pixels" % (name, NARROW), wider <= 0,
           ["%d pixels" % wider])


def heard(page):
    """What a screen reader is told, from Chromium's own tree: how many things
    have a role that it names, and which lack the name."""
    nodes = [node for node in
             page.ask("Accessibility.getFullAXTree")["nodes"]
             if not node.get("ignored")]
    roles = [(node["role"]["value"], node.get("name", {}).get("value", ""))
             for node in nodes]
    wrong = ["a %s without a name" % role for role, said in roles
             if role in NAMED and not said.strip()]
    levels = [p["value"]["value"] for node in nodes
              if node["role"]["value"] == "heading"
              for p in node["properties"] if p["name"] == "level"]
    if levels.count(1) != 1 or \
            set(levels) != set(range(1, max(levels, default=0) + 1)):
        wrong.append("levels of headings: %s" % levels)
    return sum(role in NAMED for role, _ in roles), wrong


def check_heard(page, name):
    count, wrong = heard(page)
    report("%s: what is told by its role has a name (%d)" % (name, count),
           count > 0 and not wrong, wrong[:8])


def check_silence(page, name):
    report("%s: no word on the console, no request" % name,
           not page.said and not page.fetched, page.said + page.fetched)


def check_screens(works, with_axe):
    """Name and path of each page."""
    with Browser() as browser:
        page = browser.page()
        for name, path in works:
            open_page(page, path)
            if with_axe:
                check_axe(page, name)
            check_heard(page, name)
            check_narrow(page, name)
            check_silence(page, name)


def check_the_checks(path, with_axe):
    """On a page with faults they say so."""
    with Browser() as browser:
        page = browser.page()
        open_page(page, path)
        page.value(FAULTS)
        if with_axe:
            page.value(fetch.part("axe-core/axe.min.js").read_text() + ";0")
            found = " ".join(page.value(AXE))
            report("axe sees a picture without words, and pale letters",
                   "image-alt" in found and "color-contrast" in found, [found])
        report("a table without a name is seen",
               "a table without a name" in heard(page)[1], heard(page)[1])
        page.resize(NARROW, 800)
        report("a page that is too wide is seen", page.value(WIDER) > 0)
        report("what the console says is heard", page.said == ["said"],
               page.said)


# --- on paper ---------------------------------------------------------------

def check_prints(works, folder, most):
    """Kind, name and path of each page; pages allowed by kind."""
    with Browser() as browser:
        page = browser.page()
        for number, (kind, name, path) in enumerate(works):
            page.open(path)
            pdf = folder / ("print-%d.pdf" % number)
            data = page.print()
            pdf.write_bytes(data)
            report("%s: a tagged PDF" % name, b"/StructTreeRoot" in data and
                   b"/MarkInfo" in data and b"/Lang" in data)
            check_paper(name, path, pdf, most[kind])
            pdf.unlink()


def check_paper(name, html, pdf, most):
    sheets, page = paper.read(pdf), Page(html.read_text("utf-8"))
    report("%s: at most %d pages of A4" % (name, most),
           1 <= len(sheets) <= most and all(s.is_a4() for s in sheets),
           ["%d pages" % len(sheets)])
    outside = [w for s in sheets for w in s.outside()]
    report("%s: nothing is cut off at the margins" % name, not outside,
           outside[:20])
    heads = printed.headings(page)
    alone = ["page %d: %s" % (i, printed.stands_alone(s, heads))
             for i, s in enumerate(sheets, 1)
             if printed.stands_alone(s, heads)]
    report("%s: no heading alone at a page's foot" % name, not alone, alone)
    printed.check_words(name, sheets, page)


# --- from the keyboard ------------------------------------------------------

FOCUS = """(() => {
	const e = document.activeElement, s = getComputedStyle(e);
	return {name: e.localName, type: e.type || "", text: e.textContent.trim(),
	    facet: e.dataset ? e.dataset.facet || "" : "",
	    address: e.getAttribute("href") || "", region: !!e.closest("main"),
	    head: !!e.closest("th"),
	    seen: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2};
})()"""
SHOWN = """(() => {
	const box = document.querySelector(".filter");
	const rows = [...document.getElementById(box.dataset.table).rows];
	return {all: rows.length,
	    names: rows.filter(r => !r.hidden)
	        .map(r => r.querySelector("th").innerText.trim()),
	    said: box.querySelector("[role=status]").textContent};
})()"""
MOST_TABS = 400


class Walk:
    """One who has no mouse, at the index."""

    def __init__(self, page, name):
        self.page, self.name = page, name
        self.unseen = []

    def tab(self, wanted, what, shift=False):
        """Go on until there; the focus must be seen on all the way."""
        for _ in range(MOST_TABS):
            self.page.press("Tab", shift)
            at = self.page.value(FOCUS)
            if not at["seen"] and at["name"] != "body":
                self.unseen.append("%s %s" % (at["name"], at["text"][:40]))
            if wanted(at):
                report("%s: %s is reached by Tab" % (self.name, what), True)
                return at
        report("%s: %s is reached by Tab" % (self.name, what), False)
        return None

    def shown(self):
        return self.page.value(SHOWN)

    def check(self, what, ok, *why):
        report("%s: %s" % (self.name, what), ok, [str(w) for w in why])


def check_search(walk):
    every = walk.shown()
    walk.tab(lambda e: e["type"] == "search", "the search")
    walk.page.type("odense")
    one = walk.shown()
    walk.check("typing finds one, and its count is announced",
               one["names"] == ["Odense"] and " 1 " in one["said"] and
               str(every["all"]) in one["said"], one)
    for _ in "odense":
        walk.page.press("Backspace")
    walk.check("all are back", walk.shown() == every)


def check_filter(walk, light):
    walk.tab(lambda e: e["facet"] == "light", "the choice of light")
    walk.page.type(light)
    some = walk.shown()
    walk.check("a letter chooses a light, the count is announced",
               0 < len(some["names"]) < some["all"] and
               " %d " % len(some["names"]) in some["said"], some["said"])
    walk.tab(lambda e: e["name"] == "button" and not e["head"],
             "the button that takes it back")
    walk.page.press(" ")
    walk.check("and takes it back",
               len(walk.shown()["names"]) == some["all"])


def check_sort(walk):
    before = walk.shown()["names"]
    if walk.tab(lambda e: e["name"] == "button" and e["head"],
                "a heading that sorts") is None:
        return
    walk.page.press("Enter")
    once = walk.shown()["names"]
    walk.page.press("Enter")
    twice = walk.shown()["names"]
    walk.check("Enter sorts, and turns it round",
               sorted(once) == sorted(twice) == sorted(before) and
               once != twice, once[:3], twice[:3])
    walk.check("and which way is said", walk.page.value(
        'document.activeElement.closest("th").getAttribute("aria-sort")') in
        ("ascending", "descending"))


def check_link(walk):
    link = walk.tab(lambda e: e["name"] == "a" and e["region"] and
                    "parathed.html" in e["address"],
                    "a municipality's report")
    if link is None:
        return
    walk.page.press("Enter")
    walk.page.wait("location.pathname.endsWith('/parathed.html')")
    walk.check("and Enter opens it", walk.page.value(
        "location.pathname.endsWith(%r)" % link["address"]))


UNFOLDED = """(() => {
	const d = document.activeElement.closest("details");
	return {open: d.open, sources: d.className === "sources",
	    height: d.querySelector("ul").getBoundingClientRect().height,
	    said: d.querySelector("li").textContent};
})()"""


def check_sources(walk):
    """Where a figure is from: for one without a mouse to point with."""
    if walk.tab(lambda e: e["name"] == "summary",
                "the sources of a table") is None:
        return
    folded = walk.page.value(UNFOLDED)
    walk.page.press("Enter")
    there = walk.page.value(UNFOLDED)
    walk.check("and Enter unfolds them",
               there["sources"] and not folded["open"] and there["open"] and
               there["height"] > 10 and ".csv, lin" in there["said"], there)


def check_keyboard(name, path, light):
    with Browser() as browser:
        page = browser.page()
        page.open(path)
        walk = Walk(page, name)
        page.press("Tab")
        first = page.value(FOCUS)
        walk.check("the first Tab skips to the content",
                   first["address"].startswith("#") and first["seen"], first)
        check_search(walk)
        check_filter(walk, light)
        check_sort(walk)
        check_link(walk)
        check_sources(walk)
        walk.check("the focus was seen all the way", not walk.unseen,
                   *sorted(set(walk.unseen))[:10])
