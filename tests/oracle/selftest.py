#!/usr/bin/python3
"""The recomputation against cases worked out by hand, and against itself."""
import datetime
import os
import tempfile
import unittest

import dialect
import values
from business import Business, next_of
from compare import differences, finding_differences, same
from figures import decisions
from names import Names
from outlook import slope
from portfolio import Made
from recompute import recompute, recompute_all

DATE = datetime.date

MODEL = {
    "model/model.ini": "[model]\nname = Prøve\n; bemærkning\n[thresholds]\nconditional = 50,0\n",
    "model/a.csv": "fase;navn;alias\nA;Første;Forste|1.\nB;Anden;\n",
    "model/b.csv": "nr;navn;kategori\n1;Et;k\n2;To;k\n3;Tre;k\n",
    "model/c.csv": "nr;fase;grad;grundlag\n1;A;aktiv;kilde\n2;A;fokus;kilde\n3;A;-;kilde\n1;B;aktiv;kilde\n",
    "model/d.csv": "kriterium;fase;tekst;obligatorisk;oprindelse\nA1;A;x;ja;kilde\nA2;A;y;nej;lokal\n",
    "model/e.csv": "nr;forudsætter;art;grundlag\n1;2;;kilde\n",
    "register/m.csv": "code,name,region\n101,København,Øst\n751,Aarhus,\n",
    "register/s.csv": "løsning;navn\nS;Sagerne\n",
    "register/r.csv": "kommunekode;løsning;bølge\n101;S;b1\n751;S;\n",
    "register/p.csv": "løsning;fase;bølge;kommunekode;planlagt_start;planlagt_slut;baseline_slut\n"
                      "S;A;;;2015-01-01;2015-04-30;2015-03-01\nS;A;B1;;2015-01-01;2015-05-31;\n"
                      "S;A;x;751;31.01.2015;31/3-2015;\n",
    "register/g.csv": "gevinst_id;kommunekode;løsning;gevinst;baseline;mål;måldato;baseline_dato;"
                      "årlig_værdi;forudsætninger\n"
                      "G1;101;S;x;100;50;2015-12-31;2014-12-31;1.000,5;1, 2\n",
}


def status(rows):
    return "kommunekode;løsning;fase;hovedopgave;status;fremdrift\n" + "".join(
        row + "\n" for row in rows)


MONTHS = {
    "status/2015-01/x.csv": status(["101;S;A;1;i gang;10", "101;S;A;2;i gang;30", "751;S;A;1;færdig;"]),
    "status/2015-02/x.csv": status(["101;S;A;1;i gang;30", "101;S;A;2;blokeret;50"]),
    "status/2015-03/x.csv": status(["0101;Sagerne;forste;et;DONE;", "København;s;A;2;in_progress;20 %"]),
    "status/2015-03/m.csv": "gevinst_id;kommunekode;løsning;dato;værdi\n"
                            "g1;101;S;31-03-2015;90\nG1;101;S;2015-04-01;10\n",
    "status/2015-03/k.csv": "kommunekode;løsning;kriterium;svar\n101;S;A1;delvis\n",
    "status/2015-03/e.csv": "kommunekode;løsning;hovedopgave;budget_kr;forventet_kr\n"
                            "101;S;1;100;110\n101;S;2;50;\n",
    "status/2015-03/r.csv": "risiko_id;kommunekode;løsning;risiko;sandsynlighed;konsekvens;"
                            "sandsynlighed_efter;konsekvens_efter;status\n"
                            "R1;101;S;x;5;5;2;4;åben\n",
}


def write(folder, files):
    for path, content in files.items():
        target = os.path.join(folder, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as stream:
            stream.write(content if isinstance(content, bytes) else content.encode())


def tables_of(files, month=None, date=None):
    with tempfile.TemporaryDirectory() as folder:
        write(folder, files)
        tables, aside, programme = recompute(folder, month, date)
    rows = {name: [dict(zip(table[0], row)) for row in table[1:]] for name, table in tables.items()}
    return rows, aside, programme


class Values(unittest.TestCase):
    def test_dates(self):
        for text in ("2015-03-31", "31-03-2015", "31.03.2015", "31/3-2015", "31/3/2015", "42094"):
            self.assertEqual(values.date(text), DATE(2015, 3, 31))
        for text in ("31-02-2015", "31-03-15", "marts"):
            self.assertRaises(values.RowFault, values.date, text)

    def test_numbers(self):
        for text, style, number in (
                ("1.234,5", "comma", 1234.5), ("1234,5", "comma", 1234.5), ("1234.5", "point", 1234.5),
                ("\u22125", None, -5), ("1\u00a0234", None, 1234), ("1.234", "comma", 1234),
                ("1.234", "point", 1.234), ("1,234", None, 1.234), ("1,234", "comma", 1.234)):
            self.assertAlmostEqual(values.decimal(text, style), number)
        for text, style in (("1.234", None), ("1,234", "point"), ("1,234.5", "point"),
                            ("12.5", "comma"), ("12,5", "point"), ("x", None)):
            self.assertRaises(values.RowFault, values.decimal, text, style)
        self.assertEqual(values.integer("1.234"), 1234)

    def test_style(self):
        self.assertEqual([values.style_of(t) for t in ("12,5", "1.234,5", "12.5", "1.234", "1,234", "7")],
                         ["comma", "comma", "point", None, None, None])

    def test_municipalities(self):
        names = Names()
        for code, name in (("101", "København"), ("751", "Aarhus"), ("820", "Vesthimmerlands"),
                           ("400", "Bornholm")):
            names.add_municipality(code, name)
        for text, code in (("0101", "101"), ("københavns kommune", "101"), ("101 København", "101"),
                           ("Århus", "751"), ("Vesthimmerland", "820"), ("Bornholms Regionskommune", "400")):
            self.assertEqual(names.municipality(text), code)
        for text in ("101 Aarhus", "102", "Atlantis"):
            self.assertRaises(values.RowFault, names.municipality, text)


class Files(unittest.TestCase):
    def test_lines(self):
        text = 'sep=,\r\na,b\r\n\r\n1,"x\r\ny"\r\n,\r\n2,z'
        self.assertEqual([line for line, _ in dialect.records(text)], [2, 4, 7])
        self.assertEqual([line for line, _ in dialect.records('a;b\r1;"x\ry"\r2;3\r')], [1, 2, 4])

    def test_encodings(self):
        for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16"):
            self.assertEqual(dialect.decode("løsning;x".encode(encoding)), "løsning;x")
        for data in (b"", b"a\0b", b"\xf8\x81"):
            self.assertRaises(dialect.FileFault, dialect.decode, data)


class Rules(unittest.TestCase):
    class Phases:
        index = staticmethod("ABC".index)

    def decide(self, *steps):
        rows = [{"phase": step[0], "decision": step[1], "to_phase": step[2] if len(step) > 2 else None}
                for step in steps]
        return decisions(rows, self.Phases)

    def test_decisions(self):
        self.assertEqual(self.decide(), (0, False, False))
        self.assertEqual(self.decide(("A", "go"), ("B", "no_go")), (1, False, False))
        self.assertEqual(self.decide(("B", "go")), (0, False, True))
        self.assertEqual(self.decide(("A", "go"), ("B", "go"), ("B", "fall_back", "A")), (0, True, False))
        self.assertEqual(self.decide(("A", "go"), ("B", "go"), ("B", "fall_back")), (1, True, False))
        self.assertEqual(self.decide(("A", "go"), ("A", "fall_back"), ("A", "go_conditional")),
                         (1, False, False))
        self.assertEqual(self.decide(("A", "go"), ("B", "go"), ("C", "go")), (3, False, False))

    def test_slope(self):
        points = [(DATE(2015, 1, 31), 20), (DATE(2015, 2, 28), 40), (DATE(2015, 3, 31), 60)]
        self.assertAlmostEqual(slope(points), 1180 / 1742)


class Portfolio(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rows, cls.aside, cls.programme = tables_of(dict(MODEL, **MONTHS))

    def check(self, row, **expected):
        for column, value in expected.items():
            self.assertEqual(row[column], value, column)

    def test_first_rollout(self):
        # February: E 58/150, P 40, nothing else known: green
        # scores 20, 40, 60: slope 1180/1742 a day; (90-60)/slope = 44.29, so 45 days
        self.check(
            self.rows["rollouts"][0], name="København", region="Øst", wave="b1", reported="true",
            phase="A", task_score="60.0000", criteria_score="25.0000", readiness="42.5000",
            progress="60.0000", course="30.0000", planned_end="2015-05-31", baseline_end="",
            expected="59.3333", forecast_end="2015-05-15", slip_days="-16", stalled="false",
            mandatory_criteria="1", mandatory_criteria_met="0", mandatory_criteria_unanswered="0",
            dependency_conflicts="1", blocked_cells="0", recommendation="no_go", light_time="green",
            light_readiness="green", light_economy="yellow", light_risk="yellow",
            light_benefit="yellow", light="yellow", light_reported="", deviation="",
            previous_light="green", previous_progress="40.0000", previous_phase="A")

    def test_second_rollout(self):
        # silent since January; D = planned_end isn't overdue
        self.check(self.rows["rollouts"][1], reported="false", phase="A", progress="50.0000",
                   planned_end="2015-03-31", expected="100.0000", light_time="grey", light="grey",
                   previous_light="grey", forecast_end="", cells_unreported="1")
        self.assertEqual([row["change"] for row in self.rows["changes"]], ["worse", "unreported"])
        # January: E 0, P 50: green; so not red before
        self.assertEqual([row["urgency_rank"] for row in self.rows["municipalities"]], ["1", ""])

    def test_benefit(self):
        # (90-100)/(50-100) = 0.2 of a planned 90/365; 0.7 x 0.2466 = 0.1726 <= 0.2 < 0.9 x 0.2466
        self.check(self.rows["benefits"][0], fraction="0.2000", planned_share="0.2466",
                   state="measured", light="yellow", annual_value="1000.5000",
                   realised_annual="200.1000", latest="90.0000", latest_date="2015-03-31",
                   prerequisites_open="1", source="register/g.csv:2")

    def test_money_and_risk(self):
        self.check(self.rows["economy"][0], budget_dkk="150.0000", forecast_dkk="110.0000",
                   variance_dkk="10.0000", variance_pct="10.0000", time_used="0.5933")
        self.check(self.rows["risks"][0], score="25", residual_score="8", status="open")

    def test_cells(self):
        cells = [(r["phase"], r["main_task"], r["status"], r["value"], r["age_months"], r["source"])
                 for r in self.rows["cells"] if r["municipality"] == "101"]
        self.assertEqual(cells, [
            ("A", "1", "done", "100.0000", "0", "status/2015-03/x.csv:2"),
            ("A", "2", "in_progress", "20.0000", "0", "status/2015-03/x.csv:3"),
            ("B", "1", "", "0.0000", "", "")])

    def test_rollups(self):
        programme = self.rows["rollups"][0]
        self.check(programme, by="programme", key="", n="2", reported="1", parked="0", yellow="1",
                   grey="1", no_go="2", budget_dkk="100.0000", forecast_dkk="110.0000", measured="1")
        self.assertEqual([(row["by"], row["key"]) for row in self.rows["rollups"]],
                         [("programme", ""), ("solution", "S"), ("region", ""), ("region", "Øst"),
                          ("wave", ""), ("wave", "b1")])

    def test_success_conditions(self):
        self.assertEqual(self.programme["success_conditions"],
                         {"n": 1, "operation": 1, "steering": 1, "effective": 0})

    def test_earlier_month(self):
        rows, _, _ = tables_of(dict(MODEL, **MONTHS), "2015-01")
        self.assertEqual([row["change"] for row in rows["changes"]], ["new", "new"])
        self.check(rows["rollouts"][1], reported="true", light="green", progress="50.0000")

    def test_completed_and_parked(self):
        files = dict(MODEL, **MONTHS)
        files["status/2015-03/d.csv"] = ("kommunekode;løsning;fase;dato;beslutning\n"
                                         "101;S;A;2015-03-01;go\n101;S;B;2015-03-01;go\n")
        files["register/r.csv"] = "kommunekode;løsning;tilstand;fra_dato\n101;S;;\n751;S;pauset;2015-03-01\n"
        rows, _, _ = tables_of(files)
        self.check(rows["rollouts"][0], phase="completed", course="100.0000", task_score="", stalled="",
                   carry_over="1", cells_unreported="", light_time="grey", light="yellow")
        self.check(rows["rollouts"][1], state="paused", light="grey", previous_light="grey",
                   progress="50.0000")
        self.check(rows["rollups"][0], n="1", parked="1", completed="1", mean_course="100.0000")

    def test_aside(self):
        files = dict(MODEL, **MONTHS)
        files["status/2015-03/z.csv"] = status([
            "101;S;A;1;færdig;", "999;S;A;1;færdig;", "101;S;A;1;næsten;", "101;S;A;1", ";;;;;",
            "101;S;A;2;;"])
        files["status/2015-03/tom.csv"] = ""
        _, aside, _ = tables_of(files)
        self.assertEqual([(path[-5:], line) for path, line, _ in aside],
                         [("m.csv", None), ("x.csv", 2), ("z.csv", 3), ("z.csv", 4), ("z.csv", 5)])


class BusinessCase(unittest.TestCase):
    def test_by_hand(self):
        # 100 kr. a year, from 2014-07-02 evenly up to 2014-12-31, which itself is full: of 365 days
        files = dict(MODEL, **MONTHS)
        files["register/g.csv"] = (
            "gevinst_id;kommunekode;løsning;gevinst;baseline;mål;måldato;realisering_fra;årlig_værdi;"
            "målefrekvens\nG1;101;S;x;100;50;2014-12-31;2014-07-02;100;2\n")
        files["status/2015-03/m.csv"] = ("gevinst_id;kommunekode;løsning;dato;værdi\n"
                                         "G1;101;S;2014-12-31;75\n")
        files["status/2015-03/e.csv"] = (
            "kommunekode;løsning;hovedopgave;budget_kr;forventet_kr;forbrug_kr\n101;S;1;220;150;60\n")
        with tempfile.TemporaryDirectory() as folder:
            write(folder, files)
            made = Business(recompute_all(folder)[3])
        case = made.case[made.folio.active[0]]
        self.assertEqual(case.years, list(range(2014, 2021)))
        self.assertAlmostEqual(case.sums["benefit", "plan", 2014], 100 * (182 / 2 + 1) / 365)
        self.assertAlmostEqual(case.sums["benefit", "plan", 2015], 100)
        # half measured: half the pace; and half a day of 2014 and 90 days of 2015
        self.assertAlmostEqual(case.sums["benefit", "forecast", 2015], 50)
        self.assertAlmostEqual(case.to_date("benefit", "realised", 2015), 50 * 91 / 365)
        # 25,2 + 100 + 100 >= 220 in 2016; 12,6 + 50 + 50 + 50 >= 150 in 2017; 12,5 < 60
        self.assertEqual([case.payback(basis, 2015) for basis in ("plan", "forecast", "realised")],
                         [2016, 2017, None])
        benefit = made.benefits[made.folio.active[0]][0]
        self.assertEqual(next_of(benefit), DATE(2015, 2, 28))


class Invariance(unittest.TestCase):
    def tables(self, seed, faults, plain):
        with tempfile.TemporaryDirectory() as folder:
            made = Made(seed, faults, plain)
            case = made.write(folder)
            date = case["date"] and DATE.fromisoformat(case["date"])
            tables, aside, _ = recompute(os.path.join(folder, "input"), case["month"], date)
        self.assertEqual({(f[0], f[1]) for f in made.faults()}, {(a[0], a[1]) for a in aside})
        for table in tables.values():
            if table[0][-1] == "source":
                table[:] = [row[:-1] for row in table]
        return tables

    def test_dialects_and_faults_change_no_figure(self):
        for seed in range(1, 13):
            plain = self.tables(seed, False, True)
            self.assertEqual(plain, self.tables(seed, False, False))
            self.assertEqual(plain, self.tables(seed, True, False))


class Comparison(unittest.TestCase):
    def test_same(self):
        self.assertTrue(same("1.0000", "1.0001") and same("123456789012.0000", "123456789012.0001"))
        self.assertFalse(same("1.0000", "1.0002") or same("1", "1.0000") or same("a", "b") or same("", "0"))

    def test_differences(self):
        want = [["by", "key", "n"], ["programme", "", "2"]]
        self.assertEqual(differences("rollups", want, want), [])
        self.assertEqual(len(differences("rollups", want, [want[0], ["programme", "", "3"]])), 1)

    def test_findings(self):
        head = ["severity", "code", "file", "line"]
        faults = [["a.csv", 3, "x"], ["b.csv", None, "y"]]
        good = [head, ["error", "", "a.csv", "3"], ["error", "", "b.csv", "1"], ["notice", "", "c", "1"]]
        self.assertEqual(finding_differences(faults, good), [])
        self.assertEqual(len(finding_differences(faults, [head, ["error", "", "c.csv", "3"]])), 3)


if __name__ == "__main__":
    unittest.main()
