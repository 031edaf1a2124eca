/*
 * findings.csv: what was seen in the input.
 */
#include "report/data.h"

static const struct finding *
finding_of(const struct data_row *row)
{
	return row->record;
}

static struct value
get_severity(const struct data_row *row)
{
	return value_text(diag_level_id(finding_of(row)->level));
}

static struct value
get_code(const struct data_row *row)
{
	return value_text(diag_code_id(finding_of(row)->code));
}

static struct value
get_line(const struct data_row *row)
{
	int line = finding_of(row)->loc.line;

	return line == 0 ? value_none() : value_count(line);
}

/* clang-format off */
#define AT(member)	offsetof(struct finding, member), NULL

static const struct data_column column[] = {
	{ "severity", VALUE_TEXT, 0, get_severity },
	{ "code", VALUE_TEXT, 0, get_code },
	{ "file", VALUE_TEXT, AT(loc.file) },
	{ "line", VALUE_COUNT, 0, get_line },
	{ "column", VALUE_TEXT, AT(loc.column) },
	{ "value", VALUE_TEXT, AT(value) },
	{ "message", VALUE_TEXT, AT(message) },
};
/* clang-format on */

static const struct data_shape shape = DATA_SHAPE("findings", column);

struct grid *
data_findings(struct arena *arena, const struct facts *facts)
{
	struct data_row row = {.arena = arena, .facts = facts};
	struct grid *grid = data_grid(arena, &shape);
	size_t i;

	for (i = 0; i < facts->nfinding; i++) {
		row.record = facts->finding[i];
		data_add(grid, &shape, &row);
	}
	return grid;
}
