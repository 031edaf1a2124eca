#include "input/reading.h"

struct reading
reading_new(struct arena *arena, struct diag *diag, const char *path,
    enum kind_class class)
{
	return (struct reading){
	    .arena = arena,
	    .rows = arena,
	    .scratch = arena,
	    .diag = diag,
	    .path = path,
	    .class = class,
	    .file_level = class == CLASS_STATUS ? DIAG_REJECT : DIAG_FATAL,
	    .row_level = class == CLASS_MODEL ? DIAG_FATAL : DIAG_REJECT,
	};
}
