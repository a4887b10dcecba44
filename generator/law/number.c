#include "law/number.h"

#include <string.h>

#define SHELL_OPEN "〔"
#define SHELL_CLOSE "〕"

/* One character in its normal form, or 0 where it goes. */
static gunichar
fold_character (gunichar c)
{
  /* Besides white space, the invisible marks that word processors leave. */
  if (g_unichar_isspace (c) || c == 0x200b || c == 0x200c || c == 0x200d || c == 0x2060
      || c == 0xfeff)
    return 0;
  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xff01 - '!';
  switch (c) {
  case '[':
  case '{':
  case 0x2772: /* ❲ */
  case 0x3010: /* 【 */
  case 0x3014: /* 〔 */
  case 0x3016: /* 〖 */
  case 0x3018:
  case 0xfe59:
  case 0xfe5d: /* ﹝ */
    return '(';
  case ']':
  case '}':
  case 0x2773:
  case 0x3011:
  case 0x3015:
  case 0x3017:
  case 0x3019:
  case 0xfe5a:
  case 0xfe5e:
    return ')';
  case 0x2212: /* minus */
  case 0xfe58:
  case 0xfe63:
    return '-';
  default:
    if (c >= 0x2010 && c <= 0x2015)
      return '-';
    return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c;
  }
}

/* Writes @text character by character into @folded (room for as many bytes and a NUL: no normal
 * form is longer than what it stands for). */
static void
fold (const char *text, char *folded)
{
  char *out = folded;
  gboolean dash = FALSE;
  while (*text != '\0') {
    gunichar c = g_utf8_get_char_validated (text, -1);
    if (c == (gunichar)-1 || c == (gunichar)-2) {
      *out++ = *text++; /* broken text stays broken, and matches nothing */
      dash = FALSE;
      continue;
    }
    text = g_utf8_next_char (text);
    c = fold_character (c);
    if (c == 0 || (c == '-' && dash)) /* —— is one dash */
      continue;
    dash = c == '-';
    out += g_unichar_to_utf8 (c, out);
  }
  *out = '\0';
}

static gsize
digit_run (const char *text)
{
  gsize n = 0;
  while (g_ascii_isdigit (text[n]))
    n++;
  return n;
}

/* Brackets and zeros: @out needs room for three times the length of @folded and a NUL. */
static void
rewrite (const char *folded, char *out)
{
  gboolean after_year = FALSE;
  while (*folded != '\0') {
    gsize n = *folded == '(' ? digit_run (folded + 1) : 0;
    /* NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult): fold() ends it. */
    if ((n == 2 || n == 4) && folded[n + 1] == ')') {
      out = g_stpcpy (out, SHELL_OPEN);
      memcpy (out, folded + 1, n);
      out = g_stpcpy (out + n, SHELL_CLOSE);
      folded += n + 2;
      after_year = TRUE;
      continue;
    }
    if (after_year && g_str_has_prefix (folded, "第"))
      folded += strlen ("第");
    after_year = FALSE;
    n = digit_run (folded);
    for (; n > 1 && *folded == '0'; n--)
      folded++;
    n = MAX (n, 1);
    if (*folded == '\0')
      break;
    memcpy (out, folded, n);
    out += n;
    folded += n;
  }
  *out = '\0';
}

char *
gb_number_normalise (GbArena *arena, const char *text)
{
  if (text == NULL)
    return NULL;
  gsize length = strlen (text);
  char *folded = gb_arena_newv (arena, char, length + 1);
  fold (text, folded);
  char *number = gb_arena_newv (arena, char, strlen (folded) * 3 + 1);
  rewrite (folded, number);
  return number;
}

/* Moves @text past @prefix, or leaves it. */
static gboolean
skip (const char **text, const char *prefix)
{
  if (!g_str_has_prefix (*text, prefix))
    return FALSE;
  *text += strlen (prefix);
  return TRUE;
}

static gboolean
skip_year (const char **text, int *ret_year)
{
  if (digit_run (*text) != 4)
    return FALSE;
  int year = 0;
  for (guint i = 0; i < 4; i++)
    year = year * 10 + ((*text)[i] - '0');
  if (year < 1900 || year > 2999)
    return FALSE;
  *text += 4;
  *ret_year = year;
  return TRUE;
}

static gboolean
skip_serial (const char **text, int *ret_serial)
{
  gsize n = digit_run (*text);
  if (n < 1 || n > 9)
    return FALSE;
  int serial = 0;
  for (gsize i = 0; i < n; i++)
    serial = serial * 10 + ((*text)[i] - '0');
  *text += n;
  *ret_serial = serial;
  return TRUE;
}

/* 第277号令 says what 令第277号 says: the kind belongs to the agency's letters. */
static gboolean
kind_at_end (const char *text, const char **ret_kind)
{
  static const char *const kinds[] = { "令", "公告", "通告" };
  *ret_kind = "";
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (strcmp (text, kinds[i]) == 0) {
      *ret_kind = kinds[i];
      return TRUE;
    }
  }
  return *text == '\0';
}

static gboolean
parse_normal (const char *text, GbNumber *number)
{
  const char *shell = strstr (text, SHELL_OPEN);
  const char *ordinal = g_strrstr (text, "第");
  const char *hyphen = strchr (text, '-');
  const char *agency_end;
  const char *rest;
  const char *kind = "";
  if (shell != NULL) {
    agency_end = shell;
    rest = shell + strlen (SHELL_OPEN);
    if (!skip_year (&rest, &number->year) || !skip (&rest, SHELL_CLOSE)
        || !skip_serial (&rest, &number->serial) || !skip (&rest, "号") || *rest != '\0')
      return FALSE;
    number->form = GB_NUMBER_BRACKETED;
  } else if (ordinal != NULL) {
    agency_end = ordinal;
    rest = ordinal + strlen ("第");
    number->form = GB_NUMBER_ORDER;
    gsize dated = 4 + strlen ("年");
    if ((gsize)(ordinal - text) >= dated) {
      const char *year = ordinal - dated;
      if (skip_year (&year, &number->year)) {
        if (year + strlen ("年") != ordinal || !skip (&year, "年"))
          return FALSE;
        number->form = GB_NUMBER_YEARLY;
        agency_end = ordinal - dated;
      }
    }
    if (!skip_serial (&rest, &number->serial) || !skip (&rest, "号") || !kind_at_end (rest, &kind))
      return FALSE;
    if (agency_end == text && *kind == '\0')
      return FALSE; /* 第5号 may number anything */
  } else if (hyphen != NULL && hyphen > text) {
    for (const char *letter = text; letter < hyphen; letter++) {
      /* NOLINTNEXTLINE(clang-analyzer-core.uninitialized.ArraySubscript): rewrite() wrote it. */
      if (!g_ascii_isupper (*letter))
        return FALSE;
    }
    agency_end = hyphen;
    rest = hyphen + 1;
    if (!skip_year (&rest, &number->year) || !skip (&rest, "-")
        || !skip_serial (&rest, &number->serial) || *rest != '\0')
      return FALSE;
    number->form = GB_NUMBER_REGISTERED;
  } else {
    return FALSE;
  }
  gsize length = (gsize)(agency_end - text);
  if (length + strlen (kind) >= sizeof number->agency)
    return FALSE;
  memcpy (number->agency, text, length);
  memcpy (number->agency + length, kind, strlen (kind) + 1);
  return TRUE;
}

gboolean
gb_number_parse (const char *text, GbNumber *ret_number)
{
  if (text == NULL || strlen (text) > GB_NUMBER_LENGTH_MAX || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  char folded[GB_NUMBER_LENGTH_MAX + 1];
  char normal[GB_NUMBER_LENGTH_MAX * 3 + 1];
  fold (text, folded);
  rewrite (folded, normal);
  GbNumber number = { 0 };
  if (!parse_normal (normal, &number))
    return FALSE;
  *ret_number = number;
  return TRUE;
}

int
gb_number_year (const char *text)
{
  GbNumber number;
  return gb_number_parse (text, &number) ? number.year : 0;
}
