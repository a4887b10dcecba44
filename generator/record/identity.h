/* Who makes a commit, when, and that it was they: author, committer, signature.
 *
 * Names and dates are taken where git takes them: GIT_AUTHOR_NAME, _EMAIL, _DATE, GIT_COMMITTER_…,
 * author.name, committer.…, then user.name and user.email; without a date, now.  This is the
 * record's time; no page depends on it before it is on record.  Signatures are made by the programs
 * git itself would call.
 */
#pragma once

#include <git2.h>

#include "base/error.h"

/* Appends the lines "author …" and "committer …" of a commit.  GB_ERROR_USAGE where no name is
 * known or a date is none. */
gboolean gb_identity_append (GString *commit, git_repository *git, GError **error);

/* Signs @commit, a whole commit whose header ends at @head, and puts the signature into it.  Fails
 * with GB_ERROR_USAGE where no key is named, with GB_ERROR_SYSTEM where the program fails. */
gboolean gb_identity_sign (GString *commit, gsize head, git_repository *git, GError **error);

/* "1714528800 +0800", "@1714528800 +0800", "@1714528800", "2024-05-01T10:00:00+08:00" (also with a
 * space; without a zone: Asia/Shanghai). */
gboolean gb_identity_parse_date (const char *text, gint64 *ret_time, int *ret_minutes);
