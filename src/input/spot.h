/*
 * Where a finding stands in the bytes of its file: the line to show, the value
 * in it, the cell of a spreadsheet that opens the file.
 *
 * The file is read again, so nothing here trusts that it is as it was: what
 * isn't there any more is not found.
 */
#ifndef INPUT_SPOT_H
#define INPUT_SPOT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/text.h"

struct arena;
struct finding;

struct spot {
	int		 number;	/* the physical line shown, from 1 */
	const char	*line;		/* UTF-8, without its break */
	size_t		 len;
	char		 cell[24];	/* "C14"; "" if there is none */
	bool		 found;		/* the value, */
	size_t		 at, size;	/* bytes of the line; size 0: blank */
	size_t		 character, characters;	/* of the line, from 1 */
	size_t		 byte, bytes;	/* of the file as it is, from 0 */
};

/* A file, and how far it has been walked. */
struct spot_file {
	struct arena		*arena;		/* of its own */
	const char		*path;		/* relative, or NULL: none open */
	struct buf		 text;		/* decoded; for input/spot.c only, */
	enum text_encoding	 encoding;	/* as is all below */
	char			 separator;	/* '\0': no CSV */
	size_t			 begin;		/* behind a line "sep=;" */
	size_t			 pos, raw;	/* a record, and its first byte */
	int			 number, row;	/* its line, and its row there */
};

/* Begin with no file; spot_close() is due. */
void	spot_init(struct spot_file *);
void	spot_close(struct spot_file *);

/*
 * The spot of a finding that names a file and a line; files stand below folder,
 * or where their path says.  Findings that come sorted cost one walk a file.
 * False if there is none: no line, a file that can't be read or decoded.
 */
bool	spot_find(struct spot_file *, const char *folder,
	    const struct finding *, struct spot *);

#endif
