/*
 * A document made from bytes, for the targets of the renderers.  Each line is
 * a letter, a blank and what it takes; in a text "\n" is a line feed and "\\"
 * a backslash, so any text can stand there, and a small document can be
 * written by hand:
 *
 *	t title   f a form      h heading    p paragraph   i item of a list
 *	q quote   c code block  n note       x rule        l lines to write on
 *	e emphasis, s strong, k code, a link (address TAB text), b line break,
 *	o light: appended to the last paragraph
 *	g types   a table (G: a form), a letter a column: t text n number c count p percent
 *	          m money d day l light b truth; capitals: the column is a detail
 *	r cells   a row, TAB between cells        w note of the row's first cell
 *	u file    where the row's first cell came from
 *	v type    a chart of the last table: b bar, s stacked, r steps, l line,
 *	          t timeline, h heat, x matrix, m map
 */
#ifndef FUZZ_DOCUMENT_H
#define FUZZ_DOCUMENT_H

#include "base/num.h"
#include "doc/chart.h"
#include "doc/grid.h"
#include "doc/labels.h"
#include "doc/node.h"
#include "fuzz.h"

#define SCRIPT_COLUMNS 8

/* A text of the script, and where a reader must find it. */
enum said_where { SAID_BLOCK, SAID_CELL, SAID_DETAIL };

struct said {
	enum said_where	 where;
	const char	*text;
};

struct script {
	struct arena	*arena;
	const char	*without;	/* letters that are passed over */
	struct document	 head;
	struct node	*document, *section, *list, *line;
	struct grid	*grid;
	struct said	*said;
	size_t		 nsaid, cap;
	size_t		 ngrid;
};

static const char script_labels[] =
    "format.decimal = ,\nformat.thousands = .\nformat.minus = \xe2\x88\x92\n"
    "format.percent = {1} %\nformat.day = {1}-{2}-{3}\n"
    "bool.true = Ja\nbool.false = Nej\n"
    "light.green = Grøn\nlight.yellow = Gul\nlight.red = Rød\n"
    "light.grey = Ukendt\nlight.green.letter = G\n"
    "light.yellow.letter = U\nlight.red.letter = R\n"
    "light.grey.letter = –\ntable.total = I alt\ntable.mean = gns. {1}\n"
    "html.contents = Indhold\nxlsx.front = Forside\nxlsx.sheet = Ark\n"
    "xlsx.column = Kolonne\nxlsx.source = Kilde\n"
    "xlsx.page = Side {1} af {2}\nxlsx.report_date = Rapportdato\n"
    "xlsx.basis = Grundlag\n";

static inline void
script_say(struct script *s, enum said_where where, const char *text)
{
	s->said = arena_grow(
	    s->arena, s->said, s->nsaid, &s->cap, sizeof(*s->said));
	s->said[s->nsaid++] =
	    (struct said){where, node_text(s->arena, text)};
}

/* The argument of a line without its escapes. */
static inline const char *
script_text(struct arena *arena, const char *bytes, size_t len)
{
	struct buf buf;
	const char *text;

	buf_init(&buf);
	for (size_t i = 0; i < len && bytes[i] != '\0'; i++) {
		if (bytes[i] == '\\' && i + 1 < len && bytes[i + 1] == 'n') {
			buf_putc(&buf, '\n');
			i++;
		} else if (bytes[i] == '\\' && i + 1 < len &&
		    bytes[i + 1] == '\\') {
			buf_putc(&buf, '\\');
			i++;
		} else
			buf_putc(&buf, bytes[i]);
	}
	text = arena_strndup(arena, buf.data, buf.len);
	buf_release(&buf);
	return text;
}

static inline enum value_type
script_type(char letter)
{
	switch (letter | 0x20) {
	case 'n':
		return VALUE_NUMBER;
	case 'c':
		return VALUE_COUNT;
	case 'p':
		return VALUE_PERCENT;
	case 'm':
		return VALUE_MONEY;
	case 'd':
		return VALUE_DAY;
	case 'l':
		return VALUE_LIGHT;
	case 'b':
		return VALUE_BOOL;
	}
	return VALUE_TEXT;
}

static inline struct value
script_value(enum value_type type, const char *text)
{
	size_t len = strlen(text);
	double number;
	day when;

	if (type == VALUE_TEXT)
		return value_text(text);
	if (type == VALUE_DAY) {
		day_parse(text, len, &when);
		return value_day(when);
	}
	if (type == VALUE_LIGHT)
		return value_light((enum tone)(len % 5));
	num_parse(text, len, NUM_STYLE_POINT, true, &number);
	if (!num_given(number))
		return value_none();
	if (type == VALUE_NUMBER)
		return value_number(number);
	if (type == VALUE_PERCENT)
		return value_percent(number);
	if (type == VALUE_MONEY)
		return value_money(number);
	if (type == VALUE_BOOL)
		return value_bool(number > 0);
	return value_count((int64_t)number);
}

static inline void
script_grid(struct script *s, const char *types)
{
	static const enum grid_total totals[] = {
	    TOTAL_NONE, TOTAL_SUM, TOTAL_MEAN, TOTAL_COUNT};
	size_t n = strlen(types);
	struct grid_column *column;

	n = n == 0 ? 1 : n > SCRIPT_COLUMNS ? SCRIPT_COLUMNS : n;
	column = arena_array(s->arena, n, sizeof(*column));
	for (size_t i = 0; i < n; i++) {
		char letter = types[i];

		column[i].id = arena_printf(s->arena, "c%zu", i);
		column[i].heading = arena_printf(s->arena, "C%c", letter);
		column[i].type = script_type(letter);
		if (letter >= 'A' && letter <= 'Z' && i > 0)
			column[i].flags = GRID_DETAIL;
		else if (i == 0)
			column[i].flags = GRID_HEAD;
		if (value_is_numeric(column[i].type))
			column[i].total = totals[(unsigned char)letter % 4];
	}
	s->grid = grid_new(
	    s->arena, arena_printf(s->arena, "g%zu", s->ngrid++), column, n);
	s->grid->caption = "Caption";
}

/* What may be typed into a form's last cell. */
static inline const struct grid_rule *
script_rule(struct script *s, const char *text)
{
	struct grid_rule *rule = arena_alloc(s->arena, sizeof(*rule));
	const char **word = arena_array(s->arena, 2, sizeof(*word));

	word[0] = "Ja";
	word[1] = *text == '\0' ? "Nej" : text;
	*rule = (struct grid_rule){.type = strlen(text) % 2 ? RULE_CHOICE
							    : RULE_TEXT,
	    .word = word,
	    .nword = 2,
	    .min = NUM_NONE,
	    .max = NUM_NONE,
	    .first = DAY_NONE,
	    .last = DAY_NONE,
	    .lines = (unsigned)strlen(text) % 3};
	return rule;
}

static inline void
script_row(struct script *s, const char *cells)
{
	struct grid_cell *cell;

	if (s->grid == NULL)
		return;
	cell = grid_add_row(s->arena, s->grid);
	for (size_t i = 0; i < s->grid->ncolumn; i++) {
		size_t len = strcspn(cells, "\t");
		const struct grid_column *c = &s->grid->column[i];
		const char *text = script_text(s->arena, cells, len);

		cell[i].value = script_value(c->type, text);
		if (s->grid->look == GRID_FORM && i > 0 &&
		    i + 1 == s->grid->ncolumn)
			cell[i].rule = script_rule(s, text);
		if (c->type == VALUE_TEXT && *text != '\0')
			script_say(s,
			    c->flags & GRID_DETAIL ? SAID_DETAIL : SAID_CELL,
			    text);
		cells += len + (cells[len] == '\t');
	}
}

static inline enum chart_type
script_chart_type(char letter)
{
	switch (letter) {
	case 's':
	case 'r':
		return CHART_STACKED_BAR;
	case 'l':
		return CHART_LINE;
	case 't':
		return CHART_TIMELINE;
	case 'h':
		return CHART_HEAT;
	case 'x':
		return CHART_MATRIX;
	case 'm':
		return CHART_MAP;
	}
	return CHART_BAR;
}

static inline bool
script_fits(enum chart_type chart, enum value_type type)
{
	if (chart == CHART_HEAT || chart == CHART_MATRIX)
		return true;
	if (chart == CHART_TIMELINE)
		return type == VALUE_DAY;
	if (chart == CHART_MAP)
		return type == VALUE_LIGHT;
	return type == VALUE_NUMBER || type == VALUE_PERCENT ||
	    type == VALUE_COUNT || type == VALUE_MONEY;
}

/* A tile a row, seven beside each other; every fifth has no place. */
static inline const struct chart_tile *
script_tiles(struct script *s)
{
	struct chart_tile *tile =
	    arena_array(s->arena, s->grid->nrow, sizeof(*tile));

	for (size_t i = 0; i < s->grid->nrow; i++)
		if (i % 5 != 4)
			tile[i] = (struct chart_tile){
			    (int)(i % 7 + 1), (int)(i / 7 + 1), "A<&"};
	return tile;
}

static inline void
script_chart(struct script *s, char letter)
{
	struct chart chart = {.id = "chart",
	    .title = "Finding",
	    .measure = "Measure",
	    .description = "Description",
	    .grid = s->grid,
	    .category = "c0",
	    .mark = DAY_NONE};
	struct chart_series series[SCRIPT_COLUMNS];

	if (s->grid == NULL || s->grid->nrow == 0)
		return;
	chart.type = script_chart_type(letter);
	chart.steps = letter == 'r';
	chart.after = s->grid;
	chart.tile = chart.type == CHART_MAP ? script_tiles(s) : NULL;
	chart.panel[0] = chart.rise = chart.unit = "<&";
	for (size_t i = 1; i < s->grid->ncolumn; i++) {
		enum value_type type = s->grid->column[i].type;
		bool fits = script_fits(chart.type, type);

		if (fits)
			series[chart.nseries++] = (struct chart_series){
			    s->grid->column[i].id, (enum tone)(i % 5)};
	}
	chart.series = series;
	if (chart.nseries == 0 ||
	    (chart.type != CHART_LINE && s->grid->column[0].type != VALUE_TEXT) ||
	    (chart.type == CHART_LINE && s->grid->column[0].type != VALUE_DAY &&
		s->grid->column[0].type != VALUE_TEXT))
		return;
	node_add_chart(s->arena, s->section, &chart);
}

/* What is appended to the last paragraph. */
static inline void
script_inline(struct script *s, char letter, const char *text)
{
	struct node *node;
	const char *tab;

	if (s->line == NULL)
		s->line = node_add(s->arena, s->section, DOC_PARAGRAPH);
	switch (letter) {
	case 'e':
	case 's':
		node = node_add(
		    s->arena, s->line, letter == 'e' ? DOC_EMPH : DOC_STRONG);
		node_add_text(s->arena, node, text);
		break;
	case 'k':
		node = node_add(s->arena, s->line, DOC_CODE);
		node->as.text = node_text(s->arena, text);
		break;
	case 'a':
		tab = strchr(text, '\t');
		node = node_add(s->arena, s->line, DOC_LINK);
		node->as.link.url = node_text(s->arena,
		    tab == NULL ? text
				: arena_strndup(s->arena, text,
				      (size_t)(tab - text)));
		text = tab == NULL ? text : tab + 1;
		node_add_text(s->arena, node, text);
		break;
	case 'b':
		node_add(s->arena, s->line, DOC_BREAK);
		break;
	default:
		node = node_add(s->arena, s->line, DOC_LIGHT);
		node->as.light = (enum tone)(1 + strlen(text) % 4);
		break;
	}
}

/* A grid enters the document when its rows are known. */
static inline void
script_keep_grid(struct script *s)
{
	if (s->grid != NULL) {
		node_add_grid(s->arena, s->section, s->grid);
		s->line = s->list = NULL;
	}
}

static inline void
script_block(struct script *s, char letter, const char *text)
{
	struct node *node;

	if (letter != 'i')
		s->list = NULL;
	s->line = NULL;
	switch (letter) {
	case 'h':
		s->section = node_add_section(s->arena, s->document, text, 2);
		break;
	case 'i':
		if (s->list == NULL)
			s->list = node_add(s->arena, s->section, DOC_LIST);
		node = node_add(s->arena, s->list, DOC_ITEM);
		s->line = node_add_paragraph(s->arena, node, text);
		break;
	case 'q':
		node = node_add(s->arena, s->section, DOC_QUOTE);
		s->line = node_add_paragraph(s->arena, node, text);
		break;
	case 'n':
		node = node_add(s->arena, s->section, DOC_NOTE);
		s->line = node_add_paragraph(s->arena, node, text);
		break;
	case 'c':
		node = node_add(s->arena, s->section, DOC_CODE_BLOCK);
		node->as.text = node_text(s->arena, text);
		break;
	case 'x':
		node_add(s->arena, s->section, DOC_RULE);
		break;
	case 'l':
		node_add_lines(s->arena, s->section, text, 2);
		break;
	default:
		s->line = node_add_paragraph(s->arena, s->section, text);
		break;
	}
}

/* Lines of a table are read up to the first that is none of it. */
static inline void
script_line(struct script *s, const char *line, size_t len)
{
	char letter = len > 0 ? line[0] : '\0';
	size_t skip = len > 1 ? 2 : len;
	const char *text = script_text(s->arena, line + skip, len - skip);

	if (letter == '\0' || strchr(s->without, letter) != NULL)
		return;
	if (letter == 'r') {
		script_row(s,
		    arena_strndup(s->arena, line + skip, len - skip));
		return;
	}
	if (letter == 'w' && s->grid != NULL && s->grid->nrow > 0) {
		s->grid->cell[(s->grid->nrow - 1) * s->grid->ncolumn].note =
		    text;
		return;
	}
	if (letter == 'u' && s->grid != NULL && s->grid->nrow > 0) {
		s->grid->cell[(s->grid->nrow - 1) * s->grid->ncolumn].source =
		    (struct loc){.file = text, .line = (int)len};
		return;
	}
	script_keep_grid(s);
	if (letter == 'v') {
		script_chart(s, *text);
		s->grid = NULL;
		return;
	}
	s->grid = NULL;
	if ((letter | 0x20) == 'g') {
		script_grid(s, text);
		s->grid->look = letter == 'G' ? GRID_FORM : GRID_TABLE;
	}
	else if (letter == 't')
		s->document->as.document->title = node_text(s->arena, text);
	else if (letter == 'f')
		s->document->as.document->form = true;
	else if (strchr("eskabo", letter) != NULL)
		script_inline(s, letter, text);
	else if (strchr("hiqncxlp", letter) != NULL)
		script_block(s, letter, text);
}

/* Every text of the document's blocks, in order. */
static inline void
script_collect(struct script *s, const struct node *node)
{
	struct buf plain;

	buf_init(&plain);
	if (node->type == DOC_SECTION)
		script_say(s, SAID_BLOCK, node->as.section.title);
	if (node->type == DOC_PARAGRAPH) {
		node_plain(&plain, node);
		script_say(s, SAID_BLOCK,
		    arena_strndup(s->arena, plain.data, plain.len));
	}
	if (node->type == DOC_CODE_BLOCK)
		script_say(s, SAID_BLOCK, node->as.text);
	buf_release(&plain);
	for (node = node->child; node != NULL; node = node->next)
		script_collect(s, node);
}

static inline void
script_read(struct script *s, struct arena *arena, const uint8_t *data,
    size_t size, const char *without)
{
	const char *at = arena_strndup(arena, (const char *)data, size);
	const char *end = at + size;
	struct diag *diag = diag_new(arena, DIAG_EN);
	struct labels *labels = labels_new(arena);

	*s = (struct script){.arena = arena, .without = without};
	labels_read(labels, diag, "labels", script_labels,
	    sizeof(script_labels) - 1);
	s->head = (struct document){.title = "Title",
	    .file = "f",
	    .program = "p",
	    .lang = "da",
	    .date = day_from_civil(2015, 3, 31),
	    .labels = labels};
	s->document = node_new_document(arena, &s->head);
	s->section = s->document;
	while (at < end) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));

		stop = stop == NULL ? end : stop;
		script_line(s, at, (size_t)(stop - at));
		at = stop + 1;
	}
	script_keep_grid(s);
	script_collect(s, s->document);
}

#endif
