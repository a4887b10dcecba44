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

/* What the journeys are called in the two interfaces; the texts stay in their language. */
const CHINESE = {
  folder: "",
  registries: "认定名录",
  notices: "公示",
  until: "有效期自2024年9月19日至2027年9月18日",
  exampleUntil: "有效期自2025年6月10日至2028年6月9日",
  rule: "公示7个工作日",
  closes: "公示截止",
  end: "至2026年11月26日23:59",
  seventh: "第7日",
  atom: "更新（Atom）",
  calendar: "日历文件（.ics）",
  how: "怎样订阅",
  change: "申请退出的"
};
const ENGLISH = {
  folder: "en/",
  registries: "Registries",
  notices: "Notices",
  until: "Validfrom19September2024until18September2027",
  exampleUntil: "Validfrom10June2025until9June2028",
  rule: "Public notice for 7 working days",
  closes: "Closes",
  end: "Openuntil23:59Beijingtimeon26November2026",
  seventh: "Day7",
  atom: "Updates (Atom)",
  calendar: "Calendar file (.ics)",
  how: "How to subscribe",
  change: "申请退出的"
};

/* Until when is a cluster certified?  The list of 19 September 2024 holds for three years; the third batch of
   the example was certified on 10 June 2025. */
async function certified({ page, hand, tongue, isScripted, say, start }) {
  const cases = [
    ["real", "国家级中小企业特色产业集群", "小榄", "中山市小榄镇智能锁具产业集群", tongue.until],
    ["example", "示例市特色产业集群", "传感器", "示例区传感器产业集群", tongue.exampleUntil]
  ];
  for (const [site, registry, part, name, until] of cases) {
    await start(site, "index.html");
    await hand.follow(page, page.getByRole("navigation").getByRole("link", { name: tongue.registries }));
    await page.waitForURL(/\/registries\/$/);
    await hand.follow(page, page.getByRole("main").getByRole("link", { name: new RegExp(`^${registry}`) }).first());
    await page.waitForURL(/clusters\/$/);
    if (isScripted) {
      await hand.fill(page, page.locator(".filter-box").getByRole("searchbox").first(), part);
      await page.locator(".filter-box output").first().filter({ hasText: "1" }).waitFor();
      is(await page.locator("table.filter tbody tr:visible").count(), 1, say("certified", `${site}: one row is left of the list`));
    }
    await hand.follow(page, page.getByRole("link", { name }).first());
    await page.waitForURL(/\/entries\//);
    const fact = await words(page.locator("p.fact"));
    ok(fact.includes(until), say("certified", `${site}: until its last day`), fact);
  }
}

/* Which clause makes a notice last seven working days?  Article 14 (3) of the provincial measures, article 7 (3)
   of those of the example. */
async function clause({ page, hand, tongue, say, start }) {
  const cases = [
    ["real", "registries/gd-sme-clusters/", "第十四条（三）", /\/gd-sme-clusters-2023\/#art-14-3$/, "#art-14-3"],
    ["example", "registries/featured-clusters/", "第七条（三）", /\/cluster-measures-2024\/#art-7-3$/, "#art-7-3"]
  ];
  for (const [site, file, name, address, anchor] of cases) {
    await start(site, file);
    const rule = page.locator("#scheme ~ dl > div", { hasText: tongue.rule }).first();
    await hand.follow(page, rule.getByRole("link", { name }));
    await page.waitForURL(address);
    const item = page.locator(anchor);
    ok((await words(item)).includes("公示期为7个工作日"), say("clause", `${site}: its words`));
    ok(await looks(page, item), say("clause", `${site}: the page opens at it`));
  }
}

/* The same by the words themselves. */
async function found({ page, hand, isScripted, say, start }) {
  if (!isScripted) return; // the search needs its script, and says so
  await start("real", "index.html");
  const box = page.getByRole("search").getByRole("searchbox").first();
  await hand.fill(page, box, "7个工作日");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\/\?q=/);
  const hit = page.getByRole("main").locator("a[href*='gd-sme-clusters-2023/#art-14']").first();
  await hit.waitFor();
  await hand.follow(page, hit);
  await page.waitForURL(/\/gd-sme-clusters-2023\/#art-14/);
  ok(await looks(page, page.locator("#art-14")), say("found", "searched for, the clause is where the page opens"));
}

/* When does the notice of 18 November 2026 end?  18, 19, 20 (Wed–Fri), 23, 24, 25, 26 (Mon–Thu).  And the
   national one of 29 December 2022 to 5 January 2023, with a weekend and the New Year's holiday in between. */
async function notice({ page, hand, tongue, say, start }) {
  await start("example", "index.html");
  await hand.follow(page, page.locator("section.open").getByRole("link", { name: /第四批（补充）/ }).first());
  await page.waitForURL(/\/featured-clusters-2026-2\/$/);
  ok((await words(page.locator("p.fact"))).includes(tongue.end), say("notice", "its end is said at once"));
  const days = await page.locator("td.counted time").evaluateAll((all) => all.map((one) => one.dateTime.slice(-2)));
  is(days.join(), "18,19,20,23,24,25,26", say("notice", "the seven days counted"));
  is(await words(page.locator("td.counted span").last()), tongue.seventh, say("notice", "each with its number"));
  const why = page.locator(".facts div", { hasText: tongue.closes }).locator("details.why");
  await hand.follow(page, why.locator("summary"));
  ok(await why.getByText("公示期为7个工作日").isVisible(), say("notice", "and the clause that says so"));

  await start("real", "index.html");
  await hand.follow(page, page.getByRole("navigation").getByRole("link", { name: tongue.notices, exact: true }));
  await page.waitForURL(/\/notices\/$/);
  await hand.follow(page, page.locator("table.filter").getByRole("link", { name: /^2022年度/ }).first());
  await page.waitForURL(/\/cn-sme-clusters-2022\/$/);
  const real = await page.locator("td.counted time").evaluateAll((all) => all.map((one) => one.dateTime.slice(5)));
  is(real.join(), "12-29,12-30,01-03,01-04,01-05", say("notice", "the days of a real one"));
}

/* How to hear of it: the addresses of a registry's feed and calendar, which hold what is to come. */
async function subscribe({ page, hand, tongue, isScripted, say, start }) {
  const cases = [
    ["real", "registries/cn-sme-clusters/", "国家级中小企业特色产业集群", "20270918", "认定有效期满"],
    ["example", "registries/featured-clusters/", "示例市特色产业集群", "20261126", "公示截止"]
  ];
  for (const [site, file, title, day, kind] of cases) {
    await start(site, file);
    const section = page.locator("section.subscribe");
    const fetched = async (name) => {
      const link = section.getByRole("link", { name });
      const answer = await page.request.get(await link.evaluate((one) => one.href));
      is(answer.status(), 200, say("subscribe", `${site}: ${name} is there`));
      return answer.text();
    };
    const atom = await fetched(tongue.atom);
    if (isScripted) {
      const feed = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, "application/xml");
        const of = (name) => Array.from(parsed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", name));
        return { root: parsed.documentElement.localName, title: of("title")[0].textContent, ids: of("id").length };
      }, atom);
      ok(feed.root === "feed" && feed.title.includes(title) && feed.ids > 0, say("subscribe", `${site}: the feed parses`), feed);
    }
    const events = (await fetched(tongue.calendar)).replace(/\r\n[ \t]/g, "").split("BEGIN:VEVENT").slice(1);
    const event = events.find((one) => one.includes(`DTSTART;VALUE=DATE:${day}\r\n`) && one.includes(`SUMMARY:${kind}`));
    ok(event && event.includes(title), say("subscribe", `${site}: the calendar holds what is to come`), events.length);
    await hand.follow(page, section.getByRole("link", { name: tongue.how }));
    await page.waitForURL(/\/subscribe\/$/);
    ok(await page.locator(`main a[href$="${file}feed.xml"]`).first().isVisible(), say("subscribe", `${site}: and all of them are on one page`));
  }
}

/* What did the amendment of 2026 change in article 12?  And what became of a registry between two days? */
async function compare({ page, hand, tongue, say, start }) {
  await start("example", "policies/cluster-measures-2024/");
  await hand.follow(page, page.locator('main a[href$="/compare/2025-01-01..2026-05-01/"]').first());
  await page.waitForURL(/\/compare\/2025-01-01\.\.2026-05-01\/$/);
  const row = page.locator("tr.r-changed");
  is(await row.count(), 1, say("compare", "one article was changed"));
  is(await words(row.locator("ins")), `。${tongue.change}`, say("compare", "by these words"));
  is(await row.locator("del").count(), 0, say("compare", "and nothing taken out"));

  await start("real", "registries/cn-sme-clusters/");
  const link = page.locator("#batches ~ ul a[href*='/compare/']").first();
  await hand.follow(page, link);
  await page.waitForURL(/\/compare\//);
  const names = await page.locator("main table").innerText();
  ok(names.includes("中山市小榄镇智能锁具产业集群"), say("compare", "two lists of a registry: who is new"));
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
  for (const tongue of [CHINESE, ENGLISH]) {
    for (const [hand, options] of ways) {
      const isScripted = options.javaScriptEnabled !== false;
      const how = `${tongue.folder || "zh/"}${isScripted ? hand.name : "no scripts"}`;
      const page = await browser.page(options);
      const go = {
        page,
        hand,
        tongue,
        isScripted,
        say: (journey, what) => `${how}, ${journey}: ${what}`,
        start: (site, file) => page.goto(browser.address(site, tongue.folder + file))
      };
      for (const journey of [certified, clause, found, notice, subscribe, compare]) await journey(go);
      none(browser.troubles.splice(0), `${how}: no other host, no error, nothing refused`);
      await page.close();
    }
  }
  await keys(browser);
  none(browser.troubles, "no error on the way");
  await browser.stop();
});
