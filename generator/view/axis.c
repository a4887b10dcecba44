#include "view/axis.h"

void
gb_axis_widen (GbAxis *axis, GbDate date)
{
  if (date == GB_DATE_NONE)
    return;
  int year = gb_date_year (date);
  if (axis->first == 0 || year < axis->first)
    axis->first = year;
  if (axis->last == 0 || year > axis->last)
    axis->last = year;
}

static GbDate
left_of (const GbAxis *axis)
{
  return axis->by_day ? axis->first_day : gb_date_new (axis->first, 1, 1);
}

/* The last day covered. */
static GbDate
right_of (const GbAxis *axis)
{
  return axis->by_day ? axis->last_day : gb_date_new (axis->last, 12, 31);
}

/* Hundredths of a per cent from the left, within 0…10000. */
static int
position (const GbAxis *axis, GbDate date)
{
  GbDate left = left_of (axis);
  GbDate right = right_of (axis) + 1;
  if (left == GB_DATE_NONE || right <= left || date <= left)
    return 0;
  if (date >= right)
    return 10000;
  return (int)((gint64)(date - left) * 10000 / (right - left));
}

static const GbValue *
per_cent (GbArena *arena, int hundredths)
{
  char *text = gb_arena_alloc (arena, sizeof "100.00");
  char *at = text;
  if (hundredths >= 10000)
    *at++ = '1';
  if (hundredths >= 1000)
    *at++ = (char)('0' + hundredths / 1000 % 10);
  *at++ = (char)('0' + hundredths / 100 % 10);
  *at++ = '.';
  *at++ = (char)('0' + hundredths / 10 % 10);
  *at = (char)('0' + hundredths % 10);
  return gb_value_decimal (arena, text);
}

static void
set_span (GbScene *scene, GbValue *span, const GbAxis *axis, GbDate first, GbDate last)
{
  int left = position (axis, first);
  int right = last == GB_DATE_NONE ? 10000 : position (axis, last + 1);
  gb_value_set (span, "x", per_cent (scene->arena, left));
  gb_value_set (span, "width", per_cent (scene->arena, MAX (right - left, 50)));
  gb_value_set_boolean (span, "open", last == GB_DATE_NONE);
}

void
gb_axis_set_span (GbScene *scene, GbValue *object, const char *key, const GbAxis *axis,
                  GbDate first, GbDate last)
{
  set_span (scene, gb_value_set_object (object, key), axis, first, last);
}

void
gb_axis_append_span (GbScene *scene, GbValue *spans, const GbAxis *axis, GbDate first, GbDate last,
                     gboolean skipped)
{
  GbValue *span = gb_value_append_object (spans);
  set_span (scene, span, axis, first, last);
  gb_value_set_boolean (span, "skipped", skipped);
}

static void
append_tick (GbScene *scene, GbValue *ticks, const GbAxis *axis, GbDate date)
{
  char text[GB_DATE_LENGTH];
  gb_date_format (date, text);
  GbValue *tick = gb_value_append_object (ticks);
  gb_value_set (tick, "x", per_cent (scene->arena, position (axis, date)));
  /* The year, or of single days month and day. */
  gb_value_set_string (tick, "text",
                       axis->by_day ? gb_arena_strndup (scene->arena, text + 5, 5)
                                    : gb_arena_strndup (scene->arena, text, 4));
}

/* About eight years, or six days, fit a narrow screen. */
static void
append_ticks (GbScene *scene, GbValue *ticks, const GbAxis *axis)
{
  if (axis->by_day) {
    int step = 1 + (axis->last_day - axis->first_day) / 6;
    for (GbDate day = axis->first_day; day <= axis->last_day - step / 2; day += step)
      append_tick (scene, ticks, axis, day);
    return;
  }
  int step = 1 + (axis->last - axis->first) / 8;
  for (int year = axis->first; year <= axis->last; year += step)
    append_tick (scene, ticks, axis, gb_date_new (year, 1, 1));
}

GbValue *
gb_axis_set_bar (GbScene *scene, GbValue *page, const GbAxis *axis, const char *label,
                 const char *state)
{
  char from[GB_DATE_LENGTH], to[GB_DATE_LENGTH];
  GbValue *bar = gb_value_set_object (page, "bar");
  gb_value_set_string (bar, "label", label);
  gb_value_set_string (bar, "state", state);
  gb_date_format (left_of (axis), from);
  gb_date_format (right_of (axis), to);
  gb_value_set_string (bar, "from", gb_arena_strdup (scene->arena, from));
  gb_value_set_string (bar, "to", gb_arena_strdup (scene->arena, to));
  append_ticks (scene, gb_value_set_array (bar, "ticks"), axis);
  return bar;
}
