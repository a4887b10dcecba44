/* The texts, parsed on several threads. */
#include "corpus/private.h"

typedef struct {
  GbWork *work;
  gint next; /* atomic: the next text nobody has taken */
} Queue;

typedef struct {
  Queue *queue;
  GbArena *arena;
} Worker;

/* The policies come first, then the notices, then the pages. */
static guint
count (const GbCorpus *corpus)
{
  return corpus->n_policies + corpus->n_notices + corpus->n_pages;
}

static const GbText *
parse (const GbWork *work, GbArena *arena, GbArena *scratch, const char *file, const GbBody *body,
       const GbTarget **ret_targets)
{
  if (body->text == NULL || body->length == 0)
    return NULL;
  const GbText *text = gb_text_parse (arena, file, body, work->diagnostics);
  *ret_targets = gb_links_targets (work, arena, scratch, file, text, NULL, FALSE);
  return text;
}

static void
parse_policy (const GbWork *work, GbArena *arena, GbArena *scratch, GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  policy->text = gb_text_parse (arena, source->file, &source->body, work->diagnostics);
  policy->targets
    = gb_links_targets (work, arena, scratch, source->file, policy->text, policy, TRUE);
  for (guint i = 0; i < source->versions.length; i++) {
    const GbVersion *version = GB_LIST_AT (GbVersion, source->versions, i);
    GbVersionCase *known = &policy->versions[i];
    known->version = version;
    known->text = gb_text_parse (arena, version->file, &version->body, work->diagnostics);
    known->targets
      = gb_links_targets (work, arena, scratch, version->file, known->text, policy, TRUE);
  }
  if (source->interpretation.text == NULL)
    return;
  policy->interpretation = gb_text_parse (arena, source->interpretation_file,
                                          &source->interpretation, work->diagnostics);
  policy->interpretation_targets = gb_links_targets (
    work, arena, scratch, source->interpretation_file, policy->interpretation, policy, FALSE);
}

static gpointer
parse_texts (gpointer data)
{
  Worker *worker = data;
  GbWork *work = worker->queue->work;
  GbCorpus *corpus = &work->corpus;
  g_autoptr (GbArena) scratch = gb_arena_new ();
  for (;;) {
    guint i = (guint)g_atomic_int_add (&worker->queue->next, 1);
    if (i >= count (corpus))
      return NULL;
    if (i < corpus->n_policies) {
      parse_policy (work, worker->arena, scratch, &corpus->policies[i]);
      continue;
    }
    i -= corpus->n_policies;
    if (i < corpus->n_notices) {
      GbNoticeCase *notice = &corpus->notices[i];
      notice->text = parse (work, worker->arena, scratch, notice->notice->file,
                            &notice->notice->body, &notice->targets);
      continue;
    }
    GbPageCase *page = &corpus->pages[i - corpus->n_notices];
    page->text
      = parse (work, worker->arena, scratch, page->page->file, &page->page->body, &page->targets);
  }
}

void
gb_texts_parse (GbWork *work, guint jobs)
{
  Queue queue = { .work = work };
  jobs = CLAMP (jobs, 1, MAX (1, count (&work->corpus)));
  g_autofree Worker *workers = g_new0 (Worker, jobs);
  g_autofree GThread **threads = g_new0 (GThread *, jobs);
  for (guint i = 0; i < jobs; i++) {
    workers[i] = (Worker){ .queue = &queue, .arena = gb_arena_new () };
    g_ptr_array_add (work->text_arenas, workers[i].arena);
  }
  for (guint i = 1; i < jobs; i++)
    threads[i] = g_thread_new ("texts", parse_texts, &workers[i]);
  (void)parse_texts (&workers[0]);
  for (guint i = 1; i < jobs; i++)
    g_thread_join (threads[i]);
}
