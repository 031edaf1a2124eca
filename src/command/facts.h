/*
 * The way that every command goes: input, model, portfolio, figures.
 */
#ifndef COMMAND_FACTS_H
#define COMMAND_FACTS_H

#include "base/diag.h"
#include "command/option.h"
#include "figures/figures.h"
#include "input/folder.h"
#include "model/model.h"
#include "portfolio/portfolio.h"
#include "report/report.h"

struct gathering {
	struct input input;
	struct model model;
	struct portfolio portfolio;
	struct selection selection; /* as registered */
	struct figures figures;
	struct facts facts;    /* points into the rest */
};

struct diag *facts_diag(struct arena *, const struct options *);

/*
 * Returns 0, or -1 after reporting a fatal fault.  Templates are read only if
 * asked for.
 */
int facts_gather(struct arena *, struct diag *, const struct options *,
    bool with_templates, struct gathering *);

/*
 * The templates and the words in them, and nothing else; the model besides.
 * Return 0, or -1 after reporting.
 */
int facts_words(struct arena *, struct diag *, const struct options *,
    struct gathering *);
int facts_model(struct arena *, struct diag *, const struct options *,
    struct gathering *);

/*
 * Rows set aside forbid everything under --strict: returns -1 after reporting.
 */
int facts_strict(struct diag *, const struct options *);

/* The exit status of a run that came to its end. */
int facts_status(const struct diag *);

#endif
