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

  const fields = new Map(); // row → {input, wrong, name, unit, value}
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

  function read(field) {
    const value = number(field.input.value);
    const bad = Number.isNaN(value);
    field.value = bad ? null : value;
    field.wrong.textContent = bad ? words.wrong : "";
    if (bad) field.input.setAttribute("aria-invalid", "true");
    else field.input.removeAttribute("aria-invalid");
  }

  /* ---- the result ---- */

  const mark = (state) => make("b", { className: `st s-${state}`, textContent: words[state] });

  function line({ rule, field, state }) {
    const text = compose(field.value === null ? words.asked : words.given, {
      name: field.name,
      value: `${field.value} ${field.unit}`.trim(),
      rule: plain(rule.querySelector("b"))
    });
    const clause = rule.querySelector("a.clause");
    return make("li", {}, mark(state), " ", ...text, " ", clause ? clause.cloneNode(true) : "");
  }

  function judge(head) {
    const groups = new Map(); // conditions of which one is enough stand together
    let others = 0;
    const rules = `tr[data-measure] [data-scheme="${head.dataset.scheme}"] [data-comparison]`;
    table.querySelectorAll(rules).forEach((rule, at) => {
      const { value, comparison, either } = rule.dataset;
      if (!value) {
        others++;
        return;
      }
      const field = fields.get(rule.closest("tr"));
      const state = field.value === null ? "open" : holds[comparison](field.value, Number(value)) ? "met" : "unmet";
      groups.set(either || at, (groups.get(either || at) || []).concat({ rule, field, state }));
    });
    if (!groups.size) return "";
    const sums = { n: groups.size, others: others, met: 0, unmet: 0, open: 0 };
    const lines = Array.from(groups.values(), (all) => {
      const state = ["met", "open", "unmet"].find((one) => all.some((each) => each.state === one));
      sums[state]++;
      if (all.length === 1) return line(all[0]);
      return make("li", {}, mark(state), ` ${words.either}`, make("ul", {}, ...all.map(line)));
    });
    const status = head.querySelector(".st");
    return make(
      "section",
      {},
      make("h3", {}, said(plain(head.querySelector("a"))), " ", status ? status.cloneNode(true) : ""),
      make("p", { textContent: fill(words.sum, sums) }),
      make("ul", { className: "lines" }, ...lines)
    );
  }

  const result = make("div", { className: "result", tabIndex: -1 });
  const told = make("p", { className: "none" });
  told.setAttribute("role", "status");

  function check(event) {
    event.preventDefault();
    fields.forEach(read);
    const parts = Array.from(table.tHead.querySelectorAll("th[data-scheme]"), judge);
    result.replaceChildren(make("p", { className: "inset", textContent: words.caveat }), ...parts);
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
