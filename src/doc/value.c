/*
 * Values as readers and as machines see them.
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/num.h"
#include "base/text.h"
#include "doc/labels.h"
#include "doc/value.h"

#define EXACT 1e13 /* hundredths up to here fit an integer */

struct value
value_none(void)
{
	return (struct value){.type = VALUE_NONE};
}

struct value
value_text(const char *text)
{
	if (text == NULL || *text == '\0')
		return value_none();
	return (struct value){.type = VALUE_TEXT, .as.text = text};
}

struct value
value_count(int64_t count)
{
	return (struct value){.type = VALUE_COUNT, .as.count = count};
}

static struct value
value_decimal(enum value_type type, double number)
{
	if (!isfinite(number))
		return value_none();
	return (struct value){.type = type, .as.number = number};
}

struct value
value_number(double number)
{
	return value_decimal(VALUE_NUMBER, number);
}

struct value
value_percent(double number)
{
	return value_decimal(VALUE_PERCENT, number);
}

struct value
value_money(double number)
{
	return value_decimal(VALUE_MONEY, number);
}

struct value
value_day(day date)
{
	if (date == DAY_NONE)
		return value_none();
	return (struct value){.type = VALUE_DAY, .as.date = date};
}

struct value
value_light(enum tone light)
{
	if (light == TONE_NONE)
		return value_none();
	return (struct value){.type = VALUE_LIGHT, .as.light = light};
}

struct value
value_bool(bool truth)
{
	return (struct value){.type = VALUE_BOOL, .as.truth = truth};
}

bool
value_is_numeric(enum value_type type)
{
	switch (type) {
	case VALUE_COUNT:
	case VALUE_NUMBER:
	case VALUE_PERCENT:
	case VALUE_MONEY:
		return true;
	case VALUE_NONE:
	case VALUE_TEXT:
	case VALUE_DAY:
	case VALUE_LIGHT:
	case VALUE_BOOL:
		return false;
	}
	return false;
}

/* Digits in groups of three from the right. */
static void
print_digits(struct buf *buf, bool minus, const char *digits,
    const struct labels *labels)
{
	const char *mark = label(labels, "format.thousands");
	size_t left = strlen(digits);

	if (minus)
		buf_puts(buf, label(labels, "format.minus"));
	for (; left > 0; left--, digits++) {
		buf_putc(buf, *digits);
		if (left > 1 && left % 3 == 1)
			buf_puts(buf, mark);
	}
}

static void
print_whole(struct buf *buf, int64_t n, const struct labels *labels)
{
	uint64_t size = n < 0 ? -(uint64_t)n : (uint64_t)n;
	char digits[24];

	snprintf(digits, sizeof(digits), "%" PRIu64, size);
	print_digits(buf, n < 0, digits, labels);
}

/* Too large for an integer of hundredths: whole units, all digits. */
static void
print_huge(struct buf *buf, double number, const struct labels *labels)
{
	char digits[320];

	snprintf(digits, sizeof(digits), "%.0f", fabs(number));
	print_digits(buf, number < 0, digits, labels);
}

static void
print_rounded(struct buf *buf, double number, const struct labels *labels)
{
	if (fabs(number) >= EXACT)
		print_huge(buf, number, labels);
	else
		print_whole(buf, num_round(number), labels);
}

/* Up to so many decimals, without zeros at the end. */
static void
print_number(
    struct buf *buf, double number, int decimals, const struct labels *labels)
{
	char digits[24];
	int64_t all, part, one = 1;
	int i;

	for (i = 0; i < decimals; i++)
		one *= 10;
	if (fabs(number) * (double)one >= EXACT * 100) {
		print_huge(buf, number, labels);
		return;
	}
	all = num_round(fabs(number) * (double)one);
	part = all % one;
	snprintf(digits, sizeof(digits), "%" PRId64, all / one);
	print_digits(buf, number < 0 && all > 0, digits, labels);
	if (part == 0)
		return;
	buf_puts(buf, label(labels, "format.decimal"));
	for (; part % 10 == 0; part /= 10)
		decimals--;
	buf_printf(buf, "%0*" PRId64, decimals, part);
}

/* A format label with {1}, {2} ... filled; its spaces don't break. */
static void
print_format(struct buf *buf, const char *format, bool no_break,
    const char *const *arg, size_t narg)
{
	size_t n;

	for (; *format != '\0'; format++) {
		n = (size_t)(format[0] == '{' ? format[1] - '1' : -1);
		if (n < narg && format[2] == '}') {
			buf_puts(buf, arg[n]);
			format += 2;
		} else if (*format == ' ' && no_break)
			buf_puts(buf, TEXT_NO_BREAK_SPACE);
		else
			buf_putc(buf, *format);
	}
}

static void
print_percent(struct buf *buf, double number, const struct labels *labels)
{
	const char *arg[1];
	struct buf digits;

	buf_init(&digits);
	print_rounded(&digits, number, labels);
	arg[0] = digits.data;
	print_format(buf, label(labels, "format.percent"), true, arg, 1);
	buf_release(&digits);
}

/* So many, zeros first. */
static void
put_digits(char *to, int digits, int n)
{
	to[digits] = '\0';
	for (; digits > 0; n /= 10)
		to[--digits] = (char)('0' + n % 10);
}

/* {1} day 01, {2} month 03, {3} year, {4} day 1, {5} name of the month. */
static void
print_day(struct buf *buf, const char *format, day date, bool no_break,
    const struct labels *labels)
{
	static const char *const names[] = {"month.1", "month.2", "month.3",
	    "month.4", "month.5", "month.6", "month.7", "month.8", "month.9",
	    "month.10", "month.11", "month.12"};
	char mday[3], mon[3], year[5];
	const char *arg[] = {mday, mon, year, mday, NULL};
	int y, m, d;

	day_to_civil(date, &y, &m, &d);
	put_digits(mday, 2, d);
	put_digits(mon, 2, m);
	put_digits(year, 4, y);
	if (d < 10)
		arg[3] = mday + 1;
	arg[4] = label(labels, names[m - 1]);
	print_format(buf, label(labels, format), no_break, arg, 5);
}

void
value_print_long_day(struct buf *buf, day date, const struct labels *labels)
{
	if (date != DAY_NONE)
		print_day(buf, "format.day.long", date, false, labels);
}

void
value_print_month(struct buf *buf, month mon, const struct labels *labels)
{
	if (mon != MONTH_NONE)
		print_day(
		    buf, "format.month", month_first_day(mon), false, labels);
}

static void
print_light(struct buf *buf, enum tone light, const struct labels *labels)
{
	if (light == TONE_NONE)
		return;
	buf_printf(buf, "%s %s", tone_shape(light),
	    label_of(labels, "light", tone_id(light)));
}

void
value_print(struct buf *buf, const struct value *v, const struct labels *labels)
{
	switch (v->type) {
	case VALUE_NONE:
		break;
	case VALUE_TEXT:
		buf_puts(buf, v->as.text);
		break;
	case VALUE_COUNT:
		print_whole(buf, v->as.count, labels);
		break;
	case VALUE_NUMBER:
		print_number(buf, v->as.number, 2, labels);
		break;
	case VALUE_PERCENT:
		print_percent(buf, v->as.number, labels);
		break;
	case VALUE_MONEY:
		print_rounded(buf, v->as.number, labels);
		break;
	case VALUE_DAY:
		print_day(buf, "format.day", v->as.date, true, labels);
		break;
	case VALUE_LIGHT:
		print_light(buf, v->as.light, labels);
		break;
	case VALUE_BOOL:
		buf_puts(buf,
		    label(labels, v->as.truth ? "bool.true" : "bool.false"));
		break;
	}
}

void
value_print_exact(
    struct buf *buf, const struct value *v, const struct labels *labels)
{
	if (v->type == VALUE_NUMBER)
		print_number(buf, v->as.number, 4, labels);
	else
		value_print(buf, v, labels);
}

void
value_print_machine(struct buf *buf, const struct value *v)
{
	char number[NUM_TEXT], date[11];

	switch (v->type) {
	case VALUE_NONE:
		break;
	case VALUE_TEXT:
		buf_puts(buf, v->as.text);
		break;
	case VALUE_COUNT:
		buf_printf(buf, "%" PRId64, v->as.count);
		break;
	case VALUE_NUMBER:
	case VALUE_PERCENT:
	case VALUE_MONEY:
		num_machine(v->as.number, number);
		buf_puts(buf, number);
		break;
	case VALUE_DAY:
		day_iso(v->as.date, date);
		buf_puts(buf, date);
		break;
	case VALUE_LIGHT:
		buf_puts(buf, tone_id(v->as.light));
		break;
	case VALUE_BOOL:
		buf_puts(buf, v->as.truth ? "true" : "false");
		break;
	}
}

const char *
tone_shape(enum tone tone)
{
	switch (tone) {
	case TONE_NONE:
		return "";
	case TONE_GREEN:
		return "●";
	case TONE_YELLOW:
		return "▲";
	case TONE_RED:
		return "■";
	case TONE_GREY:
		return "○";
	}
	return "";
}

const char *
tone_id(enum tone tone)
{
	switch (tone) {
	case TONE_NONE:
		return "";
	case TONE_GREEN:
		return "green";
	case TONE_YELLOW:
		return "yellow";
	case TONE_RED:
		return "red";
	case TONE_GREY:
		return "grey";
	}
	return "";
}
