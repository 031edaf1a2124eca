#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "pack/wire.h"

enum { FILE_NAME, COLUMN, VALUE, MESSAGE, SUGGESTION, STRINGS };

struct head {
	enum wire_kind kind;
	int number;
	enum diag_code code;
	enum diag_level level;
	int line, field;
	size_t size[STRINGS]; /* with the NUL; 0: NULL */
	ptrdiff_t advice;     /* where it begins in the message, or -1 */
};

static bool
send_all(int fd, const struct buf *out)
{
	size_t sent = 0;
	ssize_t n;

	while (sent < out->len) {
		n = write(fd, out->data + sent, out->len - sent);
		if (n == -1 && errno != EINTR)
			return false;
		if (n > 0)
			sent += (size_t)n;
	}
	return true;
}

static bool
send_message(int fd, struct head *head, const char *const string[STRINGS])
{
	struct buf out;
	bool sent;
	int i;

	for (i = 0; i < STRINGS; i++)
		head->size[i] = string[i] == NULL ? 0 : strlen(string[i]) + 1;
	buf_init(&out);
	buf_add(&out, head, sizeof(*head));
	for (i = 0; i < STRINGS; i++)
		if (string[i] != NULL)
			buf_add(&out, string[i], head->size[i]);
	sent = send_all(fd, &out);
	buf_release(&out);
	return sent;
}

bool
wire_send_number(int fd, enum wire_kind kind, int number)
{
	const char *const none[STRINGS] = {NULL};
	struct head head;

	memset(&head, 0, sizeof(head));
	head.kind = kind;
	head.number = number;
	return send_message(fd, &head, none);
}

bool
wire_send_finding(int fd, const struct finding *finding)
{
	const char *const string[STRINGS] = {
	    [FILE_NAME] = finding->loc.file,
	    [COLUMN] = finding->loc.column,
	    [VALUE] = finding->value,
	    [MESSAGE] = finding->message,
	    [SUGGESTION] = finding->suggestion,
	};
	struct head head;

	memset(&head, 0, sizeof(head));
	head.kind = WIRE_FINDING;
	head.code = finding->code;
	head.level = finding->level;
	head.line = finding->loc.line;
	head.field = finding->loc.field;
	head.advice =
	    finding->advice == NULL ? -1 : finding->advice - finding->message;
	return send_message(fd, &head, string);
}

size_t
wire_take(const char *bytes, size_t len, struct wire_message *message)
{
	const char *string[STRINGS];
	struct head head;
	size_t at;
	int i;

	if (len < sizeof(head))
		return 0;
	memcpy(&head, bytes, sizeof(head));
	at = sizeof(head);
	for (i = 0; i < STRINGS; i++) {
		if (len - at < head.size[i])
			return 0;
		string[i] = head.size[i] == 0 ? NULL : bytes + at;
		at += head.size[i];
	}
	message->kind = head.kind;
	message->number = head.number;
	message->finding = (struct finding){.code = head.code,
	    .level = head.level,
	    .loc = {.file = string[FILE_NAME],
		.line = head.line,
		.field = head.field,
		.column = string[COLUMN]},
	    .value = string[VALUE],
	    .message = string[MESSAGE],
	    .suggestion = string[SUGGESTION]};
	if (head.advice >= 0 && head.kind == WIRE_FINDING)
		message->finding.advice = string[MESSAGE] + head.advice;
	return at;
}
