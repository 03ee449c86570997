// A catalogue narrowed by what the reader chooses. The choice stands in the address behind #, so that a view can be kept and shared.
// Without script the same entries stand there in full, with lists by each side. Classic and deferred, as report.js.
"use strict";

(function () {
  const controls = document.querySelector("[data-facets]");
  if (controls === null) return;
  const choices = Array.from(controls.querySelectorAll("select"));
  const word = controls.querySelector("input");
  const groups = Array.from(document.querySelectorAll("[data-facet-group]"));
  const entries = Array.from(document.querySelectorAll("[data-sides]")).map((element) => ({ element: element, sides: new Set(element.dataset.sides.split(" ")), text: element.textContent.toLowerCase() }));
  const shown = controls.querySelector("[data-shown]");
  const none = controls.querySelector("[data-none]");

  function narrow() {
    const wanted = choices.filter((choice) => choice.value !== "").map((choice) => choice.name + ":" + choice.value);
    let count = 0;
    entries.forEach(function (entry) {
      const fits = wanted.every((side) => entry.sides.has(side)) && entry.text.includes(word.value.trim().toLowerCase());
      entry.element.hidden = !fits;
      if (fits) count += 1;
    });
    groups.forEach(function (group) {
      group.hidden = group.querySelector("[data-sides]:not([hidden])") === null;
    });
    shown.textContent = count.toLocaleString(document.documentElement.lang);
    none.hidden = count > 0;
  }

  function choose(asked) {
    choices.forEach(function (choice) {
      choice.value = asked.get(choice.name) || "";
      if (choice.selectedIndex < 0) choice.value = "";
    });
    word.value = asked.get(word.name) || "";
    narrow();
  }

  // `#region=emsland&kind=fund` is a choice; any other `#…` leads to a place, which must then be seen.
  function recall() {
    const fragment = location.hash.slice(1);
    if (fragment.includes("=")) return choose(new URLSearchParams(fragment));
    const target = document.getElementById(decodeURIComponent(fragment));
    if (target === null || target.closest("[hidden]") === null) return;
    choose(new URLSearchParams());
    target.scrollIntoView();
  }

  function remember() {
    const asked = new URLSearchParams();
    choices.forEach(function (choice) {
      if (choice.value !== "") asked.set(choice.name, choice.value);
    });
    if (word.value.trim() !== "") asked.set(word.name, word.value.trim());
    const fragment = asked.toString();
    history.replaceState(null, "", location.href.split("#")[0] + (fragment === "" ? "" : "#" + fragment));
  }

  controls.addEventListener("input", function () {
    narrow();
    remember();
  });
  controls.querySelector("button").addEventListener("click", function () {
    choose(new URLSearchParams());
    remember();
  });
  window.addEventListener("hashchange", recall);

  document.querySelectorAll("[data-without-script]").forEach((element) => { element.hidden = true; });
  controls.hidden = false;
  recall();
})();
