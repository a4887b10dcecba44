/* Every code of a diagnostic, with what it means and what to do about it, in English and Chinese.
 *
 * `gongbao codes` prints this table, and docs/codes.md is what it prints.  A code is still a
 * literal where it is raised; tests/cli/codes.t holds those literals against the table.  All of it
 * is constant data.  The texts are Markdown of one line.
 */
#pragma once

#include "base/diagnostics.h"

typedef struct {
  const char *meaning;
  const char *remedy;
} GbCodeText;

typedef struct {
  const char *code;
  guint severities; /* 1u << GB_SEVERITY_…, of each with which it is raised */
  GbCodeText en;
  GbCodeText zh;
} GbCode;

/* What codes are about. */
typedef struct {
  const char *en;
  const char *zh;
  const GbCode *codes;
  guint n_codes;
} GbCodeGroup;

/* The groups in the order of the page; NULL after the last. */
const GbCodeGroup *gb_code_group (guint index);

/* NULL where there is no such code. */
const GbCode *gb_code_find (const char *code);

/* The last of the groups, which code_field.c holds. */
#define GB_CODE_FIELD_GROUPS 6
extern const GbCodeGroup gb_code_field_groups[GB_CODE_FIELD_GROUPS];
