"""Invents the registers of a random portfolio."""
import datetime

from dialects import Entry, Spec, Vocabulary
from intake import month_end

DAY = datetime.timedelta(days=1)
PLACES = {
    "101": "København", "147": "Frederiksberg", "155": "Dragør", "169": "Høje-Taastrup",
    "306": "Odsherred", "370": "Næstved", "400": "Bornholm", "461": "Odense", "480": "Nordfyns",
    "492": "Ærø", "573": "Varde", "615": "Horsens", "751": "Aarhus", "820": "Vesthimmerlands",
    "825": "Læsø", "849": "Jammerbugt", "851": "Aalborg", "860": "Hjørring"}
ODD_PLACES = {"007": "Øst|by", "042": "A & B", "800": "<Nordby>", "901": "Stjerne*by", "555": "日本"}
REGIONS = ("Region Hovedstaden", "Region Sjælland", "Region Syddanmark", "Midt | <b>", None)
SOLUTIONS = (("SAPA", "Sags- og Partsoverblik"), ("KY", "Kommunernes Ydelsessystem"),
             ("KSD", "Kommunernes Sygedagpengesystem"), ("STS", "Støttesystemerne"))
ODD_SOLUTIONS = (("X-1", "Løsning <et>"), ("y2", "To & *to*"), ("Å", "Å-systemet | nyt"))
WAVES = ("Bølge 1", "Bølge 2", "b|3")


class Scene:
    """What the other inventions need: names, months, rollouts, date."""

    def __init__(self, rng, model, odd):
        self.rng, self.model = rng, model
        self.phases = list(model.phases)
        self.tasks = list(model.tasks)
        places = dict(ODD_PLACES, **dict(list(PLACES.items())[:4])) if odd else PLACES
        self.codes = sorted(rng.sample(sorted(places), rng.randint(2, 6 if not odd else 5)))
        self.absent = rng.choice(sorted(set(places) - set(self.codes)))
        self.places = places
        solutions = ODD_SOLUTIONS if odd else SOLUTIONS
        self.solutions = rng.sample(solutions, rng.randint(1, len(solutions)))
        self._choose_months()
        self.rollouts = self._choose_rollouts()

    def _choose_months(self):
        rng = self.rng
        year, month = rng.randint(2013, 2016), rng.randint(1, 12)
        names = []
        wanted = rng.randint(2, 6)
        while len(names) < wanted:
            if not names or rng.random() > 0.1:
                names.append("%d-%02d" % (year, month))
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        self.months = names
        self.month = names[-1] if rng.random() < 0.8 else rng.choice(names)
        self.date, self.date_option = month_end(self.month), None
        if rng.random() < 0.15:
            self.date_option = self.date + DAY * rng.randint(-25, 12)
            self.date = self.date_option

    def _choose_rollouts(self):
        rng = self.rng
        pairs = [(code, name) for code in self.codes for name, _ in self.solutions
                 if rng.random() < 0.8]
        pairs = pairs or [(self.codes[0], self.solutions[0][0])]
        has_waves = {name: rng.random() < 0.7 for name, _ in self.solutions}
        return {pair: rng.choice(WAVES + (None,)) if has_waves[pair[1]] else None for pair in pairs}

    def words(self):
        return Vocabulary(self.places, {name: [title] for name, title in self.solutions},
                          self.model.phases, self.model.tasks)

    def chance(self, share):
        return self.rng.random() < share

    def maybe(self, value, share=0.5):
        return value if self.rng.random() < share else None

    def near_date(self, before=400, after=300):
        return self.date + DAY * self.rng.randint(-before, after)

    def amount(self, top):
        number = self.rng.random() * top
        return float(round(number)) if self.chance(0.5) else round(number, self.rng.choice((1, 2)))


def _case(scene, text):
    return scene.rng.choice((text, text.upper(), text.lower())) if text else text


def municipalities(scene):
    rows = []
    for code in scene.codes:
        row = {"code": code, "name": scene.places[code], "region": scene.rng.choice(REGIONS),
               "population": scene.maybe(scene.rng.randint(900, 600000))}
        if scene.chance(0.2):
            turn = scene.near_date(60, 60)
            rows.append(dict(row, valid_to=turn - DAY,
                             valid_from=scene.maybe(datetime.date(2007, 1, 1))))
            row = dict(row, region="Region Ny", valid_from=turn)
        rows.append(row)
    rows.append({"code": scene.absent, "name": scene.places[scene.absent], "region": None,
                 "valid_to": scene.maybe(scene.near_date(100, 30)), "population": 12345})
    return rows


def rollouts(scene):
    rows = []
    for (code, solution), wave in scene.rollouts.items():
        row = {"municipality": code, "solution": solution, "wave": wave,
               "state": scene.rng.choice((None, "active", "active")),
               "project_lead": scene.maybe("Åse \"Ås\" Ø; leder")}
        if scene.chance(0.2):
            row["state"] = scene.rng.choice(("paused", "withdrawn"))
            row["since"] = scene.maybe(scene.near_date(90, 20), 0.7)
        rows.append(row)
    return rows


def _span(scene):
    start = scene.near_date(300, 60)
    kind = scene.rng.random()
    if kind < 0.05:
        end = start
    elif kind < 0.1:
        end = start - DAY * scene.rng.randint(1, 50)
    else:
        end = start + DAY * scene.rng.randint(20, 420)
    return {"planned_start": start, "planned_end": end,
            "baseline_end": scene.maybe(end + DAY * scene.rng.randint(-60, 20), 0.6)}


def schedule(scene):
    rows, seen = [], set()

    def add(solution, phase, share, **keys):
        mark = (solution, phase, keys.get("wave"), keys.get("municipality"))
        if scene.chance(share) and mark not in seen:
            seen.add(mark)
            wave = _case(scene, keys.pop("wave", None))
            rows.append(dict(_span(scene), solution=solution, phase=phase, wave=wave, **keys))
    for solution, _ in scene.solutions:
        share = scene.rng.choice((0.0, 0.8, 1.0))
        for phase in scene.phases:
            add(solution, phase, share)
            for wave in WAVES[:2]:
                add(solution, phase, 0.25, wave=wave)
    for (code, solution), wave in scene.rollouts.items():
        for phase in scene.phases:
            add(solution, phase, 0.1, municipality=code,
                wave=scene.rng.choice((None, wave, "en anden")))
    return rows


def catalogue(scene):
    rows = []
    for solution, _ in scene.solutions:
        for number in range(scene.rng.randint(0, 6)):
            row = {"task_id": "K%d" % number, "solution": solution, "title": "Opgave %d | *x*" % number}
            for wave in scene.rng.choice(((None,), (None,), (None, WAVES[0]), (WAVES[1],))):
                rows.append(dict(
                    row, wave=_case(scene, wave), phase=scene.rng.choice(scene.phases),
                    main_task=scene.rng.choice(scene.tasks),
                    mandatory=scene.rng.choice(("yes", "no")),
                    deadline=scene.maybe(scene.near_date(120, 120), 0.8),
                    published=scene.maybe(scene.near_date(200, 30), 0.6),
                    goal=scene.maybe("Målet er\nnået")))
    return rows


def solution_dependencies(scene):
    rows = []
    for one, _ in scene.solutions:
        for other, _ in scene.solutions:
            if one != other and scene.chance(0.3):
                rows.append({"solution": one, "phase": scene.rng.choice(scene.phases),
                             "requires_solution": other,
                             "requires_phase": scene.rng.choice(scene.phases)})
    return rows


def benefit(scene, code, solution, identity):
    rng = scene.rng
    baseline = scene.maybe(scene.amount(3000), 0.85)
    target = baseline if baseline is not None and scene.chance(0.1) else scene.amount(3000)
    start = scene.maybe(scene.near_date(500, 100), 0.6)
    due = scene.near_date(100, 700)
    if start and scene.chance(0.1):
        due = start - DAY * rng.randint(0, 9)
    return {
        "benefit_id": identity, "municipality": code, "solution": solution,
        "benefit": "Færre *breve* | hurtigere", "disbenefit": rng.choice((None, "no", "no", "yes")),
        "type": rng.choice((None, "budget", "time_released", "quality", "compliance")),
        "prerequisites": scene.maybe(rng.sample(scene.tasks, rng.randint(1, 3))),
        "owner": scene.maybe("Chefen"), "frequency": scene.maybe(rng.choice((1, 3, 12))),
        "unit": rng.choice((None, "timer", "kr.", "antal | <stk>", "%")),
        "baseline": baseline, "baseline_date": scene.maybe(scene.near_date(600, 50)),
        "realisation_start": start, "target_date": due, "target": target,
        "original_target": rng.choice((None, target, scene.amount(3000), baseline)),
        "annual_value": scene.maybe(scene.amount(2e6), 0.7),
        "annual_value_low": scene.maybe(scene.amount(1e6), 0.3),
        "deviation": scene.maybe("forsinket\nlidt"), "action": scene.maybe("-")}


def benefits(scene):
    rows = []
    for code, solution in scene.rollouts:
        for number in range(scene.rng.choice((0, 1, 2, 3))):
            rows.append(benefit(scene, code, solution, "G%02d" % number))
    return rows


def registers(scene):
    """The register files."""
    kinds = {"municipalities": municipalities(scene), "rollouts": rollouts(scene),
             "solutions": [{"solution": name, "name": title,
                            "transition": scene.rng.choice((None, "gradual", "cut_over"))}
                           for name, title in scene.solutions],
             "schedule": schedule(scene), "task_catalogue": catalogue(scene),
             "solution_dependencies": solution_dependencies(scene), "benefits": benefits(scene)}
    scene.benefits = kinds["benefits"]
    scene.catalogue = kinds["task_catalogue"]
    specs = []
    for kind, rows in kinds.items():
        folder = scene.rng.choice(("register/", "register/", "register/mappe æ/"))
        name = scene.rng.choice((kind, kind, "fil %d" % len(specs)))
        if rows or scene.chance(0.5):
            specs.append(Spec("%s%s.csv" % (folder, name), "register", kind,
                              [Entry(row) for row in rows]))
    return specs
