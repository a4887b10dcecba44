#include "view/view.h"

#include "view/almanac.h"
#include "view/language.h"
#include "view/listing.h"
#include "view/roster.h"

GbView *
gb_view_new (const GbCorpus *corpus, const GbValue *words, const GbRecord *record)
{
  GbView *view = g_new0 (GbView, 1);
  view->corpus = corpus;
  view->words = words;
  view->record = record;
  view->arena = gb_arena_new ();
  view->folder
    = gb_language_folder (corpus->model->site, gb_value_get_string (words, "lang"), view->arena);
  view->sheets = g_array_new (FALSE, FALSE, sizeof (GbSheet));
  view->paths = g_hash_table_new (g_str_hash, g_str_equal);
  view->listings = g_ptr_array_new ();
  view->by_issuer = g_hash_table_new (g_str_hash, g_str_equal);
  view->by_topic = g_hash_table_new (g_str_hash, g_str_equal);
  view->rosters = g_hash_table_new (NULL, NULL);
  gb_almanac_make (view);
  gb_listing_make (view);
  gb_roster_make (view);
  return view;
}

void
gb_view_free (GbView *view)
{
  if (view == NULL)
    return;
  for (guint i = 0; i < view->listings->len; i++)
    g_ptr_array_unref (((GbListing *)view->listings->pdata[i])->policies);
  g_ptr_array_unref (view->listings);
  g_array_unref (view->sheets);
  g_hash_table_unref (view->paths);
  g_hash_table_unref (view->by_issuer);
  g_hash_table_unref (view->by_topic);
  g_hash_table_unref (view->rosters);
  gb_arena_free (view->arena);
  g_free (view);
}
