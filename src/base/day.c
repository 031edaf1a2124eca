#include "base/day.h"

#include <string.h>

#include "base/text.h"

/* What a person can have meant in a report. */
#define YEAR_FIRST 1900
#define YEAR_LAST 2199

/* Day 0 of the 1900 date system as it counts after its 29 February 1900. */
#define SERIAL_ZERO (-25569)
#define SERIAL_FIRST 10000 /* of five digits: 1927 */

static bool
leap_year(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in_month(int year, int mon)
{
	static const int days[] = {
	    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return mon == 2 && leap_year(year) ? 29 : days[mon - 1];
}

/*
 * Years are counted from March, so that the leap day is a year's last; an era
 * is 400 such years, which always have 146097 days.
 */
day
day_from_civil(int year, int mon, int mday)
{
	int era, year_of_era, day_of_year, day_of_era;

	if (year < 1 || year > 9999 || mon < 1 || mon > 12 || mday < 1 ||
	    mday > days_in_month(year, mon))
		return DAY_NONE;
	if (mon <= 2)
		year--;
	era = year / 400;
	year_of_era = year % 400;
	day_of_year = (153 * ((mon + 9) % 12) + 2) / 5 + mday - 1;
	day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
	    day_of_year;
	return era * 146097 + day_of_era - 719468;
}

void
day_to_civil(day when, int *year, int *mon, int *mday)
{
	int shifted, era, n, year_of_era, day_of_year, from_march;

	shifted = when + 719468;
	era = shifted / 146097;
	n = shifted % 146097;
	year_of_era = (n - n / 1460 + n / 36524 - n / 146096) / 365;
	day_of_year =
	    n - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	from_march = (5 * day_of_year + 2) / 153;
	*mday = day_of_year - (153 * from_march + 2) / 5 + 1;
	*mon = from_march < 10 ? from_march + 3 : from_march - 9;
	*year = era * 400 + year_of_era + (*mon <= 2 ? 1 : 0);
}

/* Up to five digits from *p on; returns how many. */
static size_t
take_digits(const char **p, const char *end, int *value)
{
	size_t n;

	*value = 0;
	for (n = 0; n < 5 && *p < end && **p >= '0' && **p <= '9'; n++)
		*value = *value * 10 + (*(*p)++ - '0');
	return n;
}

static bool
separators_accepted(char first, char second)
{
	if (first == '/')
		return second == '-' || second == '/';
	return (first == '-' || first == '.') && second == first;
}

static enum day_form
accept_day(int year, int mon, int mday, day *out)
{
	if (year < YEAR_FIRST || year > YEAR_LAST)
		return DAY_BAD;
	*out = day_from_civil(year, mon, mday);
	return *out == DAY_NONE ? DAY_BAD : DAY_WRITTEN;
}

/* number[] and digits[] hold the three numbers in the order written. */
static enum day_form
judge_parts(const int number[3], const size_t digits[3], char first,
    char second, day *out)
{
	if (digits[0] == 4) {
		if (first != '-' || second != '-' || digits[1] != 2 ||
		    digits[2] != 2)
			return DAY_BAD;
		return accept_day(number[0], number[1], number[2], out);
	}
	if (digits[0] > 2 || digits[1] > 2 ||
	    !separators_accepted(first, second))
		return DAY_BAD;
	if (digits[2] == 4)
		return accept_day(number[2], number[1], number[0], out);
	if (digits[2] == 2 && number[0] >= 1 && number[0] <= 31 &&
	    number[1] >= 1 && number[1] <= 12)
		return DAY_SHORT_YEAR;
	return DAY_BAD;
}

enum day_form
day_parse(const char *text, size_t len, day *out)
{
	const char *p, *end;
	int number[3];
	size_t digits[3];
	char separator[2];

	*out = DAY_NONE;
	p = text_trim(text, &len);
	if (len == 0)
		return DAY_BLANK;
	end = p + len;
	for (int i = 0; i < 3; i++) {
		digits[i] = take_digits(&p, end, &number[i]);
		if (digits[i] == 0)
			return DAY_BAD;
		if (i == 0 && digits[0] == 5 && p == end &&
		    number[0] >= SERIAL_FIRST) {
			*out = SERIAL_ZERO + number[0];
			return DAY_SERIAL;
		}
		if (i < 2 && p == end)
			return DAY_BAD;
		if (i < 2)
			separator[i] = *p++;
	}
	if (p != end)
		return DAY_BAD;
	return judge_parts(number, digits, separator[0], separator[1], out);
}

/* Exactly so many digits, with leading zeros. */
static void
put_digits(char *out, int value, int digits)
{
	while (digits-- > 0) {
		out[digits] = (char)('0' + value % 10);
		value /= 10;
	}
}

void
day_iso(day when, char out[11])
{
	int year, mon, mday;

	out[0] = '\0';
	if (when == DAY_NONE)
		return;
	day_to_civil(when, &year, &mon, &mday);
	put_digits(out, year, 4);
	out[4] = '-';
	put_digits(out + 5, mon, 2);
	out[7] = '-';
	put_digits(out + 8, mday, 2);
	out[10] = '\0';
}

month
month_of(day when)
{
	int year, mon, mday;

	if (when == DAY_NONE)
		return MONTH_NONE;
	day_to_civil(when, &year, &mon, &mday);
	return year * 12 + mon - 1;
}

day
month_first_day(month which)
{
	if (which == MONTH_NONE)
		return DAY_NONE;
	return day_from_civil(which / 12, which % 12 + 1, 1);
}

day
month_last_day(month which)
{
	int year, mon;

	if (which == MONTH_NONE)
		return DAY_NONE;
	year = which / 12;
	mon = which % 12 + 1;
	return day_from_civil(year, mon, days_in_month(year, mon));
}

day
day_months_later(day when, int months)
{
	day same, last;

	if (when == DAY_NONE)
		return DAY_NONE;
	same = month_first_day(month_of(when) + months) +
	    (when - month_first_day(month_of(when)));
	last = month_last_day(month_of(when) + months);
	return same < last ? same : last;
}

month
month_parse(const char *text)
{
	const char *p, *end;
	int year, mon;

	p = text;
	end = text + strlen(text);
	if (end - text != 7 || take_digits(&p, end, &year) != 4 ||
	    *p++ != '-' || take_digits(&p, end, &mon) != 2)
		return MONTH_NONE;
	if (year < YEAR_FIRST || year > YEAR_LAST || mon < 1 || mon > 12)
		return MONTH_NONE;
	return year * 12 + mon - 1;
}

void
month_iso(month which, char out[8])
{
	out[0] = '\0';
	if (which == MONTH_NONE)
		return;
	put_digits(out, which / 12, 4);
	out[4] = '-';
	put_digits(out + 5, which % 12 + 1, 2);
	out[7] = '\0';
}
