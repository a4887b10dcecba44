#include "law/region.h"

#include <string.h>

static const char *const suffixes[]
  = { "省", "市", "州", "盟", "区", "县", "旗", "镇", "乡", "街道", "苏木" };

/* The length in bytes of the suffix of a unit that ends at @end of the text from @start; 0 where
 * there is none, and where nothing but the suffix stands there. */
static gsize
suffix_before (const char *start, const char *end)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    gsize length = strlen (suffixes[i]);
    if ((gsize)(end - start) > length && memcmp (end - length, suffixes[i], length) == 0)
      return length;
  }
  return 0;
}

gboolean
gb_region_is_unit (const char *region)
{
  return suffix_before (region, region + strlen (region)) > 0;
}

/* One character more continues the name of a unit: 沙市 does not hold 沙市区. */
static gboolean
holds (const char *of, const char *region)
{
  gsize length = strlen (of);
  return g_str_has_prefix (region, of) && gb_region_is_unit (of)
         && g_utf8_strlen (region + length, -1) != 1;
}

GbRegionRelation
gb_region_relation (const char *region, const char *of)
{
  if (region == NULL)
    return GB_REGION_NOT_KNOWN;
  if (holds (of, region))
    return GB_REGION_INSIDE;
  if (holds (region, of))
    return GB_REGION_NOT_KNOWN;
  /* 珠海市香洲区 may well lie in 广东省珠海市, but it does not say so. */
  for (const char *at = of; *at != '\0'; at = g_utf8_next_char (at))
    if (at > of && suffix_before (of, at) > 0 && holds (at, region))
      return GB_REGION_NOT_KNOWN;
  return GB_REGION_OUTSIDE;
}
