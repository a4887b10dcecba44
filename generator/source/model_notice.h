/* notices/ID.md: a public notice, decoded (model.h). */
#pragma once

#include "source/model_registry.h"

typedef struct {
  const GbYamlNode *node;
  const char *kind; /* 电话, 邮箱, 地址, 网址 */
  const char *value;
  const char *note;
} GbChannel;

typedef struct {
  const GbYamlNode *node;
  const char *name;
  const char *region;
  const char *industry;
  const char *entry; /* id in the registry, where it was recorded */
  const char *note;
} GbProposed;

typedef struct {
  const GbYamlNode *node;
  GbDate to; /* new last day */
  int days;  /* or: that many more days of the period's unit */
  GbDate announced;
  const char *reason;
} GbExtension;

typedef struct {
  const GbYamlNode *node;
  GbDate date;
  GbOutcomeKind kind;
  const char *text;
  GbDecision *decision;
} GbOutcome;

typedef struct {
  const GbYamlNode *node;
  GbDate date;
  const char *text;
  gboolean editorial; /* a slip of the pen: shown, but the period runs on */
} GbCorrection;

/* content/notices/ID.md */
typedef struct {
  const GbYamlNode *node;
  const char *file;
  const char *id;
  const char *title;
  const char *registry; /* id */
  const char *batch;    /* id within the registry */
  const char *issuer;   /* agency id */
  const char *number;
  GbDate published;
  GbWhen opens;
  GbNoticeRule *period;      /* NULL: as the scheme says */
  GbDate closes;             /* explicit last day */
  const char *closes_reason; /* why it differs from the computed one */
  GbExtension *extension;
  GbList channels;    /* GbChannel */
  GbList proposed;    /* GbProposed */
  GbList corrections; /* GbCorrection */
  GbOutcome *outcome;
  const char *summary;
  GbList sources; /* GbReference */
  GbBody body;
} GbNotice;
