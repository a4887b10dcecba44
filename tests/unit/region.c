/* What lies in a region and in which city, by the words alone, and what these words do not tell. */
#include "law/region.h"

#include <string.h>

static void
test_relations (void)
{
  static const struct {
    const char *region;
    const char *of;
    GbRegionRelation expected;
  } rows[] = {
    { "示例省示例市", "示例省示例市", GB_REGION_INSIDE },
    { "示例省示例市示例区", "示例省示例市", GB_REGION_INSIDE },
    { "示例省示例市示例区示例街道", "示例省示例市", GB_REGION_INSIDE },
    { "示例省示例市示例区示例街道", "示例省示例市示例区", GB_REGION_INSIDE },
    { "示例省示例市市北区", "示例省示例市", GB_REGION_INSIDE },
    { "示例省示例市滨海高新区", "示例省示例市", GB_REGION_INSIDE },
    { "示例省示例市滨海湾", "示例省示例市", GB_REGION_INSIDE },
    { "示例自治区示例盟示例旗", "示例自治区示例盟", GB_REGION_INSIDE },
    { "示例省另一市示例区", "示例省示例市", GB_REGION_OUTSIDE },
    { "另一省示例市", "示例省示例市", GB_REGION_OUTSIDE },
    { "示例省示例市示例区", "示例省示例市示例镇", GB_REGION_OUTSIDE },
    /* The same letters, another unit. */
    { "示例省沙市区", "示例省沙市", GB_REGION_OUTSIDE },
    { "示例省津市市", "示例省津市", GB_REGION_OUTSIDE },
    { "示例省示例市示例区", "示例省示例", GB_REGION_OUTSIDE },
    /* Not written, or not in full. */
    { NULL, "示例省示例市", GB_REGION_NOT_KNOWN },
    { "示例省", "示例省示例市", GB_REGION_NOT_KNOWN },
    { "示例省示例市", "示例省示例市示例区", GB_REGION_NOT_KNOWN },
    { "示例市示例区", "示例省示例市", GB_REGION_NOT_KNOWN },
    { "示例市", "示例省示例市", GB_REGION_NOT_KNOWN },
    { "示例区示例镇", "示例省示例市示例区", GB_REGION_NOT_KNOWN },
    { "另一市示例区", "示例省示例市", GB_REGION_OUTSIDE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s in %s", rows[i].region, rows[i].of);
    g_assert_cmpint (gb_region_relation (rows[i].region, rows[i].of), ==, rows[i].expected);
  }
}

static void
test_units (void)
{
  static const char *const units[] = { "示例省", "示例省示例市", "示例自治州", "示例盟",
                                       "示例旗", "示例县",       "示例乡",     "示例街道" };
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    g_assert_true (gb_region_is_unit (units[i]));
  static const char *const others[] = { "", "市", "示例", "示例省示例", "示例市内", "街道" };
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (gb_region_is_unit (others[i]));
}

static void
test_cities (void)
{
  static const struct {
    const char *region;
    const char *city;
  } rows[] = {
    /* 省, 自治区 */
    { "示例省示例市示例区", "示例市" },
    { "广东省中山市小榄镇", "中山市" },
    { "广东省东莞市", "东莞市" },
    { "广东省江门市开平市", "江门市" },
    { "广东省广州市黄埔区", "广州市" },
    { "贵州省遵义市仁怀市", "遵义市" },
    { "贵州省六盘水市六枝特区", "六盘水市" },
    { "吉林省吉林市昌邑区", "吉林市" },
    { "海南省海口市琼山区", "海口市" },
    { "广西壮族自治区南宁市青秀区", "南宁市" },
    { "宁夏回族自治区银川市", "银川市" },
    { "西藏自治区日喀则市桑珠孜区", "日喀则市" },
    { "内蒙古自治区呼伦贝尔市鄂伦春自治旗", "呼伦贝尔市" },
    /* 自治州, 地区, 盟 */
    { "四川省凉山彝族自治州西昌市", "凉山彝族自治州" },
    { "湖北省恩施土家族苗族自治州", "恩施土家族苗族自治州" },
    { "贵州省黔东南苗族侗族自治州凯里市", "黔东南苗族侗族自治州" },
    { "青海省海南藏族自治州共和县", "海南藏族自治州" },
    { "新疆维吾尔自治区伊犁哈萨克自治州伊宁市", "伊犁哈萨克自治州" },
    { "新疆维吾尔自治区喀什地区疏附县", "喀什地区" },
    { "西藏自治区阿里地区噶尔县", "阿里地区" },
    { "黑龙江省大兴安岭地区漠河市", "大兴安岭地区" },
    { "内蒙古自治区锡林郭勒盟锡林浩特市", "锡林郭勒盟" },
    { "内蒙古自治区兴安盟", "兴安盟" },
    { "吉林省延边州延吉市", "延边州" },
    { "云南省大理州", "大理州" },
    /* Municipalities, special administrative regions, 兵团 */
    { "北京市海淀区", "北京市" },
    { "上海市", "上海市" },
    { "天津市滨海新区", "天津市" },
    { "重庆市秀山土家族苗族自治县", "重庆市" },
    { "重庆市城口县", "重庆市" },
    { "香港特别行政区", "香港特别行政区" },
    { "澳门特别行政区氹仔", "澳门特别行政区" },
    { "新疆生产建设兵团", "新疆生产建设兵团" },
    { "新疆生产建设兵团第八师石河子市", "新疆生产建设兵团" },
    /* Units directly below the province, or with the city left out: as written */
    { "海南省琼海市博鳌镇", "琼海市" },
    { "湖北省仙桃市", "仙桃市" },
    { "海南省琼中黎族苗族自治县", "琼中黎族苗族自治县" },
    { "海南省定安县定城镇", "定安县" },
    { "湖北省神农架林区木鱼镇", "神农架林区" },
    { "河北省雄安新区容城县", "雄安新区" },
    { "四川省青羊区草堂街道", "青羊区" },
    { "示例省示例乡", "示例乡" },
    { "示例省滨海湾", "滨海湾" },
    /* Names that hold the words */
    { "湖北省荆州市沙市区", "荆州市" },
    { "湖北省沙市区", "沙市区" },
    { "湖南省常德市津市市", "常德市" },
    { "湖南省津市市", "津市市" },
    { "四川省乐山市市中区", "乐山市" },
    { "山东省青岛市市北区", "青岛市" },
    { "浙江省宁波市镇海区", "宁波市" },
    { "江西省萍乡市湘东区", "萍乡市" },
    { "江西省景德镇市浮梁县", "景德镇市" },
    { "河南省新乡市红旗区", "新乡市" },
    { "福建省三明市沙县区", "三明市" },
    { "江西省赣州市赣县区", "赣州市" },
    { "江西省赣县区", "赣县区" },
    { "河北省石家庄市新华区联盟街道", "石家庄市" },
    { "山东省泰安市岱岳区省庄镇", "泰安市" },
    { "浙江省杭州湾新区", "杭州湾新区" },
    /* No province is written. */
    { "南宁市青秀区", "南宁市" },
    { "泰安市岱岳区省庄镇", "泰安市" },
    { "凉山彝族自治州西昌市", "凉山彝族自治州" },
    { "延边州延吉市", "延边州" },
    { "浙江杭州市西湖区", "浙江杭州市" },
    { "青秀区", NULL },
    { "示例县示例镇", NULL },
    { "浙江杭州湾新区", NULL },
    /* Only a province, or nothing */
    { "广东省", NULL },
    { "广西壮族自治区 ", NULL },
    { "市", NULL },
    { "", NULL },
    { "  ", NULL },
    { NULL, NULL },
    /* Spaces */
    { "广西壮族自治区 南宁市 青秀区", "南宁市" },
    { "广西壮族自治区\u3000南宁市", "南宁市" },
    { " 南宁市青秀区", "南宁市" },
    { "广东省·深圳市·南山区", "深圳市" },
    { "示例省 示例 ", "示例" },
    { "吉林省 延边州 延吉市", "延边州" },
    /* Traditional characters */
    { "廣西壯族自治區南寧市青秀區", "南寧市" },
    { "新疆維吾爾自治區喀什地區疏附縣", "喀什地區" },
    { "海南省瓊中黎族苗族自治縣", "瓊中黎族苗族自治縣" },
    { "香港特別行政區沙田區", "香港特別行政區" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    gsize length = 9;
    const char *city = gb_region_city (rows[i].region, &length);
    g_autofree char *written = city == NULL ? NULL : g_strndup (city, length);
    g_test_message ("%s", rows[i].region);
    g_assert_cmpstr (written, ==, rows[i].city);
    g_assert_cmpuint (length, ==, rows[i].city == NULL ? 0 : strlen (rows[i].city));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/region/relations", test_relations);
  g_test_add_func ("/region/units", test_units);
  g_test_add_func ("/region/cities", test_cities);
  return g_test_run ();
}
