#include "search/postings.h"

#include "search/catalog.h"
#include "text/gram.h"

#include <string.h>

/* Parts are read in runs, each by one thread. */
#define RUN_PARTS 1024
#define SHARD_BYTES 2500
#define SHARDS_MIN 16
/* A list longer than bits alone would be is kept as those, its places given up, but not a short
 * one: so no pair costs a reader much. */
#define LIST_BYTES 4096
#define SHARDS_MAX 4096

/* A pair within a run.  What is known of its last part is only written when the next one comes. */
typedef struct {
  guint32 number;
  guint32 count; /* parts; 0: an empty place of the table */
  gint32 part;   /* the last */
  gint32 before; /* the one before it; the one before the run where there is none */
  guint32 places;
  guint8 named;
  guint32 length;
  guint32 size;
  guint8 *bytes;
} Pair;

typedef struct {
  GbArena *arena;
  gint32 first; /* its first part */
  Pair *pairs;  /* a hash table, then in order of shard and number */
  guint size;   /* a power of two */
  guint n_pairs;
  guint *starts; /* of each shard among the pairs, and the end */
} Run;

struct _GbPostings {
  const GbCatalog *catalog;
  Run *runs;
  guint n_runs;
  guint n_shards;
  GMutex mutex;
  GCond cond;
  guint taken; /* runs that a thread has begun */
  guint done;
};

void
gb_postings_part_text (const GbCatalog *catalog, guint index, GString *out, gsize *ret_names)
{
  const GbPart *part = &catalog->parts[index];
  const GbDocument *document = &catalog->documents[part->document];
  gsize start = out->len;
  if (gb_catalog_is_first (catalog, index))
    gb_catalog_names (document, out);
  *ret_names = out->len - start;
  for (guint i = 0; i < part->n_pieces; i++) {
    gb_plain_lines (document->text, part->pieces[i].start, part->pieces[i].end, out);
    g_string_append_c (out, '\n');
  }
}

/* ---- one run ---- */

static void
put_byte (Run *run, Pair *pair, guint8 byte)
{
  if (pair->length == pair->size) {
    guint32 size = pair->size == 0 ? 8 : pair->size * 2;
    guint8 *bytes = gb_arena_alloc (run->arena, size);
    if (pair->length > 0)
      memcpy (bytes, pair->bytes, pair->length);
    pair->bytes = bytes;
    pair->size = size;
  }
  pair->bytes[pair->length++] = byte;
}

static void
put_varint (Run *run, Pair *pair, guint32 value)
{
  for (; value >= 0x80; value >>= 7)
    put_byte (run, pair, (guint8)(value | 0x80));
  put_byte (run, pair, (guint8)value);
}

static guint32
varint_of (const Pair *pair)
{
  guint32 distance = (guint32)(pair->part - pair->before);
  guint32 named = pair->named ? 2 : 0;
  if ((pair->places & (pair->places - 1)) != 0)
    return distance << 2 | named | 1;
  return distance << 7 | (guint32)g_bit_nth_lsf (pair->places, -1) << 2 | named;
}

static void
end_posting (Run *run, Pair *pair)
{
  guint32 value = varint_of (pair);
  put_varint (run, pair, value);
  for (guint i = 0; (value & 1) && i < 4; i++)
    put_byte (run, pair, (guint8)(pair->places >> (8 * i)));
}

static void
grow (Run *run)
{
  guint size = run->size == 0 ? 4096 : run->size * 2;
  Pair *pairs = g_new0 (Pair, size);
  for (guint i = 0; i < run->size; i++) {
    if (run->pairs[i].count == 0)
      continue;
    guint at = run->pairs[i].number & (size - 1);
    while (pairs[at].count != 0)
      at = (at + 1) & (size - 1);
    pairs[at] = run->pairs[i];
  }
  g_free (run->pairs);
  run->pairs = pairs;
  run->size = size;
}

static void
note (Run *run, guint32 number, gint32 part, guint32 place, gboolean named)
{
  if (run->n_pairs * 2 >= run->size)
    grow (run);
  guint at = number & (run->size - 1);
  while (run->pairs[at].count != 0 && run->pairs[at].number != number)
    at = (at + 1) & (run->size - 1);
  Pair *pair = &run->pairs[at];
  guint32 bit = 1u << (place % 32);
  if (pair->count != 0 && pair->part == part) {
    pair->places |= bit;
    pair->named |= (guint8)named;
    return;
  }
  if (pair->count != 0) {
    end_posting (run, pair);
    pair->before = pair->part;
  } else {
    pair->number = number;
    pair->before = run->first - 1;
    run->n_pairs++;
  }
  pair->count++;
  pair->part = part;
  pair->places = bit;
  pair->named = (guint8)named;
}

/* By shard, which the low bits are, then by number. */
static int
compare_pairs (gconstpointer a, gconstpointer b, gpointer data)
{
  const Pair *x = a;
  const Pair *y = b;
  guint32 mask = *(const guint32 *)data;
  guint32 left = x->number & mask, right = y->number & mask;
  if (left == right)
    left = x->number, right = y->number;
  return left < right ? -1 : left > right;
}

/* Puts the pairs in order and notes where each shard begins. */
static void
close_run (Run *run, guint n_shards)
{
  guint n = 0;
  for (guint i = 0; i < run->size; i++) {
    if (run->pairs[i].count == 0)
      continue;
    end_posting (run, &run->pairs[i]);
    run->pairs[n++] = run->pairs[i];
  }
  guint32 mask = n_shards - 1;
  if (n > 0)
    g_qsort_with_data (run->pairs, (gint)n, sizeof (Pair), compare_pairs, &mask);
  run->starts = gb_arena_newv (run->arena, guint, n_shards + 1);
  guint at = 0;
  for (guint shard = 0; shard < n_shards; shard++) {
    run->starts[shard] = at;
    while (at < n && (run->pairs[at].number & mask) == shard)
      at++;
  }
  run->starts[n_shards] = at;
}

static void
read_run (GbPostings *postings, guint index)
{
  Run *run = &postings->runs[index];
  run->arena = gb_arena_new ();
  run->first = (gint32)(index * RUN_PARTS);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GArray) chars = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint end = MIN ((index + 1) * RUN_PARTS, postings->catalog->n_parts);
  for (guint part = index * RUN_PARTS; part < end; part++) {
    gsize names;
    g_string_truncate (words, 0);
    gb_postings_part_text (postings->catalog, part, words, &names);
    g_array_set_size (chars, 0);
    gb_gram_fold (words->str, names, chars);
    guint n_named = chars->len;
    gb_gram_fold (words->str + names, words->len - names, chars);
    const guint32 *at = (const guint32 *)(gconstpointer)chars->data;
    for (guint i = 0; i + 1 < chars->len; i++)
      if (at[i] != 0 && at[i + 1] != 0)
        note (run, gb_gram_hash (at[i], at[i + 1]), (gint32)part, i, i < n_named);
  }
  close_run (run, postings->n_shards);
}

/* Takes part in reading until all is read. */
static void
read_all (GbPostings *postings)
{
  g_mutex_lock (&postings->mutex);
  while (postings->taken < postings->n_runs) {
    guint index = postings->taken++;
    g_mutex_unlock (&postings->mutex);
    read_run (postings, index);
    g_mutex_lock (&postings->mutex);
    if (++postings->done == postings->n_runs)
      g_cond_broadcast (&postings->cond);
  }
  while (postings->done < postings->n_runs)
    g_cond_wait (&postings->cond, &postings->mutex);
  g_mutex_unlock (&postings->mutex);
}

/* ---- shards ---- */

static void
write_varint (GString *out, guint32 value)
{
  for (; value >= 0x80; value >>= 7)
    g_string_append_c (out, (char)(value | 0x80));
  g_string_append_c (out, (char)value);
}

static guint32
read_varint (const guint8 **at)
{
  guint32 value = 0;
  guint shift = 0;
  do {
    value |= (guint32)(**at & 0x7f) << shift;
    shift += 7;
  } while (*(*at)++ & 0x80);
  return value;
}

static guint32
distance_of (guint32 value)
{
  return value & 1 ? value >> 2 : value >> 7;
}

/* The same with another distance. */
static guint32
moved (guint32 value, guint32 distance)
{
  return value & 1 ? distance << 2 | (value & 3) : distance << 7 | (value & 127);
}

static void
write_list (const GbPostings *postings, Pair *const *pairs, const guint *runs, guint n,
            GString *out)
{
  gint32 last = -1;
  g_string_append_c (out, 1);
  for (guint i = 0; i < n; i++) {
    const guint8 *at = pairs[i]->bytes;
    guint32 value = read_varint (&at);
    gint32 part = postings->runs[runs[i]].first - 1 + (gint32)distance_of (value);
    write_varint (out, moved (value, (guint32)(part - last)));
    g_string_append_len (out, (const char *)at, (gssize)(pairs[i]->bytes + pairs[i]->length - at));
    last = pairs[i]->part;
  }
}

static void
write_bits (const GbPostings *postings, Pair *const *pairs, const guint *runs, guint n,
            GString *out)
{
  g_string_append_c (out, 0);
  gsize start = out->len;
  gsize size = (postings->catalog->n_parts + 7) / 8;
  g_string_set_size (out, start + 2 * size);
  memset (out->str + start, 0, out->len - start);
  for (guint i = 0; i < n; i++) {
    gint32 part = postings->runs[runs[i]].first - 1;
    const guint8 *end = pairs[i]->bytes + pairs[i]->length;
    for (const guint8 *at = pairs[i]->bytes; at < end;) {
      guint32 value = read_varint (&at);
      at += value & 1 ? 4 : 0;
      part += (gint32)distance_of (value);
      out->str[start + (gsize)part / 8] |= (char)(1 << (part % 8));
      if (value & 2)
        out->str[start + size + (gsize)part / 8] |= (char)(1 << (part % 8));
    }
  }
}

static void
write_pair (const GbPostings *postings, Pair *const *pairs, const guint *runs, guint n,
            GString *out)
{
  guint32 number = pairs[0]->number;
  for (guint i = 0; i < 4; i++)
    g_string_append_c (out, (char)(number >> (8 * i)));
  g_autoptr (GString) body = g_string_new (NULL);
  write_list (postings, pairs, runs, n, body);
  if (body->len > MAX (postings->catalog->n_parts / 4, LIST_BYTES)) {
    g_string_truncate (body, 0);
    write_bits (postings, pairs, runs, n, body);
  }
  write_varint (out, (guint32)body->len);
  g_string_append_len (out, body->str, (gssize)body->len);
}

void
gb_postings_write_shard (GbPostings *postings, guint shard, GString *out)
{
  read_all (postings);
  g_autofree guint *at = g_new (guint, postings->n_runs);
  g_autofree guint *runs = g_new (guint, postings->n_runs);
  g_autofree Pair **pairs = g_new (Pair *, postings->n_runs);
  for (guint i = 0; i < postings->n_runs; i++)
    at[i] = postings->runs[i].starts[shard];
  while (TRUE) {
    guint n = 0;
    for (guint i = 0; i < postings->n_runs; i++) {
      const Run *run = &postings->runs[i];
      if (at[i] == run->starts[shard + 1])
        continue;
      Pair *pair = &run->pairs[at[i]];
      if (n > 0 && pair->number > pairs[0]->number)
        continue;
      if (n > 0 && pair->number < pairs[0]->number)
        n = 0;
      pairs[n] = pair;
      runs[n++] = i;
    }
    if (n == 0)
      return;
    write_pair (postings, pairs, runs, n, out);
    for (guint i = 0; i < n; i++)
      at[runs[i]]++;
  }
}

/* ---- all ---- */

GbPostings *
gb_postings_new (const GbCatalog *catalog)
{
  GbPostings *postings = g_new0 (GbPostings, 1);
  postings->catalog = catalog;
  postings->n_runs = (catalog->n_parts + RUN_PARTS - 1) / RUN_PARTS;
  postings->runs = g_new0 (Run, postings->n_runs);
  postings->n_shards = SHARDS_MIN;
  while (postings->n_shards < SHARDS_MAX && postings->n_shards * SHARD_BYTES < catalog->n_bytes)
    postings->n_shards *= 2;
  g_mutex_init (&postings->mutex);
  g_cond_init (&postings->cond);
  return postings;
}

void
gb_postings_free (GbPostings *postings)
{
  if (postings == NULL)
    return;
  for (guint i = 0; i < postings->n_runs; i++) {
    g_free (postings->runs[i].pairs);
    gb_arena_free (postings->runs[i].arena);
  }
  g_mutex_clear (&postings->mutex);
  g_cond_clear (&postings->cond);
  g_free (postings->runs);
  g_free (postings);
}

guint
gb_postings_n_shards (const GbPostings *postings)
{
  return postings->n_shards;
}
