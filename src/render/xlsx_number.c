/*
 * How numbers and days are shown: in the signs that every reader of a workbook
 * puts into its user's language, but for the order of a day's parts and the
 * blank before a per cent sign, which are as on the document's pages.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "doc/labels.h"
#include "render/xlsx.h"

#define PLAIN " -/.:%" /* stand for themselves in a number's format */

/* clang-format off */
static const char *const usual[KINDS] = {
	[KIND_TEXT] =		"General",
	[KIND_CODE] =		"@",
	[KIND_WHOLE] =		"#,##0",
	[KIND_TENTHS] =		"#,##0.0",
	[KIND_HUNDREDTHS] =	"#,##0.00",
	[KIND_PERCENT] =	"0 %",
	[KIND_DAY] =		"dd-mm-yyyy",
	[KIND_LIGHT] =		"@",
	[KIND_INPUT_WHOLE] =	"0",
	[KIND_INPUT_NUMBER] =	"0.00####",
	[KIND_INPUT_DAY] =	"yyyy-mm-dd",
};

/* The labels that pages go by, and what their {1}, {2}, {3} are here. */
static const struct {
	const char *label, *part[3];
} told[KINDS] = {
	[KIND_PERCENT] =	{ "format.percent", { "0", "", "" } },
	[KIND_DAY] =		{ "format.day", { "dd", "mm", "yyyy" } },
};
/* clang-format on */

/* "{1} %" as "0 %".  False of a form that isn't so simple. */
static bool
spell(struct buf *out, const char *form, const char *const part[3])
{
	while (*form != '\0') {
		if (form[0] == '{' && form[1] >= '1' && form[1] <= '3' &&
		    form[2] == '}') {
			buf_puts(out, part[form[1] - '1']);
			form += 3;
		} else if (strncmp(form, TEXT_NO_BREAK_SPACE, 2) == 0) {
			buf_putc(out, ' ');
			form += 2;
		} else if (strchr(PLAIN, *form) != NULL) {
			buf_putc(out, *form++);
		} else {
			return false;
		}
	}
	return out->len > 0;
}

static const char *
find(struct xlsx *x, enum xlsx_kind kind)
{
	const char *form, *found = usual[kind];
	struct buf spelled;

	if (told[kind].label == NULL || x->labels == NULL)
		return found;
	form = label_find(x->labels, told[kind].label);
	buf_init(&spelled);
	if (form != NULL && spell(&spelled, form, told[kind].part))
		found = arena_strdup(x->arena, spelled.data);
	buf_release(&spelled);
	return found;
}

const char *
xlsx_number_format(struct xlsx *x, enum xlsx_kind kind)
{
	if (x->number_format[kind] == NULL)
		x->number_format[kind] = find(x, kind);
	return x->number_format[kind];
}
