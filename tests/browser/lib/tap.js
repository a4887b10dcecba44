/* TAP for prove.  A test is

     #!/usr/bin/env node
     const { test, ok, is, none } = require("./lib/tap");
     test(async () => {
       ok(truth, "what this shows");
     });

   It fails as well where it throws, or ends before its last line. */
"use strict";

let checks = 0;

function say(lines) {
  for (const line of lines) process.stderr.write(`# ${String(line).split("\n").join("\n# ")}\n`);
}

/* ok (TRUE, NAME, DETAIL…): the details are shown where it fails. */
function ok(truth, name, ...details) {
  console.log(`${truth ? "ok" : "not ok"} ${++checks} - ${name.replace(/#/g, "＃")}`);
  if (!truth) {
    say(details);
    process.exitCode = 1;
  }
  return Boolean(truth);
}

function is(got, wanted, name) {
  return ok(got === wanted, name, `got: ${JSON.stringify(got)}`, `wanted: ${JSON.stringify(wanted)}`);
}

/* none (LIST, NAME): the list is empty; its first entries are shown where it is not. */
function none(list, name) {
  const more = list.length > 20 ? [`… and ${list.length - 20} more`] : [];
  return ok(list.length === 0, name, ...list.slice(0, 20), ...more);
}

/* test (BODY): BODY is run, and the plan closes what it printed. */
async function test(body) {
  try {
    await body();
  } catch (error) {
    ok(false, "it runs to its end", error.stack);
  }
  console.log(`1..${checks}`);
  /* A browser that was left open by what failed keeps nothing waiting. */
  process.stdout.write("", () => process.exit());
}

module.exports = { test, ok, is, none };
