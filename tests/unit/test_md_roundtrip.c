/*
 * Whatever text a document holds, its Markdown read by an independent reader
 * shows the same text in the same blocks: CommonMark's own (libcmark) and, if
 * it's there, GitHub's with tables, strikethrough and autolinks (cmark-gfm).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmark.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "render/render.h"

#define STRINGS 4000
#define READER "/usr/bin/cmark-gfm"

static const char *const token[] = {
    "\\",
    "`",
    "``",
    "```",
    "*",
    "**",
    "***",
    "_",
    "__",
    "___",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "&",
    "#",
    "##",
    "~",
    "~~",
    "~~~",
    "|",
    "||",
    "-",
    "--",
    "---",
    "+",
    "=",
    "===",
    ":",
    ":-",
    "!",
    "![",
    "](",
    "](x)",
    "\"",
    "'",
    "/",
    "//",
    "://",
    ".",
    "1.",
    "1)",
    "23.",
    "-",
    "- ",
    "+ ",
    "* ",
    "> ",
    "# ",
    "1. ",
    "    ",
    "\t",
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\n",
    "www.",
    "www",
    "http",
    "https://",
    "ftp://",
    "a.dk",
    "x@y.dk",
    "@",
    "mailto:",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<?",
    "<!X>",
    "<a@b.dk>",
    "<http://a.dk>",
    "&amp;",
    "&#35;",
    "&copy;",
    "&x",
    ";",
    "[^1]",
    "[x]:",
    "[ ] ",
    "| - |",
    "---|---",
    "a",
    "b",
    "word",
    "Rødovre",
    "æøå",
    "7",
    "42",
    "%",
    "$",
    "{",
    "}",
    "^",
    "\xc2\xa0",
    "\xe2\x80\x9c",
    "\xe2\x80\x93",
    "\xf0\x9f\x98\x80",
    "\xe2\x80\x83",
    "\xe2\x80\xa8",
    "e\xcc\x81",
    "{{x}}",
    "<br>",
    "&lt;",
    "\\n",
    "\\|",
    "`|`",
    "en linje med flere ord",
};

static uint64_t state = 20150331;

static size_t
random_below(size_t n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (size_t)(state % n);
}

static const char *
random_text(struct arena *arena)
{
	size_t n = 1 + random_below(10);
	struct buf buf;
	char *text;

	buf_init(&buf);
	while (n-- > 0)
		buf_puts(&buf,
		    token[random_below(sizeof(token) / sizeof(token[0]))]);
	text = arena_strndup(arena, buf.data, buf.len);
	buf_release(&buf);
	return text;
}

/* What a reader sees of a text: blanks fold. */
static void
fold(struct buf *out, const char *text)
{
	for (; *text != '\0'; text++) {
		if (strchr(" \t\n", *text) == NULL)
			buf_putc(out, *text);
		else if (out->len > 0 && out->data[out->len - 1] != ' ')
			buf_putc(out, ' ');
	}
	while (out->len > 0 && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
}

/* A piece of HTML as text: no tags, entities read, blanks folded. */
static void
html_plain(struct buf *out, const char *html, size_t len)
{
	static const struct {
		const char *name, *text;
	} entity[] = {
	    {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}};
	const char *end = html + len;
	struct buf raw;
	size_t i;

	buf_init(&raw);
	while (html < end) {
		for (i = 0; i < 4; i++)
			if (strncmp(html, entity[i].name,
				strlen(entity[i].name)) == 0)
				break;
		if (i < 4) {
			buf_puts(&raw, entity[i].text);
			html += strlen(entity[i].name);
		} else if (*html == '<') {
			if (strncmp(html, "<br", 3) == 0)
				buf_putc(&raw, ' ');
			html = strchr(html, '>') + 1;
		} else
			buf_putc(&raw, *html++);
	}
	fold(out, raw.data);
	buf_release(&raw);
}

static struct node *
document_new(struct arena *arena)
{
	struct document d = {
	    .title = "T", .lang = "da", .labels = labels_new(arena)};

	return node_new_document(arena, &d);
}

/* The next element of the name in html; its text to out. */
static const char *
next_element(const char *html, const char *name, struct buf *out)
{
	char open[16], close[16];
	const char *end;

	snprintf(open, sizeof(open), "<%s>", name);
	snprintf(close, sizeof(close), "</%s>", name);
	buf_clear(out);
	html = strstr(html, open);
	if (html == NULL)
		return NULL;
	html += strlen(open);
	end = strstr(html, close);
	assert_non_null(end);
	html_plain(out, html, (size_t)(end - html));
	return end + strlen(close);
}

/* No element but those that we write on purpose, or that link to themselves. */
static void
check_tags(const char *html, const char *const *allowed, size_t n)
{
	size_t i;

	for (html = strchr(html, '<'); html != NULL;
	     html = strchr(html + 1, '<')) {
		for (i = 0; i < n; i++)
			if (strncmp(html + 1, allowed[i], strlen(allowed[i])) ==
			    0)
				break;
		if (i == n)
			fail_msg("markup from text: %.300s", html);
	}
}

/* Markdown as HTML, by GitHub's reader. */
static int
read_gfm(struct buf *out, const struct buf *md)
{
	char path[] = "/tmp/test_md_XXXXXX", command[256], block[4096];
	size_t n;
	FILE *pipe;
	int fd;

	if (access(READER, X_OK) == -1)
		return -1;
	fd = mkstemp(path);
	assert_true(fd != -1);
	assert_int_equal(write(fd, md->data, md->len), (ssize_t)md->len);
	close(fd);
	snprintf(command, sizeof(command),
	    READER " --unsafe -e table -e strikethrough -e autolink %s", path);
	pipe = popen(command, "r");
	assert_non_null(pipe);
	while ((n = fread(block, 1, sizeof(block), pipe)) > 0)
		buf_add(out, block, n);
	pclose(pipe);
	unlink(path);
	return 0;
}

static void
read_cmark(struct buf *out, const struct buf *md)
{
	char *html;

	html = cmark_markdown_to_html(md->data, md->len, CMARK_OPT_UNSAFE);
	buf_puts(out, html);
	free(html);
}

struct sample {
	const char *text[STRINGS];
	size_t n;
};

/* Every text stands in an element of its own, in order. */
static void
check_elements(const char *html, const char *name, const struct sample *s)
{
	struct buf want, got;
	size_t i;

	buf_init(&want);
	buf_init(&got);
	for (i = 0; i < s->n; i++) {
		buf_clear(&want);
		fold(&want, s->text[i]);
		if (want.len == 0)
			continue;
		html = next_element(html, name, &got);
		if (html == NULL)
			fail_msg("%s is missing: %s", name, want.data);
		if (strcmp(got.data, want.data) != 0)
			fail_msg(
			    "wanted \"%s\", got \"%s\"", want.data, got.data);
	}
	assert_null(next_element(html, name, &got));
	buf_release(&got);
	buf_release(&want);
}

static void
check_both(const struct node *document, const char *name,
    const struct sample *s, const char *const *tag, size_t ntag)
{
	struct buf md, html;

	buf_init(&md);
	buf_init(&html);
	render_md(&md, document);
	read_cmark(&html, &md);
	check_tags(html.data, tag, ntag);
	check_elements(html.data, name, s);
	buf_clear(&html);
	if (read_gfm(&html, &md) == 0) {
		check_tags(html.data, tag, ntag);
		check_elements(html.data, name, s);
	}
	buf_release(&html);
	buf_release(&md);
}

static void
test_paragraphs(void **unused)
{
	static const char *const tag[] = {
	    "h1>", "/h1>", "p>", "/p>", "a href=\"mailto:", "/a>"};
	struct arena *arena = arena_new();
	struct node *document = document_new(arena);
	struct sample s = {.n = STRINGS};
	size_t i;

	(void)unused;
	for (i = 0; i < s.n; i++) {
		s.text[i] = random_text(arena);
		node_add_paragraph(arena, document, s.text[i]);
	}
	check_both(document, "p", &s, tag, 6);
	arena_free(arena);
}

static void
test_headings(void **unused)
{
	static const char *const tag[] = {
	    "h1>", "/h1>", "h2>", "/h2>", "a href=\"mailto:", "/a>"};
	struct arena *arena = arena_new();
	struct node *document = document_new(arena), *section;
	struct sample s = {.n = STRINGS / 4};
	size_t i;

	(void)unused;
	for (i = 0; i < s.n; i++) {
		do
			s.text[i] = random_text(arena);
		while (strspn(s.text[i], " \t\n") == strlen(s.text[i]));
		section = node_new(arena, DOC_SECTION);
		section->as.section.title = s.text[i];
		section->as.section.id = "x";
		section->as.section.level = 2;
		node_append(document, section);
	}
	check_both(document, "h2", &s, tag, 6);
	arena_free(arena);
}

static void
test_items(void **unused)
{
	static const char *const tag[] = {"h1>", "/h1>", "ul>", "/ul>", "li>",
	    "/li>", "a href=\"mailto:", "/a>"};
	struct arena *arena = arena_new();
	struct node *document = document_new(arena), *list;
	struct sample s = {.n = STRINGS / 2};
	size_t i;

	(void)unused;
	list = node_add(arena, document, DOC_LIST);
	for (i = 0; i < s.n; i++) {
		do
			s.text[i] = random_text(arena);
		while (strspn(s.text[i], " \t\n") == strlen(s.text[i]));
		node_add_paragraph(
		    arena, node_add(arena, list, DOC_ITEM), s.text[i]);
	}
	check_both(document, "li", &s, tag, 8);
	arena_free(arena);
}

/* A random inline of a random kind. */
static void
add_inline(struct arena *arena, struct node *parent, int depth)
{
	static const enum node_type kind[] = {DOC_TEXT, DOC_TEXT, DOC_EMPH,
	    DOC_STRONG, DOC_CODE, DOC_LINK, DOC_BREAK};
	struct node *node = node_new(arena, kind[random_below(7)]);
	size_t n;

	if (depth > 3 || (depth > 0 && node->type == DOC_LINK))
		node->type = DOC_TEXT;
	if (node->type == DOC_TEXT || node->type == DOC_CODE)
		node->as.text = random_text(arena);
	if (node->type == DOC_LINK)
		node->as.link.url = "a.html";
	node_append(parent, node);
	if (node->type != DOC_EMPH && node->type != DOC_STRONG &&
	    node->type != DOC_LINK)
		return;
	for (n = 1 + random_below(3); n > 0; n--)
		add_inline(arena, node, depth + 1);
}

static void
test_inlines(void **unused)
{
	static const char *const tag[] = {"h1>", "/h1>", "p>", "/p>", "em>",
	    "/em>", "strong>", "/strong>", "code>", "/code>", "br />",
	    "a href=\"a.html\"", "a href=\"mailto:", "/a>"};
	struct arena *arena = arena_new();
	struct node *document = document_new(arena), *line;
	struct sample s = {.n = STRINGS};
	struct buf plain;
	size_t i, n;

	(void)unused;
	buf_init(&plain);
	for (i = 0; i < s.n; i++) {
		line = node_add(arena, document, DOC_PARAGRAPH);
		for (n = 1 + random_below(5); n > 0; n--)
			add_inline(arena, line, 0);
		node_add_text(arena, line, "x");
		buf_clear(&plain);
		node_plain(&plain, line);
		s.text[i] = arena_strdup(arena, plain.data);
	}
	buf_release(&plain);
	check_both(document, "p", &s, tag, 14);
	arena_free(arena);
}

/* Tables are GFM's: CommonMark reads lines of text. */
static void
test_cells(void **unused)
{
	static const struct grid_column column[] = {
	    {"a", "A", VALUE_TEXT, 0, TOTAL_NONE},
	    {"b", "B", VALUE_TEXT, 0, TOTAL_NONE}};
	static const char *const tag[] = {"h1>", "/h1>", "table>", "/table>",
	    "thead>", "/thead>", "tbody>", "/tbody>", "tr>", "/tr>", "th>",
	    "/th>", "td>", "/td>", "br>", "a href=\"mailto:", "/a>"};
	struct arena *arena = arena_new();
	struct node *document = document_new(arena);
	struct grid *grid = grid_new(arena, "g", column, 2);
	struct grid_cell *cell;
	struct sample s = {.n = STRINGS};
	struct buf md, html;
	size_t i;

	(void)unused;
	for (i = 0; i < s.n; i++) {
		do
			s.text[i] = random_text(arena);
		while (strspn(s.text[i], " \t\n") == strlen(s.text[i]));
		cell = i % 2 == 0 ? grid_add_row(arena, grid)
				  : grid->cell + grid->nrow * 2 - 1;
		cell->value = value_text(s.text[i]);
	}
	node_add_grid(arena, document, grid);
	buf_init(&md);
	buf_init(&html);
	render_md(&md, document);
	if (read_gfm(&html, &md) == 0) {
		check_tags(html.data, tag, 17);
		check_elements(html.data, "td", &s);
	}
	buf_release(&html);
	buf_release(&md);
	arena_free(arena);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_paragraphs),
	    cmocka_unit_test(test_headings),
	    cmocka_unit_test(test_items),
	    cmocka_unit_test(test_inlines),
	    cmocka_unit_test(test_cells),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
