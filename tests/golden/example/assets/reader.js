/* Reading a text: the contents follow, and a reference shows what it refers to.  Runs deferred; the
   words come from the script element. */
(function () {
  "use strict";
  var words = document.currentScript.dataset;

  /* ---- contents ---- */

  /* Beside the text it stays open; above it, it would stand in the way. */
  if (matchMedia("(max-width: 63.99rem)").matches)
    document.querySelectorAll(".contents details").forEach(function (fold) {
      fold.open = false;
    });

  var links = {};
  document.querySelectorAll(".contents a[href^='#']").forEach(function (link) {
    links[decodeURIComponent(link.hash.slice(1))] = link;
  });
  var places = Object.keys(links)
    .map(function (id) {
      return document.getElementById(id);
    })
    .filter(Boolean);
  var current = null;

  /* The last place that has begun above a third of the window. */
  function follow() {
    var line = window.innerHeight / 3;
    var found = null;
    places.forEach(function (place) {
      if (place.getBoundingClientRect().top <= line) found = place;
    });
    var link = found && links[found.id];
    if (link === current) return;
    if (current) current.removeAttribute("aria-current");
    current = link;
    if (!link) return;
    link.setAttribute("aria-current", "true");
    var box = link.closest(".contents");
    if (box.scrollHeight > box.clientHeight)
      box.scrollTop = link.offsetTop - box.offsetTop - box.clientHeight / 2;
  }

  var waiting = false;
  function soon() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(function () {
      waiting = false;
      follow();
    });
  }
  if (places.length) {
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon, { passive: true });
    follow();
  }

  /* ---- references ---- */

  var peek = document.createElement("aside");
  peek.className = "peek";
  peek.id = "peek";
  peek.setAttribute("aria-label", words.peek);
  peek.hidden = true;
  document.body.append(peek);
  var owner = null;
  var timer = 0;
  var pages = {};

  function isReference(link) {
    return link && link.hash && link.matches(".ref, .clause") && link.origin === location.origin;
  }

  function page(link) {
    var address = link.pathname;
    if (address === location.pathname) return Promise.resolve(document);
    pages[address] =
      pages[address] ||
      fetch(address).then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.text().then(function (html) {
          return new DOMParser().parseFromString(html, "text/html");
        });
      });
    return pages[address];
  }

  function excerpt(place) {
    var copy = place.cloneNode(true);
    copy.lang = "zh-CN";
    copy.removeAttribute("id");
    copy.querySelectorAll("[id]").forEach(function (inner) {
      inner.removeAttribute("id");
    });
    copy.querySelectorAll("a").forEach(function (link) {
      link.replaceWith.apply(link, link.childNodes);
    });
    return copy;
  }

  function hide() {
    clearTimeout(timer);
    if (owner) owner.removeAttribute("aria-describedby");
    owner = null;
    peek.hidden = true;
  }

  function show(link) {
    page(link)
      .then(function (from) {
        var place = from.getElementById(decodeURIComponent(link.hash.slice(1)));
        if (owner !== link || !place) return;
        peek.replaceChildren(excerpt(place));
        peek.style.maxHeight = "";
        peek.hidden = false;
        var box = link.getBoundingClientRect();
        var left = Math.min(box.left, document.documentElement.clientWidth - peek.offsetWidth - 16);
        var under = window.innerHeight - box.bottom - 16;
        var over = box.top - 16;
        var isUnder = under >= peek.offsetHeight || under >= over;
        peek.style.maxHeight = Math.min(isUnder ? under : over, window.innerHeight / 2) + "px";
        peek.classList.toggle("cut", peek.scrollHeight > peek.clientHeight);
        peek.style.left = Math.max(left, 16) + scrollX + "px";
        peek.style.top = (isUnder ? box.bottom + 8 : box.top - peek.offsetHeight - 8) + scrollY + "px";
        link.setAttribute("aria-describedby", "peek");
      })
      .catch(function () {});
  }

  function later(link, delay) {
    if (owner === link) {
      clearTimeout(timer);
      return;
    }
    hide();
    owner = link;
    timer = setTimeout(show, delay, link);
  }
  function leave() {
    clearTimeout(timer);
    timer = setTimeout(hide, 250);
  }

  if (matchMedia("(hover: hover)").matches) {
    document.addEventListener("mouseover", function (event) {
      var link = event.target.closest("a");
      if (isReference(link)) later(link, 250);
      else if (peek.contains(event.target)) clearTimeout(timer);
      else if (owner) leave();
    });
  }
  document.addEventListener("focusin", function (event) {
    if (isReference(event.target)) later(event.target, 0);
    else hide();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("click", hide);
})();
