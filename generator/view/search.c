/* Full text: the page that searches, and the files its script reads.
 *
 *   search/index.json      how many parts each document has and each file of texts, and runs of
 *                          documents of one kind, status, year
 *   search/issuers.json    the issuer of each document
 *   search/pairs/0a3.bin   a shard of the postings
 *   search/texts/12.json   the parts of a file of texts
 */
#include "view/catalog.h"
#include "view/postings.h"
#include "view/private.h"

#include "base/escape.h"
#include "base/json.h"

#include <string.h>

/* ---- files ---- */

static void
print_shard (G_GNUC_UNUSED GbScene *scene, const GbSheet *sheet, GString *out)
{
  gb_postings_write_shard ((GbPostings *)sheet->subject, sheet->part, out);
}

static const char *
unit_label (GbScene *scene, const GbText *text, const GbUnit *unit)
{
  return unit == NULL || unit->label[0] == '\0' ? "" : gb_unit_label (scene->arena, text, unit);
}

/* These files are as many bytes as all texts together, so they are written without going through
 * values. */
static void
write_member (GString *out, const char *key, const char *text)
{
  if (text == NULL)
    return;
  g_string_append (out, key);
  gb_escape_json (out, text, -1);
}

static void
write_unit (GString *out, const char *anchor, const char *label, const GString *words)
{
  g_string_append_c (out, '[');
  gb_escape_json (out, anchor, -1);
  g_string_append_c (out, ',');
  gb_escape_json (out, label, -1);
  g_string_append_c (out, ',');
  gb_escape_json (out, words->str, (gssize)words->len);
  g_string_append_c (out, ']');
}

static void
write_part (GbScene *scene, guint index, GString *words, GString *out)
{
  const GbCatalog *catalog = scene->view->catalog;
  const GbPart *part = &catalog->parts[index];
  const GbDocument *document = &catalog->documents[part->document];
  char day[GB_DATE_LENGTH];
  write_member (out, "{\"h\":", document->href);
  write_member (out, ",\"t\":", document->title);
  write_member (out, ",\"n\":", document->number);
  write_member (out, ",\"i\":", document->issuer);
  if (gb_when_precision (document->date) != GB_PRECISION_NONE)
    write_member (out, ",\"d\":", gb_when_format (document->date, day));
  g_string_append (out, ",\"u\":[");
  gboolean is_first = gb_catalog_is_first (catalog, index);
  if (is_first) {
    g_string_truncate (words, 0);
    gb_catalog_names (document, words);
    write_unit (out, "", "", words);
  }
  for (guint i = 0; i < part->n_pieces; i++) {
    const GbPiece *piece = &part->pieces[i];
    g_string_truncate (words, 0);
    gb_plain_lines (document->text, piece->start, piece->end, words);
    if (is_first || i > 0)
      g_string_append_c (out, ',');
    write_unit (out, piece->unit == NULL ? "" : piece->unit->anchor,
                unit_label (scene, document->text, piece->unit), words);
  }
  g_string_append (out, "]}");
}

/* [{h, t, n, i, d, u}] : address, title, number, issuer, day, and units [anchor, label, words]. */
static void
print_texts (GbScene *scene, const GbSheet *sheet, GString *out)
{
  const GbCatalog *catalog = scene->view->catalog;
  g_autoptr (GString) words = g_string_new (NULL);
  guint first = GPOINTER_TO_UINT (sheet->subject);
  for (guint i = first; i < catalog->n_parts && catalog->parts[i].file == sheet->part; i++) {
    g_string_append_c (out, i == first ? '[' : ',');
    write_part (scene, i, words, out);
  }
  g_string_append (out, "]\n");
}

/* Small numbers as the characters from '0' on. */
static void
append_count (GString *out, guint count)
{
  g_string_append_unichar (out, '0' + MIN (count, 0xd000));
}

typedef struct {
  GbValue *list; /* of [key, how many documents] */
  const char *key;
  guint count;
} Runs;

static void
end_stretch (GbScene *scene, Runs *runs)
{
  if (runs->count == 0)
    return;
  GbValue *pair = gb_value_array (scene->arena);
  gb_value_append (pair, gb_value_string (scene->arena, runs->key));
  gb_value_append (pair, gb_value_integer (scene->arena, runs->count));
  gb_value_append (runs->list, pair);
}

static void
count (GbScene *scene, Runs *runs, const char *key)
{
  if (runs->count > 0 && strcmp (runs->key, key) == 0) {
    runs->count++;
    return;
  }
  end_stretch (scene, runs);
  runs->key = key;
  runs->count = 1;
}

static const char *
year_of (GbScene *scene, GbWhen date)
{
  if (gb_when_precision (date) == GB_PRECISION_NONE)
    return "";
  char text[GB_DATE_LENGTH];
  gb_date_format (date.first, text);
  return gb_arena_strndup (scene->arena, text, 4);
}

static void
print_index (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GString *out)
{
  const GbCatalog *catalog = scene->view->catalog;
  GbValue *index = gb_value_object (scene->arena);
  gb_value_set_integer (index, "shards", gb_postings_n_shards (scene->view->postings));
  g_autoptr (GString) parts = g_string_new (NULL);
  Runs kinds = { gb_value_set_array (index, "kind"), NULL, 0 };
  Runs statuses = { gb_value_set_array (index, "status"), NULL, 0 };
  Runs years = { gb_value_set_array (index, "year"), NULL, 0 };
  for (guint i = 0; i < catalog->n_documents; i++) {
    const GbDocument *document = &catalog->documents[i];
    append_count (parts, document->n_parts);
    count (scene, &kinds, gb_document_kind_name (document->kind));
    count (scene, &statuses,
           document->group == NULL
             ? ""
             : gb_arena_printf (scene->arena, "%s.%s", document->group, document->status));
    count (scene, &years, year_of (scene, document->date));
  }
  end_stretch (scene, &kinds);
  end_stretch (scene, &statuses);
  end_stretch (scene, &years);
  gb_value_set_string (index, "parts", gb_arena_strndup (scene->arena, parts->str, parts->len));
  g_autoptr (GString) files = g_string_new (NULL);
  guint n = 0;
  for (guint i = 0; i < catalog->n_parts; i++) {
    n++;
    if (i + 1 == catalog->n_parts || catalog->parts[i + 1].file != catalog->parts[i].file) {
      append_count (files, n);
      n = 0;
    }
  }
  gb_value_set_string (index, "files", gb_arena_strndup (scene->arena, files->str, files->len));
  gb_json_write (out, index, FALSE);
}

static void
print_issuers (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GString *out)
{
  const GbCatalog *catalog = scene->view->catalog;
  GbValue *list = gb_value_array (scene->arena);
  Runs issuers = { list, NULL, 0 };
  for (guint i = 0; i < catalog->n_documents; i++) {
    const char *issuer = catalog->documents[i].issuer;
    count (scene, &issuers, issuer == NULL ? "" : issuer);
  }
  end_stretch (scene, &issuers);
  gb_json_write (out, list, FALSE);
}

/* ---- the page ---- */

static void
append_choice (GbScene *scene, GbValue *choices, const char *value, const char *word)
{
  GbValue *choice = gb_value_object (scene->arena);
  gb_value_set_string (choice, "value", value);
  gb_value_set_string (choice, "word", word);
  gb_value_append (choices, choice);
}

static int
compare_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The values that documents have, each once, by text. */
static GPtrArray *
values_of (GbScene *scene, const char *(*value_of) (GbScene *scene, const GbDocument *document))
{
  const GbCatalog *catalog = scene->view->catalog;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *values = g_ptr_array_new ();
  for (guint i = 0; i < catalog->n_documents; i++) {
    const char *value = value_of (scene, &catalog->documents[i]);
    if (value != NULL && value[0] != '\0' && g_hash_table_add (seen, (gpointer)value))
      g_ptr_array_add (values, (gpointer)value);
  }
  g_ptr_array_sort (values, compare_text);
  return values;
}

static const char *
document_year (GbScene *scene, const GbDocument *document)
{
  return year_of (scene, document->date);
}

static const char *
document_issuer (G_GNUC_UNUSED GbScene *scene, const GbDocument *document)
{
  return document->issuer;
}

static void
set_kinds (GbScene *scene, GbValue *page)
{
  const GbCatalog *catalog = scene->view->catalog;
  GbValue *choices = gb_value_set_array (page, "kinds");
  for (guint i = 0; i < catalog->n_documents; i++) {
    if (i > 0 && catalog->documents[i].kind == catalog->documents[i - 1].kind)
      continue;
    const char *name = gb_document_kind_name (catalog->documents[i].kind);
    append_choice (scene, choices, name,
                   gb_scene_word (scene, gb_arena_printf (scene->arena, "search.kind.%s", name)));
  }
}

typedef const char *(*NameOf) (guint status);

static const char *
force_name (guint status)
{
  return gb_force_name ((GbForce)status);
}

static const char *
notice_name (guint status)
{
  return gb_notice_state_name ((GbNoticeState)status);
}

static const char *
standing_name (guint status)
{
  return gb_standing_name ((GbStanding)status);
}

static void
append_statuses (GbScene *scene, GbValue *groups, GbDocumentKind kind, const char *group, guint n,
                 NameOf name_of)
{
  const char *kind_word
    = gb_arena_printf (scene->arena, "search.kind.%s", gb_document_kind_name (kind));
  GbValue *value = gb_value_object (scene->arena);
  gb_value_set_string (value, "word", gb_scene_word (scene, kind_word));
  GbValue *choices = gb_value_set_array (value, "values");
  for (guint i = 0; i < n; i++) {
    const char *status = gb_arena_printf (scene->arena, "%s.%s", group, name_of (i));
    append_choice (scene, choices, status, gb_scene_word (scene, status));
  }
  gb_value_append (groups, value);
}

/* All that there are, so that the page is the same on every day. */
static void
set_statuses (GbScene *scene, GbValue *page)
{
  GbValue *groups = gb_value_set_array (page, "statuses");
  append_statuses (scene, groups, GB_DOCUMENT_POLICY, "force", GB_FORCE_COUNT, force_name);
  append_statuses (scene, groups, GB_DOCUMENT_NOTICE, "notice-state", GB_NOTICE_STATE_COUNT,
                   notice_name);
  append_statuses (scene, groups, GB_DOCUMENT_ENTRY, "standing", GB_STANDING_COUNT, standing_name);
}

static void
build (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *page)
{
  const char *title = gb_scene_word (scene, "search.title");
  gb_scene_frame (scene, page, "search", title, gb_scene_word (scene, "search.about"));
  gb_scene_column (scene, page, title);
  set_kinds (scene, page);
  set_statuses (scene, page);
  GbValue *years = gb_value_set_array (page, "years");
  g_autoptr (GPtrArray) found = values_of (scene, document_year);
  for (guint i = found->len; i-- > 0;)
    append_choice (scene, years, found->pdata[i], found->pdata[i]);
  GbValue *issuers = gb_value_set_array (page, "issuers");
  g_autoptr (GPtrArray) names = values_of (scene, document_issuer);
  for (guint i = 0; i < names->len; i++)
    append_choice (scene, issuers, names->pdata[i], names->pdata[i]);
}

void
gb_search_sheets (GbView *view)
{
  gb_view_add (view, "search/index.html", "page/search", build, NULL, 0);
  view->catalog = gb_catalog_new (view->corpus, view->words, view->arena);
  if (view->folder[0] != '\0')
    return;
  const GbCatalog *catalog = view->catalog;
  view->postings = gb_postings_new (catalog);
  gb_view_add_print (view, "search/index.json", print_index, NULL, 0);
  gb_view_add_print (view, "search/issuers.json", print_issuers, NULL, 0);
  guint n_shards = gb_postings_n_shards (view->postings);
  for (guint i = 0; i < n_shards; i++)
    gb_view_add_print (view, gb_arena_printf (view->arena, "search/pairs/%03x.bin", i), print_shard,
                       view->postings, i);
  for (guint i = 0; i < catalog->n_parts; i++)
    if (i == 0 || catalog->parts[i].file != catalog->parts[i - 1].file)
      gb_view_add_print (
        view, gb_arena_printf (view->arena, "search/texts/%u.json", catalog->parts[i].file),
        print_texts, GUINT_TO_POINTER (i), catalog->parts[i].file);
}
