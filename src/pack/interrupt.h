/*
 * SIGINT, SIGTERM and SIGHUP while files are written: noted, acted upon at the
 * next document, and given back once everything is tidy.  A second one ends
 * the program at once; the next run tidies up.
 */
#ifndef PACK_INTERRUPT_H
#define PACK_INTERRUPT_H

#include <stdbool.h>

/*
 * From here on they are noted; SIGPIPE and SIGXFSZ are ignored: the write that
 * failed says so.
 */
void interrupt_begin(void);
bool interrupt_seen(void);
/* As before, once the outermost ends: a noted signal is raised again. */
void interrupt_end(void);

#endif
