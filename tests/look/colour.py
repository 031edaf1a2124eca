"""Colours as eyes see them: contrast, and how far apart two of them are."""
import re

# Machado, Oliveira, Fernandes 2009: no green cones; of linear light.
DEUTERANOPIA = ((0.367322, 0.860646, -0.227968),
                (0.280085, 0.672501, 0.047413),
                (-0.011820, 0.042940, 0.968881))
GREY = ((0.2126, 0.7152, 0.0722),) * 3
AS_IT_IS = ((1, 0, 0), (0, 1, 0), (0, 0, 1))


def linear(colour):
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
            for c in (x / 255 for x in colour)]


def seen(colour, matrix):
    """Linear light of a colour of 0 to 255, as such an eye sees it."""
    light = linear(colour)
    return [min(1, max(0, sum(a * b for a, b in zip(row, light))))
            for row in matrix]


def luminance(light):
    return sum(a * b for a, b in zip(GREY[0], light))


def contrast(one, other, matrix=AS_IT_IS):
    """As WCAG counts it: 1 to 21."""
    a, b = (luminance(seen(c, matrix)) for c in (one, other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)


def lab(light):
    r, g, b = light
    xyz = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505, \
        luminance(light), (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    f = [v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def apart(one, other, matrix=AS_IT_IS):
    """Distance in CIELAB; 2.3 is just noticeable."""
    pairs = zip(lab(seen(one, matrix)), lab(seen(other, matrix)))
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


def parse(text):
    """All colours of "rgb(1, 2, 3)", of a gradient too; None: see-through."""
    found = []
    for inside in re.findall(r"rgba?\(([^)]*)\)", text):
        numbers = [float(x) for x in re.split(r"[,/ ]+", inside.strip())]
        if len(numbers) == 4 and numbers[3] == 0:
            continue
        found.append(tuple(numbers[:3]))
    return found
