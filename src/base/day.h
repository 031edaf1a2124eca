/*
 * Calendar days and months, without a clock and without time zones.
 *
 * A day is the number of days since 1970-01-01 in the Gregorian calendar; a
 * month is year * 12 + (month - 1).  DAY_NONE and MONTH_NONE mean "not given"
 * and are less than every real value.
 */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

typedef int day;
typedef int month;

#define DAY_NONE	INT_MIN
#define MONTH_NONE	INT_MIN

/* How a date was written, as far as the reader must be told. */
enum day_form {
	DAY_BAD,	/* not a date */
	DAY_BLANK,	/* nothing there */
	DAY_SHORT_YEAR,	/* a year of two digits: refused */
	DAY_WRITTEN,	/* one of the accepted spellings */
	DAY_SERIAL	/* a bare spreadsheet serial number, 42094 */
};

/* DAY_NONE if there is no such day (31 February); years 1 to 9999. */
day	day_from_civil(int year, int mon, int mday);
void	day_to_civil(day, int *year, int *mon, int *mday);

/*
 * Accepts 2015-03-31, 31-03-2015, 31.03.2015, 31/3-2015, 31/3/2015 and a
 * spreadsheet serial (five digits, 1900 date system); years 1900 to 2199.
 * Sets *out to DAY_NONE unless the form is DAY_WRITTEN or DAY_SERIAL.
 */
enum day_form	day_parse(const char *text, size_t len, day *out);

/* "2015-03-31" into 11 bytes; "" for DAY_NONE. */
void	day_iso(day, char out[11]);

/* What is not given stays so. */
month	month_of(day);
day	month_first_day(month);
day	month_last_day(month);
/* The same day so many months later, or the last of a shorter month. */
day	day_months_later(day, int months);

/* Exactly "YYYY-MM", 1900 to 2199, months 01-12; else MONTH_NONE. */
month	month_parse(const char *);
void	month_iso(month, char out[8]);	/* "2015-03"; "" for MONTH_NONE */

#endif
