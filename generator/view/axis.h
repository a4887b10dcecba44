/* Drawn time: where days lie on a line, in per cent of it. */
#pragma once

#include "view/view.h"

/* What a drawing covers: whole years, inclusive; or, where it is of single days, those. */
typedef struct {
  int first;
  int last;
  gboolean by_day;
  GbDate first_day;
  GbDate last_day; /* inclusive */
} GbAxis;

void gb_axis_widen (GbAxis *axis, GbDate date);
/* {x, width, open}: per cent of @axis, as decimals. */
void gb_axis_set_span (GbScene *scene, GbValue *object, const char *key, const GbAxis *axis,
                       GbDate first, GbDate last);
/* bar {label, state (id), from, to (days covered), ticks [{x, text}]}; the caller adds spans, tail
 * and steps. */
GbValue *gb_axis_set_bar (GbScene *scene, GbValue *page, const GbAxis *axis, const char *label,
                          const char *state);
void gb_axis_append_span (GbScene *scene, GbValue *spans, const GbAxis *axis, GbDate first,
                          GbDate last, gboolean skipped);
