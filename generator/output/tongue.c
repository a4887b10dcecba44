#include "output/tongue.h"

#include <string.h>

#define MARK " lang=\"zh-CN\""

typedef struct {
  const char *name; /* in the page */
  gsize length;
  gboolean chinese;
} Element;

typedef struct {
  GString *out;
  GArray *open; /* Element, outermost first */
  gsize begun;  /* where the '>' of the start tag just written lies; 0: something else came since */
} Marking;

static gboolean
is_named (const Element *element, const char *name)
{
  return strncmp (element->name, name, element->length) == 0 && name[element->length] == '\0';
}

static gboolean
is_any (const Element *element, const char *const *names)
{
  for (; *names != NULL; names++)
    if (is_named (element, *names))
      return TRUE;
  return FALSE;
}

static const Element *
innermost (const Marking *marking)
{
  return marking->open->len == 0 ? NULL
                                 : &g_array_index (marking->open, Element, marking->open->len - 1);
}

/* ---- text ---- */

/* In front of which an English word ends as well. */
static gboolean
is_wide (gunichar c)
{
  return (c >= 0x2e80 && c <= 0x303f) || (c >= 0x3400 && c <= 0x9fff)
         || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff00 && c <= 0xffef) || c >= 0x20000;
}

static gboolean
is_han (gunichar c)
{
  return is_wide (c) && c >= 0x3400 && c < 0xff00;
}

/* What may be part of a Chinese name: 5G, A/B, C++. */
static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("+-./%", c) != NULL);
}

/* From @text on, the end of a character reference such as &amp;, or NULL. */
static const char *
reference_end (const char *text, const char *end)
{
  const char *at = text + 1;
  while (at < end && (g_ascii_isalnum (*at) || *at == '#'))
    at++;
  return *text == '&' && at < end && *at == ';' ? at + 1 : NULL;
}

/* Behind the last wide character that belongs to the run at @at: what lies between two is part of
 * it but for English words, which letters and a space tell. */
static const char *
run_end (const char *at, const char *end, gboolean *ret_han)
{
  const char *last = at;
  gboolean letters = FALSE, spaces = FALSE;
  while (at < end) {
    gunichar c = g_utf8_get_char (at);
    if (is_wide (c)) {
      if (letters && spaces)
        break;
      letters = spaces = FALSE;
      *ret_han = *ret_han || is_han (c);
      last = at = g_utf8_next_char (at);
      continue;
    }
    const char *reference = reference_end (at, end);
    letters = letters || (reference == NULL && c < 0x80 && g_ascii_isalpha ((char)c));
    spaces = spaces || g_unichar_isspace (c);
    at = reference != NULL ? reference : g_utf8_next_char (at);
  }
  return last;
}

/* How many more quotations begin than end in the run. */
static int
quotes_left (const char *first, const char *last)
{
  int left = 0;
  for (const char *at = first; at < last; at = g_utf8_next_char (at))
    left += g_str_has_prefix (at, "“") - g_str_has_prefix (at, "”");
  return left;
}

/* The first run of Chinese in @text, with the words grown together with it. */
static gboolean
find_run (const char *text, const char *end, const char **ret_first, const char **ret_last)
{
  for (const char *at = text; at < end; at = g_utf8_next_char (at)) {
    if ((guchar)*at < 0xe2 || !is_wide (g_utf8_get_char (at)))
      continue;
    gboolean han = FALSE;
    const char *first = at, *last = run_end (at, end, &han);
    if (!han) {
      at = g_utf8_prev_char (last);
      continue;
    }
    while (first > text && is_word (first[-1]))
      first--;
    while (last < end && g_ascii_isalnum (*last))
      last++;
    if (quotes_left (first, last) > 0 && g_str_has_prefix (last, "”"))
      last += strlen ("”");
    else if (quotes_left (first, last) < 0 && first - text >= (gssize)strlen ("“")
             && g_str_has_prefix (first - strlen ("“"), "“"))
      first -= strlen ("“");
    *ret_first = first;
    *ret_last = last;
    return TRUE;
  }
  return FALSE;
}

static gboolean
is_blank (const char *text, const char *end)
{
  while (text < end && g_ascii_isspace (*text))
    text++;
  return text == end;
}

/* The words of a tag that are English: its element cannot be called Chinese. */
static gboolean
is_labelled (const Marking *marking)
{
  const Element *element = innermost (marking);
  const char *tag = element->name, *end = strchr (tag, '>');
  static const char *const labels[] = { " aria-label=", " title=", " placeholder=" };
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_strstr_len (tag, end - tag, labels[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* @alone: an end tag follows. */
static void
write_text (Marking *marking, const char *text, const char *end, gboolean alone)
{
  static const char *const plain[] = { "option", "text", "textarea", "title", "desc", NULL };
  const Element *element = innermost (marking);
  const char *first, *last;
  if ((element == NULL || !element->chinese) && find_run (text, end, &first, &last)) {
    gboolean whole = is_blank (text, first) && is_blank (last, end) && alone;
    if (marking->begun != 0 && !is_labelled (marking) && (whole || is_any (element, plain))) {
      g_string_insert (marking->out, (gssize)marking->begun, MARK);
    } else if (element == NULL || !is_any (element, plain)) {
      do {
        g_string_append_len (marking->out, text, first - text);
        g_string_append (marking->out, "<span" MARK ">");
        g_string_append_len (marking->out, first, last - first);
        g_string_append (marking->out, "</span>");
        text = last;
      } while (find_run (text, end, &first, &last));
    }
  }
  g_string_append_len (marking->out, text, end - text);
  if (end > text)
    marking->begun = 0;
}

/* ---- tags ---- */

static const char *
tag_end (const char *at, const char *end)
{
  char quote = '\0';
  for (; at < end; at++) {
    if (quote != '\0')
      quote = *at == quote ? '\0' : quote;
    else if (*at == '"' || *at == '\'')
      quote = *at;
    else if (*at == '>')
      return at + 1;
  }
  return end;
}

/* "zh-CN" or what else an element says; NULL where it says nothing. */
static const char *
language_of (const char *tag, const char *end)
{
  const char *found = g_strstr_len (tag, end - tag, " lang=\"");
  return found == NULL ? NULL : found + strlen (" lang=\"");
}

static void
close_element (Marking *marking, const Element *closed)
{
  for (guint i = marking->open->len; i-- > 0;) {
    const Element *element = &g_array_index (marking->open, Element, i);
    if (element->length == closed->length
        && memcmp (element->name, closed->name, closed->length) == 0) {
      g_array_set_size (marking->open, i);
      return;
    }
  }
}

/* What nothing is marked in: written as it is up to its end tag. */
static const char *
raw_end (const Marking *marking, const Element *element, const char *end, const char *at)
{
  static const char *const raw[] = { "script", "style", NULL };
  const Element *around = innermost (marking);
  if (!is_any (element, raw)
      && !(is_named (element, "title") && around != NULL && is_named (around, "head")))
    return at;
  g_autofree char *tag = g_strdup_printf ("</%.*s", (int)element->length, element->name);
  const char *found = g_strstr_len (at, end - at, tag);
  return found == NULL ? end : tag_end (found, end);
}

/* @tag: from '<' on; returns where the text goes on. */
static const char *
write_tag (Marking *marking, const char *tag, const char *end)
{
  static const char *const empty[] = { "area",  "base", "br",   "col",    "embed", "hr",  "img",
                                       "input", "link", "meta", "source", "track", "wbr", NULL };
  gboolean closing = tag[1] == '/';
  Element element = { .name = tag + 1 + closing };
  const char *after = tag_end (tag, end);
  while (element.name + element.length < after && g_ascii_isalnum (element.name[element.length]))
    element.length++;
  const char *next = raw_end (marking, &element, end, after);
  g_string_append_len (marking->out, tag, next - tag);
  marking->begun = 0;
  if (closing) {
    close_element (marking, &element);
  } else if (element.length > 0 && next == after && after[-2] != '/' && !is_any (&element, empty)) {
    const char *language = language_of (tag, after);
    const Element *around = innermost (marking);
    element.chinese
      = language != NULL ? g_str_has_prefix (language, "zh") : around != NULL && around->chinese;
    g_array_append_val (marking->open, element);
    marking->begun = language == NULL ? marking->out->len - 1 : 0;
  }
  return next;
}

void
gb_tongue_mark (GString *page, gsize begin)
{
  g_autofree char *text = g_strndup (page->str + begin, page->len - begin);
  const char *at = text, *end = text + page->len - begin;
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Element));
  g_string_truncate (page, begin);
  Marking marking = { .out = page, .open = open };
  while (at < end) {
    const char *tag = memchr (at, '<', (gsize)(end - at));
    if (tag == NULL)
      tag = end;
    write_text (&marking, at, tag, tag + 1 < end && tag[1] == '/');
    at = tag < end ? write_tag (&marking, tag, end) : end;
  }
}
