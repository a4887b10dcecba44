/* Lists that work: filter, sort, turn pages, take away as CSV.  The address keeps the state.  A list on
   several pages is read whole, page by page, when first needed.  Words come from the script element. */
(function () {
  "use strict";
  const words = document.currentScript.dataset;
  const foreign = /^zh/.test(document.documentElement.lang) ? /(?!)/ : /\p{Script=Han}/u; // content among other words
  const SIZE = 100; // rows of a page
  const FEW = 15; // values of a column that make a choice
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
    const time = cell.querySelector("time");
    const marks = cell.querySelectorAll(".st");
    const mark = marks[marks.length - 1];
    if (mark) return [mark.className.match(/\bs-([\w-]+)/)[1], plain(mark)];
    const text = time ? time.dateTime.slice(0, 10) : plain(cell.querySelector("a") || cell);
    return [text, text];
  }

  function field(text) {
    if (/^[=+\-@\t\r＝＋－＠]/.test(text)) text = `'${text}`; // a spreadsheet would compute it
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  }

  function work(table, index) {
    const body = table.tBodies[0];
    const own = Array.from(body.rows);
    const heads = Array.from(table.tHead.rows[0].cells);
    const key = (column) => heads[column].dataset.key || String(column);
    const prefix = index ? `${index + 1}.` : "";
    const pager = index ? null : document.querySelector("nav.pager[data-parts]");
    const total = pager ? +pager.dataset.total : own.length;
    let rows = own;
    let reading = pager ? null : Promise.resolve();
    let typed = false;
    let state;

    /* ---- the state and the address ---- */

    function read() {
      const asked = new URLSearchParams(location.search);
      const get = (name) => asked.get(prefix + name) || "";
      state = { q: get("q"), sort: get("sort"), page: Math.max(1, parseInt(get("page"), 10) || 1), by: {} };
      heads.forEach((head, column) => {
        const wanted = get(`by.${key(column)}`);
        if (wanted) state.by[key(column)] = wanted;
      });
    }
    const isAny = () => Boolean(state.q || state.sort || state.page > 1 || Object.keys(state.by).length);

    function write(typing) {
      const asked = new URLSearchParams(location.search);
      Array.from(asked.keys()).forEach((name) => {
        if (/^(q|sort|page|by\..*)$/.test(name.slice(prefix.length)) && name.startsWith(prefix)) asked.delete(name);
      });
      if (state.q) asked.set(`${prefix}q`, state.q);
      Object.keys(state.by).forEach((name) => asked.set(`${prefix}by.${name}`, state.by[name]));
      if (state.sort) asked.set(`${prefix}sort`, state.sort);
      if (state.page > 1) asked.set(`${prefix}page`, state.page);
      const query = asked.toString();
      const address = location.pathname + (query ? `?${query}` : "") + location.hash;
      history[typing && typed ? "replaceState" : "pushState"](null, "", address);
      typed = typing;
    }

    /* ---- all rows ---- */

    function part(number) {
      const address = new URL(pager.dataset.folder + (number > 1 ? `page/${number}/` : ""), location.href).href;
      return fetch(address)
        .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.status))))
        .then((html) => {
          const found = new DOMParser().parseFromString(html, "text/html").querySelector("table.filter");
          found.querySelectorAll("a[href]").forEach((link) => {
            link.href = new URL(link.getAttribute("href"), address).href;
          });
          return Array.from(found.tBodies[0].rows, (row) => document.importNode(row, true));
        });
    }

    function whole() {
      if (reading) return reading;
      count.textContent = fill(words.reading, { all: total });
      const parts = new Array(+pager.dataset.parts);
      const current = +plain(pager.querySelector("[aria-current]")) - 1;
      parts[current] = own;
      let next = 0;
      const more = () => {
        if (next === current) next++;
        const at = next++;
        return at >= parts.length ? null : part(at + 1).then((got) => (parts[at] = got)).then(more);
      };
      reading = Promise.all([more(), more(), more(), more()]).then(
        () => {
          rows = [].concat(...parts);
          table.classList.add("merged");
          document.dispatchEvent(new CustomEvent("gongbao:rows", { detail: rows }));
          choices();
        },
        () => (failed = true)
      );
      return reading;
    }
    let failed = false;

    /* ---- what is shown ---- */

    function chosen() {
      const wanted = state.q.toLowerCase().split(/\s+/);
      let found = rows.filter((row) => {
        const text = row.textContent.toLowerCase();
        return (
          wanted.every((word) => text.includes(word)) &&
          heads.every((head, column) => !state.by[key(column)] || say(row.cells[column])[0] === state.by[key(column)])
        );
      });
      const column = heads.findIndex((head, at) => key(at) === state.sort.replace(/^-/, ""));
      if (column < 0) return found;
      const turn = state.sort[0] === "-" ? -1 : 1;
      found = found.map((row) => [say(row.cells[column])[1], row]);
      found.sort(([a], [b]) => (!a || !b ? !a - !b : turn * a.localeCompare(b, "zh-CN", { numeric: true })));
      return found.map(([, row]) => row);
    }

    function show() {
      const any = isAny();
      const found = any ? chosen() : own;
      const pages = any ? Math.max(1, Math.ceil(found.length / SIZE)) : 1;
      state.page = Math.min(state.page, pages);
      const first = any ? (state.page - 1) * SIZE : 0;
      body.replaceChildren(...found.slice(first, first + SIZE));
      table.classList.toggle("merged", any && rows !== own);
      if (pager) pager.hidden = any && rows !== own;
      input.value = state.q;
      selects.forEach((select) => (select.value = state.by[select.name] || ""));
      heads.forEach((head, column) => {
        if (state.sort.replace(/^-/, "") !== key(column)) head.removeAttribute("aria-sort");
        else head.setAttribute("aria-sort", state.sort[0] === "-" ? "descending" : "ascending");
      });
      count.textContent =
        (any ? fill(words.count, { n: found.length, all: rows.length }) : "") + (failed ? ` ${words.failed}` : "");
      reset.hidden = !any;
      turns.hidden = pages < 2;
      place.textContent = fill(words.place, { page: state.page, pages: pages });
      back.disabled = state.page === 1;
      on.disabled = state.page === pages;
    }

    const redo = () => (isAny() ? whole() : Promise.resolve()).then(show);
    function change(alter, typing) {
      state.page = 1;
      alter();
      write(typing);
      redo();
    }

    /* ---- taken away ---- */

    function save() {
      whole().then(() => {
        const columns = heads.map((head, at) => at).filter((at) => !heads[at].classList.contains("drawn"));
        const head = columns.reduce((all, at) => all.concat(plain(heads[at]), heads[at].dataset.small || []), []);
        const lines = (isAny() ? chosen() : rows).map((row) => {
          const line = columns.reduce((all, at) => {
            const cell = row.cells[at];
            return all.concat(say(cell)[1], heads[at].dataset.small ? plain(cell.querySelector("small")) : []);
          }, []);
          const link = row.querySelector("a[href]");
          return line.concat(link ? link.href : "");
        });
        const text = [head.concat(words.address)].concat(lines).map((line) => line.map(field).join(",") + "\r\n");
        const url = URL.createObjectURL(new Blob(["\ufeff", ...text], { type: "text/csv" }));
        const name = location.pathname.split("/").filter(Boolean).map(decodeURIComponent).join("-") || "list";
        make("a", { href: url, download: `${name}.csv` }).click();
        setTimeout(() => URL.revokeObjectURL(url), 60000);
        show();
      });
    }

    /* ---- the controls ---- */

    const input = make("input", { type: "search" });
    input.addEventListener("input", () => change(() => (state.q = input.value.trim()), true));
    input.addEventListener("change", () => (typed = false));
    const count = make("output", {});
    count.setAttribute("role", "status");
    const reset = button(words.reset, () => change(() => (state = { q: "", sort: "", page: 1, by: {} })));
    const back = button(words.previous, () => turn(-1));
    const on = button(words.next, () => turn(1));
    const place = make("span", {});
    const turns = make("div", { className: "turns", hidden: true }, back, place, on);
    const box = make("div", { className: "filter-box" }, make("label", {}, words.filter, input));
    const selects = [];

    function turn(by) {
      state.page += by;
      write();
      redo().then(() => table.scrollIntoView());
    }

    function choices() {
      selects.splice(0).forEach((select) => select.parentNode.remove());
      heads.forEach((head, column) => {
        if (column === 0 || !head.dataset.key || rows.some((row) => row.cells[column].querySelector("time"))) return;
        const values = new Map(rows.map((row) => say(row.cells[column])));
        values.delete("");
        if (values.size < 2 || values.size > FEW || values.size === rows.length) return;
        const select = make("select", { name: key(column) }, new Option(words.all, ""));
        values.forEach((text, value) => {
          const option = new Option(text, value);
          if (foreign.test(text)) option.lang = "zh-CN";
          select.append(option);
        });
        select.addEventListener("change", () =>
          change(() => {
            if (select.value) state.by[select.name] = select.value;
            else delete state.by[select.name];
          })
        );
        selects.push(select);
        reset.before(make("label", {}, plain(head), select));
      });
    }

    heads.forEach((head, column) => {
      if (head.classList.contains("drawn")) return;
      const sort = button("", () => change(() => (state.sort = (state.sort === key(column) ? "-" : "") + key(column))));
      sort.append(...head.childNodes);
      head.append(sort);
    });
    reset.hidden = true;
    if (pager || own.length > 7) {
      const all = button(fill(words.whole, { all: total }), () => {
        all.remove();
        whole().then(show).then(() => (selects[0] || input).focus());
      });
      box.append(reset, button(words.save, save), count);
      if (pager) reset.before(all);
      else choices();
      table.closest(".scroll").before(box);
      table.closest(".scroll").after(turns);
    }
    addEventListener("popstate", () => {
      read();
      typed = false;
      redo();
    });
    read();
    if (isAny()) redo();
  }

  document.querySelectorAll("table.filter").forEach(work);
})();
