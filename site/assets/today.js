/* Today, on a page that knows only dates.  Days are those of Beijing, wherever the reader is; the words
   come from the script element.

   How long: below a day that is marked ([data-today]) stand the days, and working days, until it.

   On and after the day in <meta name="gongbao:turns"> a page has outlived itself.  It says so, and nothing
   on it may contradict what its own dates say:
   - [data-steps], what a status and the sentence beside it become by the dates, is brought up to today and
     flagged as computed.  So it is on policies, entries and notices, in lists of them, and wherever else
     their status stands; colours of cards and drawings follow.
   - [data-as-of], what was counted or chosen by status (tallies, the open notices, what comes next) and what a
     text is today (versions), cannot be told from the page: it is flagged with the last day it was right.
   - a list of a past day has neither.  It stays true of that day; the page only says that another day of
     change may have followed.  Dates, timelines and the counting of a notice say no more than dates. */
(function () {
  "use strict";
  const words = document.currentScript.dataset;
  const DAY = 864e5;
  const FAR = 400; // days; what is further off needs no count
  const RECENT = 30; // nor what is long over
  const fill = (pattern, values) =>
    pattern.replace(/\{(\w+)(?::(.*?)\|(.*?))?\}/g, (all, key, one, more) =>
      more === undefined ? values[key] : String(values[key]) === "1" ? one : more
    );
  const today = new Date(Date.now() + 288e5).toISOString().slice(0, 10);
  const number = (day) => Date.parse(day) / DAY;
  const day = (n) => new Date(n * DAY).toISOString().slice(0, 10);

  function small(text, name) {
    const made = document.createElement("small");
    made.className = name;
    made.textContent = text;
    return made;
  }
  /* Below what stands with TIME, and above what explains it. */
  function add(time, text) {
    const place = time.closest("p, dd");
    const why = place.querySelector("details");
    place.insertBefore(small(text, "today"), why);
  }

  /* ---- how long ---- */

  const asked = {};
  /* The number of working days from today to LAST, both included: as the page has counted them, or by the
     calendar; null where that does not reach so far. */
  function working(time, last) {
    if (time.dataset.unit === "calendar") return Promise.resolve(null);
    const counted = document.querySelectorAll("td.counted time");
    if (counted.length) {
      const left = Array.from(counted, (one) => one.dateTime).filter((one) => one >= today);
      return Promise.resolve(left.length);
    }
    const address = time.dataset.workdays;
    if (!address) return Promise.resolve(null);
    asked[address] = asked[address] || fetch(address).then((answer) => answer.json());
    return asked[address].then(({ years }) => {
      const known = new Set(years.map((one) => String(one.year)));
      const off = [].concat(...years.map((one) => one.holidays));
      const on = new Set([].concat(...years.map((one) => one.workdays)));
      let sum = 0;
      for (let n = number(today); n <= number(last); n++) {
        const one = day(n);
        if (!known.has(one.slice(0, 4))) return null;
        const week = (n + 4) % 7; // 1 January 1970 was a Thursday
        const free = week === 0 || week === 6 || off.some(({ from, to }) => from <= one && one <= to);
        if (on.has(one) || !free) sum++;
      }
      return sum;
    });
  }

  document.querySelectorAll("time[data-today]").forEach((time) => {
    const last = time.dateTime.slice(0, 10);
    const left = number(last) - number(today);
    const how = time.dataset.today;
    if (!(left <= FAR)) return;
    if (left < 0) {
      if (how === "closes" && left >= -RECENT) add(time, fill(words.over, { n: -left }));
      return;
    }
    if (how === "opens") {
      if (left > 0) add(time, fill(words.opens, { n: left }));
      return;
    }
    const text = left === 0 ? words.last : fill(words.left, { n: left });
    const opens = (time.closest("article, dl") || document).querySelector("time[data-today=opens]");
    if (how !== "closes" || (opens && opens.dateTime > today)) {
      add(time, text);
      return;
    }
    working(time, last)
      .catch(() => null)
      .then((n) => add(time, n === null ? text : fill(words.working, { left: text, n: n })));
  });

  /* ---- where today stands in drawn time ---- */

  document.querySelectorAll("svg[data-axis]").forEach((drawing) => {
    const [left, right] = drawing.dataset.axis.split(" ").map(number);
    const x = (100 * (number(today) + 0.5 - left)) / (right + 1 - left);
    if (x < 0 || x > 100) return;
    const draw = (name, attributes) => {
      const made = document.createElementNS(drawing.namespaceURI, name);
      Object.keys(attributes).forEach((key) => made.setAttribute(key, attributes[key]));
      drawing.append(made);
      return made;
    };
    draw("line", { class: "now", x1: `${x}%`, x2: `${x}%`, y1: -2, y2: 26 });
    draw("text", { x: `${x}%`, y: -7 }).textContent = words.now;
  });

  /* ---- a page that has outlived its day ---- */

  const turns = document.querySelector("meta[name='gongbao:turns']").content;
  if (turns > today) return;
  const last = day(number(turns) - 1); // the page was right up to it

  /* After ONE, but once where several things stand side by side. */
  function flag(one, text) {
    if (!one.parentElement.querySelector(":scope > .computed")) one.after(" ", small(text, "flag computed"));
  }

  function renew(root) {
    root.querySelectorAll("[data-steps]").forEach((one) => {
      const step = one.dataset.steps
        .split("|")
        .map((text) => text.match(/^(\S+) (\S+) (.*)$/))
        .filter((found) => found[1] <= today)
        .pop();
      if (!step) return;
      one.removeAttribute("data-steps");
      Array.from(one.classList, (name) => /^s-/.test(name) && one.classList.replace(name, `s-${step[2]}`));
      if (one.childElementCount || !one.textContent) return; // only its colour
      one.textContent = step[3];
      flag(one, words.computed);
    });
    root.querySelectorAll("[data-as-of]").forEach((one) => {
      one.removeAttribute("data-as-of");
      one.append(" ", small(fill(words.asOf, { last: last }), "flag"));
    });
  }

  const main = document.querySelector("main");
  renew(main);
  document.addEventListener("gongbao:rows", (event) => event.detail.forEach(renew));
  const note = document.createElement("p");
  note.className = "inset outlived";
  note.setAttribute("role", "note");
  note.textContent = fill(words.outlived, { day: turns, last: last, today: today });
  main.prepend(note);
})();
