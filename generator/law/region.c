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

static const char *const provinces[] = { "省", "自治区", "自治區", NULL };
static const char *const cities[]
  = { "市",         "自治州",     "地区",         "地區",         "盟",
      "特别行政区", "特別行政區", "生产建设兵团", "生產建設兵團", NULL };
static const char *const short_prefecture[] = { "州", NULL };
static const char *const cities_and_counties[] = { "市", "县", "縣", NULL };
static const char *const counties[] = { "县", "縣", "旗", "区", "區", NULL };

/* The end of the first unit of @text that ends with one of @words, or NULL.  No name is shorter
 * than two characters before them: 津市市 begins with no 津市, 沙市区 with no 沙市. */
static const char *
end_of_unit (const char *text, const char *const *words)
{
  guint n = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), n++)
    for (guint i = 0; n >= 2 && words[i] != NULL; i++)
      if (g_str_has_prefix (at, words[i]))
        return at + strlen (words[i]);
  return NULL;
}

/* 延边州 is a prefecture by its short name where the text ends with it or a city or a county
 * follows, for it has no districts: 浙江杭州市 and 浙江杭州湾新区 name none. */
static const char *
end_of_city (const char *text)
{
  const char *city = end_of_unit (text, cities);
  const char *end = end_of_unit (text, short_prefecture);
  if (end == NULL || (city != NULL && city < end) || g_str_has_prefix (end, "市"))
    return city;
  return *end == '\0' || end_of_unit (end, cities_and_counties) != NULL ? end : city;
}

const char *
gb_region_city (const char *region, gsize *length)
{
  *length = 0;
  if (region == NULL)
    return NULL;
  const char *city = end_of_unit (region, cities);
  const char *province = end_of_unit (region, provinces);
  /* 泰安市岱岳区省庄镇 names no province. */
  const char *from = province != NULL && (city == NULL || province < city) ? province : region;
  while (*from != '\0' && !g_unichar_isalnum (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  const char *end = end_of_city (from);
  if (end == NULL && province != NULL) {
    end = end_of_unit (from, counties);
    if (end == NULL)
      end = from + strlen (from);
    while (end > from && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
      end = g_utf8_prev_char (end);
  }
  *length = end == NULL ? 0 : (gsize)(end - from);
  return *length == 0 ? NULL : from;
}
