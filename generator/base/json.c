#include "base/json.h"

#include "base/escape.h"

static void
newline (GString *out, gboolean indented, guint depth)
{
  if (!indented)
    return;
  g_string_append_c (out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

static void
write_value (GString *out, const GbValue *value, gboolean indented, guint depth)
{
  switch (value->type) {
  case GB_VALUE_NULL:
    g_string_append (out, "null");
    return;
  case GB_VALUE_BOOLEAN:
    g_string_append (out, value->boolean ? "true" : "false");
    return;
  case GB_VALUE_INTEGER:
    g_string_append_printf (out, "%" G_GINT64_FORMAT, value->integer);
    return;
  case GB_VALUE_DECIMAL:
    g_string_append (out, value->string);
    return;
  case GB_VALUE_STRING:
    gb_escape_json (out, value->string, value->length);
    return;
  case GB_VALUE_ARRAY:
    g_string_append_c (out, '[');
    for (guint i = 0; i < value->length; i++) {
      if (i > 0)
        g_string_append_c (out, ',');
      newline (out, indented, depth + 1);
      write_value (out, value->elements[i], indented, depth + 1);
    }
    if (value->length > 0)
      newline (out, indented, depth);
    g_string_append_c (out, ']');
    return;
  case GB_VALUE_OBJECT:
    g_string_append_c (out, '{');
    for (guint i = 0; i < value->length; i++) {
      if (i > 0)
        g_string_append_c (out, ',');
      newline (out, indented, depth + 1);
      gb_escape_json (out, value->members[i].key, -1);
      g_string_append (out, indented ? ": " : ":");
      write_value (out, value->members[i].value, indented, depth + 1);
    }
    if (value->length > 0)
      newline (out, indented, depth);
    g_string_append_c (out, '}');
    return;
  }
}

void
gb_json_write (GString *out, const GbValue *value, gboolean indented)
{
  write_value (out, value, indented, 0);
  g_string_append_c (out, '\n');
}
