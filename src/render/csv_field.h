/*
 * A field of a row of CSV, as RFC 4180 has it but for the separator.
 */
#ifndef RENDER_CSV_FIELD_H
#define RENDER_CSV_FIELD_H

#include <stdbool.h>

struct buf;

/*
 * What readers are known to drop stands in quotes too: blanks at either end,
 * and an empty field that is alone in its row, which would be an empty line.
 */
void	csv_field(struct buf *, const char *, char separator, bool alone);

#endif
