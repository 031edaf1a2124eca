/*
 * Whom to call first, and why: what a reader should know after a minute.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "report/management.h"
#include "report/reasons.h"
#include "report/wording.h"

#define CALLS 3

/* The most urgent rollouts, each of another municipality; returns how many. */
static size_t
find_calls(
    const struct figures *figures, const struct rollout_figures *call[CALLS])
{
	const struct rollout_figures *r;
	size_t i, k, n = 0;

	for (i = 0; i < figures->nurgent && n < CALLS; i++) {
		r = &figures->rollout[figures->urgent[i]];
		for (k = 0; k < n &&
		     call[k]->rollout->municipality != r->rollout->municipality;
		     k++)
			;
		if (k == n)
			call[n++] = r;
	}
	return n;
}

/* "Ring først til Vejen, Kolding og Stevns." */
const char *
overview_first(const struct draft *draft)
{
	static const char *const key[CALLS + 1] = {
	    "first.none", "first.one", "first.two", "first.three"};
	const struct rollout_figures *call[CALLS];
	size_t n = find_calls(draft->facts->figures, call), i;
	struct value values[CALLS];

	for (i = 0; i < n; i++)
		values[i] =
		    value_text(wording_municipality(draft->facts, call[i]));
	return wording_sentence(
	    draft->arena, draft->facts, key[n], (int64_t)n, values, n);
}

/* "Vejen, KY: 182 dage forsinket. Kolding, STS: ..." */
const char *
overview_first_why(const struct draft *draft)
{
	const struct facts *facts = draft->facts;
	const struct rollout_figures *call[CALLS];
	size_t n = find_calls(facts->figures, call), i;
	struct value values[3];
	const char *text;
	struct buf buf;

	buf_init(&buf);
	for (i = 0; i < n; i++) {
		text = reasons_first(draft->arena, facts, call[i]);
		if (text == NULL)
			continue;
		values[0] = value_text(wording_municipality(facts, call[i]));
		values[1] = value_text(wording_solution(facts, call[i]));
		values[2] = value_text(text);
		if (buf.len > 0)
			buf_puts(&buf, " ");
		buf_puts(&buf,
		    wording_sentence(
			draft->arena, facts, "first.why", 0, values, 3));
	}
	text = arena_strndup(draft->arena, buf.data, buf.len);
	buf_release(&buf);
	return text;
}
