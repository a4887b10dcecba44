/* site.yaml, agencies.yaml, addresses.yaml and pages of text, decoded (model.h). */
#pragma once

#include "law/term.h"
#include "source/model_part.h"
#include "source/vocabulary.h"

typedef struct {
  const GbYamlNode *node;
  const char *phone;
  const char *email;
  const char *address;
  const char *url;
} GbContact;

/* How days are counted where neither a document nor a scheme says so. */
typedef struct {
  const GbYamlNode *node;
  GbFirstDay first_day;
  GbTermEnd term_end;
} GbCounting;

typedef struct {
  const GbYamlNode *node;
  const char *branch; /* the site goes to this branch; NULL: the folder site/ of the current one */
  const char *repository; /* where anyone may clone the record */
} GbPublishing;

/* Under which terms anyone may use the data. */
typedef struct {
  const GbYamlNode *node;
  const char *name; /* CC-BY-4.0 */
  const char *title;
  const char *url;
} GbLicence;

/* Whom to tell of a weakness of the site: security.txt. */
typedef struct {
  const GbYamlNode *node;
  const char *contact; /* mailto:, https: or tel: */
  GbDate expires;      /* the last day on which this holds */
  const char *policy;  /* address of the rules for those who report */
} GbSecurity;

/* content/site.yaml */
typedef struct {
  const GbYamlNode *node;
  const char *file;
  const char *name; /* 网站名称 */
  const char *description;
  const char *base_url;   /* without the last '/' */
  const char *authority;  /* agency id: 主办单位 */
  const char *identifier; /* 网站标识码 */
  const char *icp;        /* ICP 备案号 */
  const char *police;     /* 公安备案号 */
  GbContact *contact;
  GbCounting *counting;
  gboolean exclude_first;  /* of counting; FALSE where the file says nothing */
  GbTermEnd term_end;      /* of counting; the day before where the file says nothing */
  GbList languages;        /* texts: zh-CN, en; empty where the file says nothing */
  gboolean example;        /* fiction: every page says 示例 */
  const char *notice_text; /* a sentence shown at the head of the home page */
  GbLicence *licence;      /* NULL: not stated */
  GbSecurity *security;    /* NULL: no security.txt */
  GbPublishing *publish;
} GbSite;

/* content/agencies.yaml: agencies: [ … ] */
typedef struct {
  const GbYamlNode *node;
  const char *id;
  const char *name;
  const char *short_name;
  GbList aliases; /* other names, texts */
  GbLevel level;
  const char *region;
  const char *parent; /* agency id */
  const char *url;
} GbAgency;

/* content/pages/ID.md */
typedef struct {
  const GbYamlNode *node;
  const char *file;
  const char *id;
  const char *title;
  const char *summary;
  GbBody body;
} GbPage;

/* An address that was published and now leads elsewhere: a path of the site such as
 * "policies/old-id/", and what stands below it moves with it. */
typedef struct {
  const GbYamlNode *node;
  const char *from;
  const char *to;
} GbMoved;

/* An address that was published and holds nothing any more, nor anything below it; without '/' at
 * its end that of a file. */
typedef struct {
  const GbYamlNode *node;
  const char *address;
  GbDate date;
  const char *reason;
  const char *successor; /* an address, or NULL */
} GbWithdrawn;
