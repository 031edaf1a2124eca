"""From the bytes of a CSV file to records with line numbers."""
import csv
import re

SEPARATORS = ";,\t"
LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$")


class FileFault(Exception):
    """The whole file is set aside."""


def decode(data):
    """The text of a file: byte order mark, else UTF-8, else Windows-1252."""
    if not data.strip():
        raise FileFault("empty file")
    try:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            text = data.decode("utf-16")
        elif data[:3] == b"\xef\xbb\xbf":
            text = data[3:].decode("utf-8")
        else:
            text = _decode_unmarked(data)
    except UnicodeDecodeError as error:
        raise FileFault("cannot be decoded: %s" % error)
    if "\0" in text:
        raise FileFault("NUL in the text")
    if not text.strip():
        raise FileFault("empty file")
    return text


def _decode_unmarked(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")      # strict: the five undefined bytes fail


def _outside_quotes(line):
    return re.sub(r'"[^"]*"', "", line)


def separator_of(line):
    """The separator that stands most often in the header row."""
    bare = _outside_quotes(line)
    return max(SEPARATORS, key=lambda mark: (bare.count(mark), -SEPARATORS.index(mark)))


def records(text):
    """All records that are not blank, the header first: (first physical line, fields)."""
    lines = LINE.findall(text)
    skip, mark = 0, None
    if lines[0].strip().lower()[:4] == "sep=":
        mark, skip = lines[0].strip("\r\n")[4:5] or ";", 1
        if mark == " ":
            mark = ";"
    if mark is None:
        header = next((line for line in lines if line.strip()), "")
        mark = separator_of(header)
    reader = csv.reader(iter(lines[skip:]), delimiter=mark)
    first, result = 1 + skip, []
    for fields in reader:
        if any(field.strip() for field in fields):
            result.append((first, fields))
        first = 1 + skip + reader.line_num
    if not result:
        raise FileFault("no header row")
    return result
