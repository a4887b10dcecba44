/* A commit message, taken apart: subject, body, trailers.
 *
 * The subject is the first paragraph, its lines joined; trailers are the lines "Key: value" of the
 * last paragraph (a line that begins with a blank continues one), where it holds nothing else; the
 * body is what lies between.  Bytes that are not UTF-8 and control characters are replaced, blanks
 * before line ends are taken away.
 */
#pragma once

#include "base/arena.h"

typedef struct {
  const char *subject;
  const char *body;     /* "" where there is none */
  const char *trailers; /* the lines as they are; "" where there are none */
} GbMessage;

GbMessage gb_message_parse (GbArena *arena, const char *text);
/* The value of the last trailer @key (case does not matter); NULL where there is none. */
const char *gb_message_trailer (GbArena *arena, const GbMessage *message, const char *key);
/* How many trailers @key there are. */
guint gb_message_count (const GbMessage *message, const char *key);
