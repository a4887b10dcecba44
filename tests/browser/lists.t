#!/usr/bin/env node
// Lists that work, days that are picked, the self-check.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { test, ok, is, none } = require("./lib/tap");
const { start } = require("./lib/browser");
const { ROOT, sites } = require("./lib/sites");
const { make } = require("./lib/made");

const words = async (place) => (await place.innerText()).replace(/\s+/g, " ").trim();
const names = async (page) =>
  (await page.locator("table.filter tbody tr").evaluateAll((rows) => rows.map((row) => row.cells[0].querySelector("a").textContent))).join();
const query = (page) => decodeURIComponent(new URL(page.url()).search);
const said = (page, text) => page.locator(".filter-box output", { hasText: text }).first().waitFor();

async function saved(page) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出 CSV" }).click()]);
  return { name: file.suggestedFilename(), text: fs.readFileSync(await file.path(), "utf8") };
}

/* The provincial register: 21 clusters, of which four were certified in 2023 and ended in July 2026. */
async function filter(browser) {
  const page = await browser.open("real", "registries/gd-sme-clusters/");
  const before = await names(page);
  await page.getByLabel("状态").selectOption({ label: "期满，未见复核记录" });
  await said(page, "显示4项，共21项");
  is(query(page), "?by.status=term-ended", "a filter stands in the address");
  await page.getByLabel("筛选", { exact: true }).fill("高要");
  await said(page, "显示1项，共21项");
  const one = await names(page);
  is(query(page), "?q=高要&by.status=term-ended", "and what was typed beside it");

  const other = await browser.page();
  await other.goto(page.url());
  await said(other, "显示1项，共21项");
  is(await names(other), one, "who is sent the address sees the same rows");
  is(await other.getByLabel("状态").inputValue(), "term-ended", "and how they were chosen");
  await other.goto(page.url().replace("/registries/", "/en/registries/"));
  is(await names(other), one, "in the other language as well");
  await other.close();

  await page.goBack();
  await said(page, "显示4项，共21项");
  is(await page.getByLabel("筛选", { exact: true }).inputValue(), "", "the way back takes back what was typed, at once");
  await page.goBack();
  await page.waitForFunction(() => !location.search);
  is(await names(page), before, "then the filter");

  const column = page.getByRole("columnheader", { name: "有效期至" });
  await column.getByRole("button").focus();
  await page.keyboard.press("Enter");
  is(await column.getAttribute("aria-sort"), "ascending", "the keyboard sorts by a column");
  const days = () => page.locator("tbody time").evaluateAll((all) => all.map((one) => one.dateTime));
  const up = await days();
  is(up.join(), up.slice().sort().join(), "earliest first");
  await page.keyboard.press("Enter");
  is(query(page), "?sort=-last_day", "once more: latest first, as the address says");
  await page.getByLabel("筛选", { exact: true }).fill("没有这样的集群");
  await said(page, "显示0项，共21项");
  await page.getByRole("button", { name: "清除条件" }).click();
  is(await names(page), before, "all can be taken back");
  await page.close();
}

async function save(browser) {
  const page = await browser.open("real", "registries/gd-sme-clusters/");
  await page.getByLabel("状态").selectOption({ label: "期满，未见复核记录" });
  await said(page, "显示4项，共21项");
  // A name that a spreadsheet would compute, and one with everything that has to be quoted.
  await page.evaluate(() => {
    const links = document.querySelectorAll("table.filter tbody th a");
    links[0].textContent = '=HYPERLINK("https://example.com")';
    links[1].textContent = "＠甲,乙";
  });
  const { name, text } = await saved(page);
  is(name, "registries-gd-sme-clusters.csv", "the file is named after the list");
  is(text.charCodeAt(0), 0xfeff, "it begins with a byte order mark, for Excel");
  const lines = text.slice(1).split("\r\n");
  is(lines[0], "名称,所在地,批次,有效期至,状态,网址", "a line of heads");
  is(lines.length, 6, "four rows are shown, four are in the file");
  ok(lines[1].startsWith(`"'=HYPERLINK(""https://example.com"")",`), "nothing in it is computed", lines[1]);
  ok(lines[2].startsWith(`"'＠甲,乙",`), "nor by full-width signs", lines[2]);
  ok(
    /,2026-07-09,期满，未见复核记录,http:\/\/127\.0\.0\.1:\d+\/registries\/gd-sme-clusters\/entries\/[a-z-]+\/$/.test(lines[3]),
    "dates by digits, statuses in words, addresses in full",
    lines[3]
  );
  await page.close();
}

/* What the choices above a list do has its own pages: 4 of the 16 clusters are in Shenzhen. */
async function rolls(browser) {
  for (const [folder, city] of [["", "市"], ["en/", "City"]]) {
    const page = await browser.open("real", `${folder}registries/cn-sme-clusters/`, { javaScriptEnabled: false });
    const all = await page.locator("tbody tr", { hasText: "广东省深圳市" }).count();
    await page.locator(".facets summary").getByText(city, { exact: true }).click();
    await page.locator(".facets").getByRole("link", { name: "深圳市" }).click();
    await page.waitForURL(/\/by\/city\//);
    const rows = page.locator("table.filter tbody tr");
    is(await rows.count(), all, `without scripts, ${folder || "zh/"}: the clusters of one city`);
    is(await rows.filter({ hasText: "深圳市" }).count(), all, "and of no other");
    await page.close();
  }
}

/* A list on several pages: 240 policies beside those of the example. */
async function long(browser) {
  const policies = {};
  for (let n = 1; n <= 240; n++) {
    const day = `20${String(10 + (n % 10))}-03-${String(1 + (n % 28)).padStart(2, "0")}`;
    policies[`policies/bulk-${n}/policy.md`] =
      `---\ntitle: 第${n}号示例文件\nissuer: ${n % 2 ? "city-gov" : "city-industry"}\nkind: other\nsigned: ${day}\neffect:\n  date: ${day}\nvalidity:\n  indefinite: true\n---\n\n# 第${n}号示例文件\n\n一段文字。\n`;
  }
  const own = fs.readdirSync(path.join(ROOT, "tests/example/content/policies")).length;
  const site = make("long", policies, sites[0].day);
  await browser.add("long", site.folder);
  const page = await browser.open("long", "policies/", { viewport: { width: 1280, height: 900 } });
  const first = await names(page);
  is(first.split(",").length, 100, "a long list comes in parts");
  await page.getByLabel("筛选", { exact: true }).fill("第7号示例");
  await said(page, `显示1项，共${240 + own}项`);
  is(await names(page), "第7号示例文件", "what is filtered is the whole list");
  ok(await page.locator("nav.pager").isHidden(), "the pages of the whole list are out of the way");
  is(
    await page.locator("table.filter tbody a").evaluate((link) => link.href),
    browser.address("long", "policies/bulk-7/"),
    "a row from another page leads where it led there"
  );
  await page.getByRole("button", { name: "清除条件" }).click();
  is(await names(page), first, "without conditions the page is what it was");
  ok(await page.locator("nav.pager").isVisible(), "and has its pages again");

  await page.getByRole("button", { name: "名称" }).click();
  await said(page, `显示${240 + own}项`);
  const place = page.locator(".turns span");
  is(await words(place), "第1页，共3页", "a sorted list is turned over in place");
  await page.getByRole("button", { name: "下一页" }).click();
  await page.getByRole("button", { name: "下一页" }).click();
  is(query(page), "?sort=title&page=3", "the address knows the page");
  is((await names(page)).split(",").length, 40 + own, "the last one holds the rest");
  await page.waitForLoadState("networkidle");
  await page.reload();
  await page.locator(".turns span", { hasText: "第3页" }).waitFor();
  is((await names(page)).split(",").length, 40 + own, "also when it is opened anew");
  const { text } = await saved(page);
  is(text.trim().split("\r\n").length, 1 + 240 + own, "the file holds all of them");
  ok(/^名称,文号、发布机构,/.test(text.slice(1)), "with number and issuer in a column of their own", text.slice(0, 60));
  await page.goto(browser.address("long", "policies/page/2/"));
  await page.getByRole("button", { name: `筛选全部${240 + own}项` }).click();
  await page.getByLabel("状态").selectOption("expired");
  await said(page, `，共${240 + own}项`);
  is((await names(page)).split(",").includes("第7号示例文件"), false, "a status chosen on page 2 chooses among all");
  await page.close();
  site.remove();
}

/* The national register changed on 2023-01-11 and then on 2024-09-19. */
async function days(browser) {
  const page = await browser.open("real", "registries/cn-sme-clusters/");
  const pick = async (day) => {
    await page.getByLabel("看哪一日的名录").fill(day);
    await page.getByRole("button", { name: "查看", exact: true }).click();
  };
  await pick("2022-12-28");
  await said(page, "知道日期的变动始于2022-12-29，此前的名录没有页面。");
  await pick("2026-11-22");
  await said(page, "请选一个不晚于今天的日期。");
  await pick("2024-09-18");
  await page.waitForURL(/\/on\/2023-01-11\/\?day=2024-09-18$/);
  await said(page, "您选的是2024-09-18：到这一日为止，知道日期的变动最近一次在2023-01-11");
  await pick("2024-09-19");
  await page.waitForURL(/\/on\/2024-09-19\/\?day=2024-09-19$/);
  ok(true, "any day leads to the list of that day, from each list again");
  await page.close();
}

/* Article 13 of the provincial measures against part 2 and 5 of Zhuhai's annex: 35 亿元 are enough for the
   city (32) and not for the province (40); growth of 10 % is more than 8 and not more than 10. */
async function check(browser) {
  const page = await browser.open("real", "criteria/");
  const value = (name, text) => page.getByLabel(name, { exact: true }).fill(text);
  await value("近三年每年产值", "３５");
  await value("产值年均增速", "10%");
  await value("占地面积", "100");
  await value("国家级高新技术企业、省级专精特新中小企业、创新型中小企业和链主企业、单项冠军企业", "12");
  await page.getByRole("button", { name: "核对" }).click();
  const of = (name) => page.locator(".result section", { has: page.getByRole("heading", { name }) });
  const province = await words(of("省级集群"));
  const city = await words(of("珠海市级集群"));
  ok(province.includes("有数值的条件10项：符合2项，不符合2项，未填6项。"), "the province: what is met, what not, what is not answered", province);
  const nation = await words(of("国家级集群"));
  ok(nation.includes("不符合 近三年每年产值：填写35 亿元，要求≥ 40 亿元"), "the nation asks as much", nation);
  ok(city.includes("有数值的条件10项：符合4项，不符合0项，未填6项。"), "the city asks less", city);
  ok(province.includes("不符合 近三年每年产值：填写35 亿元，要求≥ 40 亿元 第十三条（二）"), "each with the clause", province);
  ok(province.includes("不符合 产值年均增速：填写10 %，要求> 10 %"), "more than ten is not ten");
  ok(city.includes("符合 占地面积：填写100 平方公里，要求≤ 100 平方公里"), "at most a hundred is");
  ok(/符合 以下各项符合一项即可 未填 主导产业的.*符合 国家级高新/.test(city), "of two conditions joined by or, one is enough", city);
  ok(province.includes("已失效"), "that the rules of the province have expired is said beside");
  ok((await words(page.locator(".result"))).startsWith("这里只比较数字，不是认定"), "it is no decision, and says so first");
  ok(await of("省级集群").getByRole("link", { name: "第十三条（二）" }).first().isVisible(), "the clause is a link");
  await value("近三年每年产值", "四十");
  await page.getByRole("button", { name: "核对" }).click();
  is(await page.locator("[aria-invalid]").count(), 1, "what is no number is not guessed");
  await page.getByRole("button", { name: "清空" }).click();
  is(await words(page.locator(".result")), "", "and all is gone when cleared");
  is(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length), 0, "nothing is kept");
  await page.close();

  const plain = await browser.open("real", "criteria/", { javaScriptEnabled: false });
  const row = plain.locator("tr[data-measure=output-value]");
  is(await row.locator("td").first().locator("div > b").innerText(), "≥ 40 亿元", "without scripts the table says it all");
  is(await plain.locator("main form").count(), 0, "and no form that does nothing");
  ok((await words(plain.locator("#others + ul"))).includes("东莞市战略性产业集群"), "a list without conditions is left out, and said");
  const first = (measure) => words(plain.locator(`tr[data-measure=${measure}] td`).first());
  ok((await first("area")).includes("占地面积一般不超过100平方公里"), "the nation's list comes first");
  is(await first("supply-chain"), "未收录", "of rules that are not published here nothing is said to be absent");
  await plain.close();
}

test(async () => {
  const browser = await start();
  for (const part of [filter, save, rolls, long, days, check]) await part(browser);
  none(browser.troubles, "no error on the way");
  await browser.stop();
});
