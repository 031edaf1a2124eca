/*
 * Kinds of input as Frictionless descriptors.
 */
#ifndef COMMAND_SCHEMA_JSON_H
#define COMMAND_SCHEMA_JSON_H

#include <stdbool.h>

#include "input/schema.h"

/* A Table Schema with the dialect of a blank form, on stdout. */
void schema_json_kind(const struct kind *, bool english);

/* A Tabular Data Package: a resource for each kind. */
void schema_json_all(bool english);

#endif
