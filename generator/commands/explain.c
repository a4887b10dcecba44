/* gongbao explain: what follows for one thing, and why. */
#include "commands/theme.h"

#include <string.h>

/* One explanation being printed. */
typedef struct {
  const GbWorkspace *workspace;
  const GbValue *words;
  GbArena *arena;
} Answer;

static const char *
word (const Answer *answer, const char *name)
{
  return gb_words_in (answer->words, "explain", name);
}

/* "label  date  why": the label comes from the words, the reason may be NULL. */
static void
print_line (const char *label, const char *date, const char *why)
{
  g_print ("%s\t%s%s%s\n", label, date, why == NULL ? "" : "\t", why == NULL ? "" : why);
}

static void
print_date (const Answer *answer, const char *name, GbDate date)
{
  char text[GB_DATE_LENGTH];
  if (date != GB_DATE_NONE)
    print_line (word (answer, name), gb_date_format (date, text), NULL);
}

static void
print_derivation (const Answer *answer, const char *label, const GbDerivation *derivation,
                  const GbPolicyCase *own)
{
  if (derivation->rule == GB_RULE_NONE)
    return;
  GbClause clause = { 0 };
  if (derivation->clause != NULL)
    clause = gb_corpus_clause (answer->workspace->corpus, answer->arena, derivation->clause, own);
  char text[GB_DATE_LENGTH];
  const char *date = derivation->date == GB_DATE_NONE ? word (answer, "none")
                                                      : gb_date_format (derivation->date, text);
  print_line (label, date,
              gb_words_derivation (answer->words, answer->arena, derivation,
                                   derivation->clause == NULL ? NULL : &clause, own));
}

static void
explain_policy (const Answer *answer, const GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  g_print ("%s\n", source->title);
  if (source->number != NULL)
    g_print ("%s\n", source->number);
  print_line (word (answer, "status"),
              gb_words_in (answer->words, "force", gb_force_name (policy->state.force)), NULL);
  print_date (answer, "signed", source->signed_);
  print_date (answer, "issued", source->issued);
  print_date (answer, "published", source->published);
  print_derivation (answer, word (answer, "effective"), &policy->effective, policy);
  if (policy->effective.rule == GB_RULE_NONE)
    print_line (word (answer, "effective"),
                gb_words_in (answer->words, "validity",
                             policy->effect_not_stated ? "not-stated" : "not-recorded"),
                NULL);
  print_derivation (answer, word (answer, "last-day"), &policy->last_day, policy);
  if (policy->last_day.rule == GB_RULE_NONE)
    print_line (word (answer, "last-day"),
                gb_words_in (answer->words, "validity", gb_open_end_name (policy->open_end)), NULL);
  print_derivation (answer, word (answer, "tail"), &policy->tail, policy);
  if (source->tail != NULL && source->tail->text != NULL)
    g_print ("\t\t%s\n", source->tail->text);
  print_derivation (answer, word (answer, "review"), &policy->review, policy);
  print_date (answer, "repealed", policy->dates.repealed);
  print_date (answer, "annulled", policy->dates.annulled);
  print_date (answer, "replaced", policy->dates.replaced);
  print_date (answer, "turns", policy->turns);
}

/* Why an entry has no last day: a term is stated but cannot be counted, or the rules state none, or
 * the content says nothing of it. */
static const char *
end_of (const GbEntryCase *entry)
{
  const GbTermRule *term = entry->registry->registry->term;
  if (entry->batch->years != 0 || entry->batch->term_not_known)
    return "unknown";
  return term == NULL ? "not-recorded" : term->none_stated ? "not-stated" : "unknown";
}

static void
explain_entry (const Answer *answer, const GbEntryCase *entry)
{
  g_print ("%s\n%s\n", entry->name, entry->registry->registry->title);
  print_line (word (answer, "status"),
              gb_words_in (answer->words, "standing", gb_standing_name (entry->state.standing)),
              NULL);
  const GbPolicyCase *own = entry->registry->policy;
  char ended[GB_DATE_LENGTH];
  for (guint i = 0; i < entry->n_events; i++) {
    const GbEventCase *event = &entry->events[i];
    char when[GB_DATE_LENGTH];
    print_line (gb_words_in (answer->words, "event", gb_event_name (event->kind)),
                gb_when_format (event->when, when),
                event->decision == NULL           ? NULL
                : event->decision->number != NULL ? event->decision->number
                                                  : event->decision->title);
    if (event->notice != NULL)
      print_derivation (answer, word (answer, "closes"), &event->notice->closes, own);
    if (event->ground != NULL)
      g_print ("\t\t%s\n", event->ground->text);
    print_derivation (answer, word (answer, "from"), &event->from, own);
    print_derivation (answer, word (answer, "last-day"), &event->to, own);
  }
  if (entry->certified.last != GB_DATE_NONE
      && entry->days[GB_ENTRY_DAY_TERM_ENDS].rule == GB_RULE_NONE)
    print_line (word (answer, "last-day"), gb_words_in (answer->words, "validity", end_of (entry)),
                NULL);
  if (entry->state.ended.last != GB_DATE_NONE)
    print_line (word (answer, "ended"), gb_when_format (entry->state.ended, ended), NULL);
  print_date (answer, "turns", entry->state.turns);
}

static void
print_counted_days (const Answer *answer, const GbNoticeCase *notice)
{
  static const char *const kinds[] = {
    [GB_DAY_WORKING] = "working",
    [GB_DAY_MAKEUP] = "makeup",
    [GB_DAY_WEEKEND] = "weekend",
    [GB_DAY_HOLIDAY] = "holiday",
  };
  GbDate opens = notice->notice->opens.first;
  GbDate closes = notice->closes.date;
  if (!notice->has_rule || closes == GB_DATE_NONE || closes < opens
      || closes - opens > GB_PERIOD_LENGTH_MAX
      || gb_when_precision (notice->notice->opens) != GB_PRECISION_DAY)
    return;
  guint length = (guint)(closes - opens) + 1;
  g_autofree GbPeriodDay *days = g_new0 (GbPeriodDay, length);
  guint n
    = gb_notice_case_days (answer->workspace->corpus, notice, &notice->rule, closes, days, length);
  for (guint i = 0; i < n; i++) {
    char date[GB_DATE_LENGTH];
    char ordinal[16] = "-";
    if (days[i].ordinal > 0)
      g_snprintf (ordinal, sizeof ordinal, "%d", days[i].ordinal);
    const char *why = days[i].day.date < notice->counted_from ? word (answer, "before-restart")
                      : days[i].first_excluded
                        ? word (answer, "first-excluded")
                        : gb_words_in (answer->words, "day", kinds[days[i].day.kind]);
    g_print ("\t%s\t%s\t%s%s%s\n", gb_date_format (days[i].day.date, date), ordinal, why,
             days[i].day.name == NULL ? "" : " ", days[i].day.name == NULL ? "" : days[i].day.name);
  }
}

static void
explain_notice (const Answer *answer, const GbNoticeCase *notice)
{
  const GbNotice *source = notice->notice;
  const GbPolicyCase *own = notice->registry == NULL ? NULL : notice->registry->policy;
  g_print ("%s\n", source->title);
  print_line (word (answer, "status"),
              gb_words_in (answer->words, "notice-state", gb_notice_state_name (notice->state)),
              NULL);
  char when[GB_DATE_LENGTH];
  if (source->opens.first != GB_DATE_NONE)
    print_line (word (answer, "opens"), gb_when_format (source->opens, when), NULL);
  if (notice->computed.date != notice->closes.date)
    print_derivation (answer, word (answer, "computed"), &notice->computed, own);
  if (notice->closes.rule == GB_RULE_NONE)
    print_line (word (answer, "closes"), word (answer, "none"), NULL);
  print_derivation (answer, word (answer, "closes"), &notice->closes, own);
  if (source->closes_reason != NULL)
    g_print ("\t\t%s\n", source->closes_reason);
  if (source->extension != NULL && source->extension->reason != NULL)
    g_print ("\t\t%s\n", source->extension->reason);
  print_counted_days (answer, notice);
  print_date (answer, "turns", notice->turns);
}

static const GbEntryCase *
find_entry (const GbCorpus *corpus, const char *id)
{
  const char *slash = strchr (id, '/');
  if (slash == NULL)
    return NULL;
  g_autofree char *registry_id = g_strndup (id, (gsize)(slash - id));
  const GbRegistryCase *registry = gb_corpus_registry (corpus, registry_id);
  return registry == NULL ? NULL : gb_registry_case_entry (registry, slash + 1);
}

static gboolean
explain (const Answer *answer, const char *id)
{
  const GbCorpus *corpus = answer->workspace->corpus;
  const GbPolicyCase *policy = gb_corpus_policy (corpus, id);
  const GbNoticeCase *notice = gb_corpus_notice (corpus, id);
  const GbEntryCase *entry = find_entry (corpus, id);
  if (policy != NULL)
    explain_policy (answer, policy);
  if (policy != NULL && notice != NULL)
    g_print ("\n");
  if (notice != NULL)
    explain_notice (answer, notice);
  if (entry != NULL)
    explain_entry (answer, entry);
  return policy != NULL || notice != NULL || entry != NULL;
}

int
gb_command_explain (int argc, char **argv)
{
  g_auto (GbWorkspaceOptions) options = { 0 };
  g_autofree char *language = NULL;
  if (!gb_theme_parse (&options, &language, &argc, &argv, "POLICY | NOTICE | REGISTRY/ENTRY",
                       "Prints the dates of a policy, a notice or an entry, and why they are what "
                       "they are."))
    return GB_ERROR_USAGE;
  if (argc != 2)
    return gb_command_misused ("explain takes one id: of a policy, a notice, or REGISTRY/ENTRY");
  if (!gb_theme_has_language (language))
    return gb_command_misused ("--language: write zh-CN or en");

  g_auto (GbWorkspace) workspace = { 0 };
  int status = gb_workspace_enter (&workspace, &options);
  if (status != GB_STATUS_DONE)
    return status;
  g_autoptr (GError) error = NULL;
  g_autoptr (GbArena) arena = gb_arena_new ();
  const Answer answer = {
    .workspace = &workspace,
    .words = gb_theme_words (&workspace, arena, language, &error),
    .arena = arena,
  };
  if (answer.words == NULL)
    return gb_command_fail (g_steal_pointer (&error));
  if (explain (&answer, argv[1]))
    return GB_STATUS_DONE;
  const GbRegistry *registry = gb_model_registry (workspace.corpus->model, argv[1]);
  if (registry != NULL)
    return gb_command_misused ("explain: '%s' is a registry; name one of its entries, as %s/ENTRY",
                               argv[1], argv[1]);
  return gb_command_misused ("explain: there is no policy, notice or entry '%s'", argv[1]);
}
