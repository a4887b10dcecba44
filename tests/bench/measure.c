/* Runs a command and appends one line to a file: seconds of wall time, seconds of processor time,
 * peak memory in KiB: measure FILE COMMAND [ARGUMENT…].  The exit status is the command's.
 */
#include <glib.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double
seconds (struct timeval time)
{
  return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int
main (int argc, char **argv)
{
  if (argc < 3) {
    g_printerr ("usage: measure FILE COMMAND [ARGUMENT…]\n");
    return 2;
  }
  gint64 start = g_get_monotonic_time ();
  pid_t child = fork ();
  if (child == 0) {
    execvp (argv[2], argv + 2);
    perror (argv[2]);
    _exit (127);
  }
  int status;
  struct rusage usage;
  if (child < 0 || wait4 (child, &status, 0, &usage) < 0) {
    perror ("measure");
    return 3;
  }
  double wall = (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  FILE *file = fopen (argv[1], "a");
  if (file == NULL
      || fprintf (file, "%.4f %.4f %ld\n", wall,
                  seconds (usage.ru_utime) + seconds (usage.ru_stime), usage.ru_maxrss)
           < 0
      || fclose (file) != 0) {
    perror (argv[1]);
    return 3;
  }
  return WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status);
}
