/*
 * Choosing words; what a reader sees comes from the model and the labels.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "doc/labels.h"
#include "doc/sentence.h"
#include "report/wording.h"

const struct labels *
wording_labels(const struct facts *facts)
{
	return templates_labels(facts->templates);
}

const char *
wording(const struct facts *facts, const char *key)
{
	return label(wording_labels(facts), key);
}

/* The model speaks Danish and English; any other language reads English. */
const char *
wording_text(const struct facts *facts, const struct bilingual *text)
{
	return strcmp(wording(facts, "lang"), "da") == 0 ? text->da : text->en;
}

const char *
wording_municipality(const struct facts *facts, const struct rollout_figures *r)
{
	return facts->portfolio->municipality[r->rollout->municipality].name;
}

const char *
wording_solution(const struct facts *facts, const struct rollout_figures *r)
{
	return facts->portfolio->solution[r->rollout->solution].id;
}

const char *
wording_solution_name(
    const struct facts *facts, const struct rollout_figures *r)
{
	return facts->portfolio->solution[r->rollout->solution].name;
}

const char *
wording_phase(const struct facts *facts, int phase)
{
	if ((size_t)phase >= facts->model->nphase)
		return wording(facts, "phase.completed");
	return wording_text(facts, &facts->model->phase[phase].name);
}

const char *
wording_gate(struct arena *arena, const struct facts *facts, int phase)
{
	const struct value values[] = {
	    value_text(wording_phase(facts, phase)),
	    value_text(wording_phase(facts, phase + 1)),
	};

	return wording_sentence(arena, facts, "gate.from_to", 0, values, 2);
}

static const char *
kept(struct arena *arena, struct buf *buf)
{
	const char *text = arena_strndup(arena, buf->data, buf->len);

	buf_release(buf);
	return text;
}

const char *
wording_month(struct arena *arena, const struct facts *facts, month when)
{
	struct buf buf;

	buf_init(&buf);
	value_print_month(&buf, when, wording_labels(facts));
	return kept(arena, &buf);
}

const char *
wording_day(struct arena *arena, const struct facts *facts, day date)
{
	struct buf buf;

	buf_init(&buf);
	value_print_long_day(&buf, date, wording_labels(facts));
	return kept(arena, &buf);
}

/* Letters of ASCII, and of Latin-1 as UTF-8 writes them: æ, ø, å, é. */
const char *
wording_capital(struct arena *arena, const char *text)
{
	char *copy = arena_strdup(arena, text);
	unsigned char second = (unsigned char)copy[*copy == '\0' ? 0 : 1];

	if (*copy >= 'a' && *copy <= 'z')
		*copy = (char)(*copy - 'a' + 'A');
	else if (*copy == '\xc3' && second >= 0xa0 && second <= 0xbe &&
	    second != 0xb7)
		copy[1] = (char)(second - 0x20);
	return copy;
}

enum tone
wording_tone(enum light light)
{
	switch (light) {
	case LIGHT_GREEN:
		return TONE_GREEN;
	case LIGHT_YELLOW:
		return TONE_YELLOW;
	case LIGHT_RED:
		return TONE_RED;
	case LIGHT_GREY:
		return TONE_GREY;
	case LIGHT_MISSING:
		return TONE_NONE;
	}
	return TONE_NONE;
}

struct value
wording_light(const struct facts *facts, const struct rollout_figures *r,
    enum light_kind kind)
{
	if (r->light[kind] == LIGHT_GREY && (r->reported || r->completed))
		return value_text(wording(facts, "light.unknown"));
	return value_light(wording_tone(r->light[kind]));
}

const char *
wording_sentence(struct arena *arena, const struct facts *facts,
    const char *key, int64_t n, const struct value *values, size_t count)
{
	return sentence(arena, wording_labels(facts), key, n, values, count);
}

const struct moment *
wording_before(const struct facts *facts)
{
	const struct figures *figures = facts->figures;

	return figures->nmoment < 2 ? NULL
				    : &figures->moment[figures->nmoment - 2];
}
