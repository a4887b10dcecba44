#include "export/diary.h"

#include "base/ical.h"
#include "view/href.h"
#include "view/site.h"

#include <string.h>

/* ---- occasions by thing ---- */

static guint
place_of (const GbCorpus *corpus, const GbOccasion *occasion)
{
  if (occasion->policy != NULL)
    return (guint)(occasion->policy - corpus->policies);
  const GbRegistryCase *registry
    = occasion->notice != NULL ? occasion->notice->registry : occasion->registry;
  return registry == NULL ? corpus->n_policies + corpus->n_registries
                          : corpus->n_policies + (guint)(registry - corpus->registries);
}

static void
sort_by_thing (GbDiary *diary, const GbCorpus *corpus, GbArena *arena)
{
  guint n = corpus->n_policies + corpus->n_registries + 1;
  diary->starts = gb_arena_newv (arena, guint, n + 1);
  diary->occasions = gb_arena_newv (arena, const GbOccasion *, corpus->n_occasions + 1);
  for (guint i = 0; i < corpus->n_occasions; i++)
    diary->starts[place_of (corpus, &corpus->occasions[i]) + 1]++;
  for (guint i = 0; i < n; i++)
    diary->starts[i + 1] += diary->starts[i];
  g_autofree guint *next = g_memdup2 (diary->starts, sizeof (guint) * n);
  for (guint i = 0; i < corpus->n_occasions; i++)
    diary->occasions[next[place_of (corpus, &corpus->occasions[i])]++] = &corpus->occasions[i];
}

const GbOccasion *const *
gb_diary_of (const GbView *view, const char *thing, guint *ret_n)
{
  const GbCorpus *corpus = view->corpus;
  guint place = corpus->n_policies + corpus->n_registries;
  const char *id;
  GbThing kind = gb_href_thing_kind (thing, &id);
  const GbPolicyCase *policy = kind == GB_THING_POLICY ? gb_corpus_policy (corpus, id) : NULL;
  const GbRegistryCase *registry
    = kind == GB_THING_REGISTRY ? gb_corpus_registry (corpus, id) : NULL;
  if (policy != NULL)
    place = (guint)(policy - corpus->policies);
  else if (registry != NULL)
    place = corpus->n_policies + (guint)(registry - corpus->registries);
  else if (thing[0] != '\0') {
    *ret_n = 0;
    return NULL;
  }
  *ret_n = view->diary->starts[place + 1] - view->diary->starts[place];
  return view->diary->occasions + view->diary->starts[place];
}

const GbAgency *
gb_diary_issuer (const GbView *view, const char *thing)
{
  return g_str_has_prefix (thing, GB_HREF_ISSUERS)
           ? gb_model_agency (view->corpus->model, thing + strlen (GB_HREF_ISSUERS))
           : NULL;
}

const GbAgency *
gb_diary_issuer_of_occasion (const GbOccasion *occasion)
{
  return occasion->policy != NULL   ? occasion->policy->issuer
         : occasion->notice != NULL ? occasion->notice->issuer
                                    : occasion->registry->authority;
}

static gboolean
issuer_has (const GbView *view, const GbAgency *issuer)
{
  const GbCorpus *corpus = view->corpus;
  for (guint i = 0; i < corpus->n_occasions; i++)
    if (gb_diary_issuer_of_occasion (&corpus->occasions[i]) == issuer)
      return TRUE;
  GHashTableIter iter;
  gpointer promised;
  if (view->diary->promised == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, view->diary->promised);
  while (g_hash_table_iter_next (&iter, NULL, &promised))
    if (g_strcmp0 (((const GbAppointment *)promised)->issuer, issuer->id) == 0)
      return TRUE;
  return FALSE;
}

gboolean
gb_diary_has (const GbView *view, const char *thing)
{
  const GbDiary *diary = view->diary;
  if (thing == NULL)
    return view->corpus->n_occasions > 0
           || (diary->promised != NULL && g_hash_table_size (diary->promised) > 0);
  const GbAgency *issuer = gb_diary_issuer (view, thing);
  if (issuer != NULL)
    return issuer_has (view, issuer);
  guint n;
  gb_diary_of (view, thing, &n);
  return n > 0 || (diary->by_thing != NULL && g_hash_table_contains (diary->by_thing, thing));
}

/* ---- what was published before ---- */

static gboolean
take (const char *line, gsize length, const char *name, GbArena *arena, const char **ret_value)
{
  gsize n = strlen (name);
  if (length <= n || strncmp (line, name, n) != 0 || line[n] != ':')
    return FALSE;
  *ret_value = gb_arena_strndup (arena, line + n + 1, length - n - 1);
  return TRUE;
}

/* The thing that an appointment of our own making is about. */
static const char *
thing_of_uid (GbArena *arena, const char *uid, const char *registry)
{
  const char *id = strchr (uid, '/');
  if (id == NULL)
    return NULL;
  id = gb_arena_strndup (arena, id + 1, strcspn (id + 1, "/@"));
  if (g_str_has_prefix (uid, "policy-"))
    return gb_href_thing (arena, GB_THING_POLICY, id);
  if (!g_str_has_prefix (uid, "notice-"))
    return gb_href_thing (arena, GB_THING_REGISTRY, id);
  return registry == NULL ? "" : gb_href_thing (arena, GB_THING_REGISTRY, registry);
}

static GbDate
read_date (const char *value)
{
  g_autofree char *text
    = strlen (value) != 8 ? NULL : g_strdup_printf ("%.4s-%.2s-%.2s", value, value + 4, value + 6);
  GbDate date = GB_DATE_NONE;
  return text != NULL && gb_date_parse (text, &date) ? date : GB_DATE_NONE;
}

/* Reads one VEVENT, from the line after its BEGIN; returns the line after its END. */
static const char *
read_appointment (const char *line, GbArena *arena, GbAppointment **ret_appointment)
{
  GbAppointment *read = gb_arena_new0 (arena, GbAppointment);
  g_autoptr (GString) rest = g_string_new (NULL);
  const char *value, *registry = NULL;
  while (*line != '\0' && !g_str_has_prefix (line, "END:VEVENT")) {
    gsize length = strcspn (line, "\n");
    if (take (line, length, "UID", arena, &read->uid)
        || take (line, length, "STATUS", arena, &read->status)) {
    } else if (take (line, length, "SEQUENCE", arena, &value)) {
      read->sequence = (guint)g_ascii_strtoull (value, NULL, 10);
    } else if (take (line, length, "DTSTAMP", arena, &value)) {
      g_strlcpy (read->stamp, value, GB_STAMP_LENGTH);
    } else if (!take (line, length, "LAST-MODIFIED", arena, &value)) {
      if (take (line, length, "DTSTART;VALUE=DATE", arena, &value))
        read->date = read_date (value);
      take (line, length, GB_DIARY_REGISTRY, arena, &registry);
      take (line, length, GB_DIARY_ISSUER, arena, &read->issuer);
      g_string_append_len (rest, line, (gssize)length + 1);
    }
    line += length + (line[length] != '\0');
  }
  read->lines = gb_arena_strndup (arena, rest->str, rest->len);
  read->thing = read->uid == NULL ? NULL : thing_of_uid (arena, read->uid, registry);
  *ret_appointment = read->thing == NULL || read->status == NULL ? NULL : read;
  line += strcspn (line, "\n");
  return line + (*line != '\0');
}

const char *
gb_diary_host (const GbView *view, GbArena *arena)
{
  const GbSite *site = view->corpus->model->site;
  const char *domain = gb_site_domain (arena, site->base_url);
  return domain != NULL ? domain : site->identifier != NULL ? site->identifier : "gongbao";
}

static gboolean
read_published (GbDiary *diary, GbView *view, GError **error)
{
  char blob[GB_OID_LENGTH];
  gsize length;
  g_autofree char *text = NULL;
  if (!gb_record_last_published (view->record, GB_HREF_CALENDAR GB_HREF_ICS, blob, &text, &length,
                                 error))
    return FALSE;
  if (text == NULL)
    return TRUE;
  g_autofree char *lines = gb_ical_unfold (text, length);
  g_autofree char *at_host = g_strconcat ("@", gb_diary_host (view, view->arena), NULL);
  diary->promised = g_hash_table_new (g_str_hash, g_str_equal);
  diary->by_thing
    = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  for (const char *line = lines; *line != '\0';) {
    GbAppointment *read = NULL;
    if (g_str_has_prefix (line, "BEGIN:VEVENT\n"))
      line = read_appointment (line + strlen ("BEGIN:VEVENT\n"), view->arena, &read);
    else
      line += strcspn (line, "\n") + 1;
    if (read == NULL || !g_str_has_suffix (read->uid, at_host))
      continue;
    g_hash_table_insert (diary->promised, (gpointer)read->uid, read);
    GPtrArray *list = g_hash_table_lookup (diary->by_thing, read->thing);
    if (list == NULL) {
      list = g_ptr_array_new ();
      g_hash_table_insert (diary->by_thing, (gpointer)read->thing, list);
    }
    g_ptr_array_add (list, read);
  }
  return TRUE;
}

GbDiary *
gb_diary_new (GbView *view, GError **error)
{
  GbDiary *diary = gb_arena_new0 (view->arena, GbDiary);
  sort_by_thing (diary, view->corpus, view->arena);
  return read_published (diary, view, error) ? diary : NULL;
}

void
gb_diary_free (GbDiary *diary)
{
  if (diary == NULL || diary->promised == NULL)
    return;
  g_hash_table_unref (diary->promised);
  g_hash_table_unref (diary->by_thing);
}
