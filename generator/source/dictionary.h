/* The schemas of the data dictionary, for the reader of the model (see schema.h, model.h).
 *
 * dictionary.c holds the small files and policies and what several kinds share,
 * dictionary_registry.c registries, batches and notices.  All of it is constant data.
 */
#pragma once

#include "source/model.h"

G_BEGIN_DECLS

/* One key whose name is the member's, and one whose name differs; further designators may follow.
 */
#define GB_FIELD(Struct, member, TYPE, about_, ...)                                                \
  GB_FIELD_KEYED (#member, Struct, member, TYPE, about_, __VA_ARGS__)
#define GB_FIELD_KEYED(key_, Struct, member, TYPE, about_, ...)                                    \
  {                                                                                                \
    .key = key_, .type = GB_FIELD_##TYPE, .offset = G_STRUCT_OFFSET (Struct, member),              \
    .about = about_, __VA_ARGS__                                                                   \
  }
#define GB_FIELDS(table) .fields = (table), .n_fields = G_N_ELEMENTS (table)

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

/* The kinds of files. */
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

G_END_DECLS
