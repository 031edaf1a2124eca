/*
 * The table of kinds, spelled out from kinds.def.
 */
#include "input/schema.h"

/* The short names that kinds.def uses. */
enum {
	NONE = COLUMN_NONE,
	KEY = COLUMN_KEY,
	REQUIRED = COLUMN_REQUIRED,
	FORM = COLUMN_FORM,
	ONE_OF = COLUMN_ONE_OF,

	MODEL = 1 << CLASS_MODEL,
	REGISTER = 1 << CLASS_REGISTER,
	STATUS = 1 << CLASS_STATUS
};

const char *kind_class_folder(enum kind_class class)
{
	static const char *const folder[CLASSES] = {
	    [CLASS_MODEL] = "model",
	    [CLASS_REGISTER] = "register",
	    [CLASS_STATUS] = "status",
	};

	return folder[class];
}

/* clang-format off */
#define COLUMN(KIND, NAME, ID, DA, TYPE, ...) \
	{ .id = ID, .da = DA, .type = COLUMN_##TYPE, .flags = __VA_ARGS__ },
#define COLUMNS(KIND, ID, CLASSES, LIST) \
	static const struct column columns_##KIND[] = { LIST(COLUMN) };
KIND_LISTS(COLUMNS)

#define TABLE(KIND, ID, CLASSES, LIST) \
	[KIND_##KIND] = { ID, columns_##KIND, COL_##KIND##_COUNT, CLASSES },
const struct kind kind_table[KINDS] = { KIND_LISTS(TABLE) };
/* clang-format on */
