/* The list of a registry on any day: leads to the page of the last day of change up to the day picked.
   Words and the page that knows the days come from the element [data-days]. */
(function () {
  "use strict";
  const place = document.querySelector("[data-days]");
  if (!place) return;
  const words = place.dataset;
  const today = new Date(Date.now() + 288e5).toISOString().slice(0, 10); // in Beijing

  /* [{day, href}], the latest first. */
  function list(from, address) {
    return Array.from(from.querySelectorAll("[data-days] a"), (link) => ({
      day: link.querySelector("time").dateTime,
      href: new URL(link.getAttribute("href"), address).href
    }));
  }
  function days() {
    if (!words.days) return Promise.resolve(list(document, location.href));
    const address = new URL(words.days, location.href).href;
    return fetch(address)
      .then((answer) => answer.text())
      .then((html) => list(new DOMParser().parseFromString(html, "text/html"), address));
  }

  const picked = new URLSearchParams(location.search).get("day");
  const own = location.pathname.match(/\/on\/(\d{4}-\d\d-\d\d)\//);
  const form = document.createElement("form");
  const label = document.createElement("label");
  const input = document.createElement("input");
  const go = document.createElement("button");
  const said = document.createElement("output");
  form.className = "filter-box";
  form.noValidate = true;
  input.type = "date";
  input.max = today;
  input.value = picked || (own && own[1]) || today;
  go.textContent = words.go;
  said.setAttribute("role", "status");
  label.append(words.pick, input);
  form.append(label, go, said);
  place.before(form);
  const turns = document.querySelector("meta[name='gongbao:turns']"); // on the last of the days alone
  if (own && picked && picked > own[1]) {
    const text = turns && turns.content <= picked ? words.later : words.since;
    const values = { day: own[1], picked: picked, turns: turns && turns.content };
    said.textContent = text.replace(/\{(\w+)\}/g, (all, key) => values[key]);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = input.value;
    if (!wanted || wanted > today) {
      said.textContent = words.future;
      return;
    }
    days().then(
      (all) => {
        const found = all.find((one) => one.day <= wanted);
        if (found) location.assign(`${found.href}?day=${wanted}`);
        else said.textContent = words.before.replace("{day}", all[all.length - 1].day);
      },
      () => (said.textContent = words.failed)
    );
  });
})();
