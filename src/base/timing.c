#include "base/timing.h"

#include <stdatomic.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>

#include "base/arena.h"

/* Shared with every process that is forked later. */
struct shared_account {
	_Atomic int64_t wall, cpu;
	_Atomic long memory;
};

static struct shared_account *account; /* NULL: nobody asked */
static enum timing current;
static struct timing_account since;

static int64_t
nanoseconds(clockid_t clock)
{
	struct timespec now = {0, 0};

	clock_gettime(clock, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static struct timing_account
now(void)
{
	return (struct timing_account){nanoseconds(CLOCK_MONOTONIC),
	    nanoseconds(CLOCK_PROCESS_CPUTIME_ID), 0};
}

/* Of two processes that end a stage at once the larger counts. */
static void
keep_memory(struct shared_account *stage)
{
	struct rusage usage;
	long most = atomic_load(&stage->memory);

	getrusage(RUSAGE_SELF, &usage);
	while (usage.ru_maxrss > most &&
	    !atomic_compare_exchange_weak(
		&stage->memory, &most, usage.ru_maxrss))
		;
}

void
timing_begin(void)
{
	void *shared = mmap(NULL, TIMINGS * sizeof(*account),
	    PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (shared == MAP_FAILED)
		arena_exhausted();
	account = shared;
	since = now();
}

enum timing
timing_open(enum timing next)
{
	enum timing was = current;
	struct timing_account at;

	current = next;
	if (account == NULL)
		return was;
	at = now();
	atomic_fetch_add(&account[was].wall, at.wall - since.wall);
	atomic_fetch_add(&account[was].cpu, at.cpu - since.cpu);
	keep_memory(&account[was]);
	since = at;
	return was;
}

void
timing_forked(void)
{
	if (account != NULL)
		since = now();
}

struct timing_account
timing_account(enum timing of)
{
	if (account == NULL)
		return (struct timing_account){0, 0, 0};
	return (struct timing_account){atomic_load(&account[of].wall),
	    atomic_load(&account[of].cpu), atomic_load(&account[of].memory)};
}

const char *
timing_name(enum timing of)
{
	static const char *const names[TIMINGS] = {"other", "read", "check",
	    "compute", "build", "html", "md", "xlsx", "deflate", "csv",
	    "verify", "write", "publish"};

	return names[of];
}
