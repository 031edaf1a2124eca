/*
 * Kinds of input: which columns a kind has, what they are called and hold.
 *
 * kinds.def holds one list per kind; recognition, parsing, diagnostics, blank
 * forms and exported schemas all read the same table.  A new column is one
 * row there.  A file's kind is recognised by its header row alone.
 */
#ifndef INPUT_SCHEMA_H
#define INPUT_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/diag.h"
#include "input/words.h"

struct arena;

enum column_type {
	COLUMN_TEXT,	/* anything, and references, which later rooms resolve */
	COLUMN_INTEGER,
	COLUMN_PERCENT,	/* 0-100, decimals and '%' allowed */
	COLUMN_DECIMAL,
	COLUMN_DATE,
	COLUMN_WORD	/* one of a list of words */
};

enum column_flag {
	COLUMN_NONE = 0,
	COLUMN_KEY = 1,		/* part of the key */
	COLUMN_REQUIRED = 2,	/* heading there and cell filled */
	COLUMN_FORM = 4,	/* prefilled in a blank form (title, obligation) */
	COLUMN_ONE_OF = 8	/* at least one of these is there and filled */
};

struct column {
	const char		*id;	/* English heading and stable id */
	const char		*da;	/* Danish heading */
	enum column_type	 type;
	unsigned		 flags;	/* of enum column_flag */
	const char		*alias;	/* one more heading, or NULL */
	const struct word	*words;	/* for COLUMN_WORD */
	int64_t			 min, max;	/* for COLUMN_INTEGER, inclusive */
};

enum kind_class { CLASS_MODEL, CLASS_REGISTER, CLASS_STATUS, CLASSES };

enum kind_id {
	/* model/ */
	KIND_PHASES, KIND_CATEGORIES, KIND_MAIN_TASKS, KIND_MATRIX,
	KIND_CRITERIA, KIND_DEPENDENCIES,
	/* register/ */
	KIND_MUNICIPALITIES, KIND_SOLUTIONS, KIND_ROLLOUTS, KIND_SCHEDULE,
	KIND_TASK_CATALOGUE, KIND_SOLUTION_DEPENDENCIES, KIND_BENEFITS,
	/* status/YYYY-MM/ (and benefits) */
	KIND_MEASUREMENTS, KIND_STATUS, KIND_ASSESSMENTS, KIND_TASKS,
	KIND_CRITERIA_ANSWERS, KIND_GATE_DECISIONS, KIND_CONDITIONS,
	KIND_ECONOMY, KIND_RISKS,
	KINDS
};

struct kind {
	const char		*id;		/* "criteria_answers" */
	const struct column	*column;
	size_t			 ncolumn;
	unsigned		 classes;	/* 1 << enum kind_class, or-ed */
};

extern const struct kind kind_table[KINDS];

/* The folder where files of a class stand: "model", "register", "status". */
const char	*kind_class_folder(enum kind_class);

/*
 * The columns of each kind by number: COL_STATUS_MAIN_TASK and so on, and
 * COL_STATUS_COUNT: COL_ + the kind's id + the column's English id.
 */
#include "input/kinds.def"
#define KIND_COLUMN(KIND, NAME, id, da, type, ...)	COL_##KIND##_##NAME,
#define KIND_LIST(KIND, id, classes, LIST) \
	enum { LIST(KIND_COLUMN) COL_##KIND##_COUNT };
KIND_LISTS(KIND_LIST)
#undef KIND_LIST
#undef KIND_COLUMN

/* One typed cell: which member holds follows from its column's type. */
struct field {
	const char	*text;	/* trimmed UTF-8 as it came; NULL if blank */
	union {
		double	 number; /* PERCENT, DECIMAL, INTEGER; or NUM_NONE */
		day	 date;	/* DATE; or DAY_NONE */
		int	 word;	/* WORD: index in its list; or -1 */
	};
};

/* One row that passed its schema; fields stand in the order of the kind. */
struct row {
	const char		*file;	/* relative to the input folder */
	int			 line;	/* first physical line, from 1 */
	const struct field	*field;
	const char *const	*heading; /* the file's headings, by column */
	const int		*place;	/* spreadsheet columns, from 1; 0 none */
};

/* What a row that failed says of whose it is; as it came, NULL if blank. */
struct faulty_row {
	int		 line;
	const char	*municipality;
	const char	*municipality_name;
};

/* One file. */
struct sheet {
	const char		*path;	/* relative to the input folder */
	const struct kind	*kind;	/* NULL: set aside whole */
	struct row		*row;
	size_t			 nrow;
	struct faulty_row	*faulty;	/* left out */
	size_t			 nfaulty;
};

/*
 * Read the bytes of one CSV file that stands in a folder of the given class.
 * Rows and their fields are made in an arena of their own, or the same; their
 * texts and headings outlive them.
 * path is relative to the input folder and outlives the rows.  Faulty rows are
 * reported and left out; a faulty file is reported and sheet->kind is NULL.
 * In CLASS_MODEL every such fault is fatal, in CLASS_REGISTER that of a whole
 * file is; elsewhere they are rejections.
 * Returns 0, or -1 after reporting if the file was set aside whole.
 */
int	sheet_read(struct arena *, struct arena *rows, struct diag *,
	    const char *path, const void *bytes, size_t len,
	    enum kind_class class, struct sheet *sheet);

/* Where a cell of a row stands; column = -1 for the row as a whole. */
struct loc	row_loc(const struct row *, int column);

#endif
