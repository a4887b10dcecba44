/* registries/ID/registry.yaml: a registry and its rules, decoded (model.h). */
#pragma once

#include "law/period.h"
#include "law/term.h"
#include "source/model_part.h"
#include "source/vocabulary.h"

/* Notice rule of a scheme, and period of a notice. */
typedef struct {
  const GbYamlNode *node;
  int days;       /* 0: the text names no length */
  GbDayUnit unit; /* working days where the file says nothing */
  GbFirstDay first_day;
  gboolean required; /* a notice must be held; default true */
  GbOnChange on_change;
  const char *text;
  const char *clause;
} GbNoticeRule;

typedef struct {
  const GbYamlNode *node;
  int years; /* 0: not stated */
  GbYears range;
  GbDate until; /* e.g. not past the rules' own end */
  gboolean none_stated;
  GbTermEnd end;
  gboolean has_end;
  const char *text;
  const char *clause;
} GbTermRule;

typedef struct {
  const GbYamlNode *node;
  int years;         /* of the renewed term; 0: not stated */
  int months_before; /* the review is due that long before the term ends; 0: no window named */
  const char *text;
  const char *clause;
} GbReviewRule;

typedef struct {
  const GbYamlNode *node;
  const char *id;
  const char *title;
  GbDutyPeriod every;
  GbMonthDay
    due; /* YEARLY: last day, in the year after the one reported on; month 0: no day stated */
  gboolean tracked; /* default true; false: fulfilment is not kept in this registry */
  const char *who;
  const char *clause;
} GbDuty;

typedef struct {
  const GbYamlNode *node;
  GbCapScope scope;
  int minimum;
  int maximum;          /* 0: none */
  gboolean approximate; /* 左右, 原则上: shown, never an error */
  const char *period;   /* e.g. “十四五”期间 */
  const char *text;
  const char *clause;
} GbCap;

/* Another registry whose certification is needed, or counts by itself. */
typedef struct {
  const GbYamlNode *node;
  const char *registry;
  const char *batch;  /* only that batch, or NULL */
  const char *region; /* only what is certified there, or NULL */
  const char *text;
  const char *clause;
} GbTie;

typedef struct {
  const GbYamlNode *node;
  const char *id;
  const char *text;
  const char *clause;
} GbGround;

typedef struct {
  const GbYamlNode *node;
  const char *id; /* the same id in another scheme is the same measure */
  const char *title;
  GbComparison comparison;
  const char *value; /* number */
  const char *unit;
  const char *either; /* of several with the same word here, one is enough */
  const char *group;
  const char *text;
  const char *clause;
} GbCriterion;

typedef struct {
  const GbYamlNode *node;
  const char *title;
  const char *total;
  const char *pass; /* points or per cent, as unit says */
  const char *unit;
  const char *text;
  const char *clause;
} GbScore;

typedef struct {
  const GbYamlNode *node;
  const char *id;
  const char *name;
} GbIndustry;

/* content/registries/ID/registry.yaml */
typedef struct {
  const GbYamlNode *node;
  const char *file;
  const char *id;
  const char *title;
  const char *short_title;
  const char *summary;
  GbRegistryKind kind;
  const char *authority; /* agency id */
  const char *policy;    /* the rules; NULL where they are not published here */
  GbRelation *rules;     /* the rules where they are not: title, number */
  const char *verb;      /* 认定 (also where the file says nothing), 公布, 确定 */
  GbNoticeRule *notice;
  GbTermRule *term;
  GbReviewRule *review;
  GbList duties;        /* GbDuty */
  GbList caps;          /* GbCap */
  GbList prerequisites; /* GbTie */
  GbList automatic;     /* GbTie */
  GbList revocation;    /* GbGround */
  GbList criteria;      /* GbCriterion */
  GbList scores;        /* GbScore */
  GbList industries;    /* GbIndustry */
  GbList notes;
  GbList batches;      /* GbBatch, by id */
  GHashTable *entries; /* private: of gb_model_entry */
} GbRegistry;

/* The days that its rules give an entry: each as an occasion, and those that are told of the entry
 * by their key, title and meaning in the data.  Y is handed through to X. */
#define GB_ENTRY_DAYS_TOLD(X, Y)                                                                   \
  X (Y, TERM_ENDS, "term-ends", "last_day", "有效期至", "有效的最后一日")
#define GB_ENTRY_DAYS(X, Y)                                                                        \
  GB_ENTRY_DAYS_TOLD (X, Y)                                                                        \
  X (Y, TERM_REVIEW, "term-review")
#define GB_ENTRY_DAY_CONSTANT_(Y, id, ...) GB_ENTRY_DAY_##id,
#define GB_ENTRY_DAY_ONE_(Y, id, ...) +1
typedef enum { GB_ENTRY_DAYS (GB_ENTRY_DAY_CONSTANT_, ) } GbEntryDay;
#define GB_ENTRY_DAY_COUNT (0 GB_ENTRY_DAYS (GB_ENTRY_DAY_ONE_, ))
