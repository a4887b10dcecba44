/* A folder that is written into and never left: what links, paths and special files in it can do.
 * Everything is tried twice, because the kernel may or may not walk a whole path at once. */
#include "base/enclosure.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <linux/filter.h>
#include <linux/openat2.h>
#include <linux/seccomp.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>

/* The current folder is a temporary one with the enclosure "in" and, beside it, what nobody may
 * touch: "out/file" and "out/deep/file". */
static GbEnclosure *in;

static void
put (const char *path, const char *text)
{
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
holds (const char *path, const char *text)
{
  struct stat info;
  g_autofree char *got = NULL;
  g_assert_cmpint (lstat (path, &info), ==, 0);
  g_assert_true (S_ISREG (info.st_mode));
  g_assert_true (g_file_get_contents (path, &got, NULL, NULL));
  g_assert_cmpstr (got, ==, text);
}

static gboolean
is_there (const char *path)
{
  struct stat info;
  return lstat (path, &info) == 0;
}

static void
link_to (const char *target, const char *path)
{
  g_assert_cmpint (symlink (target, path), ==, 0);
}

/* Writes "new". */
static GbWrite
write_new (const char *path)
{
  g_autoptr (GError) error = NULL;
  GbWrite write = GB_WRITE_UNCHANGED;
  gb_enclosure_write (in, path, "new", 3, &write, &error);
  g_assert_no_error (error);
  return write;
}

static gboolean
removes (const char *path)
{
  g_autoptr (GError) error = NULL;
  gboolean is_removed = TRUE;
  gb_enclosure_remove (in, path, &is_removed, &error);
  g_assert_no_error (error);
  return is_removed;
}

static void
failed (gboolean done, GError **error, const char *message)
{
  g_assert_false (done);
  g_assert_error (*error, GB_ERROR, GB_ERROR_SYSTEM);
  g_assert_cmpstr ((*error)->message, ==, message);
}

static void
cannot_write (const char *path, const char *message)
{
  g_autoptr (GError) error = NULL;
  failed (gb_enclosure_write (in, path, "new", 3, NULL, &error), &error, message);
}

static void
cannot_pass (const char *path, const char *message)
{
  g_autoptr (GError) error = NULL;
  failed (gb_enclosure_check (in, path, &error), &error, message);
}

static void
passes (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (gb_enclosure_check (in, path, &error));
  g_assert_no_error (error);
}

static void
reads (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  g_autofree char *got = NULL;
  g_assert_true (gb_enclosure_read (in, path, &got, &length, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (got, ==, text);
  g_assert_cmpuint (length, ==, text == NULL ? 0 : strlen (text));
}

static void
set_up (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_cmpint (g_mkdir_with_parents ("out/deep", 0755), ==, 0);
  put ("out/file", "outside");
  put ("out/deep/file", "outside");
  in = gb_enclosure_open ("in", &error);
  g_assert_no_error (error);
}

static void
tear_down (void)
{
  const char *const command[] = { "rm", "-rf", "in", "out", NULL };
  holds ("out/file", "outside");
  holds ("out/deep/file", "outside");
  g_autoptr (GPtrArray) outside = gb_file_list ("out", NULL);
  g_autoptr (GPtrArray) deep = gb_file_list ("out/deep", NULL);
  g_assert_cmpuint (outside->len, ==, 2);
  g_assert_cmpuint (deep->len, ==, 1);
  g_clear_pointer (&in, gb_enclosure_close);
  g_assert_true (g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
}

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_cmpint (write_new ("a/b/file"), ==, GB_WRITE_CREATED);
  g_assert_cmpint (write_new ("file"), ==, GB_WRITE_CREATED);
  g_assert_cmpint (write_new ("a/b/file"), ==, GB_WRITE_UNCHANGED);
  put ("in/a/b/file", "old");
  g_assert_cmpint (write_new ("a/b/file"), ==, GB_WRITE_REPLACED);
  holds ("in/a/b/file", "new");
  reads ("a/b/file", "new");
  reads ("a/b/none", NULL);
  reads ("a/none/file", NULL);
  g_autoptr (GPtrArray) names = gb_enclosure_list (in, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (names->pdata[0], ==, "a");
  g_assert_cmpstr (names->pdata[1], ==, "file");

  struct stat info;
  g_assert_true (gb_enclosure_set_program (in, "a/b/file", TRUE, &info, &error));
  g_assert_cmpuint (info.st_mode & 0777, ==, 0755);
  g_assert_true (gb_enclosure_set_program (in, "a/b/file", FALSE, &info, &error));
  g_assert_cmpuint (info.st_mode & 0777, ==, 0644);
  g_assert_false (gb_enclosure_set_program (in, "a/none/file", TRUE, &info, &error));

  /* A folder without anything in it gives way; one with something does not. */
  g_assert_cmpint (g_mkdir_with_parents ("in/empty", 0755), ==, 0);
  g_assert_cmpint (write_new ("empty"), ==, GB_WRITE_REPLACED);
  holds ("in/empty", "new");
  cannot_write ("a", "cannot replace: in/a: Is a directory");
  g_assert_false (is_there ("in/a.gongbao-new"));
}

/* A folder goes with its last file, the enclosure itself never. */
static void
test_remove (void)
{
  write_new ("a/b/c/file");
  write_new ("a/file");
  g_assert_true (removes ("a/b/c/file"));
  g_assert_false (is_there ("in/a/b"));
  holds ("in/a/file", "new");
  g_assert_false (removes ("a/b/c/file"));
  g_assert_false (removes ("a/file/below"));
  g_assert_false (removes ("a"));
  holds ("in/a/file", "new");
  g_assert_true (removes ("a/file"));
  g_assert_false (is_there ("in/a"));
  g_assert_true (is_there ("in"));
  g_autofree char *long_name = g_strnfill (300, 'x');
  g_autofree char *long_folder = g_strconcat (long_name, "/file", NULL);
  g_assert_false (removes (long_name));
  g_assert_false (removes (long_folder));
}

/* Such a path is none: nothing is there, nothing can be written there. */
static void
test_paths (void)
{
  static const char *const paths[] = {
    "",
    "/",
    ".",
    "..",
    "../out/file",
    "a/../../out/file",
    "a/..",
    "/out/file",
    "//out",
    "a//file",
    "a/",
    "./file",
    "a/./file",
    "a/.",
    ".git",
    ".git/config",
    "a/.git/config",
    ".GIT/config",
    "a/.Git",
    "out/..",
    "../in/file",
  };
  write_new ("a/file");
  write_new ("file");
  g_assert_cmpint (g_mkdir_with_parents ("in/.git", 0755), ==, 0);
  put ("in/.git/config", "theirs");
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autofree char *message
      = g_strdup_printf ("%s is no path that may be written below in", paths[i]);
    g_assert_false (removes (paths[i]));
    reads (paths[i], NULL);
    cannot_write (paths[i], message);
    cannot_pass (paths[i], message);
  }
  g_autofree char *absolute = g_canonicalize_filename ("out/file", NULL);
  g_assert_false (removes (absolute));
  reads (absolute, NULL);
  holds ("in/a/file", "new");
  holds ("in/file", "new");
  holds ("in/.git/config", "theirs");

  /* These are names like others. */
  static const char *const names[] = { "..a", "a..", "...", ".gitignore", "a\\..\\b", "a b", "\n" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_assert_cmpint (write_new (names[i]), ==, GB_WRITE_CREATED);
    g_assert_true (removes (names[i]));
  }
}

/* Where a folder belongs, nothing is behind a link, wherever it leads. */
static void
test_folder_links (void)
{
  static const char *const targets[]
    = { "../../out", "/", "../../none", "real", ".", "..", "link" };
  write_new ("a/real/file");
  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++) {
    const char *message = "in/a/link is a symbolic link, and nothing is written through one. Put a "
                          "folder there, or nothing";
    link_to (targets[i], "in/a/link");
    cannot_write ("a/link/file", message);
    cannot_write ("a/link/deep/file", message);
    cannot_pass ("a/link/file", message);
    cannot_pass ("a/link/none/file", message);
    g_assert_false (removes ("a/link/file"));
    g_assert_false (removes ("a/link/deep/file"));
    reads ("a/link/file", NULL);
    g_assert_true (is_there ("in/a/link"));
    /* A file itself. */
    passes ("a/link");
    g_assert_true (removes ("a/link"));
  }
  g_assert_false (is_there ("none"));
  holds ("in/a/real/file", "new");

  cannot_write ("a/real/file/below",
                "in/a/real/file is no folder, and one is needed there. Take it away");
  passes ("a/real/file/below");
}

/* Where a file belongs, a link is replaced itself and compared with nothing. */
static void
test_file_links (void)
{
  put ("out/file", "new");
  link_to ("../out/file", "in/same");
  link_to ("../out/none", "in/nowhere");
  link_to ("../out", "in/folder");
  link_to ("../out/file", "in/read");
  passes ("same");
  g_assert_cmpint (write_new ("same"), ==, GB_WRITE_REPLACED);
  g_assert_cmpint (write_new ("nowhere"), ==, GB_WRITE_REPLACED);
  g_assert_cmpint (write_new ("folder"), ==, GB_WRITE_REPLACED);
  reads ("read", NULL);
  g_assert_true (removes ("read"));
  holds ("in/same", "new");
  holds ("in/nowhere", "new");
  holds ("in/folder", "new");
  put ("out/file", "outside");

  struct stat info;
  g_autoptr (GError) error = NULL;
  link_to ("../out/file", "in/program");
  g_assert_false (gb_enclosure_set_program (in, "program", TRUE, &info, &error));
  g_assert_cmpint (stat ("out/file", &info), ==, 0);
  g_assert_cmpuint (info.st_mode & S_IXUSR, ==, 0);
}

/* What lies at the name that is written first was left there by another run, or by somebody. */
static void
test_temporary (void)
{
  link_to ("../out/file", "in/a.gongbao-new");
  write_new ("a");
  g_assert_cmpint (link ("out/file", "in/b.gongbao-new"), ==, 0);
  write_new ("b");
  put ("in/c.gongbao-new", "left by a run that was cut off");
  write_new ("c");
  link_to ("../out/none", "in/d.gongbao-new");
  write_new ("d");
  g_assert_cmpint (mkfifo ("in/e.gongbao-new", 0600), ==, 0);
  cannot_write ("e", "in/e.gongbao-new is no file but a named pipe, which is neither read nor "
                     "replaced. Take it away");
  g_assert_true (is_there ("in/e.gongbao-new"));
  g_assert_cmpint (g_mkdir_with_parents ("in/f.gongbao-new", 0755), ==, 0);
  cannot_write ("f", "cannot write: in/f.gongbao-new: File exists");
  static const char *const files[] = { "a", "b", "c", "d" };
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_strconcat ("in/", files[i], NULL);
    g_autofree char *temporary = g_strconcat (path, ".gongbao-new", NULL);
    holds (path, "new");
    g_assert_false (is_there (temporary));
  }
}

static void
assert_special (const char *path, const char *what)
{
  g_autoptr (GError) read_error = NULL;
  g_autoptr (GError) remove_error = NULL;
  g_autofree char *full = g_strconcat ("in/", path, NULL);
  g_autofree char *below = g_strconcat (path, "/file", NULL);
  g_autofree char *message = g_strdup_printf (
    "%s is no file but a %s, which is neither read nor replaced. Take it away", full, what);
  g_autofree char *no_folder
    = g_strdup_printf ("%s is no folder, and one is needed there. Take it away", full);
  cannot_write (path, message);
  cannot_pass (path, message);
  char *got;
  failed (gb_enclosure_read (in, path, &got, NULL, &read_error), &read_error, message);
  failed (gb_enclosure_remove (in, path, NULL, &remove_error), &remove_error, message);
  cannot_write (below, no_folder);
  cannot_pass (below, no_folder);
  g_assert_false (removes (below));
  g_assert_true (is_there (full));
}

/* Nothing waits for the other end of a pipe. */
static void
test_special (void)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX, .sun_path = "in/a/socket" };
  write_new ("a/file");
  g_assert_cmpint (mkfifo ("in/pipe", 0600), ==, 0);
  g_assert_cmpint (mkfifo ("in/a/pipe", 0600), ==, 0);
  gb_autofd end = socket (AF_UNIX, SOCK_STREAM, 0);
  g_assert_cmpint (bind (end, (struct sockaddr *)&address, sizeof address), ==, 0);
  assert_special ("pipe", "named pipe");
  assert_special ("a/pipe", "named pipe");
  assert_special ("a/socket", "socket");

  g_autoptr (GError) error = NULL;
  g_assert_null (gb_file_read ("in/pipe", 0, NULL, &error));
  g_assert_cmpstr (error->message, ==, "cannot read: in/pipe: not a regular file");
}

static void
cannot_open (const char *path, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GbEnclosure) enclosure = gb_enclosure_open (path, &error);
  failed (enclosure != NULL, &error, message);
}

/* The enclosure is no link, what leads to it may be. */
static void
test_open (void)
{
  const char *message
    = "link is a symbolic link, and nothing is written through one. Put a folder there, or nothing";
  static const char *const targets[] = { "out", "none", "link" };
  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++) {
    link_to (targets[i], "link");
    cannot_open ("link", message);
    cannot_open ("link/", message);
    cannot_open ("link//", message);
    g_assert_cmpint (g_unlink ("link"), ==, 0);
  }
  g_assert_false (is_there ("none"));
  cannot_open ("out/file", "out/file is no folder, and one is needed there. Take it away");
  g_assert_cmpint (mkfifo ("pipe", 0600), ==, 0);
  cannot_open ("pipe", "pipe is no folder, and one is needed there. Take it away");
  g_assert_cmpint (g_unlink ("pipe"), ==, 0);
  cannot_open ("out/file/in", "cannot open the folder: out/file/in: Not a directory");

  g_autoptr (GError) error = NULL;
  link_to ("in", "way");
  g_autoptr (GbEnclosure) enclosure = gb_enclosure_open ("way/new/folder/", &error);
  g_assert_no_error (error);
  g_assert_true (gb_enclosure_write (enclosure, "a/file", "new", 3, NULL, &error));
  holds ("in/new/folder/a/file", "new");
  g_assert_cmpint (g_unlink ("way"), ==, 0);
}

static void (*const tests[]) (void) = {
  test_files,      test_remove,    test_paths,   test_folder_links,
  test_file_links, test_temporary, test_special, test_open,
};

static void
run (gconstpointer test)
{
  set_up ();
  (*(void (*const *) (void))test) ();
  tear_down ();
}

/* From now on, as on a kernel before 5.6 or in a sandbox. */
static void
forget_openat2 (void)
{
  struct sock_filter code[] = {
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr)),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, SYS_openat2, 0, 1),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = { G_N_ELEMENTS (code), code };
  struct open_how how = { 0 };
  g_assert_cmpint (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), ==, 0);
  g_assert_cmpint (prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program), ==, 0);
  g_assert_cmpint (syscall (SYS_openat2, AT_FDCWD, ".", &how, sizeof how), ==, -1);
  g_assert_cmpint (errno, ==, ENOSYS);
}

static void
test_step_by_step (void)
{
  forget_openat2 ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    run (&tests[i]);
}

int
main (int argc, char **argv)
{
  static const char *const names[] = {
    "files", "remove", "paths", "folder-links", "file-links", "temporary", "special", "open",
  };
  g_test_init (&argc, &argv, NULL);
  g_autofree char *folder = g_dir_make_tmp ("gongbao-enclosure-XXXXXX", NULL);
  g_assert_cmpint (g_chdir (folder), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *name = g_strconcat ("/enclosure/", names[i], NULL);
    g_test_add_data_func (name, &tests[i], run);
  }
  g_test_add_func ("/enclosure/step-by-step", test_step_by_step);
  int status = g_test_run ();
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return status;
}
