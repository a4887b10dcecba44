/* Which text of a policy is in force on a day. */
#include "corpus/private.h"

/* When the amendment seen from the amended side takes effect. */
static GbDate
day_of (const GbLinkCase *link)
{
  return link->relation->from != GB_DATE_NONE ? link->relation->from : link->policy->effective.date;
}

static gboolean
has_file (const GbPolicy *policy, GbDate day)
{
  for (guint i = 0; i < policy->versions.length; i++)
    if (GB_LIST_AT (GbVersion, policy->versions, i)->from == day)
      return TRUE;
  return FALSE;
}

/* The day from which the text in policy.md is in force: as it says, else the one day on which a new
 * text began (the effect, an amendment) that no file in versions/ is named after. */
static GbDate
own_day (GbWork *work, const GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  if (source->version != GB_DATE_NONE)
    return source->version;
  GbDate found = GB_DATE_NONE;
  GbDate other = GB_DATE_NONE;
  for (guint i = 0; i <= policy->n_amended_by; i++) {
    GbDate day = i == 0 ? policy->effective.date : day_of (&policy->amended_by[i - 1]);
    if (day == GB_DATE_NONE || day == found || has_file (source, day))
      continue;
    if (found != GB_DATE_NONE)
      other = day;
    else
      found = day;
  }
  if (found != GB_DATE_NONE && other == GB_DATE_NONE)
    return found;
  char one[GB_DATE_LENGTH];
  char two[GB_DATE_LENGTH];
  GbPlace place = gb_yaml_place (source->file, source->node, NULL);
  if (found == GB_DATE_NONE)
    gb_diagnostics_error (work->diagnostics, place, "version-day-unknown",
                          "there are other versions of this text, and every day on which one began "
                          "is taken by them; write 'version:' with the day from which the text in "
                          "this file is in force");
  else
    gb_diagnostics_error (work->diagnostics, place, "version-day-unknown",
                          "there are other versions of this text, and this one may be in force "
                          "from %s or from %s; write 'version:' with the day",
                          gb_date_format (found, one), gb_date_format (other, two));
  return GB_DATE_NONE;
}

/* The last day of force there is, for whatever reason; an annulled text never had one. */
static GbDate
end_of (const GbForceDates *dates)
{
  GbDate void_from = gb_date_earlier (dates->repealed, dates->replaced);
  return gb_date_earlier (dates->last_day,
                          void_from == GB_DATE_NONE ? GB_DATE_NONE : void_from - 1);
}

static void
fill (GbWork *work, GbPolicyCase *policy, GbVersionCase *version)
{
  const GbPolicy *source = policy->policy;
  version->title = source->title;
  if (version->version != NULL) {
    version->from = version->version->from;
    version->note = version->version->note;
    version->amended_by = version->version->amended_by;
    if (version->version->title != NULL)
      version->title = version->version->title;
  } else {
    version->note = source->version_note;
    version->amended_by = source->amended_by;
  }
  if (version->amended_by != NULL)
    version->amending = gb_links_related (work, version->amended_by);
  for (guint i = 0; i < policy->n_amended_by && version->amended_by == NULL; i++)
    if (day_of (&policy->amended_by[i]) == version->from) {
      version->amended_by = policy->amended_by[i].relation;
      version->amending = policy->amended_by[i].policy;
    }
}

/* Puts the text of policy.md, in force from @day, among those of the files. */
static void
add_own (GbPolicyCase *policy, GbDate day)
{
  guint n = policy->policy->versions.length;
  guint at = n;
  for (; at > 0 && policy->versions[at - 1].version->from > day; at--)
    policy->versions[at] = policy->versions[at - 1];
  policy->versions[at]
    = (GbVersionCase){ .from = day, .text = policy->text, .targets = policy->targets };
  policy->n_versions = n + 1;
}

static void
judge (GbWork *work, GbPolicyCase *policy)
{
  GbDate as_of = work->corpus.as_of;
  GbDate end = end_of (&policy->dates);
  policy->current = 0;
  for (guint i = 0; i < policy->n_versions; i++) {
    GbVersionCase *version = &policy->versions[i];
    gboolean is_last = i + 1 == policy->n_versions;
    GbDate last = is_last ? GB_DATE_NONE : policy->versions[i + 1].from - 1;
    version->last = gb_date_earlier (last, end);
    version->state = GB_VERSION_FUTURE;
    gboolean is_late
      = (end != GB_DATE_NONE && version->from > end)
        || (policy->dates.annulled != GB_DATE_NONE && version->from >= policy->dates.annulled);
    if (i > 0 && is_late) {
      version->state = GB_VERSION_NEVER;
      version->last = GB_DATE_NONE;
    } else if (version->from <= as_of) {
      policy->current = i;
    } else {
      policy->turns = gb_date_earlier (policy->turns, version->from);
    }
  }
  for (guint i = 0; i < policy->current; i++)
    policy->versions[i].state = GB_VERSION_PAST;
  GbVersionCase *current = &policy->versions[policy->current];
  current->state = GB_VERSION_CURRENT;
  policy->text = current->text;
  policy->targets = current->targets;
  if (current->version != NULL)
    policy->text_file = current->version->file;
  policy->amended = policy->amended || policy->current > 0;
}

static void
warn_unchanged (GbWork *work, GbPlace place, GbDate before)
{
  char day[GB_DATE_LENGTH];
  gb_diagnostics_warning (work->diagnostics, place, "version-unchanged",
                          "the text has the same words as that of %s; put the changed text into "
                          "the file, or delete it",
                          gb_date_format (before, day));
}

static void
check (GbWork *work, const GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  for (guint i = 0; i < policy->n_versions; i++) {
    const GbVersionCase *version = &policy->versions[i];
    GbPlace place = version->version != NULL
                      ? gb_yaml_place (version->version->file, version->version->node, NULL)
                      : gb_yaml_place (source->file, source->node, "version");
    if (policy->effective.date != GB_DATE_NONE && version->from < policy->effective.date)
      gb_diagnostics_error (work->diagnostics, place, "version-before-effect",
                            "the version would be in force before the policy itself is; correct "
                            "the day or 'effect'");
    if (i > 0 && version->amended_by == NULL)
      gb_diagnostics_warning (work->diagnostics, place, "version-without-amendment",
                              "the record holds no document that made this version; write "
                              "'amended_by:' with its policy, title or number");
    if (i > 0 && g_strcmp0 (version->title, policy->versions[i - 1].title) == 0
        && gb_plain_is_same (version->text, policy->versions[i - 1].text))
      warn_unchanged (work, place, policy->versions[i - 1].from);
    if (version->state == GB_VERSION_NEVER)
      gb_diagnostics_warning (work->diagnostics, place, "version-after-end",
                              "the policy ends before this version would take effect; it is shown "
                              "as one that never did");
  }
}

void
gb_versions_check_clause (GbWork *work, GbPlace place, const GbClause *clause)
{
  const GbPolicyCase *policy = clause->policy;
  for (guint i = 0; policy != NULL && i < policy->n_versions; i++) {
    const GbVersionCase *version = &policy->versions[i];
    int kuan;
    if (version->state != GB_VERSION_FUTURE
        || gb_text_clause (version->text, clause->anchor, &kuan) != NULL)
      continue;
    char day[GB_DATE_LENGTH];
    gb_diagnostics_warning (work->diagnostics, place, "clause-goes",
                            "from %s on the text of '%s' has no clause '%s'; correct it on that "
                            "day",
                            gb_date_format (version->from, day), policy->policy->id,
                            clause->anchor);
    return;
  }
}

void
gb_versions_judge (GbWork *work)
{
  if (work->corpus.model->site == NULL)
    return;
  for (guint i = 0; i < work->corpus.n_policies; i++) {
    GbPolicyCase *policy = &work->corpus.policies[i];
    GbDate day = policy->versions == NULL ? GB_DATE_NONE : own_day (work, policy);
    if (day == GB_DATE_NONE)
      continue;
    add_own (policy, day);
    for (guint k = 0; k < policy->n_versions; k++)
      fill (work, policy, &policy->versions[k]);
    judge (work, policy);
    check (work, policy);
  }
}
