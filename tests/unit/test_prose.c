#include "doc_fixture.h"

#include "doc/prose.h"
#include "render/render.h"

/* Knows name (inline, with marks in it), table: a (a rule) and light. */
static bool
fill(struct arena *arena, void *context, const char *name, const char *argument,
    bool block, struct node *parent)
{
	(void)context;
	if (strcmp(name, "name") == 0 && argument == NULL) {
		node_add_text(arena, parent, "*K* & <b> {{x}}");
		return true;
	}
	if (strcmp(name, "table") == 0 && argument != NULL &&
	    strcmp(argument, "a") == 0 && block) {
		node_add(arena, parent, DOC_RULE);
		node_add_section(arena, parent, "Ny", 0);
		return true;
	}
	if (strcmp(name, "url") == 0) {
		node_add_text(arena, parent, "javascript:x");
		return true;
	}
	return false;
}

static const char *const names[] = {"name", "table: a", "url"};

static const struct prose_filler filler = {fill, NULL, names, 3};

/* The tree without the document's line. */
static const char *template(struct fixture *f, const char *text, int result)
{
	assert_int_equal(prose_template(f->arena, f->diag, "t.md",
			     prose_parse(f->arena, text, strlen(text)), &filler,
			     f->document),
	    result);
	buf_clear(&f->buf);
	render_tree(&f->buf, f->document);
	return strchr(f->buf.data, '\n') + 1;
}

static const struct finding *
only_finding(struct fixture *f)
{
	const struct finding *const *found;
	size_t n;

	found = diag_sorted(f->diag, &n);
	assert_int_equal(n, 1);
	assert_string_equal(found[0]->loc.file, "t.md");
	return found[0];
}

static void
test_sections_nest(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(template(f,
				"før\n\n## A\n\n#### B\n\nb\n\n"
				"#### C {{name}}\n\n### D\n\n## E\n",
				0),
	    "  paragraph\n    text \"før\"\n"
	    "  section 2 #a title=\"A\"\n"
	    "    section 3 #b title=\"B\"\n"
	    "      paragraph\n        text \"b\"\n"
	    "    section 3 #c-k-b-x title=\"C *K* & <b> {{x}}\"\n"
	    "    section 3 #d title=\"D\"\n"
	    "  section 2 #e title=\"E\"\n");
}

static void
test_inlines(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(template(f,
				"a *b **c*** `{{d}}` [e](f.html "
				"\"g\")\\\n<http://h.dk> {{ name }}"
				"!\n",
				0),
	    "  paragraph\n    text \"a \"\n    emph\n      text \"b \"\n"
	    "      strong\n        text \"c\"\n    text \" \"\n"
	    "    code \"{{d}}\"\n    text \" \"\n"
	    "    link url=\"f.html\" title=\"g\"\n      text \"e\"\n"
	    "    break\n"
	    "    link url=\"http://h.dk\"\n      text \"http://h.dk\"\n"
	    "    text \" \"\n    text \"*K* & <b> {{x}}\"\n"
	    "    text \"!\"\n");
}

static void
test_blocks(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(
	    template(
		f, "> q\n\n3. a\n4. b\n   - c\n\n```\ncode\n```\n\n---\n", 0),
	    "  quote\n    paragraph\n      text \"q\"\n"
	    "  list from 3\n    item\n      paragraph\n        text \"a\"\n"
	    "    item\n      paragraph\n        text \"b\"\n"
	    "      list\n        item\n          paragraph\n"
	    "            text \"c\"\n"
	    "  code-block \"code\"\n  rule\n");
}

/* Alone in its paragraph a placeholder becomes blocks, or a paragraph. */
static void
test_placeholder_alone(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(
	    template(f, "## A\n\n{{table: a}}\n\n{{name}}\n\n> {{name}}\n", 0),
	    "  section 2 #a title=\"A\"\n    rule\n"
	    "    section 3 #ny title=\"Ny\"\n"
	    "    paragraph\n      text \"*K* & <b> {{x}}\"\n"
	    "    quote\n      paragraph\n"
	    "        text \"*K* & <b> {{x}}\"\n");
}

static void
test_unknown_placeholder(void **state)
{
	struct fixture *f = *state;

	template(f, "a\nb\n{{nmae}}\n", -1);
	assert_int_equal(only_finding(f)->code, DIAG_placeholder_unknown_near);
	assert_int_equal(only_finding(f)->loc.line, 3);
	assert_string_equal(only_finding(f)->value, "nmae");
	assert_non_null(strstr(only_finding(f)->message, "name"));
}

static void
test_unknown_block(void **state)
{
	struct fixture *f = *state;

	template(f, "\n\n{{qqqqqqqq}}\n", -1);
	assert_int_equal(only_finding(f)->code, DIAG_placeholder_unknown);
	assert_int_equal(only_finding(f)->loc.line, 3);
}

static void
test_block_in_a_line(void **state)
{
	struct fixture *f = *state;

	template(f, "Se {{table:a}}.\n", -1);
	assert_int_equal(only_finding(f)->code, DIAG_placeholder_alone);
	assert_string_equal(only_finding(f)->value, "table: a");
}

static void
test_open_placeholder(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(template(f, "a {{name\n", -1),
	    "  paragraph\n    text \"a {{name\"\n");
	assert_int_equal(only_finding(f)->code, DIAG_placeholder_open);
}

static void
test_html_is_left_out(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(
	    template(f, "<!-- en bemærkning -->\n\na <b>b\n", 0),
	    "  paragraph\n    text \"a \"\n    text \"b\"\n");
	assert_int_equal(only_finding(f)->code, DIAG_template_left_out);
	assert_int_equal(only_finding(f)->level, DIAG_WARNING);
	assert_int_equal(only_finding(f)->loc.line, 3);
	assert_string_equal(only_finding(f)->value, "<b>");
}

static void
test_links_lose_bad_targets(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(template(f, "[a](javascript:x)\n", 0),
	    "  paragraph\n    text \"a\"\n");
	assert_int_equal(only_finding(f)->code, DIAG_template_link);
}

/* An address in angle brackets may stand in a link's text: one link it is. */
static void
test_link_within_link(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(template(f, "[a *b <c@d.dk>* e](http://h.dk)\n", 0),
	    "  paragraph\n    link url=\"http://h.dk\"\n"
	    "      text \"a \"\n      emph\n        text \"b \"\n"
	    "        text \"c@d.dk\"\n      text \" e\"\n");
}

static void
test_link_from_data(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(
	    template(f, "[a]({{url}})\n", 0), "  paragraph\n    text \"a\"\n");
	assert_int_equal(only_finding(f)->code, DIAG_template_link);
	assert_string_equal(only_finding(f)->value, "javascript:x");
}

static void
test_note(void **state)
{
	static const char text[] = "# Stort\n\nHej {{name}} <i>x</i>\n\n"
				   "[a](data:x) ![b](c.png)\n\n<div>\n";
	struct fixture *f = *state;
	struct node *note = node_add(f->arena, f->document, DOC_NOTE);

	prose_note(f->arena, text, strlen(text), note);
	render_tree(&f->buf, f->document);
	assert_string_equal(strchr(f->buf.data, '\n') + 1,
	    "  note\n"
	    "    paragraph\n      strong\n        text \"Stort\"\n"
	    "    paragraph\n      text \"Hej {{name}} \"\n"
	    "      text \"x\"\n"
	    "    paragraph\n      text \"a\"\n      text \" \"\n"
	    "      text \"b\"\n");
}

static void
test_note_nested_deep(void **state)
{
	struct fixture *f = *state;
	struct node *note = node_add(f->arena, f->document, DOC_NOTE);
	struct buf text;
	int i;

	buf_init(&text);
	for (i = 0; i < 90; i++)
		buf_puts(&text, "> ");
	for (i = 0; i < 9000; i++)
		buf_puts(&text, "*a ");
	for (i = 0; i < 9000; i++)
		buf_puts(&text, "b*");
	prose_note(f->arena, text.data, text.len, note);
	render_md(&f->buf, f->document);
	buf_clear(&text);
	for (i = 0; i < 70000; i++)
		buf_putc(&text, '*');
	note = node_add(f->arena, f->document, DOC_NOTE);
	prose_note(f->arena, text.data, text.len, note);
	assert_int_equal(note->child->type, DOC_PARAGRAPH);
	assert_ptr_equal(note->child, note->last);
	buf_release(&text);
}

/* What was filled leaves the template as it was parsed. */
static void
test_filled_twice(void **state)
{
	static const char text[] =
	    "# {{name}}\n\n{{table: a}}\n\n[x]({{url}})\n";
	struct fixture *f = *state;
	const struct prose_tree *tree =
	    prose_parse(f->arena, text, strlen(text));
	struct node *other =
	    node_new_document(f->arena, f->document->as.document);
	struct buf first;

	assert_int_equal(prose_template(f->arena, f->diag, "t.md", tree,
			     &filler, f->document),
	    0);
	assert_int_equal(
	    prose_template(f->arena, f->diag, "t.md", tree, &filler, other), 0);
	buf_init(&first);
	render_tree(&first, f->document);
	buf_clear(&f->buf);
	render_tree(&f->buf, other);
	assert_string_equal(f->buf.data, first.data);
	buf_release(&first);
}

static void
test_line(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(prose_line(f->arena, "A {{name}} B", &filler),
	    "A *K* & <b> {{x}} B");
	assert_string_equal(
	    prose_line(f->arena, "{{what}} {{", &filler), "{{what}} {{");
	assert_int_equal(diag_count(f->diag, DIAG_FATAL), 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    fixture_test(test_sections_nest),
	    fixture_test(test_inlines),
	    fixture_test(test_filled_twice),
	    fixture_test(test_blocks),
	    fixture_test(test_placeholder_alone),
	    fixture_test(test_unknown_placeholder),
	    fixture_test(test_unknown_block),
	    fixture_test(test_block_in_a_line),
	    fixture_test(test_open_placeholder),
	    fixture_test(test_html_is_left_out),
	    fixture_test(test_links_lose_bad_targets),
	    fixture_test(test_link_within_link),
	    fixture_test(test_link_from_data),
	    fixture_test(test_note),
	    fixture_test(test_note_nested_deep),
	    fixture_test(test_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
