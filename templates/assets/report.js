// Comfort for readers with script: tables that sort, a search, a contents list that follows the reading.
// Everything works without it. Classic and deferred, because modules and fetch fail when a page is opened from disk.
"use strict";

(function () {
  // ---- Tables sort by a column; what is missing stays last, whichever way. ----

  // In a column of figures what has none is missing, whatever stands in its place.
  function sortKey(row, column, isFigures) {
    const cell = row.cells[column];
    if (cell === undefined) return null;
    if (cell.dataset.sort !== undefined) return Number(cell.dataset.sort);
    const words = cell.textContent.trim();
    return isFigures || words === "" ? null : words;
  }

  function compare(a, b, language) {
    if (typeof a === "number" && typeof b === "number") return a - b;
    return String(a).localeCompare(String(b), language, { numeric: true });
  }

  function sortBy(table, column, direction) {
    const language = document.documentElement.lang;
    const isFigures = Array.from(table.rows).some((row) => row.cells[column] !== undefined && row.cells[column].dataset.sort !== undefined);
    for (const body of table.tBodies) {
      const head = Array.from(body.rows).filter((row) => row.querySelector("th[scope=rowgroup]"));
      const rows = Array.from(body.rows).filter((row) => !head.includes(row));
      const keyed = rows.map((row) => ({ row: row, key: sortKey(row, column, isFigures) }));
      keyed.sort(function (a, b) {
        if (a.key === null || b.key === null) return (a.key === null) - (b.key === null);
        return direction * compare(a.key, b.key, language);
      });
      body.append(...head, ...keyed.map((entry) => entry.row));
    }
  }

  function makeSortable(table) {
    const headers = Array.from(table.tHead.rows[0].cells);
    headers.forEach(function (header, column) {
      if (header.tagName !== "TH" || header.colSpan > 1 || header.className === "origin") return;
      // Where the column's figures come from is no part of its name.
      const origin = header.querySelector("a.origin");
      if (origin !== null) origin.remove();
      const button = document.createElement("button");
      button.type = "button";
      // A link stays a link; the button then stands behind it, and the column keeps the link's name.
      if (header.querySelector("a") === null) {
        button.append(...header.childNodes);
      } else {
        const name = (header.querySelector(".in-full") || header).textContent.trim();
        header.setAttribute("aria-label", name);
        button.className = "sort-only";
        button.setAttribute("aria-label", table.dataset.sortable.replace("%", name));
      }
      const arrow = document.createElement("span");
      arrow.setAttribute("aria-hidden", "true");
      arrow.className = "sort-arrow";
      button.append(arrow);
      header.append(button);
      if (origin !== null) header.append(origin);
      button.addEventListener("click", function () {
        const firstWay = header.classList.contains("number") ? "descending" : "ascending";
        const otherWay = firstWay === "ascending" ? "descending" : "ascending";
        const way = header.getAttribute("aria-sort") === firstWay ? otherWay : firstWay;
        headers.forEach((other) => other.removeAttribute("aria-sort"));
        header.setAttribute("aria-sort", way);
        sortBy(table, column, way === "ascending" ? 1 : -1);
      });
    });
  }

  document.querySelectorAll("table[data-sortable]").forEach(makeSortable);

  // ---- A frame is a region, and takes the focus, only while its table is wider than itself. ----

  function makeRegion(frame) {
    const table = frame.querySelector("table");
    const scrolls = frame.scrollWidth > frame.clientWidth && getComputedStyle(frame).overflowX !== "visible";
    const name = table.caption ? table.caption.id : table.getAttribute("aria-labelledby");
    const marks = { tabindex: "0", role: name && "region", "aria-labelledby": name };
    for (const [mark, value] of Object.entries(marks)) {
      if (scrolls && value) frame.setAttribute(mark, value);
      else frame.removeAttribute(mark);
    }
  }

  const frames = document.querySelectorAll(".table-frame, .table-scroll");
  if ("ResizeObserver" in window) {
    const resized = new ResizeObserver((entries) => entries.forEach((entry) => makeRegion(entry.target.closest(".table-frame, .table-scroll"))));
    frames.forEach((frame) => [frame, frame.querySelector("table")].forEach((part) => resized.observe(part)));
  }

  // ---- A table whose rows are laid out in lines stays a table to those who listen. ----

  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  document.querySelectorAll("table.across, table.listed").forEach(function (table) {
    for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, td, th")]) {
      part.setAttribute("role", roles[part.tagName] || (part.scope.startsWith("col") ? "columnheader" : "rowheader"));
    }
  });

  // ---- The search page: nothing until one types, then the twenty pages that fit best. Its list of all pages serves without script. ----

  function folded(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("ß", "ss");
  }

  // Endings that words of the language take on; what is left stands in the other forms of the word, and in its compounds.
  const endings = { nl: /(en|es|s|e|n)$/, de: /(en|ern|er|es|em|e|n|s)$/, en: /(ing|ed|ies|es|s|y)$/ }[document.documentElement.lang] || /$^/;
  const stem = (word) => (word.length > 4 ? word.replace(endings, "") : word);

  const form = document.querySelector("form[data-search]");
  if (form) {
    const most = 20;
    const input = form.querySelector("input");
    const count = document.getElementById("search-count");
    const results = document.querySelector(".results");
    const list = document.querySelector("[data-without-script]");
    const entries = Array.from(list.querySelectorAll("li"), (item) => ({ item: item, name: folded(item.textContent), words: folded(item.textContent + " " + item.dataset.words) }));
    const rank = (entry, words) => (words.every((word) => entry.name.includes(word)) ? (entry.name.startsWith(words[0]) ? 0 : 1) : 2);
    const find = function () {
      const words = folded(input.value).split(/\s+/).filter(Boolean).map(stem);
      // Pages that hold all words; where none does, those that hold most of them.
      const held = entries.map((entry) => words.filter((word) => entry.words.includes(word)).length);
      const mostHeld = Math.max(...held);
      const found = mostHeld === 0 ? [] : entries.filter((entry, place) => held[place] === mostHeld);
      found.sort((a, b) => rank(a, words) - rank(b, words));
      results.replaceChildren(...found.slice(0, most).map(function (entry) {
        const result = document.createElement("li");
        const sentence = document.createElement("p");
        sentence.textContent = entry.item.dataset.words;
        result.append(entry.item.querySelector("a").cloneNode(true), sentence);
        return result;
      }));
      results.hidden = found.length === 0;
      count.textContent = words.length > 0 && found.length === 0 ? form.dataset.none : found.length > most ? form.dataset.more.replace("%", found.length) : "";
    };
    list.hidden = true;
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    input.addEventListener("input", find);
    input.value = new URLSearchParams(location.search).get("q") || "";
    input.focus();
    find();
  }

  // `/` opens the search, unless one is typing.
  const search = document.querySelector(".site-nav a[data-search]");
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea") || search === null) return;
    event.preventDefault();
    location.href = search.href;
  });

  // ---- What is folded opens for a link that leads into it. ----

  function unfold() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (target && target.closest("details")) target.scrollIntoView();
  }
  unfold();
  window.addEventListener("hashchange", unfold);

  // ---- What is there to be copied has a button. ----

  document.querySelectorAll("[data-copy]").forEach(function (box) {
    box.querySelectorAll(".to-copy").forEach(function (words) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = box.dataset.copy;
      button.addEventListener("click", function () {
        getSelection().selectAllChildren(words);
        if (document.execCommand("copy")) button.textContent = box.dataset.copied;
      });
      words.after(button);
    });
  });

  // ---- Charts can be walked: arrow keys go from value to value, which are said and marked. ----

  document.querySelectorAll("svg.chart").forEach(function (chart) {
    const marks = Array.from(chart.querySelectorAll("title")).map((tip) => tip.parentElement).filter((mark) => mark !== chart);
    if (marks.length < 2) return;
    const said = document.createElement("p");
    said.className = "visually-hidden";
    said.setAttribute("role", "status");
    chart.after(said);
    chart.setAttribute("tabindex", "0");
    let at = -1;
    chart.addEventListener("keydown", function (event) {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      if (at >= 0) marks[at].classList.remove("walked");
      at = (at + step + marks.length) % marks.length;
      marks[at].classList.add("walked");
      said.textContent = marks[at].querySelector("title").textContent;
    });
  });

  // ---- Another language opens at the place that the address names. The sections of a story have names in its own language: they go by number. ----

  const sections = Array.from(document.querySelectorAll(".story :is(h2, h3)"));
  const place = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const number = /^#section-(\d+)$/.exec(location.hash);
  if (number !== null && place() === null && number[1] in sections) location.replace("#" + sections[number[1]].id);

  document.querySelectorAll(".languages a").forEach(function (link) {
    link.addEventListener("click", function () {
      link.hash = place() === null ? "" : sections.includes(place()) ? "#section-" + sections.indexOf(place()) : location.hash;
    });
  });

  // ---- The contents list marks the section that is being read. ----

  const contents = Array.from(document.querySelectorAll(".contents a"));
  const listed = contents.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1)))).filter(Boolean);
  if (listed.length > 0 && "IntersectionObserver" in window) {
    const mark = function () {
      const above = listed.filter((section) => section.getBoundingClientRect().top < innerHeight / 3);
      const current = above.length > 0 ? above[above.length - 1].id : "";
      contents.forEach(function (link) {
        if (decodeURIComponent(link.hash.slice(1)) === current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
    };
    const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
    listed.forEach((section) => observer.observe(section));
  }
})();
