/* axe, with all rules that carry the tags of WCAG 2.2 AA.

     await prepare(page);                    after it is there, with every disclosure open
     const lines = await look(page, CHINESE[0]);    what is wrong, a line each

   A shape is a width, light or dark, and the rules that are worth looking at there. */
"use strict";
const source = require("node:fs").readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 800 };

/* The same templates make the pages in both languages, so that each language is looked at in two of the
   four shapes, and in all four what there is in Chinese alone.  What darkness changes is the colours. */
const COLOURS = ["color-contrast", "link-in-text-block"];
const CHINESE = [
  { viewport: WIDE, colorScheme: "light" },
  { viewport: PHONE, colorScheme: "dark", rules: COLOURS }
];
const ENGLISH = [
  { viewport: PHONE, colorScheme: "light" },
  { viewport: WIDE, colorScheme: "dark", rules: COLOURS }
];

/* A state of a page, at one width. */
const states = (viewport) => [
  { viewport, colorScheme: "light" },
  { viewport, colorScheme: "dark", rules: COLOURS }
];

async function prepare(page) {
  await page.evaluate(source);
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
}

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
  const said = await page.evaluate(violations, only);
  await page.emulateMedia({ colorScheme: "light" });
  return said.map((line) => `${shape.viewport.width} ${shape.colorScheme}: ${line}`);
}

module.exports = { CHINESE, ENGLISH, states, prepare, look };
