#include "record/process.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A file that has no name any more; not a pipe, because a program that reads nothing would then end
 * this one by a signal. */
static int
open_input (const char *input, GError **error)
{
  g_autofree char *name = NULL;
  int fd = g_file_open_tmp ("gongbao-XXXXXX", &name, error);
  if (fd < 0)
    return -1;
  (void)g_unlink (name);
  gsize length = strlen (input);
  if (write (fd, input, length) == (ssize_t)length && lseek (fd, 0, SEEK_SET) == 0)
    return fd;
  gb_error_set_errno (error, errno, "cannot write", name);
  (void)close (fd);
  return -1;
}

static char *
take_text (GBytes *bytes)
{
  gsize length;
  const char *text = bytes == NULL ? NULL : g_bytes_get_data (bytes, &length);
  char *valid = text == NULL ? g_strdup ("") : g_utf8_make_valid (text, (gssize)length);
  g_clear_pointer (&bytes, g_bytes_unref);
  return g_strchomp (valid);
}

gboolean
gb_process_run (const char *const *argv, const char *input, char **ret_output, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher
    = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  int fd = input == NULL ? -1 : open_input (input, error);
  if (input != NULL && fd < 0)
    return FALSE;
  if (fd >= 0)
    g_subprocess_launcher_take_stdin_fd (launcher, fd);
  g_autoptr (GError) problem = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_launcher_spawnv (launcher, argv, &problem);
  GBytes *out = NULL;
  GBytes *err = NULL;
  gboolean ran
    = process != NULL && g_subprocess_communicate (process, NULL, NULL, &out, &err, &problem);
  g_autofree char *output = take_text (out);
  g_autofree char *complaint = take_text (err);
  if (ran && g_subprocess_get_successful (process)) {
    if (ret_output != NULL)
      *ret_output = g_steal_pointer (&output);
    return TRUE;
  }
  return gb_error_set (error, GB_ERROR_SYSTEM, "%s",
                       problem != NULL        ? problem->message
                       : complaint[0] != '\0' ? complaint
                                              : "it failed without a word");
}
