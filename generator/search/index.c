#include "search/index.h"

#include "base/escape.h"
#include "base/json.h"
#include "search/catalog.h"
#include "search/postings.h"
#include "view/href.h"
#include "view/sheet.h"

#include <string.h>

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
    count (scene, &kinds, gb_catalog_kind_name (document->kind));
    count (scene, &statuses,
           document->group == NULL
             ? ""
             : gb_arena_printf (scene->arena, "%s.%s", document->group, document->status));
    count (scene, &years, gb_catalog_year (scene->arena, document->date));
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

void
gb_index_files (GbView *view)
{
  view->catalog = gb_catalog_new (view->corpus, view->words, view->arena);
  if (view->folder[0] != '\0')
    return;
  const GbCatalog *catalog = view->catalog;
  view->postings = gb_postings_new (catalog);
  gb_sheet_add_print (view, GB_HREF_SEARCH "index.json", print_index, NULL, 0);
  gb_sheet_add_print (view, GB_HREF_SEARCH "issuers.json", print_issuers, NULL, 0);
  guint n_shards = gb_postings_n_shards (view->postings);
  for (guint i = 0; i < n_shards; i++)
    gb_sheet_add_print (view, gb_href_pairs (view->arena, i), print_shard, view->postings, i);
  for (guint i = 0; i < catalog->n_parts; i++)
    if (i == 0 || catalog->parts[i].file != catalog->parts[i - 1].file)
      gb_sheet_add_print (view, gb_href_texts (view->arena, catalog->parts[i].file), print_texts,
                          GUINT_TO_POINTER (i), catalog->parts[i].file);
}
