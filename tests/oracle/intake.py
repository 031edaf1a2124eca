"""The whole input folder in memory: model, registers, months; and what was set aside."""
import calendar
import datetime
import os
import re

import reader
import schema
import values
from dialect import FileFault
from names import Names
from reader import Fatal
from values import RowFault

DEFAULTS = {
    "weight_active": 1, "weight_focus": 1, "share_tasks": 50, "share_criteria": 50,
    "ready": 90, "conditional": 70, "gate_window": 90, "gate_near": 30,
    "forecast_points": 3, "forecast_horizon": 730, "slip_yellow": 30, "slip_red": 90,
    "lag_yellow": 10, "lag_red": 25, "cost_red": 10, "risk_red": 15, "risk_yellow": 8,
    "change_points": 5, "benefit_green": 0.9, "benefit_yellow": 0.7, "collision_days": 14}
SNAPSHOTS = ("status", "assessments", "tasks", "criteria_answers", "conditions", "economy", "risks")
HISTORIES = ("measurements", "gate_decisions")
NEEDED = ("phases", "main_tasks", "matrix", "criteria", "municipalities", "solutions", "rollouts")
STAGES = (("phases", "main_tasks", "categories"), ("matrix", "criteria", "dependencies"),
          ("municipalities", "solutions"), ("rollouts",),
          ("schedule", "task_catalogue", "solution_dependencies", "benefits"))


def month_end(month):
    year, number = int(month[:4]), int(month[5:])
    return datetime.date(year, number, calendar.monthrange(year, number)[1])


def read_settings(path):
    """The numbers of model.ini over the defaults."""
    settings = dict(DEFAULTS)
    if not os.path.exists(path):
        raise Fatal("model.ini is missing")
    with open(path, encoding="utf-8-sig") as stream:
        for line in stream:
            match = re.match(r"\s*([a-z_]+)\s*=\s*(.*?)\s*$", line)
            if match and match[1] in DEFAULTS:
                settings[match[1]] = values.setting(match[2])
    return settings


class Input:
    """Everything read. `aside` holds (file, line, why); line None for a whole file."""

    def __init__(self, root, month=None, date=None):
        self.root = root
        self.aside, self.names, self.rows, self.rollouts = [], Names(), {}, set()
        self.settings = read_settings(os.path.join(root, "model", "model.ini"))
        months = reader.month_folders(root)
        if not months:
            raise Fatal("no month")
        self.month = month or months[-1]
        self.date = date or month_end(self.month)
        self.months = [name for name in months if name <= self.month]
        self._read_registers()
        self._read_months()

    # registers and model

    def _read_registers(self):
        files = []
        for group in ("model", "register"):
            for path in reader.csv_paths(self.root, group):
                try:
                    files.append(reader.open_file(self.root, path, group))
                except FileFault as fault:
                    raise Fatal("%s: %s" % (path, fault))
        for stage in STAGES:
            for kind in stage:
                group = [file for file in files if file.kind == kind]
                self.rows[kind] = self._unique(kind, self._rows(group, None))
                self._name(kind)
        for kind in NEEDED:
            if not self.rows[kind]:
                raise Fatal("no row of %s" % kind)
        if any(path.startswith("model/") for path, _, _ in self.aside):
            raise Fatal("failing model row: %s %s %s" % self.aside[0])

    def _name(self, kind):
        """Makes the rows of one kind known to the references."""
        for row in self.rows[kind]:
            if kind == "municipalities":
                self.names.add_municipality(row["code"], row["name"])
            elif kind == "phases":
                aliases = (row["alias"] or "").split("|")
                self.names.add("phase", row["phase"], row["name"], row["name_en"], *aliases)
            elif kind == "main_tasks":
                aliases = (row["alias"] or "").split("|")
                self.names.add("main_task", row["no"], row["name"], row["name_en"], *aliases)
            elif kind == "solutions":
                self.names.add("solution", row["solution"], row["name"])
            elif kind == "criteria":
                self.names.add("criterion", row["criterion"])
            elif kind == "rollouts":
                self.rollouts.add((row["municipality"], row["solution"]))

    # months

    def _read_months(self):
        self.months_of = {kind: {} for kind in SNAPSHOTS + HISTORIES + ("benefits",)}
        self.known_benefits = {reader.key_of("register", row, "benefits")
                               for row in self.rows["benefits"]}
        files = {month: self._month_files(month) for month in self.months}
        for kind in SNAPSHOTS + ("benefits",):
            for month in self.months:
                group = [file for file in files[month] if file.kind == kind]
                rows = self._unique(kind, self._rows(group, month))
                self.months_of[kind][month] = rows
                if kind == "benefits":
                    self.known_benefits |= {reader.key_of("month", row, kind) for row in rows}
        for kind in HISTORIES:
            rows = []
            for month in self.months:
                rows += self._rows([file for file in files[month] if file.kind == kind], month)
            self.months_of[kind] = self._unique(kind, rows)
        if not self.months_of["status"].get(self.month):
            raise Fatal("no status row in %s" % self.month)

    def _month_files(self, month):
        files = []
        for path in reader.csv_paths(self.root, "status/" + month):
            try:
                files.append(reader.open_file(self.root, path, "month"))
            except FileFault as fault:
                self.aside.append((path, None, str(fault)))
        return files

    # rows

    def _rows(self, files, month):
        rows = []
        for file in files:
            for line, record in file.records:
                try:
                    row = reader.parse_row(file, line, record, month, self.names)
                    if row is not None:
                        self._check_pair(file.kind, row)
                        rows.append(row)
                except RowFault as fault:
                    self.aside.append((file.path, line, str(fault)))
        return rows

    def _check_pair(self, kind, row):
        """The rollout, and for a measurement the benefit, that the row speaks of must exist."""
        code, solution = row.get("municipality"), row.get("solution")
        if kind == "rollouts" or not code:
            return
        if not solution:
            raise RowFault("a risk of a municipality needs a solution")
        if (code, solution) not in self.rollouts:
            raise RowFault("no rollout of %s in %s" % (solution, code))
        if kind == "measurements":
            if reader.key_of("month", row, kind)[:3] not in self.known_benefits:
                raise RowFault("unknown benefit: %s" % row["benefit_id"])

    def _unique(self, kind, rows):
        """Of rows with one key the last in file order stands."""
        group = next(name for name in ("model", "register", "month") if kind in schema.KINDS[name])
        standing = {}
        for row in sorted(rows, key=lambda row: row.order):
            key = reader.key_of(group, row, kind)
            if key in standing:
                earlier = standing.pop(key)
                self.aside.append((earlier.path, earlier.line, "duplicate key"))
                if kind in HISTORIES:   # sent again: known since it first came
                    row.month = earlier.month
            standing[key] = row
        return sorted(standing.values(), key=lambda row: row.order)

    # what the figures ask

    def municipalities_at(self, date):
        """Code -> the register's row valid at a date."""
        valid = {}
        for row in self.rows["municipalities"]:
            if (row["valid_from"] or datetime.date.min) <= date <= \
                    (row["valid_to"] or datetime.date.max):
                valid[row["code"]] = row
        return dict(sorted(valid.items()))
