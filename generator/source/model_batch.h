/* registries/ID/BATCH.yaml: a batch of a registry with its entries and events, decoded (model.h).
 */
#pragma once

#include "law/standing.h"
#include "source/model_part.h"
#include "source/vocabulary.h"

typedef struct {
  const GbYamlNode *node;
  GbWhen when; /* key date */
  GbEventKind kind;
  const char *notice; /* id */
  GbDecision *decision;
  GbDate from; /* certified, renewed: stated term */
  GbDate to;
  int years;          /* renewed: term; 0: the scheme's */
  const char *ground; /* revoked: id of the scheme's ground */
  const char *name;   /* renamed: the new name */
  GbResult result;    /* evaluated */
  const char *duty;   /* reported: id of the duty */
  const char *period; /* reported: the year or quarter reported on, "2024" or "2024Q3" */
  const char *score;
  const char *note;
  GbReference *source;
} GbEvent;

typedef struct {
  const GbYamlNode *node;
  const char *id;
  const char *name;
  const char *region;
  const char *industry; /* id of the registry's industries, or a free text where it lists none */
  const char *group;
  const char *lead;    /* 牵头单位, as printed */
  const char *support; /* 配合单位, as printed */
  GbList same_as;      /* REGISTRY/ENTRY, texts */
  GbList events;       /* GbEvent, as written */
  GbList sources;      /* GbReference */
  const char *note;
} GbEntry;

/* content/registries/ID/BATCH.yaml */
typedef struct {
  const GbYamlNode *node;
  const char *file;
  const char *id;
  const char *title;
  int year;
  GbDecision *decision;
  const char *notice; /* id */
  GbWhen certified;   /* every entry without an own certified event */
  GbDate from;        /* stated term of the batch */
  GbDate to;
  GbYears range; /* stated term in years */
  int years;     /* stated term: N years, start as certified */
  gboolean term_not_known;
  GbWhen noticed;    /* proposed only: every entry without an own event */
  int announced;     /* how many the list holds; 0: not known */
  gboolean partial;  /* announced is known to exceed what is recorded, or is not known */
  const char *scope; /* what the recorded part is, e.g. 广东省部分 */
  GbList sources;    /* GbReference */
  GbList entries;    /* GbEntry */
  const char *note;
} GbBatch;
