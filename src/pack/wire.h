/*
 * What a worker tells the process that started it, through a pipe: fixed
 * heads, then strings, in the layout of this very program.
 */
#ifndef PACK_WIRE_H
#define PACK_WIRE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

enum wire_kind {
	WIRE_BEGIN, /* number: the item that it turns to */
	WIRE_FINDING,
	WIRE_END /* number: what it made of the item, or -1 */
};

struct wire_message {
	enum wire_kind kind;
	int number;
	struct finding finding; /* its strings stand in the bytes */
};

/* False if nobody hears it any more. */
bool wire_send_number(int fd, enum wire_kind, int number);
bool wire_send_finding(int fd, const struct finding *);

/*
 * The first message of what was heard; returns how many bytes it took, 0 if it
 * is not yet complete.
 */
size_t wire_take(const char *bytes, size_t len, struct wire_message *);

#endif
