/* The names that the site itself uses below each kind of page; content must not bring one of them.
 *
 * All are in lower case, NULL-terminated.  tests/cli/attachments.t holds them against everything
 * that a publication writes, so that a new page or file below them cannot be forgotten here.
 */
#pragma once

#include <glib.h>

/* /NAME/: not for pages of content/pages/. */
extern const char *const gb_reserved_pages[];
/* /policies/NAME/: not for policies. */
extern const char *const gb_reserved_policies[];
/* /policies/ID/NAME, files and folders: not for attachments. */
extern const char *const gb_reserved_attachments[];
