/* Regions as they are written: 广东省珠海市香洲区, the wider unit before the narrower.  Pure
 * functions of the words: no list of regions is kept.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  GB_REGION_INSIDE, /* it is that region, or lies in it */
  GB_REGION_OUTSIDE,
  GB_REGION_NOT_KNOWN, /* none is written, only a wider one is, or the wider units are left out */
} GbRegionRelation;

/* Does it end as the name of an administrative unit does (省, 市, 区, 镇 …)? */
gboolean gb_region_is_unit (const char *region);
/* Where @region, which may be NULL, lies seen from @of, which ends as a unit does. */
GbRegionRelation gb_region_relation (const char *region, const char *of);

G_END_DECLS
