"""Days and months."""

from datetime import date, timedelta

LAST_MONTH = (2015, 3)


def month_end(year, month):
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def month_ends(count):
    """The last days of `count` months in a row, the report month last."""
    last = LAST_MONTH[0] * 12 + LAST_MONTH[1] - 1
    return [month_end(m // 12, m % 12 + 1)
            for m in range(last - count + 1, last + 1)]


def folder(day):
    return f"{day.year:04d}-{day.month:02d}"


def weekday(day):
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def later(day, days):
    return day + timedelta(days=days)


def within(start, end, day):
    """How far `day` lies between start and end: 0 to 1."""
    if end <= start:
        return 0.0 if day < end else 1.0
    return min(1.0, max(0.0, (day - start).days / (end - start).days))
