#!/usr/bin/env node
/* The pictures in docs/, of the fictional authority: pictures.js FOLDER (see `make pictures`). */
"use strict";
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { start } = require("./lib/browser");

const folder = process.argv[2];
const wide = { viewport: { width: 1280, height: 960 } };

(async () => {
  const browser = await start();
  async function picture(name, file, options) {
    const page = await browser.open("example", file, options);
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
    return page;
  }
  const policy = await picture("policy", "policies/cluster-measures-2024/", wide);
  await picture("list-dark", "registries/featured-clusters/", { ...wide, colorScheme: "dark" });
  await picture("notice-phone", "notices/featured-clusters-2026-2/", {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2
  });

  const notice = await browser.open("example", "notices/featured-clusters-2026-1/", wide);
  await notice.locator("section", { has: notice.locator("#counting") }).screenshot({ path: path.join(folder, "notice.png") });

  const made = fs.mkdtempSync(path.join(os.tmpdir(), "pictures-"));
  const paper = path.join(made, "paper.pdf");
  await policy.pdf({ path: paper, preferCSSPageSize: true, printBackground: true });
  const first = ["-f", "2", "-l", "2", "-r", "90", "-png", "-singlefile"];
  execFileSync("pdftoppm", [...first, paper, path.join(folder, "policy-print")]);
  fs.rmSync(made, { recursive: true });
  await browser.stop();
  if (browser.troubles.length) throw new Error(browser.troubles.join("\n"));
})();
