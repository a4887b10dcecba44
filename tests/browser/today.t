#!/usr/bin/env node
// The clock before, on and after the days on which a status turns: what a page says of today never
// contradicts itself.  The answers were worked out by hand from the texts and the official calendars.
"use strict";
const { test, ok, is, none } = require("./lib/tap");
const { start } = require("./lib/browser");
const { make } = require("./lib/made");
const { pages, kinds, name } = require("./lib/sites");

const words = async (place) => (await place.innerText()).replace(/\s+/g, " ").trim();
const COMPUTED = "由浏览器按日期推算";
const noon = (day) => `${day}T12:00:00+08:00`;

/* What a page says of one thing, in each place where it says it. */
function sayings() {
  const plain = (one) => (one ? one.textContent.replace(/\s+/g, " ").trim() : null);
  const shape = (one) => (one.getAttribute("class").match(/\bs-([\w-]+)/) || [])[1];
  const fact = document.querySelector("p.fact");
  const own = [fact, fact.querySelector(".st"), ...document.querySelectorAll(".remarks, section:not([aria-labelledby=counting]) > svg.axis rect[class*='s-'], .facts dd > .st")];
  const rules = document.querySelector(".facts dd > a + .st"); // of the policy behind an entry
  return {
    said: plain(fact.querySelector(":scope > span")),
    mark: plain(fact.querySelector(".st")),
    shapes: [...new Set(own.filter((one) => one !== rules).map(shape))].join(),
    isComputed: Boolean(fact.querySelector(".computed")),
    outlived: plain(document.querySelector("main > .outlived")),
    today: Array.from(document.querySelectorAll(".today"), plain)
  };
}

async function look(browser, site, file, now, options = {}) {
  const page = await browser.open(site, file, { now, ...options });
  const found = await page.evaluate(sayings);
  await page.close();
  return found;
}

/* STEPS: [day, mark, id, sentence, days left]: on the last day of each state and the first of the next. */
async function turns(browser, site, file, steps) {
  for (const [day, mark, id, sentence, left, outlived] of steps) {
    const found = await look(browser, site, file, noon(day));
    const at = `${file} on ${day}`;
    is(`${found.mark} ${found.said}`, `${mark} ${sentence}`, `${at}: mark and sentence`);
    is(found.shapes, id, `${at}: of one colour, from the head to the drawing`);
    is(found.today.join(), left, `${at}: the days left`);
    is(Boolean(found.outlived), outlived, `${at}: whether it has outlived its day`);
    is(found.isComputed, outlived, `${at}: and says what is computed`);
  }
}

async function policies(browser) {
  const runs = "自2024年10月21日起施行，有效期至2027年10月20日。";
  await turns(browser, "real", "policies/zh-sme-clusters-2024/", [
    ["2027-10-19", "现行有效", "in-force", runs, "还有1天", false],
    ["2027-10-20", "现行有效", "in-force", runs, "今天是最后一天", false],
    ["2027-10-21", "已失效", "expired", "自2024年10月21日起施行，有效期已于2027年10月20日届满。", "", true]
  ]);
  await turns(browser, "example", "policies/park-measures-2026/", [
    ["2026-12-11", "尚未施行", "not-yet", "将自2026年12月12日起施行，有效期至2031年12月11日。", "1天后", false],
    ["2026-12-12", "现行有效", "in-force", "自2026年12月12日起施行，有效期至2031年12月11日。", "", true],
    ["2031-12-11", "现行有效", "in-force", "自2026年12月12日起施行，有效期至2031年12月11日。", "今天是最后一天", true],
    ["2031-12-12", "已失效", "expired", "自2026年12月12日起施行，有效期已于2031年12月11日届满。", "", true]
  ]);
  /* Repealed on 1 March 2026, five years before its last day: nobody counts to that. */
  const gone = await look(browser, "example", "policies/talent-measures-2021/", noon("2026-08-31"));
  is(gone.mark + gone.today.join(), "已废止", "no days are left of what was repealed");
  const english = await look(browser, "real", "en/policies/zh-sme-clusters-2024/", noon("2027-10-21"));
  is(english.said, "In force from 21 October 2024; expired at the end of 20 October 2027.", "the sentence is renewed in English as well");
  ok(english.outlived.startsWith("This page was correct up to 2027-10-20"), "and so is the note", english.outlived);
}

async function entries(browser) {
  const term = "有效期自2024年9月19日至2027年9月18日。";
  await turns(browser, "real", "registries/cn-sme-clusters/entries/xiaolan-smart-locks/", [
    ["2027-09-17", "有效", "certified", term, "还有1天", false],
    ["2027-09-18", "有效", "certified", term, "今天是最后一天", false],
    ["2027-09-19", "期满，未见复核记录", "term-ended", "有效期已于2027年9月18日届满，未见复核记录。", "", true]
  ]);
  await turns(browser, "example", "registries/featured-clusters/entries/sensors/", [
    ["2028-03-09", "有效", "certified", "有效期自2025年6月10日至2028年6月9日。", "还有92天", false],
    ["2028-03-10", "有效，待复核", "review-due", "有效期自2025年6月10日至2028年6月9日。已到复核时间。", "还有91天", true],
    ["2028-06-10", "期满，未见复核记录", "term-ended", "有效期已于2028年6月9日届满，未见复核记录。", "", true]
  ]);
}

async function notices(browser) {
  const file = "notices/featured-clusters-2026-2/";
  const open = "正在公示，至2026年11月26日 23:59（北京时间）止。";
  await turns(browser, "example", file, [
    ["2026-11-25", "公示中", "open", open, "还有1天，含今天还有2个工作日", false],
    ["2026-11-26", "公示中", "open", open, "今天是最后一天，含今天还有1个工作日", false],
    ["2026-11-27", "公示期满", "closed", "公示已于2026年11月26日 23:59（北京时间）截止。", "已过1天", true]
  ]);
  /* From a Saturday on, whose clock has just begun in Beijing. */
  let found = await look(browser, "example", file, "2026-11-21T00:30:00+08:00");
  is(found.today.join(), "还有5天，含今天还有4个工作日", "on a Saturday the four days to come are left");

  /* Noon of the 26th in California is the 27th in Beijing; 7:59 of that morning is not yet. */
  const west = { timezoneId: "America/Los_Angeles", locale: "en-US" };
  found = await look(browser, "example", file, "2026-11-26T07:59:00-08:00", west);
  is(found.mark, "公示中", "in Los Angeles, at 7:59 of the last day: still open, for it is 23:59 in Beijing");
  found = await look(browser, "example", file, "2026-11-26T08:00:00-08:00", west);
  is(found.mark, "公示期满", "at 8:00 it is over, whatever day the reader's clock shows");
  ok(found.outlived.includes("今天是2026-11-27，北京时间"), "and the page says which day it means", found.outlived);

  await turns(browser, "example", "notices/candidate-clusters-2027/", [
    ["2026-11-22", "即将公示", "upcoming", "将自2026年11月23日起公示，至2027年1月4日 23:59（北京时间）止。", "1天后,还有43天", false],
    ["2026-11-23", "公示中", "open", "正在公示，至2027年1月4日 23:59（北京时间）止。", "还有42天，含今天还有30个工作日", true],
    ["2027-01-05", "公示期满", "closed", "公示已于2027年1月4日 23:59（北京时间）截止。", "已过1天", true]
  ]);
}

/* 28, 29, 30 September; 1–7 October are the holiday; 8, 9; Saturday the 10th is worked; Monday the 12th. */
async function holiday(browser) {
  const batch = "title: 节前认定\nyear: 2026\ncertified: 2026-09-21\nfrom: 2026-10-12\nentries:\n  - id: hillside\n    name: 示例区北坡示范片区\n    region: 示例省示例市示例区\n";
  const site = make(
    "holiday",
    {
      "notices/national-day.md": "---\ntitle: 国庆前的公示\nregistry: featured-clusters\nissuer: city-industry\npublished: 2026-09-28\nopens: 2026-09-28\n---\n\n公示7个工作日。本公示为虚构示例。\n",
      "registries/demo-zones/2026-2.yaml": batch
    },
    "2026-09-28"
  );
  await browser.add("holiday", site.folder);
  const west = { timezoneId: "America/Los_Angeles" };
  const left = {
    "2026-09-28": "还有14天，含今天还有7个工作日",
    "2026-09-30": "还有12天，含今天还有5个工作日",
    "2026-10-01": "还有11天，含今天还有4个工作日",
    "2026-10-07": "还有5天，含今天还有4个工作日",
    "2026-10-08": "还有4天，含今天还有4个工作日",
    "2026-10-10": "还有2天，含今天还有2个工作日",
    "2026-10-11": "还有1天，含今天还有1个工作日",
    "2026-10-12": "今天是最后一天，含今天还有1个工作日"
  };
  for (const [day, text] of Object.entries(left)) {
    const found = await look(browser, "holiday", "notices/national-day/", noon(day), west);
    is(found.today.join(), text, `National Day, ${day}: by the days drawn on the page`);
    const page = await browser.open("holiday", "index.html", { now: noon(day), ...west });
    const card = page.locator("section.open article", { hasText: "国庆前的公示" });
    await card.locator(".today").waitFor();
    is(await words(card.locator(".today")), text, `National Day, ${day}: by the calendar, on the home page`);
    await page.close();
  }

  /* Certified on 21 September, from 12 October on. */
  const entry = "registries/demo-zones/entries/hillside/";
  const before = await look(browser, "holiday", entry, noon("2026-10-11"));
  const after = await look(browser, "holiday", entry, noon("2026-10-12"));
  is(before.outlived, null, "an entry whose term is still to begin: the day before, the page is as it was made");
  is(`${after.mark} ${after.said}`, "有效 有效期自2026年10月12日至2028年10月12日。", "on the day it takes effect");
  is(after.shapes, "certified", "in its colour as well");
  site.remove();
}

/* Lists, cards and what was counted. */
async function lists(browser) {
  const flagged = (page, place) => words(page.locator(place).first());
  let page = await browser.open("real", "registries/cn-sme-clusters/", { now: noon("2027-09-19") });
  await page.getByLabel("状态").selectOption("term-ended");
  await page.locator(".filter-box output", { hasText: "显示15项，共16项" }).waitFor();
  ok(true, "lists are filtered by the statuses of the day");
  ok((await flagged(page, "p.tally")).includes("截至2027-09-18"), "and what was counted before says when");
  await page.close();

  page = await browser.open("example", "index.html", { now: noon("2026-11-27") });
  const card = page.locator("section.open article", { hasText: "第四批（补充）" });
  ok((await words(card)).includes(`公示期满 ${COMPUTED}`), "a card of the home page: closed", await words(card));
  ok((await words(card)).includes("已过1天"), "since a day");
  is(await card.getAttribute("class"), "card s-closed", "and no longer coloured as open");
  ok((await words(page.locator("#open"))).endsWith("截至2026-11-22"), "under a heading with the last day it was right");
  await page.close();

  page = await browser.open("real", "policies/", { now: noon("2027-10-21") });
  const row = page.locator("tbody tr", { hasText: "珠海市促进中小企业" });
  is(await words(row.locator(".st")), "已失效", "a row of the list of policies");
  ok((await row.locator("rect").getAttribute("class")).startsWith("s-expired"), "and its bar");
  await page.close();

  page = await browser.open("example", "policies/cluster-measures-2024/versions/2026-05-01/", { now: noon("2027-06-01") });
  const version = await words(page.locator("p.fact"));
  ok(version.includes("现行文本") && version.endsWith("截至2027-05-31"), "a text that may be superseded: as of its day", version);
  await page.close();
}

/* A list of a past day is not touched; only the last one says that another may have followed. */
async function bygone(browser) {
  const day = "registries/cn-sme-clusters/on/2026-01-01/";
  const table = (page) => page.locator("table.filter").innerText();
  let page = await browser.open("real", day);
  const before = await table(page);
  await page.close();
  page = await browser.open("real", day, { now: noon("2027-09-19") });
  is(await table(page), before, "the list of a past day is what it was");
  is(await page.locator(".computed").count(), 0, "nothing on it is computed");
  ok((await words(page.locator(".outlived"))).includes("这一页记的是过去的一日"), "it says that it is of a past day");
  await page.getByLabel("看哪一日的名录").fill("2027-09-19");
  await page.getByRole("button", { name: "查看", exact: true }).click();
  await page.waitForURL(/\?day=2027-09-19$/);
  ok((await words(page.locator(".filter-box output").first())).includes("自2027-09-19起名录可能又有变动"), "a day picked behind its own is not said to be the same");
  await page.close();
  page = await browser.open("real", "registries/cn-sme-clusters/on/2023-01-11/", { now: noon("2027-09-19") });
  is(await page.locator(".outlived").count(), 0, "the list of a day that another follows says nothing");
  await page.close();
}

/* Every kind of page that turns, on its day: it says so, and no mark of the day before is left. */
async function all(browser) {
  const turning = (page) => (page.html().match(/name="gongbao:turns" content="(.*?)"/) || [])[1];
  const left = [];
  const chosen = new Map();
  for (const page of [...kinds("zh-CN"), ...kinds("en"), ...pages]) {
    const key = `${page.lang} ${page.kind}`;
    if (!chosen.has(key) && turning(page)) chosen.set(key, page);
  }
  for (const page of chosen.values()) {
    const day = turning(page);
    const open = await browser.open(page.site, page.path, { now: noon(day) });
    const stale = await open.evaluate(
      (today) =>
        Array.from(document.querySelectorAll("main [data-steps]"))
          .filter((one) => one.dataset.steps.slice(0, 10) <= today)
          .map((one) => one.outerHTML),
      day
    );
    if ((await open.locator("main > .outlived").count()) !== 1) stale.push("does not say that it has outlived its day");
    left.push(...stale.map((line) => `${name(page)}: ${line}`));
    await open.close();
  }
  ok(chosen.size > 20, `${chosen.size} kinds of page turn`);
  none(left, "on that day each says so, and nothing on it is of the day before");
}

test(async () => {
  const browser = await start();
  for (const part of [policies, entries, notices, holiday, lists, bygone, all]) await part(browser);
  none(browser.troubles, "no error on the way");
  await browser.stop();
});
