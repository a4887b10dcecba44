/* policies/ID/: a policy with its versions and attachments, decoded (model.h). */
#pragma once

#include "law/term.h"
#include "source/model_part.h"
#include "source/vocabulary.h"

typedef struct {
  const GbYamlNode *node;
  GbDate date;
  gboolean on_issue;    /* 自印发之日起 */
  int days_after;       /* key days_after_publication; 0: not so */
  gboolean none_stated; /* the text states no day of effect */
  const char *clause;
} GbEffect;

typedef struct {
  const GbYamlNode *node;
  GbDate until;
  int years;            /* 0: not so */
  GbYears range;        /* 2023年至2025年 */
  gboolean none_stated; /* the text states no validity */
  gboolean indefinite;  /* the text says 长期有效 */
  GbTermEnd end;
  gboolean has_end; /* key end was given (else the site's convention) */
  const char *clause;
} GbValidity;

typedef struct {
  const GbYamlNode *node;
  GbDate until;
  const char *text;
  const char *clause;
} GbTail;

/* The end of a policy before its time: repealed, annulled. */
typedef struct {
  const GbYamlNode *node;
  GbDate date;
  const char *policy; /* id of the deciding document, or NULL */
  const char *title;
  const char *number;
  const char *note;
} GbEnding;

typedef struct {
  const GbYamlNode *node;
  GbDate date;       /* review due from this day */
  int months_before; /* or: months before the last day of validity */
  const char *text;
  const char *clause;
} GbPolicyReview;

typedef struct {
  const GbYamlNode *node;
  const char *file;
  const char *title;
} GbAttachment;

/* content/policies/ID/versions/DATE.md: the whole text as it is in force from another day than the
 * one in policy.md. */
typedef struct {
  const GbYamlNode *node;
  const char *file;
  GbDate from;            /* the file's name: the first day */
  const char *title;      /* where the policy bore another one */
  GbRelation *amended_by; /* the document that made this text; NULL: not stated */
  const char *note;       /* what changed and why */
  GbBody body;
} GbVersion;

/* content/policies/ID/policy.md */
typedef struct {
  const GbYamlNode *node;
  const char *file;
  const char *id;
  const char *title;
  GbList aliases;           /* other titles under which it is cited */
  const char *number;       /* 发文字号 */
  const char *registration; /* 规范性文件编号 */
  const char *index_number; /* 索引号; key index */
  const char *urgency;      /* 紧急程度 */
  const char *issuer;       /* agency id */
  GbList co_issuers;        /* agency ids */
  GbPolicyKind kind;
  const char *category; /* 主题分类 */
  GbList topics;
  GbList keywords;        /* 主题词 */
  const char *disclosure; /* 公开方式 */
  const char *summary;
  GbDate signed_;   /* 成文日期; key signed */
  GbDate issued;    /* 印发日期 */
  GbDate published; /* 发布日期 */
  GbEffect *effect;
  GbValidity *validity;
  GbTail *tail;
  GbList basis;    /* GbRelation: 依据 */
  GbList amends;   /* GbRelation: 修改 */
  GbList replaces; /* GbRelation: 替代 */
  GbList repeals;  /* GbRelation: 废止 */
  GbEnding *repealed;
  GbEnding *annulled;
  GbPolicyReview *review;
  GbList attachments; /* GbAttachment, files beside policy.md */
  GbList unlisted;    /* texts: names of other files there, which are not published */
  GbReference *source;
  GbList notes; /* 整理说明: what was mended in the published copy */
  /* Needed only beside other versions. */
  GbDate version;         /* the text in policy.md is in force from this day */
  GbRelation *amended_by; /* the document that made it so, where it is not published here */
  const char *version_note;
  GbList versions; /* GbVersion, by day: the files in versions/ */
  GbBody body;
  GbBody interpretation; /* text NULL where there is no interpretation.md */
  const char *interpretation_file;
  gsize size; /* bytes of the source file */
} GbPolicy;
