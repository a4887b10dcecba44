#!/usr/bin/env node
// What pages become in use: axe, in light and dark, wide and narrow, on what a first view does not show.
"use strict";
const { test, ok, none } = require("./lib/tap");
const { start } = require("./lib/browser");
const axe = require("./lib/axe");

const said = (page, text) => page.locator(".filter-box output", { hasText: text }).first().waitFor();
const day = async (page, value) => {
  await page.getByLabel("看哪一日的名录").fill(value);
  await page.getByRole("button", { name: "查看", exact: true }).click();
};
const NOON = "T12:00:00+08:00";

/* NAME: [site, page, what is done there, what is seen then, options] */
const STATES = {
  "the self-check with its result, and a field that is no number": [
    "real",
    "criteria/",
    async (page) => {
      const value = (name, text) => page.getByLabel(name, { exact: true }).fill(text);
      await value("近三年每年产值", "35");
      await value("占地面积", "100");
      await value("产值年均增速", "十");
      await page.getByRole("button", { name: "核对" }).click();
    },
    ".result section ul.lines"
  ],
  "a filtered and sorted list": [
    "real",
    "registries/gd-sme-clusters/?by.status=term-ended&sort=-last_day&q=产业",
    (page) => said(page, "共21项"),
    "th[aria-sort=descending]"
  ],
  "a list of which nothing is left": [
    "real",
    "registries/gd-sme-clusters/?q=没有这样的集群",
    (page) => said(page, "显示0项"),
    ".filter-box button"
  ],
  "results of a search": ["real", "search/?q=特色产业集群", () => {}, "main mark"],
  "nothing found": ["real", "search/?q=没有这样的词语", () => {}, "main [role=status]"],
  "a day picked that has not come": [
    "real",
    "registries/cn-sme-clusters/",
    async (page) => {
      await day(page, "2030-01-01");
      await said(page, "请选一个不晚于今天的日期");
    },
    ".filter-box input[type=date]"
  ],
  "the list of a day picked": [
    "real",
    "registries/cn-sme-clusters/on/2023-01-11/?day=2024-09-18",
    (page) => said(page, "您选的是2024-09-18"),
    ".filter-box input[type=date]"
  ],
  "the preview of a reference": [
    "example",
    "policies/cluster-measures-2024/",
    (page) => page.locator(".text a.ref[href*='#']").first().focus(),
    ".peek:not([hidden])"
  ],
  "a link to a clause, copied": [
    "example",
    "policies/cluster-measures-2024/",
    async (page) => {
      await page.evaluate(() => {
        window.later = window.setTimeout;
        window.setTimeout = () => 0; // the message is not taken away
      });
      await page.locator(".text a.num").first().click();
      await page.locator(".said:not(:empty)").waitFor();
      await page.evaluate(() => (window.setTimeout = window.later));
    },
    ".said:not(:empty)",
    { permissions: ["clipboard-read", "clipboard-write"] }
  ],
  "a policy that has outlived its day": [
    "real",
    "policies/zh-sme-clusters-2024/",
    () => {},
    ".outlived",
    { now: `2027-10-21${NOON}` }
  ],
  "a list that has outlived its day": [
    "real",
    "registries/cn-sme-clusters/",
    () => {},
    "td .computed",
    { now: `2027-09-19${NOON}` }
  ],
  "a first page that has outlived its day": [
    "example",
    "index.html",
    () => {},
    ".card .computed",
    { now: `2026-11-27${NOON}` }
  ],
  "a past day's list that has outlived its day": [
    "real",
    "registries/cn-sme-clusters/on/2026-01-01/",
    () => {},
    ".outlived",
    { now: `2027-09-19${NOON}` }
  ]
};

/* What sticks out to the right of a narrow screen. */
const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

test(async () => {
  const browser = await start();
  const found = [];
  const wide = [];
  for (const [name, [site, file, act, seen, options]] of Object.entries(STATES)) {
    const [path, query] = file.split("?");
    for (const width of [1280, 320]) {
      const viewport = { width, height: 900 };
      const page = await browser.page({ viewport, ...options });
      await page.goto(browser.address(site, path) + (query ? `?${query}` : ""));
      await act(page);
      await page.locator(seen).first().waitFor();
      if ((await page.evaluate(overflow)) > 0) wide.push(`${name}: at ${width}`);
      await axe.prepare(page);
      for (const shape of axe.states(viewport)) {
        found.push(...(await axe.look(page, shape)).map((line) => `${name}: ${line}`));
      }
      ok(await page.locator(seen).first().isVisible(), `${name}, ${width} px: it was there to be looked at`);
      await page.close();
    }
  }
  none(wide, "nothing sticks out");
  none(found, "axe finds nothing");
  none(browser.troubles, "no other host, no error, nothing refused");
  await browser.stop();
});
