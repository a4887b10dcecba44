/* calendar/YEAR.yaml, decoded (model.h). */
#pragma once

#include "source/model_part.h"
#include "source/vocabulary.h"

typedef struct {
  const GbYamlNode *node;
  const char *number;
  GbDate date;
  const char *title;
  const char *url;
} GbCalendarSource;

typedef struct {
  const GbYamlNode *node;
  const char *name;
  GbDate from;
  GbDate to; /* inclusive */
} GbHolidaySpan;

/* content/calendar/YEAR.yaml; what the counting uses is in GbModel.calendar. */
typedef struct {
  const GbYamlNode *node;
  const char *file;
  int year;
  GbCalendarStatus status;
  GbList sources;   /* GbCalendarSource; key source */
  GbList holidays;  /* GbHolidaySpan */
  GbList statutory; /* GbHolidaySpan: the days the law fixes, used where there is no notice yet */
  GbList workdays;  /* GINT_TO_POINTER (GbDate) */
} GbCalendarFile;
