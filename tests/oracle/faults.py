"""Inserts faulty rows and files: one fault each, none of which may change a figure."""
import schema
from dialects import Entry, Spec
from names import plain

BAD_DATES = ("31-02-2015", "31-03-15", "2015-13-01", "i morgen", "2015/03/31", "29.02.2015")
BAD_NUMBERS = ("1,234.5", "tolv", "12 kr", "1.23.4", "--5")
BAD_PERCENTS = ("140", "-1", "halvt", "101 %")
BAD_SCORES = ("6", "0", "2,5", "høj")
BAD_INTEGERS = ("12 stk", "mange", "1e3")


def columns_of(spec, *types):
    return [c for c in schema.columns(spec.group, spec.kind) if c.type in types]


class Faults:
    """Chooses rows to copy and spoil."""

    def __init__(self, rng, scene, specs):
        self.rng, self.scene = rng, scene
        self.specs = [spec for spec in specs if spec.entries and (
            spec.group == "register" or spec.group == "month" and spec.path[7:14] <= scene.month)]
        self.added, self.file_faults, self.twins = [], [], set()

    def pick(self, wanted=lambda spec: True):
        specs = [spec for spec in self.specs if wanted(spec)]
        if not specs:
            return None, None
        spec = self.rng.choice(specs)
        sound = [entry for entry in spec.entries if not entry.fault and not entry.shape]
        return (spec, self.rng.choice(sound)) if sound else (None, None)

    def insert(self, spec, entry, before=None):
        if before is not None:
            spec.entries.insert(spec.entries.index(before), entry)
        else:
            spec.entries.insert(self.rng.randrange(len(spec.entries) + 1), entry)

    def spoil(self, sort, column, text, spec, template, **others):
        """A copy of a row with one cell spoilt."""
        values = dict(template.values, **others)
        entry = Entry(values, {column: text}, sort)
        self.insert(spec, entry)

    # one fault each; they return False where the portfolio offers no place for them

    def by_type(self, sort, types, texts, skip=()):
        spec, row = self.pick(lambda s: [c for c in columns_of(s, *types) if c.id not in skip])
        if not row:
            return False
        column = self.rng.choice([c for c in columns_of(spec, *types) if c.id not in skip])
        self.spoil(sort, column.id, self.rng.choice(texts), spec, row)
        return True

    def bad_date(self):
        return self.by_type("bad date", ("date",), BAD_DATES)

    def bad_number(self):
        return self.by_type("bad number", ("decimal",), BAD_NUMBERS)

    def bad_percent(self):
        return self.by_type("bad percentage", ("percent",), BAD_PERCENTS)

    def bad_integer(self):
        return self.by_type("bad whole number", ("integer",), BAD_INTEGERS)

    def bad_score(self):
        spec, row = self.pick(lambda s: s.kind == "risks")
        if not row:
            return False
        column = self.rng.choice(("probability", "impact"))
        self.spoil("score outside 1 to 5", column, self.rng.choice(BAD_SCORES), spec, row)
        return True

    def bad_word(self):
        return self.by_type("unknown word", ("enumeration",), ("næsten", "?", "jah", "grønlig"))

    def unknown_solution(self):
        return self.by_type("unknown solution", ("solution",), ("SAPPA", "Ukendt løsning"))

    def unknown_phase(self):
        return self.by_type("unknown phase", ("phase",), ("F9", "Udfasning"))

    def unknown_task(self):
        return self.by_type("unknown main task", ("main_task", "main_tasks"), ("99", "999"))

    def unknown_criterion(self):
        return self.by_type("unknown criterion", ("criterion",), ("F9-K99", "findes ikke"))

    def unknown_municipality(self):
        return self.by_type("unknown municipality", ("municipality",),
                            ("999", "0998", "Atlantis", "Atlantis Kommune"))

    def unknown_benefit(self):
        spec, row = self.pick(lambda s: s.kind == "measurements")
        if row:
            self.spoil("unknown benefit", "benefit_id", "G-findes-ikke", spec, row)
        return bool(row)

    def name_disagrees(self):
        spec, row = self.pick(lambda s: columns_of(s, "municipality"))
        if not row or not row.values.get("municipality"):
            return False
        code = row.values["municipality"]
        others = [c for c in self.scene.codes
                  if plain(self.scene.places[c]) != plain(self.scene.places[code])]
        if not others:
            return False
        text = "%s %s" % (code, self.scene.places[self.rng.choice(others)])
        self.spoil("code and name disagree", "municipality", text, spec, row)
        return True

    def no_rollout(self):
        pairs = [(code, name) for code in self.scene.codes for name, _ in self.scene.solutions
                 if (code, name) not in self.scene.rollouts]
        spec, row = self.pick(lambda s: s.group == "month" or s.kind == "benefits")
        if not pairs or not row or not row.values.get("municipality"):
            return False
        code, solution = self.rng.choice(pairs)
        values = dict(row.values, municipality=code, solution=solution)
        self.insert(spec, Entry(values, fault="no such rollout"))
        return True

    def risk_without_solution(self):
        spec, row = self.pick(lambda s: s.kind == "risks")
        if not row:
            return False
        values = dict(row.values, municipality=self.scene.codes[0], solution=None)
        self.insert(spec, Entry(values, fault="risk of a municipality without solution"))
        return True

    def blank_required(self):
        spec, row = self.pick(lambda s: s.kind != "solution_dependencies")
        if not row:
            return False
        every = schema.columns(spec.group, spec.kind)
        column = self.rng.choice([c for c in every if c.required])
        passive = {c.id for c in every if c.key} | schema.TITLES | {column.id}
        if not [c for c in every if row.values.get(c.id) is not None and c.id not in passive]:
            return False
        if spec.kind == "municipalities" and column.id == "code":
            return False
        self.spoil("required cell blank", column.id, "", spec, row)
        return True

    def ragged(self):
        spec, row = self.pick()
        shape = self.rng.choice(("few", "many"))
        self.insert(spec, Entry(dict(row.values), fault="too %s fields" % shape, shape=shape)) \
            if row else None
        return bool(row)

    def duplicate(self):
        """An earlier row of the same key: the later one stands."""
        spec, row = self.pick(lambda s: s.kind not in ("solution_dependencies", "economy"))
        if not row or id(row) in self.twins:
            return False
        self.twins.add(id(row))
        values = dict(row.values)
        for column in schema.columns(spec.group, spec.kind):
            if column.words and not column.key and values.get(column.id):
                values[column.id] = self.rng.choice(list(column.words))
        self.insert(spec, Entry(values, fault="duplicate key"), before=row)
        return True

    # whole files

    def month_path(self, name):
        month = self.rng.choice([m for m in self.scene.months if m <= self.scene.month])
        return "status/%s/%s-%d.csv" % (month, name, len(self.added) + len(self.file_faults))

    def odd_number(self):
        """A number whose style nothing settles, or that breaks the file's style."""
        code, solution = self.rng.choice(sorted(self.scene.rollouts))
        row = {"municipality": code, "solution": solution, "main_task": self.scene.tasks[0]}
        sort, raw = self.rng.choice((
            ("thousands or decimals", {"budget_dkk": "1.234"}),
            ("two number styles", {"budget_dkk": "12,5", "actual_hours": "12.5"}),
            ("comma thousands in a point file", {"budget_dkk": "12.5", "forecast_dkk": "1,234"}),
            ("two number styles", {"budget_dkk": "1.234,5", "actual_dkk": "99.5"})))
        self.added.append(Spec(self.month_path("beløb"), "month", "economy",
                               [Entry(row, raw, sort)]))
        return True

    def bad_file(self):
        code, solution = sorted(self.scene.rollouts)[0]
        head = "kommunekode;løsning;fase;hovedopgave;status\r\n"
        line = "%s;%s;%s;%s;færdig\r\n" % (code, solution, self.scene.phases[0], self.scene.tasks[0])
        sort, data = self.rng.choice((
            ("empty file", b""),
            ("misspelt heading", (head.replace("hovedopgave", "hovedopgav") + line).encode()),
            ("heading twice", ("Status;" + head + "done;" + line).encode()),
            ("heading in both languages", ("main_task;" + head + "1;" + line).encode()),
            ("NUL in the file", (head + line).encode() + b"\0\0"),
            ("undefined byte", (head + line).encode("cp1252") + b"\x81\r\n"),
            ("unknown headings", b"navn;adresse;telefon\r\nA;B;C\r\n"),
            ("register file in a month", b"kommunekode;kommunenavn;region\r\n101;K\xc3\xb8benhavn;x\r\n"),
            ("register file in a month", b"code;name;valid_from;valid_to\r\n101;K;;\r\n")))
        self.file_faults.append((self.month_path("hel fil"), sort, data))
        return True

    def run(self, count):
        sorts = [self.bad_date, self.bad_number, self.bad_percent, self.bad_integer,
                 self.bad_score, self.bad_word, self.unknown_solution, self.unknown_phase,
                 self.unknown_task, self.unknown_criterion, self.unknown_municipality,
                 self.unknown_benefit, self.name_disagrees, self.no_rollout,
                 self.risk_without_solution, self.blank_required, self.ragged, self.duplicate,
                 self.odd_number, self.bad_file]
        for _ in range(count):
            self.rng.choice(sorts)()
