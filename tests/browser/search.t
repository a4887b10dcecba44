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
  const { queries, documents, recall, precision, mean, most } = result;
  console.log(
    `# ${name}: ${queries} phrases in ${documents} documents: recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)}, ` +
      `${(mean / 1000).toFixed(1)} KB on average, ${(most / 1000).toFixed(1)} KB at most`
  );
}

async function figures() {
  for (const site of sites.filter((one) => one.name !== "record")) {
    const result = await measure(site.folder, 700);
    report(site.name, result);
    none(result.misses, `${site.name}: everything is found`);
    ok(result.precision >= 0.99, `${site.name}: of what is counted at least 99 in 100 is right`, result.precision);
    is(result.wrong, 0, `${site.name}: what is shown holds the words, what is left out does not`);
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
          .replace(/<[^>]*>/g, "")
          .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, "&");
        const plain = (text) => fold(text).join("").replace(/\n/g, "");
        return plain(one.units.slice(1).join("")) !== plain(words);
      });
    none(different.map((one) => one.address), `${site.name}: the texts are those of the pages`);
  }
}

const results = (page) => page.locator("#list > li:not(.more)");
const settled = (page) => page.waitForFunction(() => document.getElementById("said").textContent !== "");

async function journey(browser) {
  const go = async (address, query) => {
    const page = await browser.page();
    await page.goto(`${browser.address("real", address)}?q=${encodeURIComponent(query)}`);
    await settled(page);
    return page;
  };
  const page = await browser.open("real", "");
  await page.getByRole("search").getByRole("searchbox").fill("7个工作日");
  await page.keyboard.press("Enter");
  await settled(page);
  ok(page.url().includes("/search/?q=7"), "from any page to the results, whose address holds the words");
  is(await results(page).count(), 2, "the measures and the notice");
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
  await page.locator("#q").fill("绝无此语");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.getElementById("said").textContent.startsWith("没有找到"));
  ok(true, "nothing found is said");
  await page.locator("#q").fill("日");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.getElementById("said").textContent.includes("两个字"));
  ok(true, "one character is too short, which is said");

  const many = await go("search/", "集群");
  is(await results(many).count(), 5, "five results at first");
  await many.getByRole("button", { name: "更多结果" }).click();
  await many.waitForFunction(() => document.querySelectorAll("#list > li:not(.more)").length === 10);
  ok(await many.evaluate(() => document.activeElement.closest("#list > li:nth-child(6)") !== null), "more of them, and the focus on the first new one");

  const two = await go("search/", "公示 粤工信服务函");
  ok((await results(two).first().textContent()).includes("粤工信服务函"), "two words, both of which occur");

  const english = await go("en/search/", "7个工作日");
  is(await english.locator("#said").textContent(), "2 documents", "the same in English");
  ok((await results(english).first().getByRole("link").first().getAttribute("href")).includes("policies/"), "and on to English pages");

  const plain = await browser.page({ javaScriptEnabled: false });
  await plain.goto(browser.address("real", "search/"));
  /* Chromium does not render it where scripts are only switched off for a test. */
  ok((await plain.locator("noscript").textContent()).includes("需要脚本"), "without scripts it says so");
  ok(await plain.getByRole("main").getByRole("link", { name: "政策文件" }).isVisible(), "and leads to the lists");
}

test(async () => {
  const script = zlib.gzipSync(fs.readFileSync(path.join(ROOT, "templates/assets/search.js"))).length;
  ok(script < 15000, "the script is under 15 KB", script);
  await figures();
  same();
  const browser = await start();
  await journey(browser);
  none(browser.troubles, "no error on the way");
  await browser.stop();
});
