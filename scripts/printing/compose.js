// Makes one book of many pages, on the page that says which these are (templates/pages/paper.html): a cover, the contents, and each page as a numbered chapter.
// `root`: address of the site's folder; `web`: where it is on the web, or nothing; `chapters`: {address, html} in the order of the contents.
// Comes to {title, language, date, publisher, outline: [{level, title, target}], words: {target or address: what the link says}}.
(function compose({ root, web, chapters }) {
  const book = document.querySelector(".book");
  const cover = book.querySelector(".book-cover");
  const list = book.querySelector(".book-contents");
  const report = document.title.split(" – ").at(-1);
  const heading = cover.querySelector(".book-title").textContent.trim();
  const words = (element) => {
    const copy = element.cloneNode(true);
    for (const one of copy.querySelectorAll(".sign, .visually-hidden, .heading-link, .chapter-number, .note-mark, sup")) one.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  const made = (name, className, ...content) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...content);
    return element;
  };
  const renamed = (element, name) => {
    const other = document.createElement(name);
    for (const attribute of element.attributes) other.setAttribute(attribute.name, attribute.value);
    other.append(...element.childNodes);
    element.replaceWith(other);
    return other;
  };

  // ---- A page becomes a chapter: what serves a screen goes, and its ids are its own.
  const left_out = "script, nav, form, button, .screen-only, .downloads, .switcher, .tabs, .jump, .chart-narrow, .heading-link, .breadcrumbs, .next-pages, #compare, #compare + .columns, [data-without-script]";
  const number_of = new Map(chapters.map(({ address }, i) => [address, i + 1]));
  const parsed = new DOMParser();
  const sections = chapters.map(({ address, html }, i) => {
    const number = i + 1;
    const main = parsed.parseFromString(html, "text/html").querySelector("main");
    for (const one of main.querySelectorAll(left_out)) one.remove();
    const section = made("section", `chapter chapter-${number}`, ...document.adoptNode(main).childNodes);
    section.dataset.address = address;

    const own = (id) => `c${number}-${id}`;
    for (const element of section.querySelectorAll("*")) {
      if (element.id) element.id = own(element.id);
      for (const name of ["for", "headers", "aria-labelledby", "aria-describedby"])
        if (element.hasAttribute(name)) element.setAttribute(name, element.getAttribute(name).trim().split(/\s+/).map(own).join(" "));
      for (const name of ["clip-path", "fill", "stroke", "mask", "marker-end", "filter"]) {
        const value = element.getAttribute(name);
        if (value?.startsWith("url(#")) element.setAttribute(name, value.replace("#", "#" + own("")));
      }
      if (element.localName === "use") element.setAttribute("href", "#" + own(element.getAttribute("href").slice(1)));
      if (element.hasAttribute("src")) element.setAttribute("src", new URL(element.getAttribute("src"), address).href);
      for (const name of ["tabindex", "role"]) if (element.matches(".table-frame, .table-scroll")) element.removeAttribute(name);
    }
    for (const fold of section.querySelectorAll("details")) {
      fold.removeAttribute("name"); // of those that share one only one is open
      fold.open = true;
    }

    let title = section.querySelector("h1");
    if (title === null) section.prepend((title = made("h1", "", list.querySelectorAll("a")[i].textContent)));
    title.id ||= `chapter-${number}`;
    section.dataset.title = title.id;
    title.prepend(made("span", "chapter-number", String(number)), " ");
    for (const other of [...section.querySelectorAll("h1")].slice(1)) renamed(other, "h2");

    // Figures are counted through a chapter, and named after it.
    for (const label of section.querySelectorAll(".figure-number")) label.textContent = label.textContent.replace(/\d+/, `${number}.$&`);
    // Squares, each with a word that only a screen reader says: on paper they are one picture with these words.
    for (const squares of section.querySelectorAll(".squares ol, ol.squares, ul.squares")) {
      const said = [...squares.querySelectorAll(".visually-hidden")].map((one) => one.textContent.trim()).filter(Boolean);
      if (said.length === 0) continue;
      squares.setAttribute("role", "img");
      squares.setAttribute("aria-label", said.join("; "));
    }
    return section;
  });

  // ---- The contents: chapters, and what stands in them.
  const outline = [];
  const page_number = (target) => {
    const place = made("span", "book-page");
    place.dataset.target = target;
    return place;
  };
  const entry = (target, number, title) => {
    const link = made("a", "", ...(number ? [made("span", "chapter-number", number), " "] : []), made("span", "book-entry", title), " ", page_number(target));
    link.href = "#" + target;
    return link;
  };
  let at = 0;
  for (const part of list.children) {
    const name = words(part.querySelector(".book-part"));
    for (const [i, item] of [...part.querySelectorAll(":scope > ol > li")].entries()) {
      const section = sections[at++];
      const title = section.querySelector("h1");
      if (i === 0) outline.push({ level: 0, title: name, target: title.id });
      outline.push({ level: 1, title: `${at} ${words(title)}`, target: title.id });
      item.replaceChildren(entry(title.id, String(at), words(title)));
      const below = [...section.querySelectorAll("h2")].filter((head) => !head.closest(".references, .terms-used, .sheet") && !head.matches(".visually-hidden") && words(head) !== "");
      if (below.length === 0) continue;
      item.append(made("ol", "", ...below.map((head, j) => {
        head.id ||= `c${at}-section-${j + 1}`;
        outline.push({ level: 2, title: words(head), target: head.id });
        return made("li", "", entry(head.id, "", words(head)));
      })));
    }
  }

  // ---- The book, and nothing beside it.
  renamed(cover.querySelector(".book-title"), "h1");
  const contents = made("section", "chapter book-contents-page", renamed(book.querySelector(".book-contents-title"), "h1"), list);
  const main = document.querySelector("main");
  document.body.replaceChildren(main);
  main.replaceChildren(cover, contents, ...sections);
  document.documentElement.classList.add("printed-book");
  document.title = heading === report ? report : `${heading} – ${report}`;

  // ---- Links lead into the book where it has the page, else to the web.
  const said = {};
  for (const section of sections) {
    for (const link of section.querySelectorAll("a")) {
      const written = link.getAttribute("href") ?? link.getAttribute("xlink:href");
      if (written === null) continue;
      const { href, protocol, hash } = new URL(written, section.dataset.address);
      const page = href.slice(0, href.length - hash.length);
      const number = number_of.get(page);
      link.removeAttribute("download");
      if (number !== undefined) {
        const id = `c${number}-${decodeURIComponent(hash.slice(1))}`;
        link.setAttribute("href", "#" + (hash && document.getElementById(id) ? id : sections[number - 1].dataset.title));
      } else if (protocol !== "file:") {
        link.setAttribute("href", href);
        if (!link.textContent.includes(page.replace(/^[a-z]+:\/*|\/$/g, ""))) link.classList.add("leads-out");
      } else if (web && href.startsWith(root)) {
        link.setAttribute("href", web + href.slice(root.length));
      } else {
        link.removeAttribute("href");
        continue;
      }
    }
  }
  for (const link of document.querySelectorAll("a[href]")) said[link.getAttribute("href").replace(/^#/, "")] ??= words(link) || link.getAttribute("aria-label") || link.textContent.trim();

  // ---- The head of each sheet says where one is. A sheet knows only what its style says.
  const quoted = (text) => '"' + text.replace(/["\\]/g, "\\$&").replace(/\s+/g, " ") + '"';
  const rules = sections.map((section, i) => `@page chapter-${i + 1} { @top-left { content: ${quoted(report)}; } @top-right { content: ${quoted(`${i + 1}  ${words(section.querySelector("h1"))}`)}; } }\n.chapter-${i + 1} { page: chapter-${i + 1}; }`);
  document.head.append(made("style", "", rules.join("\n")));
  // What is wider than a sheet would make Chromium shrink the whole book: a table that is becomes smaller itself. Asked when the page is as wide as a sheet.
  window.makeTablesFit = () => {
    for (const table of document.querySelectorAll(".chapter table")) {
      const ratio = main.clientWidth / table.offsetWidth;
      if (ratio < 1) table.style.zoom = String(Math.floor(ratio * 100) / 100);
    }
  };
  return {
    title: document.title,
    language: document.documentElement.lang,
    date: book.dataset.date,
    publisher: cover.querySelector(".book-publisher")?.textContent.trim() ?? "",
    description: cover.querySelector(".lead")?.textContent.trim() ?? "",
    outline,
    words: said,
  };
})
