#include "text/sign.h"

#include "text/scan.h"

#define NAME_LENGTH 30 /* characters */

gboolean
gb_sign_is_date (const char *text, gsize length)
{
  static const char *const marks[] = { "年", "月", "日" };
  static const char han_digits[] = "〇零一二三四五六七八九十○";
  const GbScan scan = { .text = text, .to = length };
  gsize at = gb_scan_skip_spaces (&scan, 0);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    guint digits = 0;
    for (; at < length && digits < 9; digits++) {
      gboolean han = length - at >= GB_GLYPH_BYTES
                     && gb_glyph_is_one_of (text + at, han_digits, GB_GLYPH_BYTES);
      if (!han && !g_ascii_isdigit (text[at]))
        break;
      at = gb_scan_skip_spaces (&scan, at + (han ? GB_GLYPH_BYTES : 1));
    }
    if (digits == 0 || (i == 0 && digits != 4) || !gb_scan_take (&scan, &at, marks[i]))
      return FALSE;
    at = gb_scan_skip_spaces (&scan, at);
  }
  return at == length;
}

gboolean
gb_sign_is_agency (const char *text, gsize length)
{
  static const char ends[] = "局厅府会委部院办室组处署行司所";
  length -= gb_glyph_spaces_before (text + length, text);
  guint n = 0;
  for (gsize at = gb_glyph_spaces (text, length); at < length; n++) {
    gsize size;
    gunichar c = gb_glyph_read (text + at, length - at, &size);
    if (size == 0 || n == NAME_LENGTH
        || (!gb_glyph_is_han (c) && !gb_glyph_is_space (c) && c != GB_GLYPH ("（")
            && c != GB_GLYPH ("）")))
      return FALSE;
    at += size;
  }
  return n >= 3
         && (gb_glyph_is (text + length - 2 * GB_GLYPH_BYTES, 2 * GB_GLYPH_BYTES, "中心")
             || gb_glyph_is_one_of (text + length - GB_GLYPH_BYTES, ends, GB_GLYPH_BYTES));
}

static gboolean
is_date_block (cmark_node *block)
{
  if (block == NULL || cmark_node_get_type (block) != CMARK_NODE_PARAGRAPH)
    return FALSE;
  cmark_node *child = cmark_node_first_child (block);
  if (child == NULL || cmark_node_next (child) != NULL
      || cmark_node_get_type (child) != CMARK_NODE_TEXT)
    return FALSE;
  const char *text = cmark_node_get_literal (child);
  return gb_sign_is_date (text, strlen (text));
}

gboolean
gb_sign_is (const GbInline *words, cmark_node *block)
{
  if (words->length > 400)
    return FALSE;
  for (guint i = 0; i < words->marks->len; i++)
    if (g_array_index (words->marks, GbMark, i).kind != GB_MARK_BREAK)
      return FALSE;
  if (words->breaks->len == 0) {
    if (gb_sign_is_date (words->text, words->length))
      return TRUE;
    return gb_sign_is_agency (words->text, words->length)
           && is_date_block (cmark_node_next (block));
  }
  gsize at = 0;
  for (guint i = 0; i < words->breaks->len; i++) {
    gsize end = g_array_index (words->breaks, guint, i);
    if (!gb_sign_is_agency (words->text + at, end - at))
      return FALSE;
    at = end;
  }
  return gb_sign_is_date (words->text + at, words->length - at);
}
