#include "export/linked.h"

#include "base/json.h"
#include "export/download.h"
#include "export/shape.h"
#include "view/href.h"
#include "view/scene.h"
#include "view/words.h"

#include <string.h>

/* Related documents named in one property. */
#define RELATED_MAX 30

static GbValue *
typed (GbValue *thing, const char *type)
{
  gb_value_set_string (thing, "@type", type);
  return thing;
}

/* What the page is about, of which there may be several. */
static GbValue *
add_thing (GbScene *scene, const char *type)
{
  if (scene->linked == NULL)
    scene->linked = gb_value_array (scene->arena);
  return typed (gb_value_append_object (scene->linked), type);
}

static void
fill_organization (GbValue *thing, const GbAgency *agency)
{
  typed (thing, "GovernmentOrganization");
  gb_value_set_string (thing, "name", agency->name);
  if (g_strcmp0 (agency->short_name, agency->name) != 0)
    gb_value_set_known (thing, "alternateName", agency->short_name);
  gb_value_set_known (thing, "url", agency->url);
}

static void
set_organization (GbScene *scene, GbValue *thing, const char *key, const char *id)
{
  const GbAgency *agency = gb_model_agency (scene->corpus->model, id);
  if (agency != NULL)
    fill_organization (gb_value_set_object (thing, key), agency);
}

/* Of what is there once, for every language; "" where the site has no base address. */
static const char *
file_address (GbScene *scene, const char *path)
{
  return gb_arena_join (scene->arena, scene->corpus->model->site->base_url, "/",
                        gb_href_escape (scene->arena, path), NULL);
}

static const char *
identity_of (GbScene *scene, const GbPolicyCase *policy)
{
  return file_address (scene, gb_href_policy (scene->arena, policy));
}

/* -- a policy -- */

static void
add_related (GbScene *scene, GbValue *list, const GbLinkCase *link)
{
  const GbRelation *relation = link->relation;
  const GbPolicyCase *other = link->policy;
  if (list->length == RELATED_MAX)
    return;
  GbValue *thing = typed (gb_value_append_object (list), "Legislation");
  gb_value_set_known (thing, "@id", other == NULL ? NULL : identity_of (scene, other));
  gb_value_set_known (thing, "name", other != NULL ? other->policy->title : relation->title);
  gb_value_set_known (thing, "legislationIdentifier",
                      other != NULL ? other->policy->number : relation->number);
  gb_value_set_known (thing, "url", other != NULL ? NULL : relation->url);
}

/* Both kinds of links under one property; nothing where there are none. */
static void
set_related (GbScene *scene, GbValue *thing, const char *key, const GbLinkCase *links,
             guint n_links, const GbLinkCase *more, guint n_more)
{
  if (n_links + n_more == 0)
    return;
  GbValue *list = gb_value_set_array (thing, key);
  for (guint i = 0; i < n_links; i++)
    add_related (scene, list, &links[i]);
  for (guint i = 0; i < n_more; i++)
    add_related (scene, list, &more[i]);
}

static void
set_relations (GbScene *scene, GbValue *thing, const GbPolicyCase *policy)
{
  set_related (scene, thing, "isBasedOn", policy->basis, policy->n_basis, NULL, 0);
  set_related (scene, thing, "legislationAmends", policy->amends, policy->n_amends, NULL, 0);
  set_related (scene, thing, "legislationRepeals", policy->repeals, policy->n_repeals,
               policy->replaces, policy->n_replaces);
  /* The vocabulary has no words for the other direction. */
  if (policy->n_amended_by + policy->n_repealed_by + policy->n_replaced_by == 0)
    return;
  GbValue *reverse = gb_value_set_object (thing, "@reverse");
  set_related (scene, reverse, "legislationAmends", policy->amended_by, policy->n_amended_by, NULL,
               0);
  set_related (scene, reverse, "legislationRepeals", policy->repealed_by, policy->n_repealed_by,
               policy->replaced_by, policy->n_replaced_by);
}

static void
set_identifiers (GbValue *thing, const GbPolicy *source)
{
  if (source->number != NULL && source->registration != NULL) {
    GbValue *list = gb_value_set_array (thing, "legislationIdentifier");
    gb_value_append_string (list, source->number);
    gb_value_append_string (list, source->registration);
    return;
  }
  gb_value_set_known (thing, "legislationIdentifier",
                      source->number != NULL ? source->number : source->registration);
}

/* "2025-01-01/2029-12-31", "2025-01-01/.."; NULL where an end is not known. */
static const char *
interval (GbScene *scene, GbDate first, GbDate last, gboolean open)
{
  if (first == GB_DATE_NONE || (last == GB_DATE_NONE && !open)
      || (last != GB_DATE_NONE && last < first))
    return NULL;
  return gb_arena_join (scene->arena, gb_scene_day (scene->arena, first), "/",
                        last == GB_DATE_NONE ? ".." : gb_scene_day (scene->arena, last), NULL);
}

/* Known to go on with no end in sight. */
static gboolean
is_open (const GbPolicyCase *policy)
{
  return policy->open_end == GB_OPEN_END_INDEFINITE || policy->open_end == GB_OPEN_END_NOT_STATED;
}

/* A bare word would be a text; it is a member of the vocabulary. */
static void
set_force (GbValue *thing, const GbPolicyCase *policy, gboolean in_force)
{
  if (policy->state.force == GB_FORCE_EFFECT_NOT_RECORDED)
    return;
  gb_value_set_string (gb_value_set_object (thing, "legislationLegalForce"), "@id",
                       in_force ? "https://schema.org/InForce" : "https://schema.org/NotInForce");
}

static void
set_times (GbScene *scene, GbValue *thing, const GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  gb_value_set_known (thing, "legislationDate", gb_scene_day (scene->arena, source->signed_));
  gb_value_set_known (thing, "datePublished", gb_scene_day (scene->arena, source->published));
  gb_value_set_known (thing, "legislationDateOfApplicability",
                      gb_scene_day (scene->arena, policy->effective.date));
  if (policy->n_versions > 0)
    gb_value_set_known (thing, "legislationDateVersion",
                        gb_scene_day (scene->arena, policy->versions[policy->current].from));
  GbDate last = gb_force_last_day (&policy->dates);
  gboolean open = is_open (policy);
  gb_value_set_known (thing, "temporalCoverage",
                      interval (scene, policy->effective.date, last, open));
  gb_value_set_known (thing, "expires", gb_scene_day (scene->arena, last));
  set_force (thing, policy, policy->state.force == GB_FORCE_IN_FORCE);
}

static void
add_file (GbValue *list, const char *thing_type, const char *type, const char *address)
{
  GbValue *thing = typed (gb_value_append_object (list), thing_type);
  gb_value_set_string (thing, "encodingFormat", type);
  gb_value_set_string (thing, "contentUrl", address);
}

static void
set_encodings (GbScene *scene, GbValue *thing, const GbPolicyCase *policy,
               const GbVersionCase *version, const char *page)
{
  GbDownload downloads[GB_DOWNLOADS_MAX];
  guint n = gb_download_list (scene, policy, version, downloads);
  GbValue *list = gb_value_set_array (thing, "encoding");
  add_file (list, "LegislationObject", "text/html", page);
  for (guint i = 0; i < n; i++)
    add_file (list, "LegislationObject", downloads[i].type,
              file_address (scene, downloads[i].path));
}

static void
set_attachments (GbScene *scene, GbValue *thing, const GbPolicyCase *policy)
{
  const GbList *attachments = &policy->policy->attachments;
  if (attachments->length == 0)
    return;
  GbValue *list = gb_value_set_array (thing, "associatedMedia");
  for (guint i = 0; i < attachments->length; i++) {
    const GbAttachment *attachment = GB_LIST_AT (GbAttachment, *attachments, i);
    GbValue *media = typed (gb_value_append_object (list), "MediaObject");
    gb_value_set_known (media, "name", attachment->title);
    gb_value_set_string (
      media, "contentUrl",
      file_address (scene, gb_arena_join (scene->arena, gb_href_policy (scene->arena, policy),
                                          attachment->file, NULL)));
  }
}

static void
set_issuers (GbScene *scene, GbValue *thing, const GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  GbValue *list = gb_value_array (scene->arena);
  if (policy->issuer != NULL)
    fill_organization (gb_value_append_object (list), policy->issuer);
  for (guint i = 0; i < source->co_issuers.length; i++) {
    const GbAgency *agency
      = gb_model_agency (scene->corpus->model, GB_TEXT_AT (source->co_issuers, i));
    if (agency != NULL)
      fill_organization (gb_value_append_object (list), agency);
  }
  if (list->length > 0)
    gb_value_set (thing, "legislationPassedBy", list);
  if (policy->issuer != NULL && policy->issuer->region != NULL)
    gb_value_set_string (
      typed (gb_value_set_object (thing, "legislationJurisdiction"), "AdministrativeArea"), "name",
      policy->issuer->region);
}

void
gb_linked_policy (GbScene *scene, const GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  GbValue *thing = add_thing (scene, "Legislation");
  gb_value_set_string (thing, "@id", identity_of (scene, policy));
  gb_value_set_string (thing, "name", source->title);
  gb_value_set_string (thing, "inLanguage", "zh-CN");
  set_identifiers (thing, source);
  gb_value_set_string (thing, "legislationType",
                       gb_words_in (scene->words, "kind", gb_policy_kind_name (source->kind)));
  set_times (scene, thing, policy);
  set_issuers (scene, thing, policy);
  if (source->keywords.length > 0)
    gb_scene_set_texts (thing, "keywords", &source->keywords);
  set_relations (scene, thing, policy);
  set_encodings (scene, thing, policy, NULL,
                 gb_scene_address (scene, gb_href_policy (scene->arena, policy)));
  set_attachments (scene, thing, policy);
}

void
gb_linked_version (GbScene *scene, const GbPolicyCase *policy, const GbVersionCase *version)
{
  GbValue *thing = add_thing (scene, "Legislation");
  const char *href = gb_href_version (scene->arena, policy, version);
  gb_value_set_string (thing, "@id", file_address (scene, href));
  gb_value_set_string (thing, "name", version->title);
  gb_value_set_string (thing, "inLanguage", "zh-CN");
  set_identifiers (thing, policy->policy);
  gb_value_set_known (thing, "legislationDateVersion", gb_scene_day (scene->arena, version->from));
  /* The last text holds as long as the policy does. */
  gboolean open = is_open (policy);
  if (version->state != GB_VERSION_NEVER)
    gb_value_set_known (thing, "temporalCoverage",
                        interval (scene, version->from, version->last, open));
  set_force (thing, policy,
             version->state == GB_VERSION_CURRENT && policy->state.force == GB_FORCE_IN_FORCE);
  gb_value_set_string (typed (gb_value_set_object (thing, "exampleOfWork"), "Legislation"), "@id",
                       identity_of (scene, policy));
  set_encodings (scene, thing, policy, version, gb_scene_address (scene, href));
}

/* -- data -- */

static void
add_distribution (GbScene *scene, GbValue *list, const char *path, const char *type)
{
  add_file (list, "DataDownload", type, file_address (scene, path));
}

static GbValue *
add_dataset (GbScene *scene, const char *name, const char *description, const char *href,
             const char *creator)
{
  GbValue *thing = add_thing (scene, "Dataset");
  gb_value_set_string (thing, "name", name);
  gb_value_set_known (thing, "description", description);
  gb_value_set_string (thing, "url", gb_scene_address (scene, href));
  gb_value_set_string (thing, "inLanguage", "zh-CN");
  gb_value_set_boolean (thing, "isAccessibleForFree", TRUE);
  set_organization (scene, thing, "creator", creator);
  /* Only what the authority has said. */
  const GbLicence *licence = scene->corpus->model->site->licence;
  gb_value_set_known (thing, "license", licence == NULL ? NULL : licence->url);
  return thing;
}

void
gb_linked_registry (GbScene *scene, const GbRegistryCase *registry)
{
  const GbRegistry *source = registry->registry;
  GbValue *thing = add_dataset (scene, source->title, source->summary,
                                gb_href_registry (scene->arena, registry), source->authority);
  char first[GB_DATE_LENGTH];
  if (registry->n_changes > 0)
    gb_value_set_string (
      thing, "temporalCoverage",
      gb_arena_join (scene->arena, gb_when_format (registry->changes[0], first), "/..", NULL));
  GbValue *catalog = typed (gb_value_set_object (thing, "includedInDataCatalog"), "DataCatalog");
  gb_value_set_string (catalog, "name", scene->corpus->model->site->name);
  gb_value_set_string (catalog, "url", gb_scene_address (scene, GB_HREF_DATA));
  GbValue *files = gb_value_set_array (thing, "distribution");
  add_distribution (scene, files, gb_href_registry_data (scene->arena, source->id, ".json"),
                    "application/json");
  add_distribution (scene, files, gb_href_registry_data (scene->arena, source->id, ".csv"),
                    "text/csv");
}

void
gb_linked_data (GbScene *scene)
{
  const GbSite *site = scene->corpus->model->site;
  GbValue *thing = add_dataset (scene, site->name, gb_scene_word (scene, "data.about"),
                                GB_HREF_DATA, site->authority);
  GbValue *files = gb_value_set_array (thing, "distribution");
  add_distribution (scene, files, GB_HREF_ARCHIVE, "application/zip");
  for (const GbShapeFile *file = gb_shape_files; file->shape != NULL; file++)
    if (strchr (file->path, '%') == NULL) /* there is one */
      add_distribution (scene, files, file->path, "application/json");
}

/* -- the site, and the way to a page -- */

/* How a machine asks for a search: the page takes the words from its address. */
static void
set_search (GbScene *scene, GbValue *thing)
{
  const char *page = gb_scene_address (scene, GB_HREF_SEARCH);
  if (page == NULL)
    return;
  GbValue *action = typed (gb_value_set_object (thing, "potentialAction"), "SearchAction");
  gb_value_set_string (typed (gb_value_set_object (action, "target"), "EntryPoint"), "urlTemplate",
                       gb_arena_join (scene->arena, page, "?q={search_term_string}", NULL));
  gb_value_set_string (action, "query-input", "required name=search_term_string");
}

void
gb_linked_site (GbScene *scene)
{
  const GbSite *site = scene->corpus->model->site;
  GbValue *thing = add_thing (scene, "WebSite");
  gb_value_set_string (thing, "name", site->name);
  gb_value_set_string (thing, "url", gb_scene_address (scene, GB_HREF_INDEX));
  gb_value_set_known (thing, "description", site->description);
  gb_value_set_string (thing, "inLanguage", gb_scene_word (scene, "lang"));
  set_organization (scene, thing, "publisher", site->authority);
  set_search (scene, thing);
}

static void
add_step (GbScene *scene, GbValue *list, const char *title, const char *path)
{
  GbValue *step = typed (gb_value_append_object (list), "ListItem");
  gb_value_set_integer (step, "position", list->length);
  gb_value_set_string (step, "name", title);
  gb_value_set_string (step, "item", gb_scene_address (scene, path));
}

/* From the home page to this one; NULL where it is that, and where search engines are told to pass
 * by. */
static const GbValue *
way_to (GbScene *scene, const GbSheet *sheet, const GbValue *page)
{
  const GbValue *crumbs = gb_value_get (page, "crumbs");
  const char *title = gb_value_get_string (page, "title");
  if (crumbs == NULL || title == NULL || !g_str_has_suffix (sheet->path, "/" GB_HREF_INDEX)
      || gb_value_is_truthy (gb_value_get (page, "noindex")))
    return NULL;
  GbValue *thing = typed (gb_value_object (scene->arena), "BreadcrumbList");
  GbValue *list = gb_value_set_array (thing, "itemListElement");
  for (guint i = 0; i < crumbs->length; i++) {
    const char *href = gb_value_get_string (crumbs->elements[i], "href");
    add_step (scene, list, gb_value_get_string (crumbs->elements[i], "title"),
              *href == '\0' ? GB_HREF_INDEX : href);
  }
  add_step (scene, list, title, sheet->path);
  return thing;
}

void
gb_linked_finish (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbValue *things = scene->linked;
  const GbValue *way = way_to (scene, sheet, page);
  if ((things == NULL && way == NULL) || scene->corpus->model->site->base_url == NULL) {
    gb_value_set_null (page, "jsonld");
    return;
  }
  GbValue *block = gb_value_object (scene->arena);
  gb_value_set_string (block, "@context", "https://schema.org");
  GbValue *graph = gb_value_set_array (block, "@graph");
  for (guint i = 0; things != NULL && i < things->length; i++)
    gb_value_append (graph, things->elements[i]);
  if (way != NULL)
    gb_value_append (graph, way);
  g_autoptr (GString) json = g_string_sized_new (2048);
  gb_json_write (json, block, FALSE);
  /* Without the newline; '<' is escaped, so that nothing in it ends the element. */
  gb_value_set (page, "jsonld",
                gb_value_string_n (scene->arena,
                                   gb_arena_strndup (scene->arena, json->str, json->len - 1),
                                   json->len - 1));
}
