#include "base/place.h"

void
gb_place_move (GbPlace *place, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    if (text[i] == '\n') {
      place->line++;
      place->column = 1;
    } else if (((guchar)text[i] & 0xc0) != 0x80) {
      place->column++;
    }
  }
}
