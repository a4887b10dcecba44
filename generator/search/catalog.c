#include "search/catalog.h"

#include "view/href.h"
#include "view/words.h"

#include <string.h>

/* Bytes of HTML, of which a Chinese character takes three: a part, a file of texts, and such a file
 * where there are so many that their number counts more than their size. */
#define PART_SIZE 6000
#define FILE_SIZE 5000
#define FILE_SIZE_MANY 15000
#define MANY 2000

const char *
gb_catalog_kind_name (GbDocumentKind kind)
{
  static const char *const names[]
    = { "policy", "interpretation", "notice", "registry", "entry", "page" };
  G_STATIC_ASSERT (G_N_ELEMENTS (names) == GB_DOCUMENT_KIND_COUNT);
  return names[kind];
}

/* ---- documents ---- */

static const char *
name_of (const GbAgency *agency)
{
  return agency == NULL ? NULL : agency->name;
}

static void
add (GArray *documents, GbDocument document)
{
  g_array_append_val (documents, document);
}

static GbWhen
on (GbDate day)
{
  return (GbWhen){ day, day };
}

static void
add_policy (GArray *documents, const GbPolicyCase *policy, const GbValue *words, GbArena *arena)
{
  const GbPolicy *source = policy->policy;
  GbForce force = policy->state.force;
  GbDocument document = {
    .kind = GB_DOCUMENT_POLICY,
    .subject = policy,
    .text = policy->text,
    .title = source->title,
    .number = source->number,
    .href = gb_href_policy (arena, policy),
    .group = "force",
    .status = gb_force_name (force),
    .issuer = name_of (policy->issuer),
    .date = on (gb_policy_case_date (policy)),
    .order = force == GB_FORCE_IN_FORCE ? 0 : 1 + (guint)force,
  };
  add (documents, document);
  if (policy->interpretation == NULL)
    return;
  document.kind = GB_DOCUMENT_INTERPRETATION;
  document.text = policy->interpretation;
  document.title
    = gb_words_fill (words, arena, "interpretation.title", "title", source->title, NULL);
  document.number = NULL;
  document.href = gb_href_interpretation (arena, policy);
  add (documents, document);
}

static void
add_registry (GArray *documents, const GbRegistryCase *registry, GbArena *arena)
{
  const GbRegistry *source = registry->registry;
  add (documents, (GbDocument){
                    .kind = GB_DOCUMENT_REGISTRY,
                    .subject = registry,
                    .title = source->title,
                    .href = gb_href_registry (arena, registry),
                    .issuer = name_of (registry->authority),
                    .date = GB_WHEN_NONE,
                  });
  for (guint i = 0; i < registry->n_entries; i++) {
    const GbEntryCase *entry = registry->entries[i];
    GbStanding standing = entry->state.standing;
    add (documents, (GbDocument){
                      .kind = GB_DOCUMENT_ENTRY,
                      .subject = entry,
                      .title = entry->name,
                      .href = gb_href_entry (arena, entry),
                      .group = "standing",
                      .status = gb_standing_name (standing),
                      .issuer = name_of (registry->authority),
                      .date = entry->certified,
                      .order = standing == GB_STANDING_CERTIFIED ? 0 : 1 + (guint)standing,
                    });
  }
}

static void
collect (const GbCorpus *corpus, const GbValue *words, GbArena *arena, GArray *documents)
{
  for (guint i = 0; i < corpus->n_policies; i++)
    add_policy (documents, &corpus->policies[i], words, arena);
  for (guint i = 0; i < corpus->n_notices; i++) {
    const GbNoticeCase *notice = &corpus->notices[i];
    add (documents, (GbDocument){
                      .kind = GB_DOCUMENT_NOTICE,
                      .subject = notice,
                      .text = notice->text,
                      .title = notice->notice->title,
                      .number = notice->notice->number,
                      .href = gb_href_notice (arena, notice),
                      .group = "notice-state",
                      .status = gb_notice_state_name (notice->state),
                      .issuer = name_of (notice->issuer),
                      .date = notice->notice->opens,
                      .order = notice->state == GB_NOTICE_OPEN ? 0 : 1 + (guint)notice->state,
                    });
  }
  for (guint i = 0; i < corpus->n_registries; i++)
    add_registry (documents, &corpus->registries[i], arena);
  for (guint i = 0; i < corpus->n_pages; i++) {
    const GbPageCase *page = &corpus->pages[i];
    add (documents, (GbDocument){
                      .kind = GB_DOCUMENT_PAGE,
                      .subject = page,
                      .text = page->text,
                      .title = page->page->title,
                      .href = gb_arena_printf (arena, "%s/", page->page->id),
                      .date = GB_WHEN_NONE,
                    });
  }
}

static int
compare_documents (gconstpointer a, gconstpointer b)
{
  const GbDocument *x = a;
  const GbDocument *y = b;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->order != y->order)
    return x->order < y->order ? -1 : 1;
  if (x->date.first != y->date.first)
    return x->date.first > y->date.first ? -1 : 1;
  return strcmp (x->href, y->href);
}

/* ---- names ---- */

static void
append_line (GString *out, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  g_string_append (out, text);
  g_string_append_c (out, '\n');
}

/* As it is written in texts: 2023年2月28日. */
static void
append_when (GString *out, GbWhen when)
{
  GbPrecision precision = gb_when_precision (when);
  if (precision == GB_PRECISION_NONE)
    return;
  int year, month, day;
  gb_date_split (when.last, &year, &month, &day);
  g_string_append_printf (out, "%04d年", year);
  if (precision != GB_PRECISION_YEAR)
    g_string_append_printf (out, "%d月", month);
  if (precision == GB_PRECISION_DAY)
    g_string_append_printf (out, "%d日", day);
  g_string_append_c (out, '\n');
}

static void
entry_names (const GbEntryCase *entry, GString *out)
{
  const GbEntry *source = entry->entry;
  if (strcmp (source->name, entry->name) != 0)
    append_line (out, source->name);
  for (guint i = 0; i < entry->n_events; i++) {
    const GbEvent *event = entry->events[i].event;
    if (event != NULL && event->name != NULL && strcmp (event->name, entry->name) != 0)
      append_line (out, event->name);
  }
  append_line (out, source->region);
  append_line (out, entry->industry);
  append_line (out, source->lead);
  append_line (out, source->support);
  append_line (out, entry->registry->registry->title);
  append_line (out, entry->batch->title);
  append_line (out, source->note);
}

static void
notice_names (const GbNoticeCase *subject, GString *out)
{
  const GbNotice *notice = subject->notice;
  append_when (out, on (subject->closes.date));
  append_line (out, notice->summary);
  for (guint i = 0; i < notice->proposed.length; i++) {
    const GbProposed *proposed = GB_LIST_AT (GbProposed, notice->proposed, i);
    append_line (out, proposed->name);
    append_line (out, proposed->region);
    append_line (out, proposed->industry);
  }
}

void
gb_catalog_names (const GbDocument *document, GString *out)
{
  append_line (out, document->title);
  append_line (out, document->number);
  append_line (out, document->issuer);
  append_when (out, document->date);
  if (document->kind == GB_DOCUMENT_POLICY)
    append_line (out, ((const GbPolicyCase *)document->subject)->policy->summary);
  else if (document->kind == GB_DOCUMENT_REGISTRY)
    append_line (out, ((const GbRegistryCase *)document->subject)->registry->summary);
  else if (document->kind == GB_DOCUMENT_NOTICE)
    notice_names (document->subject, out);
  else if (document->kind == GB_DOCUMENT_ENTRY)
    entry_names (document->subject, out);
}

/* ---- parts ---- */

static gboolean
is_within (const GbText *text, const GbUnit *unit, GbUnitKind kind)
{
  while (unit->parent >= 0) {
    unit = &text->units[unit->parent];
    if (unit->kind == kind)
      return TRUE;
  }
  return FALSE;
}

/* A piece begins with every unit but the items of an article. */
static void
cut (const GbText *text, GArray *pieces)
{
  GbPiece piece = { .start = 0 };
  for (guint i = 0; i < text->n_units; i++) {
    const GbUnit *unit = &text->units[i];
    gboolean is_item = unit->kind == GB_UNIT_ITEM || unit->kind == GB_UNIT_SUBITEM;
    if (unit->start < piece.start || (is_item && is_within (text, unit, GB_UNIT_ARTICLE)))
      continue;
    piece.end = unit->start;
    if (piece.end > piece.start)
      g_array_append_val (pieces, piece);
    piece = (GbPiece){ .start = unit->start, .unit = unit };
  }
  piece.end = text->html_length;
  if (piece.end > piece.start)
    g_array_append_val (pieces, piece);
}

static void
add_parts (GbCatalog *catalog, guint index, GArray *pieces, GArray *parts, GbArena *arena)
{
  GbDocument *document = &catalog->documents[index];
  g_array_set_size (pieces, 0);
  if (document->text != NULL)
    cut (document->text, pieces);
  guint from = 0, n;
  GbPiece *kept = gb_arena_seal (arena, pieces, &n);
  document->first_part = parts->len;
  do {
    guint end = from;
    gsize size = 0;
    while (end < n && (end == from || size < PART_SIZE)) {
      size += kept[end].end - kept[end].start;
      end++;
    }
    GbPart part = { .document = index, .pieces = kept + from, .n_pieces = end - from };
    g_array_append_val (parts, part);
    catalog->n_bytes += size + 200;
    from = end;
  } while (from < n);
  document->n_parts = parts->len - document->first_part;
}

static gsize
size_of (const GbPart *part)
{
  gsize size = 400;
  if (part->n_pieces > 0)
    size += part->pieces[part->n_pieces - 1].end - part->pieces[0].start;
  return size;
}

static void
share_files (GbCatalog *catalog)
{
  gsize limit = catalog->n_parts < MANY ? FILE_SIZE : FILE_SIZE_MANY;
  gsize size = 0;
  for (guint i = 0; i < catalog->n_parts; i++) {
    gsize own = size_of (&catalog->parts[i]);
    if (i == 0 || size + own > limit) {
      catalog->n_files++;
      size = 0;
    }
    size += own;
    catalog->parts[i].file = catalog->n_files - 1;
  }
}

GbCatalog *
gb_catalog_new (const GbCorpus *corpus, const GbValue *words, GbArena *arena)
{
  GbCatalog *catalog = gb_arena_new0 (arena, GbCatalog);
  g_autoptr (GArray) documents = g_array_new (FALSE, FALSE, sizeof (GbDocument));
  collect (corpus, words, arena, documents);
  g_array_sort (documents, compare_documents);
  catalog->documents = gb_arena_seal (arena, documents, &catalog->n_documents);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (GbPart));
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (GbPiece));
  for (guint i = 0; i < catalog->n_documents; i++)
    add_parts (catalog, i, pieces, parts, arena);
  catalog->parts = gb_arena_seal (arena, parts, &catalog->n_parts);
  share_files (catalog);
  return catalog;
}

gboolean
gb_catalog_is_first (const GbCatalog *catalog, guint part)
{
  return catalog->documents[catalog->parts[part].document].first_part == part;
}

const char *
gb_catalog_year (GbArena *arena, GbWhen date)
{
  if (gb_when_precision (date) == GB_PRECISION_NONE)
    return "";
  char text[GB_DATE_LENGTH];
  gb_date_format (date.first, text);
  return gb_arena_strndup (arena, text, 4);
}
