/*
 * Objects and lists for jansson, which can fail only when memory runs out;
 * then the program ends, as in the arena.
 */
#ifndef PACK_JSON_H
#define PACK_JSON_H

#include <jansson.h>
#include <stddef.h>

json_t *json_new_object(void);
json_t *json_new_list(void);
/* Any bytes: what is no UTF-8 comes as U+FFFD.  NULL: null. */
json_t *json_text(const char *);
json_t *json_count(size_t);
json_t *json_yes(void); /* true */
/* With four decimals, as in data/; not given: null. */
json_t *json_percent(double);

/* Both take over the member. */
void json_put(json_t *object, const char *key, json_t *member);
void json_add(json_t *list, json_t *member);

/*
 * One line a member, keys as they came; what would steer a terminal stands as
 * \u001b.  free() it.
 */
char *json_print(const json_t *);
/* All of it on one line. */
char *json_print_line(const json_t *);

#endif
