/*
 * A document as a workbook: every part is whole and well-formed, no text is a
 * formula, and every text of a table is read back as it was.
 */
#include <ctype.h>
#include <expat.h>
#include <unistd.h>
#include <unzip.h>

#include "document.h"
#include "render/render.h"

/*
 * The library never frees the formula of a list to choose from; the name of
 * its caller is lost to the sanitizer.
 */
const char *__lsan_default_suppressions(void);

const char *
__lsan_default_suppressions(void)
{
	return "leak:lxw_strdup\n";
}

/* What was read of one part. */
struct part {
	struct buf strings; /* a '\1' around each, no blanks */
	struct buf text;    /* of the element we are in */
	bool in_string, in_formula;
};

static void
start_element(void *data, const XML_Char *name, const XML_Char **attribute)
{
	struct part *p = data;

	(void)attribute;
	if (strcmp(name, "si") == 0 || strcmp(name, "is") == 0)
		p->in_string = true;
	else if (strcmp(name, "f") == 0)
		p->in_formula = true;
	else
		return;
	buf_clear(&p->text);
}

/* "_x0041_" is a character to a spreadsheet. */
static void
put_unescaped(struct buf *out, const char *text)
{
	for (; *text != '\0'; text++) {
		int i = 2;

		if (text[0] == '_' && text[1] == 'x')
			while (i < 6 && isxdigit((unsigned char)text[i]))
				i++;
		if (i == 6 && text[6] == '_') {
			buf_put_utf8(out, strtoul(text + 2, NULL, 16));
			text += 6;
		} else
			buf_putc(out, *text);
	}
}

static void
end_element(void *data, const XML_Char *name)
{
	struct part *p = data;
	struct buf plain;

	if (strcmp(name, "f") == 0) {
		must(strncmp(p->text.data, "SUBTOTAL(", 9) == 0 ||
			strncmp(p->text.data, "IF(", 3) == 0,
		    "%s", p->text.data);
		p->in_formula = false;
	}
	if (strcmp(name, "si") != 0 && strcmp(name, "is") != 0)
		return;
	buf_init(&plain);
	put_unescaped(&plain, p->text.data);
	buf_putc(&p->strings, '\1');
	put_dense(&p->strings, plain.data);
	buf_putc(&p->strings, '\1');
	buf_release(&plain);
	p->in_string = false;
}

static void
take_text(void *data, const XML_Char *text, int len)
{
	struct part *p = data;

	if (p->in_string || p->in_formula)
		buf_add(&p->text, text, (size_t)len);
}

static void
read_part(unzFile zip, struct part *part)
{
	XML_Parser parser = XML_ParserCreate(NULL);
	char bytes[8192];
	int n;

	XML_SetUserData(parser, part);
	XML_SetElementHandler(parser, start_element, end_element);
	XML_SetCharacterDataHandler(parser, take_text);
	must(unzOpenCurrentFile(zip) == UNZ_OK, "zip");
	do {
		n = unzReadCurrentFile(zip, bytes, sizeof(bytes));
		must(n >= 0, "zip");
		must(XML_Parse(parser, bytes, n, n == 0) == XML_STATUS_OK, "%s",
		    XML_ErrorString(XML_GetErrorCode(parser)));
	} while (n > 0);
	must(unzCloseCurrentFile(zip) == UNZ_OK, "crc");
	XML_ParserFree(parser);
}

static void
read_book(const char *path, struct part *part)
{
	unzFile zip = unzOpen64(path);
	int next;

	must(zip != NULL, "%s", path);
	for (next = unzGoToFirstFile(zip); next == UNZ_OK;
	     next = unzGoToNextFile(zip))
		read_part(zip, part);
	unzClose(zip);
}

static void
check_said(const struct script *s, const char *strings)
{
	struct buf want;

	buf_init(&want);
	for (size_t i = 0; i < s->nsaid; i++) {
		if (s->said[i].where == SAID_BLOCK)
			continue;
		buf_clear(&want);
		buf_putc(&want, '\1');
		put_dense(&want, s->said[i].text);
		buf_putc(&want, '\1');
		must(want.len == 2 || strstr(strings, want.data) != NULL,
		    "%s is not in the workbook", s->said[i].text);
	}
	buf_release(&want);
}

/* A file in a folder of our own; the folder lives as long as the process. */
static const char *
book_path(void)
{
	static char path[256];
	const char *tmp = getenv("TMPDIR");

	if (path[0] == '\0')
		snprintf(path, sizeof(path), "%s/fuzz-xlsx-%ld.xlsx",
		    tmp == NULL ? "/tmp" : tmp, (long)getpid());
	return path;
}

/* What the program publishes, as a file for a reader that knows files. */
static void
write_book(const struct buf *book)
{
	FILE *file = fopen(book_path(), "wb");

	must(file != NULL, "%s", book_path());
	must(fwrite(book->data, 1, book->len, file) == book->len, "fwrite");
	must(fclose(file) == 0, "fclose");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena, DIAG_EN);
	struct part part = {.in_string = false};
	struct script s;
	struct buf book;
	size_t count;
	int result;

	/* A form's cells may share a cell. */
	script_read(&s, arena, data, size, size % 2 ? "G" : "");
	buf_init(&book);
	result = render_xlsx(&book, s.document, diag);
	must(result == 0, "%s", diag_sorted(diag, &count)[0]->message);
	write_book(&book);
	buf_release(&book);
	buf_init(&part.strings);
	buf_init(&part.text);
	read_book(book_path(), &part);
	if (size % 2)
		check_said(&s, part.strings.data);
	unlink(book_path());
	buf_release(&part.text);
	buf_release(&part.strings);
	arena_free(arena);
	return 0;
}
