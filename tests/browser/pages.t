#!/usr/bin/env node
// Every kind of page in a browser: it asks nobody else, says no error, fits a narrow screen, shows where
// the keyboard is and all its words without scripts, and axe finds nothing on it.
"use strict";
const { test, ok, none } = require("./lib/tap");
const { pages, kinds, samples, name } = require("./lib/sites");
const { start, each } = require("./lib/browser");
const axe = require("./lib/axe");

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
    if (!text || walk.currentNode.parentElement.closest("script, template, noscript, option")) continue;
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

  // Who watches sees what there is to be seen.
  const bad = await browser.open("example", "index.html");
  await bad.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'refused'";
    const image = new Image();
    image.src = "https://www.example.com/pixel.png";
    document.querySelector("h1").after(script, image);
    document.documentElement.removeAttribute("lang");
    return fetch("nothing-here").then((response) => response.text());
  });
  const said = browser.troubles.splice(0).join("\n");
  for (const word of ["script-src", "img-src", "nothing-here: 404"]) {
    ok(said.includes(word), `what is wrong on a page is noticed: ${word}`, said);
  }
  await axe.prepare(bad);
  const rules = (await axe.look(bad, axe.CHINESE[0])).map((line) => line.split(": ")[1]);
  for (const rule of ["html-has-lang", "image-alt"]) ok(rules.includes(rule), `axe sees what is wrong: ${rule}`);
  await bad.close();

  const chinese = samples("zh-CN");
  const english = kinds("en");
  const both = new Set(english.map((sample) => sample.kind));
  const shapes = (sample) => {
    if (sample.lang === "en") return axe.ENGLISH;
    return both.has(sample.kind) ? axe.CHINESE : [...axe.CHINESE, ...axe.ENGLISH];
  };
  const wide = [];
  const blind = [];
  const found = [];
  const hidden = [];
  const lost = [];
  const useless = [];
  let words = 0;
  const note = (list, sample, lines) => list.push(...lines.map((line) => `${name(sample)}: ${line}`));

  async function withScripts(sample, page) {
    await page.setViewportSize(NARROW);
    await page.goto(browser.address(sample.site, sample.path));
    note(wide, sample, await page.evaluate(overflow));
    await axe.prepare(page);
    for (const shape of shapes(sample)) note(found, sample, await axe.look(page, shape));
  }

  async function withKeys(sample, page) {
    await page.setViewportSize(WIDE);
    note(blind, sample, await page.evaluate(unseen));
  }

  /* Shown without scripts on a wide or on a narrow screen, and still there with them. */
  async function withoutScripts(sample, page, scripted) {
    await page.setViewportSize(NARROW);
    await page.goto(browser.address(sample.site, sample.path));
    await page.evaluate(disclose);
    note(wide, sample, await page.evaluate(overflow));
    const small = await page.evaluate(pieces);
    await page.setViewportSize(WIDE);
    const large = await page.evaluate(pieces);
    words += large.length;
    const texts = (list) => list.map((piece) => piece.text);
    note(hidden, sample, texts(large.filter((piece, at) => !piece.shown && !small[at].shown)));
    note(useless, sample, await page.evaluate(dead));
    const still = (await scripted.evaluate(() => document.body.textContent)).replace(/\s+/g, "");
    note(lost, sample, texts(large.filter((piece) => !still.includes(piece.text.replace(/\s+/g, "")))));
  }

  const wanted = [...chinese, ...english];
  await each(
    wanted,
    2,
    async () => ({ page: await browser.page(), plain: await browser.page({ javaScriptEnabled: false }) }),
    async (sample, { page, plain }) => {
      await withScripts(sample, page);
      if (sample.lang === "en") return; // the same templates
      await withKeys(sample, page);
      await withoutScripts(sample, plain, page);
    }
  );
  none(wide, `nothing sticks out at 320 px on ${wanted.length} pages`);
  ok(words > 50 * chinese.length, `${words} pieces of text were read without scripts`);
  none(hidden, "without scripts all of them are shown");
  none(useless, "and there is no field or button that does nothing");
  none(lost, "scripts take nothing away");
  none(blind, "the focus is seen wherever the keyboard leads");
  none(found, "axe finds nothing");
  none(browser.troubles, "no other host, no error, nothing refused, nothing missing");
  await browser.stop();
});
