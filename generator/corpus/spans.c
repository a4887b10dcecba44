/* When the text of a notice says that it runs, beside its keys. */
#include "corpus/private.h"

#include "text/span.h"

#include <string.h>

typedef struct {
  GbSpan span;
  const char *words;
  guint line;
} Said;

/* What the text says of its own period; FALSE where it says nothing, or two different things. */
static gboolean
read_said (GbArena *arena, const GbBody *body, Said *ret_said)
{
  guint line = body->first_line;
  gboolean any = FALSE;
  const char *end = body->text + body->length;
  for (const char *from = body->text; from < end; line++) {
    const char *to = memchr (from, '\n', (gsize)(end - from));
    if (to == NULL)
      to = end;
    if (memmem (from, (gsize)(to - from), "公示", strlen ("公示")) != NULL) {
      g_autofree char *plain = g_strndup (from, (gsize)(to - from));
      g_autofree char *words = gb_phrase_normalise (plain);
      GbSpan span;
      for (const char *at = words; gb_span_next (&at, &span);) {
        if (any
            && (span.opens != ret_said->span.opens || span.closes != ret_said->span.closes
                || span.days != ret_said->span.days || span.working != ret_said->span.working))
          return FALSE;
        any = TRUE;
        *ret_said = (Said){ span, gb_arena_strndup (arena, span.start, span.length), line };
      }
    }
    from = MIN (to + 1, end);
  }
  return any;
}

static void
check_notice (GbWork *work, GbArena *arena, const GbNoticeCase *notice)
{
  const GbNotice *source = notice->notice;
  Said said = { 0 };
  /* A text that was changed while it ran may have said something else before. */
  if (source->body.text == NULL || notice->restarted_by != NULL
      || !read_said (arena, &source->body, &said))
    return;
  const GbSpan *span = &said.span;
  GbDate opens = gb_when_day (source->opens);
  GbDate closes = source->closes != GB_DATE_NONE ? source->closes : notice->computed.date;
  GbPlace place
    = gb_yaml_place (source->file, source->node,
                     span->opens == opens && source->closes != GB_DATE_NONE ? "closes" : "opens");
  char from[GB_DATE_LENGTH], to[GB_DATE_LENGTH];
  if ((span->opens != GB_DATE_NONE && opens == GB_DATE_NONE)
      || (span->closes != GB_DATE_NONE && closes == GB_DATE_NONE)) {
    gb_diagnostics_warning (work->diagnostics, place, "period-missing",
                            "the text says '%s' (%s:%u), but the days are not on record; write "
                            "'opens' and 'closes'",
                            said.words, source->file, said.line);
  } else if ((span->opens != GB_DATE_NONE && span->opens != opens)
             || (span->closes != GB_DATE_NONE && span->closes != closes
                 && span->closes != notice->closes.date)) {
    gb_diagnostics_warning (work->diagnostics, place, "period-differs",
                            "by the keys the notice runs from %s to %s, but its text says '%s' "
                            "(%s:%u); correct the one that is wrong",
                            gb_date_format (opens, from), gb_date_format (closes, to), said.words,
                            source->file, said.line);
  } else if (span->days > 0 && notice->has_rule && source->closes == GB_DATE_NONE
             && (span->days != notice->rule.length
                 || span->working != (notice->rule.unit == GB_UNIT_WORKING_DAYS))) {
    gb_diagnostics_warning (
      work->diagnostics, gb_yaml_place (source->file, source->node, "period"), "period-differs",
      "by the keys the notice runs %d %s, but its text says '%s' (%s:%u); "
      "correct the one that is wrong",
      notice->rule.length, notice->rule.unit == GB_UNIT_WORKING_DAYS ? "working days" : "days",
      said.words, source->file, said.line);
  } else if (span->days > 0 && !notice->has_rule && closes == GB_DATE_NONE) {
    gb_diagnostics_warning (work->diagnostics, place, "period-missing",
                            "the text says '%s' (%s:%u), but no length is on record; write it "
                            "under 'period'",
                            said.words, source->file, said.line);
  }
}

void
gb_spans_check (GbWork *work)
{
  if (work->corpus.model->site == NULL)
    return;
  g_autoptr (GbArena) arena = gb_arena_new ();
  for (guint i = 0; i < work->corpus.n_notices; i++) {
    gb_arena_reset (arena);
    check_notice (work, arena, &work->corpus.notices[i]);
  }
}
