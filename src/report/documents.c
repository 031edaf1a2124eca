/*
 * Every document of a pack.
 */
#include "report/benefits.h"
#include "report/collect.h"
#include "report/gate_checklist.h"
#include "report/gate_form.h"
#include "report/index.h"
#include "report/local.h"
#include "report/management.h"
#include "report/quality.h"
#include "report/report.h"

const struct report report_table[] = {
    {
	.name = "index",
	.template = "indeks.md",
	.folder = "",
	.file = {"index.html"},
	.by = SLICE_PROGRAMME,
	.build = index_build,
    },
    {
	.name = "management",
	.template = "rapport.md",
	.folder = "ledelse",
	.file = {"rapport.html", "rapport.md", "statuspakke.xlsx"},
	.by_selection = true,
	.by = SLICE_PROGRAMME,
	.build = management_build,
    },
    {
	.name = "quality",
	.template = "datakvalitet.md",
	.folder = "datakvalitet",
	.file = {"datakvalitet.html", "datakvalitet.md", "datakvalitet.xlsx"},
	.by = SLICE_PROGRAMME,
	.build = quality_build,
    },
    {
	.name = "quality",
	.template = "returbrev.md",
	.folder = "datakvalitet",
	.file = {"*.html", "*.md", "*.xlsx"},
	.by = SLICE_MUNICIPALITY,
	.build = letter_build,
    },
    {
	.name = "municipalities",
	.template = "parathed.md",
	.part = {"parathed-loesning.md", "parathed-afsluttet.md",
	    "parathed-parkeret.md"},
	.folder = "kommuner",
	.file = {"parathed.html", "parathed.md", NULL},
	.by = SLICE_MUNICIPALITY,
	.build = local_build,
    },
    {
	.name = "municipalities",
	.template = "status.md",
	.part = {"parathed-loesning.md", "parathed-afsluttet.md",
	    "parathed-parkeret.md"},
	.folder = "kommuner",
	.file = {NULL, NULL, "status.xlsx"},
	.by = SLICE_MUNICIPALITY,
	.build = local_build,
    },
    {
	.name = "gates",
	.template = "faseovergange.md",
	.folder = "faseovergange",
	.file = {"oversigt.html", "oversigt.md", "oversigt.xlsx"},
	.by = SLICE_PROGRAMME,
	.build = gate_overview_build,
    },
    {
	.name = "gates",
	.template = "faseovergang.md",
	.part = {"faseovergang-tom.md"},
	.folder = "faseovergange",
	.file = {"*.html", "*.md", "*.xlsx"},
	.by = SLICE_ROLLOUT,
	.exists = gate_checklist_exists,
	.build = gate_checklist_build,
    },
    {
	.name = "benefits",
	.template = "gevinster-samlet.md",
	.folder = "gevinster",
	.file = {"samlet.html", "samlet.md", "samlet.xlsx"},
	.by_selection = true,
	.by = SLICE_PROGRAMME,
	.build = benefits_build,
    },
    {
	.name = "benefits",
	.template = "gevinster.md",
	.folder = "gevinster",
	.file = {"gevinster.html", "gevinster.md", "gevinster.xlsx"},
	.by = SLICE_MUNICIPALITY,
	.exists = benefits_exist,
	.build = benefits_build,
    },
    {
	.name = "collect",
	.template = "indsamling.md",
	.folder = "",
	.file = {"index.html"},
	.apart = true,
	.by = SLICE_PROGRAMME,
	.build = collect_index_build,
    },
    {
	.name = "collect",
	.template = "indberetning.md",
	.folder = "",
	.file = {NULL, NULL, "#-indberetning.xlsx"},
	.apart = true,
	.forms = true,
	.by = SLICE_MUNICIPALITY,
	.exists = collect_exists,
	.build = collect_book_build,
    },
    {
	.name = "collect",
	.template = "indberetning-brev.md",
	.folder = "",
	.file = {"brev.html", "brev.md"},
	.apart = true,
	.by = SLICE_MUNICIPALITY,
	.exists = collect_exists,
	.build = collect_letter_build,
    },
};
const size_t report_count = sizeof(report_table) / sizeof(report_table[0]);
