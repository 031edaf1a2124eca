/*
 * A fuzz target without a fuzzer: every file named, or every file of the
 * folders named, goes to the target.  A fault ends the program, and the last
 * line tells at which file.
 */
#include <dirent.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "fuzz.h"

#define LIMIT ((size_t)1 << 24)

static const char *current = "";

/* Only what a signal handler may call. */
static void
say_file(int signal)
{
	ssize_t written = write(STDOUT_FILENO, "not ok ", 7);

	written += write(STDOUT_FILENO, current, strlen(current));
	written += write(STDOUT_FILENO, "\n", 1);
	_exit(written > 0 && signal > 0 ? 1 : 2);
}

static void
replay_file(const char *path)
{
	struct arena *arena = arena_new();
	size_t len;
	char *bytes;
	uint8_t *exact;

	current = path;
	bytes = file_read(arena, path, LIMIT, &len);
	if (bytes == NULL) {
		perror(path);
		exit(2);
	}
	/* In room of its own: a sanitizer sees what is read beyond it. */
	exact = malloc(len + (len == 0));
	must(exact != NULL, "%zu", len);
	memcpy(exact, bytes, len);
	LLVMFuzzerTestOneInput(exact, len);
	free(exact);
	arena_free(arena);
	printf("ok %s\n", path);
	fflush(stdout);
}

static void
replay_folder(const char *folder)
{
	struct arena *arena = arena_new();
	struct file_entry *entry;
	size_t count;

	if (file_walk(arena, folder, &entry, &count) == -1) {
		perror(folder);
		exit(2);
	}
	for (size_t i = 0; i < count; i++)
		replay_file(file_join(arena, folder, entry[i].path));
	arena_free(arena);
}

int
main(int argc, char **argv)
{
	struct stat st;

	signal(SIGABRT, say_file);
	signal(SIGSEGV, say_file);
	for (int i = 1; i < argc; i++) {
		if (stat(argv[i], &st) == 0 && S_ISDIR(st.st_mode))
			replay_folder(argv[i]);
		else
			replay_file(argv[i]);
	}
	return 0;
}
