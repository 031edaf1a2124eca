/*
 * The data/ tables: rows of facts, columns by table, one interpreter.
 *
 * A column reads a member of the row's record at an offset, or asks a getter.
 * Its type says what stands at the offset: VALUE_NUMBER (PERCENT, MONEY) a
 * double, VALUE_COUNT an int, VALUE_DAY a day, VALUE_BOOL a bool, VALUE_TEXT a
 * string, VALUE_LIGHT an enum light.
 */
#ifndef REPORT_DATA_H
#define REPORT_DATA_H

#include <stddef.h>

#include "base/diag.h"
#include "doc/grid.h"
#include "report/report.h"

struct arena;

/* What a row is about; members that a table doesn't need stay 0. */
struct data_row {
	struct arena			*arena;
	const struct facts		*facts;
	const void			*record;	/* offsets are into this */
	const struct rollout_figures	*rollout;
	int				 phase;
	int				 item;	/* task, criterion, ... */
};

typedef struct value data_getter(const struct data_row *);

struct data_column {
	const char	*id;
	enum value_type	 type;
	size_t		 offset;	/* into the record, if get is NULL */
	data_getter	*get;
};

struct data_shape {
	const char			*id;
	const struct data_column	*column;
	size_t				 ncolumn;
};

#define DATA_SHAPE(name, columns) \
	{ name, columns, sizeof(columns) / sizeof((columns)[0]) }

/* What the column says of the row. */
struct value	data_value(const struct data_column *, const struct data_row *);

struct grid	*data_grid(struct arena *, const struct data_shape *);
void	data_add(struct grid *, const struct data_shape *,
	    const struct data_row *);

/* What several tables ask of a row's rollout. */
data_getter	data_municipality, data_solution, data_phase;

/* The phase's id, or "completed". */
struct value	data_phase_of(const struct facts *,
		    const struct rollout_figures *);
/* "file:line", nothing if it stands in no file. */
struct value	data_source(struct arena *, const struct loc *);
struct value	data_light(enum light);

/* The columns of rollouts.csv, and what stands in one of a rollout. */
const struct data_shape	*data_rollout_shape(void);
struct value	data_rollout_value(struct arena *, const struct facts *,
		    size_t index, size_t column);

struct grid	*data_rollouts(struct arena *, const struct facts *);
struct grid	*data_municipalities(struct arena *, const struct facts *);
struct grid	*data_cells(struct arena *, const struct facts *);
struct grid	*data_criteria(struct arena *, const struct facts *);
/* The rows of rollouts first to end - 1. */
struct grid	*data_cells_piece(struct arena *, const struct facts *,
		    size_t first, size_t end);
struct grid	*data_criteria_piece(struct arena *, const struct facts *,
		    size_t first, size_t end);
struct grid	*data_benefits(struct arena *, const struct facts *);
struct grid	*data_economy(struct arena *, const struct facts *);
struct grid	*data_risks(struct arena *, const struct facts *);
struct grid	*data_changes(struct arena *, const struct facts *);
struct grid	*data_rollups(struct arena *, const struct facts *);
struct grid	*data_distribution(struct arena *, const struct facts *);
struct grid	*data_findings(struct arena *, const struct facts *);

#endif
