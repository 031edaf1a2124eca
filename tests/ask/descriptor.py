"""Frictionless descriptors, by the published rules; and README's tables."""
import re

# Table Schema and Tabular Data Package, https://specs.frictionlessdata.io
FORMATS = {
    "string": {"default", "email", "uri", "binary", "uuid"},
    "number": {"default"}, "integer": {"default"},
    "date": {"default", "any"}, "boolean": {"default"},
}
CONSTRAINTS = {
    "string": {"required", "unique", "pattern", "enum", "minLength",
               "maxLength"},
    "number": {"required", "unique", "enum", "minimum", "maximum"},
    "integer": {"required", "unique", "enum", "minimum", "maximum"},
    "date": {"required", "unique", "enum", "minimum", "maximum"},
}


def field_faults(field):
    kind = field.get("type", "string")
    if not isinstance(field.get("name"), str) or not field["name"]:
        yield "a field without a name"
    if kind not in FORMATS:
        yield "%s: no such type: %s" % (field["name"], kind)
        return
    if field.get("format", "default") not in FORMATS[kind]:
        yield "%s: no such format" % field["name"]
    for mark in "decimalChar", "groupChar":
        if mark in field and (kind != "number" or len(field[mark]) != 1):
            yield "%s: %s" % (field["name"], mark)
    if field.get("decimalChar", ".") == field.get("groupChar"):
        yield "%s: one mark for two things" % field["name"]
    limits = field.get("constraints", {})
    for name in set(limits) - CONSTRAINTS[kind]:
        yield "%s: %s is no constraint of a %s" % (field["name"], name, kind)
    if limits.get("required", True) is not True:
        yield "%s: required" % field["name"]
    enum = limits.get("enum", ["x"])
    if not enum or len(set(enum)) != len(enum):
        yield "%s: enum" % field["name"]
    if "minimum" in limits and limits["minimum"] > limits["maximum"]:
        yield "%s: minimum above maximum" % field["name"]
    if "pattern" in limits:
        re.compile(limits["pattern"])


def schema_faults(schema):
    fields = schema.get("fields")
    if not isinstance(fields, list) or not fields:
        yield "no fields"
        return
    for field in fields:
        yield from field_faults(field)
    names = [f["name"] for f in fields]
    if len(set(names)) != len(names):
        yield "two fields of one name"
    required = {f["name"] for f in fields
                if f.get("constraints", {}).get("required")}
    key = schema.get("primaryKey", [])
    key = [key] if isinstance(key, str) else key
    if not set(key) <= required:
        yield "a primary key that may be blank: %s" % key
    for keys in [key] + schema.get("uniqueKeys", []):
        if not set(keys) <= set(names):
            yield "a key of no field"
    if not key and not schema.get("uniqueKeys"):
        yield "no key"
    missing = schema.get("missingValues")
    if not isinstance(missing, list) or not all(
            isinstance(m, str) for m in missing):
        yield "missingValues"


def package_faults(package):
    if package.get("profile") != "tabular-data-package":
        yield "profile"
    if not re.fullmatch(r"[a-z0-9._-]+", package.get("name", "")):
        yield "name"
    for resource in package["resources"]:
        if not re.fullmatch(r"[a-z0-9._/-]+", resource["name"]):
            yield "%s: name" % resource["name"]
        path = resource["path"]
        if path.startswith(("/", "..")) or resource["encoding"] != "utf-8":
            yield "%s: path or encoding" % resource["name"]
        if resource.get("profile") != "tabular-data-resource":
            yield "%s: profile" % resource["name"]
        if resource["dialect"] != {"delimiter": ";", "quoteChar": '"',
                                   "doubleQuote": True, "header": True}:
            yield "%s: dialect" % resource["name"]
        yield from schema_faults(resource["schema"])


def row_faults(schema, row):
    """What of a row its schema does not allow."""
    for field in schema["fields"]:
        names = [field["name"]] + field["aliases"]
        name = next((n for n in names if n in row), None)
        limits = field.get("constraints", {})
        value = row[name] if name is not None else ""
        if value in schema["missingValues"]:
            if limits.get("required"):
                yield "%s is blank" % field["name"]
            continue
        if "enum" in limits and value not in limits["enum"]:
            yield "%s: %r is none of %s" % (name, value, limits["enum"])
        if "pattern" in limits and not re.fullmatch(limits["pattern"], value):
            yield "%s: %r" % (name, value)
        if field["type"] == "date" and not re.fullmatch(
                r"\d{4}-\d\d-\d\d", value):
            yield "%s: %r is no date" % (name, value)
        if field["type"] in ("number", "integer"):
            try:
                number = float(value.replace(field.get("groupChar", "\0"), "")
                               .replace(field.get("decimalChar", "."), "."))
            except ValueError:
                yield "%s: %r is no number" % (name, value)
                continue
            if not limits.get("minimum", number) <= number <= limits.get(
                    "maximum", number):
                yield "%s: %r lies outside" % (name, value)


# --- input/README.md -------------------------------------------------------

UNTOLD = {"kommunenavn"}   # told once for all kinds


def tables(text):
    """Kind to rows of (headings, headings, needed, value)."""
    found, kind = {}, None
    for line in text.split("\n"):
        if line.startswith("### "):
            kind = line[4:].strip()
        cells = [c.strip() for c in line.strip("|").split("|")]
        if kind and line.startswith("| `") or (kind and
                                               line.startswith("| — | `")):
            found.setdefault(kind, []).append(cells)
    return found


def ticked(cell):
    return re.findall(r"`([^`]*)`", cell)


def columns_of(rows):
    """Each column's headings, what it needs, what may stand there."""
    for danish, english, needed, value in rows:
        ids = ticked(english)
        other = [h for h in ticked(danish) if " or " in danish] or ticked(
            danish)[:1]
        yield set(other + ids[:1]), needed, value
        for extra in ids[1:]:
            yield {extra}, needed, value


def wanted_need(field, schema):
    required = field.get("constraints", {}).get("required")
    keys = schema.get("primaryKey", []) + sum(schema.get("uniqueKeys", []), [])
    if field["name"] in keys:
        return "**key**" if required else "key, may be blank"
    return "yes" if required else ""


def value_fits(field, value):
    limits = field.get("constraints", {})
    kind = field["type"]
    if "enum" in limits:
        told = set()
        for part in value.split("`")[1::2]:
            told.add(part)
        for part in value.split("`")[2::2]:
            told |= set(re.findall(r"^ ?([a-z_]+)", part))
        return set(limits["enum"]) == told - {"also"}
    if kind == "string":
        return not re.search(r"\bdate\b|\bnumber\b(?!s)|kroner|percent", value)
    if kind == "date":
        return value == "date"
    if kind == "integer":
        limit = re.search(r"(\d+)–(\d+)", value)
        return value.startswith("whole number") and (
            not limit or [limits["minimum"], limits["maximum"]] ==
            [int(n) for n in limit.groups()])
    if limits.get("maximum") == 100:
        return value == "percentage 0–100"
    return value.startswith(("number", "kroner"))


def readme_faults(text, package):
    told = tables(text)
    for resource in package["resources"]:
        name, schema = resource["name"], resource["schema"]
        mine = list(columns_of(told.pop(name, [])))
        for field in schema["fields"]:
            headings = {field["name"]} | set(field["aliases"])
            if name != "municipalities":
                headings.discard("municipality_name")
            if headings & UNTOLD and name != "municipalities":
                continue
            found = [c for c in mine if c[0] & {field["name"],
                                                *field["aliases"]}]
            if len(found) != 1:
                yield "%s: `%s` stands %d times" % (name, field["name"],
                                                    len(found))
                continue
            have, needed, value = found[0]
            mine.remove(found[0])
            if have != headings - {"municipality_name"}:
                yield "%s: headings %s, not %s" % (name, have, headings)
            if needed != wanted_need(field, schema):
                yield "%s: `%s` needed: %r, not %r" % (
                    name, field["name"], needed, wanted_need(field, schema))
            if not value_fits(field, value):
                yield "%s: `%s`: %r" % (name, field["name"], value)
        for rest in mine:
            yield "%s: no such column: %s" % (name, rest[0])
    for rest in told:
        yield "no such kind: %s" % rest
