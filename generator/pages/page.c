/* Pages that are only text, and the page for what is not there. */
#include "history/provenance.h"
#include "pages/pages.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/scene.h"
#include "view/sheet.h"

#include <string.h>

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbPageCase *text = sheet->subject;
  const GbPage *source = text->page;
  gb_frame_set (scene, page, strcmp (source->id, "about") == 0 ? "about" : NULL, source->title,
                source->summary);
  gb_frame_set_column (page, source->title);
  gb_provenance_set (scene, page, gb_arena_join (scene->arena, "pages/", source->id, NULL),
                     source->file);
  gb_value_set_string (page, "html",
                       text->text == NULL ? NULL
                                          : gb_scene_html (scene, text->text, text->targets, NULL));
}

/* "/gongbao/" of "https://www.example.cn/gongbao": the page is served under any address, so that
 * its links cannot be relative. */
static const char *
base_path (GbArena *arena, const char *base_url)
{
  const char *host = base_url == NULL ? NULL : strstr (base_url, "://");
  const char *path = host == NULL ? NULL : strchr (host + 3, '/');
  return path == NULL ? "/" : gb_arena_printf (arena, "%s/", path);
}

static void
build_missing (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *page)
{
  const char *top = base_path (scene->arena, scene->corpus->model->site->base_url);
  gb_value_set_string (page, "top", top);
  gb_value_set_string (page, "root", gb_arena_join (scene->arena, top, scene->view->folder, NULL));
  gb_value_set_null (page, "canonical");
  gb_frame_set (scene, page, NULL, gb_scene_word (scene, "missing.title"), NULL);
  gb_value_set_boolean (page, "path", FALSE);
}

void
gb_page_pages (GbView *view)
{
  for (guint i = 0; i < view->corpus->n_pages; i++) {
    const GbPageCase *page = &view->corpus->pages[i];
    gb_sheet_add_page (view, gb_href_page (view->arena, page->page->id), "page/text", build, page,
                       0);
  }
  gb_sheet_add (view, "404.html", "page/missing", build_missing, NULL, 0);
}
