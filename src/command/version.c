#include "command/version.h"

/* "xlsxwriter 1.1.4, libcmark 0.30.2": the Makefile asks pkg-config. */
#ifndef VERSION_LIBRARIES
#define VERSION_LIBRARIES "unknown libraries"
#endif

const char *
version_text(void)
{
	return VERSION_PROGRAM "\nbuilt with " VERSION_LIBRARIES "\n";
}
