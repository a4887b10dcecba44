/* The self-check: figures typed here are compared with those of the table, in the browser alone; nothing
   is sent or kept.  Conditions come from the table, words from the script element. */
(function () {
  "use strict";
  const words = document.currentScript.dataset;
  const table = document.querySelector("table.schemes");
  if (!table) return;
  const fill = (pattern, values) =>
    pattern.replace(/\{(\w+)(?::(.*?)\|(.*?))?\}/g, (all, key, one, more) =>
      more === undefined ? values[key] : String(values[key]) === "1" ? one : more
    );
  const foreign = /^zh/.test(document.documentElement.lang) ? /(?!)/ : /\p{Script=Han}/u; // content among other words
  const said = (text) => (foreign.test(text) ? make("span", { lang: "zh-CN" }, text) : text);
  const compose = (pattern, values) => pattern.split(/\{(\w+)\}/).map((text, at) => (at % 2 ? said(values[text]) : text));
  const make = (name, props, ...inside) => {
    const made = Object.assign(document.createElement(name), props);
    made.append(...inside);
    return made;
  };
  const plain = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const holds = {
    "at-least": (a, b) => a >= b,
    "at-most": (a, b) => a <= b,
    "more-than": (a, b) => a > b,
    "less-than": (a, b) => a < b,
    equals: (a, b) => a === b
  };

  /* ---- the form ---- */

  const fields = new Map(); // row → input
  const list = make("div", { className: "measures" });
  table.querySelectorAll("tr[data-measure]").forEach((row, at) => {
    if (!row.querySelector("[data-value]")) return;
    const id = `measure-${at}`;
    const input = make("input", { id: id, inputMode: "decimal", autocomplete: "off" });
    const wrong = make("small", { id: `${id}-wrong`, className: "wrong" });
    input.setAttribute("aria-describedby", `${id}-unit ${wrong.id}`);
    fields.set(row, { input: input, wrong: wrong, name: plain(row.cells[0]), unit: row.dataset.unit || "" });
    list.append(
      make(
        "div",
        {},
        make("label", { htmlFor: id }, said(plain(row.cells[0]))),
        make("span", {}, input, " ", make("span", { id: `${id}-unit` }, said(row.dataset.unit || ""))),
        wrong
      )
    );
  });
  if (!fields.size) return;

  /* A number as people write it: 1,200 １２００ 40%; NaN for anything else, null for nothing. */
  function number(text) {
    const bare = text.normalize("NFKC").replace(/[\s,，]|%$/g, "");
    return bare === "" ? null : /^[-+]?(\d+\.?\d*|\.\d+)$/.test(bare) ? Number(bare) : NaN;
  }

  function answer(row) {
    const field = fields.get(row);
    const value = number(field.input.value);
    const bad = Number.isNaN(value);
    field.wrong.textContent = bad ? words.wrong : "";
    if (bad) field.input.setAttribute("aria-invalid", "true");
    else field.input.removeAttribute("aria-invalid");
    return bad ? null : value;
  }

  /* ---- the result ---- */

  const mark = (state) => make("b", { className: `st s-${state}`, textContent: words[state] });

  function line(one) {
    const clause = one.rule.querySelector("a.clause");
    const text = compose(one.value === null ? words.asked : words.given, {
      name: one.field.name,
      value: `${one.value} ${one.field.unit}`.trim(),
      rule: plain(one.rule.querySelector("b"))
    });
    const item = make("li", {}, mark(one.state), " ", ...text, " ");
    if (clause) item.append(clause.cloneNode(true));
    return item;
  }

  function judge(head, values) {
    const scheme = head.dataset.scheme;
    const sums = { met: 0, unmet: 0, open: 0 };
    const lines = make("ul", { className: "lines" });
    const groups = new Map(); // conditions of which one is enough
    let words_only = 0;
    table.querySelectorAll("tr[data-measure]").forEach((row) => {
      const cell = Array.from(row.cells).find((one) => one.dataset.scheme === scheme);
      cell.querySelectorAll("[data-comparison]").forEach((rule) => {
        if (!rule.dataset.value) {
          words_only++;
          return;
        }
        const value = values.get(row);
        const isMet = value !== null && holds[rule.dataset.comparison](value, Number(rule.dataset.value));
        const one = { rule: rule, field: fields.get(row), value: value };
        one.state = value === null ? "open" : isMet ? "met" : "unmet";
        const either = rule.dataset.either;
        if (!either) {
          sums[one.state]++;
          lines.append(line(one));
          return;
        }
        if (!groups.has(either)) groups.set(either, []);
        groups.get(either).push(one);
      });
    });
    groups.forEach((all) => {
      const is = (state) => all.some((one) => one.state === state);
      const state = is("met") ? "met" : is("open") ? "open" : "unmet";
      sums[state]++;
      lines.append(make("li", {}, mark(state), ` ${words.either}`, make("ul", {}, ...all.map(line))));
    });
    const title = make("h3", {}, said(plain(head.querySelector("a"))));
    const status = head.querySelector(".st");
    if (status) title.append(" ", status.cloneNode(true));
    const n = sums.met + sums.unmet + sums.open;
    if (!n) return null;
    const sum = fill(words.sum, Object.assign({ n: n, others: words_only }, sums));
    return make("section", {}, title, make("p", { textContent: sum }), lines);
  }

  const result = make("div", { className: "result", tabIndex: -1 });
  const told = make("p", { className: "none" });
  told.setAttribute("role", "status");

  function check(event) {
    event.preventDefault();
    const values = new Map();
    fields.forEach((field, row) => values.set(row, answer(row)));
    const parts = Array.from(table.tHead.querySelectorAll("th[data-scheme]"), (head) => judge(head, values));
    result.replaceChildren(make("p", { className: "inset", textContent: words.caveat }), ...parts.filter(Boolean));
    const bad = list.querySelector("[aria-invalid]");
    told.textContent = bad ? words.wrong : words.done;
    (bad || result).focus();
  }

  const form = make(
    "form",
    { noValidate: true, autocomplete: "off" },
    list,
    make("p", {}, make("button", { textContent: words.check }), " ", make("button", { type: "reset", textContent: words.clear })),
    told
  );
  form.addEventListener("submit", check);
  form.addEventListener("reset", () => {
    result.replaceChildren();
    told.textContent = "";
    list.querySelectorAll("[aria-invalid]").forEach((one) => one.removeAttribute("aria-invalid"));
    list.querySelectorAll(".wrong").forEach((one) => (one.textContent = ""));
  });
  const head = make("h2", { id: "self-check", textContent: words.title });
  const section = make("section", { className: "self-check" }, head, make("p", { textContent: words.about }), form, result);
  section.setAttribute("aria-labelledby", "self-check");
  table.closest(".scroll").after(section);
  const way = make("p", {}, make("a", { className: "all", href: "#self-check", textContent: words.title }));
  document.querySelector("main header").append(way);
})();
