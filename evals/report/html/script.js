"use strict";
// Filters, with the address as their state; the page is whole and readable without this script.
(() => {
  const form = document.getElementById("filters");
  const list = document.getElementById("list");
  if (!form || !list) return;
  const articles = [...list.children];
  const words = new Map(); // the folded text of each article, made when it is first searched
  const defaults = { view: "all", tag: "", error: "", order: "lost", q: "" };

  const shows = {
    all: () => true,
    failing: (article) => article.dataset.failing === "1",
    clean: (article) => article.dataset.failing === "0",
    worse: (article) => Number(article.dataset.change) > 0,
    better: (article) => Number(article.dataset.change) < 0,
    unread: (article) => ["failed", "missing"].includes(article.dataset.status),
  };
  const orders = {
    lost: (a, b) => b.dataset.lost - a.dataset.lost,
    change: (a, b) => b.dataset.change - a.dataset.change,
    id: () => 0,
  };
  const byId = (a, b) => (a.dataset.id < b.dataset.id ? -1 : a.dataset.id > b.dataset.id ? 1 : 0);

  const has = (article, key, wanted) => !wanted || JSON.parse(article.dataset[key]).includes(wanted);

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  function says(article, wanted) {
    if (!wanted) return true;
    if (!words.has(article)) {
      const copy = article.cloneNode(true);
      for (const number of copy.querySelectorAll("sup")) number.remove();
      words.set(article, fold(copy.textContent).replace(/\s+/g, " "));
    }
    return words.get(article).includes(fold(wanted).trim().replace(/\s+/g, " "));
  }

  function apply(state) {
    let shown = 0;
    for (const article of articles) {
      const passes = (shows[state.view] || shows.all)(article) && has(article, "tags", state.tag)
        && has(article, "errors", state.error) && says(article, state.q);
      article.hidden = !passes;
      shown += passes;
    }
    const order = orders[state.order] || orders.lost;
    list.append(...articles.sort((a, b) => order(a, b) || byId(a, b)));
    form.querySelector("output").textContent = `${shown} of ${articles.length} articles`;
  }

  function fill(state) {
    for (const [name, value] of Object.entries(state)) {
      const field = form.elements[name];
      field.value = value;
      if (field.value !== value) field.value = state[name] = defaults[name];
    }
  }

  function read() {
    const state = { ...defaults };
    for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
      if (name in defaults) state[name] = value;
    }
    return state;
  }

  function write() {
    const changed = [...new FormData(form)].filter(([name, value]) => value !== defaults[name]);
    const state = new URLSearchParams(changed).toString();
    history.replaceState(null, "", state ? `#${state}` : location.pathname + location.search);
    apply({ ...defaults, ...Object.fromEntries(new FormData(form)) });
  }

  function follow() {
    const target = document.getElementById(location.hash.slice(1));
    if (target && !target.matches("details.article")) return; // a heading of the page
    const state = read();
    fill(state);
    apply(state);
    if (target) {
      target.open = true;
      target.scrollIntoView();
      target.querySelector("summary").focus({ preventScroll: true });
    } else if (location.hash) {
      document.getElementById("articles").scrollIntoView();
    }
  }

  // The evidence of the row under the pointer or the focus is framed in the text.
  function frame(event) {
    const row = event.target.closest("tbody[data-row]");
    const article = event.target.closest("details.article");
    for (const mark of list.querySelectorAll("mark.on")) mark.classList.remove("on");
    if (!row || !article) return;
    for (const mark of article.querySelectorAll("mark")) {
      mark.classList.toggle("on", mark.dataset.rows.split(" ").includes(row.dataset.row));
    }
  }

  function bring(event) {
    const row = event.target.closest("tbody[data-row]");
    if (!row || String(getSelection())) return;
    const marks = [...row.closest("details.article").querySelectorAll("mark")];
    const first = marks.find((mark) => mark.dataset.rows.split(" ").includes(row.dataset.row));
    if (first) {
      const box = first.closest(".text");
      box.scrollTop += first.getBoundingClientRect().top - box.getBoundingClientRect().top - 40;
    }
  }

  for (const row of list.querySelectorAll("tbody[data-row]")) row.tabIndex = 0;
  list.addEventListener("pointerover", frame);
  list.addEventListener("focusin", frame);
  list.addEventListener("click", bring);
  list.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("tbody[data-row]")) bring(event);
  });
  let waiting;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(write, event.target.name === "q" ? 150 : 0);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(write));
  addEventListener("hashchange", follow);
  form.elements.open.addEventListener("click", () => {
    const shown = articles.filter((article) => !article.hidden);
    const open = !shown.every((article) => article.open);
    for (const article of shown) article.open = open;
  });
  form.hidden = false;
  follow();
})();
