#include "model/settings.h"

#include <string.h>

#include "base/diag.h"
#include "base/names.h"
#include "base/num.h"
#include "base/text.h"
#include "input/ini.h"
#include "model/model.h"

/* The texts of section [model], by key. */
static const struct {
	const char *key;
	size_t offset; /* of a const char * in struct model */
} text_table[] = {
    {"name", offsetof(struct model, name.da)},
    {"name_en", offsetof(struct model, name.en)},
    {"version", offsetof(struct model, version)},
    {"source", offsetof(struct model, source.da)},
    {"source_en", offsetof(struct model, source.en)},
    {"notice", offsetof(struct model, notice.da)},
    {"notice_en", offsetof(struct model, notice.en)},
};

#define TEXTS (sizeof(text_table) / sizeof(*text_table))
#define NAMES_KEY "names_in_management"

static struct loc
entry_loc(const struct ini_file *ini, const struct ini_entry *entry)
{
	return (struct loc){
	    .file = ini->path, .line = entry->line, .column = entry->key};
}

static bool
set_text(struct model *model, const struct ini_entry *entry)
{
	size_t i;

	for (i = 0; i < TEXTS; i++) {
		if (strcmp(entry->key, text_table[i].key) != 0)
			continue;
		memcpy((char *)model + text_table[i].offset, &entry->value,
		    sizeof(entry->value));
		return true;
	}
	return false;
}

static void
set_names(struct diag *diag, const struct loc *loc, const char *value,
    struct model *model)
{
	const struct word *word;

	for (word = word_yesno; word->id != NULL; word++)
		if (text_equal_fold(value, word->id) ||
		    text_equal_fold(value, word->da)) {
			model->names_in_management =
			    word - word_yesno == YESNO_YES;
			return;
		}
	diag_fatal(diag, DIAG_ini_not_yesno, loc, value, NULL);
}

static bool
set_threshold(struct diag *diag, const struct loc *loc,
    const struct ini_entry *entry, struct model *model)
{
	enum num_form form;
	double value;
	int i;

	for (i = 0; i < THRESHOLDS; i++)
		if (strcmp(entry->key, threshold_key(i)) == 0)
			break;
	if (i == THRESHOLDS)
		return false;
	/* A point and a comma are both decimal marks here. */
	form = num_parse(entry->value, strlen(entry->value),
	    num_style_of(entry->value, strlen(entry->value)) == NUM_STYLE_COMMA
		? NUM_STYLE_COMMA
		: NUM_STYLE_POINT,
	    true, &value);
	if (form == NUM_CLASH)
		form = num_parse(entry->value, strlen(entry->value),
		    NUM_STYLE_COMMA, true, &value);
	if ((form != NUM_OK && form != NUM_DECIDED) || value < 0)
		diag_fatal(diag, DIAG_ini_not_number, loc, entry->value, NULL);
	else {
		model->threshold[i] = value;
		model->threshold_loc[i] = *loc;
	}
	return true;
}

static void
unknown_key(struct arena *arena, struct diag *diag, const struct loc *loc,
    const struct ini_entry *entry)
{
	struct names *known = names_new(arena);
	size_t i;

	for (i = 0; i < TEXTS; i++)
		names_put(known, text_table[i].key, 0);
	names_put(known, NAMES_KEY, 0);
	for (i = 0; i < THRESHOLDS; i++)
		names_put(known, threshold_key(i), 0);
	diag_add(diag, DIAG_ini_unknown_key, loc, entry->key,
	    names_nearest(known, entry->key), NULL);
}

static void
read_entry(struct arena *arena, struct diag *diag, const struct ini_file *ini,
    const struct ini_entry *entry, struct model *model)
{
	struct loc loc = entry_loc(ini, entry);

	if (strcmp(entry->section, "model") == 0) {
		if (set_text(model, entry))
			return;
		if (strcmp(entry->key, NAMES_KEY) == 0) {
			set_names(diag, &loc, entry->value, model);
			return;
		}
	} else if ((strcmp(entry->section, "thresholds") == 0 ||
		       strcmp(entry->section, "weights") == 0) &&
	    set_threshold(diag, &loc, entry, model))
		return;
	unknown_key(arena, diag, &loc, entry);
}

/* What stands in one language only is said in it. */
static void
fill_text(struct bilingual *text)
{
	if (text->da == NULL)
		text->da = "";
	if (text->en == NULL)
		text->en = text->da;
}

void
settings_read(struct arena *arena, struct diag *diag,
    const struct ini_file *ini, struct model *model)
{
	size_t i;
	int t;

	for (t = 0; t < THRESHOLDS; t++)
		model->threshold[t] = threshold_default(t);
	model->name = model->source = model->notice =
	    (struct bilingual){NULL, NULL};
	model->version = "";
	for (i = 0; ini != NULL && i < ini->nentry; i++)
		read_entry(arena, diag, ini, &ini->entry[i], model);
	fill_text(&model->name);
	fill_text(&model->source);
	fill_text(&model->notice);
}
