#include "export/akn.h"

#include "export/akn_text.h"
#include "view/href.h"
#include "view/policy.h"
#include "view/scene.h"
#include "view/sheet.h"
#include "view/words.h"

#include <string.h>

/* For documents and things that have no address on the web: names by the convention of the
 * standard, to be resolved by whoever knows them. */
#define NAMES "/akn/cn/doc/"
#define ONTOLOGY "/akn/ontology/"

#define EVENTS_MAX (GB_MOMENTS_MAX + 2)

typedef struct {
  const char *id;
  GbDate date;
  const char *type; /* "generation" …, or NULL */
  const char *what; /* a word of "moment", or "expired" */
  const GbPolicyCase *cause;
} Event;

typedef struct {
  const char *element;        /* "activeRef" … */
  const char *relation;       /* within "relation" */
  const GbPolicyCase *policy; /* or NULL */
  const char *title;
  const char *number;
  const char *url;
} Document;

typedef struct {
  GbScene *scene;
  GString *out;
  const GbPolicyCase *policy;
  const GbVersionCase *version; /* NULL: the policy has only the one text */
  const char *work;
  const char *expression;
  const char *manifestation;
  const char *publisher; /* eId */
  Event events[EVENTS_MAX];
  guint n_events;
  const Event *start; /* of force, or NULL */
  const Event *end;
  const Event *text_start; /* of the text's being in force, or NULL */
  const Event *text_end;
  GArray *documents; /* Document */
} Frame;

/* -- addresses -- */

static const char *
name_of (GbScene *scene, const char *prefix, const char *name)
{
  return gb_arena_join (scene->arena, prefix, gb_href_escape (scene->arena, name), NULL);
}

static const char *
target_address (GbScene *scene, const GbTarget *target)
{
  const char *page = target->policy == NULL ? "" : gb_href_policy (scene->arena, target->policy);
  if (target->policy != NULL && target->path == NULL) {
    const char *work = gb_scene_address (scene, page);
    return target->anchor == NULL ? work
                                  : gb_arena_join (scene->arena, work, "#", target->anchor, NULL);
  }
  if (target->path == NULL)
    return NULL;
  gsize length = strcspn (target->path, "?#");
  const char *path = gb_arena_join (scene->arena, page,
                                    gb_arena_strndup (scene->arena, target->path, length), NULL);
  return gb_akn_text_uri (scene->arena, gb_arena_join (scene->arena, gb_scene_address (scene, path),
                                                       target->path + length, NULL));
}

/* -- what is known -- */

static Event *
add_event (Frame *frame, const char *id, GbDate date, const char *type, const char *what,
           const GbPolicyCase *cause)
{
  Event *event = &frame->events[frame->n_events++];
  *event = (Event){ id, date, type, what, cause };
  return event;
}

static void
read_events (Frame *frame)
{
  static const char *const types[][2]
    = { { "signed", "generation" },    { "issued", "generation" }, { "published", "generation" },
        { "effective", "generation" }, { "amended", "amendment" }, { "repealed", "repeal" },
        { "replaced", "repeal" },      { "annulled", "repeal" },   { "last-day", "repeal" } };
  GbArena *arena = frame->scene->arena;
  GbMoments moments = gb_policy_moments (frame->scene->corpus, frame->policy);
  guint n_amended = 0;
  for (guint i = 0; i < moments.length; i++) {
    const GbMoment *moment = &moments.items[i];
    const char *type = NULL;
    for (guint k = 0; k < G_N_ELEMENTS (types); k++)
      if (strcmp (moment->word, types[k][0]) == 0)
        type = types[k][1];
    /* An interval ends where something happens: on the first day without force. */
    gboolean expires = strcmp (moment->word, "last-day") == 0;
    const char *what = expires ? "expired" : moment->word;
    GbDate date = expires ? gb_date_next (moment->date) : moment->date;
    if (date == GB_DATE_NONE)
      continue; /* it lasts to the end of the calendar */
    const char *id = strcmp (what, "amended") == 0
                       ? gb_arena_printf (arena, "event-amended-%u", ++n_amended)
                       : gb_arena_join (frame->scene->arena, "event-", what, NULL);
    (void)add_event (frame, id, date, type, what, moment->policy);
  }
}

static gboolean
is_end (const Event *event)
{
  return g_strcmp0 (event->type, "repeal") == 0;
}

/* The event by which a text came or went on @date; one is added where the record knows of none. */
static const Event *
find_turn (Frame *frame, GbDate date, const char *id)
{
  if (date == GB_DATE_NONE)
    return NULL;
  for (guint i = 0; i < frame->n_events; i++) {
    const Event *event = &frame->events[i];
    if (event->date == date
        && (is_end (event) || strcmp (event->what, "amended") == 0
            || strcmp (event->what, "effective") == 0))
      return event;
  }
  return add_event (frame, id, date, "amendment", "amended", frame->version->amending);
}

static void
read_periods (Frame *frame)
{
  for (guint i = 0; i < frame->n_events; i++) {
    const Event *event = &frame->events[i];
    if (strcmp (event->what, "effective") == 0)
      frame->start = event;
    if (is_end (event) && (frame->end == NULL || event->date < frame->end->date))
      frame->end = event;
  }
  /* What ends before it begins was never in force. */
  if (frame->start != NULL && frame->end != NULL && frame->end->date <= frame->start->date)
    frame->start = frame->end = NULL;
  const GbVersionCase *version = frame->version;
  if (version == NULL || version->state == GB_VERSION_NEVER)
    return;
  frame->text_start = find_turn (frame, version->from, "event-text-begins");
  frame->text_end = find_turn (frame, gb_date_next (version->last), "event-text-ends");
}

static void
add_document (Frame *frame, const Document *document)
{
  for (guint i = 0; i < frame->documents->len; i++) {
    const Document *other = &g_array_index (frame->documents, Document, i);
    if (strcmp (other->relation, document->relation) == 0 && other->policy == document->policy
        && g_strcmp0 (other->title, document->title) == 0
        && g_strcmp0 (other->number, document->number) == 0)
      return;
  }
  g_array_append_vals (frame->documents, document, 1);
}

static void
add_relation (Frame *frame, const char *element, const char *name, const GbRelation *relation,
              const GbPolicyCase *other)
{
  add_document (frame, &(Document){
                         .element = element,
                         .relation = name,
                         .policy = other,
                         .title = other != NULL ? other->policy->title : relation->title,
                         .number = other != NULL ? other->policy->number : relation->number,
                         .url = other != NULL ? NULL : relation->url,
                       });
}

static void
add_ending (Frame *frame, const GbEnding *ending)
{
  if (ending == NULL)
    return;
  const GbPolicyCase *other = gb_corpus_policy (frame->scene->corpus, ending->policy);
  const GbRelation relation = { .title = ending->title, .number = ending->number };
  if (other != NULL || ending->title != NULL || ending->number != NULL)
    add_relation (frame, "passiveRef", "repealed_by", &relation, other);
}

static void
read_documents (Frame *frame)
{
  const GbPolicyCase *policy = frame->policy;
  const struct {
    const char *element;
    const char *name;
    const GbLinkCase *links;
    guint n_links;
  } groups[] = {
    { "activeRef", "amends", policy->amends, policy->n_amends },
    { "activeRef", "replaces", policy->replaces, policy->n_replaces },
    { "activeRef", "repeals", policy->repeals, policy->n_repeals },
    { "passiveRef", "amended_by", policy->amended_by, policy->n_amended_by },
    { "passiveRef", "replaced_by", policy->replaced_by, policy->n_replaced_by },
    { "passiveRef", "repealed_by", policy->repealed_by, policy->n_repealed_by },
    { "TLCReference", "basis", policy->basis, policy->n_basis },
  };
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint k = 0; k < groups[i].n_links; k++)
      add_relation (frame, groups[i].element, groups[i].name, groups[i].links[k].relation,
                    groups[i].links[k].policy);
  for (guint i = 0; i < policy->n_versions; i++)
    if (policy->versions[i].amended_by != NULL)
      add_relation (frame, "passiveRef", "amended_by", policy->versions[i].amended_by,
                    policy->versions[i].amending);
  add_ending (frame, policy->policy->repealed);
  add_ending (frame, policy->policy->annulled);
}

/* -- identification -- */

static void put_empty (GString *out, const char *element, ...) G_GNUC_NULL_TERMINATED;

/* <element name="value" …/>, the pairs up to NULL. */
static void
put_empty (GString *out, const char *element, ...)
{
  g_string_append_c (out, '<');
  g_string_append (out, element);
  va_list arguments;
  va_start (arguments, element);
  for (const char *name; (name = va_arg (arguments, const char *)) != NULL;)
    gb_akn_text_put_attribute (out, name, va_arg (arguments, const char *));
  va_end (arguments);
  g_string_append (out, "/>\n");
}

/* What the publisher says. */
static void
open_sourced (Frame *frame, const char *element)
{
  g_string_append_printf (frame->out, "<%s", element);
  gb_akn_text_put_attribute (frame->out, "source", frame->publisher);
  g_string_append (frame->out, ">\n");
}

static void
put_date (Frame *frame, GbDate date, const char *name)
{
  char text[GB_DATE_LENGTH];
  put_empty (frame->out, "FRBRdate", "date", gb_date_format (date, text), "name", name, NULL);
}

static const char *
agency_id (Frame *frame, const char *agency)
{
  return gb_arena_join (frame->scene->arena, "#agency-", agency, NULL);
}

static void
put_authors (Frame *frame)
{
  const GbPolicy *source = frame->policy->policy;
  put_empty (frame->out, "FRBRauthor", "href",
             frame->policy->issuer == NULL ? frame->publisher : agency_id (frame, source->issuer),
             NULL);
  for (guint i = 0; i < source->co_issuers.length; i++)
    put_empty (frame->out, "FRBRauthor", "href",
               agency_id (frame, GB_TEXT_AT (source->co_issuers, i)), NULL);
}

static const char *
main_date_name (const GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  return source->signed_ != GB_DATE_NONE     ? "signed"
         : source->issued != GB_DATE_NONE    ? "issued"
         : source->published != GB_DATE_NONE ? "published"
                                             : "effective";
}

/* @part: of an annex, "!annex-1", or "". */
static void
put_identification (Frame *frame, const char *part)
{
  GString *out = frame->out;
  GbScene *scene = frame->scene;
  const GbPolicy *source = frame->policy->policy;
  GbDate day = gb_policy_case_date (frame->policy);
  const char *name = main_date_name (frame->policy);
  const Event *since = frame->version != NULL ? frame->text_start : frame->start;
  open_sourced (frame, "identification");
  g_string_append (out, "<FRBRWork>\n");
  put_empty (out, "FRBRthis", "value", gb_arena_join (scene->arena, frame->work, part, NULL), NULL);
  put_empty (out, "FRBRuri", "value", frame->work, NULL);
  put_date (frame, day, name);
  put_authors (frame);
  put_empty (out, "FRBRcountry", "value", "cn", NULL);
  if (*part == '\0') {
    put_empty (out, "FRBRsubtype", "value", gb_policy_kind_name (source->kind), NULL);
    if (source->number != NULL)
      put_empty (out, "FRBRnumber", "value", source->number, NULL);
    put_empty (out, "FRBRname", "value", source->title, NULL);
  }
  g_string_append (out, "</FRBRWork>\n<FRBRExpression>\n");
  put_empty (out, "FRBRthis", "value", gb_arena_join (scene->arena, frame->expression, part, NULL),
             NULL);
  put_empty (out, "FRBRuri", "value", frame->expression, NULL);
  put_date (frame, since != NULL ? since->date : day, since != NULL ? "effective" : name);
  put_authors (frame);
  put_empty (out, "FRBRlanguage", "language", "zho", NULL);
  g_string_append (out, "</FRBRExpression>\n<FRBRManifestation>\n");
  put_empty (out, "FRBRthis", "value",
             gb_arena_join (scene->arena, frame->manifestation, part, NULL), NULL);
  put_empty (out, "FRBRuri", "value", frame->manifestation, NULL);
  put_date (frame, day, name);
  put_empty (out, "FRBRauthor", "href", frame->publisher, NULL);
  put_empty (out, "FRBRformat", "value", "application/akn+xml", NULL);
  g_string_append (out, "</FRBRManifestation>\n</identification>\n");
}

static void
put_annex_meta (gpointer data, const char *anchor)
{
  Frame *frame = data;
  g_string_append (frame->out, "<meta>\n");
  put_identification (frame, gb_arena_join (frame->scene->arena, "!", anchor, NULL));
  g_string_append (frame->out, "</meta>\n");
}

/* -- the rest of <meta> -- */

static const char *
what_word (Frame *frame, const char *what)
{
  return gb_words_in (frame->scene->words, strcmp (what, "expired") == 0 ? "force" : "moment",
                      what);
}

static const char *
reference_to (Frame *frame, const GbPolicyCase *policy, const char *title, const char *number)
{
  for (guint i = 0; i < frame->documents->len; i++) {
    const Document *document = &g_array_index (frame->documents, Document, i);
    gboolean same = policy != NULL ? document->policy == policy
                                   : g_strcmp0 (document->title, title) == 0
                                       && g_strcmp0 (document->number, number) == 0;
    if (same && strcmp (document->element, "passiveRef") == 0)
      return gb_arena_printf (frame->scene->arena, "#doc-%u", i + 1);
  }
  return "#original";
}

/* "#doc-2" of the document that did it; "#original" where that is the document itself, or not
 * known. */
static const char *
cause_of (Frame *frame, const Event *event)
{
  const GbPolicy *source = frame->policy->policy;
  if (event->cause != NULL)
    return reference_to (frame, event->cause, NULL, NULL);
  const GbEnding *ending = strcmp (event->what, "repealed") == 0   ? source->repealed
                           : strcmp (event->what, "annulled") == 0 ? source->annulled
                                                                   : NULL;
  if (ending != NULL)
    return reference_to (frame, NULL, ending->title, ending->number);
  for (guint i = 0; i < frame->policy->n_versions; i++) {
    const GbVersionCase *version = &frame->policy->versions[i];
    if (strcmp (event->what, "amended") == 0 && version->from == event->date
        && version->amended_by != NULL)
      return reference_to (frame, NULL, version->amended_by->title, version->amended_by->number);
  }
  return "#original";
}

static void
put_lifecycle (Frame *frame)
{
  GString *out = frame->out;
  if (frame->n_events == 0)
    return;
  open_sourced (frame, "lifecycle");
  for (guint i = 0; i < frame->n_events; i++) {
    const Event *event = &frame->events[i];
    char day[GB_DATE_LENGTH];
    g_string_append (out, "<eventRef");
    gb_akn_text_put_attribute (out, "eId", event->id);
    gb_akn_text_put_attribute (out, "date", gb_date_format (event->date, day));
    if (event->type != NULL)
      gb_akn_text_put_attribute (out, "type", event->type);
    gb_akn_text_put_attribute (out, "source", cause_of (frame, event));
    gb_akn_text_put_attribute (out, "refersTo",
                               gb_arena_join (frame->scene->arena, "#moment-", event->what, NULL));
    g_string_append (out, "/>\n");
  }
  g_string_append (out, "</lifecycle>\n");
}

static gboolean
has_period (const Event *start, const Event *end)
{
  return start != NULL || end != NULL;
}

static void
put_period (Frame *frame, const char *id, const Event *start, const Event *end)
{
  GString *out = frame->out;
  if (!has_period (start, end))
    return;
  g_string_append_printf (out, "<temporalGroup eId=\"%s\">\n<timeInterval", id);
  if (start != NULL)
    g_string_append_printf (out, " start=\"#%s\"", start->id);
  if (end != NULL)
    g_string_append_printf (out, " end=\"#%s\"", end->id);
  g_string_append (out, " refersTo=\"#in-force\"/>\n</temporalGroup>\n");
}

static void
put_periods (Frame *frame)
{
  if (!has_period (frame->start, frame->end) && !has_period (frame->text_start, frame->text_end))
    return;
  open_sourced (frame, "temporalData");
  put_period (frame, "period-force", frame->start, frame->end);
  put_period (frame, "period-text", frame->text_start, frame->text_end);
  g_string_append (frame->out, "</temporalData>\n");
}

static void
put_topics (Frame *frame)
{
  GString *out = frame->out;
  const GbList *topics = &frame->policy->policy->topics;
  if (topics->length == 0)
    return;
  open_sourced (frame, "classification");
  for (guint i = 0; i < topics->length; i++) {
    const char *topic = GB_TEXT_AT (*topics, i);
    put_empty (out, "keyword", "value", topic, "showAs", topic, "dictionary", "#topics", NULL);
  }
  g_string_append (out, "</classification>\n");
}

static void
put_document (Frame *frame, guint index)
{
  GString *out = frame->out;
  GbScene *scene = frame->scene;
  const Document *document = &g_array_index (frame->documents, Document, index);
  const char *title = document->title != NULL ? document->title : document->number;
  const char *href = document->url == NULL ? NULL : gb_akn_text_uri (scene->arena, document->url);
  if (document->policy != NULL)
    href = gb_scene_address (scene, gb_href_policy (scene->arena, document->policy));
  else if (href == NULL)
    href = name_of (scene, NAMES, document->number != NULL ? document->number : title);
  g_string_append_printf (out, "<%s", document->element);
  if (strcmp (document->element, "TLCReference") == 0)
    gb_akn_text_put_attribute (out, "name", document->relation);
  gb_akn_text_put_attribute (out, "eId", gb_arena_printf (scene->arena, "doc-%u", index + 1));
  gb_akn_text_put_attribute (out, "href", href);
  const char *number = document->title == NULL ? NULL : document->number;
  gb_akn_text_put_attribute (
    out, "showAs",
    gb_arena_join (scene->arena, gb_words_in (scene->words, "relation", document->relation), " ",
                   title, number == NULL ? NULL : " ", number, NULL));
  g_string_append (out, "/>\n");
}

static void
put_agency (Frame *frame, GHashTable *seen, const char *id)
{
  const GbAgency *agency = gb_model_agency (frame->scene->corpus->model, id);
  if (agency == NULL || !g_hash_table_add (seen, (gpointer)id))
    return;
  put_empty (frame->out, "TLCOrganization", "eId", agency_id (frame, id) + 1, "href",
             name_of (frame->scene, ONTOLOGY "organization/cn/", id), "showAs", agency->name, NULL);
}

static void
put_references (Frame *frame)
{
  GString *out = frame->out;
  GbScene *scene = frame->scene;
  const GbPolicy *source = frame->policy->policy;
  const GbSite *site = scene->corpus->model->site;
  open_sourced (frame, "references");
  put_empty (out, "original", "eId", "original", "href", frame->work, "showAs", source->title,
             NULL);
  for (guint i = 0; i < frame->documents->len; i++)
    put_document (frame, i);
  g_autoptr (GHashTable) agencies = g_hash_table_new (g_str_hash, g_str_equal);
  put_agency (frame, agencies, source->issuer);
  for (guint i = 0; i < source->co_issuers.length; i++)
    put_agency (frame, agencies, GB_TEXT_AT (source->co_issuers, i));
  put_agency (frame, agencies, site->authority);
  if (strcmp (frame->publisher, "#publisher") == 0)
    put_empty (out, "TLCOrganization", "eId", "publisher", "href",
               ONTOLOGY "organization/cn/publisher", "showAs", site->name, NULL);
  for (guint i = 0; i < frame->n_events; i++) {
    const char *what = frame->events[i].what;
    gboolean known = FALSE;
    for (guint k = 0; k < i; k++)
      known = known || strcmp (frame->events[k].what, what) == 0;
    if (!known)
      put_empty (out, "TLCEvent", "eId", gb_arena_join (scene->arena, "moment-", what, NULL),
                 "href", name_of (scene, ONTOLOGY "event/cn/", what), "showAs",
                 what_word (frame, what), NULL);
  }
  if (source->topics.length > 0)
    put_empty (out, "TLCConcept", "eId", "topics", "href", ONTOLOGY "concept/cn/topics", "showAs",
               gb_scene_word (scene, "field.topics"), NULL);
  put_empty (out, "TLCConcept", "eId", "in-force", "href", ONTOLOGY "concept/cn/in-force", "showAs",
             gb_words_in (scene->words, "force", "in-force"), NULL);
  g_string_append (out, "</references>\n");
}

static void
put_meta (Frame *frame)
{
  GString *out = frame->out;
  const GbPolicy *source = frame->policy->policy;
  g_string_append (out, "<meta>\n");
  put_identification (frame, "");
  if (source->published != GB_DATE_NONE) {
    char day[GB_DATE_LENGTH];
    put_empty (out, "publication", "date", gb_date_format (source->published, day), "name",
               "published", "showAs", what_word (frame, "published"), NULL);
  }
  put_topics (frame);
  put_lifecycle (frame);
  put_periods (frame);
  put_references (frame);
  g_string_append (out, "</meta>\n");
}

/* -- the file -- */

static const char *
expression_of (Frame *frame)
{
  const Event *since = frame->version != NULL ? frame->text_start : frame->start;
  char day[GB_DATE_LENGTH];
  return gb_arena_join (frame->scene->arena, frame->work, "zho@",
                        since == NULL ? "" : gb_date_format (since->date, day), NULL);
}

static void
print_text (Frame *frame, const GbText *text, const GbTarget *targets, const char *title)
{
  GbScene *scene = frame->scene;
  const char **hrefs = gb_arena_newv (scene->arena, const char *, text->n_mentions + 1);
  for (guint i = 0; i < text->n_mentions; i++)
    hrefs[i] = target_address (scene, &targets[i]);
  gboolean own = has_period (frame->text_start, frame->text_end);
  GbAknText akn = {
    .scene = scene,
    .out = frame->out,
    .text = text,
    .hrefs = hrefs,
    .title = title,
    .work = frame->work,
    .period = own                                     ? "period-text"
              : frame->version != NULL                ? NULL
              : has_period (frame->start, frame->end) ? "period-force"
                                                      : NULL,
    .put_annex_meta = put_annex_meta,
    .data = frame,
  };
  gb_akn_text_write (&akn);
}

/* sheet->part: the version, or n_versions for the text that holds. */
static void
print (GbScene *scene, const GbSheet *sheet, GString *out)
{
  const GbPolicyCase *policy = sheet->subject;
  const GbPolicy *source = policy->policy;
  const char *authority = scene->corpus->model->site->authority;
  gboolean current = sheet->part == policy->n_versions;
  Frame frame = {
    .scene = scene,
    .out = out,
    .policy = policy,
    .version = policy->n_versions == 0 ? NULL
               : current               ? &policy->versions[policy->current]
                                       : &policy->versions[sheet->part],
    .work = gb_scene_address (scene, gb_href_policy (scene->arena, policy)),
    .manifestation = gb_scene_address (scene, sheet->path),
    .documents = g_array_new (FALSE, FALSE, sizeof (Document)),
  };
  frame.publisher = authority == NULL ? "#publisher" : agency_id (&frame, authority);
  read_events (&frame);
  read_periods (&frame);
  read_documents (&frame);
  frame.expression = expression_of (&frame);
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n"
                        "<act");
  gb_akn_text_put_attribute (out, "name", gb_policy_kind_name (source->kind));
  if (frame.version != NULL)
    gb_akn_text_put_attribute (
      out, "contains", frame.version == policy->versions ? "originalVersion" : "singleVersion");
  g_string_append (out, ">\n");
  put_meta (&frame);
  if (frame.version != NULL)
    print_text (&frame, frame.version->text, frame.version->targets, frame.version->title);
  else
    print_text (&frame, policy->text, policy->targets, source->title);
  g_string_append (out, "</act>\n</akomaNtoso>\n");
  g_array_unref (frame.documents);
}

gboolean
gb_akn_is_there (const GbPolicyCase *policy)
{
  return gb_policy_case_date (policy) != GB_DATE_NONE;
}

void
gb_akn_files (GbView *view)
{
  for (guint i = 0; i < view->corpus->n_policies; i++) {
    const GbPolicyCase *policy = &view->corpus->policies[i];
    /* The standard has no document without a date, and none is made up. */
    if (!gb_akn_is_there (policy))
      continue;
    gb_sheet_add_print (
      view, gb_arena_join (view->arena, gb_href_policy (view->arena, policy), GB_HREF_AKN, NULL),
      print, policy, policy->n_versions);
    for (guint k = 0; k < policy->n_versions; k++) {
      const char *folder = gb_href_version (view->arena, policy, &policy->versions[k]);
      gb_sheet_add_print (view, gb_arena_join (view->arena, folder, GB_HREF_AKN, NULL), print,
                          policy, k);
    }
  }
}
