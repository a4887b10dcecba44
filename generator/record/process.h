/* Programs that git itself would call: to sign, to send. */
#pragma once

#include "base/error.h"

/* Runs @argv with @input as its standard input (NULL: none) and waits for it.  @ret_output: what it
 * printed, for the caller to free; may be NULL.  Fails with GB_ERROR_SYSTEM, whose message is what
 * the program complained of. */
gboolean gb_process_run (const char *const *argv, const char *input, char **ret_output,
                         GError **error);
