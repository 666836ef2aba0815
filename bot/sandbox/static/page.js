// Follows the workspace and sends what a person does, without leaving the page. Without this file the page
// works by plain forms.
"use strict";
document.documentElement.classList.add("scripted");

const regions = ["side", "messages", "notices", "thread", "modal"];
let waiting = null;
let busy = false;

function atEnd(box) {
  return !box || box.scrollHeight - box.scrollTop - box.clientHeight < 80;
}

function toEnd(box) {
  if (box) box.scrollTop = box.scrollHeight;
}

async function refresh() {
  if (busy) { later(); return; }
  busy = true;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    swap(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch { /* the sandbox went away; the stream will tell when it is back */ } finally { busy = false; }
}

function later() {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 60);
}

function swap(fresh) {
  const followed = atEnd(document.getElementById("messages"));
  const threadBox = document.querySelector(".thread-messages");
  const threadFollowed = atEnd(threadBox);
  const scroll = threadBox ? threadBox.scrollTop : 0;
  const held = document.activeElement;
  const heldName = held && held.id ? "#" + CSS.escape(held.id) : null;
  for (const id of regions) {
    const old = document.getElementById(id), now = fresh.getElementById(id);
    if (!old || !now || old.isEqualNode(now) || old.innerHTML === now.innerHTML && old.hidden === now.hidden) continue;
    if (id === "modal" && sameView(old, now)) continue; // do not wipe what is being typed
    if (old.contains(held) && held.matches("input, textarea, select") && id !== "modal" && id !== "thread") continue;
    const typed = id === "thread" ? (document.getElementById("reply") || {}).value : null;
    const open = id === "side" ? document.getElementById("rail").open : null;
    old.replaceWith(document.importNode(now, true));
    if (typed) document.getElementById("reply") && (document.getElementById("reply").value = typed);
    if (open !== null) document.getElementById("rail").open = open;
    if (id === "modal") openModal();
  }
  document.body.className = fresh.body.className;
  document.title = fresh.title;
  if (followed) toEnd(document.getElementById("messages"));
  const box = document.querySelector(".thread-messages");
  if (box) threadFollowed ? toEnd(box) : (box.scrollTop = scroll);
  if (heldName && document.activeElement === document.body) document.querySelector(heldName)?.focus();
  prepare();
}

function sameView(old, now) {
  const a = old.querySelector("[data-view]"), b = now.querySelector("[data-view]");
  return a && b && a.dataset.view === b.dataset.view && a.dataset.hash === b.dataset.hash && !now.querySelector(".error") && !old.querySelector(".error");
}

// Modals: focus goes in, stays in, and comes back.
let before = null;
function openModal() {
  const dialog = document.querySelector("#modal [role=dialog]");
  if (!dialog) { before?.focus?.(); before = null; return; }
  before ??= document.activeElement;
  (dialog.querySelector(".modal-body input:not([type=hidden]), .modal-body textarea, .modal-body select") || dialog.querySelector("button")).focus();
}
document.addEventListener("keydown", (event) => {
  const dialog = document.querySelector("#modal [role=dialog]");
  if (!dialog) return;
  if (event.key === "Escape") { dialog.querySelector("button.close").click(); return; }
  if (event.key !== "Tab") return;
  const all = [...dialog.querySelectorAll("button, input:not([type=hidden]), select, textarea, a[href]")];
  const first = all[0], last = all[all.length - 1];
  if (event.shiftKey && document.activeElement === first) { last.focus(); event.preventDefault(); }
  else if (!event.shiftKey && document.activeElement === last) { first.focus(); event.preventDefault(); }
});

// Sending
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  event.preventDefault();
  const button = event.submitter;
  if (button?.dataset.confirm && !confirm(button.dataset.confirm)) return;
  if (button?.dataset.url) window.open(button.dataset.url, "_blank", "noopener");
  if (form.dataset.busy) return; // a double click is one click
  form.dataset.busy = "1";
  const data = new FormData(form, button);
  const here = new URL(location.href).searchParams;
  data.set("team", document.body.dataset.team);
  data.set("as", document.body.dataset.as);
  for (const name of ["channel", "thread", "show"]) if (!data.has(name) && here.get(name)) data.set(name, here.get(name));
  const text = form.querySelector("input[name=text]");
  if (text) text.value = "";
  try {
    const answer = await fetch("/act", { method: "POST", body: new URLSearchParams(data), headers: { Accept: "application/json" } });
    const found = await answer.json();
    if (found.go && Object.keys(found.go).length) {
      const to = new URLSearchParams({ team: document.body.dataset.team, as: document.body.dataset.as });
      for (const [name, value] of Object.entries(found.go)) if (value) to.set(name, value);
      location.assign("/?" + to);
      return;
    }
  } finally { delete form.dataset.busy; }
  await refresh();
});

document.addEventListener("change", (event) => {
  const field = event.target;
  if (field.matches("[data-submit]")) { field.form.submit(); return; }
  const now = field.closest(".now");
  if (now && !field.classList.contains("external")) field.form.requestSubmit(now.querySelector(".go"));
});

// External selects
let asking = null;
document.addEventListener("input", (event) => {
  const field = event.target;
  if (!field.classList.contains("external")) return;
  field.nextElementSibling.value = "";
  clearTimeout(asking);
  asking = setTimeout(() => offer(field), 200);
});

async function offer(field) {
  field.parentElement.querySelector(".options")?.remove();
  if (field.value.length < Number(field.dataset.min)) return;
  const ask = new URLSearchParams({ team: document.body.dataset.team, as: document.body.dataset.as, typed: field.value, block: field.dataset.block, action: field.dataset.action });
  for (const name of ["view", "channel_of", "ts"]) { const found = field.form.elements[name]; if (found) ask.set(name, found.value); }
  const found = await (await fetch("/suggest?" + ask)).json();
  const list = document.createElement("ul");
  list.className = "options";
  list.setAttribute("role", "listbox");
  for (const option of found.options) {
    const item = document.createElement("li");
    item.setAttribute("role", "option");
    item.tabIndex = 0;
    item.textContent = option.text.text;
    const pick = () => {
      field.value = option.text.text;
      field.nextElementSibling.value = JSON.stringify(option);
      list.remove();
      field.focus();
      const now = field.closest(".now");
      if (now) field.form.requestSubmit(now.querySelector(".go"));
    };
    item.addEventListener("click", pick);
    item.addEventListener("keydown", (e) => { if (e.key === "Enter") { e.preventDefault(); pick(); } });
    list.append(item);
  }
  field.after(field.nextElementSibling);
  field.nextElementSibling.after(list);
}

// Tables: pages and sorting
function prepare() {
  for (const table of document.querySelectorAll("table[data-page-size]:not([data-ready])")) {
    table.dataset.ready = "1";
    const size = Number(table.dataset.pageSize), body = table.tBodies[0];
    if (!size || !body) continue;
    let page = 0;
    const pager = document.createElement("div");
    pager.className = "pager";
    const show = () => {
      const rows = [...body.rows], pages = Math.max(1, Math.ceil(rows.length / size));
      page = Math.min(page, pages - 1);
      rows.forEach((row, i) => { row.hidden = Math.floor(i / size) !== page; });
      pager.replaceChildren(button("Previous", page > 0, () => { page--; show(); }), `${page + 1} of ${pages}`, button("Next", page < pages - 1, () => { page++; show(); }));
      pager.hidden = pages < 2;
    };
    [...table.tHead.rows[0].cells].forEach((cell, i) => {
      cell.tabIndex = 0;
      const sort = () => {
        const up = cell.getAttribute("aria-sort") !== "ascending";
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        cell.setAttribute("aria-sort", up ? "ascending" : "descending");
        const numeric = [...body.rows].every((row) => row.cells[i].classList.contains("number"));
        const rows = [...body.rows].sort((a, b) => {
          const x = a.cells[i].textContent, y = b.cells[i].textContent;
          return (numeric ? parseFloat(x) - parseFloat(y) : x.localeCompare(y)) * (up ? 1 : -1);
        });
        body.append(...rows);
        show();
      };
      cell.addEventListener("click", sort);
      cell.addEventListener("keydown", (e) => { if (e.key === "Enter") sort(); });
    });
    table.parentElement.after(pager);
    show();
  }
}

function button(label, on, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.disabled = !on;
  made.addEventListener("click", act);
  return made;
}

const stream = new EventSource("/changes");
stream.onmessage = (event) => {
  const change = JSON.parse(event.data);
  if (!change.team || change.team === document.body.dataset.team) later();
};
stream.onopen = later;
if (matchMedia("(max-width: 760px)").matches) document.getElementById("rail").open = false;
toEnd(document.getElementById("messages"));
toEnd(document.querySelector(".thread-messages"));
prepare();
openModal();
