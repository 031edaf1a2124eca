/*
 * A document as HTML: every tag is one that we write, closed where it was
 * opened, every attribute quoted, every sign escaped; nothing runs; and what
 * the page says is what the document says, in its order.
 */
#include <strings.h>

#include "document.h"
#include "render/render.h"

#define DEPTH 200

/* Every element of a page and its charts; '/': it holds nothing. */
static const char elements[] =
    " html head meta/ title style body main header footer nav section h1 h2 "
    "h3 h4 h5 h6 p ul ol li blockquote pre code hr/ br/ wbr/ em strong a div "
    "span table caption thead tbody tfoot tr th td figure figcaption details "
    "summary abbr dl dt dd svg g rect line path circle polyline polygon text "
    "tspan desc defs pattern small select option input/ label ";

struct page {
	const char *at;
	const char *open[DEPTH];
	size_t len[DEPTH];
	int depth;
	struct buf text; /* all of it, without blanks */
};

static bool
known(const char *name, size_t len, bool empty)
{
	char word[32];

	snprintf(word, sizeof(word), " %.*s%s ", (int)(len > 20 ? 20 : len),
	    name, empty ? "/" : "");
	return strstr(elements, word) != NULL;
}

/* One sign of text or of an attribute's value. */
static void
page_sign(struct page *p, struct buf *out)
{
	static const struct {
		const char *name;
		char sign;
	} entity[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'},
	    {"&quot;", '"'}, {"&#39;", '\''}};

	if (*p->at != '&') {
		must((unsigned char)*p->at >= ' ' || is_blank(*p->at), "%s",
		    p->at);
		if (!is_blank(*p->at))
			buf_putc(out, *p->at);
		p->at++;
		return;
	}
	for (size_t i = 0; i < sizeof(entity) / sizeof(entity[0]); i++) {
		size_t len = strlen(entity[i].name);

		if (strncmp(p->at, entity[i].name, len) == 0) {
			buf_putc(out, entity[i].sign);
			p->at += len;
			return;
		}
	}
	must(false, "an ampersand: %.60s", p->at);
}

static void
page_attribute(struct page *p)
{
	const char *name = p->at;
	size_t len = strspn(name,
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRS"
	    "TUVWXYZ0123456789-:");
	struct buf value;

	must(len > 0, "%.60s", p->at);
	must(strncasecmp(name, "on", 2) != 0, "%.60s", name);
	p->at += len;
	if (*p->at != '=')
		return;
	must(p->at[1] == '"', "%.60s", name);
	p->at += 2;
	buf_init(&value);
	while (*p->at != '"') {
		must(*p->at != '\0' && *p->at != '<' && *p->at != '>', "%.60s",
		    name);
		page_sign(p, &value);
	}
	p->at++;
	if (len == 4 && strncmp(name, "href", 4) == 0)
		must(node_url_allowed(value.data), "%s", value.data);
	buf_release(&value);
}

static void
page_close(struct page *p)
{
	size_t len = strcspn(p->at, ">");

	must(p->depth > 0, "%.60s", p->at);
	p->depth--;
	must(p->len[p->depth] == len &&
		strncmp(p->open[p->depth], p->at, len) == 0,
	    "%.20s closed by %.60s", p->open[p->depth], p->at);
	p->at += len + 1;
}

static void
page_tag(struct page *p)
{
	const char *name = ++p->at;
	size_t len;

	if (*name == '/') {
		p->at++;
		page_close(p);
		return;
	}
	len = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789");
	p->at += len;
	while (*p->at == ' ' || *p->at == '\n') {
		p->at++;
		page_attribute(p);
	}
	if (p->at[0] == '/' && p->at[1] == '>') {
		must(known(name, len, false) || known(name, len, true), "%.60s",
		    name);
		p->at += 2;
		return;
	}
	must(*p->at == '>', "%.60s", name);
	p->at++;
	if (known(name, len, true))
		return;
	must(known(name, len, false), "%.60s", name);
	must(p->depth < DEPTH, "%d", p->depth);
	p->open[p->depth] = name;
	p->len[p->depth++] = len;
}

static void
page_read(struct page *p, const char *html)
{
	p->at = html;
	while (*p->at != '\0') {
		if (*p->at == '<')
			page_tag(p);
		else {
			must(*p->at != '>', "%.60s", p->at);
			page_sign(p, &p->text);
		}
	}
	must(p->depth == 0, "%.60s is left open", p->open[0]);
}

/* Texts of one sort stand one after the other. */
static void
check_said(const struct script *s, enum said_where where, const char *page)
{
	struct buf want;

	buf_init(&want);
	for (size_t i = 0; i < s->nsaid; i++) {
		const char *found;

		if (s->said[i].where != where)
			continue;
		buf_clear(&want);
		put_dense(&want, s->said[i].text);
		found = strstr(page, want.data);
		must(found != NULL, "%s is not on the page", want.data);
		page = found + want.len;
	}
	buf_release(&want);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct page page = {0};
	struct script s;
	struct buf html;

	/* A light is a shape and a word here, and more where it's narrow. */
	script_read(&s, arena, data, size, "o");
	s.document->as.document->shell =
	    "<html><body>{{header}}{{nav}}{{body}}{{footer}}</body></html>";
	buf_init(&html);
	buf_init(&page.text);
	render_html(&html, s.document);
	must(text_valid_utf8(html.data, html.len), "%s", html.data);
	page_read(&page, html.data);
	check_said(&s, SAID_BLOCK, page.text.data);
	check_said(&s, SAID_CELL, page.text.data);
	buf_release(&page.text);
	buf_release(&html);
	arena_free(arena);
	return 0;
}
