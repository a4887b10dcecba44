/* gongbao agenda: what is to be done, by day. */
#include "commands/workspace.h"

static const char *
subject (const GbOccasion *occasion, char text[256])
{
  if (occasion->policy != NULL)
    g_snprintf (text, 256, "%s", occasion->policy->policy->id);
  else if (occasion->notice != NULL)
    g_snprintf (text, 256, "%s", occasion->notice->notice->id);
  else if (occasion->duty != NULL)
    g_snprintf (text, 256, "%s %s", occasion->registry->registry->id, occasion->duty->id);
  else if (occasion->n_entries == 1)
    g_snprintf (text, 256, "%s/%s", occasion->registry->registry->id,
                occasion->entries[0]->entry->id);
  else
    g_snprintf (text, 256, "%s/%s (%u entries)", occasion->registry->registry->id,
                occasion->batch->id, occasion->n_entries);
  return text;
}

static const char *
title (const GbOccasion *occasion)
{
  if (occasion->policy != NULL)
    return occasion->policy->policy->title;
  if (occasion->notice != NULL)
    return occasion->notice->notice->title;
  if (occasion->duty != NULL)
    return occasion->duty->title;
  if (occasion->n_entries == 1)
    return occasion->entries[0]->name;
  return occasion->batch->title != NULL ? occasion->batch->title
                                        : occasion->registry->registry->title;
}

int
gb_command_agenda (int argc, char **argv)
{
  g_auto (GbWorkspaceOptions) options = { 0 };
  gboolean next = FALSE;
  int days = 366;
  const GOptionEntry entries[] = {
    { "next", 0, 0, G_OPTION_ARG_NONE, &next,
      "Print only the next day on which any status changes by itself", NULL },
    { "days", 0, 0, G_OPTION_ARG_INT, &days, "How far to look ahead (default: 366)", "N" },
    GB_WORKSPACE_ENTRIES (options),
    { NULL },
  };
  if (!gb_command_parse (&argc, &argv, entries, NULL,
                         "Lists what is due from the as-of date on: notices closing, terms ending, "
                         "reviews, duties."))
    return GB_ERROR_USAGE;
  if (argc != 1)
    return gb_command_misused ("agenda takes no arguments");
  if (days < 0 || days > 36600)
    return gb_command_misused ("--days: write a number from 0 to 36600");

  g_auto (GbWorkspace) workspace = { 0 };
  int status = gb_workspace_enter (&workspace, &options);
  if (status != GB_STATUS_DONE)
    return status;
  const GbCorpus *corpus = workspace.corpus;
  char day[GB_DATE_LENGTH];
  if (next) {
    if (corpus->turns != GB_DATE_NONE)
      g_print ("%s\n", gb_date_format (corpus->turns, day));
    return GB_STATUS_DONE;
  }
  for (guint i = 0; i < corpus->n_occasions; i++) {
    const GbOccasion *occasion = &corpus->occasions[i];
    if (occasion->date < corpus->as_of || occasion->date > corpus->as_of + days)
      continue;
    char about[256];
    g_print ("%s  %-17s  %s  %s%s\n", gb_date_format (occasion->date, day),
             gb_occasion_name (occasion->kind), subject (occasion, about), title (occasion),
             occasion->provisional ? "  (provisional)" : "");
  }
  return GB_STATUS_DONE;
}
