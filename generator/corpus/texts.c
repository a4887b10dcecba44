#include "corpus/private.h"

typedef struct {
  GbWork *work;
  gint next; /* atomic: the next policy nobody has taken */
} Queue;

typedef struct {
  Queue *queue;
  GbArena *arena;
} Worker;

static gpointer
parse_texts (gpointer data)
{
  Worker *worker = data;
  GbWork *work = worker->queue->work;
  g_autoptr (GbArena) scratch = gb_arena_new ();
  for (;;) {
    guint i = (guint)g_atomic_int_add (&worker->queue->next, 1);
    if (i >= work->corpus.n_policies)
      return NULL;
    GbPolicyCase *policy = &work->corpus.policies[i];
    const GbPolicy *source = policy->policy;
    policy->text = gb_text_parse (worker->arena, source->file, &source->body, work->diagnostics);
    if (source->interpretation.text != NULL)
      policy->interpretation = gb_text_parse (worker->arena, source->interpretation_file,
                                              &source->interpretation, work->diagnostics);
    policy->targets = gb_work_targets (work, worker->arena, scratch, policy);
  }
}

void
gb_work_texts (GbWork *work, guint jobs)
{
  Queue queue = { .work = work };
  jobs = CLAMP (jobs, 1, MAX (1, work->corpus.n_policies));
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
