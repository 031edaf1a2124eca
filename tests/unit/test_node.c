#include "doc_fixture.h"

#include "doc/chart.h"

static void
test_text_gateway(void **state)
{
	static const struct {
		const char *in, *out;
	} sample[] = {
	    {"", ""},
	    {"Rødovre\tog\nÆrø", "Rødovre\tog\nÆrø"},
	    {"a\r\nb\rc", "a\nb\nc"},
	    {"\x01\x1f\x7f", BAD BAD BAD},
	    {"\xc2\x85", BAD},                     /* C1 */
	    {"\xff\xc3", BAD BAD},                 /* ill-formed */
	    {"\xed\xa0\x80", BAD BAD BAD},         /* a surrogate */
	    {"\xef\xbf\xbe\xef\xb7\x90", BAD BAD}, /* noncharacters */
	    {"\xf0\x9f\xbf\xbf", BAD},
	    {"\xe2\x80\xae"
	     "x\xe2\x81\xa6",
		BAD "x" BAD}, /* bidi */
	    {"\xef\xbf\xbd", BAD},
	    {"\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80"},
	};
	struct fixture *f = *state;
	size_t i;

	for (i = 0; i < sizeof(sample) / sizeof(sample[0]); i++)
		assert_string_equal(
		    node_text(f->arena, sample[i].in), sample[i].out);
}

static void
test_text_is_kept(void **state)
{
	static const char clean[] = "uændret " BAD;
	struct fixture *f = *state;

	assert_ptr_equal(node_text(f->arena, clean), clean);
	assert_null(node_text(f->arena, NULL));
}

static void
test_tree(void **state)
{
	struct fixture *f = *state;
	struct node *a, *b;

	a = node_add_paragraph(f->arena, f->document, "x\x01");
	b = node_add(f->arena, f->document, DOC_RULE);
	assert_ptr_equal(f->document->child, a);
	assert_ptr_equal(f->document->last, b);
	assert_ptr_equal(a->next, b);
	assert_null(b->next);
	assert_ptr_equal(b->parent, f->document);
	assert_string_equal(a->child->as.text, "x" BAD);
	assert_string_equal(node_add_text(f->arena, a, NULL)->as.text, "");
}

static void
test_sections(void **state)
{
	struct fixture *f = *state;
	struct node *a, *b, *c;

	a = node_add_section(f->arena, f->document, "Økonomi", 2);
	b = node_add_section(f->arena, a, "økonomi!", 0);
	c = node_add_section(f->arena, f->document, "Økonomi", 0);
	assert_string_equal(a->as.section.id, "oekonomi");
	assert_string_equal(b->as.section.id, "oekonomi-2");
	assert_string_equal(c->as.section.id, "oekonomi-3");
	assert_int_equal(b->as.section.level, 3);
	assert_int_equal(c->as.section.level, 2);
	assert_int_equal(node_level(f->document), 1);
	assert_int_equal(node_level(node_add(f->arena, b, DOC_LIST)), 3);
}

static void
test_grid_is_sanitised(void **state)
{
	static const struct grid_column column[] = {
	    {"a", "ren", VALUE_TEXT, 0, TOTAL_NONE},
	    {"b", "s\x02nd", VALUE_TEXT, 0, TOTAL_NONE}};
	struct fixture *f = *state;
	struct grid *grid = grid_new(f->arena, "g", column, 2);
	struct grid_cell *cell = grid_add_row(f->arena, grid);

	grid->caption = "c\x03";
	cell[0].value = value_text("v\xff");
	cell[0].note = "n\x05";
	cell[1].source.file = "f\x06";
	node_add_grid(f->arena, f->document, grid);
	assert_string_equal(grid->caption, "c" BAD);
	assert_string_equal(cell[0].value.as.text, "v" BAD);
	assert_string_equal(cell[0].note, "n" BAD);
	assert_string_equal(cell[1].source.file, "f" BAD);
	assert_string_equal(grid->column[0].heading, "ren");
	assert_string_equal(grid->column[1].heading, "s" BAD "nd");
	assert_string_equal(column[1].heading, "s\x02nd");
}

static void
test_chart_is_copied(void **state)
{
	struct fixture *f = *state;
	struct chart_series series = {"n", TONE_RED};
	struct chart chart = {
	    .id = "c", .title = "t\x01", .series = &series, .nseries = 1};
	struct node *node;

	node = node_add_chart(f->arena, f->document, &chart);
	series.tone = TONE_GREEN;
	assert_string_equal(node->as.chart->title, "t" BAD);
	assert_int_equal(node->as.chart->series[0].tone, TONE_RED);
}

static void
test_plain(void **state)
{
	struct fixture *f = *state;
	struct node *line = node_add_paragraph(f->arena, f->document, "a\n");
	struct node *strong = node_add(f->arena, line, DOC_STRONG);

	node_add_text(f->arena, strong, "b");
	node_add(f->arena, strong, DOC_BREAK);
	node_add(f->arena, line, DOC_LIGHT)->as.light = TONE_RED;
	node_plain(&f->buf, line);
	assert_string_equal(f->buf.data, "a b ■");
}

static void
test_urls(void **state)
{
	static const char *const good[] = {"http://a.dk", "HTTPS://a.dk/x?y#z",
	    "mailto:a@b.dk", "a.html", "../x/y.html", "#id", "?q=a:b", "x/a:b",
	    "./a:b"};
	static const char *const bad[] = {"", "javascript:alert(1)",
	    "JaVaScript:x", "data:text/html,x", "//host/x", "file:///etc",
	    "java\nscript:x", " http://a.dk", "\\\\host", "http://a\x01",
	    "vbscript:x", "a:b"};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_true(node_url_allowed(good[i]));
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(node_url_allowed(bad[i]));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    fixture_test(test_text_gateway),
	    fixture_test(test_text_is_kept),
	    fixture_test(test_tree),
	    fixture_test(test_sections),
	    fixture_test(test_grid_is_sanitised),
	    fixture_test(test_chart_is_copied),
	    fixture_test(test_plain),
	    fixture_test(test_urls),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
