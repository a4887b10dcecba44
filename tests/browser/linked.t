#!/usr/bin/env node
// JSON-LD: every block of every page is JSON, its things have the types of schema.org (schema-dts, checked by
// TypeScript), its dates and addresses are such, what it names is there, and it says what the page says.
"use strict";
const assert = require("node:assert");
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { test, ok, is, none } = require("./lib/tap");
const { sites, pages, name } = require("./lib/sites");

const BLOCK = /<script type="application\/ld\+json">(.*?)<\/script>/gs;
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TYPES = ["BreadcrumbList", "Dataset", "Legislation", "SearchAction", "WebSite", "WithActionConstraints"];

/* [{page, graph}] */
function read() {
  const wrong = [];
  const blocks = [];
  for (const page of pages) {
    const found = [...page.html().matchAll(BLOCK)].map((match) => match[1]);
    if (found.length > 1) wrong.push(`${name(page)}: ${found.length} blocks`);
    for (const text of found) {
      if (/[<>&]/.test(text)) wrong.push(`${name(page)}: not escaped`);
      try {
        const block = JSON.parse(text);
        if (block["@context"] !== "https://schema.org") wrong.push(`${name(page)}: no context`);
        blocks.push({ page, graph: block["@graph"] });
      } catch (error) {
        wrong.push(`${name(page)}: ${error.message}`);
      }
    }
  }
  none(wrong, "each block is JSON in the vocabulary of schema.org, one a page, with nothing that could end it");
  return blocks;
}

/* Each [key, value, owner] below a thing. */
function* values(thing) {
  for (const [key, value] of Object.entries(thing))
    for (const one of Array.isArray(value) ? value : [value]) {
      yield [key, one, thing];
      if (one !== null && typeof one === "object") yield* values(one);
    }
}

const real = (date) => DATE.test(date) && new Date(date).toISOString().startsWith(date);

function wrongDate(key, value) {
  if (/^(date|legislationDate|expires)/.test(key)) return !real(value);
  if (key !== "temporalCoverage") return false;
  const [first, last, more] = value.split("/");
  // ISO 8601 has years and months too: what is known to the year begins in the year.
  const begins = /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(first) || real(first);
  return more !== undefined || !begins || (last !== ".." && (!real(last) || last < first));
}

function isAddress(value) {
  try {
    return /^https?:$/.test(new URL(value).protocol) && !/[^\x21-\x7e]/.test(value);
  } catch {
    return false;
  }
}

/* Where an address of the site leads; null: elsewhere. */
function fileOf(page, value) {
  const site = sites.find((one) => one.name === page.site);
  if (!site.base)
    site.base = site.pages.find((one) => one.path === "index.html").html()
      .match(/<link rel="canonical" href="([^"]*)"/)[1];
  if (!value.startsWith(site.base)) return null;
  const file = decodeURIComponent(value.slice(site.base.length));
  return file === "" || file.endsWith("/") ? `${file}index.html` : file;
}

const addressed = ["@id", "url", "contentUrl", "item"];

function lookAt({ page, graph }, wrong) {
  const site = sites.find((one) => one.name === page.site);
  const files = (site.known ??= new Set(site.files));
  for (const thing of graph)
    for (const [key, value, owner] of values(thing)) {
      const say = (what) => wrong.push(`${name(page)}: ${key} of a ${owner["@type"]}: ${what}: ${JSON.stringify(value)}`);
      if (value === null || value === "") say("nothing");
      if (typeof value === "string" && wrongDate(key, value)) say("no date");
      if (!addressed.includes(key)) continue;
      if (!isAddress(value)) say("no address");
      const file = fileOf(page, value);
      if (file !== null && !files.has(file)) say("leads nowhere");
    }
}

/* A search asked for as the home page says leads to the search page in its language. */
function search({ page, graph }) {
  const site = graph.find((thing) => thing["@type"] === "WebSite");
  if (page.kind !== "home" || !site) return [];
  const { "@type": type, target, "query-input": input } = site.potentialAction ?? {};
  const word = /^required name=(\w+)$/.exec(input)?.[1];
  const asked = target?.urlTemplate.replace(`{${word}}`, encodeURIComponent("集群"));
  const folder = page.path.slice(0, -"index.html".length);
  const wrong = [];
  if (type !== "SearchAction" || !isAddress(asked)) wrong.push(`${name(page)}: no search: ${asked}`);
  else if (fileOf(page, asked.split("?")[0]) !== `${folder}search/index.html`) wrong.push(`${name(page)}: searches elsewhere: ${asked}`);
  else if (new URL(asked).searchParams.get("q") !== "集群") wrong.push(`${name(page)}: asks for something else: ${asked}`);
  if (site.inLanguage !== page.lang) wrong.push(`${name(page)}: in ${site.inLanguage}`);
  return wrong;
}

/* What pages of a kind must say. */
function expected(page) {
  const types = { home: "WebSite", policy: "Legislation", version: "Legislation", data: "Dataset" };
  if (page.kind === "registry" && !/\/page\//.test(page.path)) return "Dataset";
  return types[page.kind];
}

function saysWhatThePageSays({ page, graph }, wrong) {
  const say = (what) => wrong.push(`${name(page)}: ${what}`);
  const steps = graph.find((thing) => thing["@type"] === "BreadcrumbList")?.itemListElement;
  if (steps) {
    if (steps.some((step, i) => step.position !== i + 1)) say("steps are not counted from 1");
    if (fileOf(page, steps.at(-1).item) !== page.path) say("the way leads elsewhere");
    const shown = [...page.html().matchAll(/<nav class="path.*?<\/nav>/gs)].flatMap(([nav]) => [...nav.matchAll(/<li>/g)]);
    if (shown.length !== steps.length - 1) say("the way has other steps than the page");
  }
  if (page.kind === "version") {
    const text = graph.find((thing) => thing["@type"] === "Legislation");
    const state = /<p class="fact s-(\w+)"/.exec(page.html())[1];
    const isForce = text.legislationLegalForce["@id"].endsWith("/InForce");
    if (isForce && state !== "current") say("a text of another time is in force");
  }
  if (page.kind !== "policy") return;
  const policy = graph.find((thing) => thing["@type"] === "Legislation");
  const state = /<p class="fact s-([\w-]+)"/.exec(page.html())[1];
  const force = policy.legislationLegalForce?.["@id"];
  // Of a policy whose day of effect is not on record nobody knows whether it is in force.
  const forces = { "in-force": "https://schema.org/InForce", "effect-not-recorded": undefined };
  const wanted = state in forces ? forces[state] : "https://schema.org/NotInForce";
  if (force !== wanted) say(`the page shows another force than ${force}`);
  const of = (type) => policy.encoding.find((one) => one.encodingFormat === type)?.contentUrl;
  if (fileOf(page, of("text/html")) !== page.path) say("its HTML is another page");
  const akn = page.path.replace(/^en\//, "").replace(/index\.html$/, "akn.xml");
  if (fileOf(page, of("application/akn+xml")) !== akn) say("its XML is another file");
}

/* -- types -- */

/* What types look at: texts are alike, but for the names of types. */
function shape(value, key) {
  if (Array.isArray(value)) return value.map((one) => shape(one, key));
  if (value === null || typeof value !== "object") return typeof value === "string" && key !== "@type" ? "" : value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shape(one, name)]));
}

/* schema-dts has no "@reverse": what stands under it is a thing that has the property itself. */
function* plain(thing) {
  const { "@reverse": reverse, potentialAction: action, ...rest } = thing;
  yield rest;
  if (action) yield action;
  for (const [key, others] of Object.entries(reverse ?? {}))
    for (const other of others) yield { ...other, [key]: { "@type": thing["@type"], "@id": "" } };
}

/* An input of an action is no property of its own: schema-dts knows them by another type. */
const typeOf = (thing) =>
  thing["@type"] === "SearchAction" ? "WithActionConstraints<SearchAction>" : thing["@type"];

const FAULTS = [
  ["a misspelt property", "Legislation", { "@type": "Legislation", legislationNumber: "" }],
  ["a place that passes laws", "Legislation", { "@type": "Legislation", legislationPassedBy: { "@type": "Place", name: "" } }],
  ["a law as a download", "Dataset", { "@type": "Dataset", distribution: { "@type": "Legislation", name: "" } }],
  ["a search without words", "WithActionConstraints<SearchAction>", { "@type": "SearchAction", "query-inputs": "" }],
  ["a number for a title", "Legislation", { "@type": "Legislation", name: 1 }]
];

function checkTypes(blocks) {
  const shapes = new Set(blocks.flatMap(({ graph }) => graph.flatMap((thing) => [...plain(thing)]))
    .map((thing) => JSON.stringify(shape(thing))));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "linked-"));
  try {
    fs.symlinkSync(path.join(__dirname, "node_modules"), path.join(folder, "node_modules"));
    const lines = [`import type { ${TYPES.join(", ")} } from "schema-dts";`];
    for (const text of [...shapes].sort())
      lines.push(`export const t${lines.length}: ${typeOf(JSON.parse(text))} = ${text};`);
    for (const [, type, fault] of FAULTS)
      lines.push("// @ts-expect-error", `export const t${lines.length}: ${type} = ${JSON.stringify(fault)};`);
    fs.writeFileSync(path.join(folder, "things.ts"), `${lines.join("\n")}\n`);
    const tsc = path.join(__dirname, "node_modules/typescript/bin/tsc");
    const options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--moduleResolution", "nodenext"];
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, "things.ts"], { cwd: folder, encoding: "utf8" });
    ok(status === 0, `${shapes.size} shapes have the types of schema.org, and ${FAULTS.length} planted faults have not`,
      ...stdout.split("\n").slice(0, 20));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/* -- one policy, by hand from its source -- */

const home = "https://gongbao.example.com/policies/";
const MEASURES = {
  "@type": "Legislation",
  "@id": `${home}cluster-measures-2024/`,
  name: "示例市特色产业集群认定管理办法",
  inLanguage: "zh-CN",
  legislationIdentifier: ["示产规〔2024〕6号", "SLGF-2024-006"],
  legislationType: "规范性文件",
  legislationDate: "2024-12-10",
  datePublished: "2024-12-13",
  legislationDateOfApplicability: "2025-01-01",
  legislationDateVersion: "2026-05-01",
  temporalCoverage: "2025-01-01/2029-12-31", // five years
  expires: "2029-12-31",
  legislationLegalForce: { "@id": "https://schema.org/InForce" },
  legislationPassedBy: [
    { "@type": "GovernmentOrganization", name: "示例市产业发展局", alternateName: "示例市产业局" },
    { "@type": "GovernmentOrganization", name: "示例市财政局（示例）", alternateName: "示例市财政局" }
  ],
  legislationJurisdiction: { "@type": "AdministrativeArea", name: "示例省示例市" },
  keywords: ["特色产业集群", "认定", "复核"],
  isBasedOn: [{ "@type": "Legislation", name: "示例省产业促进条例（示例）" }],
  legislationRepeals: [
    {
      "@type": "Legislation",
      "@id": `${home}cluster-measures-2022/`,
      name: "示例市特色产业集群认定管理办法（试行）",
      legislationIdentifier: "示产规〔2022〕2号"
    }
  ],
  "@reverse": {
    legislationAmends: [
      {
        "@type": "Legislation",
        "@id": `${home}cluster-amendment-2026/`,
        name: "关于修改《示例市特色产业集群认定管理办法》的决定",
        legislationIdentifier: "示产规〔2026〕3号"
      }
    ]
  },
  associatedMedia: [
    {
      "@type": "MediaObject",
      name: "申报表格式（示例）",
      contentUrl: `${home}cluster-measures-2024/application-form.txt`
    },
    {
      "@type": "MediaObject",
      name: "评审指标（可下载的表格）",
      contentUrl: `${home}cluster-measures-2024/score-items.csv`
    }
  ]
};

test(async () => {
  const blocks = read();
  const said = new Map(blocks.map((block) => [block.page, block.graph]));
  none(
    pages.filter((page) => expected(page) && !said.get(page)?.some((thing) => thing["@type"] === expected(page))).map(name),
    "policies, texts, registries, data and home page say what they are"
  );
  none(
    pages.filter((page) => page.path.includes("/") && !/^(home|missing)$/.test(page.kind) && !/^en\/index/.test(page.path))
      .filter((page) => {
        const way = said.get(page)?.some((thing) => thing["@type"] === "BreadcrumbList") ?? false;
        return way === page.html().includes('<meta name="robots" content="noindex">');
      })
      .map(name),
    "every page below the home page that search engines may show says the way to it, and no other"
  );
  const wrong = [];
  for (const block of blocks) lookAt(block, wrong);
  none(wrong, "dates are dates, addresses are addresses, and what is of the site is there");
  const other = [];
  for (const block of blocks) saysWhatThePageSays(block, other);
  none(other, "they say what the pages say");
  none(blocks.flatMap(search), "the home pages say how to search, each in its language");
  is(blocks.filter(({ page }) => page.kind === "home").length, 5, "of which there are some");
  checkTypes(blocks);

  const page = pages.find((one) => one.site === "example" && one.path === "policies/cluster-measures-2024/index.html");
  const { encoding, ...policy } = said.get(page)[0];
  let same = true;
  try {
    assert.deepStrictEqual(policy, MEASURES);
  } catch (error) {
    same = error.message;
  }
  ok(same === true, "one policy, worked out by hand", same);
  is(encoding.length >= 2, true, "with its files");
});
