/* A headless Chromium, and the sites served to it on this machine alone.

     const browser = await start();
     const page = await browser.open("example", "policies/", { colorScheme: "dark", javaScriptEnabled: false });
     …
     none(browser.troubles, "nothing went wrong on any page");
     await browser.stop();

   `troubles` collects, from every page opened, whatever no page may do: ask another host, log an error or a
   warning (so also what the Content-Security-Policy refuses), throw, ask for what is not there.

   In the browser it is noon of the day for which the sites are built; `now` in the options is another time. */
"use strict";
const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const { chromium } = require("playwright-core");
const { sites, today } = require("./sites");

/* What is waited for has gone wrong after this, however busy the machine is; in milliseconds. */
const PATIENCE = 120000;

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".xml": "application/xml",
  ".ics": "text/calendar; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".txt": "text/plain; charset=utf-8"
};

/* A plain static host: files, index.html of folders, 404.html. */
function serve(folder) {
  const server = http.createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, "http://site").pathname);
    let file = path.join(folder, asked);
    if (file.endsWith("/")) file += "index.html";
    const there = file.startsWith(folder) && fs.existsSync(file) && fs.statSync(file).isFile();
    if (!there) file = path.join(folder, "404.html");
    response.writeHead(there ? 200 : 404, {
      "Content-Type": TYPES[path.extname(file)] || "application/octet-stream"
    });
    response.end(fs.readFileSync(file));
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

async function start() {
  const servers = {};
  const origins = {};
  /* One more site, from FOLDER. */
  async function add(name, folder) {
    servers[name] = await serve(folder);
    origins[name] = `http://127.0.0.1:${servers[name].address().port}`;
  }
  for (const site of sites) await add(site.name, site.folder);
  const chrome = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    timeout: PATIENCE,
    env: { ...process.env, TMPDIR: "/tmp" }, // the name of its socket may have 107 bytes
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
  });
  const troubles = [];
  const contexts = new Map();

  function watch(page) {
    const at = () => decodeURIComponent(page.url());
    const local = (url) =>
      Object.values(origins).some((origin) => url.startsWith(`${origin}/`)) || /^(about|data|blob):/.test(url);
    page.on("request", (request) => {
      if (!local(request.url())) troubles.push(`${at()}: asks ${request.url()}`);
    });
    page.on("requestfailed", (request) => {
      /* The reader went on before it had come; what is missing answers with its status, below. */
      if (request.failure().errorText === "net::ERR_ABORTED" && request.url().startsWith("http://127.0.0.1:")) return;
      troubles.push(`${at()}: ${request.url()} failed: ${request.failure().errorText}`);
    });
    page.on("response", (response) => {
      const meant = response.url().endsWith("/404.html");
      if (response.status() >= 400 && !meant) troubles.push(`${response.url()}: ${response.status()}`);
    });
    page.on("pageerror", (error) => troubles.push(`${at()}: ${error.message}`));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) troubles.push(`${at()}: ${message.text()}`);
    });
  }

  async function context({ now = `${today}T12:00:00+08:00`, ...options }) {
    const made = await chrome.newContext({
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
      reducedMotion: "reduce",
      ...options
    });
    await made.clock.setFixedTime(now);
    return made;
  }

  /* A new page with these options of a browser context (viewport, colorScheme, javaScriptEnabled…). */
  async function page(options = {}) {
    const key = JSON.stringify(options);
    if (!contexts.has(key)) contexts.set(key, context(options));
    const made = await (await contexts.get(key)).newPage();
    made.setDefaultTimeout(PATIENCE);
    watch(made);
    return made;
  }

  const address = (site, file) =>
    `${origins[site]}/${file.split("/").map(encodeURIComponent).join("/")}`.replace(/index\.html$/, "");

  async function open(site, file, options) {
    const made = await page(options);
    await made.goto(address(site, file));
    return made;
  }

  async function stop() {
    await chrome.close();
    for (const server of Object.values(servers)) {
      server.close();
      server.closeAllConnections();
    }
  }

  return { origins, troubles, add, page, open, address, stop };
}

/* each (LIST, WORKERS, JOB): JOB on every item, WORKERS at once, each with its own state made by `make`. */
async function each(list, workers, make, job) {
  const left = list.slice();
  await Promise.all(
    Array.from({ length: workers }, async () => {
      const state = await make();
      for (let item = left.shift(); item; item = left.shift()) await job(item, state);
    })
  );
}

module.exports = { start, each };
