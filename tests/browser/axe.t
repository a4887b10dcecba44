#!/usr/bin/env node
// WCAG 2.2 AA as far as a machine sees it: axe on every kind of page and every status, light and dark, on
// a wide screen and on a phone, with every disclosure open.
"use strict";
const { test, is, none } = require("./lib/tap");
const { samples, name } = require("./lib/sites");
const { start, each } = require("./lib/browser");
const { source } = require("axe-core");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 800 };

/* A dark page differs from a light one in its colours alone. */
const COLOURS = ["color-contrast", "link-in-text-block"];
const CHINESE = [
  { viewport: WIDE, colorScheme: "light" },
  { viewport: PHONE, colorScheme: "light" },
  { viewport: WIDE, colorScheme: "dark", rules: COLOURS },
  { viewport: PHONE, colorScheme: "dark", rules: COLOURS }
];
const ENGLISH = [{ viewport: PHONE, colorScheme: "light" }];

/* Runs in the page. */
async function violations(runOnly) {
  const result = await axe.run({ runOnly, resultTypes: ["violations"] });
  return result.violations.map(
    (one) => `${one.id}: ${one.nodes.length}, as ${one.nodes[0].target} – ${one.nodes[0].failureSummary}`
  );
}

async function look(page, shape) {
  await page.setViewportSize(shape.viewport);
  await page.emulateMedia({ colorScheme: shape.colorScheme });
  const only = shape.rules ? { type: "rule", values: shape.rules } : { type: "tag", values: TAGS };
  return page.evaluate(violations, only);
}

async function prepare(page) {
  await page.evaluate(source);
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
}

test(async () => {
  const browser = await start();

  // It sees what there is to be seen.
  const bad = await browser.open("example", "index.html");
  await prepare(bad);
  await bad.evaluate(() => {
    const image = document.createElement("img");
    image.src = "assets/icon.svg";
    document.querySelector("main h1").after(image);
    document.documentElement.removeAttribute("lang");
  });
  const seen = await look(bad, CHINESE[0]);
  is(seen.map((line) => line.replace(/:.*/s, "")).join(), "html-has-lang,image-alt", "axe sees what is wrong");

  const work = [
    ...samples("zh-CN").map((sample) => [sample, CHINESE]),
    ...samples("en").map((sample) => [sample, ENGLISH])
  ];
  const found = [];
  await each(
    work,
    2,
    () => browser.page(),
    async ([sample, shapes], page) => {
      await page.goto(browser.address(sample.site, sample.path));
      await prepare(page);
      for (const shape of shapes) {
        const said = await look(page, shape);
        found.push(...said.map((line) => `${name(sample)} ${shape.viewport.width} ${shape.colorScheme}: ${line}`));
      }
    }
  );
  none(found, `axe finds nothing on ${work.length} pages`);
  none(browser.troubles, "nor does the browser complain");
  await browser.stop();
});
