/* The typed content: everything the files under content/ say, decoded but not yet judged.
 *
 * The model owns its arenas, and with them every struct, text and node below; it is read-only once
 * loaded.  Each struct begins with the node it was decoded from; `file` (of the enclosing
 * top-level struct) and gb_yaml_place give the place for a message.  Texts are NULL, lists
 * empty, dates GB_DATE_NONE where the file says nothing.  References between files have been
 * checked to exist; clauses have not (the text room knows anchors).
 */
#pragma once

#include "base/error.h"
#include "base/hash.h"
#include "base/tree.h"
#include "law/calendar.h"
#include "source/model_batch.h"
#include "source/model_calendar.h"
#include "source/model_notice.h"
#include "source/model_policy.h"
#include "source/model_registry.h"
#include "source/model_site.h"

/* A file of content/ as it was read, for the manifest: the raw bytes. */
typedef struct {
  const char *path; /* content/… */
  gsize size;
  char hash[GB_HASH_LENGTH]; /* SHA-256 */
} GbSourceHash;

typedef struct {
  const GbSite *site;          /* never NULL once loaded without error */
  GbList agencies;             /* GbAgency, as written */
  GbList policies;             /* GbPolicy, by id */
  GbList registries;           /* GbRegistry, by id */
  GbList notices;              /* GbNotice, by id */
  GbList pages;                /* GbPage, by id */
  GbList moved;                /* GbMoved, as written in content/addresses.yaml */
  GbList withdrawn;            /* GbWithdrawn, likewise */
  GbList calendar_files;       /* GbCalendarFile, by year */
  GbCalendar calendar;         /* of the same files */
  const GbSourceHash *sources; /* by path */
  guint n_sources;
} GbModel;

/* Frees the bodies of the policies, most of the memory a model holds, once they have been parsed.
 */
void gb_model_drop_texts (GbModel *model);
void gb_model_free (GbModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbModel, gb_model_free)

/* NULL where there is none; @id may be NULL. */
const GbAgency *gb_model_agency (const GbModel *model, const char *id);
const GbPolicy *gb_model_policy (const GbModel *model, const char *id);
const GbRegistry *gb_model_registry (const GbModel *model, const char *id);
const GbNotice *gb_model_notice (const GbModel *model, const char *id);
const GbBatch *gb_model_batch (const GbRegistry *registry, const char *id);
const GbEntry *gb_model_entry (const GbRegistry *registry, const char *id);
