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
#include "law/period.h"
#include "law/standing.h"
#include "law/term.h"
#include "source/schema.h"
#include "source/vocabulary.h"

G_BEGIN_DECLS

#define GB_LIST_AT(Type, list, i) ((Type *)(list).items[i])
#define GB_TEXT_AT(list, i) ((const char *)(list).items[i])

/* Markdown after the front matter. */
typedef struct {
  const char *text; /* NUL-terminated, valid UTF-8 */
  gsize length;
  guint first_line; /* line of the file on which it starts, from 1 */
} GbBody;

/* Where a fact was read. */
typedef struct {
  const GbYamlNode *node;
  const char *title;
  const char *url;
  const char *note;
} GbReference;

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

/* A tie to another document: one of ours, or one named by title and number. */
typedef struct {
  const GbYamlNode *node;
  const char *policy; /* id, or NULL */
  const char *title;
  const char *number;
  const char *url;
  const char *clause; /* of the citing policy */
  GbDate from;        /* when the amendment or repeal takes effect */
  const char *note;
} GbRelation;

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
  GHashTable *entries; /* private: of gb_registry_entry */
} GbRegistry;

typedef struct {
  const GbYamlNode *node;
  const char *title;
  const char *number;
  const char *issuer; /* agency id */
  GbDate date;
  const char *url;
  const char *policy;
} GbDecision;

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

typedef struct {
  const GbYamlNode *node;
  const char *number;
  GbDate date;
  const char *title;
  const char *url;
} GbCalendarSource;

typedef struct {
  const GbYamlNode *node;
  const char *name;
  GbDate from;
  GbDate to; /* inclusive */
} GbHolidaySpan;

/* content/calendar/YEAR.yaml; what the counting uses is in GbModel.calendar. */
typedef struct {
  const GbYamlNode *node;
  const char *file;
  int year;
  GbCalendarStatus status;
  GbList sources;   /* GbCalendarSource; key source */
  GbList holidays;  /* GbHolidaySpan */
  GbList statutory; /* GbHolidaySpan: the days the law fixes, used where there is no notice yet */
  GbList workdays;  /* GINT_TO_POINTER (GbDate) */
} GbCalendarFile;

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

/* Reads @tree (which holds content/) on @jobs threads.  What is wrong with the content goes to
 * @diagnostics and the rest is still read; NULL with @error only where the folder cannot be read at
 * all.  Files are named relative to the tree's root in every place. */
GbModel *gb_model_load (GbTree *tree, guint jobs, GbDiagnostics *diagnostics, GError **error);
/* The same with nothing but the calendars, for counting days. */
GbModel *gb_model_load_calendar (GbTree *tree, GbDiagnostics *diagnostics, GError **error);
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
const GbBatch *gb_registry_batch (const GbRegistry *registry, const char *id);
const GbEntry *gb_registry_entry (const GbRegistry *registry, const char *id);

/* For editors of schemas: the kinds of files, NULL-terminated (generator/source/dictionary.c). */
const GbSchema *const *gb_dictionary (void);

G_END_DECLS
