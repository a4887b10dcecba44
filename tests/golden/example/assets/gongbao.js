/* What the page can do without, and is pleasanter with: filter and sort a table, copy the link to
   a clause.  Runs deferred; the words come from the script element. */
(function () {
  "use strict";
  var words = document.currentScript.dataset;

  function text(cell) {
    var time = cell.querySelector("time");
    return time ? time.getAttribute("datetime") : cell.textContent.trim();
  }

  function sortable(table) {
    var body = table.tBodies[0];
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
      if (head.classList.contains("drawn")) return;
      var button = document.createElement("button");
      button.type = "button";
      button.append.apply(button, head.childNodes);
      head.append(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        table.querySelectorAll("[aria-sort]").forEach(function (other) {
          other.removeAttribute("aria-sort");
        });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        Array.from(body.rows)
          .sort(function (a, b) {
            var order = text(a.cells[column]).localeCompare(text(b.cells[column]), "zh-CN", {
              numeric: true
            });
            return down ? -order : order;
          })
          .forEach(function (row) {
            body.append(row);
          });
      });
    });
  }

  function filterable(table) {
    if (table.tBodies[0].rows.length < 8) return;
    var label = document.createElement("label");
    var input = document.createElement("input");
    var count = document.createElement("output");
    input.type = "search";
    label.className = "filter-box";
    label.append(words.filter, input, count);
    table.parentNode.before(label);
    input.addEventListener("input", function () {
      var wanted = input.value.trim().toLowerCase().split(/\s+/);
      var shown = 0;
      Array.from(table.tBodies[0].rows).forEach(function (row) {
        var words = row.textContent.toLowerCase();
        row.hidden = !wanted.every(function (word) {
          return words.includes(word);
        });
        shown += row.hidden ? 0 : 1;
      });
      count.textContent = input.value ? shown : "";
    });
  }

  document.querySelectorAll("table.filter").forEach(function (table) {
    filterable(table);
    sortable(table);
  });

  var said = document.createElement("p");
  said.className = "said";
  said.setAttribute("role", "status");
  document.body.append(said);
  document.addEventListener("click", function (event) {
    var link = event.target.closest(".text a.num");
    if (!link || !navigator.clipboard) return;
    navigator.clipboard.writeText(link.href).then(function () {
      said.textContent = words.copied;
      setTimeout(function () {
        said.textContent = "";
      }, 2000);
    });
  });
})();
