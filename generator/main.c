/* gongbao: the table of commands. */
#include "commands/command.h"
#include "source/nearest.h"

#include <glib/gprintf.h>
#include <locale.h>
#include <string.h>

#ifndef GB_VERSION
#define GB_VERSION "0"
#endif

typedef struct {
  const char *name;
  GbCommandRun run;
  const char *about;
} Command;

static const Command commands[] = {
  { "build", gb_command_build, "make the site from content/" },
  { "check", gb_command_check, "say everything that is wrong or about to be" },
  { "publish", gb_command_publish, "make the site from what is committed, and commit it" },
  { "verify", gb_command_verify, "make a publication once more from its commit, and compare" },
  { "diff", gb_command_diff, "show what differs between two states of one thing" },
  { "log", gb_command_log, "list the revisions of one thing" },
  { "explain", gb_command_explain, "say why a date is what it is" },
  { "agenda", gb_command_agenda, "list what is due" },
  { "workdays", gb_command_workdays, "count working days from a day" },
  { "codes", gb_command_codes, "say what the codes of 'check' mean" },
  { "render", gb_command_render, "fill one template with one data file" },
};

static void
print_help (void)
{
  g_print ("Gongbao (公报) publishes policies, certified lists and public notices as a static "
           "website.\n\n"
           "Usage: gongbao COMMAND [OPTIONS]\n\nCommands:\n");
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-10s %s\n", commands[i].name, commands[i].about);
  g_print ("\nCommands that read content/ take -C DIR, the folder that holds it; every command "
           "takes --help.\n"
           "Exit status: 0 done, 1 the content has errors, 2 wrong usage, 3 the system failed;\n"
           "of verify: 0 genuine, 1 not genuine, 3 it cannot be told here.\n");
}

static int
run (int argc, char **argv)
{
  const char *name = argv[1];
  GbNearest nearest;
  gb_nearest_init (&nearest, name);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++) {
    if (strcmp (name, commands[i].name) == 0)
      return commands[i].run (argc - 1, argv + 1);
    gb_nearest_offer (&nearest, commands[i].name);
  }
  if (name[0] == '-')
    return gb_command_misused ("the command comes first, then its options: gongbao COMMAND %s",
                               name);
  const char *meant = gb_nearest_best (&nearest);
  return gb_command_misused ("'%s' is no command%s%s%s", name,
                             meant == NULL ? "" : "; did you mean '", meant == NULL ? "" : meant,
                             meant == NULL ? "" : "'?");
}

int
main (int argc, char **argv)
{
  /* Terminals get UTF-8 whatever the locale says: what is printed is the content's own text. */
  (void)setlocale (LC_ALL, "C.UTF-8");
  g_set_prgname ("gongbao");
  if (argc < 2) {
    print_help ();
    return GB_ERROR_USAGE;
  }
  const char *name = argv[1];
  if (strcmp (name, "help") == 0 && argc > 2) { /* help COMMAND is COMMAND --help */
    char *asked[] = { argv[0], argv[2], (char *)"--help", NULL };
    return run (3, asked);
  }
  if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0 || strcmp (name, "help") == 0) {
    print_help ();
    return GB_STATUS_DONE;
  }
  if (strcmp (name, "--version") == 0) {
    g_print ("gongbao %s\n", GB_VERSION);
    return GB_STATUS_DONE;
  }
  return run (argc, argv);
}
