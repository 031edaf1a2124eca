"""A screenshot: the PNG that Chromium writes, as rows of colours."""
import struct
import zlib


def unfilter(kind, row, above, step):
    for i in range(len(row)):
        left = row[i - step] if i >= step else 0
        up = above[i]
        corner = above[i - step] if i >= step else 0
        if kind == 1:
            add = left
        elif kind == 2:
            add = up
        elif kind == 3:
            add = (left + up) // 2
        else:
            guess = left + up - corner
            near = sorted((abs(guess - v), n)
                          for n, v in enumerate((left, up, corner)))
            add = (left, up, corner)[near[0][1]]
        row[i] = (row[i] + add) & 255


class Picture:
    def __init__(self, path, height):
        """The first so many rows."""
        data = path.read_bytes()
        if data[:8] != b"\x89PNG\r\n\x1a\n":
            raise ValueError("no PNG")
        at, packed = 8, b""
        while at < len(data):
            size, kind = struct.unpack(">I4s", data[at:at + 8])
            body = data[at + 8:at + 8 + size]
            if kind == b"IHDR":
                self.width, rows, depth, colour, _, _, laced = \
                    struct.unpack(">IIBBBBB", body)
                if depth != 8 or colour not in (2, 6) or laced:
                    raise ValueError("an unknown kind of PNG")
                self.step = 3 if colour == 2 else 4
            elif kind == b"IDAT":
                packed += body
            at += 12 + size
        raw = zlib.decompress(packed)
        line = self.width * self.step
        above, self.rows = bytearray(line), []
        for y in range(min(height, rows)):
            start = y * (line + 1)
            row = bytearray(raw[start + 1:start + 1 + line])
            if raw[start]:
                unfilter(raw[start], row, above, self.step)
            self.rows.append(row)
            above = row

    def at(self, x, y):
        start = x * self.step
        return tuple(self.rows[y][start:start + 3])

    def box(self, left, top, width, height):
        return [[self.at(x, y) for x in range(left, left + width)]
                for y in range(top, top + height)]
