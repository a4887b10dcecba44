#include "view/words.h"

#include "corpus/occasion.h"

#include <string.h>

static const GbValue *
convert (GbArena *arena, const GbYamlNode *node)
{
  switch (node->kind) {
  case GB_YAML_SCALAR:
    return gb_value_string_n (arena, node->text, node->length);
  case GB_YAML_SEQUENCE: {
    GbValue *array = gb_value_array (arena);
    for (guint i = 0; i < node->length; i++)
      gb_value_append (array, convert (arena, node->items[i]));
    return array;
  }
  case GB_YAML_MAPPING:
    break;
  }
  GbValue *object = gb_value_object (arena);
  for (guint i = 0; i < node->length; i++)
    gb_value_set (object, node->items[2 * i]->text, convert (arena, node->items[2 * i + 1]));
  return object;
}

const GbValue *
gb_words_parse (GbArena *arena, const char *file, const char *text, gsize length,
                GbDiagnostics *diagnostics)
{
  gboolean empty = FALSE;
  const GbYamlNode *node = gb_yaml_parse (arena, file, text, length, 1, diagnostics, &empty);
  if (node != NULL && node->kind == GB_YAML_MAPPING)
    return convert (arena, node);
  if (node != NULL || empty)
    gb_diagnostics_error (diagnostics, (GbPlace){ file, 1, 1 }, "words-not-mapping",
                          "the interface strings must be a mapping of groups of words");
  return gb_value_object (arena);
}

void
gb_words_check (const GbValue *words, const char *file, GbDiagnostics *diagnostics)
{
#define KEY(_, id, occasion, key, ...) key,
  static const char *const days[] = { GB_ENTRY_DAYS_TOLD (KEY, ) NULL };
  static const struct {
    const char *group;
    const char *const *names;
  } vocabularies[] = {
    { "force", gb_force_names },
    { "standing", gb_standing_names },
    { "event", gb_event_names },
    { "rule", gb_rule_names },
    { "notice-state", gb_notice_state_names },
    { "occasion", gb_occasion_names },
    { "version-state", gb_version_state_names },
    { "validity", gb_open_end_names },
    { "kind", gb_policy_kind_names },
    { "registry-kind", gb_registry_kind_names },
    { "first-day", gb_first_day_names },
    { "on-change", gb_on_change_names },
    { "scheme", gb_duty_period_names },
    { "cap-scope", gb_cap_scope_names },
    { "compare", gb_comparison_names },
    { "result", gb_result_names },
    { "outcome", gb_outcome_names },
    { "field", days },
  };
  for (guint i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    for (const char *const *name = vocabularies[i].names; *name != NULL; name++)
      if (gb_value_get_string (gb_value_get (words, vocabularies[i].group), *name) == NULL)
        gb_diagnostics_error (diagnostics, (GbPlace){ .file = file }, "missing-word",
                              "there is no word for '%s' under '%s'; add it", *name,
                              vocabularies[i].group);
}

static const char *
find (const GbValue *words, const char *path)
{
  while (words != NULL) {
    const char *dot = strchr (path, '.');
    if (dot == NULL)
      return gb_value_get_string (words, path);
    gsize length = (gsize)(dot - path);
    char name[64];
    if (length >= sizeof name)
      return NULL;
    memcpy (name, path, length);
    name[length] = '\0';
    words = gb_value_get_hashed (words, name, gb_value_hash (name, length));
    path = dot + 1;
  }
  return NULL;
}

const char *
gb_words_get (const GbValue *words, const char *path)
{
  const char *word = find (words, path);
  return word == NULL ? path : word;
}

const char *
gb_words_in (const GbValue *words, const char *group, const char *name)
{
  const char *word = gb_value_get_string (gb_value_get (words, group), name);
  return word == NULL ? name : word;
}

typedef struct {
  const char *name;
  const char *text;
} Place;

#define PLACES_MAX 8

typedef struct {
  const char *text;
  gsize length;
} Slice;

/* What to say in the place that stands at @open, a brace: {name}, or {name:day|days} for the word
 * that goes with a number.  FALSE where it is only a brace. */
static gboolean
place_at (const char *open, const Place *places, guint n_places, Slice *ret_said,
          gsize *ret_consumed)
{
  const char *close = strchr (open, '}');
  if (close == NULL)
    return FALSE;
  const char *colon = memchr (open, ':', (gsize)(close - open));
  const char *end = colon == NULL ? close : colon;
  const char *bar = colon == NULL ? NULL : memchr (colon, '|', (gsize)(close - colon));
  for (guint i = 0; i < n_places; i++) {
    const char *text = places[i].text == NULL ? "" : places[i].text;
    gsize name = strlen (places[i].name);
    if ((gsize)(end - open) != name + 1 || memcmp (open + 1, places[i].name, name) != 0)
      continue;
    if (colon == NULL)
      *ret_said = (Slice){ text, strlen (text) };
    else if (bar == NULL)
      return FALSE;
    else if (strcmp (text, "1") == 0)
      *ret_said = (Slice){ colon + 1, (gsize)(bar - colon - 1) };
    else
      *ret_said = (Slice){ bar + 1, (gsize)(close - bar - 1) };
    *ret_consumed = (gsize)(close - open) + 1;
    return TRUE;
  }
  return FALSE;
}

/* Copies @pattern with its places filled into @out, or only measures where @out is NULL. */
static gsize
fill (const char *pattern, const Place *places, guint n_places, char *out)
{
  gsize length = 0;
  while (*pattern != '\0') {
    Slice said = { pattern, 0 };
    gsize consumed;
    if (*pattern != '{' || !place_at (pattern, places, n_places, &said, &consumed)) {
      /* A brace that is no place is text like what follows up to the next. */
      const char *next = strchr (pattern + 1, '{');
      said.length = consumed = next == NULL ? strlen (pattern) : (gsize)(next - pattern);
    }
    if (out != NULL && said.length > 0)
      memcpy (out + length, said.text, said.length);
    length += said.length;
    pattern += consumed;
  }
  return length;
}

static const char *
fill_places (GbArena *arena, const char *pattern, const Place *places, guint n_places)
{
  gsize length = fill (pattern, places, n_places, NULL);
  char *text = gb_arena_alloc (arena, length + 1);
  fill (pattern, places, n_places, text);
  return text;
}

const char *
gb_words_fill (const GbValue *words, GbArena *arena, const char *path, ...)
{
  Place places[PLACES_MAX];
  guint n_places = 0;
  va_list arguments;
  va_start (arguments, path);
  const char *name;
  while ((name = va_arg (arguments, const char *)) != NULL) {
    const char *text = va_arg (arguments, const char *);
    g_assert (n_places < PLACES_MAX);
    places[n_places++] = (Place){ name, text };
  }
  va_end (arguments);
  return fill_places (arena, gb_words_get (words, path), places, n_places);
}

/* Room for any guint and its NUL. */
#define NUMBER_LENGTH 12

const char *
gb_words_count (const GbValue *words, GbArena *arena, const char *path, guint n)
{
  char number[NUMBER_LENGTH];
  g_snprintf (number, sizeof number, "%u", n);
  return fill_places (arena, gb_words_get (words, path), &(Place){ "n", number }, 1);
}

/* Dates are most of what is written; printf costs ten times as much. */
static const char *
write_number (char text[NUMBER_LENGTH], guint number)
{
  char *at = text + NUMBER_LENGTH - 1;
  *at = '\0';
  do {
    *--at = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  return at;
}

/* "2" → the name of the month, where the language has one under date.months. */
static const char *
month_name (const GbValue *words, int month, const char *number)
{
  const GbValue *names = gb_value_get (gb_value_get (words, "date"), "months");
  if (names == NULL || names->type != GB_VALUE_ARRAY || (guint)month > names->length)
    return number;
  const GbValue *name = names->elements[month - 1];
  return name->type == GB_VALUE_STRING ? name->string : number;
}

static const char *
format (const GbValue *words, GbArena *arena, const char *path, int year, int month, int day)
{
  char y[NUMBER_LENGTH], m[NUMBER_LENGTH], d[NUMBER_LENGTH];
  const char *number = write_number (m, (guint)month);
  Place places[] = {
    { "y", write_number (y, (guint)year) },
    { "m", month == 0 ? "" : month_name (words, month, number) },
    { "d", write_number (d, (guint)day) },
  };
  return fill_places (arena, gb_words_get (words, path), places, G_N_ELEMENTS (places));
}

const char *
gb_words_date (const GbValue *words, GbArena *arena, GbDate date)
{
  if (date == GB_DATE_NONE)
    return NULL;
  int year, month, day;
  gb_date_split (date, &year, &month, &day);
  return format (words, arena, "date.day", year, month, day);
}

const char *
gb_words_month (const GbValue *words, GbArena *arena, int year, int month)
{
  return format (words, arena, "date.month", year, month, 1);
}

const char *
gb_words_month_day (const GbValue *words, GbArena *arena, int month, int day)
{
  return format (words, arena, "date.month-day", 0, month, day);
}

const char *
gb_words_when (const GbValue *words, GbArena *arena, GbWhen when)
{
  int year, month, day;
  switch (gb_when_precision (when)) {
  case GB_PRECISION_NONE:
    return NULL;
  case GB_PRECISION_DAY:
    return gb_words_date (words, arena, when.first);
  case GB_PRECISION_MONTH:
    gb_date_split (when.first, &year, &month, &day);
    return gb_words_month (words, arena, year, month);
  case GB_PRECISION_YEAR:
    break;
  }
  return format (words, arena, "date.year", gb_date_year (when.first), 0, 0);
}

static const char *
sentence (const GbValue *words, GbArena *arena, const GbDerivation *derivation)
{
  /* A rule without a result is a rule that could not be applied. */
  const char *name = derivation->date == GB_DATE_NONE ? gb_rule_name (GB_RULE_NONE)
                                                      : gb_rule_name (derivation->rule);
  const char *pattern = NULL;
  if (derivation->rule == GB_RULE_EXTENDED && derivation->count > 0)
    pattern = gb_words_in (words, "rule", "extended-by");
  else
    pattern = gb_words_in (words, "rule", name);
  char count[NUMBER_LENGTH] = "0";
  if (derivation->count != 0)
    g_snprintf (count, sizeof count, "%d", derivation->count);
  char y[NUMBER_LENGTH];
  int year = derivation->date == GB_DATE_NONE ? 0 : gb_date_year (derivation->date);
  Place places[] = {
    { "date", gb_words_date (words, arena, derivation->date) },
    { "from", gb_words_date (words, arena, derivation->from) },
    { "count", count },
    { "year", year == 0 ? "" : write_number (y, (guint)year) },
  };
  return fill_places (arena, pattern, places, G_N_ELEMENTS (places));
}

const char *
gb_words_derivation (const GbValue *words, GbArena *arena, const GbDerivation *derivation,
                     const GbClause *clause, const GbPolicyCase *own)
{
  const char *text = sentence (words, arena, derivation);
  if (derivation->restarted)
    text = gb_words_fill (words, arena, "why.joined", "a", gb_words_get (words, "why.restarted"),
                          "b", text, NULL);
  if (derivation->provisional)
    text = gb_words_fill (words, arena, "why.joined", "a", text, "b",
                          gb_words_get (words, "why.provisional"), NULL);
  if (clause == NULL)
    return text;
  const char *basis
    = clause->policy == NULL || clause->policy == own
        ? gb_words_fill (words, arena, "why.clause", "clause", clause->label, NULL)
        : gb_words_fill (words, arena, "why.clause-of", "title", clause->policy->policy->title,
                         "clause", clause->label, NULL);
  return gb_words_fill (words, arena, "why.joined", "a", text, "b", basis, NULL);
}
