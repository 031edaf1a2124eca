/*
 * What each stage of a run costs: wall and processor time, of this process
 * and of all that it forks.
 *
 * One account is open at a time; whoever begins a stage opens its account and
 * gives the earlier one back at the end:
 *	was = timing_open(TIMING_READ);
 *	...
 *	timing_open(was);
 * Costs nothing until timing_begin() is called.
 */
#ifndef BASE_TIMING_H
#define BASE_TIMING_H

#include <stdint.h>

enum timing {
	TIMING_OTHER,	/* between the stages; waiting for workers */
	TIMING_READ,
	TIMING_CHECK,	/* rows to records */
	TIMING_COMPUTE,	/* figures */
	TIMING_BUILD,	/* document trees */
	TIMING_HTML,
	TIMING_MD,
	TIMING_XLSX,	/* but for the next two */
	TIMING_DEFLATE,
	TIMING_CSV,
	TIMING_VERIFY,	/* workbooks read back */
	TIMING_WRITE,	/* files of the output, to the disk */
	TIMING_PUBLISH,	/* digests, manifest, renaming */
	TIMINGS
};

struct timing_account {
	int64_t	wall;	/* nanoseconds, summed over processes */
	int64_t	cpu;
	long	memory;	/* KiB, the most that one of them had used by its end */
};

void		timing_begin(void);
enum timing	timing_open(enum timing);
/* In a process just forked: what was before isn't its own. */
void		timing_forked(void);

/* As it stands; all zero before timing_begin(). */
struct timing_account	timing_account(enum timing);
const char		*timing_name(enum timing);

#endif
