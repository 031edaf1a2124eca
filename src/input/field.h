/*
 * One cell as a typed field.
 */
#ifndef INPUT_FIELD_H
#define INPUT_FIELD_H

#include <stdbool.h>

#include "base/num.h"

struct cell;
struct column;
struct field;
struct layout;
struct loc;
struct reading;
struct table;

/*
 * Read a cell that isn't blank.  Sets the field's text, and its number, date
 * or word.  Returns false after reporting what is wrong with it.
 */
bool	field_read(const struct reading *, const struct column *,
	    const struct cell *, enum num_style, const struct loc *,
	    struct field *);

/* What the first row that gives evidence says of 1.234; for sheet.c's use, and
 * of those who read its cells again. */
enum num_style	sheet_number_style(const struct layout *, const struct table *);

#endif
