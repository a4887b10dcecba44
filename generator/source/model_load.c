#include "source/model_load.h"

#include <stdlib.h>
#include <string.h>

#include "source/dictionary.h"
#include "source/folder.h"
#include "source/frontmatter.h"
#include "source/holding.h"
#include "source/model_addresses.h"
#include "source/model_calendar_make.h"
#include "source/model_policy_read.h"
#include "source/model_references.h"
#include "source/reader.h"
#include "source/nearest.h"
#include "source/reserved.h"
#include "source/scalar.h"

/* From so many files on reading them on several threads pays. */
#define FILES_PARALLEL 16

typedef enum {
  TASK_SITE,
  TASK_AGENCIES,
  TASK_CALENDAR,
  TASK_POLICY,
  TASK_REGISTRY,
  TASK_BATCH,
  TASK_NOTICE,
  TASK_PAGE,
  TASK_ADDRESSES,
} TaskKind;

/* One file to read, or for a policy one folder. */
typedef struct {
  TaskKind kind;
  const char *file; /* relative to the folder of the publication */
  const char *id;
  const char *registry; /* of a batch */
  gpointer result;      /* the struct, or NULL */
} Task;

typedef struct {
  GbTree *tree;
  GbDiagnostics *diagnostics;
  GbHolding *holding;
  GArray *tasks;   /* of Task */
  GArray *sources; /* of GbSourceHash */
  gint next;       /* task, atomic */
} Loader;

/* One thread of readers, with memory of its own. */
typedef struct {
  GbReader reader;
  Loader *loader;
} Worker;

/* What is to be done about the struct of a file once it is decoded. */
typedef void Finish (GbReader *reader, const Task *task, gpointer result);

static void
finish_site (GbReader *reader, const Task *task, gpointer result)
{
  GbSite *site = result;
  if (site->counting != NULL) {
    site->exclude_first = site->counting->first_day == GB_FIRST_DAY_EXCLUDED;
    site->term_end = site->counting->term_end;
  }
  const GbSecurity *security = site->security;
  /* A second line would be a field of its own in security.txt. */
  if (security != NULL && security->contact != NULL
      && strpbrk (security->contact, " \t\r\n") != NULL)
    gb_diagnostics_error (reader->diagnostics,
                          gb_yaml_place (task->file, security->node, "contact"), "security-contact",
                          "an address is one word; write the address alone");
  if (site->base_url != NULL && site->base_url[0] == '/') {
    gb_diagnostics_error (reader->diagnostics, gb_yaml_place (task->file, site->node, "base_url"),
                          "bad-url",
                          "'base_url': write the whole address, with http:// or https://");
    site->base_url = NULL;
  }
  if (site->base_url != NULL) {
    gsize length = strlen (site->base_url);
    while (site->base_url[length - 1] == '/')
      length--;
    site->base_url = gb_arena_strndup (reader->arena, site->base_url, length);
  }
}

static void
finish_calendar (GbReader *reader, const Task *task, gpointer result)
{
  const GbCalendarFile *calendar = result;
  int year;
  g_autoptr (GString) reason = g_string_new (NULL);
  if (calendar->year != 0
      && (!gb_scalar_integer (task->id, &year, reason) || calendar->year != year))
    gb_diagnostics_error (reader->diagnostics, gb_yaml_place (task->file, calendar->node, "year"),
                          "year-mismatch",
                          "the year is %d, but the file is named after %s; rename the file or "
                          "correct the year",
                          calendar->year, task->id);
}

static void
finish_registry (G_GNUC_UNUSED GbReader *reader, G_GNUC_UNUSED const Task *task, gpointer result)
{
  GbRegistry *registry = result;
  if (registry->verb == NULL)
    registry->verb = "认定";
}

static void
finish_page (GbReader *reader, const Task *task, gpointer result)
{
  gb_reader_check_body (reader, &gb_schema_page, task->file, &((GbPage *)result)->body);
}

/* How each kind of file is read; offsets are those of the struct, 0 where it has no such member. */
static const struct {
  const GbSchema *schema;
  gsize file;
  gsize id;
  gsize body;
  Finish *finish;
  const char *unread; /* what one that cannot be read is among, in GbHolding */
} kinds[] = {
  [TASK_SITE] = { &gb_schema_site, .file = G_STRUCT_OFFSET (GbSite, file), .finish = finish_site },
  [TASK_AGENCIES] = { &gb_schema_agencies },
  [TASK_CALENDAR] = { &gb_schema_calendar, .file = G_STRUCT_OFFSET (GbCalendarFile, file),
                      .finish = finish_calendar },
  [TASK_POLICY] = { .unread = "policy" },
  [TASK_REGISTRY]
  = { &gb_schema_registry, G_STRUCT_OFFSET (GbRegistry, file), G_STRUCT_OFFSET (GbRegistry, id),
      .finish = finish_registry, .unread = "registry" },
  [TASK_BATCH] = { &gb_schema_batch, G_STRUCT_OFFSET (GbBatch, file), G_STRUCT_OFFSET (GbBatch, id),
                   .unread = "batches" },
  [TASK_NOTICE]
  = { &gb_schema_notice, G_STRUCT_OFFSET (GbNotice, file), G_STRUCT_OFFSET (GbNotice, id),
      G_STRUCT_OFFSET (GbNotice, body), .unread = "notice" },
  [TASK_PAGE] = { &gb_schema_page, G_STRUCT_OFFSET (GbPage, file), G_STRUCT_OFFSET (GbPage, id),
                  G_STRUCT_OFFSET (GbPage, body), finish_page },
  [TASK_ADDRESSES] = { &gb_schema_addresses },
};

static gpointer
read_task (GbReader *reader, const Task *task)
{
  if (task->kind == TASK_POLICY)
    return gb_model_policy_read (reader, task->file, task->id);
  const GbSchema *schema = kinds[task->kind].schema;
  GbBody body;
  gsize size;
  gsize body_at = kinds[task->kind].body;
  gpointer result = body_at == 0
                      ? gb_reader_yaml (reader, schema, task->file)
                      : gb_reader_text (reader, reader->arena, schema, task->file, &body, &size);
  if (result == NULL)
    return NULL;
  if (kinds[task->kind].file != 0)
    G_STRUCT_MEMBER (const char *, result, kinds[task->kind].file) = task->file;
  if (kinds[task->kind].id != 0)
    G_STRUCT_MEMBER (const char *, result, kinds[task->kind].id) = task->id;
  if (body_at != 0)
    G_STRUCT_MEMBER (GbBody, result, body_at) = body;
  if (kinds[task->kind].finish != NULL)
    kinds[task->kind].finish (reader, task, result);
  return result;
}

/* --- All files, on several threads ----------------------------------------------------------- */

/* Each result goes to its task's own place, so that the order of reading leaves no trace. */
static gpointer
work (gpointer data)
{
  Worker *worker = data;
  GArray *tasks = worker->loader->tasks;
  for (guint i; (i = (guint)g_atomic_int_add (&worker->loader->next, 1)) < tasks->len;) {
    Task *task = &g_array_index (tasks, Task, i);
    task->result = read_task (&worker->reader, task);
  }
  return NULL;
}

static void
read_all (Loader *loader, guint jobs)
{
  guint n = loader->tasks->len < FILES_PARALLEL ? 1 : CLAMP (jobs, 1, 64);
  g_autofree Worker *workers = g_new0 (Worker, n);
  g_autofree GThread **threads = g_new0 (GThread *, n);
  for (guint i = 0; i < n; i++) {
    GbReader *reader = &workers[i].reader;
    workers[i].loader = loader;
    *reader = (GbReader){
      .tree = loader->tree,
      .diagnostics = loader->diagnostics,
      .arena = gb_arena_new (),
      .texts = gb_arena_new (),
      .sources = g_array_new (FALSE, FALSE, sizeof (GbSourceHash)),
    };
    g_ptr_array_add (loader->holding->arenas, reader->arena);
    g_ptr_array_add (loader->holding->texts, reader->texts);
  }
  for (guint i = 1; i < n; i++)
    threads[i] = g_thread_new ("reader", work, &workers[i]);
  work (&workers[0]);
  for (guint i = 1; i < n; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < n; i++) {
    GArray *sources = workers[i].reader.sources;
    if (sources->len > 0)
      g_array_append_vals (loader->sources, sources->data, sources->len);
    g_array_unref (sources);
  }
}

/* --- What lies where ------------------------------------------------------------------------- */

static GbFolder
list (const Loader *loader, const char *file)
{
  return gb_folder_list (loader->holding->arena, loader->tree, file, loader->diagnostics);
}

static void
warn_stray (const Loader *loader, const char *folder, const GbItem *item, const char *expected)
{
  g_autofree char *file = g_strconcat (folder, "/", item->name, NULL);
  gb_diagnostics_warning (loader->diagnostics, gb_yaml_place (file, NULL, NULL), "stray-file",
                          "this %s is not read; %s",
                          item->kind == GB_ITEM_FOLDER ? "folder" : "file", expected);
}

/* Ids become addresses, so that words the site uses there itself are taken. */
static void
check_id (const Loader *loader, const char *file, const char *id, const char *const *reserved)
{
  g_autoptr (GString) reason = g_string_new (NULL);
  if (!gb_scalar_id (id, reason))
    gb_diagnostics_error (loader->diagnostics, gb_yaml_place (file, NULL, NULL), "bad-id",
                          "the name is the id and becomes an address: %s", reason->str);
  else if (reserved != NULL && g_strv_contains (reserved, id))
    gb_diagnostics_error (loader->diagnostics, gb_yaml_place (file, NULL, NULL), "reserved-id",
                          "the site uses the address '%s' itself; choose another name", id);
}

static void
add_task (Loader *loader, TaskKind kind, const char *file, const char *id, const char *registry)
{
  Task task = { .kind = kind, .file = file, .id = id, .registry = registry };
  g_array_append_val (loader->tasks, task);
}

/* The files of @folder that end in @suffix, each a task; others are reported. */
static void
add_files (Loader *loader, TaskKind kind, const char *folder, const char *suffix,
           const char *const *reserved, const char *expected)
{
  GbFolder items = list (loader, folder);
  for (guint i = 0; i < items.length; i++) {
    const GbItem *item = &items.items[i];
    if (item->kind != GB_ITEM_FILE || !g_str_has_suffix (item->name, suffix)) {
      warn_stray (loader, folder, item, expected);
      continue;
    }
    GbArena *arena = loader->holding->arena;
    const char *file = gb_arena_printf (arena, "%s/%s", folder, item->name);
    const char *id = gb_arena_strndup (arena, item->name, strlen (item->name) - strlen (suffix));
    check_id (loader, file, id, reserved);
    add_task (loader, kind, file, id, NULL);
  }
}

static void
add_registry (Loader *loader, const char *folder, const char *id)
{
  GbFolder items = list (loader, folder);
  gboolean has_scheme = FALSE;
  for (guint i = 0; i < items.length; i++) {
    const GbItem *item = &items.items[i];
    const char *file = gb_arena_printf (loader->holding->arena, "%s/%s", folder, item->name);
    if (item->kind != GB_ITEM_FILE || !g_str_has_suffix (item->name, ".yaml")) {
      warn_stray (loader, folder, item, "a registry holds registry.yaml and batches, BATCH.yaml");
    } else if (strcmp (item->name, "registry.yaml") == 0) {
      has_scheme = TRUE;
      add_task (loader, TASK_REGISTRY, file, id, NULL);
    } else {
      const char *batch = gb_arena_strndup (loader->holding->arena, item->name,
                                            strlen (item->name) - strlen (".yaml"));
      check_id (loader, file, batch, NULL);
      add_task (loader, TASK_BATCH, file, batch, id);
    }
  }
  if (!has_scheme) {
    g_autofree char *file = g_strconcat (folder, "/registry.yaml", NULL);
    gb_diagnostics_error (loader->diagnostics, gb_yaml_place (file, NULL, NULL), "missing-file",
                          "the folder of a registry must hold its scheme, registry.yaml");
  }
}

static void
add_policy (Loader *loader, const char *folder, const char *id)
{
  add_task (loader, TASK_POLICY, folder, id, NULL);
}

/* Each folder in @folder, which is a thing named after its id. */
static void
add_folders (Loader *loader, const char *folder, const char *noun, const char *const *reserved,
             void (*add) (Loader *loader, const char *folder, const char *id))
{
  g_autofree char *expected
    = g_strdup_printf ("each %s has a folder here, named after its id", noun);
  GbFolder items = list (loader, folder);
  for (guint i = 0; i < items.length; i++) {
    const GbItem *item = &items.items[i];
    if (item->kind != GB_ITEM_FOLDER) {
      warn_stray (loader, folder, item, expected);
      continue;
    }
    const char *file = gb_arena_printf (loader->holding->arena, "%s/%s", folder, item->name);
    check_id (loader, file, item->name, reserved);
    add (loader, file, item->name);
  }
}

static void
add_single (Loader *loader, const GbFolder *content, TaskKind kind, const char *name,
            const char *why)
{
  const char *file = gb_arena_printf (loader->holding->arena, "content/%s", name);
  if (gb_folder_find (content, name) != NULL)
    add_task (loader, kind, file, NULL, NULL);
  else
    gb_diagnostics_error (loader->diagnostics, gb_yaml_place (file, NULL, NULL), "missing-file",
                          "there is no such file; %s", why);
}

static void
find_calendars (Loader *loader)
{
  add_files (loader, TASK_CALENDAR, "content/calendar", ".yaml", NULL,
             "calendar files are named after their years, such as 2026.yaml");
}

static void
find_files (Loader *loader)
{
  static const char *const names[]
    = { "addresses.yaml", "agencies.yaml", "calendar",  "notices", "pages",
        "policies",       "registries",    "site.yaml", NULL };
  GbFolder content = list (loader, "content");
  for (guint i = 0; i < content.length; i++) {
    if (g_strv_contains (names, content.items[i].name))
      continue;
    GbNearest nearest;
    gb_nearest_init (&nearest, content.items[i].name);
    for (guint k = 0; names[k] != NULL; k++)
      gb_nearest_offer (&nearest, names[k]);
    const char *best = gb_nearest_best (&nearest);
    g_autofree char *expected
      = best != NULL
          ? g_strdup_printf ("is it meant to be '%s'?", best)
          : g_strdup ("content/ holds site.yaml, agencies.yaml, addresses.yaml and the folders "
                      "calendar, notices, pages, policies and registries");
    warn_stray (loader, "content", &content.items[i], expected);
  }
  add_single (loader, &content, TASK_SITE, "site.yaml",
              "it says what the site is called and whose "
              "it is");
  add_single (loader, &content, TASK_AGENCIES, "agencies.yaml", "it lists the issuing bodies");
  if (gb_folder_find (&content, "addresses.yaml") != NULL)
    add_task (loader, TASK_ADDRESSES, loader->holding->addresses_file, NULL, NULL);
  find_calendars (loader);
  add_folders (loader, "content/policies", "policy", gb_reserved_policies, add_policy);
  add_folders (loader, "content/registries", "registry", NULL, add_registry);
  add_files (loader, TASK_NOTICE, "content/notices", ".md", NULL,
             "each notice is a file here, ID.md");
  add_files (loader, TASK_PAGE, "content/pages", ".md", gb_reserved_pages,
             "each page is a file here, ID.md");
}

/* --- The model from the results -------------------------------------------------------------- */

/* By kind, registry and id: the order in which things are listed everywhere. */
static int
compare_tasks (gconstpointer a, gconstpointer b)
{
  const Task *left = a;
  const Task *right = b;
  int order = (left->kind > right->kind) - (left->kind < right->kind);
  if (order == 0)
    order = g_strcmp0 (left->registry, right->registry);
  return order != 0 ? order : g_strcmp0 (left->id, right->id);
}

/* The results of @kind, of one registry where @registry is not NULL. */
static GbList
collect (const Loader *loader, TaskKind kind, const char *registry)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  for (guint i = 0; i < loader->tasks->len; i++) {
    const Task *task = &g_array_index (loader->tasks, Task, i);
    if (task->kind == kind && task->result != NULL
        && (registry == NULL || strcmp (task->registry, registry) == 0))
      g_ptr_array_add (found, task->result);
  }
  GbList list;
  list.items = gb_arena_seal_pointers (loader->holding->arena, found, &list.length);
  return list;
}

static void
note_unread (GbHolding *holding, const Task *task)
{
  const char *kind = kinds[task->kind].unread;
  const char *id = task->kind == TASK_BATCH ? task->registry : task->id;
  if (kind != NULL)
    g_hash_table_add (holding->unread, g_strconcat (kind, "/", id, NULL));
}

/* Structs by the id that stands at @offset in each. */
static GHashTable *
index_by_id (const GbList *list, gsize offset)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < list->length; i++) {
    char *id = G_STRUCT_MEMBER (char *, list->items[i], offset);
    if (id != NULL && !g_hash_table_contains (table, id))
      g_hash_table_insert (table, id, list->items[i]);
  }
  return table;
}

/* An entry's address holds no batch, so that its id counts for the whole registry. */
static void
index_entries (GbRegistry *registry, GbDiagnostics *diagnostics)
{
  registry->entries = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) batches = g_hash_table_new (NULL, NULL); /* of each entry */
  for (guint i = 0; i < registry->batches.length; i++) {
    GbBatch *batch = GB_LIST_AT (GbBatch, registry->batches, i);
    for (guint k = 0; k < batch->entries.length; k++) {
      GbEntry *entry = GB_LIST_AT (GbEntry, batch->entries, k);
      if (entry->id == NULL)
        continue;
      const GbEntry *first = g_hash_table_lookup (registry->entries, entry->id);
      if (first == NULL) {
        g_hash_table_insert (registry->entries, (gpointer)entry->id, entry);
        g_hash_table_insert (batches, entry, batch);
        continue;
      }
      const GbBatch *other = g_hash_table_lookup (batches, first);
      if (other == batch)
        continue; /* the schema has reported it */
      GbPlace place = gb_yaml_place (other->file, first->node, "id");
      gb_diagnostics_error (diagnostics, gb_yaml_place (batch->file, entry->node, "id"),
                            "duplicate-id",
                            "the id '%s' is taken in this registry by the entry in %s, line %u; "
                            "choose another, or record what happened as events of that entry",
                            entry->id, place.file, place.line);
    }
  }
}

static void
fill_model (Loader *loader)
{
  GbHolding *holding = loader->holding;
  GbModel *model = &holding->model;
  GbList sites = collect (loader, TASK_SITE, NULL);
  model->site = sites.length > 0 ? sites.items[0] : NULL;
  GbList agencies = collect (loader, TASK_AGENCIES, NULL);
  const GbAgencyFile *agency_file
    = agencies.length > 0 ? GB_LIST_AT (GbAgencyFile, agencies, 0) : NULL;
  if (agency_file != NULL)
    model->agencies = agency_file->agencies;
  const GbYamlNode *agency_list
    = agency_file == NULL ? NULL : gb_yaml_get (agency_file->node, "agencies");
  if (agency_list == NULL || agency_list->kind != GB_YAML_SEQUENCE)
    g_hash_table_add (holding->unread, g_strdup ("agencies/"));
  for (guint i = 0; i < loader->tasks->len; i++) {
    const Task *task = &g_array_index (loader->tasks, Task, i);
    if (task->result == NULL)
      note_unread (holding, task);
  }
  model->policies = collect (loader, TASK_POLICY, NULL);
  model->registries = collect (loader, TASK_REGISTRY, NULL);
  model->notices = collect (loader, TASK_NOTICE, NULL);
  model->pages = collect (loader, TASK_PAGE, NULL);
  model->calendar_files = collect (loader, TASK_CALENDAR, NULL);
  GbList addresses = collect (loader, TASK_ADDRESSES, NULL);
  if (addresses.length > 0) {
    model->moved = GB_LIST_AT (GbAddressFile, addresses, 0)->moved;
    model->withdrawn = GB_LIST_AT (GbAddressFile, addresses, 0)->withdrawn;
  }

  holding->by_id[GB_REFERS_AGENCY] = index_by_id (&model->agencies, G_STRUCT_OFFSET (GbAgency, id));
  holding->by_id[GB_REFERS_POLICY] = index_by_id (&model->policies, G_STRUCT_OFFSET (GbPolicy, id));
  holding->by_id[GB_REFERS_REGISTRY]
    = index_by_id (&model->registries, G_STRUCT_OFFSET (GbRegistry, id));
  holding->by_id[GB_REFERS_NOTICE] = index_by_id (&model->notices, G_STRUCT_OFFSET (GbNotice, id));
  for (guint i = 0; i < model->registries.length; i++) {
    GbRegistry *registry = GB_LIST_AT (GbRegistry, model->registries, i);
    registry->batches = collect (loader, TASK_BATCH, registry->id);
    index_entries (registry, loader->diagnostics);
  }
}

static int
compare_sources (gconstpointer a, gconstpointer b)
{
  return strcmp (((const GbSourceHash *)a)->path, ((const GbSourceHash *)b)->path);
}

static void
keep_sources (Loader *loader)
{
  GbModel *model = &loader->holding->model;
  g_array_sort (loader->sources, compare_sources);
  model->sources = gb_arena_seal (loader->holding->arena, loader->sources, &model->n_sources);
}

/* Whether there is a folder content/.  A folder on the disk is read through a link to it, which a
 * commit cannot be; a link that leads to no folder has nothing in it. */
static gboolean
holds_content (GbTree *tree)
{
  GbItemKind kind = gb_tree_kind (tree, "content");
  if (kind != GB_ITEM_LINK)
    return kind == GB_ITEM_FOLDER;
  g_autoptr (GbArena) arena = gb_arena_new ();
  g_autoptr (GArray) items = gb_tree_list (tree, "content", arena, NULL);
  return items != NULL && items->len > 0;
}

/* Reads what @find finds. */
static GbModel *
load (GbTree *tree, guint jobs, void (*find) (Loader *loader), GbDiagnostics *diagnostics,
      GError **error)
{
  if (!holds_content (tree)) {
    g_set_error (error, GB_ERROR, GB_ERROR_USAGE,
                 "there is no folder content/ in %s, so this is no publication", tree->name);
    return NULL;
  }
  GbHolding *holding = g_new0 (GbHolding, 1);
  holding->arena = gb_arena_new ();
  holding->arenas = g_ptr_array_new_with_free_func ((GDestroyNotify)gb_arena_free);
  holding->texts = g_ptr_array_new_with_free_func ((GDestroyNotify)gb_arena_free);
  holding->unread = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  holding->agencies_file = "content/agencies.yaml";
  holding->addresses_file = "content/addresses.yaml";
  g_autoptr (GArray) tasks = g_array_new (FALSE, FALSE, sizeof (Task));
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (GbSourceHash));
  Loader loader = {
    .tree = tree,
    .diagnostics = diagnostics,
    .holding = holding,
    .tasks = tasks,
    .sources = sources,
  };
  find (&loader);
  g_array_sort (tasks, compare_tasks);
  read_all (&loader, jobs);
  keep_sources (&loader);
  fill_model (&loader);
  gb_model_calendar_make (holding, diagnostics);
  gb_model_references_check (holding, diagnostics);
  gb_model_addresses_check (holding, diagnostics);
  return &holding->model;
}

GbModel *
gb_model_load (GbTree *tree, guint jobs, GbDiagnostics *diagnostics, GError **error)
{
  return load (tree, jobs, find_files, diagnostics, error);
}

GbModel *
gb_model_load_calendar (GbTree *tree, GbDiagnostics *diagnostics, GError **error)
{
  return load (tree, 1, find_calendars, diagnostics, error);
}
