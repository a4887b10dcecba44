#include "record/identity.h"

#include "record/process.h"

#include <glib/gstdio.h>
#include <string.h>

/* ---- names and dates ---- */

static char *
config_text (git_repository *git, const char *key)
{
  git_config *config = NULL;
  git_buf value = GIT_BUF_INIT;
  char *text = NULL;
  if (git_repository_config_snapshot (&config, git) == 0
      && git_config_get_string_buf (&value, config, key) == 0 && value.ptr[0] != '\0')
    text = g_strdup (value.ptr);
  git_buf_dispose (&value);
  git_config_free (config);
  return text;
}

/* Without what must not stand in a name, because git's format divides by it; NULL where nothing is
 * left. */
static char *
clean (const char *text)
{
  g_autofree char *name = text == NULL ? NULL : g_strdup (text);
  if (name == NULL || g_strstrip (g_strdelimit (name, "<>\n\r", ' '))[0] == '\0')
    return NULL;
  return g_steal_pointer (&name);
}

/* GIT_AUTHOR_NAME, then author.name, then user.name, as git does it; @last: a variable, or NULL. */
static char *
find_name (git_repository *git, const char *role, const char *part, const char *last)
{
  g_autofree char *name = g_strdup_printf ("GIT_%s_%s", role, part);
  g_autofree char *variable = g_ascii_strup (name, -1);
  g_autofree char *own_key = g_strdup_printf ("%s.%s", role, part);
  g_autofree char *user_key = g_strdup_printf ("user.%s", part);
  g_autofree char *own = config_text (git, own_key);
  g_autofree char *user = config_text (git, user_key);
  const char *given[] = { g_getenv (variable), own, user, last == NULL ? NULL : g_getenv (last) };
  char *found = NULL;
  for (gsize i = 0; found == NULL && i < G_N_ELEMENTS (given); i++)
    found = clean (given[i]);
  return found;
}

/* "+0800" in minutes. */
static gboolean
parse_zone (const char *text, int *ret_minutes)
{
  if ((text[0] != '+' && text[0] != '-') || strlen (text) != 5
      || strspn (text + 1, "0123456789") != 4)
    return FALSE;
  int number = (int)g_ascii_strtoll (text + 1, NULL, 10);
  int minutes = number / 100 * 60 + number % 100;
  *ret_minutes = text[0] == '-' ? -minutes : minutes;
  return TRUE;
}

gboolean
gb_identity_parse_date (const char *text, gint64 *ret_time, int *ret_minutes)
{
  const char *digits = text[0] == '@' ? text + 1 : text;
  gsize length = strspn (digits, "0123456789");
  gboolean is_number = length >= 1 && length < 15;
  if (is_number && digits[length] == ' ' && parse_zone (digits + length + 1, ret_minutes)) {
    *ret_time = g_ascii_strtoll (digits, NULL, 10);
    return TRUE;
  }
  if (is_number && digits[length] == '\0' && (text[0] == '@' || length > 8)) {
    *ret_time = g_ascii_strtoll (digits, NULL, 10);
    *ret_minutes = 8 * 60;
    return TRUE;
  }
  if (strlen (text) < strlen ("2024-05-01T10:00:00"))
    return FALSE;
  g_autofree char *iso = g_strdup (text);
  if (iso[10] == ' ')
    iso[10] = 'T';
  char *space = strchr (iso, ' ');
  if (space != NULL)
    memmove (space, space + 1, strlen (space));
  g_autoptr (GTimeZone) shanghai = g_time_zone_new_offset (8 * 3600);
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (iso, shanghai);
  if (moment == NULL)
    return FALSE;
  *ret_time = g_date_time_to_unix (moment);
  *ret_minutes = (int)(g_date_time_get_utc_offset (moment) / G_TIME_SPAN_MINUTE);
  return TRUE;
}

static gboolean
append_line (GString *commit, git_repository *git, const char *role, GError **error)
{
  g_autofree char *name = find_name (git, role, "name", NULL);
  g_autofree char *email = find_name (git, role, "email", "EMAIL");
  if (name == NULL || email == NULL)
    return gb_error_set (
      error, GB_ERROR_USAGE,
      "git does not know who publishes; nothing was changed. Run: git config user.name "
      "NAME; git config user.email ADDRESS");
  const char *variable = role[0] == 'a' ? "GIT_AUTHOR_DATE" : "GIT_COMMITTER_DATE";
  const char *given = g_getenv (variable);
  gint64 time = g_get_real_time () / G_USEC_PER_SEC;
  int minutes = 8 * 60;
  if (given != NULL && given[0] != '\0' && !gb_identity_parse_date (given, &time, &minutes))
    return gb_error_set (
      error, GB_ERROR_USAGE,
      "%s: '%s' is no date; nothing was changed. Write it as 2024-05-01T10:00:00+08:00", variable,
      given);
  g_string_append_printf (commit, "%s %s <%s> %" G_GINT64_FORMAT " %c%02d%02d\n", role, name, email,
                          time, minutes < 0 ? '-' : '+', ABS (minutes) / 60, ABS (minutes) % 60);
  return TRUE;
}

gboolean
gb_identity_append (GString *commit, git_repository *git, GError **error)
{
  return append_line (commit, git, "author", error)
         && append_line (commit, git, "committer", error);
}

/* ---- signatures ---- */

static char *
run_signer (const char *const *argv, const char *input, GError **error)
{
  char *signature = NULL;
  if (!gb_process_run (argv, input, &signature, error))
    g_prefix_error (error, "%s could not sign; nothing was changed: ", argv[0]);
  return signature;
}

/* A key may be named by its file or given as its words ("key::ssh-ed25519 …" or "ssh-…");
 * ssh-keygen wants a file, and finds the secret part with the agent then. */
static char *
sign_with_ssh (git_repository *git, const char *key, const char *text, GError **error)
{
  g_autofree char *program = config_text (git, "gpg.ssh.program");
  g_autofree char *file = NULL;
  gboolean is_literal = g_str_has_prefix (key, "key::") || g_str_has_prefix (key, "ssh-");
  if (is_literal) {
    int fd = g_file_open_tmp ("gongbao-key-XXXXXX", &file, error);
    if (fd < 0)
      return NULL;
    (void)g_close (fd, NULL);
    const char *words = g_str_has_prefix (key, "key::") ? key + 5 : key;
    if (!g_file_set_contents (file, words, -1, error))
      return NULL;
  } else {
    file = g_str_has_prefix (key, "~/") ? g_build_filename (g_get_home_dir (), key + 2, NULL)
                                        : g_strdup (key);
  }
  const char *argv[] = { program != NULL ? program : "ssh-keygen",
                         "-Y",
                         "sign",
                         "-n",
                         "git",
                         "-f",
                         file,
                         is_literal ? "-U" : NULL,
                         NULL };
  char *signature = run_signer (argv, text, error);
  if (is_literal)
    (void)g_unlink (file);
  return signature;
}

static char *
sign_with_gpg (git_repository *git, const char *key, const char *text, GError **error)
{
  g_autofree char *program = config_text (git, "gpg.program");
  const char *argv[] = { program != NULL ? program : "gpg", "-bsau", key, NULL };
  return run_signer (argv, text, error);
}

gboolean
gb_identity_sign (GString *commit, gsize head, git_repository *git, GError **error)
{
  g_autofree char *format = config_text (git, "gpg.format");
  g_autofree char *key = config_text (git, "user.signingkey");
  gboolean is_ssh = g_strcmp0 (format, "ssh") == 0;
  if (key == NULL || (format != NULL && !is_ssh && strcmp (format, "openpgp") != 0))
    return gb_error_set (error, GB_ERROR_USAGE,
                         "--sign needs a key that git knows: git config gpg.format ssh; git config "
                         "user.signingkey FILE (or gpg.format openpgp with the id of a gpg key)");
  g_autofree char *signature = is_ssh ? sign_with_ssh (git, key, commit->str, error)
                                      : sign_with_gpg (git, key, commit->str, error);
  if (signature == NULL)
    return FALSE;
  /* In the header, each further line indented by a space. */
  g_auto (GStrv) lines = g_strsplit (signature, "\n", -1);
  g_autofree char *joined = g_strjoinv ("\n ", lines);
  g_autofree char *field = g_strdup_printf ("gpgsig %s\n", joined);
  g_string_insert (commit, (gssize)head, field);
  return TRUE;
}
