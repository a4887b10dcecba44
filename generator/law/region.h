/* Regions as they are written: 广东省珠海市香洲区, the wider unit before the narrower.  Pure
 * functions of the words: no list of regions is kept.
 */
#pragma once

#include <glib.h>

typedef enum {
  GB_REGION_INSIDE, /* it is that region, or lies in it */
  GB_REGION_OUTSIDE,
  GB_REGION_NOT_KNOWN, /* none is written, only a wider one is, or the wider units are left out */
} GbRegionRelation;

/* Does it end as the name of an administrative unit does (省, 市, 区, 镇 …)? */
gboolean gb_region_is_unit (const char *region);
/* Where @region, which may be NULL, lies seen from @of, which ends as a unit does. */
GbRegionRelation gb_region_relation (const char *region, const char *of);
/* The division of the level of a city that @region names: a city, an autonomous prefecture
 * (自治州), a prefecture (地区) or a league (盟); of a municipality, a special administrative
 * region or the 兵团 that itself.  Where a province is followed by none of them, as in
 * 海南省琼中黎族苗族自治县, the unit behind it as written; else NULL, as of 广东省, of 青秀区 and
 * of NULL.  It lies in @region, @length bytes long.
 */
const char *gb_region_city (const char *region, gsize *length);
