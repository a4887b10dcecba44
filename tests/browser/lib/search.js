/* The search of a built site beside plain substring search over the same texts, and the bytes that it
   takes.

     node tests/browser/lib/search.js SITE [QUERIES]     prints what it measured */
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");
const zlib = require("node:zlib");

/* What is read from a site, as a web server would send it: JSON compressed, the rest as it is. */
function reader(folder) {
  const sent = { bytes: 0, files: 0 };
  const read = async (name, binary) => {
    const bytes = fs.readFileSync(path.join(folder, "search", name));
    sent.files++;
    sent.bytes += binary ? bytes.length : zlib.gzipSync(bytes).length;
    return binary ? new Uint8Array(bytes).buffer : JSON.parse(bytes);
  };
  return { read, sent };
}

/* The first half of a site's search.js. */
function load(folder) {
  const context = vm.createContext({});
  vm.runInContext(fs.readFileSync(path.join(folder, "assets/search.js"), "utf8"), context);
  return context.GongbaoSearch;
}

/* Every document with its units, folded: [{title, units: ["…"]}], in the order of their numbers. */
function texts(folder, fold) {
  const index = JSON.parse(fs.readFileSync(path.join(folder, "search/index.json")));
  const parts = Array.from(index.files).flatMap((_, i) =>
    JSON.parse(fs.readFileSync(path.join(folder, `search/texts/${i}.json`)))
  );
  let at = 0;
  return Array.from(index.parts).map((n) => {
    const own = parts.slice(at, (at += n.codePointAt(0) - 48));
    return { address: own[0].h, units: own.flatMap((part) => part.u.map((unit) => fold(unit[2]).join(""))) };
  });
}

/* The same numbers on every machine. */
function random(seed) {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/* @n phrases of 2 to 8 characters out of the texts. */
function phrases(documents, n, seed) {
  const next = random(seed);
  const found = [];
  while (found.length < n) {
    const units = documents[next(documents.length)].units;
    const lines = units[next(units.length)].split("\n").filter((line) => line.length >= 8);
    if (!lines.length) continue;
    const line = lines[next(lines.length)];
    const length = 2 + (found.length % 7);
    const from = next(line.length - length + 1);
    found.push(line.slice(from, from + length));
  }
  return found;
}

/* {recall, precision, shown, wrong, sure, mean, most, misses}: of what is found, of that what has been
   looked at when it is shown, how often the number is certain, and the bytes that a fresh reader
   fetches for the first results. */
async function measure(folder, queries, SHOWN = 5) {
  const { once, find, fold } = load(folder);
  const documents = texts(folder, fold);
  const wanted = typeof queries === "number" ? phrases(documents, queries, 20261121) : queries;
  const sums = { truth: 0, found: 0, right: 0, shown: 0, wrong: 0, sure: 0 };
  const bytes = [];
  const misses = [];
  for (const query of wanted) {
    const folded = fold(query).join("");
    const truth = new Set();
    documents.forEach((one, i) => {
      if (one.units.some((unit) => unit.includes(folded))) truth.add(i);
    });
    const { read, sent } = reader(folder);
    const answers = (await find(once(read), { q: query })) || [];
    for (const answer of answers.slice(0, SHOWN)) {
      const result = await answer.look();
      if (result) sums.shown++;
      if (Boolean(result) !== truth.has(answer.document)) sums.wrong++;
    }
    if (answers.sure) sums.sure++;
    if (answers.sure && answers.length !== truth.size) sums.wrong++;
    bytes.push(sent.bytes);
    const found = new Set(answers.map((answer) => answer.document));
    const right = Array.from(truth).filter((one) => found.has(one)).length;
    if (right < truth.size) misses.push(query);
    sums.truth += truth.size;
    sums.found += found.size;
    sums.right += right;
  }
  return {
    queries: wanted.length,
    documents: documents.length,
    recall: sums.right / sums.truth,
    precision: sums.right / sums.found,
    shown: sums.shown,
    wrong: sums.wrong,
    sure: sums.sure / wanted.length,
    mean: bytes.reduce((a, b) => a + b, 0) / bytes.length,
    most: Math.max(...bytes),
    misses
  };
}

module.exports = { measure, load, texts };

if (require.main === module)
  measure(process.argv[2], Number(process.argv[3] || 500)).then((result) => console.log(result));
