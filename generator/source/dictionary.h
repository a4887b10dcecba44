/* The schemas of the data dictionary, for the reader of the model (see schema.h, model.h).
 *
 * One file a group: dictionary_site.c, dictionary_policy.c, dictionary_registry.c, and
 * dictionary_part.c for what several kinds share.  All of it is constant data.
 */
#pragma once

#include "source/model.h"
#include "source/dictionary.h"

/* One key whose name is the member's, and one whose name differs; further designators may follow.
 */
#define GB_FIELD(Struct, member, TYPE, about_, ...)                                                \
  GB_FIELD_KEYED (#member, Struct, member, TYPE, about_, __VA_ARGS__)
#define GB_FIELD_KEYED(key_, Struct, member, TYPE, about_, ...)                                    \
  {                                                                                                \
    .key = key_, .type = GB_FIELD_##TYPE, .offset = G_STRUCT_OFFSET (Struct, member),              \
    .about = about_, __VA_ARGS__                                                                   \
  }
/* The same for keys that the data files have as well, with the name that they give them. */
#define GB_NAMED(Struct, member, TYPE, title_, about_, ...)                                        \
  GB_FIELD (Struct, member, TYPE, about_, .title = title_, __VA_ARGS__)
#define GB_NAMED_KEYED(key_, Struct, member, TYPE, title_, about_, ...)                            \
  GB_FIELD_KEYED (key_, Struct, member, TYPE, about_, .title = title_, __VA_ARGS__)

/* A schema for all, and one for its file alone: the struct, name, title, about, any_of, fields. */
#define GB_SCHEMA(id, ...) GB_SCHEMA_OF (id, const GbSchema gb_schema_##id, __VA_ARGS__)
#define GB_PART(id, ...) GB_SCHEMA_OF (id, static const GbSchema id##_schema, __VA_ARGS__)
#define GB_SCHEMA_OF(id, schema, Struct, name_, title_, about_, any_of_, ...)                      \
  static const GbField id##_fields[] = { __VA_ARGS__ };                                            \
  schema = { .name = name_,                                                                        \
             .title = title_,                                                                      \
             .about = about_,                                                                      \
             .size = sizeof (Struct),                                                              \
             .fields = id##_fields,                                                                \
             .n_fields = G_N_ELEMENTS (id##_fields),                                               \
             .any_of = any_of_ }

/* content/agencies.yaml as a whole. */
typedef struct {
  const GbYamlNode *node;
  GbList agencies; /* GbAgency */
} GbAgencyFile;

/* content/addresses.yaml as a whole. */
typedef struct {
  const GbYamlNode *node;
  GbList moved;     /* GbMoved */
  GbList withdrawn; /* GbWithdrawn */
} GbAddressFile;

/* The kinds of files, NULL-terminated. */
const GbSchema *const *gb_dictionary (void);

/* The same by name. */
extern const GbSchema gb_schema_site;
extern const GbSchema gb_schema_agencies;
extern const GbSchema gb_schema_calendar;
extern const GbSchema gb_schema_policy;
extern const GbSchema gb_schema_version;
extern const GbSchema gb_schema_registry;
extern const GbSchema gb_schema_batch;
extern const GbSchema gb_schema_notice;
extern const GbSchema gb_schema_page;
extern const GbSchema gb_schema_addresses;

/* What several of them hold. */
extern const GbSchema gb_schema_reference;
extern const GbSchema gb_schema_relation;
extern const GbSchema gb_schema_decision;
/* What stands inside of them, and in the data files too. */
extern const GbSchema gb_schema_agency, gb_schema_ending, gb_schema_attachment, gb_schema_amendment,
  gb_schema_notice_rule, gb_schema_term_rule, gb_schema_review_rule, gb_schema_duty, gb_schema_cap,
  gb_schema_tie, gb_schema_ground, gb_schema_criterion, gb_schema_score, gb_schema_event,
  gb_schema_entry, gb_schema_extension, gb_schema_channel, gb_schema_proposed, gb_schema_correction,
  gb_schema_outcome, gb_schema_calendar_source, gb_schema_holiday;
/* One of these keys a relation must have. */
extern const char *const gb_schema_relation_any[];
