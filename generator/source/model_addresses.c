#include "source/model_addresses.h"

#include <string.h>

#include "source/filename.h"

typedef struct {
  const GbHolding *holding;
  GbDiagnostics *diagnostics;
  GHashTable *moved;     /* from → GbMoved */
  GHashTable *withdrawn; /* address → GbWithdrawn */
} Checker;

static GbPlace
place_of (const Checker *checker, const GbYamlNode *node, const char *key)
{
  return gb_yaml_place (checker->holding->addresses_file, node, key);
}

/* The folder of a language that @address begins with, without '/'; NULL where there is none. */
static const char *
language_of (const Checker *checker, const char *address)
{
  const GbSite *site = checker->holding->model.site;
  for (guint i = 1; site != NULL && i < site->languages.length; i++) {
    const char *language = GB_TEXT_AT (site->languages, i);
    gsize length = strlen (language);
    if (g_ascii_strncasecmp (address, language, length) == 0 && address[length] == '/')
      return language;
  }
  return NULL;
}

/* At every folder of an address a page may be put, so that its name must do for a folder and not be
 * that of a file the site has: files have a suffix, of letters. */
static void
check_folder (const char *name, GString *fault)
{
  const char *dot = strrchr (name, '.');
  if (strcmp (name, "..") == 0 || strcmp (name, ".") == 0)
    g_string_append (fault, "holds '.' or '..'");
  else if (gb_filename_is_plain (name, fault) && dot != NULL && g_ascii_isalpha (dot[1]))
    g_string_append_printf (fault, "names the file '%s' as if it were a folder", name);
}

/* Appends to @fault what is wrong with @address as a path of the site that ends with '/'. */
static void
check_path (const Checker *checker, const char *address, GString *fault)
{
  const char *language = language_of (checker, address);
  if (address[0] == '/')
    g_string_append (fault, "begins with '/'");
  else if (strstr (address, "://") != NULL)
    g_string_append (fault, "is an address of the web, not a path of the site");
  else if (!g_str_has_suffix (address, "/"))
    g_string_append (fault, "does not end with '/'");
  else if (strstr (address, "//") != NULL)
    g_string_append (fault, "holds '//'");
  else if (strpbrk (address, "?#%\\") != NULL)
    g_string_append (fault, "holds a character that no address of the site has");
  else if (language != NULL)
    g_string_append_printf (fault,
                            "is of one language; leave '%.*s/' out, which says it of every "
                            "language",
                            (int)strlen (language), address);
  g_auto (GStrv) parts = g_strsplit (address, "/", -1);
  for (guint i = 0; fault->len == 0 && parts[i + 1] != NULL; i++)
    check_folder (parts[i], fault);
}

/* An attachment, a feed: the last part has a dot. */
static gboolean
is_file (const char *address)
{
  const char *slash = strrchr (address, '/');
  return slash != NULL && strchr (slash, '.') != NULL;
}

static gboolean
check_form (const Checker *checker, const GbYamlNode *node, const char *key, const char *address)
{
  if (address == NULL) /* which the schema has reported where it is required */
    return FALSE;
  g_autoptr (GString) fault = g_string_new (NULL);
  /* Only what goes may be a file: no file can lead on.  Nothing is put there, so that it may have
   * any name, as one may have been published. */
  const char *slash = strrchr (address, '/');
  if (strcmp (key, "address") == 0 && is_file (address) && !g_str_has_suffix (address, "/..")) {
    g_autofree char *folder = g_strndup (address, (gsize)(slash + 1 - address));
    check_path (checker, folder, fault);
  } else {
    check_path (checker, address, fault);
  }
  if (fault->len > 0)
    gb_diagnostics_error (checker->diagnostics, place_of (checker, node, key), "bad-address",
                          "'%s' %s; write a path such as 'policies/old-id/'", address, fault->str);
  return fault->len == 0;
}

static gboolean
is_unread (const Checker *checker, const char *kind, const char *id)
{
  g_autofree char *key = g_strconcat (kind, "/", id, NULL);
  return g_hash_table_contains (checker->holding->unread, key);
}

static gboolean
has_page (const GbModel *model, const char *id)
{
  for (guint i = 0; i < model->pages.length; i++)
    if (strcmp (GB_LIST_AT (GbPage, model->pages, i)->id, id) == 0)
      return TRUE;
  return FALSE;
}

/* The day of the text in policy.md is not known here where it has to be worked out. */
static gboolean
has_version (const GbPolicy *policy, const char *text)
{
  GbDate day;
  if (policy->versions.length == 0 || !gb_date_parse (text, &day))
    return FALSE;
  gboolean found = policy->version == day;
  for (guint i = 0; i < policy->versions.length && !found; i++)
    found = GB_LIST_AT (GbVersion, policy->versions, i)->from == day;
  return found;
}

static gboolean
has_attachment (const GbModel *model, const char *address)
{
  g_auto (GStrv) parts = g_strsplit (address, "/", 3);
  const GbPolicy *policy = g_strv_length (parts) == 3 && strcmp (parts[0], "policies") == 0
                             ? gb_model_policy (model, parts[1])
                             : NULL;
  for (guint i = 0; policy != NULL && i < policy->attachments.length; i++)
    if (g_strcmp0 (GB_LIST_AT (GbAttachment, policy->attachments, i)->file, parts[2]) == 0)
      return TRUE;
  return FALSE;
}

/* The address of a list, or of something the content holds.  Pages that follow from these (a list
 * on a day, a comparison) come and go by themselves and are none. */
static gboolean
is_in_use (const Checker *checker, const char *address)
{
  static const char *const lists[]
    = { "calendar", "changes", "data", "notices", "policies", "registries", "verify", NULL };
  static const char *const facets[] = { "issuer", "status", "topic", "year", NULL };
  const GbModel *model = &checker->holding->model;
  if (is_file (address))
    return has_attachment (model, address);
  g_auto (GStrv) parts = g_strsplit (address, "/", -1);
  guint n = g_strv_length (parts) - 1; /* after the last '/' comes nothing */
  const char *kind = parts[0];
  const char *id = n > 1 ? parts[1] : NULL;
  if (n == 1)
    return g_strv_contains (lists, kind) || has_page (model, kind);
  if (strcmp (kind, "policies") == 0) {
    const GbPolicy *policy = gb_model_policy (model, id);
    if (n == 2)
      return policy != NULL || is_unread (checker, "policy", id) || g_strv_contains (facets, id);
    return policy != NULL
           && ((n == 3 && strcmp (parts[2], "interpretation") == 0
                && policy->interpretation.text != NULL)
               || (n == 4 && strcmp (parts[2], "versions") == 0 && has_version (policy, parts[3])));
  }
  if (strcmp (kind, "notices") == 0)
    return n == 2 && (gb_model_notice (model, id) != NULL || is_unread (checker, "notice", id));
  if (strcmp (kind, "registries") != 0)
    return FALSE;
  const GbRegistry *registry = gb_model_registry (model, id);
  if (n == 2)
    return registry != NULL || is_unread (checker, "registry", id);
  return n == 4 && strcmp (parts[2], "entries") == 0 && registry != NULL
         && gb_model_entry (registry, parts[3]) != NULL;
}

/* The place an old address is first heard of, or again. */
static void
check_old (Checker *checker, GHashTable *table, gpointer item, const GbYamlNode *node,
           const char *key, const char *address)
{
  if (!check_form (checker, node, key, address))
    return;
  GbPlace place = place_of (checker, node, key);
  if (is_in_use (checker, address))
    gb_diagnostics_error (checker->diagnostics, place, "address-in-use",
                          "there is something at '%s'; an address is listed here once nothing is "
                          "there any more",
                          address);
  if (g_hash_table_contains (checker->moved, address)
      || g_hash_table_contains (checker->withdrawn, address))
    gb_diagnostics_error (checker->diagnostics, place, "duplicate-address",
                          "'%s' is listed twice; delete one of the two", address);
  else
    g_hash_table_insert (table, (gpointer)address, item);
}

/* @first stands at @key of @node and must lead to something, perhaps by way of other moves. */
static void
check_goal (const Checker *checker, const GbYamlNode *node, const char *key, const char *first)
{
  if (!check_form (checker, node, key, first))
    return;
  GbPlace place = place_of (checker, node, key);
  const char *address = first;
  for (guint i = 0; i <= g_hash_table_size (checker->moved); i++) {
    if (is_in_use (checker, address))
      return;
    const GbMoved *next = g_hash_table_lookup (checker->moved, address);
    if (next == NULL || next->to == NULL) {
      gboolean is_gone = g_hash_table_contains (checker->withdrawn, address);
      gb_diagnostics_error (checker->diagnostics, place, "unknown-address",
                            is_gone ? "'%s' leads to something withdrawn; name what takes its "
                                      "place, or withdraw this address as well"
                                    : "there is nothing at '%s'; write the address of a policy, a "
                                      "registry, an entry, a notice or a page",
                            address);
      return;
    }
    address = next->to;
  }
  gb_diagnostics_error (checker->diagnostics, place, "address-circle",
                        "'%s' leads back to itself; write where the content is now", first);
}

void
gb_model_addresses_check (const GbHolding *holding, GbDiagnostics *diagnostics)
{
  const GbModel *model = &holding->model;
  g_autoptr (GHashTable) moved = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) withdrawn = g_hash_table_new (g_str_hash, g_str_equal);
  Checker checker
    = { .holding = holding, .diagnostics = diagnostics, .moved = moved, .withdrawn = withdrawn };
  for (guint i = 0; i < model->moved.length; i++) {
    GbMoved *item = GB_LIST_AT (GbMoved, model->moved, i);
    check_old (&checker, moved, item, item->node, "from", item->from);
  }
  for (guint i = 0; i < model->withdrawn.length; i++) {
    GbWithdrawn *item = GB_LIST_AT (GbWithdrawn, model->withdrawn, i);
    check_old (&checker, withdrawn, item, item->node, "address", item->address);
  }
  for (guint i = 0; i < model->moved.length; i++) {
    const GbMoved *item = GB_LIST_AT (GbMoved, model->moved, i);
    check_goal (&checker, item->node, "to", item->to);
  }
  for (guint i = 0; i < model->withdrawn.length; i++) {
    const GbWithdrawn *item = GB_LIST_AT (GbWithdrawn, model->withdrawn, i);
    if (item->successor != NULL)
      check_goal (&checker, item->node, "successor", item->successor);
  }
}
