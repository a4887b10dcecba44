#!/usr/bin/env node
// Every kind of page in a browser: it asks nobody else, says no error and fits a narrow screen.
"use strict";
const { test, none } = require("./lib/tap");
const { pages, samples, name } = require("./lib/sites");
const { start, each } = require("./lib/browser");

const NARROW = { viewport: { width: 320, height: 640 } };

/* What sticks out of the screen to the right; what scrolls inside itself may be as wide as it likes. */
function overflow() {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return null;
  const out = Array.from(document.body.querySelectorAll("*")).filter((one) => {
    for (let up = one.parentElement; up; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== "visible") return false;
    }
    return one.getBoundingClientRect().right > wide + 0.5;
  });
  return `${document.documentElement.scrollWidth} > ${wide}: ${out
    .slice(0, 3)
    .map((one) => one.outerHTML.slice(0, 120))
    .join(" ")}`;
}


test(async () => {
  none(
    pages.filter((page) => !page.kind).map(name),
    "every page is of a kind that is tested (lib/sites.js, KINDS)"
  );
  const browser = await start();
  const wanted = [...samples("zh-CN"), ...samples("en")];
  const wide = [];
  await each(
    wanted,
    2,
    async () => ({
      narrow: await browser.page(NARROW),
      plain: await browser.page({ ...NARROW, javaScriptEnabled: false })
    }),
    async (page, { narrow, plain }) => {
      const address = browser.address(page.site, page.path);
      await narrow.goto(address);
      const out = await narrow.evaluate(overflow);
      if (out) wide.push(`${name(page)}: ${out}`);
      await plain.goto(address);
      const out2 = await plain.evaluate(overflow);
      if (out2) wide.push(`${name(page)} without scripts: ${out2}`);
    }
  );
  none(wide, `nothing sticks out at 320 px on ${wanted.length} pages`);
  none(browser.troubles, "no other host, no error, nothing refused, nothing missing");
  await browser.stop();
});
