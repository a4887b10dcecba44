/* Which words of a page are Chinese.
 *
 * The content stays in its language whatever that of the interface: a page in English is full of
 * Chinese titles, names and quotations.  Each has to say so (WCAG 3.1.2), or a screen reader reads
 * it out as English.  Templates know nothing of that; the finished page is gone through once.
 */
#pragma once

#include <glib.h>

/* Says lang="zh-CN" of all Chinese text in @page, HTML in another language from the byte @begin on,
 * where no element around it says so: on the element whose only words they are, else on a span
 * around them.  Attributes and the title of the page are left alone. */
void gb_tongue_mark (GString *page, gsize begin);
