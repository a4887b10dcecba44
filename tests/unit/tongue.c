/* Chinese in a page in another language. */
#include "output/tongue.h"

#define ZH " lang=\"zh-CN\""

typedef struct {
  const char *page;
  const char *marked;
} Case;

static const Case cases[] = {
  { "<p>Nothing here</p>", "<p>Nothing here</p>" },
  /* The only words of an element. */
  { "<p>示例市</p>", "<p" ZH ">示例市</p>" },
  { "<a href=\"x\"> 示例市 </a>", "<a href=\"x\"" ZH "> 示例市 </a>" },
  { "<dd>示产规〔2024〕6号</dd>", "<dd" ZH ">示产规〔2024〕6号</dd>" },
  { "<p>7个工作日</p>", "<p" ZH ">7个工作日</p>" },
  { "<p>AI+制造</p>", "<p" ZH ">AI+制造</p>" },
  { "<p>《办法》（试行）</p>", "<p" ZH ">《办法》（试行）</p>" },
  { "<p>示例A&amp;B市</p>", "<p" ZH ">示例A&amp;B市</p>" },
  /* Among other words. */
  { "<p>Calendar: 示例市, 2026</p>", "<p>Calendar: <span" ZH ">示例市</span>, 2026</p>" },
  { "<p>示例市 and 示例区</p>", "<p><span" ZH ">示例市</span> and <span" ZH ">示例区</span></p>" },
  { "<p>示例市 3 示例区</p>", "<p" ZH ">示例市 3 示例区</p>" },
  { "<p>示例<b>市</b></p>", "<p><span" ZH ">示例</span><b" ZH ">市</b></p>" },
  { "<p>See “示例市”.</p>", "<p>See “<span" ZH ">示例市</span>”.</p>" },
  { "<p>附件“示例”</p>", "<p" ZH ">附件“示例”</p>" },
  { "<p>“示例”市</p>", "<p" ZH ">“示例”市</p>" },
  { "<p>（none）</p>", "<p>（none）</p>" },
  { "示例", "<span" ZH ">示例</span>" },
  /* Where it is said already, or said otherwise within. */
  { "<div lang=\"zh-CN\"><p>示例</p>7</div>", "<div lang=\"zh-CN\"><p>示例</p>7</div>" },
  { "<div lang=\"zh-CN\"><p lang=\"en\">示例</p></div>",
    "<div lang=\"zh-CN\"><p lang=\"en\"><span" ZH ">示例</span></p></div>" },
  { "<div lang=\"zh-CN\"><br><hr>示</div><p>例</p>",
    "<div lang=\"zh-CN\"><br><hr>示</div><p" ZH ">例</p>" },
  /* What is called by English words keeps its language. */
  { "<a aria-label=\"Home\">示例</a>", "<a aria-label=\"Home\"><span" ZH ">示例</span></a>" },
  /* Elements that hold nothing but text; and what is no text. */
  { "<option>示例 (3)</option>", "<option" ZH ">示例 (3)</option>" },
  { "<svg><rect/><text>示例 3</text></svg>", "<svg><rect/><text" ZH ">示例 3</text></svg>" },
  { "<head><title>示例</title></head>", "<head><title>示例</title></head>" },
  { "<script>\"<p>示例</p>\"</script><p>示</p>",
    "<script>\"<p>示例</p>\"</script><p" ZH ">示</p>" },
  { "<meta content=\"示例\"><p title=\"a>示\">b</p>",
    "<meta content=\"示例\"><p title=\"a>示\">b</p>" },
  { "<p>示例", "<p><span" ZH ">示例</span>" },
  { "<p>a < b 示例<", "<p>a < b 示例<" },
};

static void
test_marks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) page = g_string_new ("示例:");
    gsize begin = page->len;
    g_string_append (page, cases[i].page);
    gb_tongue_mark (page, begin);
    g_assert_true (g_str_has_prefix (page->str, "示例:"));
    g_assert_cmpstr (page->str + begin, ==, cases[i].marked);
    /* What is marked is not marked again. */
    gb_tongue_mark (page, begin);
    g_assert_cmpstr (page->str + begin, ==, cases[i].marked);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tongue/marks", test_marks);
  return g_test_run ();
}
