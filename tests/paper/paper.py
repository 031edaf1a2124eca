"""A printed document: what stands where on its pages."""
import re
import subprocess
import xml.etree.ElementTree as xml

MILLIMETRE = 72 / 25.4
MARGIN = 15 * MILLIMETRE
A4 = (595, 842)
ZOOM = 3        # sizes are rounded to whole numbers; it takes no more


class Sheet:
    """A page: its size, its words with boxes, its lines from top to foot."""

    def __init__(self, element, space):
        self.width = float(element.get("width"))
        self.height = float(element.get("height"))
        self.words = [(float(w.get("xMin")), float(w.get("yMin")),
                       float(w.get("xMax")), float(w.get("yMax")), w.text or "")
                      for w in element.iter(space + "word")]
        self.text = " ".join(w[4] for w in self.words)
        self.body = [w for w in self.words
                     if w[1] > MARGIN - 4 and w[3] < self.height - MARGIN + 4]

    def lines(self):
        """Texts of what stands at one height, from top to foot."""
        rows = []
        for x, y, _, below, text in sorted(self.body, key=lambda w: w[3]):
            if not rows or below - rows[-1][0] > 3:
                rows.append((below, []))
            rows[-1][1].append((x, text))
        return [" ".join(t for _, t in sorted(row)) for _, row in rows]

    def outside(self):
        """Words of the page's body that stand in its margins."""
        for left, _, right, _, text in self.body:
            if left < MARGIN - 1 or right > self.width - MARGIN + 1:
                yield text

    def is_a4(self):
        size = sorted((round(self.width), round(self.height)))
        return all(abs(a - b) <= 1 for a, b in zip(size, A4))


def read(pdf):
    done = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"],
                          capture_output=True, check=True, timeout=120)
    text = re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", done.stdout)
    root = xml.fromstring(text)
    space = root.tag[:-len("html")]
    return [Sheet(page, space) for page in root.iter(space + "page")]


def sizes(pdf):
    """By page, the smallest size of letters in points."""
    done = subprocess.run(
        ["pdftohtml", "-xml", "-i", "-stdout", "-zoom", str(ZOOM), str(pdf)],
        capture_output=True, check=True, timeout=120)
    text = done.stdout.decode("utf-8", "replace")
    size = {i: int(s) / ZOOM
            for i, s in re.findall(r'<fontspec id="(\d+)" size="(\d+)"', text)}
    pages = text.split("<page ")[1:]
    return [min((size[i] for i in re.findall(r'<text [^>]*font="(\d+)"', page)),
                default=99) for page in pages]
