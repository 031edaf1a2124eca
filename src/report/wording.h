/*
 * The words of a document's language for what the figures know by number.
 */
#ifndef REPORT_WORDING_H
#define REPORT_WORDING_H

#include <stdint.h>

#include "base/day.h"
#include "doc/value.h"
#include "report/report.h"

struct arena;

const struct labels	*wording_labels(const struct facts *);
const char	*wording(const struct facts *, const char *key);
/* A text of the model in the document's language. */
const char	*wording_text(const struct facts *, const struct bilingual *);

const char	*wording_municipality(const struct facts *,
		    const struct rollout_figures *);
/* The solution as tables name it, and in full. */
const char	*wording_solution(const struct facts *,
		    const struct rollout_figures *);
const char	*wording_solution_name(const struct facts *,
		    const struct rollout_figures *);
/* The phase's name; one past the last is the word for completed. */
const char	*wording_phase(const struct facts *, int phase);
/* "Forberedelse → Ibrugtagning": the gate that leads out of a phase. */
const char	*wording_gate(struct arena *, const struct facts *, int phase);

/* "marts 2015" and "31. marts 2015", and the same at the start of a line. */
const char	*wording_month(struct arena *, const struct facts *, month);
const char	*wording_day(struct arena *, const struct facts *, day);
const char	*wording_capital(struct arena *, const char *);

enum tone	wording_tone(enum light);
/* The light of a kind; a text where it cannot be told though reported. */
struct value	wording_light(const struct facts *,
		    const struct rollout_figures *, enum light_kind);

/* sentence() with the document's labels. */
const char	*wording_sentence(struct arena *, const struct facts *,
		    const char *key, int64_t n, const struct value *values,
		    size_t count);

/* The month before the report's, as figures had it; NULL if there is none. */
const struct moment	*wording_before(const struct facts *);

#endif
