#include "base/error.h"

/* clang-format off */
G_DEFINE_QUARK (gb-error-quark, gb_error)
/* clang-format on */

gboolean
gb_error_set_errno (GError **error, int saved_errno, const char *what, const char *path)
{
  g_set_error (error, GB_ERROR, GB_ERROR_SYSTEM, "%s: %s: %s", what, path,
               g_strerror (saved_errno));
  return FALSE;
}
