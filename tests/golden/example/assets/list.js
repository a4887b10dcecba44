/* Lists that work: filter, sort, turn pages, take away as CSV.  What is asked for stands in the address and
   nowhere else.  A list on several pages is read whole when first needed.  Words come from the script element. */
(function () {
  "use strict";
  const words = document.currentScript.dataset;
  const SIZE = 100; // rows of a page
  const FEW = 15; // values of a column that make a choice
  const foreign = /^zh/.test(document.documentElement.lang) ? /(?!)/ : /\p{Script=Han}/u; // content among other words
  const order = new Intl.Collator("zh-CN-u-co-pinyin", { numeric: true }); // the same for every reader
  const fill = (pattern, values) =>
    pattern.replace(/\{(\w+)(?::(.*?)\|(.*?))?\}/g, (all, key, one, more) =>
      more === undefined ? values[key] : String(values[key]) === "1" ? one : more
    );
  const make = (name, props, ...inside) => {
    const made = Object.assign(document.createElement(name), props);
    made.append(...inside);
    return made;
  };
  const button = (text, act) => make("button", { type: "button", textContent: text, onclick: act });
  const plain = (node) => (node ? node.textContent.replace(/\s+/g, " ").trim() : "");

  /* What a cell says: [value, in words]; a date by its digits, a status by its id. */
  function say(cell) {
    const mark = cell.querySelector(".st");
    if (mark) return [mark.className.match(/\bs-([\w-]+)/)[1], plain(mark)];
    const time = cell.querySelector("time");
    const text = time ? time.dateTime.slice(0, 10) : plain(cell.querySelector("a") || cell);
    return [text, text];
  }

  function line(fields) {
    const safe = fields.map((text) => {
      if (/^[=+\-@\t\r＝＋－＠]/.test(text)) text = `'${text}`; // a spreadsheet would compute it
      return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
    });
    return safe.join(",") + "\r\n";
  }

  function work(table, index) {
    const body = table.tBodies[0];
    const own = Array.from(body.rows);
    const columns = Array.from(table.tHead.rows[0].cells, (head, at) => ({
      head,
      at,
      key: head.dataset.key || String(at),
      title: plain(head)
    })).filter(({ head }) => !head.classList.contains("drawn"));
    const pager = index ? null : document.querySelector("nav.pager[data-parts]");
    const total = pager ? +pager.dataset.total : own.length;
    let rows = own;

    /* ---- the address ---- */

    const prefix = index ? `${index + 1}.` : "";
    const names = ["q"].concat(columns.map(({ key }) => `by.${key}`), "sort", "page");
    const get = (name) => new URLSearchParams(location.search).get(prefix + name) || "";
    const isAsked = () => names.some((name) => get(name));
    let isTyping = false; // letters typed one after the other are one step back

    function ask(changes, typing) {
      const asked = new URLSearchParams(location.search);
      names.forEach((name) => {
        const value = name in changes ? changes[name] : name === "page" ? "" : get(name);
        asked.delete(prefix + name);
        if (value) asked.set(prefix + name, value);
      });
      const query = asked.toString();
      const address = location.pathname + (query ? `?${query}` : "") + location.hash;
      history[typing && isTyping ? "replaceState" : "pushState"](null, "", address);
      isTyping = Boolean(typing);
      return renew();
    }

    /* ---- all rows ---- */

    async function part(number) {
      const address = new URL(pager.dataset.folder + (number > 1 ? `page/${number}/` : ""), location.href).href;
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = document.importNode(page.querySelector("table.filter").tBodies[0], true);
      found.querySelectorAll("a[href]").forEach((link) => (link.href = new URL(link.getAttribute("href"), address)));
      return Array.from(found.rows);
    }

    let reading = pager ? null : Promise.resolve();
    let failed = "";
    function whole() {
      if (reading) return reading;
      count.textContent = fill(words.reading, { all: total });
      const here = +plain(pager.querySelector("[aria-current]"));
      const parts = Array.from({ length: pager.dataset.parts }, (_, at) => (at + 1 === here ? own : part(at + 1)));
      reading = Promise.all(parts)
        .then((all) => {
          rows = [].concat(...all);
          document.dispatchEvent(new CustomEvent("gongbao:rows", { detail: rows.filter((row) => !own.includes(row)) }));
        })
        .catch(() => (failed = ` ${words.failed}`))
        .then(choices);
      return reading;
    }

    /* ---- what is shown ---- */

    function chosen() {
      const wanted = get("q").toLowerCase().split(/\s+/);
      const by = columns.filter(({ key }) => get(`by.${key}`)).map(({ at, key }) => [at, get(`by.${key}`)]);
      const found = rows.filter((row) => {
        const text = row.textContent.toLowerCase();
        return wanted.every((word) => text.includes(word)) && by.every(([at, value]) => say(row.cells[at])[0] === value);
      });
      const column = columns.find(({ key }) => key === get("sort").replace(/^-/, ""));
      if (!column) return found;
      const turn = get("sort")[0] === "-" ? -1 : 1;
      return found
        .map((row) => [say(row.cells[column.at])[1], row])
        .sort(([a], [b]) => (!a || !b ? !a - !b : turn * order.compare(a, b)))
        .map(([, row]) => row);
    }

    function show() {
      const asked = isAsked();
      const isWhole = asked && rows !== own;
      const found = asked ? chosen() : own;
      const pages = asked ? Math.max(1, Math.ceil(found.length / SIZE)) : 1;
      const page = Math.min(pages, Math.max(1, parseInt(get("page"), 10) || 1));
      body.replaceChildren(...(asked ? found.slice((page - 1) * SIZE, page * SIZE) : found));
      table.classList.toggle("merged", isWhole);
      if (pager) pager.hidden = isWhole;
      if (input.value.trim() !== get("q")) input.value = get("q");
      selects.forEach((select) => (select.value = get(`by.${select.name}`)));
      columns.forEach(({ head, key }) => {
        head.removeAttribute("aria-sort");
        if (get("sort").replace(/^-/, "") === key)
          head.setAttribute("aria-sort", get("sort")[0] === "-" ? "descending" : "ascending");
      });
      count.textContent = (asked ? fill(words.count, { n: found.length, all: rows.length }) : "") + failed;
      reset.hidden = !asked;
      turns.hidden = pages < 2;
      place.textContent = fill(words.place, { page: page, pages: pages });
      back.disabled = page === 1;
      on.disabled = page === pages;
      back.onclick = () => turn(page - 1);
      on.onclick = () => turn(page + 1);
    }
    const renew = () => (isAsked() ? whole() : Promise.resolve()).then(show);
    const turn = (page) => ask({ page: page > 1 ? page : "" }).then(() => table.scrollIntoView());

    /* ---- taken away ---- */

    async function save() {
      await whole();
      show();
      const fields = (of, small) => columns.reduce((all, one) => all.concat(of(one), one.head.dataset.small ? small(one) : []), []);
      const lines = (isAsked() ? chosen() : rows).map((row) => {
        const cell = ({ at }) => row.cells[at];
        const link = row.querySelector("a[href]");
        return fields((one) => say(cell(one))[1], (one) => plain(cell(one).querySelector("small"))).concat(link ? link.href : "");
      });
      lines.unshift(fields(({ title }) => title, ({ head }) => head.dataset.small).concat(words.address));
      const url = URL.createObjectURL(new Blob(["\ufeff"].concat(lines.map(line)), { type: "text/csv" }));
      const name = location.pathname.split("/").filter(Boolean).map(decodeURIComponent).join("-") || "list";
      make("a", { href: url, download: `${name}.csv` }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60000);
    }

    /* ---- the controls ---- */

    const input = make("input", { type: "search" });
    input.addEventListener("input", () => ask({ q: input.value.trim() }, true));
    input.addEventListener("change", () => (isTyping = false));
    const count = make("output", {});
    count.setAttribute("role", "status");
    const nothing = {};
    names.forEach((name) => (nothing[name] = ""));
    const reset = button(words.reset, () => ask(nothing));
    reset.hidden = true;
    const back = button(words.previous);
    const on = button(words.next);
    const place = make("span", {});
    const turns = make("div", { className: "turns", hidden: true }, back, place, on);
    const selects = [];

    function choices() {
      columns.slice(1).forEach(({ head, at, key, title }) => {
        if (!head.dataset.key || rows.some((row) => row.cells[at].querySelector("time"))) return;
        const values = new Map(rows.map((row) => say(row.cells[at])));
        values.delete("");
        if (values.size < 2 || values.size > FEW || values.size === rows.length) return;
        const select = make("select", { name: key }, new Option(words.all, ""));
        values.forEach((text, value) => {
          const option = new Option(text, value);
          if (foreign.test(text)) option.lang = "zh-CN";
          select.append(option);
        });
        select.addEventListener("change", () => ask({ [`by.${key}`]: select.value }));
        selects.push(select);
        reset.before(make("label", {}, title, select));
      });
    }

    columns.forEach(({ head, key }) => {
      const sort = button("", () => ask({ sort: (get("sort") === key ? "-" : "") + key }));
      head.dataset.printed = head.textContent; // buttons are not printed again on the next sheet
      sort.append(...head.childNodes);
      head.append(sort);
    });
    if (pager || own.length > 7) {
      const box = make("div", { className: "filter-box" }, make("label", {}, words.filter, input), reset);
      box.append(button(words.save, save), count);
      if (pager) {
        const all = button(fill(words.whole, { all: total }), () => {
          all.remove();
          whole().then(show).then(() => (selects[0] || input).focus());
        });
        reset.before(all);
      } else choices();
      table.closest(".scroll").before(box);
      table.closest(".scroll").after(turns);
    }
    addEventListener("popstate", () => {
      isTyping = false;
      renew();
    });
    if (isAsked()) renew();
  }

  document.querySelectorAll("table.filter").forEach(work);
})();
