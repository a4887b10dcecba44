#include "source/reserved.h"

const char *const gb_reserved_pages[]
  = { "404",     "assets",   "calendar",   "changes", "criteria",  "data",   "en",    "index",
      "notices", "policies", "registries", "search",  "subscribe", "verify", "zh-cn", NULL };

const char *const gb_reserved_policies[] = { "issuer", "status", "topic", "year", NULL };

const char *const gb_reserved_attachments[]
  = { "akn.xml",        "calendar.ics", "compare",    "feed.json", "feed.xml", "index.html",
      "interpretation", "policy.md",    "policy.txt", "revisions", "versions", NULL };
