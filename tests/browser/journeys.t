#!/usr/bin/env node
// What a reader comes for, from the first page to the answer: with a mouse, by keyboard only, without
// scripts.  The answers were worked out by hand from the official texts and calendars.
"use strict";
const { test, ok, is, none } = require("./lib/tap");
const { start } = require("./lib/browser");

const words = async (place) => (await place.innerText()).replace(/\s+/g, "");

/* A hand on the mouse, and one on the keyboard: both follow a link, open a disclosure, fill in a field. */
const mouse = {
  name: "mouse",
  follow: (page, place) => place.click(),
  fill: (page, place, text) => place.fill(text)
};
const keyboard = {
  name: "keyboard",
  async follow(page, place) {
    await reach(page, place);
    await page.keyboard.press("Enter");
  },
  async fill(page, place, text) {
    await reach(page, place);
    await page.keyboard.insertText(text);
  }
};

/* Tab until PLACE has the focus. */
async function reach(page, place) {
  const wanted = await place.elementHandle();
  for (let steps = 0; steps < 300; steps++) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not lead to ${place}`);
}

/* Waits until PLACE is what the reader looks at; fails where that never happens. */
async function looks(page, place) {
  const inside = (one) => {
    const box = one.getBoundingClientRect();
    return box.height > 0 && box.top >= 0 && box.top < innerHeight;
  };
  return Boolean(await page.waitForFunction(inside, await place.elementHandle()));
}

/* Until when is the lock cluster of Xiaolan certified?  The list of 19 September 2024 holds for three years. */
async function certified(browser, hand, options) {
  const how = options.javaScriptEnabled === false ? "without scripts" : `by ${hand.name}`;
  const page = await browser.open("real", "index.html", options);
  await hand.follow(page, page.getByRole("navigation").getByRole("link", { name: "认定名录" }));
  await page.waitForURL(/\/registries\/$/);
  await hand.follow(page, page.getByRole("main").getByRole("link", { name: /^国家级中小企业特色产业集群/ }).first());
  await page.waitForURL(/\/cn-sme-clusters\/$/);
  if (options.javaScriptEnabled !== false) {
    await hand.fill(page, page.getByRole("main").getByRole("searchbox").first(), "小榄");
    is(await page.locator("#entries ~ * tbody tr:visible").count(), 1, `certified, ${how}: one row is left of the list`);
  }
  await hand.follow(page, page.getByRole("link", { name: "中山市小榄镇智能锁具产业集群" }).first());
  await page.waitForURL(/\/xiaolan-smart-locks\/$/);
  const fact = await words(page.locator("p.fact"));
  ok(fact.includes("有效期自2024年9月19日至2027年9月18日"), `certified, ${how}: until 18 September 2027`, fact);
  await page.close();
}

/* Which clause makes a notice last seven working days?  Article 14 (3) of the provincial measures. */
async function clause(browser, hand, options) {
  const how = options.javaScriptEnabled === false ? "without scripts" : `by ${hand.name}`;
  const page = await browser.open("real", "registries/gd-sme-clusters/", options);
  const rule = page.locator("#scheme + dl > div", { hasText: "7个工作日" }).first();
  await hand.follow(page, rule.getByRole("link", { name: "第十四条（三）" }));
  await page.waitForURL(/\/gd-sme-clusters-2023\/#art-14-3$/);
  const item = page.locator("#art-14-3");
  ok((await words(item)).includes("公示期为7个工作日"), `clause, ${how}: its words`);
  ok(await looks(page, item), `clause, ${how}: the page opens at it`);
  await page.close();
}

/* When does the notice of 18 November 2026 end?  18, 19, 20 (Wed–Fri), 23, 24, 25, 26 (Mon–Thu). */
async function notice(browser, hand, options) {
  const how = options.javaScriptEnabled === false ? "without scripts" : `by ${hand.name}`;
  const page = await browser.open("example", "index.html", options);
  await hand.follow(page, page.locator("section.open").getByRole("link", { name: /第四批（补充）/ }).first());
  await page.waitForURL(/\/featured-clusters-2026-2\/$/);
  ok((await words(page.locator("p.fact"))).includes("至2026年11月26日23:59"), `notice, ${how}: its end is said at once`);
  const days = await page.locator("td.counted time").evaluateAll((all) => all.map((one) => one.dateTime.slice(-2)));
  is(days.join(), "18,19,20,23,24,25,26", `notice, ${how}: the seven days counted`);
  is(await words(page.locator("td.counted span").last()), "第7日", `notice, ${how}: each with its number`);
  const why = page.locator(".facts div", { hasText: "公示截止" }).locator("details.why");
  await hand.follow(page, why.locator("summary"));
  ok(await why.getByText("公示期为7个工作日").isVisible(), `notice, ${how}: and the clause that says so`);
  await page.close();
}

/* What did the amendment of 2026 change in article 12? */
async function compare(browser, hand, options) {
  const how = options.javaScriptEnabled === false ? "without scripts" : `by ${hand.name}`;
  const page = await browser.open("example", "policies/cluster-measures-2024/", options);
  await hand.follow(page, page.locator('main a[href$="/compare/2025-01-01..2026-05-01/"]').first());
  await page.waitForURL(/\/compare\/2025-01-01\.\.2026-05-01\/$/);
  const row = page.locator("tr.r-changed");
  is(await row.count(), 1, `compare, ${how}: one article was changed`);
  is(await words(row.locator("ins")), "。申请退出的", `compare, ${how}: by these words`);
  is(await row.locator("del").count(), 0, `compare, ${how}: and nothing taken out`);
  await page.close();
}

/* The first steps by keyboard: past the menu, and in the order of the page. */
async function keys(browser) {
  const page = await browser.open("example", "policies/cluster-measures-2024/");
  const skip = page.getByRole("link", { name: "跳到正文" });
  await page.keyboard.press("Tab");
  ok(await skip.evaluate((one) => one === document.activeElement), "keyboard: the first stop leads past the menu");
  ok(await looks(page, skip), "keyboard: and is seen");
  await page.keyboard.press("Enter");
  await page.waitForURL(/#main$/);
  await page.keyboard.press("Tab");
  ok(
    await page.evaluate(() => document.querySelector("main").contains(document.activeElement)),
    "keyboard: the next stop is in the text"
  );
  await page.goto("about:blank");
  await page.goto(browser.address("example", "policies/cluster-measures-2024/"));
  const count = await page.evaluate(() => {
    window.stops = [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
      .filter((one) => one.checkVisibility())
      .slice(0, 80);
    return window.stops.length;
  });
  const stops = [];
  for (let n = 0; n < count; n++) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(() => window.stops.indexOf(document.activeElement)));
  }
  ok(count > 40, `keyboard: ${count} stops`);
  is(stops.join(), [...stops.keys()].join(), "keyboard: the stops follow the order of the page, none twice, none left out");
  await page.close();
}

test(async () => {
  const browser = await start();
  const ways = [
    [mouse, {}],
    [keyboard, {}],
    [mouse, { javaScriptEnabled: false }]
  ];
  for (const [hand, options] of ways) {
    for (const journey of [certified, clause, notice, compare]) await journey(browser, hand, options);
  }
  await keys(browser);
  none(browser.troubles, "no error on the way");
  await browser.stop();
});
