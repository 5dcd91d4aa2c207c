// Keeps the guide on the reader's device: after one visit every page opens with no connection.
// The network comes first. A saved page is shown only when no answer comes in time, and it is never older than
// one that came before. It lies at the top of the finished site, which is the folder that it looks after.
"use strict";

// All files of the guide and a hash of them, which a finishing step writes.
const GUIDE = { version: "", files: [] };
const PATIENCE = 3000; // milliseconds that a page may take before the saved one is shown
const TOP = registration.scope;
// Other sites may share the host and so its caches; what is ours begins with our address.
const OURS = `guide ${TOP} `;
const NAME = OURS + GUIDE.version;

/** The file that an address means; the address of the folder means the start page. */
function fileOf(address) {
  const path = new URL(address).href.replace(/[?#].*$/, "");
  return path.startsWith(TOP) ? decodeURI(path.slice(TOP.length)) || "index.html" : "";
}

const addressOf = (file) => new URL(file, TOP).href;

/** Whether one answer is older than another, by what the server says; if it does not say, it is not. */
function isOlder(one, other) {
  const time = (answer) => Date.parse(answer.headers.get("last-modified"));
  return time(one) < time(other);
}

/* ---- install: all files or none ---- */

async function install() {
  try {
    const cache = await caches.open(NAME);
    await cache.addAll(GUIDE.files.map((file) => new Request(addressOf(file), { cache: "no-cache" })));
  } catch (error) { // no connection, no room, a file that is not there: half a guide is none
    await caches.delete(NAME);
    throw error;
  }
  await skipWaiting();
}

/* ---- activate: the old copies go, but not what they had newer ---- */

async function activate() {
  const cache = await caches.open(NAME);
  const names = await caches.keys();
  for (const name of names.filter((one) => one.startsWith(OURS) && one !== NAME)) {
    await carryOver(await caches.open(name), cache);
    await caches.delete(name);
  }
  await clients.claim();
}

async function carryOver(from, to) {
  for (const file of GUIDE.files) {
    const old = await from.match(addressOf(file));
    const now = await to.match(addressOf(file));
    if (old && now && isOlder(now, old)) await keep(to, file, old);
  }
}

/** Keep an answer. If there is no room, the older one goes: no page may be older than one that was seen. */
async function keep(cache, file, answer) {
  try {
    await cache.put(addressOf(file), answer);
  } catch {
    await cache.delete(addressOf(file));
  }
}

/* ---- fetch: the network first, then what was saved ---- */

/** Ask the network, past what the browser kept for itself, and keep the answer. */
async function ask(file, cache, saved) {
  const answer = await fetch(addressOf(file), { cache: "no-cache" });
  if (saved && (answer.status >= 500 || isOlder(answer, saved))) return show(file, saved);
  if (answer.ok && !answer.redirected) await keep(cache, file, answer.clone());
  return answer;
}

async function answer(event, file) {
  if (!(await caches.has(NAME))) return fetch(event.request); // the reader has removed it
  const cache = await caches.open(NAME);
  const saved = await cache.match(addressOf(file));
  const asked = ask(file, cache, saved);
  event.waitUntil(asked.catch(() => {})); // a late answer is kept for the next time
  if (!saved) return asked;
  const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
  const first = await Promise.race([asked.catch(() => null), late]);
  return first || show(file, saved);
}

/** A saved answer. The start page says quietly that it is one, and since when. */
async function show(file, saved) {
  const copy = saved.clone();
  if (file !== "index.html") return copy;
  const date = new Date(copy.headers.get("date") || Date.now());
  const day = date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const line = `<p role=status><small>This is the copy that your device saved on ${day}.</small></p>`;
  const text = (await copy.text()).replace("<h2", `${line}<h2`);
  return new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const file = event.request.method === "GET" ? fileOf(event.request.url) : "";
  if (GUIDE.files.includes(file)) event.respondWith(answer(event, file));
});
