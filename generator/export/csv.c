#include "export/csv.h"

#include "base/append.h"
#include "export/tables.h"
#include "view/href.h"
#include "view/sheet.h"

/* A table, whose two files are made in one go: whoever comes first keeps the other one. */
typedef struct {
  const GbTable *table;
  const GbRegistryCase *registry; /* or NULL: all */
  GMutex mutex;
  GString *kept[2]; /* plain, excel */
} TableFile;

static void
print (GbScene *scene, const GbSheet *sheet, GString *out)
{
  TableFile *file = (TableFile *)sheet->subject;
  g_mutex_lock (&file->mutex);
  GString **own = &file->kept[sheet->part];
  GString **other = &file->kept[1 - sheet->part];
  if (*own != NULL) {
    gb_append (out, (*own)->str, (*own)->len);
    g_string_free (*own, TRUE);
    *own = NULL;
  } else {
    if (*other != NULL)
      g_string_free (*other, TRUE);
    *other = g_string_new (NULL);
    gb_table_print (file->table, file->registry, scene, sheet->part == 0 ? out : *other,
                    sheet->part == 0 ? *other : out);
  }
  g_mutex_unlock (&file->mutex);
}

static void
add (GbView *view, const char *path, const GbTable *table, const GbRegistryCase *registry)
{
  TableFile *file = gb_arena_new0 (view->arena, TableFile);
  file->table = table;
  file->registry = registry;
  g_mutex_init (&file->mutex);
  g_ptr_array_add (view->tables, file);
  /* No id holds a dot. */
  gb_sheet_add_print (view, gb_arena_printf (view->arena, "%s.csv", path), print, file, 0);
  gb_sheet_add_print (view, gb_arena_printf (view->arena, "%s.excel.csv", path), print, file, 1);
}

static void
free_file (gpointer data)
{
  TableFile *file = data;
  for (guint i = 0; i < G_N_ELEMENTS (file->kept); i++)
    if (file->kept[i] != NULL)
      g_string_free (file->kept[i], TRUE);
  g_mutex_clear (&file->mutex);
}

void
gb_csv_files (GbView *view)
{
  view->tables = g_ptr_array_new_with_free_func (free_file);
  if (view->folder[0] != '\0')
    return;
  for (guint i = 0; i < gb_tables_count; i++)
    add (view, gb_href_data (view->arena, gb_tables[i].name, ""), &gb_tables[i], NULL);
  for (guint i = 0; i < view->corpus->n_registries; i++) {
    const GbRegistryCase *registry = &view->corpus->registries[i];
    const char *path = gb_href_registry_data (view->arena, registry->registry->id, "");
    add (view, path, gb_tables_entries, registry);
    add (view, gb_arena_printf (view->arena, "%s.events", path), gb_tables_events, registry);
  }
}

void
gb_csv_free (GbView *view)
{
  g_clear_pointer (&view->tables, g_ptr_array_unref);
}
