/*
 * Recognition: which kind a header row is of, and where its columns stand.
 */
#ifndef INPUT_RECOGNISE_H
#define INPUT_RECOGNISE_H

struct kind;
struct reading;
struct record;

struct layout {
	const struct kind	*kind;
	int			*place;	/* by column of the kind: spreadsheet
					   column, from 1; 0 not in the file */
	const char		**heading; /* by column, as the file writes it;
					   NULL: not in the file */
	int			 width;	/* columns up to the last heading */
};

/*
 * Returns 0, or -1 after reporting why the file is set aside: no kind of the
 * folder, a required column missing, the same heading twice.
 */
int	layout_recognise(const struct reading *, const struct record *header,
	    struct layout *);

#endif
