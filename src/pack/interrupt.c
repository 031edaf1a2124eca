#include <signal.h>
#include <stddef.h>

#include "pack/interrupt.h"

static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ};

#define SIGNALS (sizeof(signals) / sizeof(signals[0]))

static struct sigaction before[SIGNALS];
static volatile sig_atomic_t noted;
static int depth; /* of begins within one another */

static void
note_signal(int number)
{
	noted = number;
}

void
interrupt_begin(void)
{
	struct sigaction action = {.sa_handler = note_signal};

	if (depth++ > 0)
		return;
	noted = 0;
	/*
	 * A second signal is no reason to leave litter: a terminal and
	 * timeout(1) send them in pairs.  SIGQUIT and SIGKILL end it at once.
	 */
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < SIGNALS; i++) {
		if (signals[i] == SIGPIPE || signals[i] == SIGXFSZ)
			action.sa_handler = SIG_IGN;
		sigaction(signals[i], &action, &before[i]);
		/* nohup stays nohup */
		if (before[i].sa_handler == SIG_IGN)
			sigaction(signals[i], &before[i], NULL);
	}
}

bool
interrupt_seen(void)
{
	return noted != 0;
}

void
interrupt_end(void)
{
	if (--depth > 0)
		return;
	for (size_t i = 0; i < SIGNALS; i++)
		sigaction(signals[i], &before[i], NULL);
	if (noted != 0)
		raise(noted);
}
