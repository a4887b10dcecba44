#!/usr/bin/env node
// Every feed and calendar of the sites, by the schemas of their formats and by other people's parsers.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { execFileSync, spawnSync } = require("node:child_process");
const Ajv = require("ajv");
const formats = require("ajv-formats");
const { test, ok, is, none } = require("./lib/tap");
const { ROOT, sites } = require("./lib/sites");

const SCHEMAS = path.join(ROOT, "tests/schemas");

const all = (pattern) =>
  sites.flatMap((site) => site.files.filter((file) => pattern.test(file)).map((file) => path.join(site.folder, file)));

/* What ics.py says of @files, a line each. */
function calendars(files) {
  const out = execFileSync(path.join(SCHEMAS, "ics.py"), files, { encoding: "utf8", maxBuffer: 1 << 26 });
  return out.split("\n").filter(Boolean);
}

/* A calendar with a fault in it is found out. */
function faulty(good, folder) {
  const faults = {
    "LF alone": (text) => text.replace("\r\n", "\n"),
    "a long line": (text) => text.replace("END:VEVENT", `X-LONG:${"x".repeat(70)}\r\nEND:VEVENT`),
    "an end that is not after the day": (text) => text.replace(/(DTSTART(;VALUE=DATE:\d+).*?DTEND);VALUE=DATE:\d+/s, "$1$2"),
    "no UID": (text) => text.replace(/UID:.*\r\n/, ""),
    "a date with dashes": (text) => text.replace(/DTSTART;VALUE=DATE:(....)(..)(..)/, "DTSTART;VALUE=DATE:$1-$2-$3"),
    "a comma": (text) => text.replace("SUMMARY:", "SUMMARY:a,b")
  };
  return Object.entries(faults).filter(([name, make]) => {
    const file = path.join(folder, "faulty.ics");
    fs.writeFileSync(file, make(good));
    const run = spawnSync(path.join(SCHEMAS, "ics.py"), [file], { encoding: "utf8" });
    return run.status === 0 && run.stdout === "" ? name : null;
  });
}

test(() => {
  const atom = all(/\.xml$/).filter((file) => path.basename(file) === "feed.xml");
  ok(atom.length > 20, `${atom.length} Atom feeds`);
  const lint = spawnSync("xmllint", ["--nonet", "--noout", "--relaxng", path.join(SCHEMAS, "atom.rng"), ...atom], {
    encoding: "utf8"
  });
  none(lint.error ? [String(lint.error)] : lint.stderr.split("\n").filter((line) => line && !/ validates$/.test(line)),
    "each is valid by the grammar of RFC 4287");
  const texts = atom.map((file) => [file, fs.readFileSync(file, "utf8")]);
  none(texts.filter(([, text]) => {
    const ids = Array.from(text.matchAll(/<id>(.*?)<\/id>/g), (found) => found[1]);
    return new Set(ids).size !== ids.length;
  }).map(([file]) => file), "and has an id for each entry");

  const ajv = new Ajv({ strict: false, allErrors: true });
  formats(ajv);
  const validate = ajv.compile(JSON.parse(fs.readFileSync(path.join(SCHEMAS, "jsonfeed11.json"), "utf8")));
  const json = all(/(^|\/)feed\.json$/);
  is(json.length, atom.length, "a JSON Feed beside each");
  none(json.flatMap((file) => validate(JSON.parse(fs.readFileSync(file, "utf8"))) ? [] : [`${file}: ${ajv.errorsText(validate.errors)}`]),
    "each is valid by its schema");
  none(json.filter((file) => {
    const items = JSON.parse(fs.readFileSync(file, "utf8")).items;
    return items.length !== fs.readFileSync(file.replace(/json$/, "xml"), "utf8").split("<entry>").length - 1;
  }), "with as many entries");

  const ics = all(/\.ics$/);
  ok(ics.length > 20, `${ics.length} calendars`);
  none(calendars(ics), "each is what RFC 5545 asks for, to the byte and to another parser");
  const folder = fs.mkdtempSync(path.join(require("node:os").tmpdir(), "feeds-"));
  none(faulty(fs.readFileSync(ics[0], "utf8"), folder).map(([name]) => name), "a calendar with a fault is told from them");
  fs.rmSync(folder, { recursive: true });
  const record = sites.find((site) => site.name === "record");
  const whole = fs.readFileSync(path.join(record.folder, "calendar/calendar.ics"), "utf8");
  ok(/STATUS:CANCELLED/.test(whole), "what the replayed record promised and took back is cancelled");
});
