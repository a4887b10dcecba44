/* What two folders of commits differ in, file by file.
 *
 * Names, bytes and modes are compared; trees with one id are the same and not read.
 */
#pragma once

#include "base/arena.h"
#include "record/repository.h"

typedef enum {
  GB_DIFFERENCE_ADDED,   /* only the second has it */
  GB_DIFFERENCE_MISSING, /* only the first has it */
  GB_DIFFERENCE_BYTES,
  GB_DIFFERENCE_KIND, /* a link, a program or a submodule in place of a file, or the other way */
} GbDifferenceKind;

typedef struct {
  const char *path; /* from the folders; "" where one is no folder at all */
  GbDifferenceKind kind;
} GbDifference;

/* A folder of a commit, from the root of its tree; "": all of it.  Where there is none it is empty.
 */
typedef struct {
  const char *commit;
  const char *folder;
} GbDifferenceSide;

/* GbDifference by path, names in @arena; the caller frees it with g_array_unref.  NULL with
 * GB_ERROR_SYSTEM where one of them cannot be read. */
GArray *gb_difference_find (GbRepository *repository, GbDifferenceSide first,
                            GbDifferenceSide second, GbArena *arena, GError **error);
