#include <errno.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/timing.h"
#include "pack/interrupt.h"
#include "pack/wire.h"
#include "pack/worker.h"

struct worker {
	pid_t pid;
	struct buf heard; /* of its messages, as yet incomplete */
	size_t item;      /* it was last at */
	bool fatal;       /* it said why it failed */
	bool gone;        /* it has been waited for */
};

/* How a worker ends: 0, all done; 1, it said why not; or one of these. */
enum {
	MEMORY_STATUS = 2, /* arena_exhausted()'s */
	DUMB_STATUS = 100  /* and an errno: it could not say anything */
};

/* The crew at work, if any. */
static struct crew *working;

struct crew {
	const struct work *work;
	struct arena *arena;
	struct diag *diag;
	struct worker *worker;
	struct pollfd *ear; /* beside worker; fd -1: silent */
	int n;
	_Atomic size_t *next; /* item to be done, shared by all */
	size_t done;          /* items that a worker has told the end of */
	int64_t start;        /* nanoseconds, when the work began */
	int made;
	struct diag **found; /* by item, NULL: nothing */
	bool stopping;
	bool failed;
};

/* In the worker: one item.  False if the work must end. */
static bool
do_item(const struct work *work, int fd, size_t index)
{
	struct arena *arena;
	struct diag *diag;
	const struct finding *const *finding;
	size_t i, n;
	int made;
	bool sent;

	arena = arena_new();
	diag = diag_new(arena, work->language);
	sent = wire_send_number(fd, WIRE_BEGIN, (int)index);
	made = sent ? work->item(work->context, arena, diag, index) : -1;
	finding = diag_sorted(diag, &n);
	for (i = 0; i < n && sent; i++)
		sent = wire_send_finding(fd, finding[i]);
	sent = sent && wire_send_number(fd, WIRE_END, made);
	if (!sent)
		_exit(DUMB_STATUS + errno);
	arena_free(arena);
	return made != -1;
}

static _Noreturn void
live(const struct crew *crew, int fd, pid_t parent)
{
	size_t index;

	arena_at_exhaustion(NULL);
	timing_forked();
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(1);
	while (!interrupt_seen()) {
		index = atomic_fetch_add(crew->next, 1);
		if (index >= crew->work->count)
			_exit(0);
		if (!do_item(crew->work, fd, index))
			break;
	}
	_exit(1);
}

static void
report_failure(struct crew *crew, int why)
{
	crew->failed = true;
	diag_add(crew->diag, DIAG_worker_none, NULL, NULL, strerror(why),
	    (char *)NULL);
}

/* Returns -1 after reporting. */
static int
hire(struct crew *crew, int i)
{
	pid_t parent = getpid();
	int fd[2];

	crew->ear[i].fd = -1;
	crew->ear[i].events = POLLIN;
	buf_init(&crew->worker[i].heard);
	if (pipe(fd) == -1)
		goto failed;
	crew->worker[i].pid = fork();
	if (crew->worker[i].pid == 0) {
		close(fd[0]);
		live(crew, fd[1], parent);
	}
	close(fd[1]);
	if (crew->worker[i].pid == -1) {
		close(fd[0]);
		goto failed;
	}
	crew->ear[i].fd = fd[0];
	return 0;
failed:
	report_failure(crew, errno);
	return -1;
}

static void
stop(struct crew *crew)
{
	if (crew->stopping)
		return;
	crew->stopping = true;
	atomic_store(crew->next, crew->work->count);
	for (int i = 0; i < crew->n; i++)
		if (crew->ear[i].fd != -1)
			kill(crew->worker[i].pid, SIGTERM);
}

/* A template's fault is found by every document that it makes. */
static bool
is_known(struct diag *diag, const struct finding *new)
{
	const struct finding *const *old;
	size_t i, n;

	old = diag_sorted(diag, &n);
	for (i = 0; i < n; i++)
		if (old[i]->code == new->code &&
		    old[i]->loc.line ==
			new->loc.line &&strcmp(old[i]->message, new->message) ==
			0 &&
		    strcmp(old[i]->loc.file == NULL ? "" : old[i]->loc.file,
			new->loc.file == NULL ? "" : new->loc.file) == 0)
			return true;
	return false;
}

/* Kept by item until all are done, so that no race decides their order. */
static void
keep_finding(struct crew *crew, size_t item, const struct finding *finding)
{
	if (crew->found[item] == NULL)
		crew->found[item] = diag_new(crew->arena, crew->work->language);
	diag_repeat(crew->found[item], finding);
}

static void
tell_findings(struct crew *crew)
{
	const struct finding *const *finding;
	size_t item, i, n;

	for (item = 0; item < crew->work->count; item++) {
		if (crew->found[item] == NULL)
			continue;
		finding = diag_sorted(crew->found[item], &n);
		for (i = 0; i < n; i++)
			if (!is_known(crew->diag, finding[i]))
				diag_repeat(crew->diag, finding[i]);
	}
}

static int64_t
clock_now(void)
{
	struct timespec now = {0, 0};

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static double
seconds_since(int64_t start)
{
	return (double)(clock_now() - start) / 1e9;
}

/* Done of all, how many a second, the time left, and what was made last. */
static void
say_progress(const struct crew *crew, size_t item)
{
	struct arena *arena;
	double rate;
	int left;

	if (!crew->work->progress)
		return;
	arena = arena_new();
	rate = (double)crew->done / fmax(seconds_since(crew->start), 0.001);
	left = (int)ceil((double)(crew->work->count - crew->done) / rate);
	fprintf(stderr, "\r\033[K%zu/%zu %.0f/s -%d:%02d %s", crew->done,
	    crew->work->count, rate, left / 60, left % 60,
	    crew->work->name(crew->work->context, arena, item));
	fflush(stderr);
	arena_free(arena);
}

static void
hear_message(struct crew *crew, struct worker *worker,
    const struct wire_message *message)
{
	switch (message->kind) {
	case WIRE_BEGIN:
		worker->item = (size_t)message->number;
		break;
	case WIRE_FINDING:
		worker->fatal |= message->finding.level == DIAG_FATAL;
		keep_finding(crew, worker->item, &message->finding);
		break;
	case WIRE_END:
		if (message->number == -1) {
			crew->failed = true;
			break;
		}
		crew->made += message->number;
		crew->done++;
		say_progress(crew, worker->item);
		break;
	}
}

static void
hear(struct crew *crew, int i)
{
	struct worker *worker = &crew->worker[i];
	struct wire_message message;
	char bytes[4096];
	size_t used, at;
	ssize_t n;

	n = read(crew->ear[i].fd, bytes, sizeof(bytes));
	if (n == -1 && errno == EINTR)
		return;
	if (n == -1)
		report_failure(crew, errno);
	if (n <= 0) {
		close(crew->ear[i].fd);
		crew->ear[i].fd = -1;
		return;
	}
	buf_add(&worker->heard, bytes, (size_t)n);
	at = 0;
	while ((used = wire_take(worker->heard.data + at,
		    worker->heard.len - at, &message)) > 0) {
		hear_message(crew, worker, &message);
		at += used;
	}
	memmove(worker->heard.data, worker->heard.data + at,
	    worker->heard.len - at + 1);
	worker->heard.len -= at;
}

/* Nobody can hear them any more. */
static void
abandon(struct crew *crew)
{
	for (int i = 0; i < crew->n; i++) {
		if (crew->ear[i].fd == -1)
			continue;
		kill(crew->worker[i].pid, SIGKILL);
		close(crew->ear[i].fd);
		crew->ear[i].fd = -1;
	}
	crew->stopping = true;
}

static void
listen_to_all(struct crew *crew)
{
	int speaking, i;

	for (;;) {
		speaking = 0;
		for (i = 0; i < crew->n; i++)
			speaking += crew->ear[i].fd != -1;
		if (speaking == 0)
			return;
		if (interrupt_seen() || crew->failed)
			stop(crew);
		if (poll(crew->ear, (nfds_t)crew->n, -1) <= 0) {
			if (errno == EINTR || errno == EAGAIN)
				continue;
			report_failure(crew, errno);
			abandon(crew);
			return;
		}
		for (i = 0; i < crew->n; i++)
			if (crew->ear[i].revents != 0)
				hear(crew, i);
	}
}

static const char *
how_it_ended(struct arena *arena, int status)
{
	if (WIFSIGNALED(status))
		return strsignal(WTERMSIG(status));
	if (WEXITSTATUS(status) == MEMORY_STATUS)
		return "out of memory";
	if (WEXITSTATUS(status) > DUMB_STATUS)
		return strerror(WEXITSTATUS(status) - DUMB_STATUS);
	return arena_printf(arena, "status %d", WEXITSTATUS(status));
}

/* How a worker ended, if it did not end well and said nothing. */
static void
bury(struct crew *crew, struct worker *worker)
{
	const char *why;
	int status;

	while (waitpid(worker->pid, &status, 0) == -1)
		if (errno != EINTR) {
			report_failure(crew, errno);
			return;
		}
	worker->gone = true;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return;
	crew->failed = true;
	if (worker->fatal || crew->stopping || interrupt_seen())
		return;
	why = how_it_ended(crew->arena, status);
	diag_add(crew->diag, DIAG_worker_failed, NULL,
	    crew->work->name(crew->work->context, crew->arena, worker->item),
	    why, (char *)NULL);
}

static void
employ(struct crew *crew)
{
	int i;

	fflush(NULL);
	working = crew;
	for (i = 0; i < crew->work->jobs && !crew->failed; i++) {
		crew->n = i + 1;
		crew->failed = hire(crew, i) == -1;
	}
	listen_to_all(crew);
	for (i = 0; i < crew->n; i++) {
		if (crew->worker[i].pid > 0)
			bury(crew, &crew->worker[i]);
		buf_release(&crew->worker[i].heard);
	}
	working = NULL;
	tell_findings(crew);
	if (crew->work->progress)
		fputs("\r\033[K", stderr);
}

void
work_abandon(void)
{
	struct crew *crew = working;

	working = NULL;
	for (int i = 0; crew != NULL && i < crew->n; i++) {
		if (crew->worker[i].pid <= 0 || crew->worker[i].gone)
			continue;
		kill(crew->worker[i].pid, SIGKILL);
		while (waitpid(crew->worker[i].pid, NULL, 0) == -1 &&
		    errno == EINTR)
			;
	}
}

int
work_run(const struct work *work, struct arena *arena, struct diag *diag)
{
	struct crew crew = {
	    .work = work, .arena = arena, .diag = diag, .start = clock_now()};

	crew.next = mmap(NULL, sizeof(*crew.next), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (crew.next == MAP_FAILED)
		arena_exhausted();
	crew.worker =
	    arena_array(arena, (size_t)work->jobs, sizeof(*crew.worker));
	crew.ear = arena_array(arena, (size_t)work->jobs, sizeof(*crew.ear));
	crew.found = arena_array(arena, work->count, sizeof(*crew.found));
	employ(&crew);
	munmap(crew.next, sizeof(*crew.next));
	if (!crew.failed && !interrupt_seen() && crew.done != work->count)
		report_failure(&crew, EPROTO);
	return crew.failed || interrupt_seen() ? -1 : crew.made;
}
