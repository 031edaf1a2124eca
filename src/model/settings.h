/*
 * model.ini: what the model is called, and the thresholds in force.
 */
#ifndef MODEL_SETTINGS_H
#define MODEL_SETTINGS_H

struct arena;
struct diag;
struct ini_file;
struct model;

/*
 * Fill name, version, source, notice, names_in_management and threshold;
 * what is missing has its default.  An unknown key is a warning with the
 * nearest known one, a value that is no number (or no yes or no) is fatal.
 */
void	settings_read(struct arena *, struct diag *, const struct ini_file *,
	    struct model *);

#endif
