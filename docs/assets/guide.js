// The behaviour of the guide, in one file and with no build step. Everything works without it too:
// it only makes the pages quicker to use. Nothing is loaded but two lists of this same site, when
// somebody wants them: the meanings of words, and the index of the search with the code that reads it.
// What only some pages need stands at the end; the finished site keeps it in files that only they load.
"use strict";

const root = document.documentElement;
const here = document.currentScript.src;

/** Make an element: make("a", {href: "x"}, "text", otherElement). */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/** A list of this site, loaded once: a script, because a page opened from the disk may not fetch a file. */
const lists = new Map();
function load(file) {
  if (!lists.has(file)) {
    lists.set(file, new Promise((resolve, reject) => {
      const script = make("script", { src: new URL(file, here).href });
      script.addEventListener("load", () => resolve(window.guideLists[file]));
      script.addEventListener("error", () => { lists.delete(file); reject(new Error("This could not be read.")); });
      document.head.append(script);
    }));
  }
  return lists.get(file);
}

/** The element that the part of an address after # leads to; a mistyped one leads nowhere. */
function target(hash) {
  try { return document.getElementById(decodeURIComponent(hash.slice(1))); } catch { return null; }
}

/** A page from the disk may ask what is remembered only when it is loaded: Chromium can lose what is kept by one that asked
 * before (2 to 13 of 100 times on a busy machine, version 156), and shows it nothing. Elsewhere there is nothing to wait for. */
const onDisk = location.protocol === "file:";
const settled = onDisk ? new Promise((resolve) => addEventListener("load", () => setTimeout(resolve))) : Promise.resolve();

/** Remember a choice on this device, if the browser lets us. */
function remember(name, value) {
  try { localStorage.setItem(name, value); } catch { /* private window: the choice lasts for this page */ }
}

/** What was remembered on this device under a name, if anything. */
function recall(name) {
  try { return localStorage.getItem(name); } catch { return null; }
}

/** A button of the header: its drawing and words stand in the page's template, ready for the script. */
function tool(name, onPress) {
  const button = document.querySelector(`[data-tool=${name}]`);
  button.addEventListener("click", () => onPress(button));
  return button;
}

/** Say in a button what it does now. */
function label(button, words) {
  button.querySelector("span").textContent = words;
}

/* ---- light and dark ---- */

const systemDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.look ? root.dataset.look === "dark" : systemDark.matches);

function startLook() {
  const button = tool("look", () => {
    take(isDark() ? "light" : "dark");
    remember("look", root.dataset.look);
  });
  const show = () => label(button, isDark() ? "Light" : "Dark");
  const take = (look) => {
    if (look) root.dataset.look = look;
    if (look && onDisk) window.name = look; // where the next page in this window finds it before its first paint
    show();
  };
  const follow = () => take(recall("look")); // a choice made in another window, or on a page after this one
  systemDark.addEventListener("change", show);
  addEventListener("storage", follow);
  addEventListener("pageshow", (event) => event.persisted && follow());
  settled.then(follow);
  show();
}

/* ---- the menu: the list of pages, brought up from below the text ---- */

function startMenu() {
  const pages = document.getElementById("pages");
  const header = document.querySelector("header");
  const place = document.createComment(""); // where the list of pages stands while the menu is closed
  pages.before(place);
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  const set = (open) => {
    button.setAttribute("aria-expanded", open);
    label(button, open ? "Close" : "Menu");
    pages.classList.toggle("open", open);
    if (open) header.after(pages);
    else place.after(pages);
  };
  const button = tool("menu", () => set(!isOpen()));
  onEscape(() => isOpen() && (set(false), button.focus()));
  matchMedia("(min-width: 1220px)").addEventListener("change", (wide) => wide.matches && isOpen() && set(false));
}

/** Do something on Escape, until one that returns something truthy has taken the key. */
const escapes = [];
function onEscape(action) {
  escapes.unshift(action);
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") escapes.some((action) => action() !== false);
});

/* ---- words that explain themselves: the rest comes with the meanings, when a reader first points at a word ---- */

const isTap = (event) => event.pointerType && event.pointerType !== "mouse";

function startTerms() {
  if (!("popover" in HTMLElement.prototype)) return; // an older browser: the link leads to the word list
  let show = null;
  const wake = async (event) => {
    const link = event.target.closest("a.term");
    const tap = event.type === "click" && isTap(event);
    if (!link || show || (event.type === "click" && !tap) || (event.type === "pointerover" && isTap(event))) return;
    if (tap) event.preventDefault(); // a tap explains the word; the panel leads on to the word list
    try {
      const meanings = await load("terms.js");
      show ??= startPanels(meanings);
      if (tap || link.matches(":hover, :focus-visible")) show(link);
    } catch {
      if (tap) location.assign(link.href); // no list of meanings: the link leads to the word list
    }
  };
  for (const type of ["pointerover", "focusin", "click"]) document.addEventListener(type, wake);
}

/* ---- the section you are reading, marked in the list of sections ---- */

function startSections() {
  const links = new Map();
  for (const link of document.querySelectorAll(".toc a")) {
    const heading = target(link.hash);
    if (heading) links.set(heading, link);
  }
  if (!links.size) return;
  let waiting = false;
  const mark = () => {
    waiting = false;
    const passed = [...links.keys()].filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
    const current = links.get(passed.at(-1));
    for (const link of links.values()) {
      if (link === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  addEventListener("scroll", () => { if (!waiting) { waiting = true; requestAnimationFrame(mark); } }, { passive: true });
  mark();
}

/* ---- search: the panel; the rest comes with the index, when it is first opened ---- */

function startSearch() {
  const panel = document.getElementById("search");
  const field = panel.querySelector("input");
  const count = panel.querySelector("[role=status]");
  let look = null;
  const find = async () => {
    try {
      const data = await load("search.js");
      look ??= startFinding(panel, new Index(data), () => set(false));
      look();
    } catch (error) {
      count.textContent = error.message;
    }
  };
  const set = (open) => {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", open);
    if (open) { field.focus(); field.select(); find(); }
  };
  const button = tool("search", () => set(panel.hidden));
  const close = () => { set(false); button.focus(); };
  panel.querySelector("button").addEventListener("click", close);
  onEscape(() => !panel.hidden && (close(), true));
  addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); set(true); }
  });
  field.addEventListener("input", find);
  panel.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    await find(); // on a slow line the index may still be on its way
    const first = panel.querySelector("ol a");
    if (first) first.focus();
  });
}

/* ---- start ---- */

document.querySelector(".tools").replaceChildren(document.getElementById("tools").content);
document.querySelector("header").after(document.getElementById("search-panel").content);
startLook();
startMenu();
startSearch();
startTerms();
startSections();

/* ---- on this device: worker.js keeps the guide for when there is no connection; not from the disk, and not without https ---- */

const workers = !onDisk && navigator.serviceWorker;
const keep = () => workers.register(new URL("../worker.js", here));

/** Keep the guide, unless the reader wants to save data or has said no. The page of offline reading has a button for it. */
function startKeeping() {
  const wish = recall("keep");
  const frugal = navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
  if (!workers.controller && (wish ? wish === "yes" : !frugal)) keep().catch(() => {}); // the next visit tries again
  const place = document.querySelector("#keep + p");
  if (place) load("keep.js").then((bytes) => startChoice(place, bytes), () => {});
}

if (workers) addEventListener("load", startKeeping);

/* ---- with terms.js: the panel that explains a word; the finished site keeps it in one file with the meanings ---- */

function startPanels(meanings) {
  let open = null, timer = 0;
  const close = () => {
    clearTimeout(timer);
    if (!open) return false;
    const { link, panel } = open;
    open = null; // first, because to remove the panel may move the focus, which closes it too
    link.removeAttribute("aria-describedby");
    panel.remove();
    return true;
  };
  const later = (action) => { clearTimeout(timer); timer = setTimeout(action, 250); };
  const holds = (element) => open && (open.link.contains(element) || open.panel.contains(element));

  const show = (link) => {
    clearTimeout(timer);
    if (open && open.link === link) return;
    close();
    const panel = drawPanel(link, meanings[link.hash.slice(1)]);
    (link.closest("label") || link).after(panel); // not in a label: a press in the panel would tick its box
    panel.showPopover();
    placePanel(panel, link);
    link.setAttribute("aria-describedby", "term-meaning");
    panel.addEventListener("pointerenter", () => clearTimeout(timer));
    panel.addEventListener("pointerleave", (event) => !isTap(event) && later(close));
    panel.addEventListener("focusout", (event) => !holds(event.relatedTarget) && close());
    open = { link, panel };
  };

  for (const link of document.querySelectorAll("a.term")) {
    link.addEventListener("pointerenter", (event) => !isTap(event) && later(() => show(link)));
    link.addEventListener("pointerleave", (event) => !isTap(event) && later(close));
    link.addEventListener("focus", () => link.matches(":focus-visible") && show(link));
    link.addEventListener("blur", (event) => !holds(event.relatedTarget) && later(close));
    link.addEventListener("click", (event) => {
      if (!isTap(event) || (open && open.link === link)) return;
      event.preventDefault();
      show(link);
    });
  }
  document.addEventListener("pointerdown", (event) => !holds(event.target) && close());
  onEscape(() => {
    if (open && open.panel.contains(document.activeElement)) open.link.focus();
    return close();
  });
  return show;
}

/** The panel of a term: the word, how to say it, what it means and the way to the word list. */
function drawPanel(link, [term, say, meaning]) {
  const head = make("p", {}, make("strong", { id: "term-name" }, term));
  if (say) head.append(" ", make("small", {}, `say: ${say}`));
  return make(
    "div", { class: "panel", popover: "manual", role: "group", "aria-labelledby": "term-name", tabindex: "-1" },
    head,
    make("p", { id: "term-meaning" }, meaning),
    make("p", {}, make("a", { href: link.getAttribute("href") }, "More in the word list")),
  );
}

/** Put the panel under its word, or above it where there is no room below; never over the word. */
function placePanel(panel, link) {
  const words = link.getClientRects();
  const line = words[words.length - 1];
  const text = link.closest("article").getBoundingClientRect();
  const width = Math.min(text.width, 480);
  const left = Math.max(text.left, Math.min(line.left, text.right - width));
  panel.style.width = `${width}px`;
  panel.style.left = `${left + scrollX}px`;
  const below = line.bottom + 6;
  const fits = below + panel.offsetHeight <= innerHeight || words[0].top < panel.offsetHeight + 6;
  panel.style.top = `${scrollY + (fits ? below : words[0].top - panel.offsetHeight - 6)}px`;
}

/* ---- with search.js: the code that reads the index; the finished site keeps it in one file with the index ---- */

const MOST_RESULTS = 12, LONGEST_QUERY = 100; // longer is pasted by mistake; letters

/** Answer in the panel what its field asks; `leave` closes the panel. Returns what looks the field's words up. */
function startFinding(panel, index, leave) {
  const field = panel.querySelector("input");
  const count = panel.querySelector("[role=status]");
  const list = panel.querySelector("ol");
  const ways = panel.querySelector(".search-ways");

  list.addEventListener("click", (event) => event.target.closest("a") && leave()); // the answer may be on this page
  panel.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    stops[(at + step + stops.length) % stops.length].focus();
  });

  return () => {
    const query = field.value.trim().slice(0, LONGEST_QUERY);
    const found = query ? index.find(query) : { sections: [] };
    count.textContent = query ? said(query, found) : "";
    list.replaceChildren(...found.sections.slice(0, MOST_RESULTS).map((section) => result(section, found.marks)));
    ways.hidden = !query || found.sections.length > 0;
  };
}

/** How many results there are, in words that a screen reader says aloud. */
function said(query, { sections, also }) {
  const number = `${sections.length} ${sections.length === 1 ? "result" : "results"}`;
  const more = sections.length > MOST_RESULTS ? ` Here are the best ${MOST_RESULTS}.` : "";
  const others = also.length ? ` Also looked for: ${also.slice(0, 3).join(", ")}.` : "";
  return sections.length ? `${number} for “${query}”.${more}${others}` : `Nothing found for “${query}”. Try a shorter word.`;
}

/** A text with the words that were found in <mark>; built from text alone, so that nothing typed becomes markup. */
function marked(text, marks) {
  const parts = text.split(/([\p{L}\p{N}'’]+)/u);
  return parts.map((part) => (normal(part).some((word) => marks.has(word)) ? make("mark", {}, part) : part));
}

function result(section, marks) {
  const address = new URL(`../${section.file}${section.anchor ? `#${section.anchor}` : ""}`, here).href;
  const page = section.anchor ? section.page : "Page";
  return make(
    "li", {},
    make("small", {}, page),
    make("a", { href: address }, ...marked(section.title, marks)),
    make("span", {}, ...marked(section.shown, marks)),
  );
}

/** Words as they are looked for: lower case, no accents, plural endings off. The index was made by the same rules. */
function normal(text) {
  const plain = text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’]/g, "");
  return (plain.match(/[a-z0-9]+/g) || []).map((word) => {
    if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
    return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
  });
}

/** How many letters must be added, dropped, changed or swapped to make one word of another; more than `most` is enough to know. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [], last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}

const TITLE = 6, FIRST_WORDS = 2, TEXT = 1; // what a match is worth, by where it stands

/** The index, unpacked: sections with their page, and for each word how much it is worth to which section. */
class Index {
  constructor({ pages, sections, words, names, stop }) {
    this.stop = new Set(stop.split(" "));
    this.words = new Map();
    this.known = new Map();
    this.sections = [];
    const lines = sections.split("\n");
    for (const [file, page, count] of pages) {
      for (const line of lines.splice(0, count)) this.add(file, page, line.split("|"));
    }
    this.unpack(words);
    this.names = names.map((group) => group.map(normal));
    this.heads = names.map(([head]) => head);
  }

  add(file, page, [address, title, shown]) {
    const anchor = address === "=" ? title.toLowerCase().match(/[a-z0-9]+/g).join("-") : address;
    const words = normal(title);
    const number = this.sections.push({ file, page, anchor, title, shown, words: words.join(" ") }) - 1;
    for (const word of normal(shown)) this.worth(word, number, FIRST_WORDS);
    for (const word of words) this.worth(word, number, TITLE);
  }

  worth(word, number, value) {
    if (!this.words.has(word)) this.words.set(word, new Map());
    const found = this.words.get(word);
    found.set(number, Math.max(value, found.get(number) || 0));
  }

  /** Each line: how many letters are those of the word before, the others, then the sections as steps in base 26: the last digit is a capital. */
  unpack(lines) {
    let before = "";
    for (const line of lines.split("\n")) {
      const [ending, steps] = line.split(" ");
      before = before.slice(0, ending[0]) + ending.slice(1);
      let number = -1;
      for (const step of steps.match(/[a-z]*[A-Z]/g)) {
        number += [...step].reduce((value, digit) => value * 26 + parseInt(digit, 36) - 10, 0); // a is 10 in base 36
        this.worth(before, number, TEXT);
      }
    }
  }

  /** The words of the index that a typed word stands for, each with how well it fits; looked for once. */
  meant(typed) {
    if (!this.known.has(typed)) this.known.set(typed, this.lookUp(typed));
    return this.known.get(typed);
  }

  lookUp(typed) {
    const found = new Map();
    for (const word of this.words.keys()) {
      if (word === typed) found.set(word, 1);
      else if (typed.length > 1 && word.startsWith(typed)) found.set(word, 0.7);
    }
    if (found.size || typed.length < 4) return found;
    const slips = typed.length < 8 ? 1 : 2;
    for (const word of this.words.keys()) {
      const far = distance(typed, word, slips);
      if (far <= slips) found.set(word, 0.5 / far);
    }
    return found;
  }

  /** The words asked for, and again with each other name of a term in place of the one typed. */
  variants(typed) {
    const asked = typed.filter((word) => !this.stop.has(word));
    const all = [{ words: asked.length ? asked : typed, value: 1, also: "" }];
    this.names.forEach((names, group) => {
      const [head, ...others] = names;
      for (const name of others) {
        const whole = name.every((word) => typed.includes(word));
        const part = name.length > 1 && asked.length === 1 && name.includes(asked[0]) && this.rare(asked[0]);
        if (!whole && !part) continue;
        const kept = asked.filter((word) => !name.includes(word));
        all.push({ words: [...kept, ...head], value: 0.9, also: this.heads[group] });
        return;
      }
    });
    return all;
  }

  /** A word of another name that few terms share tells which term is meant. */
  rare(word) {
    return this.names.filter((names) => names.slice(1).some((name) => name.includes(word))).length <= 3;
  }

  /** The sections that hold all the words, best first; if none holds all, those that hold some. */
  score({ words, value }) {
    const sums = new Map();
    for (const typed of words) {
      const best = new Map();
      for (const [word, fit] of this.meant(typed)) {
        for (const [number, worth] of this.words.get(word)) best.set(number, Math.max(best.get(number) || 0, worth * fit));
      }
      for (const [number, worth] of best) {
        const sum = sums.get(number) || { hits: 0, worth: 0 };
        sums.set(number, { hits: sum.hits + 1, worth: sum.worth + worth * value });
      }
    }
    const most = Math.max(0, ...[...sums.values()].map((sum) => sum.hits));
    return [...sums].filter(([, sum]) => sum.hits === most).map(([number, sum]) => [number, sum.worth, most === words.length]);
  }

  find(query) {
    const typed = normal(query);
    const variants = this.variants(typed);
    const scored = variants.map((variant) => this.score(variant));
    const whole = scored.some((found) => found.some(([, , all]) => all));
    const best = new Map();
    for (const found of scored) {
      for (const [number, worth, all] of found) {
        if (all || !whole) best.set(number, Math.max(best.get(number) || 0, worth));
      }
    }
    const asked = typed.join(" ");
    const order = [...best].map(([number, worth]) => [number, worth + (this.sections[number].words === asked ? TITLE : 0)]);
    order.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    const also = variants.slice(1).map((variant) => variant.also.toLowerCase());
    const words = variants.flatMap((variant) => variant.words);
    const marks = words.flatMap((word) => [...this.meant(word).keys()]);
    return { sections: order.map(([number]) => this.sections[number]), also: [...new Set(also)], marks: new Set(marks) };
  }
}

/* ---- with keep.js: what keeps the guide when a reader asks, and removes it; with how much that is, in bytes ---- */

/** The button on the page of offline reading. */
async function startChoice(place, bytes) {
  const scope = new URL("..", here).href;
  const button = make("button", { type: "button" });
  const status = make("p", { role: "status" });
  let kept = false;
  const show = (now) => {
    kept = now;
    button.textContent = kept ? "Remove it from this device" : `Keep the guide on this device (${(bytes / 1e6).toFixed(1)} MB)`;
  };
  const add = async () => {
    remember("keep", "yes");
    await installed(await keep());
    show(true);
    status.textContent = "Kept. All pages now open with no connection.";
  };
  const remove = async () => {
    remember("keep", "no");
    const registration = await workers.getRegistration(scope);
    if (registration) await registration.unregister();
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(`guide ${scope} `)).map((name) => caches.delete(name)));
    show(false);
    status.textContent = "Removed. Pages now need a connection.";
  };
  button.addEventListener("click", () => (kept ? remove() : add()).catch(() => {
    status.textContent = "That did not work. There may be no connection, or no room on this device.";
  }));
  const registration = await workers.getRegistration(scope);
  show(Boolean(registration && registration.active));
  workers.ready.then(() => recall("keep") !== "no" && show(true)); // it may be on its way already
  place.after(make("p", {}, button), status);
}

/** Wait until a worker has kept all files; it fails when one of them could not be kept. */
function installed({ installing, waiting, active }) {
  const worker = installing || waiting || active;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new Error("It could not be kept."));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/* ---- on pages with question: questions that fold ---- */

function startQuestions() {
  const folds = [...document.querySelectorAll("details.question")];
  const allOpen = () => folds.every((fold) => fold.open);
  const button = make("button", { type: "button" });
  const show = () => { button.textContent = allOpen() ? "Close all answers" : "Open all answers"; };
  button.addEventListener("click", () => {
    const open = !allOpen();
    for (const fold of folds) fold.open = open;
  });
  for (const fold of folds) fold.addEventListener("toggle", show);
  document.querySelector(".all-answers").append(button);
  show();

  const reveal = () => { // most browsers do this themselves
    const answer = target(location.hash);
    const fold = answer && answer.closest("details");
    if (fold && !fold.open) { fold.open = true; answer.scrollIntoView(); }
  };
  addEventListener("hashchange", reveal);
  reveal();

  let shut = []; // on paper every answer is open
  addEventListener("beforeprint", () => {
    shut = folds.filter((fold) => !fold.open);
    for (const fold of shut) fold.open = true;
  });
  addEventListener("afterprint", () => { for (const fold of shut) fold.open = false; });
}

if (document.querySelector("details.question")) startQuestions();

/* ---- on pages with sheet: what is ticked and written stays on the device, and goes on paper or into a copy ---- */

const FIELDS = "input, textarea";

/** Whether a reader ticked a box or wrote in a field. */
const isFilled = (field) => (field.type === "checkbox" ? field.checked : field.value.trim());

/** The sheet as it goes on paper: what was ticked, or all of it to tick with a pen; what was written, or room to write. */
function onPaper(form) {
  const paper = form.cloneNode(true);
  const fields = [...paper.querySelectorAll(FIELDS)];
  const isChoice = (field) => field.type === "checkbox" || field.closest(".own");
  const chosen = fields.some((field) => isChoice(field) && isFilled(field));
  for (const field of fields) {
    const point = field.closest("li") || field.parentNode;
    if (chosen && isChoice(field)) {
      if (!isFilled(field)) point.remove();
      else if (field.closest(".own") || point.textContent.endsWith("?")) point.classList.add("asks");
    }
    if (field.type !== "checkbox") field.replaceWith(make("span", { class: isFilled(field) ? "" : `gap ${field.className}` }, field.value));
    else if (chosen) field.remove();
  }
  const drop = (selector, isIdle) => [...paper.querySelectorAll(selector)].filter(isIdle).forEach((part) => part.remove());
  drop("p, figcaption, button", () => true);
  drop("tbody tr", (row) => !row.querySelector("td *"));
  drop(".scroll, ul", (list) => !list.querySelector("li, td"));
  drop("h3", ({ nextElementSibling: next }) => !next || next.matches("h3"));
  const most = paper.querySelectorAll(".asks").length > 5; // so that the questions of a visit fit one page
  paper.className = `sheet on-paper ${chosen ? (most ? "many" : "") : "all"}`;
  paper.prepend(make("h2", {}, form.getAttribute("aria-label")), make("p", {}, "Date: ", make("span", { class: "gap" })));
  return paper;
}

/** The same as plain text. */
function asText(form) {
  const paper = onPaper(form);
  for (const gap of paper.querySelectorAll(".gap")) gap.textContent = "…";
  const cell = (one) => (one.querySelector("span") ? `${one.dataset.label}: ` : "") + one.textContent.trim();
  const row = ([head, ...cells]) => `${head.textContent}: ${cells.map(cell).filter(Boolean).join("; ")}`;
  const line = (part) => (part.matches("h2, h3") ? `\n${part.textContent}` : `- ${part.cells ? row(part.cells) : part.textContent.trim()}`);
  return [...paper.querySelectorAll("h2, h3, li, tbody tr")].map(line).join("\n").trim();
}

function startSheet(form) {
  const title = form.getAttribute("aria-label");
  const name = `${location.pathname} ${title}`; // what its answers are kept under
  const keep = make("input", { type: "checkbox" });
  const status = make("p", { role: "status" });
  const button = (words, onPress) => {
    const made = make("button", { type: "button" }, words);
    made.addEventListener("click", onPress);
    return made;
  };

  /** Each field, under the words that stand beside it: so an answer never lands beside other words. */
  const fields = () => {
    const all = new Map();
    for (const field of form.querySelectorAll(FIELDS)) {
      let words = field.getAttribute("aria-label") || field.parentNode.textContent;
      while (all.has(words)) words += "'";
      all.set(words, field);
    }
    return all;
  };
  const nextLine = (list) => list.lastElementChild.firstElementChild.getAttribute("aria-label").replace(/\d+$/, (number) => +number + 1);
  const addLine = (list) => {
    const field = make("textarea", { "aria-label": nextLine(list) });
    list.append(make("li", {}, field));
    return field;
  };
  const fill = (answers) => {
    for (const list of form.querySelectorAll(".own")) while (answers.has(nextLine(list))) addLine(list);
    for (const [words, field] of fields()) {
      field.checked = answers.has(words);
      if (field.type !== "checkbox") field.value = answers.get(words) ?? "";
    }
  };

  const save = () => {
    const answers = [...fields()].filter(([, field]) => isFilled(field)).map(([words, field]) => [words, field.value]);
    const text = JSON.stringify(answers);
    if (keep.checked) remember(name, text);
    if (keep.checked && recall(name) === text) return;
    try { localStorage.removeItem(name); } catch { /* nothing was kept */ }
    if (keep.checked) status.textContent = "This browser cannot keep your answers. Print or copy them.";
    keep.checked = false;
  };
  const restore = () => {
    const text = recall(name);
    let answers = new Map();
    try { answers = new Map(JSON.parse(text)); } catch { /* not what this page kept */ }
    if (text || keep.checked) fill(answers);
    keep.checked = text !== null;
  };

  const print = () => {
    const paper = onPaper(form);
    document.querySelectorAll(".on-paper").forEach((old) => old.remove());
    document.body.prepend(paper);
    addEventListener("afterprint", () => paper.remove(), { once: true });
    window.print();
  };
  const copy = async () => {
    const text = asText(form);
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = "Copied.";
    } catch { // a page from the disk, or a reader who said no
      const box = make("textarea", { readonly: true, "aria-label": "Your answers" }, text);
      status.replaceChildren("Copy your answers from here:", box);
      box.select();
    }
  };
  const forget = () => {
    if (!confirm(`Empty “${title}”? Your answers cannot be brought back.`)) return;
    fill(new Map());
    keep.checked = false;
    save();
    status.textContent = "Forgotten. The sheet is empty.";
  };

  for (const list of form.querySelectorAll(".own")) list.after(button("Add a line", () => addLine(list).focus()));
  form.after(make(
    "div", { class: "sheet ends", role: "group", "aria-label": title },
    button("Print this sheet", print), " ", button("Copy as text", copy), " ", button("Forget my answers", forget),
    " ", make("label", {}, keep, "Keep my answers on this device"),
    " ", make("small", {}, "They never leave it. If you do not keep them, they are gone when you leave this page."),
    status,
  ));
  form.addEventListener("input", () => keep.checked && save());
  keep.addEventListener("change", () => {
    status.textContent = keep.checked ? "Kept until you forget them." : "No longer kept.";
    save();
  });
  addEventListener("storage", ({ key }) => (key === name || !key) && restore()); // changed in another window
  settled.then(restore);
}

document.querySelectorAll("form.sheet").forEach(startSheet);

/* ---- on pages with degrees: two fields, each in the other's scale ---- */

function startDegrees(box) {
  const field = () => make("input", { type: "text", autocomplete: "off" });
  const celsius = field(), fahrenheit = field();
  const tie = (from, to, turn) => from.addEventListener("input", () => {
    const text = from.value.trim().replace(/[−–]/, "-").replace(",", ".");
    const number = Math.round(turn(+text) * 10) / 10;
    to.value = text && Number.isFinite(number) ? number : "";
  });
  tie(celsius, fahrenheit, (number) => number * 9 / 5 + 32);
  tie(fahrenheit, celsius, (number) => (number - 32) * 5 / 9);
  box.append(make("p", {}, make("label", {}, celsius, "degrees Celsius (°C)"), make("label", {}, fahrenheit, "degrees Fahrenheit (°F)")));
}

document.querySelectorAll("div.degrees").forEach(startDegrees);
