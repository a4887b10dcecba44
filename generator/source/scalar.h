/* What one written value means: dates, numbers, ids, clauses, addresses.
 *
 * Each function reads a whole text.  On failure it returns FALSE, leaves its output alone and
 * appends to @reason a sentence without a full stop that says what is wrong and what to write
 * instead.  Pure functions; nothing depends on the locale.
 */
#pragma once

#include "source/schema.h"

/* YYYY-MM-DD, an existing day. */
gboolean gb_scalar_date (const char *text, GbDate *ret_date, GString *reason);
/* YYYY-MM-DD, YYYY-MM or YYYY. */
gboolean gb_scalar_when (const char *text, GbWhen *ret_when, GString *reason);
/* MM-DD, a day that every year has. */
gboolean gb_scalar_month_day (const char *text, GbMonthDay *ret_day, GString *reason);
/* YYYY or YYYY-YYYY, the first not after the last. */
gboolean gb_scalar_years (const char *text, GbYears *ret_years, GString *reason);
/* true or false. */
gboolean gb_scalar_boolean (const char *text, gboolean *ret_boolean, GString *reason);
/* Decimal digits, with a '-' before them or not; no leading zeros. */
gboolean gb_scalar_integer (const char *text, int *ret_integer, GString *reason);
/* The same, with a decimal part or not. */
gboolean gb_scalar_number (const char *text, GString *reason);
/* Lower-case ASCII words and digits joined by single hyphens. */
gboolean gb_scalar_id (const char *text, GString *reason);
/* REGISTRY/ENTRY, both ids. */
gboolean gb_scalar_entry (const char *text, GString *reason);
/* ANCHOR or POLICY#ANCHOR. */
gboolean gb_scalar_clause (const char *text, GString *reason);
/* http://… or https://…, or a path of the site that begins with one '/'. */
gboolean gb_scalar_url (const char *text, GString *reason);

/* Whether the text is an id, without a reason. */
gboolean gb_scalar_is_id (const char *text, gsize length);
