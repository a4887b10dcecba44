/* Today, on a page that knows only dates: how long until a day that is marked, and what has become of a
   page that has outlived the day on which its words change.  Days are those of Beijing; the words come
   from the script element. */
(function () {
  "use strict";
  const words = document.currentScript.dataset;
  const DAY = 864e5;
  const FAR = 400; // days; what is further off needs no count
  const RECENT = 30; // nor what is long over
  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (all, key) => values[key]);
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

  document.querySelectorAll("svg[data-years]").forEach((drawing) => {
    const [first, last] = drawing.dataset.years.split(" ").map(Number);
    const left = number(`${first}-01-01`);
    const x = (100 * (number(today) - left)) / (number(`${last + 1}-01-01`) - left);
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

  function renew(root) {
    root.querySelectorAll("[data-steps]").forEach((mark) => {
      const step = mark.dataset.steps
        .split("|")
        .map((one) => one.match(/^(\S+) (\S+) (.*)$/))
        .filter((one) => one[1] <= today)
        .pop();
      if (!step) return;
      const now = document.createElement("b");
      now.className = `st s-${step[2]}`;
      now.textContent = step[3];
      mark.classList.add("outdated");
      mark.removeAttribute("data-steps");
      mark.after(" ", now);
      now.after(" ", small(words.computed, "flag"));
    });
  }

  const turns = document.querySelector("meta[name='gongbao:turns']");
  if (!turns || turns.content > today) return;
  renew(document);
  document.addEventListener("gongbao:rows", (event) => event.detail.forEach(renew));
  const note = document.createElement("p");
  note.className = "inset outlived";
  note.setAttribute("role", "note");
  note.textContent = fill(words.outlived, { day: turns.content, today: today });
  document.querySelector("main").prepend(note);
})();
