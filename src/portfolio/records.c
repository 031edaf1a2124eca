/*
 * What came in month by month, and benefits: a table that says how each kind
 * is built and sorted and where its records go.
 */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "portfolio/records.h"

#define NO_DATE SIZE_MAX

#define RECORD(KIND, type, name, array, order, date, inherit)                \
	{                                                                    \
		KIND, sizeof(struct type), build_##name, compare_##name,     \
		    order, inherit, date, offsetof(struct portfolio, array), \
		    offsetof(struct portfolio, n##array),                    \
		    offsetof(struct type, rollout),                          \
		    offsetof(struct rollout_rows, array)                     \
	}

/* Benefits first: measurements refer to them. */
static const struct record_kind {
	enum kind_id kind;
	size_t size;
	record_builder *build;
	record_compare *compare; /* the key */
	record_compare *order;   /* another order, or NULL */
	record_inherit *inherit; /* see sort_records(), or NULL */
	size_t date;             /* of history kinds: day; or NO_DATE */
	size_t array;            /* in struct portfolio: pointer */
	size_t count;            /* in struct portfolio: size_t */
	size_t rollout;          /* in the record: int */
	size_t span;             /* in struct rollout_rows */
} record_table[] = {
    RECORD(KIND_BENEFITS, benefit, benefit, benefit, NULL, NO_DATE, NULL),
    RECORD(KIND_MEASUREMENTS, measurement, measurement, measurement, NULL,
	offsetof(struct measurement, date), inherit_measurement),
    RECORD(KIND_STATUS, status_row, status, status, NULL, NO_DATE, NULL),
    RECORD(KIND_ASSESSMENTS, assessment, assessment, assessment, NULL, NO_DATE,
	NULL),
    RECORD(KIND_TASKS, task_row, task, task, NULL, NO_DATE, NULL),
    RECORD(
	KIND_CRITERIA_ANSWERS, answer_row, answer, answer, NULL, NO_DATE, NULL),
    RECORD(KIND_GATE_DECISIONS, gate_decision, decision, decision,
	order_decision, offsetof(struct gate_decision, date), inherit_decision),
    RECORD(
	KIND_CONDITIONS, condition, condition, condition, NULL, NO_DATE, NULL),
    RECORD(KIND_ECONOMY, economy_row, economy, economy, NULL, NO_DATE, NULL),
    RECORD(KIND_RISKS, risk, risk, risk, NULL, NO_DATE, NULL),
};

#define RECORD_KINDS (sizeof(record_table) / sizeof(*record_table))

/* Tell each rollout where its rows stand; -1 stands before the first. */
static void
mark_spans(struct portfolio *p, const struct record_kind *k,
    const char *records, size_t n)
{
	struct span *span;
	size_t i;
	int rollout;

	for (i = 0; i < n; i++) {
		memcpy(&rollout, records + i * k->size + k->rollout,
		    sizeof(rollout));
		span = rollout == -1
		    ? &p->common_risk
		    : (struct span *)(void *)((char *)&p->rows[rollout] +
			  k->span);
		if (span->count++ == 0)
			span->first = i;
	}
}

/* History beyond the report date is known, warned about and not used. */
static size_t
drop_later(const struct loader *l, const struct record_kind *k, char *records,
    size_t n)
{
	size_t i, kept = 0;
	day date;

	for (i = 0; i < n; i++) {
		memcpy(&date, records + i * k->size + k->date, sizeof(date));
		if (date <= l->portfolio->report_date)
			memmove(records + kept++ * k->size,
			    records + i * k->size, k->size);
	}
	return kept;
}

static void
load_kind(struct loader *l, const struct record_kind *k)
{
	char *portfolio = (char *)l->portfolio;
	size_t n = count_rows(l, k->kind);
	void *records = arena_array(l->arena, n + 1, k->size);

	n = build_rows(l, k->kind, records, k->size, k->build);
	n = sort_records(l, records, n, k->size, k->compare, k->inherit);
	if (k->date != NO_DATE)
		n = drop_later(l, k, records, n);
	if (k->order != NULL)
		order_records(records, n, k->size, k->order);
	memcpy(portfolio + k->array, &records, sizeof(records));
	memcpy(portfolio + k->count, &n, sizeof(n));
	mark_spans(l->portfolio, k, records, n);
}

void
load_records(struct loader *l)
{
	size_t i;

	for (i = 0; i < RECORD_KINDS; i++)
		load_kind(l, &record_table[i]);
}

/* Close the gaps, number the rollouts anew, and tell them where rows stand. */
static void
keep_kind(struct portfolio *p, const struct record_kind *k, const int *number)
{
	char *records, *at;
	size_t n, i, kept = 0;
	int rollout;

	memcpy(&records, (char *)p + k->array, sizeof(records));
	memcpy(&n, (char *)p + k->count, sizeof(n));
	for (i = 0; i < n; i++) {
		at = records + kept * k->size;
		memmove(at, records + i * k->size, k->size);
		memcpy(&rollout, at + k->rollout, sizeof(rollout));
		if (rollout != -1) {
			rollout = number[rollout];
			if (rollout == -1)
				continue;
			memcpy(at + k->rollout, &rollout, sizeof(rollout));
		}
		kept++;
	}
	memcpy((char *)p + k->count, &kept, sizeof(kept));
	mark_spans(p, k, records, kept);
}

void
keep_records(struct portfolio *p, const int *number)
{
	size_t i;

	memset(p->rows, 0, p->nrollout * sizeof(*p->rows));
	p->common_risk = (struct span){0, 0};
	for (i = 0; i < RECORD_KINDS; i++)
		keep_kind(p, &record_table[i], number);
}
