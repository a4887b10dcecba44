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
  ["criteria", "criteria/"],
  ["roll", "registries/[^/]+/by/[^/]+/[^/]+/"],
  ["registry", "registries/[^/]+/"],
  ["entry", "registries/[^/]+/entries/[^/]+/"],
  ["registry-day", "registries/[^/]+/on/[^/]+/"],
  ["roster", "registries/[^/]+/compare/[^/]+/"],
  ["notices", "notices/"],
  ["notice", "notices/[^/]+/"],
  ["calendar", "calendar/"],
  ["calendar-year", "calendar/\\d{4}/"],
  ["subscribe", "subscribe/(page/\\d+/)?"],
  ["search", "search/"],
  ["inventory", "index/([^/]+/[^/]+/(page/\\d+/)?)?"],
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

/* The pages of one language, those with the most variety first. */
function ranked(lang) {
  return pages
    .filter((page) => page.lang === lang)
    .map((page) => ({
      page,
      classes: new Set([...page.html().matchAll(/ class="([^"]+)"/g)].flatMap(([, names]) => names.split(" ")))
    }))
    .sort((a, b) => b.classes.size - a.classes.size || a.page.size - b.page.size);
}

const firsts = (all) => KINDS.map(([kind]) => all.find((one) => one.page.kind === kind)).filter(Boolean);

/* kinds (LANG): for each kind the page with the most variety, of whichever site. */
const kinds = (lang) => firsts(ranked(lang)).map((one) => one.page);

/* samples (LANG): those, and pages with what none of them has, so that every class of the style sheet,
   and with it every status, is among them. */
function samples(lang) {
  const all = ranked(lang);
  const chosen = firsts(all);
  const covered = new Set(chosen.flatMap((one) => [...one.classes]));
  for (const one of all) {
    const more = [...one.classes].filter((name) => !covered.has(name));
    if (more.length > 0) chosen.push(one);
    more.forEach((name) => covered.add(name));
  }
  return chosen.map((one) => one.page);
}

/* Where a page is, for messages. */
const name = (page) => `${page.site}/${page.path.replace(/index\.html$/, "")}`;

module.exports = { ROOT, KINDS, sites, today, pages, kinds, samples, name };
