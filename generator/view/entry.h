/* What is said of an entry of a registry: as a row of a list, as a record, by its events. */
#pragma once

#include "view/view.h"

/* A row of a list, and all that is said of an entry; the keys are in templates/README.md. */
void gb_entry_row (GbScene *scene, GbValue *record, const GbEntryCase *entry);
void gb_entry_record (GbScene *scene, GbValue *record, const GbEntryCase *entry);
/* The record as data files have it: with url and turns. */
void gb_entry_data (GbScene *scene, GbValue *record, const GbEntryCase *entry);
/* events: what happened to the entry, by day. */
void gb_entry_events (GbScene *scene, GbValue *record, const GbEntryCase *entry);
