/* The commands: one file each, named in the table of main.c.
 *
 * A command gets its own arguments (argv[0] is its name) and returns the exit status: 0 done, 1 the
 * content has errors, 2 wrong usage, 3 the system failed.  Only this room prints: results on
 * standard output, what is wrong on standard error.
 */
#pragma once

#include "base/diagnostics.h"
#include "base/error.h"

#define GB_STATUS_DONE 0

typedef int (*GbCommandRun) (int argc, char **argv);

int gb_command_agenda (int argc, char **argv);
int gb_command_build (int argc, char **argv);
int gb_command_check (int argc, char **argv);
int gb_command_codes (int argc, char **argv);
int gb_command_diff (int argc, char **argv);
int gb_command_explain (int argc, char **argv);
int gb_command_log (int argc, char **argv);
int gb_command_publish (int argc, char **argv);
int gb_command_render (int argc, char **argv);
int gb_command_verify (int argc, char **argv);
int gb_command_workdays (int argc, char **argv);

/* Parses @argv by @entries; @arguments and @summary describe the command in its --help.  FALSE
 * after having said what is wrong: the command then returns GB_ERROR_USAGE. */
gboolean gb_command_parse (int *argc, char ***argv, const GOptionEntry *entries,
                           const char *arguments, const char *summary);
/* Prints "gongbao: message" and returns the exit status the error stands for; takes @error. */
int gb_command_fail (GError *error);
/* The same for a wrong call. */
int gb_command_misused (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Appends "file:line:column: error: message [code]" and a line end for each that is no less than
 * @least.  What concerns a whole file or line is placed at its beginning, so that editors always
 * find three parts. */
void gb_command_format (GString *out, const GbDiagnostics *diagnostics, GbSeverity least);
