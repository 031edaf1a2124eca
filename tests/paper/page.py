"""A page of HTML as a tree, and what is wrong with how it is written."""
import re
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link",
        "meta", "source", "track", "wbr"}
UNSEEN = {"script", "style", "title", "desc", "head"}


class Element:
    def __init__(self, name, attributes, parent):
        self.name = name
        self.attributes = dict(attributes)
        self.parent = parent
        self.children = []      # elements and strings

    def classes(self):
        return (self.attributes.get("class") or "").split()

    def walk(self):
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def find(self, name=None, of_class=None):
        return [e for e in self.walk()
                if (name is None or e.name == name)
                and (of_class is None or of_class in e.classes())]

    def text(self, leave_out=lambda element: False):
        """What a reader sees; parts that stand apart are apart."""
        if self.name in UNSEEN or leave_out(self):
            return ""
        if self.name == "br":
            return " "
        if self.name == "wbr":
            return ""
        parts = [child if isinstance(child, str) else child.text(leave_out)
                 for child in self.children]
        if self.name == "text" and " " in self.attributes.get("x", ""):
            # In a picture: letters, each at a place of its own.
            return " %s " % " ".join("".join(parts))
        inline = {"a", "b", "code", "em", "span", "strong", "wbr"}
        apart = "" if self.name in inline and not self.classes() else " "
        return apart + "".join(parts) + apart


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = Element("", [], None)
        self.at = self.root
        self.faults = []
        self.ids = set()
        self.links = []
        self.feed(text)
        self.close()
        if self.at is not self.root:
            self.faults.append("<%s> is not closed" % self.at.name)

    def add(self, name, attributes):
        element = Element(name, attributes, self.at)
        self.at.children.append(element)
        names = [key for key, _ in attributes]
        if len(names) != len(set(names)):
            self.fault("<%s> has an attribute twice" % name)
        own = element.attributes.get("id")
        if own is not None and own in self.ids:
            self.fault("id '%s' stands twice" % own)
        if own is not None:
            self.ids.add(own)
        for key in ("href", "src"):
            if element.attributes.get(key) is not None:
                self.links.append((name, element.attributes[key]))
        return element

    def fault(self, what):
        self.faults.append("line %d: %s" % (self.getpos()[0], what))

    def handle_starttag(self, name, attributes):
        element = self.add(name, attributes)
        if name not in VOID:
            self.at = element

    def handle_startendtag(self, name, attributes):
        self.add(name, attributes)

    def handle_endtag(self, name):
        if self.at.name == name:
            self.at = self.at.parent
        else:
            self.fault("</%s> while <%s> is open" % (name, self.at.name))

    def handle_data(self, data):
        self.at.children.append(data)

    # Places that refer to another by its id.
    def missing_ids(self):
        for element in self.root.walk():
            for key in ("for", "headers", "aria-labelledby", "aria-describedby",
                        "aria-controls"):
                for name in (element.attributes.get(key) or "").split():
                    if name not in self.ids:
                        yield "%s='%s'" % (key, name)


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()
