/* Real git repositories in temporary folders, made with git itself. */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *folder; /* of the repository */
  gint64 time;  /* of the next commit */
} GbFixture;

/* Runs git in @folder and returns what it printed, without the last line end.  @input: a text for
 * it to read, or NULL. */
static inline char *
fixture_run (const GbFixture *fixture, const char *input, const char *const *arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  static const char *const first[] = { "git",
                                       "-c",
                                       "user.name=Tester",
                                       "-c",
                                       "user.email=tester@example.com",
                                       "-c",
                                       "commit.gpgsign=false",
                                       "-c",
                                       "protocol.file.allow=always" };
  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    g_ptr_array_add (argv, (gpointer)first[i]);
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (argv, (gpointer)*arguments);
  g_ptr_array_add (argv, NULL);
  g_autofree char *date = g_strdup_printf ("%" G_GINT64_FORMAT " +0000", fixture->time);
  g_auto (GStrv) environment = g_get_environ ();
  environment = g_environ_setenv (environment, "GIT_AUTHOR_DATE", date, TRUE);
  environment = g_environ_setenv (environment, "GIT_COMMITTER_DATE", date, TRUE);
  environment = g_environ_setenv (environment, "GIT_CONFIG_NOSYSTEM", "1", TRUE);
  environment = g_environ_setenv (environment, "GIT_CONFIG_GLOBAL", "/dev/null", TRUE);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE
    | (input != NULL ? G_SUBPROCESS_FLAGS_STDIN_PIPE : G_SUBPROCESS_FLAGS_NONE));
  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  g_subprocess_launcher_set_environ (launcher, environment);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
    = g_subprocess_launcher_spawnv (launcher, (const char *const *)argv->pdata, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) fed = input == NULL ? NULL : g_bytes_new (input, strlen (input));
  g_autoptr (GBytes) printed = NULL;
  g_autoptr (GBytes) complaints = NULL;
  g_subprocess_communicate (process, fed, NULL, &printed, &complaints, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_test_message ("git %s: %.*s", (char *)argv->pdata[G_N_ELEMENTS (first)],
                    (int)g_bytes_get_size (complaints),
                    (const char *)g_bytes_get_data (complaints, NULL));
  g_assert_true (g_subprocess_get_successful (process));
  GString *out
    = g_string_new_len (g_bytes_get_data (printed, NULL), (gssize)g_bytes_get_size (printed));
  return g_strchomp (g_string_free (out, FALSE));
}

/* git ARGUMENT…, whose output nobody needs. */
#define fixture_git(fixture, ...)                                                                  \
  g_free (fixture_run ((fixture), NULL, (const char *const[]){ __VA_ARGS__, NULL }))
#define fixture_ask(fixture, ...)                                                                  \
  fixture_run ((fixture), NULL, (const char *const[]){ __VA_ARGS__, NULL })

#define fixture_feed(fixture, input, ...)                                                          \
  fixture_run ((fixture), (input), (const char *const[]){ __VA_ARGS__, NULL })

static inline void
fixture_write (const GbFixture *fixture, const char *path, const char *text)
{
  g_autofree char *full = g_build_filename (fixture->folder, path, NULL);
  g_autofree char *folder = g_path_get_dirname (full);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_true (g_file_set_contents (full, text, -1, NULL));
}

/* Everything in the folder as a commit an hour after the last; its id. */
static inline char *
fixture_commit (GbFixture *fixture, const char *message)
{
  fixture->time += 3600;
  fixture_git (fixture, "add", "-A");
  fixture_git (fixture, "commit", "-q", "--allow-empty", "-m", message);
  return fixture_ask (fixture, "rev-parse", "HEAD");
}

static inline GbFixture *
fixture_new (void)
{
  GbFixture *fixture = g_new0 (GbFixture, 1);
  fixture->folder = g_dir_make_tmp ("gongbao-record-XXXXXX", NULL);
  fixture->time = 1700000000;
  g_assert_nonnull (fixture->folder);
  fixture_git (fixture, "init", "-q", "-b", "main", ".");
  return fixture;
}

static inline void
fixture_free (GbFixture *fixture)
{
  const char *argv[] = { "rm", "-rf", fixture->folder, NULL };
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (fixture->folder);
  g_free (fixture);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbFixture, fixture_free)
