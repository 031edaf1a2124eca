"""What a cell's text means: dates, numbers, words."""
import datetime
import re

SERIAL_ZERO = datetime.date(1899, 12, 30)
DATE_FORMS = [re.compile(form) for form in (
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})$",
    r"(?P<d>\d{1,2})-(?P<m>\d{1,2})-(?P<y>\d{4})$",
    r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})$",
    r"(?P<d>\d{1,2})/(?P<m>\d{1,2})-(?P<y>\d{4})$",
    r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})$")]
THOUSANDS = re.compile("[\u00a0\u2009\u202f]")
POINT_GROUPS = re.compile(r"-?\d{1,3}(\.\d{3})+$")


class RowFault(Exception):
    """The row is set aside."""


def fold(text):
    """The form in which ids and words are compared."""
    return " ".join(text.casefold().split())


def word(text):
    return " ".join(fold(text).replace("_", " ").replace("-", " ").split())


def enumeration(text, words):
    for identity, danish in words.items():
        if text.strip() in (identity, danish) or (
                word(text) and word(text) in (word(identity), word(danish))):
            return identity
    raise RowFault("not one of the words: %r" % text)


def date(text):
    text = text.strip()
    if re.fullmatch(r"\d{5}", text):
        return SERIAL_ZERO + datetime.timedelta(days=int(text))
    for form in DATE_FORMS:
        match = form.match(text)
        if match:
            try:
                return datetime.date(int(match["y"]), int(match["m"]), int(match["d"]))
            except ValueError:
                break
    raise RowFault("not a date: %r" % text)


def _bare(text):
    return THOUSANDS.sub("", text.strip()).replace("\u2212", "-").strip()


def style_of(text):
    """`comma` or `point` where the text settles the style of a number, else None."""
    text = _bare(text.replace("%", ""))
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+,\d+", text):
        return "comma"
    if re.fullmatch(r"-?\d+,\d+", text):
        return None if re.fullmatch(r"-?\d{1,3},\d{3}", text) else "comma"
    if re.fullmatch(r"-?\d+\.\d+", text):
        return None if POINT_GROUPS.match(text) else "point"
    return None


def decimal(text, style, percent=False):
    """A number in a file whose style is `comma`, `point` or None (nothing settles it)."""
    bare = _bare(text)
    if percent and bare.endswith("%"):
        bare = bare[:-1].strip()
    own = style_of(bare)
    if own and own != style:
        raise RowFault("another number style than the file's: %r" % text)
    if re.fullmatch(r"-?\d+", bare):
        return float(bare)
    if POINT_GROUPS.match(bare):
        if style is None:
            raise RowFault("thousands or decimals? %r" % text)
        return float(bare.replace(".", "") if style == "comma" else bare)
    if re.fullmatch(r"-?\d+,\d+", bare) and style != "point":
        return float(bare.replace(",", "."))
    if own == "comma":
        return float(bare.replace(".", "").replace(",", "."))
    if own == "point":
        return float(bare)
    raise RowFault("not a number: %r" % text)


def percent(text, style):
    value = decimal(text, style, percent=True)
    if not 0 <= value <= 100:
        raise RowFault("not between 0 and 100: %r" % text)
    return value


def integer(text):
    bare = _bare(text)
    if POINT_GROUPS.match(bare):
        bare = bare.replace(".", "")
    if not re.fullmatch(r"-?\d+", bare):
        raise RowFault("not a whole number: %r" % text)
    return int(bare)


def setting(text):
    """A number of model.ini."""
    return float(text.strip().replace("\u2212", "-").replace(",", "."))
