#include "export/appointment.h"

#include "base/ical.h"
#include "export/diary.h"
#include "history/ledger.h"
#include "view/href.h"
#include "view/listing.h"
#include "view/occasion.h"
#include "view/scene.h"
#include "view/sheet.h"
#include "view/words.h"

#include <string.h>

/* ---- names ---- */

typedef struct {
  GbScene *scene;
  const GbAgency *issuer; /* whose appointments alone are wanted, or NULL */
  GPtrArray *list;        /* GbAppointment */
  GHashTable *uids;       /* of the thing at hand */
  GHashTable *most;       /* name of a group → its largest occasion, likewise */
} Diarist;

/* Which term of its entries ends: 1 for the first. */
static guint
term_number (const GbOccasion *occasion, GbDate as_of)
{
  const GbEntryCase *entry = occasion->entries[0];
  guint number = 0;
  for (guint i = 0; i < entry->n_events; i++)
    number += entry->events[i].when.last <= as_of
              && (entry->events[i].kind == GB_EVENT_CERTIFIED
                  || entry->events[i].kind == GB_EVENT_RENEWED);
  return number;
}

static const char *
version_name (GbArena *arena, const GbOccasion *occasion)
{
  const GbPolicyCase *policy = occasion->policy;
  for (guint i = 0; i < policy->n_versions; i++)
    if (policy->versions[i].from == occasion->date)
      return policy->versions[i].amending != NULL ? policy->versions[i].amending->policy->id
                                                  : gb_arena_printf (arena, "%u", i);
  return "0";
}

/* Without the host; that of a group of terms may be shared with another. */
static const char *
name_of (GbScene *scene, const GbOccasion *occasion)
{
  GbArena *arena = scene->arena;
  const char *kind = gb_occasion_name (occasion->kind);
  if (occasion->notice != NULL)
    return gb_arena_join (arena, kind, "/", occasion->notice->notice->id, NULL);
  if (occasion->policy != NULL) {
    const char *name = gb_arena_join (arena, kind, "/", occasion->policy->policy->id, NULL);
    return occasion->kind != GB_OCCASION_POLICY_VERSION
             ? name
             : gb_arena_join (arena, name, "/", version_name (arena, occasion), NULL);
  }
  const char *registry = occasion->registry->registry->id;
  if (occasion->duty != NULL)
    return gb_arena_printf (arena, "%s/%s/%s/%d", kind, registry, occasion->duty->id,
                            gb_date_year (occasion->date));
  const char *name = gb_arena_join (arena, kind, "/", registry, "/", occasion->batch->id, NULL);
  guint number = term_number (occasion, scene->corpus->as_of);
  return number < 2 ? name : gb_arena_printf (arena, "%s/%u", name, number);
}

static void
find_largest (Diarist *diarist, const GbOccasion *const *occasions, guint n)
{
  g_hash_table_remove_all (diarist->most);
  g_hash_table_remove_all (diarist->uids);
  for (guint i = 0; i < n; i++) {
    if (occasions[i]->n_entries == 0)
      continue;
    const char *name = name_of (diarist->scene, occasions[i]);
    const GbOccasion *most = g_hash_table_lookup (diarist->most, name);
    if (most == NULL || occasions[i]->n_entries > most->n_entries)
      g_hash_table_insert (diarist->most, (gpointer)name, (gpointer)occasions[i]);
  }
}

static const char *
uid_of (Diarist *diarist, const GbOccasion *occasion)
{
  GbScene *scene = diarist->scene;
  const char *name = name_of (scene, occasion);
  if (occasion->n_entries > 0 && g_hash_table_lookup (diarist->most, name) != occasion)
    name = gb_arena_join (scene->arena, name, "/", occasion->entries[0]->entry->id, NULL);
  const char *unique = name;
  for (guint i = 2; !g_hash_table_add (diarist->uids, (gpointer)unique); i++)
    unique = gb_arena_printf (scene->arena, "%s/%u", name, i);
  return gb_arena_join (scene->arena, unique, "@", gb_diary_host (scene->view, scene->arena), NULL);
}

/* ---- times ---- */

static void
stamp_of (gint64 time, char stamp[GB_STAMP_LENGTH])
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autofree char *text = utc == NULL ? NULL : g_date_time_format (utc, "%Y%m%dT%H%M%SZ");
  g_strlcpy (stamp, text == NULL ? "19700101T000000Z" : text, GB_STAMP_LENGTH);
}

static gint64
time_of (const char *stamp)
{
  int of[6] = { 0 };
  static const int widths[] = { 4, 2, 2, 2, 2, 2 };
  const char *at = stamp;
  for (guint i = 0; i < 6; i++) {
    at += *at == 'T';
    for (int k = 0; k < widths[i] && g_ascii_isdigit (*at); k++)
      of[i] = of[i] * 10 + (*at++ - '0');
  }
  g_autoptr (GDateTime) utc = g_date_time_new_utc (of[0], of[1], of[2], of[3], of[4], of[5]);
  return utc == NULL ? 0 : g_date_time_to_unix (utc);
}

static GbDate
sooner_of (const GbDate *days, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (days[i] != GB_DATE_NONE)
      return days[i];
  return GB_DATE_NONE;
}

/* The day on which the content says that the thing was published, or what comes nearest. */
static GbDate
told_on (const GbOccasion *occasion)
{
  if (occasion->policy != NULL) {
    const GbPolicy *policy = occasion->policy->policy;
    const GbDate days[] = { policy->published, policy->issued, policy->signed_, occasion->date };
    return sooner_of (days, G_N_ELEMENTS (days));
  }
  if (occasion->notice != NULL) {
    const GbNotice *notice = occasion->notice->notice;
    const GbDate days[] = { notice->published, gb_when_day (notice->opens), occasion->date };
    return sooner_of (days, G_N_ELEMENTS (days));
  }
  const GbBatch *batch = occasion->batch;
  const GbPolicyCase *rules = occasion->registry->policy;
  const GbDate days[] = {
    batch == NULL || batch->decision == NULL ? GB_DATE_NONE : batch->decision->date,
    batch == NULL ? GB_DATE_NONE : gb_when_day (batch->certified),
    rules == NULL ? GB_DATE_NONE : rules->policy->published,
    occasion->date,
  };
  return sooner_of (days, G_N_ELEMENTS (days));
}

static void
set_first_stamp (GbScene *scene, const GbOccasion *occasion, GbAppointment *appointment)
{
  const char *thing = occasion->notice != NULL ? gb_href_thing (scene->arena, GB_THING_NOTICE,
                                                                occasion->notice->notice->id)
                                               : appointment->thing;
  const GbCommit *commit = gb_ledger_last (gb_ledger_of (scene->view->ledger, thing));
  if (commit != NULL) {
    stamp_of (commit->time, appointment->stamp);
    return;
  }
  /* Midnight in Asia/Shanghai. */
  char text[GB_DATE_LENGTH];
  gb_date_format (told_on (occasion), text);
  g_autofree char *noon = g_strdup_printf ("%.4s%.2s%.2sT000000Z", text, text + 5, text + 8);
  stamp_of (time_of (noon) - 8 * 3600, appointment->stamp);
}

/* Later than what was published of it, by what is on record if that can be. */
static void
set_next_stamp (GbScene *scene, const GbAppointment *before, GbAppointment *appointment)
{
  guint n = scene->record == NULL ? 0 : gb_record_n_commits (scene->record);
  if (strcmp (appointment->stamp, before->stamp) <= 0 && n > 0)
    stamp_of (gb_record_commit (scene->record, n - 1)->time, appointment->stamp);
  if (strcmp (appointment->stamp, before->stamp) <= 0)
    stamp_of (time_of (before->stamp) + 1, appointment->stamp);
}

/* ---- appointments ---- */

static void
add_day (GString *lines, const char *name, GbDate date)
{
  char text[GB_DATE_LENGTH];
  gb_date_format (date, text);
  g_string_append_printf (lines, "%s;VALUE=DATE:%.4s%.2s%.2s\n", name, text, text + 5, text + 8);
}

static const char *
lines_of (GbScene *scene, const GbOccasion *occasion)
{
  GbScene plain = *scene;
  plain.data = FALSE;
  GbValue *row = gb_value_object (scene->arena);
  gb_occasion_row (&plain, row, occasion);
  const char *kind = gb_value_get_string (gb_value_get (row, "kind"), "word");
  const GbValue *why = gb_value_get (row, "why");
  g_autoptr (GString) lines = g_string_new (NULL);
  add_day (lines, "DTSTART", occasion->date);
  if (occasion->date < GB_DATE_LAST)
    add_day (lines, "DTEND", occasion->date + 1);
  gb_ical_add_text (lines, "SUMMARY",
                    gb_words_fill (scene->words, scene->arena, "subscribe.entry", "a", kind, "b",
                                   gb_value_get_string (row, "title"), NULL));
  gb_ical_add_text (lines, "DESCRIPTION", gb_value_get_string (why, "sentence"));
  const char *address = gb_scene_address (scene, gb_value_get_string (row, "href"));
  if (address != NULL)
    gb_ical_add (lines, "URL", address);
  gb_ical_add_text (lines, "CATEGORIES", kind);
  gb_ical_add (lines, "TRANSP", "TRANSPARENT");
  if (occasion->notice != NULL && occasion->notice->registry != NULL)
    gb_ical_add (lines, GB_DIARY_REGISTRY, occasion->notice->registry->registry->id);
  const GbAgency *issuer = gb_diary_issuer_of_occasion (occasion);
  if (issuer != NULL)
    gb_ical_add (lines, GB_DIARY_ISSUER, issuer->id);
  return gb_arena_strndup (scene->arena, lines->str, lines->len);
}

static void
append_occasion (Diarist *diarist, const char *thing, const GbOccasion *occasion)
{
  GbScene *scene = diarist->scene;
  /* The name is taken even where the appointment is another's: it is the same in every calendar. */
  const char *uid = uid_of (diarist, occasion);
  if (diarist->issuer != NULL && gb_diary_issuer_of_occasion (occasion) != diarist->issuer)
    return;
  GbAppointment *now = gb_arena_new0 (scene->arena, GbAppointment);
  now->uid = uid;
  now->thing = thing;
  now->date = occasion->date;
  now->status = occasion->provisional ? "TENTATIVE" : "CONFIRMED";
  now->lines = lines_of (scene, occasion);
  const GHashTable *promised = scene->view->diary->promised;
  const GbAppointment *before
    = promised == NULL ? NULL : g_hash_table_lookup ((GHashTable *)promised, now->uid);
  gboolean is_moved
    = before != NULL && (before->date != now->date || strcmp (before->status, now->status) != 0);
  now->sequence = before == NULL ? 0 : before->sequence + is_moved;
  if (before != NULL && !is_moved && strcmp (before->lines, now->lines) == 0) {
    memcpy (now->stamp, before->stamp, GB_STAMP_LENGTH);
  } else {
    set_first_stamp (scene, occasion, now);
    if (before != NULL)
      set_next_stamp (scene, before, now);
  }
  g_ptr_array_add (diarist->list, now);
}

/* A notice may have gone over to another registry, and its dates with it. */
static gboolean
is_told_elsewhere (const GbCorpus *corpus, const GbAppointment *before)
{
  if (!g_str_has_prefix (before->uid, "notice-"))
    return FALSE;
  const char *id = strchr (before->uid, '/') + 1;
  g_autofree char *own = g_strndup (id, strcspn (id, "@"));
  const GbNoticeCase *notice = gb_corpus_notice (corpus, own);
  if (notice == NULL)
    return FALSE;
  return g_str_has_prefix (before->uid, gb_occasion_name (GB_OCCASION_NOTICE_OPENS))
           ? gb_when_precision (notice->notice->opens) == GB_PRECISION_DAY
           : notice->closes.date != GB_DATE_NONE;
}

/* What was promised of @thing before and is not among what it has now. */
static void
append_dropped (Diarist *diarist, const char *thing)
{
  GbScene *scene = diarist->scene;
  GHashTable *by_thing = scene->view->diary->by_thing;
  const GPtrArray *list = by_thing == NULL ? NULL : g_hash_table_lookup (by_thing, thing);
  for (guint i = 0; list != NULL && i < list->len; i++) {
    const GbAppointment *before = list->pdata[i];
    if (diarist->issuer != NULL && g_strcmp0 (before->issuer, diarist->issuer->id) != 0)
      continue;
    g_autofree char *name = g_strndup (before->uid, strcspn (before->uid, "@"));
    if (g_hash_table_contains (diarist->uids, name) || is_told_elsewhere (scene->corpus, before))
      continue;
    GbAppointment *now = gb_arena_new0 (scene->arena, GbAppointment);
    *now = *before;
    if (strcmp (before->status, "CANCELLED") != 0 && before->date >= scene->corpus->as_of) {
      now->status = "CANCELLED";
      now->sequence++;
      set_next_stamp (scene, before, now);
    }
    g_ptr_array_add (diarist->list, now);
  }
}

static void
append_thing (Diarist *diarist, const char *thing)
{
  guint n;
  const GbOccasion *const *occasions = gb_diary_of (diarist->scene->view, thing, &n);
  find_largest (diarist, occasions, n);
  for (guint i = 0; i < n; i++)
    append_occasion (diarist, thing, occasions[i]);
  append_dropped (diarist, thing);
}

/* Things that are in the content no more. */
static void
append_gone (Diarist *diarist)
{
  const GbView *view = diarist->scene->view;
  if (view->diary->by_thing == NULL)
    return;
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init (&iter, view->diary->by_thing);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    const char *id = strchr (key, '/');
    if (id == NULL
        || (g_str_has_prefix (key, GB_HREF_POLICIES)
              ? gb_corpus_policy (view->corpus, id + 1) != NULL
              : gb_corpus_registry (view->corpus, id + 1) != NULL))
      continue;
    g_hash_table_remove_all (diarist->uids);
    append_dropped (diarist, key);
  }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const GbAppointment *left = *(const GbAppointment *const *)a;
  const GbAppointment *right = *(const GbAppointment *const *)b;
  return left->date != right->date ? (left->date < right->date ? -1 : 1)
                                   : strcmp (left->uid, right->uid);
}

/* ---- files ---- */

static void
add_head (GbScene *scene, GString *lines, const char *title, const char *about, const char *path)
{
  gb_ical_add (lines, "BEGIN", "VCALENDAR");
  gb_ical_add (lines, "VERSION", "2.0");
  gb_ical_add (lines, "PRODID", "-//Gongbao//Gongbao//ZH");
  gb_ical_add (lines, "CALSCALE", "GREGORIAN");
  gb_ical_add_text (lines, "NAME", title);
  gb_ical_add_text (lines, "X-WR-CALNAME", title);
  gb_ical_add_text (lines, "DESCRIPTION", gb_scene_word (scene, "agenda.about"));
  const char *page = gb_scene_address (scene, about);
  if (page != NULL) {
    gb_ical_add (lines, "URL", page);
    gb_ical_add (lines, "SOURCE;VALUE=URI", gb_scene_address (scene, path));
  }
  gb_ical_add (lines, "REFRESH-INTERVAL;VALUE=DURATION", "P1D");
  gb_ical_add (lines, "X-PUBLISHED-TTL", "P1D");
}

static void
add_appointment (GString *lines, const GbAppointment *appointment)
{
  gb_ical_add (lines, "BEGIN", "VEVENT");
  gb_ical_add (lines, "UID", appointment->uid);
  gb_ical_add (lines, "DTSTAMP", appointment->stamp);
  gb_ical_add (lines, "LAST-MODIFIED", appointment->stamp);
  g_string_append_printf (lines, "SEQUENCE:%u\n", appointment->sequence);
  gb_ical_add (lines, "STATUS", appointment->status);
  g_string_append (lines, appointment->lines);
  gb_ical_add (lines, "END", "VEVENT");
}

static const char *
title_of (GbScene *scene, const char *thing)
{
  const char *id = thing == NULL ? NULL : strchr (thing, '/') + 1;
  const GbAgency *issuer = thing == NULL ? NULL : gb_diary_issuer (scene->view, thing);
  const char *title = thing == NULL    ? scene->corpus->model->site->name
                      : issuer != NULL ? issuer->name
                      : g_str_has_prefix (thing, GB_HREF_POLICIES)
                        ? gb_corpus_policy (scene->corpus, id)->policy->title
                        : gb_corpus_registry (scene->corpus, id)->registry->title;
  return gb_words_fill (scene->words, scene->arena, "subscribe.calendar-of", "title", title, NULL);
}

static void
print (GbScene *scene, const GbSheet *sheet, GString *out)
{
  const char *thing = sheet->subject; /* NULL: everything */
  const GbCorpus *corpus = scene->corpus;
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) most = g_hash_table_new (g_str_hash, g_str_equal);
  const GbAgency *issuer = thing == NULL ? NULL : gb_diary_issuer (scene->view, thing);
  Diarist diarist = { scene, issuer, list, uids, most };
  if (thing != NULL && issuer == NULL) {
    append_thing (&diarist, thing);
  } else {
    for (guint i = 0; i < corpus->n_policies; i++)
      if (issuer == NULL || corpus->policies[i].issuer == issuer)
        append_thing (
          &diarist, gb_href_thing (scene->arena, GB_THING_POLICY, corpus->policies[i].policy->id));
    for (guint i = 0; i < corpus->n_registries; i++)
      append_thing (&diarist, gb_href_thing (scene->arena, GB_THING_REGISTRY,
                                             corpus->registries[i].registry->id));
    append_thing (&diarist, "");
    append_gone (&diarist);
  }
  g_ptr_array_sort (list, compare);
  g_autoptr (GString) lines = g_string_new (NULL);
  add_head (scene, lines, title_of (scene, thing),
            thing == NULL ? GB_HREF_CALENDAR
            : issuer != NULL && gb_listing_issuer_href (scene->view, issuer->id) == NULL
              ? ""
              : gb_arena_join (scene->arena, thing, "/", NULL),
            sheet->path);
  for (guint i = 0; i < list->len; i++)
    add_appointment (lines, list->pdata[i]);
  gb_ical_add (lines, "END", "VCALENDAR");
  gb_ical_fold (out, lines->str);
}

static void
add_calendar (GbView *view, const char *folder, const char *id)
{
  const char *thing = gb_arena_printf (view->arena, "%s%s", folder, id);
  if (gb_diary_has (view, thing))
    gb_sheet_add_print (view, gb_href_beside (view->arena, thing, GB_HREF_ICS), print, thing, 0);
}

void
gb_appointment_add_issuer (GbView *view, const char *id)
{
  add_calendar (view, GB_HREF_ISSUERS, id);
}

void
gb_appointment_files (GbView *view)
{
  if (gb_diary_has (view, NULL))
    gb_sheet_add_print (view, GB_HREF_CALENDAR GB_HREF_ICS, print, NULL, 0);
  for (guint i = 0; i < view->corpus->n_registries; i++)
    add_calendar (view, GB_HREF_REGISTRIES, view->corpus->registries[i].registry->id);
  for (guint i = 0; i < view->corpus->n_policies; i++)
    add_calendar (view, GB_HREF_POLICIES, view->corpus->policies[i].policy->id);
}
