"""The columns of every kind of file, with Danish and English headings.

A column is written `danish english type`; its values are looked up under the
English heading. A type that is not one of the plain ones names an enumeration.
"""

from collections import namedtuple

Column = namedtuple("Column", "danish english type required")

WORDS = {
    "yes_no": {"yes": "ja", "no": "nej"},
    "transition": {"gradual": "gradvis", "cut_over": "cut-over"},
    "state": {"active": "aktiv", "paused": "pauset",
              "withdrawn": "udtrådt"},
    "benefit_type": {"budget": "budgeteffekt",
                     "time_released": "frigjort_tid",
                     "quality": "kvalitet", "compliance": "lovkrav"},
    "attribution": {"yes": "ja", "partly": "delvis", "no": "nej"},
    "work": {"not_started": "ikke startet", "in_progress": "i gang",
             "done": "færdig", "blocked": "blokeret",
             "not_applicable": "ikke relevant"},
    "dimension": {"overall": "samlet", "time": "tid", "economy": "økonomi",
                  "scope": "omfang", "quality": "kvalitet",
                  "risk": "risiko", "benefit": "gevinst"},
    "light": {"green": "grøn", "yellow": "gul", "red": "rød"},
    "answer": {"yes": "ja", "partly": "delvis", "no": "nej",
               "not_applicable": "ikke relevant",
               "waived": "dispensation"},
    "decision": {"go": "go", "go_conditional": "go med betingelser",
                 "no_go": "no-go", "postponed": "udsæt",
                 "fall_back": "tilbage"},
    "urgency": {"now": "nu", "before_go_live": "før ibrugtagning",
                "later": "senere"},
    "open": {"open": "åben", "closed": "lukket"},
}

PLACE = """
kommunekode municipality place*
løsning solution text*"""

_TEXT = {
    "municipalities": """
kommunekode code text*
kommunenavn name text*
region region text
gyldig_fra valid_from date
gyldig_til valid_to date
indbyggere population whole""",
    "solutions": """
løsning solution text*
navn name text*
overgangsform transition transition
leverandør supplier text
beskrivelse description text""",
    "rollouts": PLACE + """
bølge wave text
projektleder project_lead text
styregruppeformand sponsor text
kontakt contact text
tilstand state state
fra_dato since date""",
    "schedule": """
løsning solution text*
fase phase phase*
bølge wave text
kommunekode municipality place
planlagt_start planned_start date*
planlagt_slut planned_end date*
baseline_slut baseline_end date""",
    "task_catalogue": """
opgave_id task_id text*
løsning solution text*
bølge wave text
fase phase phase*
hovedopgave main_task main_task*
titel title text*
obligatorisk mandatory yes_no*
start start date
frist deadline date
udfører performer text
aktører actors text
mål goal text
fremgangsmåde procedure text
udgivet published date""",
    "solution_dependencies": """
løsning solution text*
fase phase phase*
forudsætter_løsning requires_solution text*
forudsætter_fase requires_phase phase*""",
    "benefits": """
gevinst_id benefit_id text*""" + PLACE + """
gevinst benefit text*
type type benefit_type
ulempe disbenefit yes_no
hovedopgave main_task main_task
forudsætninger prerequisites text
gevinstejer owner text
måleindikator measure text
målefrekvens frequency whole
enhed unit text
kilde source text
baseline baseline number
baseline_dato baseline_date date
realisering_fra realisation_start date
oprindeligt_mål original_target number
mål target number*
måldato target_date date*
årlig_værdi_lav annual_value_low money
årlig_værdi annual_value money
årlig_værdi_høj annual_value_high money
afvigelse deviation text
handling action text
handling_frist action_due date""",
    "measurements": """
gevinst_id benefit_id text*""" + PLACE + """
dato date date*
værdi value number*
målt_af measured_by text
tilskrivning attribution attribution
bemærkning comment text""",
    "status": PLACE + """
fase phase phase*
hovedopgave main_task main_task*
status status work*
fremdrift progress percent
forventet_slut expected_end date
ansvarlig responsible text
bemærkning comment text
opdateret updated date""",
    "assessments": PLACE + """
dimension dimension dimension*
trafiklys light light*
bemærkning comment text
næste_periode next_period text
beslutning_ønskes decision_wanted text""",
    "tasks": """
opgave_id task_id text*""" + PLACE + """
fase phase phase*
hovedopgave main_task main_task*
titel title text*
obligatorisk mandatory yes_no*
frist deadline date
udfører performer text
status status work*
afsluttet completed date
bemærkning comment text""",
    "criteria_answers": PLACE + """
kriterium criterion text*
svar answer answer*
dokumentation evidence text
ansvarlig responsible text
frist deadline date
dato date date
initialer initials text
bemærkning comment text""",
    "gate_decisions": PLACE + """
fase phase phase*
dato date date*
beslutning decision decision*
til_fase to_phase phase
besluttet_af decided_by text
betingelser conditions text
næste_review next_review date""",
    "conditions": PLACE + """
fase phase phase*
betingelse_id condition_id text*
betingelse condition text*
ejer owner text
frist deadline date
hastegrad urgency urgency
status status open*
lukket_dato closed_on date""",
    "economy": PLACE + """
hovedopgave main_task main_task*
budget_timer budget_hours whole
forbrug_timer actual_hours whole
forventet_timer forecast_hours whole
budget_kr budget_dkk money
forbrug_kr actual_dkk money
forventet_kr forecast_dkk money""",
    "risks": """
risiko_id risk_id text*
kommunekode municipality place
løsning solution text
hovedopgave main_task main_task
risiko risk text*
sandsynlighed probability whole*
konsekvens impact whole*
sandsynlighed_efter residual_probability whole
konsekvens_efter residual_impact whole
ejer owner text
handling response text
status status open*
frist deadline date""",
}


def _columns(text):
    for line in text.split("\n"):
        if line:
            danish, english, kind = line.split()
            yield Column(danish, english, kind.rstrip("*"),
                         kind.endswith("*"))


KINDS = {kind: list(_columns(text)) for kind, text in _TEXT.items()}
