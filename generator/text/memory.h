/* Memory for cmark's trees: carved from one arena a thread, forgotten after each text.
 *
 * cmark allocates each node by itself and frees it by itself, which costs as much as parsing.  Its
 * allocator has no context, so that the arena is the thread's own.  One tree at a time: nothing
 * parsed with it may outlive gb_memory_end.
 */
#pragma once

#include <cmark.h>

/* cmark's view of the calling thread's arena. */
cmark_mem *gb_memory_begin (void);
/* Forgets everything allocated since gb_memory_begin. */
void gb_memory_end (void);
