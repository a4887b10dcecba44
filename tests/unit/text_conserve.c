/* No sign is lost: random texts of the signs that Markdown knows, figures, characters, labels.
 *
 * The HTML is written back as the Markdown of it: <strong> as **, a link as [words](address).  What
 * can be seen of that must be what can be seen of the source, in order; only the # of headings, and
 * the ** around a label or in a heading, are not in the HTML.  A text that is refused is none of
 * this.  So nothing here knows how the generator tells markup from words.  The same words must be
 * in the plain form of the text.
 *
 * The seed is printed; SEED= takes it again, and ROUNDS= as many texts as are wanted.
 */
#include "../text/fixture.h"

/* -- the two sides -- */

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == 0xa0 || c == 0x3000;
}

static gboolean
begins (const char *text, const char *prefix)
{
  return strncmp (text, prefix, strlen (prefix)) == 0;
}

/* The value of @name in the tag at @tag, with its references, in quotes. */
static char *
attribute (const char *tag, const char *name)
{
  const char *end = strchr (tag, '>');
  g_autofree char *open = g_strconcat (" ", name, "=\"", NULL);
  const char *at = strstr (tag, open);
  if (at == NULL || at > end)
    return NULL;
  at += strlen (open);
  return g_strndup (at, strcspn (at, "\""));
}

static void
append_unescaped (GString *out, const char *text, gsize length)
{
  static const char *const references[][2] = {
    { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&#39;", "'" }, { "&amp;", "&" },
  };
  g_autofree char *piece = g_strndup (text, length);
  for (const char *at = piece; *at != '\0';) {
    guint i = 0;
    while (i < G_N_ELEMENTS (references) && !begins (at, references[i][0]))
      i++;
    if (i < G_N_ELEMENTS (references)) {
      g_string_append (out, references[i][1]);
      at += strlen (references[i][0]);
    } else {
      g_string_append_c (out, *at++);
    }
  }
}

/* The HTML as Markdown. */
static char *
write_back (const char *html)
{
  GString *out = g_string_new (NULL);
  g_autofree char *address = NULL; /* of the open link */
  for (const char *at = html; *at != '\0';) {
    if (*at != '<') {
      gsize length = strcspn (at, "<");
      append_unescaped (out, at, length);
      at += length;
      continue;
    }
    if (begins (at, "<strong>") || begins (at, "</strong>")) {
      g_string_append (out, "**");
    } else if (begins (at, "<img ")) {
      g_autofree char *alt = attribute (at, "alt");
      g_autofree char *source = attribute (at, "src");
      g_string_append (out, "![");
      append_unescaped (out, alt, strlen (alt));
      g_string_append (out, "](");
      append_unescaped (out, source, strlen (source));
      g_string_append (out, ")");
    } else if (begins (at, "<a ") && !begins (at, "<a class=\"num\"")
               && !begins (at, "<a class=\"ref\"")) {
      address = attribute (at, "href");
      g_string_append (out, "[");
    } else if (begins (at, "</a>") && address != NULL) {
      g_string_append (out, "](");
      append_unescaped (out, address, strlen (address));
      g_string_append (out, ")");
      g_clear_pointer (&address, g_free);
    }
    at = strchr (at, '>') + 1;
  }
  return g_string_free (out, FALSE);
}

/* Whether the line that holds @at may show less: a heading, or one with a label. */
static gboolean
is_labelled (const char *source, const char *at)
{
  static const char *const heads[]
    = { "#", "\n", "第", "（", "(", "附", "一", "二", "①", "1", "2", "3", "5", "9" };
  const char *line = at;
  while (line > source && line[-1] != '\n')
    line--;
  line += strspn (line, " \t*+-");
  while (begins (line, "　"))
    line += strlen ("　") + strspn (line + strlen ("　"), " \t*+-");
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (begins (line, heads[i]))
      return TRUE;
  return FALSE;
}

/* Bytes of heading marks at @at, with up to three blanks before them and words behind. */
static gsize
heading (const char *source, const char *at)
{
  const char *line = at;
  while (line > source && line[-1] == ' ' && at - line < 4)
    line--;
  gsize n = strspn (at, "#");
  const char *words = at + n + strspn (at + n, " \t");
  gboolean alone = at - line < 4 && (line == source || line[-1] == '\n');
  return alone && n > 0 && n <= 6 && words > at + n && *words != '\n' && *words != '\0' ? n : 0;
}

static gboolean
is_escape (const char *at)
{
  return at[0] == '\\' && at[1] == '<' && (g_ascii_isalpha (at[2]) || strchr ("/!?", at[2]) != NULL)
         && at[2] != '\0';
}

static const char *
skip_spaces (const char *at)
{
  while (*at != '\0' && is_space (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/* Bytes of the line | --- | at @at, which begins one; 0: it is none. */
static gsize
delimiter (const char *source, const char *at)
{
  const char *line = at;
  while (line > source && (line[-1] == ' ' || line[-1] == '\t'))
    line--;
  gsize n = strspn (at, "|-: \t");
  gboolean whole = (line == source || line[-1] == '\n') && (at[n] == '\n' || at[n] == '\0');
  return whole && memchr (at, '|', n) != NULL && memchr (at, '-', n) != NULL ? n : 0;
}

/* Whether the source from @at on shows @shown; the farthest place reached goes to *@ret_far. */
static gboolean
agrees (const char *source, const char *at, const char *shown, gboolean table, const char **ret_far)
{
  for (;;) {
    const char *last = at > source ? at - 1 : at;
    shown = skip_spaces (shown);
    at = skip_spaces (at);
    if (at > *ret_far)
      *ret_far = at;
    if (*at == '\0' && *shown == '\0')
      return TRUE;
    gsize marks = heading (source, at);
    if (marks > 0) {
      at += marks;
      continue;
    }
    if (is_escape (at))
      at++;
    /* What began before a label begins behind it; in a list a heading is bold. */
    if ((is_labelled (source, at) && begins (at, "**")
         && agrees (source, at + 2, shown, table, ret_far))
        || ((is_labelled (source, at) || is_labelled (source, last)) && begins (shown, "**")
            && agrees (source, at, shown + 2, table, ret_far)))
      return TRUE;
    /* Of a table the bars are not shown, nor the line below its head. */
    if (table && delimiter (source, at) > 0
        && agrees (source, at + delimiter (source, at), shown, table, ret_far))
      return TRUE;
    if (table && at[0] == '\\' && at[1] == '|' && *shown == '|')
      at++;
    else if (table && *at == '|'
             && (*shown != '|' || agrees (source, at + 1, shown, table, ret_far))) {
      if (*shown == '|')
        return TRUE;
      at++;
      continue;
    }
    if (*at == '\0' || g_utf8_get_char (at) != g_utf8_get_char (shown))
      return FALSE;
    at = g_utf8_next_char (at);
    shown = g_utf8_next_char (shown);
  }
}

/* The words of @html alone, without white space. */
static char *
words_of (const char *html)
{
  g_autoptr (GString) words = g_string_new (NULL);
  for (const char *at = html; *at != '\0';) {
    gsize length = strcspn (at, "<");
    append_unescaped (words, at, length);
    at += length;
    if (*at == '<')
      at = strchr (at, '>') + 1;
  }
  GString *out = g_string_new (NULL);
  for (const char *at = skip_spaces (words->str); *at != '\0'; at = skip_spaces (at)) {
    g_string_append_unichar (out, g_utf8_get_char (at));
    at = g_utf8_next_char (at);
  }
  return g_string_free (out, FALSE);
}

/* The plain form has the words of the HTML, and no other. */
static void
check_plain (const Parsed *parsed)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  gb_plain_text (parsed->text, plain);
  g_autofree char *shown = words_of (parsed->text->html);
  const char *at = shown;
  for (const char *word = skip_spaces (plain->str); *word != '\0'; word = skip_spaces (word)) {
    if (g_utf8_get_char (word) != g_utf8_get_char (at))
      g_error ("the plain form differs at '%s' of\n%s\n----\n%s\n----\n%s", word, parsed->source,
               parsed->text->html, plain->str);
    word = g_utf8_next_char (word);
    at = g_utf8_next_char (at);
  }
  if (*at != '\0')
    g_error ("the plain form lacks '%s' of\n%s\n----\n%s", at, parsed->source, plain->str);
}

/* The same of a cell or caption, which has neither headings nor labels. */
static gboolean
is_same (const char *at, const char *shown)
{
  for (;;) {
    at = skip_spaces (at);
    shown = skip_spaces (shown);
    if (is_escape (at))
      at++;
    if (*at == '\0' || g_utf8_get_char (at) != g_utf8_get_char (shown))
      return *at == '\0' && *shown == '\0';
    at = g_utf8_next_char (at);
    shown = g_utf8_next_char (shown);
  }
}

/* -- texts -- */

/* A link to another document is none yet in the HTML, and words of the text may be drawn into it.
 */
static gboolean
names_document (const GbText *text)
{
  for (guint i = 0; i < text->n_mentions; i++)
    if (text->mentions[i].kind == GB_MENTION_LINK)
      return TRUE;
  return FALSE;
}

static guint32 seed = 20261130;
static guint rounds = 94000; /* and 6,000 with a table */

static guint
random_below (guint n)
{
  seed = seed * 1664525 + 1013904223;
  return (seed >> 8) % n;
}

static const char *const pieces[] = {
  "*",
  "*",
  "**",
  "**",
  "**",
  "***",
  "_",
  "__",
  "~",
  "~~~",
  "[",
  "]",
  "(",
  ")",
  "](",
  "](tel:1)",
  "![",
  "]:",
  "[注1]: ",
  "[甲](//x.y)",
  "<",
  ">",
  "<a",
  "\\<",
  "/",
  "</a>",
  "!",
  "#",
  "# ",
  "## ",
  "-",
  "- ",
  "--",
  "---",
  "+",
  "+ ",
  "=",
  "===",
  "|",
  "|-|",
  "\\",
  "\\",
  "`",
  "``",
  "```",
  "&",
  "&lt;",
  "&#6",
  "&nbsp;",
  ":",
  "1",
  "5",
  "100",
  "5%",
  "2.5",
  "a",
  "b",
  "x2",
  "甲",
  "市",
  "万元",
  "企业",
  "和",
  "。",
  "，",
  "、",
  "；",
  "：",
  "（",
  "）",
  "《",
  "》",
  "“",
  "”",
  "%",
  "<http://x.y>",
  "1000人",
  "?",
  ".",
  "\"",
  "第一条　",
  "第二条",
  "（一）",
  "(二)",
  "1.",
  "1. ",
  "2) ",
  "1、",
  "一、",
  "附件1",
  "\n",
  "\n",
  "\n\n",
  "\n\n",
  " ",
  " ",
  "  \n",
  "　",
  "    ",
  "\t",
  "\n> ",
  "\n- ",
  "\n* ",
  "\n+ ",
  "\n1. ",
  "\n---\n",
  "\n===\n",
  "\n# ",
  "\n   ",
  "\n```\n",
  "目录",
  "①",
  "第一章　",
  "【",
  "】",
  "附件1：",
  "\n| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n",
  "\n|甲|\n|-|\n|",
  "|\n|",
  "\\|",
};

static char *
make_text (guint most)
{
  GString *text = g_string_new (NULL);
  for (guint n = 1 + random_below (most); n > 0; n--)
    g_string_append (text, pieces[random_below (G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

/* Lines as officials write them, one behind the other in any order. */
static const char *const lines[] = {
  "# 示例市试点办法",
  "## 第一章　总则",
  "第二章  管 理",
  "第一节 示例",
  "目录",
  "目　录",
  "附件1",
  "附件：1.申报表",
  "附件2：操作规程",
  "附表",
  "附：名单",
  "第一条　甲。",
  "第二条",
  "第三条 乙**丙**丁；",
  "**第四条　标题。**戊。",
  "第十二条之一　己",
  "一、总体要求",
  "（一）基本原则。",
  "（二）5*3",
  "（一）至（三）项所列人员，",
  "1. 庚",
  "2．辛；",
  "3、壬",
  "（1）癸",
  "①子",
  "⒈丑",
  "1.1 寅",
  "第一部分 卯",
  "第一编",
  "辰",
  "巳，",
  "示例市工业局",
  "2024年1月2日",
  "（此件公开发布）",
  "公开方式：主动公开",
  "> 午",
  "- 未",
  "+ 申",
  "* 酉",
  "| 甲 | 乙 |",
  "| --- | --- |",
  "| 丙\\|丁 | 5*3 |",
  "---",
  "===",
  "[注1]: 戌",
  "亥  ",
  "　　缩进。",
  "    四格。",
  "\t制表\t符",
  "见[示例](tel:1)。",
  "《示例市办法》第一条、第三款",
  "本办法第二条第（一）项",
  "抄送：市委，市府。",
  "第三条规定的，",
  "注：1. 甲 2. 乙",
  "&lt;a_b_c~~~",
};

static char *
make_lines (void)
{
  GString *text = g_string_new (NULL);
  for (guint n = 1 + random_below (14); n > 0; n--) {
    g_string_append (text, lines[random_below (G_N_ELEMENTS (lines))]);
    g_string_append (text, random_below (3) > 0 ? "\n\n" : "\n");
  }
  return g_string_free (text, FALSE);
}

/* Whether it was not published, and said to be wrong. */
static gboolean
is_refused (const Parsed *parsed)
{
  static const char *const codes[]
    = { "raw-html", "unclear-bold", "bad-address", "table-shape", NULL };
  gboolean refused = FALSE;
  for (guint i = 0; i < gb_diagnostics_count (parsed->diagnostics); i++) {
    const GbDiagnostic *d = gb_diagnostics_get (parsed->diagnostics, i);
    /* What the generator itself finds lost it must not have lost. */
    if (strcmp (d->code, "text-not-conserved") == 0)
      g_error ("not conserved: %s: '%s'", d->message, parsed->source);
    refused = refused || g_strv_contains (codes, d->code);
  }
  return refused;
}

/* As parse, into memory that is used again; what was there before is gone. */
static const Parsed *
parse_again (Parsed *parsed, char *source)
{
  gb_arena_reset (parsed->arena);
  g_clear_pointer (&parsed->diagnostics, gb_diagnostics_free);
  parsed->diagnostics = gb_diagnostics_new ();
  parsed->source = source;
  GbBody body = { source, strlen (source), 1, FALSE };
  parsed->text = gb_text_parse (parsed->arena, "a.md", &body, parsed->diagnostics);
  return parsed;
}

static void
test_texts (void)
{
  Parsed place = { .arena = gb_arena_new () };
  guint conserved = 0;
  guint tables = 0;
  for (guint round = 0; round < rounds; round++) {
    g_autofree char *source = round % 4 == 0 ? make_lines () : make_text (24);
    const Parsed *parsed = parse_again (&place, source);
    if (is_refused (parsed))
      continue;
    check_plain (parsed);
    if (names_document (parsed->text))
      continue;
    gboolean table = strstr (parsed->text->html, "<table>") != NULL;
    const char *html = parsed->text->html;
    g_autofree char *back = write_back (html);
    const char *far = source;
    gboolean conserved_now = agrees (source, source, back, table, &far);
    /* A label is a link to its own place, and cannot be one to another. */
    if (!conserved_now && strstr (source, "](") != NULL
        && (strstr (html, "class=\"num\"") != NULL || strstr (html, "class=\"annexes\"") != NULL))
      continue;
    /* In an address &lt; is <, and # leads into the own text, or nowhere. */
    if (!conserved_now
        && (strstr (source, "](#") != NULL || (*far == '&' && strstr (source, "](") != NULL)))
      continue;
    if (!conserved_now)
      g_error ("lost at '%s' of\n%s\n----\n%s\n----\n%s", far, source, html, back);
    conserved++;
    tables += table;
  }
  gb_arena_free (place.arena);
  gb_diagnostics_free (place.diagnostics);
  g_test_message ("%u conserved, %u of them with a table", conserved, tables);
  g_assert_cmpuint (conserved, >, rounds / 2);
  g_assert_cmpuint (tables, >, rounds / 1000);
}

/* -- tables -- */

/* What stands in @html between the first @open and the @close behind it; NULL: nothing does. */
static char *
between (const char *html, const char *open, const char *close)
{
  const char *start = strstr (html, open);
  if (start == NULL)
    return NULL;
  start += strlen (open);
  return g_strndup (start, (gsize)(strstr (start, close) - start));
}

static void
check_piece (const Parsed *parsed, const char *source, const char *open, const char *close)
{
  g_autofree char *html = between (parsed->text->html, open, close);
  if (html == NULL)
    g_error ("nothing is shown of '%s' in\n%s\n----\n%s", source, parsed->source,
             parsed->text->html);
  g_autofree char *back = write_back (html);
  /* HTML at the head of a line of a cell is shown with everything else as it stands. */
  if (!is_same (source, back) && strstr (source, back) == NULL && strstr (source, "](") == NULL)
    g_error ("lost in '%s'\n----\n%s\n----\n%s", source, html, back);
}

/* In a pipe table a cell is one line, and | its end. */
static char *
make_cell (void)
{
  char *cell = make_text (12);
  g_strdelimit (cell, "|\n", '5');
  return cell;
}

static char *
quote (const char *text)
{
  GString *out = g_string_new ("\"");
  for (const char *at = text; *at != '\0'; at++) {
    if (*at == '\n')
      g_string_append (out, "\\n");
    else if (*at == '\t')
      g_string_append (out, "\\t");
    else
      g_string_append_printf (out, "%s%c", *at == '"' || *at == '\\' ? "\\" : "", *at);
  }
  g_string_append_c (out, '"');
  return g_string_free (out, FALSE);
}

static void
test_tables (void)
{
  for (guint round = 0; round < 6000; round++) {
    g_autofree char *cell = make_cell ();
    g_autofree char *pipes = g_strdup_printf ("|甲|\n|---|\n|甲 %s 甲|\n", cell);
    g_autofree char *shown = g_strdup_printf ("甲 %s 甲", cell);
    g_autoptr (Parsed) piped = parse (pipes);
    if (!is_refused (piped))
      check_piece (piped, shown, "<td>", "</td>");

    g_autofree char *text = make_text (12);
    g_autofree char *caption = make_text (12);
    g_autofree char *note = make_text (12);
    g_autofree char *quoted = quote (text);
    g_autofree char *quoted_caption = quote (caption);
    g_autofree char *quoted_note = quote (note);
    g_autofree char *block
      = g_strdup_printf ("```table\ncolumns: [甲, 乙]\nrows:\n  - [%s, 丙]\ncaption: %s\n"
                         "note: %s\n```\n",
                         quoted, quoted_caption, quoted_note);
    g_autoptr (Parsed) parsed = parse (block);
    if (is_refused (parsed))
      continue;
    g_autofree char *row = between (parsed->text->html, "<tbody>\n<tr>", "</td><td>");
    g_assert_nonnull (row);
    check_piece (parsed, text, strstr (row, "class=\"num\"") == NULL ? "<td>" : "\"num\">",
                 "</td>");
    check_piece (parsed, caption, "<caption>", "</caption>");
    check_piece (parsed, note, "<p class=\"note\">", "</p>");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  const char *wanted = g_getenv ("SEED");
  if (wanted != NULL)
    seed = (guint32)strtoul (wanted, NULL, 10);
  wanted = g_getenv ("ROUNDS");
  if (wanted != NULL)
    rounds = (guint)strtoul (wanted, NULL, 10);
  g_test_message ("SEED=%u ROUNDS=%u", seed, rounds);
  g_test_add_func ("/conserve/texts", test_texts);
  g_test_add_func ("/conserve/tables", test_tables);
  return g_test_run ();
}
