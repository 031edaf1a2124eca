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
struct loc;
struct reading;

/*
 * Read a cell that isn't blank.  Sets the field's text, and its number, date
 * or word.  Returns false after reporting what is wrong with it.
 */
bool	field_read(const struct reading *, const struct column *,
	    const struct cell *, enum num_style, const struct loc *,
	    struct field *);

#endif
