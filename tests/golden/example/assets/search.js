/* Full text without a server.  The first half knows the files and nothing of the page; it gives
   itself to whoever runs it without a page.  The second half is the page.

   A phrase stands only where its pairs of neighbouring characters do, at places that follow one
   another (modulo 32, which is what the files keep).  What is shown has been looked at: the texts
   of the documents shown are fetched, so that the words stand there as they were asked for. */
(function () {
  "use strict";

  /* ---- characters: as generator/text/gram.c folds them ---- */

  var same = {
    "[": "(", "{": "(", "]": ")", "}": ")", "'": '"', "~": "-",
    "【": "(", "〔": "(", "〖": "(", "】": ")", "〕": ")", "〗": ")", "〈": "《", "〉": "》",
    "‘": '"', "’": '"', "“": '"', "”": '"', "「": '"', "」": '"', "『": '"', "』": '"',
    "\u2212": "-", "\u301c": "-", "\u2022": "\u00b7", "\u30fb": "\u00b7"
  };
  var unseen = /[\u0000-\u0020\u007f-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/;

  function foldOne(c) {
    if (c >= "A" && c <= "Z") return c.toLowerCase();
    if (c >= "\u2010" && c <= "\u2015") return "-";
    return unseen.test(c) ? "" : same[c] || c;
  }

  /* Folded characters; "\n" between lines.  With places: where in the text each comes from. */
  function fold(text, places) {
    var out = [];
    var at = 0;
    for (var c of text) {
      if (c === "\n") out.push(c);
      else for (var k of c.charCodeAt(0) < 128 ? c : c.normalize("NFKC")) {
        var folded = foldOne(k);
        if (folded) out.push(folded);
      }
      if (places) while (places.length < out.length) places.push(at);
      at += c.length;
    }
    return out;
  }

  function number(first, second) {
    var h = Math.imul(first.codePointAt(0), 0x9e3779b1) ^ Math.imul(second.codePointAt(0), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
    return (h ^ (h >>> 15)) >>> 0;
  }

  /* ---- files ---- */

  /* read(name, binary): a promise of JSON, or of a Uint8Array; null where there is no such file. */
  function Search(read) {
    this.read = read;
    this.kept = {};
  }

  Search.prototype.get = function (name, binary) {
    var kept = this.kept;
    if (!kept[name])
      kept[name] = this.read(name, binary).catch(function (error) {
        delete kept[name];
        throw error;
      });
    return kept[name];
  };

  Search.prototype.index = function () {
    var self = this;
    return this.get("index.json").then(function (index) {
      if (index.documentOf) return index;
      index.firstOf = [];
      index.documentOf = [];
      Array.from(index.parts).forEach(function (n, i) {
        index.firstOf.push(index.documentOf.length);
        for (var k = n.codePointAt(0) - 48; k > 0; k--) index.documentOf.push(i);
      });
      index.fileOf = [];
      index.firstIn = [];
      Array.from(index.files).forEach(function (n, i) {
        index.firstIn.push(index.fileOf.length);
        for (var k = n.codePointAt(0) - 48; k > 0; k--) index.fileOf.push(i);
      });
      return index;
    });
  };

  /* The postings of a pair: Map part → its places, and the set of parts whose names hold it. */
  function decode(bytes, wanted, n) {
    var at = 0;
    function varint() {
      var value = 0;
      for (var shift = 0; ; shift += 7) {
        var byte = bytes[at++];
        value |= (byte & 127) << shift;
        if (byte < 128) return value >>> 0;
      }
    }
    var found = new Map();
    found.named = new Set();
    while (at < bytes.length) {
      var key = (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) >>> 0;
      at += 4;
      var end = varint();
      end += at;
      if (key === wanted) {
        var part = -1;
        if (bytes[at++] === 0) {
          for (part = 0; part < n; part++)
            if (bytes[at + (part >> 3)] & (1 << (part & 7))) {
              found.set(part, -1);
              if (bytes[at + ((n + 7) >> 3) + (part >> 3)] & (1 << (part & 7))) found.named.add(part);
            }
        } else
          while (at < end) {
            var value = varint();
            var places = 1 << ((value >>> 2) & 31);
            part += value & 1 ? value >>> 2 : value >>> 7;
            if (value & 1) {
              places = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
              at += 4;
            }
            found.set(part, places);
            if (value & 2) found.named.add(part);
          }
        return found;
      }
      at = end;
    }
    return found;
  }

  Search.prototype.pair = function (index, first, second) {
    var key = number(first, second);
    var name = ("00" + (key & (index.shards - 1)).toString(16)).slice(-3);
    return this.get("pairs/" + name + ".bin", true).then(function (bytes) {
      return decode(bytes, key, index.documentOf.length);
    });
  };

  /* A long phrase is known by some of its pairs: both ends and what lies between. */
  var PAIRS = 5;

  /* The parts that may hold @chars: Map part → whether its names may. */
  Search.prototype.parts = function (index, chars) {
    var self = this;
    var last = chars.length - 2;
    var offsets = new Set();
    for (var i = 0; i < PAIRS; i++) offsets.add(Math.round((last * i) / (PAIRS - 1)));
    offsets = Array.from(offsets);
    return Promise.all(
      offsets.map(function (at) {
        return self.pair(index, chars[at], chars[at + 1]);
      })
    ).then(function (lists) {
      var found = new Map();
      var shortest = lists.reduce(function (a, b) {
        return b.size < a.size ? b : a;
      });
      shortest.forEach(function (any, part) {
        var places = -1;
        var named = true;
        for (var i = 0; i < lists.length && places; i++) {
          var value = lists[i].get(part) || 0;
          var turn = offsets[i] & 31;
          places &= turn ? (value >>> turn) | (value << (32 - turn)) : value;
          named = named && lists[i].named.has(part);
        }
        if (places) found.set(part, named);
      });
      return found;
    });
  };

  function phrases(text) {
    return text
      .split(/[\s\u3000]+/)
      .map(function (word) {
        return fold(word);
      })
      .filter(function (chars) {
        return chars.length > 1;
      });
  }

  function pick(runs, wanted, set) {
    var at = 0;
    runs.forEach(function (run) {
      if (run[0] !== wanted) for (var i = 0; i < run[1]; i++) set.delete(at + i);
      at += run[1];
    });
  }

  /* What may answer, best first: [{document, parts: [a list for each phrase]}]. */
  Search.prototype.find = function (text, filters) {
    var self = this;
    var wanted = phrases(text);
    if (!wanted.length) return Promise.resolve(null);
    return this.index().then(function (index) {
      return Promise.all([
        Promise.all(
          wanted.map(function (chars) {
            return self.parts(index, chars);
          })
        ),
        filters.issuer ? self.get("issuers.json") : null
      ]).then(function (got) {
        var lists = got[0].map(function (parts) {
          var documents = new Map();
          parts.forEach(function (named, part) {
            var document = index.documentOf[part];
            var known = documents.get(document) || { named: false, parts: [] };
            known.named = known.named || named;
            known.parts.push(part);
            documents.set(document, known);
          });
          return documents;
        });
        var all = new Set(lists[0].keys());
        lists.forEach(function (list) {
          all.forEach(function (document) {
            if (!list.has(document)) all.delete(document);
          });
        });
        if (filters.kind) pick(index.kinds, filters.kind, all);
        if (filters.status) pick(index.statuses, filters.status, all);
        if (filters.year) pick(index.years, filters.year, all);
        if (filters.issuer) pick(got[1], filters.issuer, all);
        return Array.from(all)
          .map(function (document) {
            return {
              document: document,
              named: lists.every(function (list) {
                return list.get(document).named;
              }),
              parts: lists.map(function (list) {
                return list.get(document).parts.sort(function (a, b) {
                  return a - b;
                });
              })
            };
          })
          .sort(function (a, b) {
            return b.named - a.named || a.document - b.document;
          });
      });
    });
  };

  function places(chars, wanted) {
    var found = [];
    for (var i = 0; i + wanted.length <= chars.length; i++) {
      var k = 0;
      while (k < wanted.length && chars[i + k] === wanted[k]) k++;
      if (k === wanted.length) found.push(i);
    }
    return found;
  }

  /* Looks into the texts: null where the words are not there, else what to show:
     {part, kind, status, units: [{anchor, label, text, marks: [[from, to]]}]}. */
  Search.prototype.look = function (text, answer) {
    var self = this;
    var wanted = phrases(text);
    return this.index().then(function (index) {
      function part(number) {
        var file = index.fileOf[number];
        return self.get("texts/" + file + ".json").then(function (parts) {
          return parts[number - index.firstIn[file]];
        });
      }
      /* Part by part until one holds the phrase. */
      function first(chars, numbers, i) {
        if (i === numbers.length) return Promise.resolve(null);
        return part(numbers[i]).then(function (value) {
          var units = [];
          value.u.forEach(function (unit) {
            var from = [];
            var folded = fold(unit[2], from);
            var at = places(folded, chars);
            if (at.length)
              units.push({
                anchor: unit[0],
                label: unit[1],
                text: unit[2],
                marks: at.map(function (i) {
                  var end = i + chars.length;
                  return [from[i], end < from.length ? from[end] : unit[2].length];
                })
              });
          });
          return units.length ? { part: value, units: units } : first(chars, numbers, i + 1);
        });
      }
      return Promise.all(
        wanted.map(function (chars, i) {
          return first(chars, answer.parts[i], 0);
        })
      ).then(function (found) {
        if (found.some(function (one) { return !one; })) return null;
        var seen = new Map();
        found.forEach(function (one) {
          one.units.forEach(function (unit) {
            var key = unit.anchor + "\n" + unit.text;
            if (seen.has(key)) seen.get(key).marks = seen.get(key).marks.concat(unit.marks);
            else seen.set(key, unit);
          });
        });
        function key(runs) {
          var at = 0;
          for (var i = 0; i < runs.length; i++) {
            at += runs[i][1];
            if (answer.document < at) return runs[i][0];
          }
          return "";
        }
        return {
          part: found[0].part,
          kind: key(index.kinds),
          status: key(index.statuses),
          units: Array.from(seen.values())
        };
      });
    });
  };

  if (typeof document === "undefined") {
    globalThis.GongbaoSearch = { Search: Search, fold: fold, phrases: phrases };
    return;
  }

  /* ---- the page ---- */

  var form = document.getElementById("search");
  var words = form.dataset;
  var list = element("ol", "", "found");
  var said = element("p", "");
  var heading = element("h2", words.results);
  var place = document.createElement("section");
  list.id = "list";
  said.id = "said";
  heading.id = "results";
  said.setAttribute("role", "status");
  place.setAttribute("aria-labelledby", "results");
  place.append(heading, said, list);
  place.hidden = true;
  form.after(place);
  var SHOWN = 5;
  /* Texts looked into before it is asked whether to go on. */
  var LOOKS = 12;
  var run = 0;

  function read(name, binary) {
    return fetch(words.data + name).then(function (answer) {
      if (!answer.ok) throw new Error(name + ": " + answer.status);
      return binary ? answer.arrayBuffer().then(function (buffer) { return new Uint8Array(buffer); }) : answer.json();
    });
  }
  var search = new Search(read);

  function element(name, content, className) {
    var made = document.createElement(name);
    if (className) made.className = className;
    made.append(content);
    return made;
  }

  /* {n} by the number, {n:one|more} by the word that goes with it. */
  function fill(pattern, n) {
    return pattern.replace("{n}", n).replace(/\{n:(.*?)\|(.*?)\}/g, n === 1 ? "$1" : "$2");
  }

  function option(name, value) {
    var found = Array.from(form.elements[name].options).find(function (option) {
      return option.value === value;
    });
    return found ? found.textContent : "";
  }

  var AROUND = 40;

  /* The first lines of a unit with what was found, marked. */
  function excerpt(unit) {
    var out = document.createElement("span");
    var marks = unit.marks.sort(function (a, b) { return a[0] - b[0]; });
    var at = 0;
    marks.slice(0, 3).forEach(function (mark) {
      if (mark[0] < at) return;
      var line = unit.text.lastIndexOf("\n", mark[0] - 1) + 1;
      var from = Math.max(at, line, mark[0] - AROUND);
      if (from > at) out.append("… ");
      out.append(unit.text.slice(from, mark[0]), element("mark", unit.text.slice(mark[0], mark[1])));
      var end = unit.text.indexOf("\n", mark[1]);
      at = Math.min(end < 0 ? unit.text.length : end, mark[1] + AROUND);
      out.append(unit.text.slice(mark[1], at));
    });
    if (at < unit.text.trimEnd().length) out.append(" …");
    return out;
  }

  function show(result) {
    var item = document.createElement("li");
    var part = result.part;
    var link = element("a", part.t);
    link.href = words.root + part.h;
    link.lang = "zh-CN";
    var head = element("h3", link);
    item.append(head);
    var facts = element("p", "", "by");
    if (result.status) {
      var name = result.status.slice(result.status.indexOf(".") + 1);
      facts.append(element("b", option("status", result.status), "st s-" + name), " ");
    }
    var names = element("span", [part.n, part.i].filter(Boolean).join(" · "));
    names.lang = "zh-CN";
    [option("kind", result.kind), names.textContent && names, part.d].filter(Boolean).forEach(function (fact, i) {
      facts.append(i ? " · " : "", fact);
    });
    item.append(facts);
    result.units.slice(0, 3).forEach(function (unit) {
      var line = document.createElement("p");
      line.lang = "zh-CN";
      if (unit.anchor) {
        var place = element("a", unit.label || "#");
        place.href = link.href + "#" + encodeURIComponent(unit.anchor);
        if (unit.label) line.append(place, " ");
      }
      line.append(excerpt(unit));
      item.append(line);
    });
    list.append(item);
  }

  function state() {
    var values = {};
    ["q", "kind", "status", "issuer", "year"].forEach(function (name) {
      values[name] = form.elements[name].value.trim();
    });
    return values;
  }

  function answer() {
    var values = state();
    var mine = ++run;
    place.hidden = !values.q;
    list.textContent = "";
    said.textContent = "";
    if (!values.q) return;
    search
      .find(values.q, values)
      .then(function (answers) {
        if (mine !== run) return null;
        if (!answers) {
          said.textContent = words.short;
          return null;
        }
        return more(values, answers, 0, mine);
      })
      .catch(function () {
        if (mine === run) said.textContent = words.failed;
      });
  }

  /* Shows the next few; what turns out not to hold the words is left out of the count. */
  function more(values, answers, from, mine) {
    var shown = 0;
    var wrong = answers.wrong || 0;
    function next(i) {
      if (mine !== run || i >= answers.length || shown === SHOWN || i - from >= LOOKS) return Promise.resolve(i);
      var batch = answers.slice(i, i + SHOWN - shown);
      return Promise.all(
        batch.map(function (one) {
          return search.look(values.q, one);
        })
      ).then(function (results) {
        if (mine !== run) return i;
        results.forEach(function (result) {
          if (result) {
            show(result);
            shown++;
          } else wrong++;
        });
        return next(i + batch.length);
      });
    }
    return next(from).then(function (end) {
      if (mine !== run) return;
      answers.wrong = wrong;
      var n = answers.length - wrong;
      said.textContent =
        n === 0 ? words.none : fill(end < answers.length ? words.about : words.count, n);
      if (end >= answers.length) return;
      var item = document.createElement("li");
      item.className = "more";
      var button = element("button", words.more);
      button.type = "button";
      button.addEventListener("click", function () {
        var place = list.children.length - 1;
        item.remove();
        more(values, answers, end, mine).then(function () {
          var first = list.children[place];
          if (first) first.querySelector("a, button").focus();
        });
      });
      item.append(button);
      list.append(item);
    });
  }

  function restore() {
    var values = new URLSearchParams(location.search);
    ["q", "kind", "status", "issuer", "year"].forEach(function (name) {
      form.elements[name].value = values.get(name) || "";
    });
    answer();
  }

  function submit() {
    var values = state();
    var query = new URLSearchParams();
    Object.keys(values).forEach(function (name) {
      if (values[name]) query.set(name, values[name]);
    });
    var address = location.pathname + (query.toString() ? "?" + query : "");
    if (address !== location.pathname + location.search) history.pushState(null, "", address);
    answer();
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    submit();
  });
  form.addEventListener("change", function (event) {
    if (event.target.tagName === "SELECT") submit();
  });
  addEventListener("popstate", restore);
  restore();
})();
