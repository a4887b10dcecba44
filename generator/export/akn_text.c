#include "export/akn_text.h"

#include "base/append.h"
#include "base/escape.h"

#include <string.h>

/* -- words: the HTML of a text as XML -- */

typedef struct {
  const GbAknText *akn;
  GString *out;
  guint mention;    /* the first that is not over */
  gboolean linked;  /* inside it */
  const char *link; /* what closes the open <a>; NULL: none is open */
} Writer;

typedef struct {
  const char *name;
  gsize length;
  gboolean close;
  const char *end; /* behind '>' */
} Tag;

static Tag
read_tag (const char *at)
{
  Tag tag = { .close = at[1] == '/' };
  tag.name = at + 1 + tag.close;
  tag.length = strcspn (tag.name, " >");
  tag.end = strchr (tag.name, '>') + 1;
  return tag;
}

static gboolean
is_tag (const Tag *tag, const char *name)
{
  return strlen (name) == tag->length && memcmp (tag->name, name, tag->length) == 0;
}

/* The value of an attribute of @tag, still escaped; FALSE where it has none of that name. */
static gboolean
find_attribute (const Tag *tag, const char *name, const char **ret_value, gsize *ret_length)
{
  gsize length = strlen (name);
  const char *at = tag->name + tag->length;
  while (*at == ' ') {
    const char *value = strchr (at, '"') + 1;
    const char *end = strchr (value, '"');
    if (strncmp (at + 1, name, length) == 0 && at[1 + length] == '=') {
      *ret_value = value;
      *ret_length = (gsize)(end - value);
      return TRUE;
    }
    at = end + 1;
  }
  return FALSE;
}

static gboolean
has_class (const Tag *tag, const char *class)
{
  const char *value;
  gsize length;
  return find_attribute (tag, "class", &value, &length) && strlen (class) == length
         && memcmp (value, class, length) == 0;
}

static void
copy_attribute (Writer *writer, const Tag *tag, const char *name)
{
  const char *value;
  gsize length;
  if (!find_attribute (tag, name, &value, &length))
    return;
  gb_append_literal (writer->out, " ");
  gb_append_text (writer->out, name);
  gb_append_literal (writer->out, "=\"");
  gb_escape_xml_again (writer->out, value, (gssize)length);
  gb_append_literal (writer->out, "\"");
}

void
gb_akn_text_put_attribute (GString *out, const char *name, const char *value)
{
  gb_append_literal (out, " ");
  gb_append_text (out, name);
  gb_append_literal (out, "=\"");
  gb_escape_xml (out, value, -1);
  gb_append_literal (out, "\"");
}

const char *
gb_akn_text_uri (GbArena *arena, const char *address)
{
  g_autoptr (GString) out = g_string_new (NULL);
  for (const char *at = address; *at != '\0'; at++) {
    gboolean encoded = *at == '%' && g_ascii_isxdigit (at[1]) && g_ascii_isxdigit (at[2]);
    if (encoded || g_ascii_isalnum (*at) || strchr ("-._~:/?#@!$&'()*+,;=", *at) != NULL)
      g_string_append_c (out, *at);
    else
      g_string_append_printf (out, "%%%02X", (guchar)*at);
  }
  if (!g_uri_split (out->str, G_URI_FLAGS_NONE, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL))
    return NULL;
  return gb_arena_strndup (arena, out->str, out->len);
}

/* The address in an attribute, @prefix put before it. */
static const char *
read_uri (Writer *writer, const Tag *tag, const char *name, const char *prefix)
{
  static const char *const references[][2]
    = { { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&#39;", "'" }, { "&amp;", "&" } };
  const char *value;
  gsize length;
  if (!find_attribute (tag, name, &value, &length))
    return NULL;
  g_autoptr (GString) address = g_string_new (prefix);
  g_string_append_len (address, value, (gssize)length);
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    g_string_replace (address, references[i][0], references[i][1], 0);
  return gb_akn_text_uri (writer->akn->scene->arena, address->str);
}

static void
write_link (Writer *writer, const Tag *tag)
{
  if (tag->close) {
    g_string_append (writer->out, writer->link);
    return;
  }
  const char *uri = has_class (tag, "num") ? NULL : read_uri (writer, tag, "href", "");
  writer->link = uri == NULL ? "" : "</ref>";
  if (uri == NULL)
    return;
  gb_append_literal (writer->out, "<ref");
  gb_akn_text_put_attribute (writer->out, "href", uri);
  gb_append_literal (writer->out, ">");
}

static void
write_image (Writer *writer, const Tag *tag)
{
  const char *uri = read_uri (writer, tag, "src", writer->akn->work);
  if (uri == NULL)
    return;
  gb_append_literal (writer->out, "<img");
  gb_akn_text_put_attribute (writer->out, "src", uri);
  copy_attribute (writer, tag, "alt");
  gb_append_literal (writer->out, "/>");
}

static void
write_table_tag (Writer *writer, const Tag *tag)
{
  GString *out = writer->out;
  gboolean is_cell = is_tag (tag, "td") || is_tag (tag, "th");
  if (is_cell && tag->close)
    gb_append_literal (out, "</p>");
  g_string_append (out, tag->close ? "</" : "<");
  gb_append (out, tag->name, tag->length);
  if (is_cell && !tag->close) {
    copy_attribute (writer, tag, "rowspan");
    copy_attribute (writer, tag, "colspan");
    copy_attribute (writer, tag, "class");
  }
  gb_append_literal (out, ">");
  if (is_cell && !tag->close)
    gb_append_literal (out, "<p>");
}

static void
write_paragraph_tag (Writer *writer, const Tag *tag)
{
  if (tag->close) {
    gb_append_literal (writer->out, "</p>");
    return;
  }
  gb_append_literal (writer->out, "<p");
  if (has_class (tag, "sign"))
    gb_append_literal (writer->out, " class=\"signature\"");
  else if (has_class (tag, "annexes") || has_class (tag, "note") || has_class (tag, "toc")
           || has_class (tag, "quoted"))
    copy_attribute (writer, tag, "class");
  gb_append_literal (writer->out, ">");
}

/* Returns where to go on. */
static const char *
write_tag (Writer *writer, const char *at)
{
  static const struct {
    const char *html;
    const char *open;
    const char *close;
  } same[] = {
    { "strong", "<b>", "</b>" },
    { "br", "<br/>", "" },
    { "h2", "<p class=\"title\"><docTitle>", "</docTitle></p>" },
  };
  static const char *const of_tables[] = { "table", "caption", "tr", "td", "th" };
  GString *out = writer->out;
  Tag tag = read_tag (at);
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    if (is_tag (&tag, same[i].html)) {
      g_string_append (out, tag.close ? same[i].close : same[i].open);
      return tag.end;
    }
  for (guint i = 0; i < G_N_ELEMENTS (of_tables); i++)
    if (is_tag (&tag, of_tables[i])) {
      write_table_tag (writer, &tag);
      return tag.end;
    }
  if (is_tag (&tag, "p")) {
    write_paragraph_tag (writer, &tag);
  } else if (is_tag (&tag, "a")) {
    write_link (writer, &tag);
  } else if (is_tag (&tag, "img")) {
    write_image (writer, &tag);
  }
  return tag.end;
}

/* Opens or closes the link of a mention that begins or ends at @offset. */
static void
write_mention_edge (Writer *writer, gsize offset)
{
  const GbAknText *akn = writer->akn;
  const GbText *text = akn->text;
  if (writer->linked && offset >= text->mentions[writer->mention].end) {
    gb_append_literal (writer->out, "</ref>");
    writer->linked = FALSE;
    writer->mention++;
  }
  while (writer->mention < text->n_mentions
         && (akn->hrefs[writer->mention] == NULL || text->mentions[writer->mention].start < offset))
    writer->mention++;
  if (writer->linked || writer->mention == text->n_mentions
      || text->mentions[writer->mention].start != offset)
    return;
  gb_append_literal (writer->out, "<ref");
  gb_akn_text_put_attribute (writer->out, "href", akn->hrefs[writer->mention]);
  gb_append_literal (writer->out, ">");
  writer->linked = TRUE;
}

/* The next place after @at, up to @end, at which a link of a mention begins or ends. */
static gsize
next_edge (const Writer *writer, gsize end)
{
  const GbText *text = writer->akn->text;
  if (writer->mention == text->n_mentions)
    return end;
  const GbMention *mention = &text->mentions[writer->mention];
  return MIN (end, writer->linked ? mention->end : mention->start);
}

/* The range of the HTML, whole elements, as XML. */
static void
write_range (Writer *writer, gsize start, gsize end)
{
  const char *html = writer->akn->text->html;
  gsize at = start;
  for (;;) {
    write_mention_edge (writer, at);
    if (at >= end)
      return;
    if (html[at] == '<') {
      at = (gsize)(write_tag (writer, html + at) - html);
      continue;
    }
    gsize stop = next_edge (writer, end);
    const char *tag = memchr (html + at, '<', stop - at);
    gsize to = tag == NULL ? stop : (gsize)(tag - html);
    gb_escape_xml_again (writer->out, html + at, (gssize)(to - at));
    at = to;
  }
}

/* -- structure: the blocks of a text as a tree of units -- */

typedef struct _Node Node;
struct _Node {
  const GbUnit *unit; /* NULL: words, or a 款 */
  guint kuan;         /* 款: which, from 1 */
  const char *anchor; /* of a unit or 款 */
  gsize start;        /* its own words, behind the label; of words the whole element */
  gsize end;
  gsize num; /* the label: from here to num_end */
  gsize num_end;
  gsize colon_end; /* behind the colon after the label, from num_end + "</a>"; 0: there is none */
  gboolean headed; /* its own words are a heading */
  gboolean colon;  /* and lead on to what follows */
  Node *parent;
  Node *first;
  Node *last;
  Node *next;
};

typedef struct {
  GbArena *arena;
  const GbText *text;
  Node **nodes; /* of each unit */
  Node *root;
  int open;   /* the innermost unit, or -1 */
  guint seen; /* units so far */
} Tree;

static Node *
add_node (Tree *tree, Node *parent)
{
  Node *node = gb_arena_new0 (tree->arena, Node);
  node->parent = parent;
  if (parent->last == NULL)
    parent->first = node;
  else
    parent->last->next = node;
  parent->last = node;
  return node;
}

static gboolean
is_structural (const Node *node)
{
  /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): callers have one. */
  return node->anchor != NULL;
}

/* Behind the element that begins at @at; tags of other names in it do not matter. */
static gsize
end_of_block (const char *html, gsize at)
{
  Tag tag = read_tag (html + at);
  Tag inner = tag;
  do
    inner = read_tag (strchr (inner.end, '<'));
  while (!inner.close || inner.length != tag.length
         || memcmp (inner.name, tag.name, tag.length) != 0);
  return (gsize)(inner.end - html);
}

/* Takes the label, with the colon of 附件：, off the front of the node's own words. */
static void
split_label (Node *node, const char *html)
{
  static const char label[] = "<a class=\"num\"";
  static const char *const separators[] = { "　", " ", "：", ":" };
  if (strncmp (html + node->start, label, strlen (label)) != 0)
    return;
  const char *num = strchr (html + node->start, '>') + 1;
  const char *end = strstr (num, "</a>");
  node->num = (gsize)(num - html);
  node->num_end = (gsize)(end - html);
  const char *at = end + strlen ("</a>");
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (at, separators[i])) {
      at += strlen (separators[i]);
      node->colon_end = i < 2 ? 0 : (gsize)(at - html);
      break;
    }
  node->start = MIN (node->end, (gsize)(at - html));
}

/* Sets the node's own words to what stands inside the element at @at…@end. */
static void
set_words (Node *node, const char *html, gsize at, gsize end)
{
  const char *open = strchr (html + at, '>') + 1;
  const char *close = html + end;
  while (*--close != '<')
    continue;
  node->start = (gsize)(open - html);
  node->end = (gsize)(close - html);
  node->headed = html[at + 1] == 'h';
  split_label (node, html);
  static const char colon[] = "：";
  gsize length = strlen (colon);
  node->colon
    = node->end - node->start >= length && memcmp (html + node->end - length, colon, length) == 0;
}

static const Node *
article_of (const Node *node)
{
  while (node != NULL && (node->unit == NULL || node->unit->kind != GB_UNIT_ARTICLE))
    node = node->parent;
  return node;
}

/* Where what comes next in @node goes: into the last 款 of an article. */
static Node *
inside (Node *node)
{
  if (node->unit != NULL && node->unit->kind == GB_UNIT_ARTICLE && node->last != NULL
      && node->last->kuan > 0)
    return node->last;
  return node;
}

static Node *
add_kuan (Tree *tree, Node *article)
{
  guint kuan = 1;
  for (const Node *node = article->first; node != NULL; node = node->next)
    kuan += node->kuan > 0;
  Node *node = add_node (tree, article);
  node->kuan = kuan;
  node->anchor = gb_arena_printf (tree->arena, "%s-kuan%u", article->anchor, kuan);
  return node;
}

static void
add_unit (Tree *tree, gsize at, gsize end)
{
  const GbUnit *unit = &tree->text->units[tree->seen];
  Node *parent = unit->parent < 0 ? tree->root : tree->nodes[unit->parent];
  Node *node = add_node (tree, inside (parent));
  node->unit = unit;
  node->anchor = unit->anchor;
  tree->nodes[tree->seen] = node;
  tree->open = (int)tree->seen++;
  if (unit->kind == GB_UNIT_COVER)
    return;
  set_words (node, tree->text->html, at, end);
  /* 第十五条　资金用途 is a heading; of any other article the words are its first 款. */
  if (unit->kind == GB_UNIT_ARTICLE && !node->headed && (unit->title == NULL || node->colon)) {
    Node *kuan = add_kuan (tree, node);
    kuan->start = node->start;
    kuan->end = node->end;
    node->start = node->end;
  }
}

/* Whether a paragraph behind @node, an item of an article, is none of it but a 款 of the article.
 */
static gboolean
is_kuan (const Tree *tree, const Node *article, const Node *node)
{
  for (; node != article; node = node->parent)
    if (node->unit != NULL && node->unit->title != NULL && !node->colon)
      return FALSE;
  /* What still comes of that item must not be torn from it. */
  if (tree->seen == tree->text->n_units)
    return TRUE;
  const GbUnit *next = &tree->text->units[tree->seen];
  return next->parent < 0 || &tree->text->units[next->parent] == article->unit
         || next->start >= article->unit->end;
}

/* A paragraph that is no unit, sign or aside. */
static gboolean
is_plain (const char *html)
{
  return g_str_has_prefix (html, "<p>") || g_str_has_prefix (html, "<p id=");
}

static void
add_words (Tree *tree, gsize at, gsize end)
{
  const char *html = tree->text->html;
  Node *node = tree->open < 0 ? tree->root : tree->nodes[tree->open];
  Node *article = (Node *)article_of (node);
  if (article != NULL && is_plain (html + at) && is_kuan (tree, article, node)) {
    set_words (add_kuan (tree, article), html, at, end);
    return;
  }
  /* Behind a 款 that came after the item, the item is over. */
  if (article != NULL && article->last != NULL && article->last->kuan > 0) {
    const Node *up = node;
    while (up != article && up != article->last)
      up = up->parent;
    if (up == article)
      node = article->last;
  }
  Node *words = add_node (tree, inside (node));
  words->start = at;
  words->end = end;
}

static void
read_blocks (Tree *tree)
{
  const GbText *text = tree->text;
  const char *html = text->html;
  gsize at = 0;
  while (at < text->html_length) {
    if (html[at] == '\n') {
      at++;
      continue;
    }
    while (tree->open >= 0 && text->units[tree->open].end <= at)
      tree->open = text->units[tree->open].parent;
    gboolean begins = tree->seen < text->n_units && text->units[tree->seen].start == at;
    Tag tag = read_tag (html + at);
    gboolean section = is_tag (&tag, "section");
    gsize inside_at = section ? (gsize)(tag.end - html) : at;
    gboolean cover = begins && text->units[tree->seen].kind == GB_UNIT_COVER;
    gsize end = section && (tag.close || cover) ? inside_at : end_of_block (html, inside_at);
    if (begins)
      add_unit (tree, inside_at, end);
    else if (!section)
      add_words (tree, at, end);
    at = end;
  }
}

static Node *
read_tree (const GbAknText *akn)
{
  Tree tree = {
    .arena = akn->scene->arena,
    .text = akn->text,
    .nodes = gb_arena_newv (akn->scene->arena, Node *, akn->text->n_units + 1),
    .root = gb_arena_new0 (akn->scene->arena, Node),
    .open = -1,
  };
  read_blocks (&tree);
  return tree.root;
}

/* -- writing -- */

static const char *
element_of (const Node *node, const char **ret_name)
{
  *ret_name = NULL;
  if (node->unit == NULL)
    return "paragraph";
  const char *label = node->unit->label;
  switch (node->unit->kind) {
  case GB_UNIT_CHAPTER:
    return strstr (label, "分编") != NULL   ? "division"
           : g_str_has_suffix (label, "编") ? "book"
                                            : "chapter";
  case GB_UNIT_DIVISION:
    return "section";
  case GB_UNIT_PART:
    return "part";
  case GB_UNIT_SECTION:
    return "level";
  case GB_UNIT_ARTICLE:
    return "article";
  case GB_UNIT_ITEM:
    return "point";
  case GB_UNIT_SUBITEM:
    return "indent";
  case GB_UNIT_COVER:
    *ret_name = "cover";
    break;
  case GB_UNIT_TITLE:
    *ret_name = "text";
    break;
  case GB_UNIT_HEADING:
  case GB_UNIT_ANNEX:
    *ret_name = "heading";
    break;
  }
  return "hcontainer";
}

static const Node *
first_structural (const Node *node)
{
  while (node != NULL && !is_structural (node))
    node = node->next;
  return node;
}

/* The words from @node up to the next unit, as blocks. */
static const Node *
write_words (Writer *writer, const Node *node)
{
  for (; node != NULL && !is_structural (node); node = node->next) {
    write_range (writer, node->start, node->end);
    gb_append_literal (writer->out, "\n");
  }
  return node;
}

static void
write_own_words (Writer *writer, const Node *node, const char *open, const char *close)
{
  g_string_append (writer->out, open);
  write_range (writer, node->start, node->end);
  g_string_append (writer->out, close);
}

static void write_unit (Writer *writer, const Node *node);

/* Words between units, which have no place there by themselves. */
static const Node *
write_words_between (Writer *writer, const Node *node, const char *anchor, guint *number)
{
  g_string_append_printf (writer->out, "<hcontainer name=\"words\" eId=\"%s%swords%u\"><content>\n",
                          anchor, *anchor == '\0' ? "" : "-", ++*number);
  node = write_words (writer, node);
  gb_append_literal (writer->out, "</content></hcontainer>\n");
  return node;
}

/* The units among the nodes from @node, with the words between them; returns the words behind the
 * last. */
static const Node *
write_units (Writer *writer, const Node *node, const char *anchor)
{
  guint number = 0;
  while (first_structural (node) != NULL) {
    if (is_structural (node)) {
      write_unit (writer, node);
      node = node->next;
    } else {
      node = write_words_between (writer, node, anchor, &number);
    }
  }
  return node;
}

static void
write_num (Writer *writer, const Node *node)
{
  if (node->num_end == node->num)
    return;
  gb_append_literal (writer->out, "<num>");
  gb_escape_xml_again (writer->out, writer->akn->text->html + node->num,
                       (gssize)(node->num_end - node->num));
  gsize colon = node->num_end + strlen ("</a>");
  if (node->colon_end > colon)
    gb_append (writer->out, writer->akn->text->html + colon, node->colon_end - colon);
  gb_append_literal (writer->out, "</num>\n");
}

/* Whether the words of the node itself are its heading. */
static gboolean
is_headed (const Node *node)
{
  return node->headed
         || (node->unit != NULL && node->unit->title != NULL && !node->colon
             && (node->first != NULL || node->unit->kind == GB_UNIT_ARTICLE));
}

static void
write_unit (Writer *writer, const Node *node)
{
  GString *out = writer->out;
  const char *name;
  const char *element = element_of (node, &name);
  gb_append_literal (out, "<");
  gb_append_text (out, element);
  if (name != NULL)
    gb_akn_text_put_attribute (out, "name", name);
  gb_akn_text_put_attribute (out, "eId", node->anchor);
  gb_append_literal (out, ">\n");
  write_num (writer, node);
  gboolean worded = node->end > node->start;
  if (worded && is_headed (node)) {
    write_own_words (writer, node, "<heading>", "</heading>\n");
    worded = FALSE;
  }
  const Node *rest = node->first;
  gboolean divided = first_structural (rest) != NULL;
  if (worded || (rest != NULL && !is_structural (rest))) {
    g_string_append (out, divided ? "<intro>\n" : "<content>\n");
    if (worded)
      write_own_words (writer, node, "<p>", "</p>\n");
    rest = write_words (writer, rest);
    g_string_append (out, divided ? "</intro>\n" : "</content>\n");
  }
  rest = write_units (writer, rest, node->anchor);
  if (rest != NULL) {
    gb_append_literal (out, "<wrapUp>\n");
    write_words (writer, rest);
    gb_append_literal (out, "</wrapUp>\n");
  }
  gb_append_literal (out, "</");
  gb_append_text (out, element);
  gb_append_literal (out, ">\n");
}

static void
write_annexes (Writer *writer, const Node *node)
{
  GString *out = writer->out;
  if (node == NULL)
    return;
  gb_append_literal (out, "<attachments>\n");
  for (; node != NULL; node = node->next) {
    gb_append_literal (out, "<attachment");
    gb_akn_text_put_attribute (out, "eId", node->anchor);
    gb_append_literal (out, ">\n");
    write_num (writer, node);
    if (node->end > node->start)
      write_own_words (writer, node, "<heading>", "</heading>\n");
    gb_append_literal (out, "<doc name=\"annex\">\n");
    writer->akn->put_annex_meta (writer->akn->data, node->anchor);
    gb_append_literal (out, "<mainBody>\n");
    const Node *rest = node->first;
    if (rest == NULL)
      gb_append_literal (out, "<p/>\n");
    while (rest != NULL) {
      if (is_structural (rest)) {
        write_unit (writer, rest);
        rest = rest->next;
      } else {
        rest = write_words (writer, rest);
      }
    }
    gb_append_literal (out, "</mainBody>\n</doc>\n</attachment>\n");
  }
  gb_append_literal (out, "</attachments>\n");
}

/* The title, behind the words that stand over it. */
static const Node *
write_preface (Writer *writer, const Node *node)
{
  GString *out = writer->out;
  gb_append_literal (out, "<preface>\n");
  node = write_words (writer, node);
  if (node != NULL) {
    gb_append_literal (out, "<p class=\"title\"><docTitle");
    gb_akn_text_put_attribute (out, "eId", node->anchor);
    gb_append_literal (out, ">");
    write_own_words (writer, node, "", "</docTitle></p>\n");
  } else {
    gb_append_literal (out, "<p class=\"title\"><docTitle>");
    gb_escape_xml (out, writer->akn->title, -1);
    gb_append_literal (out, "</docTitle></p>\n");
  }
  gb_append_literal (out, "</preface>\n");
  return node;
}

static void
write_body (Writer *writer, const Node *node)
{
  const GbAknText *akn = writer->akn;
  GString *out = writer->out;
  gb_append_literal (out, "<body");
  if (akn->period != NULL)
    g_string_append_printf (out, " period=\"#%s\"", akn->period);
  gb_append_literal (out, ">\n");
  guint number = 0;
  if (node == NULL)
    gb_append_literal (out, "<hcontainer name=\"words\" eId=\"words1\"/>\n");
  else if (first_structural (node) == NULL)
    node = write_words_between (writer, node, "", &number);
  node = write_units (writer, node, "");
  gb_append_literal (out, "</body>\n");
  if (node == NULL)
    return;
  gb_append_literal (out, "<conclusions>\n");
  write_words (writer, node);
  gb_append_literal (out, "</conclusions>\n");
}

static gboolean
is_kind (const Node *node, GbUnitKind kind)
{
  return node != NULL && node->unit != NULL && node->unit->kind == kind;
}

/* Cuts what comes behind the first text off the tree: its annexes, and further texts, unless a
 * covering notice makes all of them parts of one body. */
static Node *
take_annexes (Node *root)
{
  const Node *top = first_structural (root->first);
  Node **at = &root->first;
  while (*at != NULL && !is_kind (*at, GB_UNIT_ANNEX)
         && (*at == top || !is_kind (top, GB_UNIT_TITLE) || !is_kind (*at, GB_UNIT_TITLE)))
    at = &(*at)->next;
  Node *annexes = *at;
  *at = NULL;
  return annexes;
}

void
gb_akn_text_write (const GbAknText *akn)
{
  Writer writer = { .akn = akn, .out = akn->out };
  Node *root = read_tree (akn);
  const Node *annexes = take_annexes (root);
  const Node *top = first_structural (root->first);
  const Node *body = root->first;
  gboolean titled = top != NULL && top->unit->kind == GB_UNIT_TITLE;
  if (titled) {
    (void)write_preface (&writer, root->first);
    body = top->first;
  } else if (top == NULL || top->unit->kind != GB_UNIT_COVER) {
    (void)write_preface (&writer, NULL);
  }
  write_body (&writer, body);
  write_annexes (&writer, annexes);
}
