"""The kinds of file and their columns.

A column is written `danish/english/alias...` with the marks `*` (required) and `!` (part of the
key); its id is the English heading. One name alone is the heading in both languages.
"""

_KEY = "kommunekode/municipality*! løsning/solution*! "

_TEXT = {
    "model": {
        "phases": "fase/phase*! navn/name* name_en alias formål/purpose effekt/effect produkter/products"
                  " aktører/actors purpose_en effect_en products_en actors_en",
        "categories": "kategori/category*! navn/name name_en",
        "main_tasks": "nr/no*! navn/name* name_en kategori/category* formål/purpose"
                      " beskrivelse/description aktiviteter/activities purpose_en description_en"
                      " activities_en alias succesbetingelse/condition",
        "matrix": "nr/no*! fase/phase*! grad/grade* grundlag/basis*",
        "criteria": "kriterium/criterion*! fase/phase* tekst/text* text_en hovedopgave/main_task"
                    " obligatorisk/mandatory* vægt/weight verifikation/verification verification_en"
                    " godkendt_når/pass_condition pass_condition_en oprindelse/origin*"
                    " succesbetingelse/condition",
        "dependencies": "nr/no*! forudsætter/requires*! art/kind grundlag/basis",
    },
    "register": {
        "municipalities": "kommunekode/code*! kommunenavn/name* region gyldig_fra/valid_from!"
                          " gyldig_til/valid_to indbyggere/population",
        "solutions": "løsning/solution*! navn/name* overgangsform/transition leverandør/supplier"
                     " beskrivelse/description",
        "rollouts": _KEY + "bølge/wave projektleder/project_lead styregruppeformand/sponsor"
                           " kontakt/contact tilstand/state fra_dato/since",
        "schedule": "løsning/solution*! fase/phase*! bølge/wave! kommunekode/municipality!"
                    " planlagt_start/planned_start* planlagt_slut/planned_end*"
                    " baseline_slut/baseline_end",
        "task_catalogue": "opgave_id/task_id*! løsning/solution*! bølge/wave! fase/phase*"
                          " hovedopgave/main_task* titel/title* obligatorisk/mandatory* start"
                          " frist/deadline udfører/performer aktører/actors mål/goal"
                          " fremgangsmåde/procedure udgivet/published",
        "solution_dependencies": "løsning/solution*! fase/phase*! forudsætter_løsning/requires_solution*!"
                                 " forudsætter_fase/requires_phase*!",
    },
    "month": {
        "measurements": "gevinst_id/benefit_id*! " + _KEY + "dato/date*! værdi/value*"
                        " målt_af/measured_by tilskrivning/attribution bemærkning/comment",
        "status": _KEY + "fase/phase*! hovedopgave/main_task*! status* fremdrift/progress"
                         " forventet_slut/expected_end ansvarlig/responsible bemærkning/comment"
                         " opdateret/updated",
        "assessments": _KEY + "dimension*! trafiklys/light/lys* bemærkning/comment"
                              " næste_periode/next_period beslutning_ønskes/decision_wanted",
        "tasks": "opgave_id/task_id*! " + _KEY + "fase/phase* hovedopgave/main_task* titel/title*"
                 " obligatorisk/mandatory* start frist/deadline udfører/performer status*"
                 " afsluttet/completed mål/goal bemærkning/comment",
        "criteria_answers": _KEY + "kriterium/criterion*! svar/answer* dokumentation/evidence/evidens"
                                   " ansvarlig/responsible frist/deadline dato/date"
                                   " initialer/initials bemærkning/comment",
        "gate_decisions": _KEY + "fase/phase*! dato/date*! beslutning/decision* til_fase/to_phase"
                                 " besluttet_af/decided_by betingelser/conditions"
                                 " næste_review/next_review",
        "conditions": _KEY + "fase/phase*! betingelse_id/condition_id*! betingelse/condition*"
                             " ejer/owner frist/deadline hastegrad/urgency status*"
                             " lukket_dato/closed_on",
        "economy": _KEY + "hovedopgave/main_task*! budget_timer/budget_hours"
                          " forbrug_timer/actual_hours forventet_timer/forecast_hours"
                          " budget_kr/budget_dkk forbrug_kr/actual_dkk forventet_kr/forecast_dkk",
        "risks": "risiko_id/risk_id*! kommunekode/municipality! løsning/solution!"
                 " hovedopgave/main_task risiko/risk* sandsynlighed/probability*"
                 " konsekvens/impact* sandsynlighed_efter/residual_probability"
                 " konsekvens_efter/residual_impact ejer/owner handling/response status*"
                 " frist/deadline",
    },
}
_BENEFITS = ("gevinst_id/benefit_id*! " + _KEY + "gevinst/benefit* type ulempe/disbenefit"
             " hovedopgave/main_task forudsætninger/prerequisites gevinstejer/owner"
             " måleindikator/measure målefrekvens/frequency enhed/unit kilde/source baseline"
             " baseline_dato/baseline_date realisering_fra/realisation_start"
             " oprindeligt_mål/original_target mål/target* måldato/target_date*"
             " årlig_værdi_lav/annual_value_low årlig_værdi/annual_value"
             " årlig_værdi_høj/annual_value_high afvigelse/deviation handling/action"
             " handling_frist/action_due")
_TEXT["register"]["benefits"] = _BENEFITS
_TEXT["month"]["benefits"] = _BENEFITS

_YES_NO = {"yes": "ja", "no": "nej"}
_STATUS = {"not_started": "ikke startet", "in_progress": "i gang", "done": "færdig",
           "blocked": "blokeret", "not_applicable": "ikke relevant"}
_OPEN = {"open": "åben", "closed": "lukket"}
_BASIS = {"source": "kilde", "interpretation": "fortolkning"}

# (kind, column) or column -> {id: danish word}
ENUMERATIONS = {
    "mandatory": _YES_NO, "disbenefit": _YES_NO,
    "transition": {"gradual": "gradvis", "cut_over": "cut-over"},
    "state": {"active": "aktiv", "paused": "pauset", "withdrawn": "udtrådt"},
    "type": {"budget": "budgeteffekt", "time_released": "frigjort_tid", "quality": "kvalitet",
             "compliance": "lovkrav"},
    "attribution": {"yes": "ja", "partly": "delvis", "no": "nej"},
    ("status", "status"): _STATUS, ("tasks", "status"): _STATUS,
    ("conditions", "status"): _OPEN, ("risks", "status"): _OPEN,
    "dimension": {"overall": "samlet", "time": "tid", "economy": "økonomi", "scope": "omfang",
                  "quality": "kvalitet", "risk": "risiko", "benefit": "gevinst"},
    "light": {"green": "grøn", "yellow": "gul", "red": "rød"},
    "answer": {"yes": "ja", "partly": "delvis", "no": "nej", "not_applicable": "ikke relevant",
               "waived": "dispensation"},
    "decision": {"go": "go", "go_conditional": "go med betingelser", "no_go": "no-go",
                 "postponed": "udsæt", "fall_back": "tilbage"},
    "urgency": {"now": "nu", "before_go_live": "før ibrugtagning", "later": "senere"},
    "grade": {"-": "-", "active": "aktiv", "focus": "fokus"},
    "basis": _BASIS, "origin": dict(_BASIS, local="lokal"),
    "kind": {"before": "før", "beside": "samtidig"},
    ("main_tasks", "condition"): {"operation": "drift"},
    ("criteria", "condition"): {"operation": "drift"},
}

INTEGERS = {"population", "frequency", "probability", "impact", "residual_probability",
            "residual_impact"}
DECIMALS = {"baseline", "original_target", "target", "value", "weight", "annual_value_low",
            "annual_value", "annual_value_high", "budget_hours", "actual_hours", "forecast_hours",
            "budget_dkk", "actual_dkk", "forecast_dkk"}
DATES = {"since", "valid_from", "valid_to", "start", "deadline", "published", "completed",
         "closed_on", "updated", "next_review", "date"}
REFERENCES = {"municipality": "municipality", "solution": "solution", "phase": "phase",
              "requires_solution": "solution", "requires_phase": "phase", "to_phase": "phase",
              "main_task": "main_task", "prerequisites": "main_tasks", "criterion": "criterion"}
OWN_KEY = {("phases", "phase"), ("solutions", "solution"), ("criteria", "criterion")}
TITLES = {"title", "name", "benefit", "risk", "condition", "text", "mandatory"}
MONEY = ("budget_hours", "actual_hours", "forecast_hours", "budget_dkk", "actual_dkk",
         "forecast_dkk")


class Column:
    """One column of a kind."""

    def __init__(self, kind, text):
        names = text.rstrip("*!").split("/")
        self.kind = kind
        self.danish = names[0]
        self.id = names[1] if len(names) > 1 else names[0]
        self.names = names
        self.required = "*" in text
        self.key = "!" in text
        self.words = ENUMERATIONS.get((kind, self.id)) or ENUMERATIONS.get(self.id)
        self.type = self._type()

    def _type(self):
        if (self.kind, self.id) == ("main_tasks", "no"):
            return "integer"
        if self.kind in ("matrix", "dependencies") and self.id in ("no", "requires"):
            return "main_task"
        if self.words:
            return "enumeration"
        if self.id in REFERENCES and (self.kind, self.id) not in OWN_KEY:
            return REFERENCES[self.id]
        if self.id in INTEGERS:
            return "integer"
        if self.id in DECIMALS:
            return "decimal"
        if self.id == "progress":
            return "percent"
        if self.id in DATES or self.id.endswith(("_date", "_start", "_end", "_due")):
            return "date"
        return "code" if self.id == "code" else "text"


KINDS = {group: {kind: [Column(kind, part) for part in text.split()]
                 for kind, text in kinds.items()}
         for group, kinds in _TEXT.items()}
CHECK_NAMES = ("kommunenavn", "municipality_name")


def columns(group, kind):
    return KINDS[group][kind]


def has_municipality(group, kind):
    return any(column.id == "municipality" for column in columns(group, kind))
