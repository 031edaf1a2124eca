#include "command/answer.h"

#include <stdio.h>

#include "base/buf.h"
#include "command/terminal.h"
#include "render/render.h"

bool
answer_is_clear(const struct options *options)
{
	if (options->csv && options->json)
		fputs("parathed: --csv or --json, not both\n", stderr);
	return !options->csv || !options->json;
}

int
answer_refused(struct diag *diag, const struct options *options)
{
	diag_print(
	    diag, stderr, DIAG_FATAL, 0, terminal_colour(stderr, options));
	return EXIT_NOTHING;
}

static void
put(struct buf *out)
{
	fwrite(out->data, 1, out->len, stdout);
	buf_release(out);
}

void
answer_words(const struct node *document, const struct options *options)
{
	struct buf out;

	buf_init(&out);
	render_plain(&out, document, terminal_width(stdout),
	    terminal_colour(stdout, options));
	put(&out);
}

void
answer_grid(const struct grid *grid, const struct options *options)
{
	struct buf out;

	buf_init(&out);
	if (options->json)
		render_json(&out, grid);
	else
		render_csv(&out, grid);
	put(&out);
}

void
answer_grids(const struct node *document, const struct options *options)
{
	struct buf out;

	buf_init(&out);
	if (options->json)
		render_json_document(&out, document);
	else
		render_csv_document(&out, document);
	put(&out);
}
