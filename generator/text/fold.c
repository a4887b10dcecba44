#include "text/fold.h"

#include "text/glyph.h"

#define ELLIPSIS 0x2026

/* Ascending; a range folds into one character. */
static const struct {
  gunichar first;
  gunichar last;
  gunichar folded;
} ranges[] = {
  { 0x00ab, 0x00ab, 0x300a }, /* « */
  { 0x00bb, 0x00bb, 0x300b }, { 0x2010, 0x2015, '-' },
  { 0x2018, 0x201b, '\'' },   { 0x201c, 0x201f, '"' },
  { 0x2022, 0x2022, 0x00b7 }, /* • */
  { 0x2025, 0x2025, 0x2026 }, /* ‥ … */
  { 0x2027, 0x2027, 0x00b7 }, { 0x2039, 0x2039, 0x300a },
  { 0x203a, 0x203a, 0x300b }, { 0x2044, 0x2044, '/' },
  { 0x2212, 0x2212, '-' },    { 0x2215, 0x2215, '/' },
  { 0x2219, 0x2219, 0x00b7 }, { 0x2236, 0x2236, ':' },
  { 0x223c, 0x223c, '~' },    { 0x22c5, 0x22c5, 0x00b7 },
  { 0x22ef, 0x22ef, 0x2026 }, { 0x2329, 0x2329, 0x300a },
  { 0x232a, 0x232a, 0x300b }, { 0x2500, 0x2501, '-' },
  { 0x25cb, 0x25cb, 0x3007 },                             /* 二○二三年 */
  { 0x2e3a, 0x2e3b, '-' },    { 0x3008, 0x3008, 0x300a }, /* 〈 《 */
  { 0x3009, 0x3009, 0x300b }, { 0x300c, 0x300f, '"' },    /* 「」『』 */
  { 0x3010, 0x3010, '[' },                                /* 【】〔〕〖〗〘〙〚〛 */
  { 0x3011, 0x3011, ']' },    { 0x3014, 0x3014, '[' },
  { 0x3015, 0x3015, ']' },    { 0x3016, 0x3016, '[' },
  { 0x3017, 0x3017, ']' },    { 0x3018, 0x3018, '[' },
  { 0x3019, 0x3019, ']' },    { 0x301a, 0x301a, '[' },
  { 0x301b, 0x301b, ']' },    { 0x301c, 0x301c, '~' },
  { 0x301d, 0x301f, '"' },    { 0x30fb, 0x30fb, 0x00b7 }, /* ・ */
  { 0xfe10, 0xfe10, ',' },                                /* forms for vertical lines */
  { 0xfe11, 0xfe11, 0x3001 }, { 0xfe12, 0xfe12, 0x3002 },
  { 0xfe13, 0xfe13, ':' },    { 0xfe14, 0xfe14, ';' },
  { 0xfe15, 0xfe15, '!' },    { 0xfe16, 0xfe16, '?' },
  { 0xfe17, 0xfe17, '[' },    { 0xfe18, 0xfe18, ']' },
  { 0xfe19, 0xfe19, 0x2026 }, { 0xfe30, 0xfe30, ':' },
  { 0xfe31, 0xfe32, '-' },    { 0xfe35, 0xfe35, '(' },
  { 0xfe36, 0xfe36, ')' },    { 0xfe37, 0xfe37, '{' },
  { 0xfe38, 0xfe38, '}' },    { 0xfe39, 0xfe39, '[' },
  { 0xfe3a, 0xfe3a, ']' },    { 0xfe3b, 0xfe3b, '[' },
  { 0xfe3c, 0xfe3c, ']' },    { 0xfe3d, 0xfe3d, 0x300a },
  { 0xfe3e, 0xfe3e, 0x300b }, { 0xfe3f, 0xfe3f, 0x300a },
  { 0xfe40, 0xfe40, 0x300b }, { 0xfe41, 0xfe44, '"' },
  { 0xfe47, 0xfe47, '[' },    { 0xfe48, 0xfe48, ']' },
  { 0xfe50, 0xfe50, ',' }, /* small forms */
  { 0xfe51, 0xfe51, 0x3001 }, { 0xfe52, 0xfe52, '.' },
  { 0xfe54, 0xfe54, ';' },    { 0xfe55, 0xfe55, ':' },
  { 0xfe56, 0xfe56, '?' },    { 0xfe57, 0xfe57, '!' },
  { 0xfe58, 0xfe58, '-' },    { 0xfe59, 0xfe59, '(' },
  { 0xfe5a, 0xfe5a, ')' },    { 0xfe5b, 0xfe5b, '{' },
  { 0xfe5c, 0xfe5c, '}' },    { 0xfe5d, 0xfe5d, '[' },
  { 0xfe5e, 0xfe5e, ']' },    { 0xfe5f, 0xfe5f, '#' },
  { 0xfe60, 0xfe60, '&' },    { 0xfe61, 0xfe61, '*' },
  { 0xfe62, 0xfe62, '+' },    { 0xfe63, 0xfe63, '-' },
  { 0xfe64, 0xfe64, '<' },    { 0xfe65, 0xfe65, '>' },
  { 0xfe66, 0xfe66, '=' },    { 0xfe68, 0xfe68, '\\' },
  { 0xfe69, 0xfe69, '$' },    { 0xfe6a, 0xfe6a, '%' },
  { 0xfe6b, 0xfe6b, '@' },    { 0xff61, 0xff61, 0x3002 }, /* half width */
  { 0xff62, 0xff63, '"' },    { 0xff64, 0xff64, 0x3001 },
  { 0xff65, 0xff65, 0x00b7 }, { 0xffe0, 0xffe0, 0x00a2 },
  { 0xffe1, 0xffe1, 0x00a3 }, { 0xffe5, 0xffe5, 0x00a5 },
};

/* Ascending; what prints as several letters. */
static const struct {
  gunichar character;
  const char *folded;
} compositions[] = {
  { 0x2103, "°C" },  { 0x2109, "°F" },   { 0x2160, "I" },  { 0x2161, "II" },  { 0x2162, "III" },
  { 0x2163, "IV" },  { 0x2164, "V" },    { 0x2165, "VI" }, { 0x2166, "VII" }, { 0x2167, "VIII" },
  { 0x2168, "IX" },  { 0x2169, "X" },    { 0x216a, "XI" }, { 0x216b, "XII" }, { 0x2170, "i" },
  { 0x2171, "ii" },  { 0x2172, "iii" },  { 0x2173, "iv" }, { 0x2174, "v" },   { 0x2175, "vi" },
  { 0x2176, "vii" }, { 0x2177, "viii" }, { 0x2178, "ix" }, { 0x2179, "x" },   { 0x217a, "xi" },
  { 0x217b, "xii" }, { 0x338e, "mg" },   { 0x338f, "kg" }, { 0x3396, "ml" },  { 0x339c, "mm" },
  { 0x339d, "cm" },  { 0x339e, "km" },   { 0x33a1, "m²" }, { 0x33a2, "km²" }, { 0x33a5, "m³" },
  { 0x33be, "kW" },  { 0xfb00, "ff" },   { 0xfb01, "fi" }, { 0xfb02, "fl" },  { 0xfb03, "ffi" },
  { 0xfb04, "ffl" },
};

static gboolean
is_space (gunichar c)
{
  return gb_glyph_is_space (c) || c == 0x0b || c == 0x0c || c == 0x85 || c == 0x1680 || c == 0x2028
         || c == 0x2029 || c == 0x202f || c == 0x205f;
}

/* Marks that turn the direction of writing are not among them: they change what is read. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0xad || (c >= 0x200b && c <= 0x200d) || (c >= 0x2060 && c <= 0x2064) || c == 0xfeff
         || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
}

/* Radicals and doublets that a font or a conversion put in the place of the character. */
static gboolean
is_doublet (gunichar c)
{
  return (c >= 0x2e80 && c <= 0x2fd5) || (c >= 0xf900 && c <= 0xfaff)
         || (c >= 0x2f800 && c <= 0x2fa1f);
}

static gunichar
fold_one (gunichar c)
{
  if (c < 0x80 || (c >= 0x3040 && c <= 0x30fa) || gb_glyph_is_han (c))
    return c;
  if (c >= 0xff01 && c <= 0xff5e)
    return c - 0xfee0;
  if (is_doublet (c)) {
    gunichar plain[4];
    return g_unichar_fully_decompose (c, TRUE, plain, G_N_ELEMENTS (plain)) == 1 ? plain[0] : c;
  }
  gsize low = 0;
  gsize high = G_N_ELEMENTS (ranges);
  while (low < high) {
    gsize middle = (low + high) / 2;
    if (c > ranges[middle].last)
      low = middle + 1;
    else if (c < ranges[middle].first)
      high = middle;
    else
      return ranges[middle].folded;
  }
  return c;
}

static guint
fold_all (gunichar c, gunichar chars[4])
{
  guint n = 0;
  if (c >= compositions[0].character && !gb_glyph_is_han (c))
    for (guint i = 0; i < G_N_ELEMENTS (compositions) && compositions[i].character <= c; i++)
      if (compositions[i].character == c) {
        for (const char *at = compositions[i].folded; *at != '\0'; at = g_utf8_next_char (at))
          chars[n++] = g_utf8_get_char (at);
        return n;
      }
  chars[0] = fold_one (c);
  return 1;
}

GbFoldClass
gb_fold_class (gunichar c)
{
  static const gunichar numerals[] = {
    0x3007, 0x4e00, 0x4e03, 0x4e09, 0x4e24, 0x4e5d, 0x4e8c, 0x4e94,
    0x516b, 0x516d, 0x5341, 0x5343, 0x56db, 0x767e, 0x96f6
  }; /* 〇一七三两九二五八六十千四百零 */
  if (c < 0x80)
    return g_ascii_isdigit ((char)c)   ? GB_FOLD_DIGIT
           : g_ascii_isalpha ((char)c) ? GB_FOLD_LETTER
                                       : GB_FOLD_OTHER;
  if (c == 0xb0 || c == 0xb2 || c == 0xb3 || (c >= 0xac00 && c <= 0xd7a3)
      || (c >= 0xc0 && c < 0x2000 && c != 0xd7 && c != 0xf7))
    return GB_FOLD_LETTER;
  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (numerals[i] == c)
      return GB_FOLD_NUMERAL;
  return GB_FOLD_OTHER;
}

/* Two words of letters, or two numbers: 5 7 is not 57. */
static gboolean
is_gap (gunichar before, gunichar after)
{
  GbFoldClass class = gb_fold_class (before);
  return (class == GB_FOLD_LETTER || class == GB_FOLD_DIGIT) && class == gb_fold_class (after);
}

/* Behind the spaces and invisible characters at @at. */
static gsize
skip_blank (const GbFold *fold, gsize at)
{
  gsize size;
  for (;; at += size) {
    gunichar c = gb_glyph_read (fold->text + at, fold->length - at, &size);
    if (size == 0 || (!is_space (c) && !is_invisible (c)))
      return at;
  }
}

/* Takes what follows as long as it folds into @c. */
static guint
take_run (GbFold *fold, gunichar c)
{
  for (guint n = 0;; n++) {
    gsize at = skip_blank (fold, fold->at);
    gsize size;
    if (fold_one (gb_glyph_read (fold->text + at, fold->length - at, &size)) != c || size == 0)
      return n;
    fold->at = at + size;
  }
}

/* Takes what goes on with an ellipsis, in points of either kind. */
static void
take_ellipsis (GbFold *fold)
{
  for (;;) {
    guint n = take_run (fold, ELLIPSIS);
    GbFold ahead = *fold;
    if (take_run (&ahead, '.') >= 3)
      *fold = ahead;
    else if (n == 0)
      return;
  }
}

/* A full stop typed as a point: behind a Chinese word, or behind what closes one. */
static gboolean
is_stop_behind (gunichar before)
{
  return before >= 0x2e80 || before == ')' || before == '"' || before == '\'' || before == ']'
         || before == '%';
}

gboolean
gb_fold_next (GbFold *fold, GbFoldPiece *ret_piece)
{
  gboolean spaced = FALSE;
  gsize from = fold->at;
  gsize size;
  gunichar c;
  for (;; fold->at += size) {
    c = gb_glyph_read (fold->text + fold->at, fold->length - fold->at, &size);
    if (size == 0) {
      fold->at = fold->length;
      return FALSE;
    }
    if (is_invisible (c))
      continue;
    if (!is_space (c))
      break;
    spaced = TRUE;
  }
  GbFoldPiece piece = { .start = fold->at };
  piece.n = fold_all (c, piece.chars);
  if (spaced && is_gap (fold->before, piece.chars[0])) {
    *ret_piece = (GbFoldPiece){ .start = from, .end = fold->at, .chars = { ' ' }, .n = 1 };
    fold->before = ' ';
    return TRUE;
  }
  fold->at += size;
  if (piece.chars[0] == '.') {
    GbFold ahead = *fold;
    if (take_run (&ahead, '.') >= 2) {
      *fold = ahead;
      piece.chars[0] = ELLIPSIS;
    } else if (is_stop_behind (fold->before)) {
      piece.chars[0] = GB_GLYPH ("。");
    }
  }
  if (piece.chars[0] == '-')
    take_run (fold, '-');
  else if (piece.chars[0] == ELLIPSIS)
    take_ellipsis (fold);
  piece.end = fold->at;
  fold->before = piece.chars[piece.n - 1];
  *ret_piece = piece;
  return TRUE;
}

void
gb_fold_put (GString *out, const GbFoldPiece *piece)
{
  for (guint i = 0; i < piece->n; i++)
    g_string_append_unichar (out, piece->chars[i]);
}

void
gb_fold_append (GString *out, const char *text)
{
  GbFold fold = { .text = text, .length = strlen (text) };
  GbFoldPiece piece;
  while (gb_fold_next (&fold, &piece))
    gb_fold_put (out, &piece);
}
