"""The input as it stood at a month: newest rows by rollout, decisions and readings to date."""
from intake import HISTORIES, SNAPSHOTS, month_end
from reader import key_of
from values import fold


def months_between(older, newer):
    return (int(newer[:4]) - int(older[:4])) * 12 + int(newer[5:]) - int(older[5:])


class View:
    """Rows from folders up to `month`, at `date`."""

    def __init__(self, data, month):
        self.data, self.month = data, month
        self.date = data.date if month == data.month else month_end(month)
        self.months = [name for name in data.months if name <= month]
        self.snapshots = {kind: self._newest(kind) for kind in SNAPSHOTS}
        self.histories = {kind: self._history(kind) for kind in HISTORIES}
        self.benefits = self._benefits()
        self.reporting = {(row["municipality"], row["solution"])
                          for row in data.months_of["status"][month]}
        self.own_lights = {(row["municipality"], row["solution"]): row["light"]
                           for row in data.months_of["assessments"][month]
                           if row["dimension"] == "overall"}

    def _newest(self, kind):
        """(municipality, solution) -> the newest row of every key."""
        newest = {}
        for month in self.months:
            for row in self.data.months_of[kind][month]:
                newest[key_of("month", row, kind)] = row
        return self._by_rollout(newest.values())

    def _by_rollout(self, rows):
        grouped = {}
        for row in rows:
            grouped.setdefault((row["municipality"], row["solution"]), []).append(row)
        return grouped

    def _history(self, kind):
        rows = [row for row in self.data.months_of[kind]
                if row.month <= self.month and row["date"] <= self.date]
        return self._by_rollout(sorted(rows, key=lambda row: (row["date"], row.order)))

    def _benefits(self):
        standing = {key_of("register", row, "benefits"): row
                    for row in self.data.rows["benefits"]}
        for month in self.months:
            for row in self.data.months_of["benefits"][month]:
                standing[key_of("month", row, "benefits")] = row
        return self._by_rollout(standing.values())

    def rows(self, kind, rollout):
        return self.snapshots[kind].get(rollout, [])

    def readings(self, benefit):
        """The readings of one benefit, oldest first."""
        rollout = (benefit["municipality"], benefit["solution"])
        return [row for row in self.histories["measurements"].get(rollout, [])
                if fold(row["benefit_id"]) == fold(benefit["benefit_id"])]
