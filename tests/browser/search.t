#!/usr/bin/env node
// Full text: what is found beside plain substring search, what it costs, and a reader who searches.
"use strict";
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const zlib = require("node:zlib");
const { execFileSync } = require("node:child_process");
const { test, ok, is, none } = require("./lib/tap");
const { ROOT, sites } = require("./lib/sites");
const { start } = require("./lib/browser");
const { measure, load, texts } = require("./lib/search");

const BUILD = path.resolve(ROOT, process.env.BUILD || "build");

/* What people ask for, in the real content. */
const ASKED = ["7个工作日", "７个 工作日", "〔2023〕4号", "[2023]4号", "有效期为三年", "2026年", "3月31日", "特色产业集群", "主导产业", "小榄"];

function report(name, result) {
  const { queries, documents, recall, precision, sure, mean, most } = result;
  console.log(
    `# ${name}: ${queries} phrases in ${documents} documents: recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)}, ` +
      `${(100 * sure).toFixed(0)} % counted exactly, ` +
      `${(mean / 1000).toFixed(1)} KB on average, ${(most / 1000).toFixed(1)} KB at most`
  );
}

async function figures() {
  for (const site of sites.filter((one) => one.name !== "record")) {
    const result = await measure(site.folder, 700);
    report(site.name, result);
    none(result.misses, `${site.name}: everything is found`);
    ok(result.precision >= 0.99, `${site.name}: of what is counted at least 99 in 100 is right`, result.precision);
    is(result.wrong, 0, `${site.name}: what is shown holds the words, what is left out does not, and a number said to be certain is`);
    ok(result.mean <= 15000 && result.most <= 20000, `${site.name}: at most 20 KB are fetched`, result.mean, result.most);
  }
  const real = sites.find((one) => one.name === "real").folder;
  const asked = await measure(real, ASKED.filter((query) => !query.includes(" ")));
  none(asked.misses, "numbers, dates and document numbers are found");
  is(asked.recall, 1, "all of them");

  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "search-"));
  try {
    execFileSync(path.join(BUILD, "tests/bench/corpus"), ["300", path.join(folder, "in")], { cwd: ROOT });
    execFileSync(path.join(BUILD, "gongbao"), ["build", "-C", path.join(folder, "in"), "--out", path.join(folder, "out"), "--as-of", "2025-12-31"], { stdio: "ignore" });
    const made = await measure(path.join(folder, "out"), 200);
    report("generated", made);
    none(made.misses, "generated: everything is found");
    is(made.wrong, 0, "generated: what is shown holds the words");
    ok(made.most <= 60000, "generated: at most 60 KB are fetched", made.most);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/* What is searched is what stands on the pages. */
function same() {
  for (const site of sites.filter((one) => one.name !== "record")) {
    const { fold } = load(site.folder);
    const different = texts(site.folder, fold)
      .filter((one) => /^policies\/[^/]+\/$/.test(one.address))
      .filter((one) => {
        const html = fs.readFileSync(path.join(site.folder, one.address, "index.html"), "utf8");
        const article = html.slice(html.indexOf('<article class="text"'), html.lastIndexOf("</article>"));
        const words = article
          .replace(/^<article[^>]*>/, "")
          .replace(/<p class="amended"[\s\S]*?<\/p>/g, "") // said of the text, not in it
          .replace(/<[^>]*>/g, "")
          .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, "&");
        const plain = (text) => fold(text).join("").replace(/\n/g, "");
        return plain(one.units.slice(1).join("")) !== plain(words);
      });
    none(different.map((one) => one.address), `${site.name}: the texts are those of the pages`);
  }
}

const results = (page) => page.locator("#list > li");
const said = (page) => page.locator("#said").textContent();
const settled = (page) => page.locator('#place[aria-busy="false"]').waitFor({ state: "attached" });

async function open(browser, query, address = "search/", site = "real") {
  const page = await browser.page();
  await page.goto(`${browser.address(site, address)}?${new URLSearchParams(query)}`);
  await settled(page);
  return page;
}

/* From any page to a clause, and back. */
async function journey(browser) {
  const page = await browser.open("real", "policies/");
  await page.getByRole("search").getByRole("searchbox").fill("7个工作日");
  await page.keyboard.press("Enter");
  await settled(page);
  ok(page.url().includes("/search/?q=7"), "from any page to the results, whose address holds the words");
  is(await said(page), "2份文件", "the measures and the notice");
  ok((await page.title()).startsWith("7个工作日 - "), "the title of the page says what was asked for");
  is(await results(page).first().locator("mark").textContent(), "7个工作日", "what was asked for is marked");
  await results(page).first().getByRole("link", { name: "第十四条" }).click();
  await page.waitForFunction(() => location.hash === "#art-14");
  ok((await page.locator("#art-14").textContent()).includes("7个工作日"), "a click leads to the article");
  await page.goBack();
  await settled(page);
  is(await page.locator("#q").inputValue(), "7个工作日", "back: the words are still there");
  await page.getByLabel("种类").selectOption("notice");
  await page.waitForFunction(() => document.querySelectorAll("#list > li").length === 1);
  ok(page.url().includes("kind=notice"), "a filter is in the address");
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll("#list > li").length === 2);
  is(await page.getByLabel("种类").inputValue(), "", "back: without the filter");

  const many = await open(browser, { q: "集群" });
  is(await results(many).count(), 5, "five results at first");
  await many.getByRole("button", { name: "更多结果" }).click();
  await many.waitForFunction(() => document.querySelectorAll("#list > li").length === 10);
  await settled(many);
  ok(await many.evaluate(() => document.activeElement.closest("#list > li:nth-child(6)") !== null), "more of them, and the focus on the first new one");
  await many.reload();
  await settled(many);
  is(await results(many).count(), 10, "and when the page is loaded anew they are still there");
}

/* Numbers and dates, in the texts and among the facts: [query, filters, number, first title, what is marked in it]. */
const FOUND = [
  ["〔2023〕4号", {}, 2, "广东省促进中小企业特色产业集群发展暂行办法", "〔2023〕4号"],
  ["3月31日", {}, 1, "广东省促进中小企业特色产业集群发展暂行办法", "3月31日"],
  ["2023年2月28日", { kind: "policy" }, 2, "广东省促进中小企业特色产业集群发展暂行办法", "2023年2月28日"],
  ["2026年", {}, 2, "中山市产业园区数字化管理与产业集群数字化转型试点资助实施细则", "2026年"],
  ["集群 锁", { kind: "entry", year: "2024" }, 1, "中山市小榄镇智能锁具产业集群", "锁"]
];

async function answers(browser) {
  for (const [q, filters, n, title, mark] of FOUND) {
    const page = await open(browser, { q, ...filters });
    is(await said(page), `${n}份文件`, `${q}: ${n}`);
    is(await results(page).first().locator("h3").textContent(), title, `${q}: the first`);
    ok((await results(page).first().locator("mark").allTextContents()).includes(mark), `${q}: marked`);
    await page.close();
  }
  const named = await open(browser, { q: "认定管理办法" }, "search/", "example");
  const first = await results(named).first().textContent();
  ok(first.startsWith("关于修改《示例市特色产业集群认定管理办法》的决定"), "who has it in the title and is in force comes first", first);
  const order = await named.locator("#list .st").allTextContents();
  is(order.slice(0, 3).join(), "现行有效,现行有效,已被替代", "before what is no longer");
  ok((await named.locator("#list h3 mark").count()) >= 2, "and it is marked in the titles");

  /* The index knows nothing of a single character: the texts are read, 40 before it is asked. */
  const lock = await open(browser, { q: "集群 锁" });
  ok((await results(lock).first().locator("mark").allTextContents()).includes("锁"), "a single character filters what is shown");
  ok((await said(lock)).includes("已经看过40份文件的原文"), "and it is said how far it has been read");
  await lock.getByRole("button", { name: "更多结果" }).click();
  await lock.waitForFunction(() => document.getElementById("said").textContent === "2份文件");
  is(await results(lock).count(), 2, "to the end, where the number is certain");

  const registries = await open(browser, { kind: "registry" });
  is(await said(registries), "7份文件", "filters without words list what they leave");

  const english = await open(browser, { q: "7个工作日" }, "en/search/");
  is(await said(english), "2 documents found", "the same in English");
  ok((await results(english).first().getByRole("link").first().getAttribute("href")).includes("policies/"), "and on to English pages");
}

/* Where nothing is found, it is said what can be done. */
async function advice(browser) {
  const nowhere = await open(browser, { q: "集群 绝无此语" });
  ok((await said(nowhere)).includes("哪份文件里都没有“绝无此语”"), "a word that stands nowhere is named");
  ok(await nowhere.locator("#advice").getByRole("link", { name: "全部目录" }).isVisible(), "with a way on");
  const filtered = await open(browser, { q: "小榄", kind: "policy" });
  is(await said(filtered), "没有找到同时有这些字词的文件。", "nothing of that kind");
  await filtered.locator("#without").click();
  await settled(filtered);
  is(await results(filtered).count(), 2, "without the filter there is some, a click away");
  const one = await open(browser, { q: "锁" });
  ok((await said(one)).includes("至少两个字"), "one character alone is too short, which is said");
  ok(await one.locator("#advice").isVisible(), "with advice");

  const slow = await browser.page();
  let go;
  const held = new Promise((done) => (go = done));
  await slow.route("**/pairs/*", async (route) => {
    await held;
    await route.continue();
  });
  await slow.goto(`${browser.address("real", "search/")}?q=${encodeURIComponent("集群")}`);
  await slow.waitForFunction(() => document.getElementById("said").textContent !== "");
  is(await said(slow), "正在查找……", "while it is being read that is said");
  go();
  await settled(slow);

  const plain = await browser.page({ javaScriptEnabled: false });
  await plain.goto(browser.address("real", "search/"));
  /* Chromium does not render it where scripts are only switched off for a test. */
  ok((await plain.locator("noscript").textContent()).includes("需要脚本"), "without scripts it says so");
  await plain.getByRole("main").getByRole("link", { name: "全部目录" }).click();
  await plain.waitForURL(/\/index\/$/);
}

/* Without scripts: everything there is stands in the index, or in the lists it leads to. */
function whole() {
  const { fold } = load(sites[0].folder);
  for (const site of sites) {
    const index = site.pages.find((page) => page.path === "index/index.html").html();
    const missing = texts(site.folder, fold).filter((one) => !index.includes(`href="../${one.address}"`));
    none(missing.map((one) => one.address), `${site.name}: every document stands in the index`);
  }
}

test(async () => {
  const script = fs.readFileSync(path.join(ROOT, "templates/assets/search.js"));
  ok(script.length < 15000, `the script is under 15 KB: ${script.length} bytes, ${zlib.gzipSync(script).length} compressed`);
  await figures();
  same();
  whole();
  const browser = await start();
  await journey(browser);
  await answers(browser);
  await advice(browser);
  none(browser.troubles, "no error on the way");
  await browser.stop();
});
