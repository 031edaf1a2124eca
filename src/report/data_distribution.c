/*
 * distribution.csv: who gets which files of the pack, a row for each, for the
 * job that mails them.
 *
 * What a municipality gets goes to every contact that the register has of it,
 * a rollout's checklist to the rollout's contact.  A contact may be a person's
 * address and a pack may be put on a public page, so recipients are left out
 * unless the model lets names into such documents, or they are asked for; the
 * files are there all the same, once.
 */
#include <string.h>

#include "report/data.h"

/* A row before its municipality is looked up. */
struct parcel {
	const char *recipient; /* NULL: not known, or not to be told */
	const char *file;
};

static const struct municipality *
municipality_of(const struct data_row *row)
{
	const struct portfolio *folio = row->facts->portfolio;

	return &folio->municipality[row->rollout->rollout->municipality];
}

static struct value
get_name(const struct data_row *row)
{
	const struct municipality *m = municipality_of(row);

	return m->valid ? value_text(m->name) : value_none();
}

static struct value
get_recipient(const struct data_row *row)
{
	const struct parcel *parcel = row->record;

	return parcel->recipient == NULL ? value_none()
					 : value_text(parcel->recipient);
}

/* clang-format off */
#define AT(member)	offsetof(struct parcel, member), NULL

static const struct data_column column[] = {
	{ "municipality", VALUE_TEXT, 0, data_municipality },
	{ "name", VALUE_TEXT, 0, get_name },
	{ "recipient", VALUE_TEXT, 0, get_recipient },
	{ "file", VALUE_TEXT, AT(file) },
};
/* clang-format on */

static const struct data_shape shape = DATA_SHAPE("distribution", column);

static const char *
contact_of(const struct facts *facts, size_t rollout)
{
	if (!facts->names && !facts->model->names_in_management)
		return NULL;
	return facts->portfolio->rollout[rollout].contact;
}

static bool
is_same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* Every file that reports make of one slice. */
static void
add_files(struct grid *grid, const struct data_row *about,
    const struct slice *slice, const char *recipient)
{
	struct parcel parcel = {.recipient = recipient};
	const struct facts *facts = about->facts;
	struct data_row row = *about;
	size_t i;
	int format;

	row.record = &parcel;
	for (i = 0; i < report_count; i++) {
		if (!report_is_made(facts, &report_table[i], slice))
			continue;
		for (format = 0; format < REPORT_FORMATS; format++) {
			parcel.file = report_path(
			    row.arena, facts, &report_table[i], slice, format);
			if (parcel.file != NULL)
				data_add(grid, &shape, &row);
		}
	}
}

/* The rollouts from first to end are one municipality's. */
static void
add_municipality(
    struct grid *grid, struct data_row *row, size_t first, size_t end)
{
	const struct facts *facts = row->facts;
	struct slice slice = {
	    SLICE_MUNICIPALITY, facts->portfolio->rollout[first].municipality};
	size_t i, j;
	bool nobody = true;

	for (i = first; i < end; i++)
		nobody &= contact_of(facts, i) == NULL;
	for (i = first; i < end; i++) {
		for (j = first; j < i; j++)
			if (is_same(contact_of(facts, i), contact_of(facts, j)))
				break;
		if (j < i || (contact_of(facts, i) == NULL && !nobody))
			continue;
		row->rollout = &facts->figures->rollout[i];
		add_files(grid, row, &slice, contact_of(facts, i));
	}
	slice.by = SLICE_ROLLOUT;
	for (i = first; i < end; i++) {
		slice.index = (int)i;
		row->rollout = &facts->figures->rollout[i];
		add_files(grid, row, &slice, contact_of(facts, i));
	}
}

struct grid *
data_distribution(struct arena *arena, const struct facts *facts)
{
	const struct rollout *rollout = facts->portfolio->rollout;
	struct data_row row = {.arena = arena, .facts = facts};
	struct grid *grid = data_grid(arena, &shape);
	size_t first, end, n = facts->portfolio->nrollout;

	for (first = 0; first < n; first = end) {
		for (end = first; end < n &&
		     rollout[end].municipality == rollout[first].municipality;)
			end++;
		add_municipality(grid, &row, first, end);
	}
	return grid;
}
