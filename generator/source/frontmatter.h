/* One source file in memory, divided into its keys and its text.
 *
 * A file is read once into the caller's arena; YAML nodes are made from it and Markdown bodies
 * point into it.  Its characters have been checked (characters.h) and its lines end in LF.  A link
 * is not followed: what stands behind it is not in the history of the content.
 */
#pragma once

#include "base/hash.h"
#include "base/tree.h"
#include "source/model.h"

#define GB_FRONTMATTER_SIZE (8 * 1024 * 1024) /* of a file with text, in bytes */

typedef struct {
  const char *text; /* NUL-terminated */
  gsize length;
  gsize size;                /* bytes of the file as it lies in the tree */
  char hash[GB_HASH_LENGTH]; /* of these bytes */
} GbSourceFile;

/* Reads @file of @tree.  FALSE with an error in @diagnostics. */
gboolean gb_frontmatter_read (GbArena *arena, GbTree *tree, const char *file, gsize limit,
                              GbDiagnostics *diagnostics, GbSourceFile *ret_source);

/* The same of a file that was read before without error: what it holds is neither checked again nor
 * fingerprinted (hash is empty). */
gboolean gb_frontmatter_reread (GbArena *arena, GbTree *tree, const char *file,
                                GbSourceFile *ret_source, GError **error);

/* Divides a file into the YAML between its first line, "---", and the next such line, and the body
 * after that.  FALSE with an error where there is no such front matter.  @ret_yaml starts on line 2
 * of the file. */
gboolean gb_frontmatter_split (const GbSourceFile *source, const char *file,
                               GbDiagnostics *diagnostics, const char **ret_yaml,
                               gsize *ret_yaml_length, GbBody *ret_body);
