/*
 * Faults on demand, for LD_PRELOAD: the nth call of a kind fails.
 *
 * Calls of the system are caught by seccomp, so that those count which the C
 * library makes by itself (a stream's buffer that is written, say); memory is
 * caught where the program's allocator asks the C library for it.
 *
 *	FAULT_CALL	"write", ... of the table below, or "memory"
 *	FAULT_WHO	"main" or "worker" (any process forked by it)
 *	FAULT_NTH	from 1; 0: only count
 *	FAULT_HOW	an errno; "short" (half is written or read); "kill";
 *			"segv"; "exit" (with status 7); "forever,ERRNO": that call and all after it;
 *			"each" (memory): all in turn, each in a process of its
 *			own that is forked there, up to FAULT_NTH of them (0:
 *			all), beginning with FAULT_SKIP
 *	FAULT_REPORT	a file for struct report, which processes share
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

enum { MAIN, WORKER };

struct report {
	uint64_t count[2];    /* calls of the kind, by who made them */
	uint64_t hit;         /* faults put in */
	uint64_t before;      /* of main's, made before the first mkdir */
	uint64_t bad;         /* "each": ends that were not as they should be */
	uint64_t bad_nth;     /* the first of them */
	int64_t bad_status;   /* its status, of waitpid() */
	char what[232];       /* the call that failed */
};

static struct report nowhere, *report = &nowhere;
static const char *call = "", *how = "";
static uint64_t nth, skip;
static int want, who = MAIN, error, memory, shorter, forever, each, child;
static int published; /* by this very process */
static int said[2] = {-1, -1}; /* what children of "each" say */

/* The kinds, and the system's calls that each stands for. */
static const struct kind {
	const char *name;
	long number[6];
} kinds[] = {
    {"write", {SYS_write, SYS_pwrite64, SYS_writev, SYS_pwritev, -1}},
    {"read", {SYS_read, SYS_pread64, SYS_readv, -1}},
    {"open", {SYS_open, SYS_openat, SYS_creat, -1}},
    {"close", {SYS_close, -1}},
    {"fsync", {SYS_fsync, SYS_fdatasync, -1}},
    {"rename", {SYS_rename, SYS_renameat, SYS_renameat2, -1}},
    {"mkdir", {SYS_mkdir, SYS_mkdirat, -1}},
    {"unlink", {SYS_unlink, SYS_unlinkat, SYS_rmdir, -1}},
    {"chmod", {SYS_chmod, SYS_fchmodat, SYS_fchmod, -1}},
    {"stat", {SYS_newfstatat, SYS_fstat, SYS_stat, SYS_lstat, -1}},
    {"access", {SYS_access, SYS_faccessat, SYS_faccessat2, -1}},
    {"list", {SYS_getdents64, -1}},
    {"seek", {SYS_lseek, -1}},
    {"lock", {SYS_flock, -1}},
    {"fcntl", {SYS_fcntl, -1}},
    {"memfd", {SYS_memfd_create, -1}},
    {"fork", {SYS_clone, SYS_clone3, SYS_fork, SYS_vfork, -1}},
    {"waitpid", {SYS_wait4, SYS_waitid, -1}},
    {"pipe", {SYS_pipe, SYS_pipe2, -1}},
    {"poll", {SYS_poll, SYS_ppoll, -1}},
    {"mmap", {SYS_mmap, -1}},
    {"brk", {SYS_brk, -1}},
};

/* The one place whose calls are let pass. */
long fault_syscall(long, ...) __attribute__((visibility("hidden")));
extern const char fault_after[] __attribute__((visibility("hidden")));
__asm__(".text\n.hidden fault_syscall, fault_after\n"
	".globl fault_syscall, fault_after\n"
	"fault_syscall:\n"
	"	mov %rdi, %rax\n	mov %rsi, %rdi\n	mov %rdx, %rsi\n"
	"	mov %rcx, %rdx\n	mov %r8, %r10\n	mov %r9, %r8\n"
	"	mov 8(%rsp), %r9\n"
	"	syscall\n"
	"fault_after:\n"
	"	ret\n");

/* One more of the kind: is it this one's turn? */
static int
is_turn(void)
{
	uint64_t n;

	if (who != want) {
		report->count[who]++;
		return 0;
	}
	n = ++report->count[who];
	if (nth == 0 || each || (forever ? n < nth : n != nth))
		return 0;
	report->hit++;
	return 1;
}

static void
die(void)
{
	if (strcmp(how, "exit") == 0)
		_exit(7);
	kill(getpid(), strcmp(how, "segv") == 0 ? SIGSEGV : SIGKILL);
}

static int
dies(void)
{
	return strcmp(how, "kill") == 0 || strcmp(how, "segv") == 0 ||
	    strcmp(how, "exit") == 0;
}

static long
faulty(long number, const greg_t *g)
{
	long arg[6] = {g[REG_RDI], g[REG_RSI], g[REG_RDX], g[REG_R10],
	    g[REG_R8], g[REG_R9]};
	int turn = is_turn();

	if (turn) {
		const char *path = "";
		if (number == SYS_openat || number == SYS_newfstatat ||
		    number == SYS_unlinkat || number == SYS_mkdirat)
			path = (const char *)arg[1];
		else if (number == SYS_mkdir || number == SYS_access ||
		    number == SYS_open || number == SYS_rename)
			path = (const char *)arg[0];
		snprintf(report->what, sizeof(report->what), "%s(%ld %.180s)",
		    call, arg[0], path);
		if (dies())
			die();
		if (shorter && arg[2] > 1)
			arg[2] /= 2;
		else if (number == SYS_close)
			fault_syscall(number, arg[0]);
		else if (number == SYS_brk)
			return fault_syscall(number, 0);
		if (!shorter)
			return -error;
	}
	return fault_syscall(
	    number, arg[0], arg[1], arg[2], arg[3], arg[4], arg[5]);
}

static void
caught(int number, siginfo_t *info, void *context)
{
	ucontext_t *u = context;

	(void)number;
	u->uc_mcontext.gregs[REG_RAX] =
	    faulty(info->si_syscall, u->uc_mcontext.gregs);
}

/* Trap the kind's calls, but for those of fault_syscall(). */
static void
catch_calls(const struct kind *kind)
{
	const uint64_t after = (uint64_t)(uintptr_t)fault_after;
	struct sigaction action = {
	    .sa_sigaction = caught, .sa_flags = SA_SIGINFO | SA_NODEFER};
	struct sock_filter filter[24];
	struct sock_fprog program = {0, filter};
	unsigned n = 0, i;

	for (i = 0; i < 6 && kind->number[i] != -1; i++)
		;
#define LOAD(field)                                                            \
	(struct sock_filter) BPF_STMT(BPF_LD | BPF_W | BPF_ABS,                \
	    (unsigned)offsetof(struct seccomp_data, field))
#define EQUAL(value, yes, no)                                                  \
	(struct sock_filter)                                                   \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), (yes), (no))
	filter[n++] = LOAD(nr);
	for (unsigned k = 0; k < i; k++)
		filter[n++] =
		    EQUAL((uint32_t)kind->number[k], (uint8_t)(i - k), 0);
	filter[n++] = (struct sock_filter)BPF_STMT(
	    BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	filter[n++] = LOAD(instruction_pointer);
	filter[n++] = EQUAL((uint32_t)after, 0, 3);
	filter[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
	    (unsigned)offsetof(struct seccomp_data, instruction_pointer) + 4);
	filter[n++] = EQUAL((uint32_t)(after >> 32), 0, 1);
	filter[n++] = (struct sock_filter)BPF_STMT(
	    BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	filter[n++] = (struct sock_filter)BPF_STMT(
	    BPF_RET | BPF_K, SECCOMP_RET_TRAP);
	program.len = (unsigned short)n;
	sigaction(SIGSYS, &action, NULL);
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == -1 ||
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == -1) {
		perror("seccomp");
		_exit(99);
	}
}

/* "each": what became of a process whose allocation failed. */
static void
judge(pid_t pid)
{
	static const char wanted[] = "parathed: out of memory\n";
	char text[256];
	int status;
	ssize_t n;

	while (waitpid(pid, &status, 0) == -1 && errno == EINTR)
		;
	n = read(said[0], text, sizeof(text));
	report->hit++;
	if (WIFEXITED(status) && WEXITSTATUS(status) == (published ? 1 : 2) &&
	    n == sizeof(wanted) - 1 &&
	    memcmp(text, wanted, sizeof(wanted) - 1) == 0)
		return;
	if (report->bad++ == 0) {
		report->bad_nth = report->count[who];
		report->bad_status = status;
	}
}

/* True in the process in which this allocation fails. */
static int
branch(void)
{
	pid_t pid;

	if (said[0] == -1 && pipe2(said, O_NONBLOCK | O_CLOEXEC) == -1)
		_exit(99);
	pid = _Fork();
	if (pid > 0)
		judge(pid);
	if (pid != 0)
		return 0;
	dup2(said[1], 2);
	child = 1;
	alarm(20);
	return 1;
}

static int
memory_fails(void)
{
	int why = errno, fails;

	if (!memory)
		return 0;
	if (child) /* it should be gone by now */
		_exit(77);
	fails = is_turn();
	if (fails && dies())
		die();
	if (each && who == want && report->count[who] > skip &&
	    (nth == 0 || report->count[who] <= nth))
		fails = branch();
	errno = fails ? ENOMEM : why;
	return fails;
}

/* The C library's own of that name, looked up once. */
#define NEXT(next, name)                                                       \
	if (next == NULL)                                                      \
	*(void **)&next = dlsym(RTLD_NEXT, name)

void *
__libc_malloc(size_t size)
{
	static void *(*next)(size_t);

	NEXT(next, "__libc_malloc");
	return memory_fails() ? NULL : next(size);
}

void *
__libc_calloc(size_t count, size_t size)
{
	static void *(*next)(size_t, size_t);

	NEXT(next, "__libc_calloc");
	return memory_fails() ? NULL : next(count, size);
}

void *
__libc_realloc(void *old, size_t size)
{
	static void *(*next)(void *, size_t);

	NEXT(next, "__libc_realloc");
	return memory_fails() ? NULL : next(old, size);
}

/* From here on something stands on the disk. */
int
mkdir(const char *path, mode_t mode)
{
	if (report->before == 0)
		report->before = report->count[MAIN];
	return (int)syscall(SYS_mkdir, path, mode);
}

int
renameat2(int from, const char *old, int to, const char *new, unsigned flags)
{
	int result =
	    (int)syscall(SYS_renameat2, from, old, to, new, flags);

	published |= result == 0;
	return result;
}

/*
 * A process of "each" shares folders and workers with the one that goes on: it
 * may only look as if it tidied up.
 */
int
unlinkat(int folder, const char *path, int flags)
{
	return child ? 0 : (int)syscall(SYS_unlinkat, folder, path, flags);
}

ssize_t
getdents64(int folder, void *list, size_t size)
{
	return child ? 0 : syscall(SYS_getdents64, folder, list, size);
}

int
kill(pid_t pid, int number)
{
	return child ? 0 : (int)syscall(SYS_kill, pid, number);
}

pid_t
waitpid(pid_t pid, int *status, int options)
{
	return child ? pid
		     : (pid_t)syscall(SYS_wait4, pid, status, options, NULL);
}

static void
forked(void)
{
	who = WORKER;
	report->count[WORKER] = 0;
}

static uint64_t
number(const char *name)
{
	const char *text = getenv(name);

	return text == NULL ? 0 : strtoull(text, NULL, 10);
}

__attribute__((constructor)) static void
prepare(void)
{
	const char *text = getenv("FAULT_WHO"), *path = getenv("FAULT_REPORT");
	void *shared;
	int fd;

	if (getenv("FAULT_CALL") == NULL || path == NULL)
		return;
	call = getenv("FAULT_CALL");
	how = getenv("FAULT_HOW") == NULL ? "" : getenv("FAULT_HOW");
	want = text != NULL && strcmp(text, "worker") == 0 ? WORKER : MAIN;
	nth = number("FAULT_NTH");
	skip = number("FAULT_SKIP");
	shorter = strcmp(how, "short") == 0;
	each = strcmp(how, "each") == 0;
	forever = strncmp(how, "forever,", 8) == 0;
	error = atoi(forever ? how + 8 : how);
	fd = open(path, O_RDWR | O_CREAT, 0600);
	if (fd == -1 || ftruncate(fd, sizeof(*report)) == -1)
		_exit(99);
	shared = mmap(NULL, sizeof(*report), PROT_READ | PROT_WRITE, MAP_SHARED,
	    fd, 0);
	close(fd);
	if (shared == MAP_FAILED)
		_exit(99);
	report = shared;
	pthread_atfork(NULL, NULL, forked);
	unsetenv("LD_PRELOAD");
	memory = strcmp(call, "memory") == 0;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].name, call) == 0)
			catch_calls(&kinds[i]);
}
