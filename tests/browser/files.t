#!/usr/bin/env node
// The files of the sites: valid HTML and CSS, links that lead somewhere, a strict policy in every page,
// nothing in the way of the first view.
"use strict";
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const zlib = require("node:zlib");
const { test, ok, is, none } = require("./lib/tap");
const { sites, pages, name } = require("./lib/sites");

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; " +
  "base-uri 'none'";

/* ---- HTML, well enough for what the generator writes (the Nu checker has looked at it before) ---- */

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const decode = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, entity) => ENTITIES[entity]);

/* [{tag, ATTRIBUTE…}] of every element; none is passed over. */
function elements(html) {
  const found = [];
  const body = html.replace(/(<script type="application\/ld\+json">).*?(?=<\/script>)/gs, "$1");
  for (const [, tag, rest] of body.matchAll(/<([a-z][a-z0-9]*)((?:\s+[\w:.-]+(?:="[^"]*")?)*)\s*\/?>/gi)) {
    const element = { tag };
    for (const [, key, value] of rest.matchAll(/([\w:.-]+)(?:="([^"]*)")?/g)) element[key] = decode(value || "");
    found.push(element);
  }
  if (found.length !== body.match(/<[a-z]/gi).length) throw new Error(`not understood: ${body}`);
  return found;
}

const seen = new Map(); // page → elements
for (const page of pages) seen.set(page, elements(page.html()));

/* ---- Links ---- */

/* What is wrong with the links of one site, also those that name it by its full address. */
function broken(site) {
  const base = site.base;
  const files = new Set(site.files);
  const ids = new Map(
    site.pages.map((page) => [page.path, new Set(seen.get(page).flatMap((one) => (one.id ? [one.id] : [])))])
  );
  const wrong = [];
  let count = 0;

  /* LINK as it stands in the file FROM. */
  function follow(from, link) {
    count++;
    const here = new URL(from.split("/").map(encodeURIComponent).join("/"), base);
    let url;
    try {
      url = new URL(link, here);
    } catch {
      return wrong.push(`${site.name}/${from}: ${link} is no address`);
    }
    if (url.href.endsWith(".git")) return; // the record itself is no part of the site
    if (from.endsWith("/akn.xml") && link.startsWith("/akn/")) return; // a name, as Akoma Ntoso has them
    if (!url.href.startsWith(base)) {
      if (!["http:", "https:", "mailto:", "tel:", "webcal:"].includes(url.protocol))
        wrong.push(`${site.name}/${from}: ${link}`);
      return;
    }
    let file = decodeURIComponent(url.href.slice(base.length).replace(/[?#].*$/s, ""));
    if (file === "" || file.endsWith("/")) file += "index.html";
    if (!files.has(file)) return wrong.push(`${site.name}/${from}: ${link}: there is no ${file}`);
    const fragment = decodeURIComponent(url.hash.slice(1));
    if (fragment && ids.has(file) && !ids.get(file).has(fragment))
      wrong.push(`${site.name}/${from}: ${link}: ${file} has no ${fragment}`);
  }

  for (const page of site.pages) {
    for (const one of seen.get(page)) {
      for (const key of ["href", "src", "action", "data", "poster"]) {
        if (key in one) follow(page.path, one[key]);
      }
      for (const key of ["for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list"]) {
        for (const id of (one[key] || "").split(/\s+/).filter(Boolean)) {
          if (!ids.get(page.path).has(id)) wrong.push(`${name(page)}: ${key}="${id}"`);
        }
      }
    }
  }
  for (const file of site.files) {
    const text = () => fs.readFileSync(path.join(site.folder, file), "utf8");
    if (file.endsWith(".css")) {
      for (const [, link] of text().matchAll(/url\(["']?([^"')]+)["']?\)/g)) follow(file, link);
    } else if (file.endsWith(".xml")) {
      for (const [, link] of text().matchAll(/\s(?:href|src|template)="([^"{]*)"/g)) follow(file, decode(link));
    } else if (file.endsWith(".svg")) {
      for (const [, link] of text().matchAll(/\shref="([^"]*)"/g)) follow(file, decode(link));
    }
  }
  ok(count > site.pages.length * 10, `${site.name}: ${count} links were followed`);
  return wrong;
}

/* ---- The first view ---- */

const zipped = (file) => zlib.gzipSync(fs.readFileSync(file), { level: 6 }).length;

/* The files that PAGE itself asks for: style sheets, scripts, icon. */
function first(site, page) {
  return seen
    .get(page)
    .flatMap((one) => {
      if (one.tag === "link" && /^(stylesheet|icon|preload)$/.test(one.rel)) return [one.href];
      return (one.tag === "script" || one.tag === "img") && one.src ? [one.src] : [];
    })
    .map((link) => path.join(site.folder, decodeURIComponent(new URL(link, `http://site/${page.path}`).pathname)));
}

/* What would keep PAGE from being shown. */
function blocking(page) {
  const sheets = seen.get(page).filter((one) => one.tag === "link" && one.rel === "stylesheet");
  const scripts = seen
    .get(page)
    .filter((one) => one.tag === "script" && one.type !== "application/ld+json" && !("defer" in one && one.src));
  const wrong = [];
  if (sheets.length !== 1) wrong.push(`${name(page)}: ${sheets.length} style sheets`);
  if (scripts.length > 0) wrong.push(`${name(page)}: ${JSON.stringify(scripts[0])}`);
  return wrong;
}

/* What the policy would refuse, and where the policy is not the one there should be, before all else. */
function loose(page) {
  const all = seen.get(page);
  const at = all.findIndex((one) => one["http-equiv"] === "Content-Security-Policy");
  const wrong = [];
  if (at < 0 || all[at].content !== POLICY) wrong.push(`${name(page)}: ${at < 0 ? "none" : all[at].content}`);
  const early = all.slice(0, at).find((one) => one.src || (one.tag === "link" && one.href));
  if (early) wrong.push(`${name(page)}: ${early.tag} before the policy`);
  for (const one of all) {
    const inline = Object.keys(one).find((key) => key === "style" || /^on/.test(key));
    if (inline || one.tag === "style") wrong.push(`${name(page)}: ${one.tag} ${inline || ""}`);
  }
  return wrong;
}

test(async () => {
  for (const site of sites) {
    const home = site.pages.find((page) => page.path === "index.html");
    site.base = seen.get(home).find((one) => one.rel === "canonical").href;
  }

  // The advice to give each section and article a heading of its own does not fit the articles of a text;
  // the policy is tested in the browser, where 'self' is not file:.
  // What language a page might be in is guessed by chance, differently from run to run.
  // A block of data is no script: HTML, "prepare the script element", ends with it before it asks the policy.
  const data = (one) => /^Inline script violates/.test(one.message) && one.extract.includes('<script type="application/ld+json">');
  const advice = /^Resource violates Content Security Policy|^(Section|Article) lacks heading/;
  const vnu = path.join(path.dirname(require.resolve("vnu-jar/package.json")), "build/dist/vnu.jar");
  const run = spawnSync(
    "java",
    ["-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-jar", vnu, "--no-langdetect", "--format", "json", "--skip-non-html", "--also-check-css", "--also-check-svg"].concat(
      sites.map((site) => site.folder)
    ),
    { encoding: "utf8", maxBuffer: 1 << 28 }
  );
  const messages = JSON.parse(run.stderr || "null").messages;
  is(run.status, 0, "the Nu checker has checked all HTML, CSS and SVG");
  none(
    messages
      .filter((one) => one.type === "error" || (one.subType === "warning" && !advice.test(one.message) && !data(one)))
      .map((one) => `${one.url}:${one.lastLine}: ${one.message} ${one.extract || ""}`),
    "and finds no fault"
  );

  for (const site of sites) none(broken(site), `${site.name}: every link and fragment leads somewhere`);
  none(pages.flatMap(loose), `the same strict Content-Security-Policy in ${pages.length} pages, nothing inline`);
  none(pages.flatMap(blocking), "nothing keeps a page from being shown but one style sheet");

  const heavy = sites
    .flatMap((site) => site.pages.filter((page) => page.kind === "policy").map((page) => [site, page]))
    .map(([site, page]) => [
      [path.join(site.folder, page.path), ...first(site, page)].reduce((sum, file) => sum + zipped(file), 0),
      page
    ])
    .sort((a, b) => b[0] - a[0])[0];
  ok(
    heavy[0] < 60000,
    `the first view of a policy is at most ${heavy[0]} bytes compressed (${name(heavy[1])}), under 60 KB`
  );
});
