#ifndef COMMAND_VERSION_H
#define COMMAND_VERSION_H

/* What documents and the manifest name as their maker. */
#define VERSION_PROGRAM "parathed 1.0.0"

/* What --version prints: the program, then the libraries it was built with. */
const char *version_text(void);

#endif
