"use strict";
const form = document.getElementById("search");
const field = form.querySelector("input");
const count = form.querySelector("[role=status]");
const list = form.querySelector("ol");

let loading = null;
function load() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "sections.js"; // a script, so that it can be read from a disk too
    script.onload = () => resolve(sections.map((section) => [section, section[2].toLowerCase(), section[3].toLowerCase()]));
    script.onerror = reject;
    document.head.append(script);
  });
  return loading;
}

/** All words must be there; one in the title counts more. */
function worth(words, title, text) {
  let sum = 0;
  for (const word of words) {
    if (title.includes(word)) sum += 6;
    else if (text.includes(word)) sum += 1;
    else return 0;
  }
  return sum;
}

function result([page, anchor, title, text]) {
  const item = document.createElement("li"), link = document.createElement("a");
  link.href = anchor ? `${page}#${anchor}` : page;
  link.textContent = title;
  item.append(link, ` ${text.slice(0, 60)}`);
  return item;
}

async function look() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  const all = words.length ? await load() : [];
  const found = all.map(([section, title, text]) => [worth(words, title, text), section]).filter(([sum]) => sum);
  found.sort((one, other) => other[0] - one[0]);
  count.textContent = `${found.length} results`;
  list.replaceChildren(...found.slice(0, 20).map(([, section]) => result(section)));
}

field.addEventListener("focus", load);
field.addEventListener("input", look);
form.addEventListener("submit", (event) => event.preventDefault());
