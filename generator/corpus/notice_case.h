/* What follows from the file of a notice (corpus.h). */
#pragma once

#include "corpus/registry_case.h"
#include "law/notice_state.h"

struct _GbNoticeCase {
  const GbNotice *notice;
  const GbRegistryCase *registry; /* or NULL */
  const GbBatch *batch;           /* or NULL */
  const GbAgency *issuer;         /* or NULL */
  const GbText *text;             /* NULL where the notice has no text of its own */
  const GbTarget *targets;        /* one for each mention of text */
  gboolean has_rule;              /* rule holds a length */
  GbPeriodRule rule;
  GbDate
    counted_from; /* the opening day, or that of the correction by which the period restarted */
  const GbCorrection *restarted_by; /* or NULL */
  const GbCorrection **restarts;    /* each that restarted it, the last is restarted_by */
  guint n_restarts;
  GbDerivation
    computed;          /* last day by the rule, before any extension; GB_RULE_NONE without a rule */
  GbDerivation closes; /* the last day that holds */
  GbNoticeState state;
  GbDate turns;
};
