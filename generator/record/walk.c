#include "record/walk.h"

#include "record/object.h"
#include "record/oid.h"

#include <string.h>

/* Parents beyond these are not looked at; nor are folders nested deeper, as nobody's content. */
#define PARENTS_MAX 64
#define DEPTH_MAX 64
/* Bytes of trees kept. */
#define KEPT_MAX ((gsize)32 * 1024 * 1024)

struct _GbWalk {
  git_odb *odb;
  GHashTable *trees; /* git_oid → git_odb_object */
  gsize kept;
  GString *path;
  GArray *changes;
};

/* An entry as it lies in a tree: "MODE NAME", NUL, 20 bytes of id. */
typedef struct {
  const char *name; /* NULL: there is none any more */
  gsize length;     /* of all of it */
  gboolean is_folder;
  git_oid id;
} Entry;

/* A tree being read: the child's or a parent's. */
typedef struct {
  git_odb_object *object; /* NULL: empty */
  const char *at;         /* the current entry */
  const char *end;
  gboolean is_broken; /* what stands there is no entry */
  Entry entry;
} Side;

/* ---- trees ---- */

static void
object_free (gpointer object)
{
  git_odb_object_free (object);
}

GbWalk *
gb_walk_new (git_odb *odb)
{
  GbWalk *walk = g_new0 (GbWalk, 1);
  walk->odb = odb;
  walk->trees = g_hash_table_new_full (gb_oid_hash, gb_oid_equal, NULL, object_free);
  walk->path = g_string_sized_new (256);
  return walk;
}

void
gb_walk_free (GbWalk *walk)
{
  if (walk == NULL)
    return;
  g_hash_table_unref (walk->trees);
  g_string_free (walk->path, TRUE);
  g_free (walk);
}

/* Git itself would not have written such a tree. */
static int
refuse_tree (const git_oid *id)
{
  char hex[GIT_OID_HEXSZ + 1];
  g_autofree char *text = g_strdup_printf ("object %s cannot be read: it is no whole tree",
                                           git_oid_tostr (hex, sizeof hex, id));
  (void)git_error_set_str (GIT_ERROR_TREE, text);
  return GIT_EINVALID;
}

static int
read_tree (GbWalk *walk, const git_oid *id, git_odb_object **ret_object)
{
  git_odb_object *object = g_hash_table_lookup (walk->trees, id);
  if (object != NULL)
    return git_odb_object_dup (ret_object, object);
  int code = gb_object_read (walk->odb, id, &object);
  if (code < 0)
    return code;
  if (git_odb_object_type (object) != GIT_OBJECT_TREE) {
    git_odb_object_free (object);
    return refuse_tree (id);
  }
  walk->kept += git_odb_object_size (object);
  if (walk->kept > KEPT_MAX) {
    g_hash_table_remove_all (walk->trees);
    walk->kept = git_odb_object_size (object);
  }
  g_hash_table_insert (walk->trees, (gpointer)git_odb_object_id (object), object);
  return git_odb_object_dup (ret_object, object);
}

/* Reads the entry at side->at, passing over what is neither file nor folder. */
static void
look (Side *side)
{
  side->entry.name = NULL;
  while (side->at < side->end) {
    const char *space = memchr (side->at, ' ', (gsize)(side->end - side->at));
    const char *nul = space == NULL ? NULL : memchr (space, '\0', (gsize)(side->end - space));
    if (nul == NULL || side->end - nul <= GIT_OID_RAWSZ) {
      side->at = side->end;
      side->is_broken = TRUE;
      return;
    }
    gboolean is_folder = side->at[0] == '4';
    const char *next = nul + 1 + GIT_OID_RAWSZ;
    if (!is_folder && strncmp (side->at, "100", 3) != 0) {
      side->at = next;
      continue;
    }
    side->entry = (Entry){ space + 1, (gsize)(next - side->at), is_folder, { { 0 } } };
    git_oid_fromraw (&side->entry.id, (const guchar *)nul + 1);
    return;
  }
}

/* Once its entries were read. */
static int
check_whole (const Side *side)
{
  return side->is_broken ? refuse_tree (git_odb_object_id (side->object)) : 0;
}

static void
advance (Side *side)
{
  side->at += side->entry.length;
  look (side);
}

static int
open_side (GbWalk *walk, Side *side, const git_oid *id)
{
  *side = (Side){ 0 };
  if (id == NULL || git_oid_is_zero (id))
    return 0;
  int code = read_tree (walk, id, &side->object);
  if (code == 0) {
    side->at = git_odb_object_data (side->object);
    side->end = side->at + git_odb_object_size (side->object);
  }
  return code;
}

/* Where the child and its only parent begin alike, nothing was changed. */
static void
skip_common (Side *a, Side *b)
{
  gsize length = (gsize)MIN (a->end - a->at, b->end - b->at);
  gsize same = 0;
  if (length == 0)
    return; /* a side that is not there has no place to count from */
  while (same + 256 <= length && memcmp (a->at + same, b->at + same, 256) == 0)
    same += 256;
  /* Back to the last entry that lies wholly in what is alike. */
  const char *at = a->at;
  for (const char *limit = a->at + same; at < limit;) {
    const char *nul = memchr (at, '\0', (gsize)(limit - at));
    if (nul == NULL || limit - nul <= GIT_OID_RAWSZ)
      break;
    at = nul + 1 + GIT_OID_RAWSZ;
  }
  b->at += at - a->at;
  a->at = at;
}

/* ---- joining ---- */

/* Git's order, in which a folder stands as if its name ended in "/".  A file and a folder of one
 * name are different entries. */
static int
compare (const Entry *a, const Entry *b)
{
  const char *x = a->name;
  const char *y = b->name;
  while (*x != '\0' && *x == *y)
    x++, y++;
  int left = *x != '\0' ? (guchar)*x : a->is_folder ? '/' : 0;
  int right = *y != '\0' ? (guchar)*y : b->is_folder ? '/' : 0;
  return left - right;
}

static int join (GbWalk *walk, Side *child, Side *parents, guint n_parents, guint depth);

static int
descend (GbWalk *walk, const git_oid *child, const git_oid *const *parents, guint n_parents,
         guint depth)
{
  Side inner = { 0 };
  Side sides[PARENTS_MAX];
  guint opened = 0;
  if (depth > DEPTH_MAX)
    return 0;
  int code = open_side (walk, &inner, child);
  for (; code == 0 && opened < n_parents; opened++)
    code = open_side (walk, &sides[opened], parents[opened]);
  if (code == 0)
    code = join (walk, &inner, sides, n_parents, depth);
  for (guint i = 0; i < opened; i++)
    git_odb_object_free (sides[i].object);
  git_odb_object_free (inner.object);
  return code;
}

static void
add_change (GbWalk *walk, const git_oid *before, const git_oid *after, gboolean taken)
{
  if (!g_utf8_validate (walk->path->str, (gssize)walk->path->len, NULL))
    return;
  GbWalkChange change = { .path = g_strndup (walk->path->str, walk->path->len), .taken = taken };
  if (before != NULL)
    git_oid_cpy (&change.before, before);
  if (after != NULL)
    git_oid_cpy (&change.after, after);
  g_array_append_val (walk->changes, change);
}

/* One entry: @child and @parents are ids, NULL where that side lacks it.  Where all parents have
 * just what the child has, there is nothing to tell below it. */
static int
visit (GbWalk *walk, const Entry *entry, const git_oid *child, const git_oid *const *parents,
       guint n_parents, guint depth)
{
  guint n_same = 0;
  for (guint i = 0; i < n_parents; i++)
    n_same += child == NULL ? parents[i] == NULL
                            : parents[i] != NULL && git_oid_equal (child, parents[i]);
  if (n_parents > 0 && n_same == n_parents)
    return 0;
  gsize length = walk->path->len;
  if (length > 0)
    g_string_append_c (walk->path, '/');
  g_string_append (walk->path, entry->name);
  int code = 0;
  if (entry->is_folder)
    code = descend (walk, child, parents, n_parents, depth + 1);
  else
    add_change (walk, n_parents > 0 ? parents[0] : NULL, child, n_same > 0);
  g_string_truncate (walk->path, length);
  return code;
}

static int
join (GbWalk *walk, Side *child, Side *parents, guint n_parents, guint depth)
{
  if (n_parents == 1)
    skip_common (child, &parents[0]);
  look (child);
  for (guint i = 0; i < n_parents; i++)
    look (&parents[i]);
  for (;;) {
    const Entry *least = child->entry.name == NULL ? NULL : &child->entry;
    for (guint i = 0; i < n_parents; i++) {
      const Entry *theirs = &parents[i].entry;
      if (theirs->name != NULL && (least == NULL || compare (theirs, least) < 0))
        least = theirs;
    }
    if (least == NULL)
      break;
    const Entry entry = *least;
    const git_oid *ids[PARENTS_MAX];
    git_oid theirs[PARENTS_MAX];
    const git_oid ours = child->entry.id;
    gboolean has_ours = child->entry.name != NULL && compare (&child->entry, &entry) == 0;
    if (has_ours)
      advance (child);
    for (guint i = 0; i < n_parents; i++) {
      ids[i] = NULL;
      if (parents[i].entry.name == NULL || compare (&parents[i].entry, &entry) != 0)
        continue;
      theirs[i] = parents[i].entry.id;
      ids[i] = &theirs[i];
      advance (&parents[i]);
    }
    int code = visit (walk, &entry, has_ours ? &ours : NULL, ids, n_parents, depth);
    if (code < 0)
      return code;
  }
  int code = check_whole (child);
  for (guint i = 0; code == 0 && i < n_parents; i++)
    code = check_whole (&parents[i]);
  return code;
}

int
gb_walk_changes (GbWalk *walk, const git_oid *tree, const git_oid *parents, guint n_parents,
                 GArray *changes)
{
  const git_oid *theirs[PARENTS_MAX];
  guint n = MIN (n_parents, PARENTS_MAX);
  guint n_same = 0;
  for (guint i = 0; i < n; i++) {
    n_same += git_oid_equal (tree, &parents[i]);
    theirs[i] = &parents[i];
  }
  if (n > 0 && n_same == n)
    return 0;
  walk->changes = changes;
  g_string_truncate (walk->path, 0);
  return descend (walk, tree, theirs, n, 0);
}

int
gb_walk_find (GbWalk *walk, const git_oid *root, const char *path, git_oid *ret_id)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  git_oid id = *root;
  for (guint i = 0; names[i] != NULL; i++) {
    Side side;
    int code = open_side (walk, &side, &id);
    if (code < 0)
      return code;
    look (&side);
    while (side.entry.name != NULL
           && (!side.entry.is_folder || strcmp (side.entry.name, names[i]) != 0))
      advance (&side);
    code = check_whole (&side);
    id = (git_oid){ { 0 } };
    if (side.entry.name != NULL)
      id = side.entry.id;
    git_odb_object_free (side.object);
    if (code < 0)
      return code;
    if (git_oid_is_zero (&id))
      break;
  }
  git_oid_cpy (ret_id, &id);
  return 0;
}
