/*
 * What tests of documents share: labels, written here so that expectations
 * don't change with templates/, and an arena.
 */
#ifndef DOC_FIXTURE_H
#define DOC_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "doc/node.h"

#define NBSP	"\xc2\xa0"
#define MINUS	"\xe2\x88\x92"
#define BAD	"\xef\xbf\xbd"

static const char fixture_labels[] =
    "format.decimal = ,\nformat.thousands = .\nformat.minus = " MINUS "\n"
    "format.percent = {1} %\nformat.day = {1}-{2}-{3}\n"
    "format.day.long = {4}. {5} {3}\nformat.month = {5} {3}\n"
    "month.1 = januar\nmonth.3 = marts\nmonth.12 = december\n"
    "bool.true = Ja\nbool.false = Nej\n"
    "light.green = Grøn\nlight.yellow = Gul\nlight.red = Rød\n"
    "light.grey = Ikke indberettet\n"
    "light.green.letter = G\nlight.yellow.letter = U\n"
    "light.red.letter = R\nlight.grey.letter = –\n"
    "html.skip = Gå til indhold\nhtml.contents = Indhold\n"
    "html.home = Alle dokumenter\nhtml.source = Kilde: {1}, linje {2}\n"
    "html.source.column = Kilde: {1}, linje {2}, {3}\nhtml.note = Note\n"
    "html.source.file = Kilde: {1}\nhtml.sources = Kilder\n"
    "html.sources.place = {1}, linje {2}\nhtml.sources.line = linje {2}\n"
    "page.page = Side\npage.of = af\ntable.total = I alt\n"
    "table.mean = gns. {1}\ntable.notes = Noter\n"
    "chart.missing = ikke oplyst\n";

struct fixture {
	struct arena	*arena;
	struct diag	*diag;
	struct labels	*labels;
	struct node	*document;
	struct buf	 buf;
};

static int
fixture_setup(void **state)
{
	static struct fixture f;
	struct document d = {.title = "Titel", .lang = "da"};

	f.arena = arena_new();
	f.diag = diag_new(f.arena, DIAG_EN);
	f.labels = labels_new(f.arena);
	labels_read(f.labels, f.diag, "labels", fixture_labels,
	    strlen(fixture_labels));
	d.labels = f.labels;
	f.document = node_new_document(f.arena, &d);
	buf_init(&f.buf);
	*state = &f;
	return 0;
}

static int
fixture_teardown(void **state)
{
	struct fixture *f = *state;

	buf_release(&f->buf);
	arena_free(f->arena);
	return 0;
}

#define fixture_test(test) \
	cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

#endif
