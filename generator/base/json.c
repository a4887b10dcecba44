#include "base/json.h"

#include "base/escape.h"

/* Levels whose members stand on lines of their own. */
#define LINES_DEPTH 2

static void
newline (GString *out, gboolean in_lines, guint depth, guint indent)
{
  if (!in_lines || depth >= LINES_DEPTH)
    return;
  g_string_append_c (out, '\n');
  for (guint i = 0; i < indent; i++)
    g_string_append (out, "  ");
}

static void
append_integer (GString *out, gint64 integer)
{
  char digits[24];
  char *at = digits + sizeof digits;
  guint64 left = integer < 0 ? -(guint64)integer : (guint64)integer;
  do
    *--at = (char)('0' + left % 10);
  while ((left /= 10) > 0);
  if (integer < 0)
    *--at = '-';
  g_string_append_len (out, at, digits + sizeof digits - at);
}

static void
write_value (GString *out, const GbValue *value, gboolean in_lines, guint depth)
{
  switch (value->type) {
  case GB_VALUE_NULL:
    g_string_append (out, "null");
    return;
  case GB_VALUE_BOOLEAN:
    g_string_append (out, value->boolean ? "true" : "false");
    return;
  case GB_VALUE_INTEGER:
    append_integer (out, value->integer);
    return;
  case GB_VALUE_DECIMAL:
    g_string_append (out, value->string);
    return;
  case GB_VALUE_STRING:
    gb_escape_json (out, value->string, value->length);
    return;
  case GB_VALUE_ARRAY:
  case GB_VALUE_OBJECT:
    break;
  }
  gboolean object = value->type == GB_VALUE_OBJECT;
  g_string_append_c (out, object ? '{' : '[');
  for (guint i = 0; i < value->length; i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    newline (out, in_lines, depth, depth + 1);
    if (object) {
      gb_escape_json (out, value->members[i].key, -1);
      g_string_append (out, in_lines && depth < LINES_DEPTH ? ": " : ":");
    }
    write_value (out, object ? value->members[i].value : value->elements[i], in_lines, depth + 1);
  }
  if (value->length > 0)
    newline (out, in_lines, depth, depth);
  g_string_append_c (out, object ? '}' : ']');
}

void
gb_json_write (GString *out, const GbValue *value, gboolean in_lines)
{
  write_value (out, value, in_lines, 0);
  g_string_append_c (out, '\n');
}
