/* Copies the link to a clause when its number is clicked.  Runs deferred; the words come from the
   script element. */
(function () {
  "use strict";
  var words = document.currentScript.dataset;
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
