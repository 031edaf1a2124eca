#include "command/command.h"
int command_schema(struct arena *a, const struct options *o) {(void)a;(void)o; return 0;}
int command_diff(struct arena *a, const struct options *o) {(void)a;(void)o; return 0;}
