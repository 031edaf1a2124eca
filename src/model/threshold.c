#include "model/threshold.h"

static const struct {
	const char *key;
	double value;
} threshold_table[THRESHOLDS] = {
#define THRESHOLD(NAME, name, value) {#name, value},
    THRESHOLD_LIST(THRESHOLD)
#undef THRESHOLD
};

const char *
threshold_key(enum threshold threshold)
{
	return threshold_table[threshold].key;
}

double
threshold_default(enum threshold threshold)
{
	return threshold_table[threshold].value;
}
