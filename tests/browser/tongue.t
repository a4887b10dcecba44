#!/usr/bin/env node
// Every kind of page says of each of its words in which language they are (WCAG 3.1.2): Chinese in the English
// interface is within lang="zh-CN", and no English sentence is.
"use strict";
const { test, ok, none } = require("./lib/tap");
const { pages, samples, name } = require("./lib/sites");
const { start, each } = require("./lib/browser");

/* ---- What runs in the page ---- */

/* What is called by the wrong language, and how much was looked at. */
function look() {
  const han = /\p{Script=Han}/u;
  const sentence = /\p{Script=Latin}[\p{Script=Latin}'’-]*(?:,? \p{Script=Latin}[\p{Script=Latin}'’-]*){3}/u;
  const wrong = [];
  let chinese = 0;
  const judge = (text, element, what) => {
    const lang = element.closest("[lang]").lang;
    if (han.test(text)) chinese++;
    if (han.test(text) && !lang.startsWith("zh")) wrong.push(`${what}, said to be ${lang}: ${text.trim().slice(0, 60)}`);
    if (sentence.test(text) && !han.test(text) && lang !== "en") wrong.push(`${what}, said to be ${lang}: ${text.trim().slice(0, 60)}`);
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const around = walk.currentNode.parentElement;
    const code = around.closest("script, noscript, code, pre");
    if (!code || (code.matches("code, pre") && han.test(walk.currentNode.data)))
      judge(walk.currentNode.data, around, `<${around.localName}>`);
  }
  for (const key of ["alt", "aria-label", "placeholder", "title"])
    for (const one of document.body.querySelectorAll(`[${key}]`)) judge(one.getAttribute(key), one, key);
  return { wrong, chinese };
}

/* ---- The test ---- */

test(async () => {
  const browser = await start();

  const bad = await browser.open("example", "en/index.html");
  await bad.evaluate(() => {
    document.querySelector("h2").textContent = "正在公示";
    document.querySelector("a[lang]").textContent = "Not a word of Chinese";
    document.querySelector("nav").setAttribute("aria-label", "主导航");
  });
  const said = (await bad.evaluate(look)).wrong.join("\n");
  for (const word of ["正在公示", "Not a word", "主导航"]) ok(said.includes(word), `what is wrong is noticed: ${word}`, said);
  await bad.close();

  const wanted = [...samples("en"), ...samples("zh-CN")];
  const wrong = [];
  let chinese = 0;
  await each(
    wanted,
    2,
    () => browser.page(),
    async (sample, page) => {
      await page.goto(browser.address(sample.site, sample.path));
      const found = await page.evaluate(look);
      wrong.push(...found.wrong.map((line) => `${name(sample)}: ${line}`));
      if (sample.lang === "en") chinese += found.chinese;
    }
  );
  none(wrong, `each word of ${wanted.length} pages is in the language that it is said to be in`);
  ok(chinese > 500, `${chinese} pieces of the English pages are Chinese`);

  const search = await browser.page();
  await search.goto(`${browser.address("example", "en/search/")}?q=${encodeURIComponent("集群")}`);
  await search.locator("main mark").first().waitFor();
  none((await search.evaluate(look)).wrong, "so is what a search finds");

  const policy = await browser.open("example", "en/policies/cluster-measures-2024/");
  await policy.locator("article a.ref[href^=\"#\"]").first().focus();
  await policy.locator("#peek").waitFor();
  none((await policy.evaluate(look)).wrong, "and what a reference shows");

  const useless = pages.filter((page) => page.lang === "zh-CN" && /<span lang="zh/.test(page.html())).map(name);
  none(useless, "pages in Chinese do not say it again and again");
  none(browser.troubles, "nothing went wrong on the way");
  await browser.stop();
});
