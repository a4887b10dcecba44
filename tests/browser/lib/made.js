/* A site made for one test: the content of the example with something more in it.

     const site = make ("long", { "policies/bulk-1/policy.md": "---\n…" }, "2026-11-20");
     await browser.add ("long", site.folder);
     …
     site.remove (); */
"use strict";
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { execFileSync } = require("node:child_process");
const { ROOT } = require("./sites");

/* FILES: path under content/ → text, or the function of the text there that makes the new one. */
function make(name, files, day) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), `gongbao-${name}-`));
  const content = path.join(root, "content");
  fs.cpSync(path.join(ROOT, "tests/example/content"), content, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    const at = path.join(content, file);
    fs.mkdirSync(path.dirname(at), { recursive: true });
    fs.writeFileSync(at, typeof text === "function" ? text(fs.readFileSync(at, "utf8")) : text);
  }
  const program = process.env.GONGBAO || path.join(ROOT, process.env.BUILD || "build", "gongbao");
  const folder = path.join(root, "site");
  execFileSync(program, ["build", "-C", root, "--out", folder, "--as-of", day], { stdio: "pipe" });
  return { folder, remove: () => fs.rmSync(root, { recursive: true }) };
}

module.exports = { make };
