/*
 * The commands: one file each, one table of all.
 */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "command/option.h"

struct diag;
struct gathering;
struct pack_result;

struct command {
	const char *name; /* "pack" */
	enum command_bit bit;
	size_t noperand;      /* operands at most */
	const char *usage;    /* "pack [OPTION...]" */
	const char *summary;  /* one line */
	const char *help;     /* paragraphs */
	const char *examples; /* lines to type */
	int (*run)(struct arena *, const struct options *);
};

/* NULL if there is none of that name. */
const struct command *command_find(const char *name);

/* The one whose name is nearest to a word; NULL if none is near. */
const char *command_nearest(struct arena *, const char *word);

/* The commands in the order of --help; NULL after the last. */
const struct command *command_at(size_t);

/* The whole program but the process: returns the exit status. */
int command_main(int argc, char *const argv[]);

/* Each returns the exit status. */
int command_pack(struct arena *, const struct options *);
int command_check(struct arena *, const struct options *);
int command_figures(struct arena *, const struct options *);
int command_gate(struct arena *, const struct options *);
int command_collect(struct arena *, const struct options *);
int command_verify(struct arena *, const struct options *);

/*
 * What pack, gate and collect publish, for whoever makes it again.  Return 0,
 * or -1 after reporting.
 */
int pack_make(struct arena *, struct diag *, const struct options *,
    struct gathering *, struct pack_result *);
int gate_make(struct arena *, struct diag *, const struct options *,
    struct gathering *, struct pack_result *);
int collect_make(struct arena *, struct diag *, const struct options *,
    struct gathering *, struct pack_result *);
int command_explain(struct arena *, const struct options *);
int command_schema(struct arena *, const struct options *);
int command_model(struct arena *, const struct options *);
int command_diff(struct arena *, const struct options *);

/* parathed explain MUNICIPALITY SOLUTION [FIGURE] */
int explain_rollout(struct arena *, const struct options *);

#endif
