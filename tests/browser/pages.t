#!/usr/bin/env node
// Every kind of page in a browser: it asks nobody else, says no error, fits a narrow screen, shows all its
// words without scripts, and shows where the keyboard is.
"use strict";
const { test, ok, none } = require("./lib/tap");
const { pages, samples, name } = require("./lib/sites");
const { start, each } = require("./lib/browser");

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };

/* ---- What runs in the page ---- */

/* What sticks out of the screen to the right; what scrolls inside itself may be as wide as it likes. */
function overflow() {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  const out = Array.from(document.body.querySelectorAll("*")).filter((one) => {
    for (let up = one.parentElement; up; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== "visible") return false;
    }
    return one.getBoundingClientRect().right > wide + 0.5;
  });
  return [document.documentElement.scrollWidth].concat(out.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)));
}

const disclose = () => document.querySelectorAll("details").forEach((one) => (one.open = true));

/* The pieces of text of the page: {text, shown}. */
function pieces() {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.data.trim();
    if (!text || walk.currentNode.parentElement.closest("script, template, noscript")) continue;
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    found.push({ text, shown: range.getClientRects().length > 0 });
  }
  return found;
}

/* Fields and buttons that do nothing without a script. */
function dead() {
  return Array.from(document.querySelectorAll("button, input, select, textarea"))
    .filter((one) => one.getClientRects().length > 0 && !(one.form && one.form.hasAttribute("action")))
    .map((one) => one.outerHTML.slice(0, 120));
}

/* Where the focus cannot be seen: no outline, or out of sight, or behind something else. */
function unseen() {
  const wrong = [];
  const stops = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]");
  for (const one of stops) {
    if (one.tabIndex > 0) wrong.push(`tabindex ${one.tabIndex}: ${one.outerHTML.slice(0, 120)}`);
    if (one.tabIndex < 0 || one.getClientRects().length === 0) continue;
    one.focus({ focusVisible: true });
    const style = getComputedStyle(one);
    const box = Array.from(one.getClientRects()).find((rect) => rect.width > 0 && rect.height > 0);
    const line = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const x = box && Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
    const y = box && Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
    const top = box && document.elementFromPoint(x, y);
    const seen = box && box.bottom > 0 && box.top < innerHeight && top && (one.contains(top) || top.contains(one));
    if (document.activeElement !== one || !line || !seen)
      wrong.push(`${!line ? "no outline" : "out of sight"}: ${one.outerHTML.slice(0, 120)}`);
  }
  return wrong;
}

/* ---- The test ---- */

test(async () => {
  none(
    pages.filter((page) => !page.kind).map(name),
    "every page is of a kind that is tested (lib/sites.js, KINDS)"
  );
  const browser = await start();

  // The watch sees what there is to be seen.
  const bad = await browser.open("example", "index.html");
  await bad.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'refused'";
    const image = new Image();
    image.src = "https://www.example.com/pixel.png";
    document.body.append(script, image);
    return fetch("nothing-here").then((response) => response.text());
  });
  const said = browser.troubles.splice(0).join("\n");
  for (const word of ["script-src", "img-src", "nothing-here: 404"]) {
    ok(said.includes(word), `what is wrong on a page is noticed: ${word}`, said);
  }

  const wanted = [...samples("zh-CN"), ...samples("en")];
  const wide = [];
  const hidden = [];
  const lost = [];
  const useless = [];
  const blind = [];
  let words = 0;
  await each(
    wanted,
    2,
    async () => ({
      page: await browser.page(),
      plain: await browser.page({ javaScriptEnabled: false })
    }),
    async (sample, { page, plain }) => {
      const address = browser.address(sample.site, sample.path);
      const note = (list, lines, how = "") => list.push(...lines.map((line) => `${name(sample)}${how}: ${line}`));

      await page.setViewportSize(NARROW);
      await page.goto(address);
      note(wide, await page.evaluate(overflow));
      await page.setViewportSize(WIDE);
      await page.evaluate(disclose);
      note(blind, await page.evaluate(unseen));

      await plain.setViewportSize(NARROW);
      await plain.goto(address);
      await plain.evaluate(disclose);
      note(wide, await plain.evaluate(overflow), " without scripts, all disclosed");
      const small = await plain.evaluate(pieces);
      await plain.setViewportSize(WIDE);
      const texts = await plain.evaluate(pieces);
      words += texts.length;
      note(useless, await plain.evaluate(dead));
      note(
        hidden,
        texts.filter((piece, at) => !piece.shown && !small[at].shown).map((piece) => piece.text)
      );
      const scripted = (await page.evaluate(() => document.body.textContent)).replace(/\s+/g, "");
      note(
        lost,
        texts.filter((piece) => !scripted.includes(piece.text.replace(/\s+/g, ""))).map((piece) => piece.text)
      );
    }
  );
  none(wide, `nothing sticks out at 320 px on ${wanted.length} pages`);
  ok(words > 50 * wanted.length, `${words} pieces of text were read without scripts`);
  none(hidden, "without scripts all of them are shown");
  none(useless, "and there is no field or button that does nothing");
  none(lost, "scripts take nothing away");
  none(blind, "the focus is seen wherever the keyboard leads");
  none(browser.troubles, "no other host, no error, nothing refused, nothing missing");
  await browser.stop();
});
