/* The sites that sites.sh has made, their files, and the kind of each page.

   A kind is a template with its own looks.  Each page must be of one kind: who adds a page to the site
   adds a line to KINDS, and every test that goes through the kinds looks at it from then on. */
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const ROOT = path.resolve(__dirname, "../../..");
const SITES = path.resolve(ROOT, process.env.BUILD || "build", "browser/sites");

/* The first that fits the path, from the root of the site and without en/. */
const DAY = "\\d{4}(-\\d{2}(-\\d{2})?)?";
const KINDS = [
  ["home", "index\\.html"],
  ["missing", "404\\.html"],
  ["policies", "policies/"],
  ["facets", "policies/(year|issuer|topic|status)/"],
  ["facet", "policies/(year|issuer|topic|status)/[^/]+/"],
  ["policy", "policies/[^/]+/"],
  ["version", `policies/[^/]+/versions/${DAY}/`],
  ["compare", "policies/[^/]+/compare/[^/]+/"],
  ["interpretation", "policies/[^/]+/interpretation/"],
  ["registries", "registries/"],
  ["registry", "registries/[^/]+/"],
  ["entry", "registries/[^/]+/entries/[^/]+/"],
  ["registry-day", "registries/[^/]+/on/[^/]+/"],
  ["roster", "registries/[^/]+/compare/[^/]+/"],
  ["notices", "notices/"],
  ["notice", "notices/[^/]+/"],
  ["calendar", "calendar/"],
  ["calendar-year", "calendar/\\d{4}/"],
  ["data", "data/"],
  ["dictionary", "data/dictionary/"],
  ["changes", "changes/(\\d{4}/)?"],
  ["change", "changes/[0-9a-f]{12}/"],
  ["revisions", "(policies|notices|registries)/[^/]+/revisions/"],
  ["revision", "(policies|notices|registries)/[^/]+/revisions/\\d+/"],
  ["verify", "verify/"],
  ["text", "(about|help)/"],
  ["withdrawn", "hotline/"]
].map(([name, pattern]) => [name, new RegExp(`^${pattern}${/html$/.test(pattern) ? "" : "index\\.html"}$`)]);

function walk(folder, under = "") {
  return fs.readdirSync(path.join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const name = under + entry.name;
    return entry.isDirectory() ? walk(folder, `${name}/`) : [name];
  });
}

/* One site: `name`, `folder`, `day`, `files` (paths), `pages` [{site, path, lang, kind, size, html ()}]. */
function site(name) {
  const folder = path.join(SITES, name);
  const files = walk(folder).sort();
  const all = files.filter((file) => file.endsWith(".html"));
  const day = JSON.parse(fs.readFileSync(path.join(folder, "publication.json"), "utf8")).as_of;
  const found = { name, folder, day, files };
  found.pages = all.map((file) => {
    const english = file.startsWith("en/");
    const bare = english ? file.slice(3) : file;
    const kind = KINDS.find(([, pattern]) => pattern.test(bare));
    return {
      site: name,
      path: file,
      lang: english ? "en" : "zh-CN",
      kind: kind ? kind[0] : null,
      size: fs.statSync(path.join(folder, file)).size,
      html: () => fs.readFileSync(path.join(folder, file), "utf8")
    };
  });
  return found;
}

const sites = ["example", "real", "record"].map(site);
const pages = sites.flatMap((one) => one.pages);

const today = sites.map((one) => one.day).sort().pop();

const classes = (page) => new Set([...page.html().matchAll(/ class="([^"]+)"/g)].flatMap(([, all]) => all.split(" ")));

/* samples (LANG): for each kind the page with the most in it, of whichever site; then pages with what
   none of those has, so that every class of the style sheet, and with it every status, is among them. */
function samples(lang = "zh-CN") {
  const all = pages.filter((page) => page.lang === lang).sort((a, b) => b.size - a.size);
  const chosen = KINDS.map(([kind]) => all.find((page) => page.kind === kind)).filter(Boolean);
  const covered = new Set(chosen.flatMap((page) => [...classes(page)]));
  for (const page of all) {
    const more = [...classes(page)].filter((one) => !covered.has(one));
    if (more.length === 0) continue;
    chosen.push(page);
    more.forEach((one) => covered.add(one));
  }
  return chosen;
}

/* Where a page is, for messages. */
const name = (page) => `${page.site}/${page.path.replace(/index\.html$/, "")}`;

module.exports = { ROOT, KINDS, sites, today, pages, samples, name };
