/* Full text without a server.  The first half knows the files and nothing of the page; it gives
   itself to whoever runs it without a page.  The second half is the page.

   A phrase stands only where its pairs of neighbouring characters do, at places that follow one
   another.  What is shown has been looked at: the texts of the documents shown are fetched, so that
   the words stand there as they were asked for. */
(function () {
  "use strict";

  /* ---- characters: as generator/text/gram.c folds them ---- */

  const same = new Map();
  for (const row of ["([{【〔〖", ")]}】〕〗", "\"'‘’“”「」『』", "-~‐‑‒–—―−〜", "《〈", "》〉", "·•・"])
    for (const c of row) same.set(c, row[0]);
  const unseen = /[\0- \x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/;

  /* Folded characters; "\n" between lines.  With places: where in the text each comes from. */
  function fold(text, places) {
    const out = [];
    let at = 0;
    for (const c of text) {
      if (c === "\n") out.push(c);
      else
        for (const k of c.normalize("NFKC"))
          if (!unseen.test(k)) out.push(same.get(k) || (k < "[" ? k.toLowerCase() : k));
      if (places) while (places.length < out.length) places.push(at);
      at += c.length;
    }
    return out;
  }

  /* The words of a question, folded. */
  const words = (text) => text.split(/\s+/).map((word) => fold(word)).filter((word) => word.length);

  /* Where any of @wanted stands in @text: [[from, to]], in order, what touches as one. */
  function marks(text, wanted) {
    const places = [];
    const chars = fold(text, places);
    const found = [];
    places.push(text.length);
    places.forEach((from, at) => {
      const here = wanted.filter((word) => word.every((c, i) => chars[at + i] === c));
      if (!here.length) return;
      const to = places[at + Math.max(...here.map((word) => word.length))];
      const last = found[found.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else found.push([from, to]);
    });
    return found;
  }

  function number(first, second) {
    let h = Math.imul(first.codePointAt(0), 0x9e3779b1) ^ Math.imul(second.codePointAt(0), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
    return h ^ (h >>> 15);
  }

  /* ---- files ---- */

  /* The postings of a pair, by generator/search/postings.h: Map part → {places, named}; of @n parts. */
  function decode(buffer, wanted, n) {
    const found = new Map();
    const bytes = new Uint8Array(buffer);
    const view = new DataView(buffer);
    const bit = (from, i) => (bytes[from + (i >> 3)] >> (i & 7)) & 1;
    let at = 0;
    const fixed = () => view.getInt32((at += 4) - 4, true);
    function varint() {
      for (let value = 0, shift = 0; ; shift += 7) {
        value |= (bytes[at] & 127) << shift;
        if (bytes[at++] < 128) return value >>> 0;
      }
    }
    while (at < bytes.length) {
      const key = fixed();
      const end = varint() + at;
      if (key !== wanted) at = end;
      else if (bytes[at++] === 0) {
        const names = at + ((n + 7) >> 3);
        for (let i = 0; i < n; i++) if (bit(at, i)) found.set(i, { places: -1, named: bit(names, i) });
        break;
      } else
        for (let part = -1; at < end; ) {
          const value = varint();
          part += value & 1 ? value >>> 2 : value >>> 7;
          found.set(part, { places: value & 1 ? fixed() : 1 << (value >>> 2), named: (value >> 1) & 1 });
        }
    }
    return found;
  }

  function unroll(runs) {
    const all = [];
    for (const [value, n] of runs) for (let i = 0; i < n; i++) all.push(value);
    return all;
  }
  const counts = (text) => Array.from(text, (n, i) => [i, n.codePointAt(0) - 48]);

  const FILTERS = ["kind", "status", "issuer", "year"];
  /* So many files of texts are fetched where this makes sure of a number. */
  const FILES = 6;

  /* @read (NAME, BINARY): a promise of JSON, or of an ArrayBuffer; of each only once. */
  function once(read) {
    const kept = new Map();
    return function (name, binary) {
      if (!kept.has(name)) {
        const asked = read(name, binary);
        asked.catch(() => kept.delete(name));
        kept.set(name, asked);
      }
      return kept.get(name);
    };
  }

  async function open(get, { issuer }) {
    const index = await get("index.json");
    if (issuer) index.issuer = unroll(await get("issuers.json"));
    if (index.document) return index;
    for (const name of ["kind", "status", "year"]) index[name] = unroll(index[name]);
    index.document = unroll(counts(index.parts));
    index.file = unroll(counts(index.files));
    return index;
  }

  /* The documents that may hold @word: Map document → {named, parts}. */
  async function holders(get, index, word) {
    /* Of a long phrase its ends and what lies between are enough. */
    const ats = Array.from(new Set([0, 1, 2, 3].map((i) => Math.round(((word.length - 2) * i) / 3))));
    const pair = async (at) => {
      const key = number(word[at], word[at + 1]);
      const name = (key & (index.shards - 1)).toString(16).padStart(3, "0");
      return decode(await get(`pairs/${name}.bin`, true), key, index.document.length);
    };
    const lists = await Promise.all(ats.map(pair));
    const found = new Map();
    for (const part of lists.reduce((a, b) => (b.size < a.size ? b : a)).keys()) {
      let [places, named] = [-1, 1];
      lists.forEach((list, i) => {
        const one = list.get(part) || { places: 0 };
        places &= (one.places >>> ats[i]) | (one.places << -ats[i]); // shifts are modulo 32
        named &= one.named;
      });
      if (!places) continue;
      const known = found.get(index.document[part]) || { named: 0, parts: [] };
      known.named |= named;
      known.parts.push(part);
      found.set(index.document[part], known);
    }
    return found;
  }

  /* Looks into the texts: null where the words are not there, else what to show:
     {head, kind, status, units: [[anchor, label, text]]}. */
  async function look(get, index, all, { document, parts }) {
    const left = new Set(all);
    const units = [];
    /* A single character, of which the index knows nothing, may stand anywhere. */
    if (!all.length || all.some((word) => word.length === 1))
      for (let i = index.document.indexOf(document); index.document[i] === document; i++) parts = parts.concat(i);
    for (const part of new Set(parts)) {
      const file = index.file[part];
      const head = (await get(`texts/${file}.json`))[part - index.file.indexOf(file)];
      for (const unit of head.u) {
        const here = all.filter((word) => marks(unit[2], [word]).length);
        if (here.some((word) => word.length > 1 || left.has(word))) units.push(unit);
        here.forEach((word) => left.delete(word));
      }
      if (!left.size) return { head, units, kind: index.kind[document], status: index.status[document] };
    }
    return null;
  }

  /* What may answer {q, kind, status, issuer, year}, best first: [{document, look: what to show, or null
     where the words are not there}], with `sure`: they are in each, and `missing`: the words that stand
     nowhere.  null: the words are too short for the index.  Without words, all that is left. */
  async function find(get, values) {
    const all = words(values.q);
    const wanted = all.filter((word) => word.length > 1);
    if (all.length && !wanted.length) return null;
    const index = await open(get, values);
    const lists = await Promise.all(wanted.map((word) => holders(get, index, word)));
    let found = Array.from(lists.length ? lists[0].keys() : new Set(index.document))
      .filter((one) => lists.every((list) => list.has(one)))
      .filter((one) => FILTERS.every((name) => !values[name] || index[name][one] === values[name]))
      .map((document) => {
        const own = lists.map((list) => list.get(document));
        const parts = [].concat(own.map((one) => one.parts[0]), ...own.map((one) => one.parts));
        const named = own.every((one) => one.named);
        return { document, named, parts, look: () => look(get, index, all, { document, parts }) };
      })
      .sort((a, b) => b.named - a.named || a.document - b.document);
    let sure = all.every((word) => word.length === 2);
    if (!sure && new Set(found.map((one) => index.file[one.parts[0]])).size <= FILES) {
      const looked = await Promise.all(found.map((one) => one.look()));
      found = found.filter((_, i) => looked[i]);
      sure = true;
    }
    const missing = wanted.filter((_, i) => !lists[i].size).map((word) => word.join("")).join(" ");
    return Object.assign(found, { sure, missing });
  }

  if (typeof document === "undefined") {
    globalThis.GongbaoSearch = { once, find, fold };
    return;
  }

  /* ---- the page ---- */

  const NAMES = ["q"].concat(FILTERS);
  const SHOWN = 5;
  const LOOKS = 40; // texts read before it is asked whether to go on
  const UNITS = 3; // shown of a document
  const [BEFORE, AFTER] = [40, 200]; // characters around the first mark
  const byId = (id) => document.getElementById(id);
  const form = byId("search");
  const say = form.dataset;
  const title = document.title;
  form.after(byId("answer").content);
  const [place, said, list, button, advice, without] = ["place", "said", "list", "more", "advice", "without"].map(byId);
  let current;

  const get = once(async (name, binary) => {
    const answer = await fetch(say.data + name);
    if (!answer.ok) throw new Error(name);
    return binary ? answer.arrayBuffer() : answer.json();
  });

  const fill = (pattern, n) => pattern.replace("{n}", () => n).replace(/\{n:(.*?)\|(.*?)\}/, n === 1 ? "$1" : "$2");

  function make(name, props, ...inside) {
    const made = Object.assign(document.createElement(name), props);
    made.append(...inside);
    return made;
  }

  const option = (value) => (form.querySelector(`[value="${value}"]`) || {}).textContent || "";

  /* @text with what was found marked, as far as it is between @from and @to. */
  function marked(text, found, from = 0, to = text.length) {
    const out = make("span", { lang: "zh-CN" }, from ? "… " : "");
    for (const [start, end] of found.filter((one) => one[1] <= to)) {
      out.append(text.slice(from, start), make("mark", {}, text.slice(start, end)));
      from = end;
    }
    out.append(text.slice(from, to), text.slice(to).trim() ? " …" : "");
    return out;
  }

  function show({ head, kind, status, units }, wanted) {
    const href = say.root + head.h;
    const whole = (text) => marked(text, marks(text, wanted));
    const facts = make("p", { className: "by" });
    if (status) facts.append(make("b", { className: `st s-${status.split(".")[1]}` }, option(status)), " ");
    facts.append(option(kind));
    for (const fact of [head.n && whole(head.n), head.i && whole(head.i), head.d]) if (fact) facts.append(" · ", fact);
    const item = make("li", {}, make("h3", {}, make("a", { href }, whole(head.t))), facts);
    const names = [head.t, head.n, head.i].filter(Boolean).join("\n");
    for (const [anchor, label, all] of units) {
      const lead = anchor ? label : names;
      const text = (all.startsWith(lead) ? all.slice(lead.length) : all).trim();
      const found = marks(text, wanted);
      const [start, end] = found[0] || marks(label, wanted)[0] || [];
      if (!end || text === head.t || item.children.length === 2 + UNITS) continue;
      const line = make("p", {}, marked(text, found, Math.max(0, start - BEFORE), Math.max(end, start + AFTER)));
      if (label) line.prepend(make("a", { href: `${href}#${encodeURIComponent(anchor)}` }, whole(label)), " ");
      item.append(line);
    }
    list.append(item);
  }

  /* Shows up to @most more; what turns out not to hold the words is left out of the count. */
  async function more(ask, most) {
    const { found, values } = ask;
    const goal = ask.shown + most;
    const last = Math.min(found.length, ask.at + LOOKS);
    while (ask.at < last && ask.shown < goal) {
      const batch = found.slice(ask.at, Math.min(last, ask.at + goal - ask.shown));
      const results = await Promise.all(batch.map((one) => one.look()));
      if (ask !== current) return;
      ask.at += batch.length;
      for (const result of results.filter(Boolean)) {
        show(result, words(values.q));
        ask.shown++;
      }
    }
    const n = found.length - ask.at + ask.shown;
    button.hidden = ask.at === found.length;
    if (found.sure || button.hidden) said.textContent = n ? fill(say.count, n) : await none(ask);
    else said.textContent = ask.shown * 2 > ask.at ? fill(say.about, n) : fill(say.further, ask.at);
  }

  /* Nothing was found: why. */
  async function none({ values, found }) {
    const n = values.q ? (await find(get, { q: values.q })).length : 0;
    without.hidden = !n;
    without.href = `?q=${encodeURIComponent(values.q)}`;
    without.textContent = fill(say.without, n);
    return fill(found.missing ? say.missing : say.none, found.missing);
  }

  async function run(ask, most) {
    place.setAttribute("aria-busy", "true");
    button.hidden = true;
    try {
      if (!ask.found) ask.found = await find(get, ask.values);
      if (ask !== current) return;
      if (ask.found) await more(ask, most);
      else said.textContent = say.short;
      advice.hidden = ask.shown > 0;
    } catch (error) {
      if (ask === current) said.textContent = say.failed;
    }
    place.setAttribute("aria-busy", ask !== current);
  }

  /* What is asked is in the address. */
  function answer() {
    const asked = new URLSearchParams(location.search);
    const values = {};
    for (const name of NAMES) {
      const field = form.elements[name];
      field.value = asked.get(name) || "";
      values[name] = field.value.trim();
    }
    current = { values, at: 0, shown: 0 };
    place.hidden = NAMES.every((name) => !values[name]);
    advice.hidden = without.hidden = true;
    list.textContent = "";
    document.title = values.q ? `${values.q} - ${title}` : title;
    said.textContent = say.busy;
    if (!place.hidden) run(current, (history.state || {}).shown || SHOWN);
  }

  function ask(event) {
    event.preventDefault();
    const query = `?${new URLSearchParams(Array.from(new FormData(form)).filter(([, value]) => value.trim()))}`;
    if (query !== location.search) history.pushState(null, "", query);
    answer();
  }

  button.addEventListener("click", async () => {
    const next = list.children.length;
    await run(current, SHOWN);
    history.replaceState({ shown: current.shown }, "");
    if (list.children[next]) list.children[next].querySelector("a").focus();
  });
  form.addEventListener("submit", ask);
  form.addEventListener("change", (event) => event.target.id === "q" || ask(event));
  addEventListener("popstate", answer);
  answer();
})();
