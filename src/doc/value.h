/*
 * A value as a document holds it: typed until a renderer prints it.
 */
#ifndef DOC_VALUE_H
#define DOC_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"

struct arena;
struct buf;
struct labels;

/* What colour and shape say; the words come from the labels "light.*". */
enum tone {
	TONE_NONE,	/* not a light */
	TONE_GREEN,
	TONE_YELLOW,
	TONE_RED,
	TONE_GREY	/* unknown: never counted as green */
};

enum value_type {
	VALUE_NONE,	/* nothing there: prints as an empty cell */
	VALUE_TEXT,
	VALUE_COUNT,	/* a whole number: of things, of days */
	VALUE_NUMBER,	/* a decimal, up to two decimals */
	VALUE_PERCENT,	/* 0-100; prints whole percent */
	VALUE_MONEY,	/* DKK; prints whole kroner */
	VALUE_DAY,
	VALUE_LIGHT,	/* prints shape and word */
	VALUE_BOOL	/* prints the labels bool.true and bool.false */
};

struct value {
	enum value_type	 type;
	union {
		const char	*text;
		int64_t		 count;
		double		 number;	/* NUMBER, PERCENT, MONEY */
		day		 date;
		enum tone	 light;
		bool		 truth;
	} as;
};

struct value	value_none(void);
struct value	value_text(const char *);	/* NULL or "": VALUE_NONE */
struct value	value_count(int64_t);
struct value	value_number(double);		/* NUM_NONE: VALUE_NONE */
struct value	value_percent(double);		/* NUM_NONE: VALUE_NONE */
struct value	value_money(double);		/* NUM_NONE: VALUE_NONE */
struct value	value_day(day);			/* DAY_NONE: VALUE_NONE */
struct value	value_light(enum tone);		/* TONE_NONE: VALUE_NONE */
struct value	value_bool(bool);

/* True if a column of this type is set flush right. */
bool	value_is_numeric(enum value_type);

/*
 * As a reader of the labels' language sees it: 1.234,5 and 31-03-2015, a
 * no-break space before the percent sign.  Decimal and thousands marks, the
 * order of a date and the names of months are labels (format.*, month.*).
 */
void	value_print(struct buf *, const struct value *, const struct labels *);

/* The same, but of a decimal number as many as four decimals. */
void	value_print_exact(struct buf *, const struct value *,
	    const struct labels *);

/* "31. marts 2015" and "marts 2015", for running text. */
void	value_print_long_day(struct buf *, day, const struct labels *);
void	value_print_month(struct buf *, month, const struct labels *);

/* For machines: ids, ISO dates, '.', four decimals; data/ and csv. */
void	value_print_machine(struct buf *, const struct value *);

/* "●", "▲", "■", "○"; "" for TONE_NONE. */
const char	*tone_shape(enum tone);
/* "green" ...; "" for TONE_NONE. */
const char	*tone_id(enum tone);

#endif
