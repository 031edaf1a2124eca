/*
 * References of the input to numbers, with what was probably meant.
 */
#include <string.h>

#include "portfolio/loader.h"

void
report_cell(
    struct loader *l, enum diag_code code, const struct row *row, int column)
{
	struct loc loc = row_loc(row, column);

	diag_add(l->diag, code, &loc,
	    column == -1 ? NULL : cell_text(row, column), NULL);
}

/* A suggestion takes long to find: not for one that would only be counted. */
static bool
is_told(struct loader *l, enum diag_code code, const struct row *row)
{
	return diag_has_room(l->diag, code, DIAG_REJECT, row->file);
}

static int
unknown(struct loader *l, enum diag_code code, const struct row *row,
    int column, const char *nearest)
{
	struct loc loc = row_loc(row, column);

	diag_add(l->diag, code, &loc, cell_text(row, column), nearest, NULL);
	return -1;
}

static int
disagree(struct loader *l, const struct row *row, int column, int code_column)
{
	struct loc loc = row_loc(row, column);

	diag_add(l->diag, DIAG_code_name_disagree, &loc, cell_text(row, column),
	    column == code_column ? NULL : cell_text(row, code_column), NULL);
	return -1;
}

int
resolve_municipality(
    struct loader *l, const struct row *row, int column, int name_column)
{
	struct municipality_names *names = l->portfolio->municipality_names;
	const char *text = cell_text(row, column);
	const char *name =
	    name_column == -1 ? NULL : cell_text(row, name_column);
	int number;

	if (text == NULL)
		return -1;
	number = municipality_names_get(names, text);
	if (number == MUNICIPALITY_DISAGREE)
		return disagree(l, row, column, column);
	if (number == MUNICIPALITY_NONE)
		return unknown(l, DIAG_unknown_municipality, row, column,
		    is_told(l, DIAG_unknown_municipality, row)
			? municipality_names_nearest(names, text)
			: NULL);
	if (name != NULL && municipality_names_get(names, name) != number)
		return disagree(l, row, name_column, column);
	return number;
}

int
resolve_solution(struct loader *l, const struct row *row, int column)
{
	const char *text = cell_text(row, column);
	int number = names_get(l->portfolio->solution_names, text);

	if (number != -1 || text == NULL)
		return number;
	return unknown(l, DIAG_unknown_solution, row, column,
	    is_told(l, DIAG_unknown_solution, row)
		? names_nearest(l->portfolio->solution_names, text)
		: NULL);
}

int
resolve_phase(struct loader *l, const struct row *row, int column)
{
	const char *text = cell_text(row, column);
	int number = model_find_phase(l->model, text);

	if (number != -1 || text == NULL)
		return number;
	return unknown(l, DIAG_unknown_phase, row, column,
	    is_told(l, DIAG_unknown_phase, row)
		? model_nearest_phase(l->model, text)
		: NULL);
}

int
resolve_task(struct loader *l, const struct row *row, int column)
{
	const char *text = cell_text(row, column);
	int number = model_find_task(l->model, text);

	if (number != -1 || text == NULL)
		return number;
	return unknown(l, DIAG_unknown_main_task, row, column,
	    is_told(l, DIAG_unknown_main_task, row)
		? model_nearest_task(l->model, text)
		: NULL);
}

int
resolve_criterion(struct loader *l, const struct row *row, int column)
{
	const char *text = cell_text(row, column);
	int number = model_find_criterion(l->model, text);

	if (number != -1 || text == NULL)
		return number;
	return unknown(l, DIAG_unknown_criterion, row, column,
	    is_told(l, DIAG_unknown_criterion, row)
		? model_nearest_criterion(l->model, text)
		: NULL);
}

int
resolve_rollout(struct loader *l, const struct row *row, int municipality,
    int name, int solution)
{
	int m = resolve_municipality(l, row, municipality, name);
	int s = resolve_solution(l, row, solution);
	int rollout;
	struct loc loc;

	if (m == -1 || s == -1)
		return -1;
	rollout = portfolio_find_rollout(l->portfolio, m, s);
	if (rollout == -1) {
		loc = row_loc(row, solution);
		diag_add(l->diag, DIAG_no_rollout, &loc,
		    cell_text(row, solution),
		    l->portfolio->municipality[m].name,
		    l->portfolio->solution[s].id, NULL);
	}
	return rollout;
}

/* Add one main task to a list that holds each once; -1 after reporting. */
static int
add_task(struct loader *l, const struct row *row, int column, const char *text,
    int *task, int n)
{
	struct loc loc = row_loc(row, column);
	int number = model_find_task(l->model, text), i;

	if (number == -1) {
		diag_add(l->diag, DIAG_unknown_main_task, &loc, text,
		    is_told(l, DIAG_unknown_main_task, row)
			? model_nearest_task(l->model, text)
			: NULL,
		    NULL);
		return -1;
	}
	for (i = 0; i < n; i++)
		if (task[i] == number)
			return n;
	task[n] = number;
	return n + 1;
}

const int *
resolve_tasks(struct loader *l, const struct row *row, int column, int *count)
{
	static const char *const separators = ",;|";
	const char *p = cell_text(row, column);
	size_t len;
	int *task;
	int n = 0;

	*count = 0;
	if (p == NULL)
		return NULL;
	/* A single name may hold a comma of its own. */
	task = arena_array(l->arena, strlen(p) + 1, sizeof(*task));
	if (model_find_task(l->model, p) != -1) {
		*count = add_task(l, row, column, p, task, 0);
		return task;
	}
	for (; n != -1 && *p != '\0'; p += len) {
		p += strspn(p, ",;| ");
		len = strcspn(p, separators);
		if (len > 0)
			n = add_task(l, row, column,
			    arena_strndup(l->arena, p, len), task, n);
	}
	*count = n;
	return task;
}

const char *
resolve_id(struct names *names, const struct row *row, int column)
{
	const char *text = cell_text(row, column);

	if (text == NULL)
		return NULL;
	return names_text(names, (size_t)names_intern(names, text));
}
