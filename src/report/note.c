/*
 * The office's note of the month: its beginning where it must be short, the
 * whole of it where there is room.
 */
#include <string.h>

#include "doc/node.h"
#include "doc/prose.h"
#include "input/folder.h"
#include "portfolio/select.h"
#include "report/management.h"
#include "report/wording.h"

#define OPENING_BYTES 450

static const struct note *
note_of_month(const struct facts *facts)
{
	size_t i;

	for (i = 0; i < facts->nnote; i++)
		if (*facts->note[i].subject == '\0')
			return &facts->note[i];
	return NULL;
}

/* Where the next paragraph ends; one that ends in a colon goes on. */
static size_t
paragraph_end(const char *text, size_t from)
{
	const char *blank = text + from;

	do
		blank = strstr(blank + 1, "\n\n");
	while (blank != NULL && blank[-1] == ':');
	return blank == NULL ? strlen(text) : (size_t)(blank - text);
}

/*
 * The length of the paragraphs that fit, at least one; all if they all fit.
 */
static size_t
opening_length(const char *text)
{
	size_t len = strlen(text), end = 0, next;

	while (end < len) {
		next = paragraph_end(text, end);
		if (end > 0 && next > OPENING_BYTES)
			break;
		end = next;
	}
	return strspn(text + end, "\n ") == len - end ? len : end;
}

/* The words about the one solution that the pack is over. */
static void
add_solution_note(const struct draft *draft, struct node *parent)
{
	const struct portfolio *p = draft->facts->portfolio;
	const struct selection *s = p->selection;
	const struct note *note = draft->facts->note;
	struct value name;
	struct node *node;
	size_t i;

	if (s == NULL || s->count[SELECT_SOLUTION] != 1)
		return;
	for (i = 0; i < draft->facts->nnote; i++) {
		if (portfolio_find_solution(p, note[i].subject) == -1 ||
		    portfolio_find_solution(p, note[i].subject) !=
			portfolio_find_solution(
			    p, s->value[SELECT_SOLUTION][0]))
			continue;
		name = value_text(s->value[SELECT_SOLUTION][0]);
		node = node_add(draft->arena, parent, DOC_NOTE);
		node->as.note = wording_sentence(draft->arena, draft->facts,
		    "local.note.solution", 0, &name, 1);
		prose_note(
		    draft->arena, note[i].text, strlen(note[i].text), node);
	}
}

void
note_opening(const struct draft *draft, struct node *parent)
{
	const struct note *note = note_of_month(draft->facts);
	struct node *node;
	size_t len;

	add_solution_note(draft, parent);
	if (note == NULL)
		return;
	len = opening_length(note->text);
	node = node_add(draft->arena, parent, DOC_NOTE);
	node->as.note = wording(draft->facts,
	    len < strlen(note->text) ? "note.office.continued" : "note.office");
	prose_note(draft->arena, note->text, len, node);
}

/* Nothing if the opening said it all. */
void
note_whole(const struct draft *draft, struct node *parent)
{
	const struct note *note = note_of_month(draft->facts);
	size_t len;

	if (note == NULL)
		return;
	len = strlen(note->text);
	if (opening_length(note->text) == len)
		return;
	prose_note(draft->arena, note->text, len,
	    node_add_section(
		draft->arena, parent, wording(draft->facts, "note.whole"), 0));
}
