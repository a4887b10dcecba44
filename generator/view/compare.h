/* 新旧条文对照表: the rows of two texts of one document side by side, what did not change left out.
 */
#pragma once

#include "text/redline.h"
#include "view/view.h"

/* One of two texts compared. */
typedef struct {
  const GbText *text; /* NULL: there was none */
  const char *title;  /* e.g. 自2025年1月1日起施行的文本 */
  const char *href;   /* its page, or NULL */
  gboolean anchored;  /* of the new side: rows have the anchors of their articles */
} GbCompareSide;

/* Fills a page of template page/compare, its frame apart: old and new {title, href}, summary,
 * by_line, caption, legend, rows, typography, has.rows, has.typography. */
void gb_compare_set_rows (GbScene *scene, GbValue *page, const GbCompareSide *old_side,
                          const GbCompareSide *new_side);
/* The same of a redline that is there already; the texts of the sides may be NULL. */
void gb_compare_set_redline (GbScene *scene, GbValue *page, const GbRedline *redline,
                             const GbCompareSide *old_side, const GbCompareSide *new_side);
/* The anchor, on the page that compares two texts, of an article of the old one: that of the
 * article it became, else its own with "old-". */
const char *gb_compare_anchor (GbArena *arena, const GbRedline *redline, const char *old_article);
