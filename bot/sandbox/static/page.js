// Follows the workspace and sends what a person does, without leaving the page. Without this file the page
// works by plain links and forms.
"use strict";
const root = document.documentElement;
root.classList.add("scripted");
const $ = (id) => document.getElementById(id);

// Light or dark: what the system prefers, unless the reader chose otherwise
const dark = matchMedia("(prefers-color-scheme: dark)");
const chosen = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
function toggleTheme() {
  const now = root.dataset.theme || (dark.matches ? "dark" : "light");
  root.dataset.theme = now === "dark" ? "light" : "dark";
  try { localStorage.setItem("theme", root.dataset.theme); } catch { /* it holds for this visit */ }
}
if (chosen()) root.dataset.theme = chosen();

// Following: the parts of the page that changed are swapped for fresh ones
const REGIONS = ["side", "head", "messages", "notices", "compose", "thread", "modal"];
const unread = new Set();
let waiting = null, running = null, again = false;

const atEnd = (box) => !box || box.scrollHeight - box.scrollTop - box.clientHeight < 80;
const toEnd = (box) => { if (box) box.scrollTop = box.scrollHeight; };
const channelOf = () => document.body.dataset.channel;

function refresh() {
  again = true; // what changed while a page is on its way is fetched after it
  running ??= (async () => {
    try {
      while (again) {
        again = false;
        const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
        if (answer.ok) swap(new DOMParser().parseFromString(await answer.text(), "text/html"));
      }
    } catch { /* the sandbox went away; the stream will tell when it is back */ } finally { running = null; }
  })();
  return running;
}

function later() {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 60);
}

function swap(fresh) {
  const moved = fresh.body.dataset.channel !== channelOf();
  const sameThread = threadOf(document) === threadOf(fresh);
  const list = document.querySelector(".thread-messages");
  const follow = moved || atEnd($("messages")), followThread = sameThread && atEnd(list), scroll = list ? list.scrollTop : 0;
  const held = document.activeElement, heldId = held && held.id;
  const typed = { say: moved ? "" : $("say")?.value, reply: sameThread ? $("reply")?.value : "" };
  for (const id of REGIONS) {
    const old = $(id), now = fresh.getElementById(id);
    if (!old || !now || old.isEqualNode(now)) continue;
    if (id === "modal" && sameView(old, now)) continue; // do not wipe what is being typed
    if (id === "side" && old.contains(held) && held.matches("select")) continue;
    if (id === "compose" && !moved && old.childElementCount === now.childElementCount) continue; // nor what is being chosen
    if (id === "messages" && old.className === now.className && !moved) patch(old, now);
    else old.replaceWith(document.importNode(now, true));
    if (id === "modal") openModal();
  }
  document.body.className = fresh.body.className;
  Object.assign(document.body.dataset, fresh.body.dataset);
  document.title = fresh.title;
  for (const [id, text] of Object.entries(typed)) if (text && $(id)) $(id).value = text;
  if (follow) toEnd($("messages"));
  const box = document.querySelector(".thread-messages");
  if (box && sameThread) followThread ? toEnd(box) : (box.scrollTop = scroll);
  if (heldId && document.activeElement === document.body) $(heldId)?.focus();
  prepare();
}

const threadOf = (page) => page.querySelector(".thread-messages .message")?.id;

function sameView(old, now) {
  const a = old.querySelector("[data-view]"), b = now.querySelector("[data-view]");
  return a && b && a.dataset.view === b.dataset.view && a.dataset.hash === b.dataset.hash && !now.querySelector(".error") && !old.querySelector(".error");
}

// Messages that stay are left alone, so that an open menu or a table's page is not lost when others arrive.
function patch(old, now) {
  const there = new Map([...old.children].map((node) => [node.dataset.fresh ?? node.outerHTML, node]));
  old.replaceChildren(...[...now.children].map((node) => {
    const kept = there.get(node.outerHTML), made = kept || document.importNode(node, true);
    made.dataset.fresh = node.outerHTML; // as it came, before tables were paged
    return made;
  }));
}

function prepare() {
  if (channelOf()) unread.delete(channelOf());
  for (const place of document.querySelectorAll("nav a[data-channel]")) place.classList.toggle("unread", unread.has(place.dataset.channel));
  for (const table of document.querySelectorAll("table[data-page-size]:not([data-ready])")) pageTable(table);
}

// Menus lie above everything that could cut them off, below what opens them or, without room there, above it
const openMenus = () => document.querySelectorAll("details.overflow[open]");
function placeMenu(details) {
  const menu = details.querySelector(".menu"), by = details.getBoundingClientRect();
  const below = by.bottom + menu.offsetHeight + 8 < innerHeight;
  menu.style.position = "fixed";
  menu.style.inset = "auto";
  menu.style.left = `${Math.max(8, Math.min(by.left, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${below ? by.bottom + 4 : by.top - menu.offsetHeight - 4}px`;
}
document.addEventListener("toggle", (event) => { if (event.target.matches("details.overflow[open]")) placeMenu(event.target); }, true);
document.addEventListener("scroll", () => openMenus().forEach(placeMenu), true);

// Links within the page
document.addEventListener("click", (event) => {
  if (event.target.closest("#theme")) { toggleTheme(); return; }
  for (const open of openMenus()) if (!open.contains(event.target)) open.open = false;
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.matches(".burger, .shut")) { event.preventDefault(); drawer(link.matches(".burger")); return; }
  if (link.getAttribute("href").startsWith("/?")) { event.preventDefault(); visit(link.href); }
  else if ($("side").classList.contains("open") && !event.target.closest("nav")) drawer(false);
});
addEventListener("popstate", refresh);

async function visit(address) {
  drawer(false);
  history.pushState(null, "", address);
  await refresh();
  $(`m-${new URL(location.href).searchParams.get("thread")}`)?.scrollIntoView({ block: "nearest" });
  const to = location.hash && document.querySelector(".thread-messages");
  if (to) { to.scrollTop = 0; to.focus({ preventScroll: true }); }
}

function drawer(open) {
  const was = $("side").classList.contains("open");
  $("side").classList.toggle("open", open);
  if (open) $("side").querySelector(".shut").focus();
  else if (was) document.querySelector(".burger").focus();
}

// Modals: focus goes in, stays in, and comes back
let before = null;
function openModal() {
  const dialog = document.querySelector("#modal [role=dialog]");
  if (!dialog) { (before?.isConnected ? before : $("say"))?.focus(); before = null; return; }
  before ??= document.activeElement;
  (dialog.querySelector(".modal-body input:not([type=hidden]), .modal-body textarea, .modal-body select") || dialog.querySelector(".modal-body")).focus();
}

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (choosing(event)) return;
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && field.matches(".composer textarea")) {
    event.preventDefault();
    field.form.requestSubmit();
    return;
  }
  const dialog = document.querySelector("#modal [role=dialog]");
  if (event.key === "Escape") {
    const [menu] = openMenus();
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
    else if (dialog) dialog.querySelector("button.close").click();
    else if ($("side").classList.contains("open")) drawer(false);
    else document.querySelector("#thread:not([hidden]) a.tool")?.click();
  }
  if (!dialog || event.key !== "Tab") return;
  const all = [...dialog.querySelectorAll("button, input:not([type=hidden]), select, textarea, a[href], [tabindex='0']")].filter((e) => e.getClientRects().length);
  const first = all[0], last = all[all.length - 1];
  if (event.shiftKey && field === first) { last.focus(); event.preventDefault(); }
  else if (!event.shiftKey && field === last) { first.focus(); event.preventDefault(); }
});

// Sending
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  event.preventDefault();
  const pressed = event.submitter;
  if (pressed?.dataset.confirm && !confirm(pressed.dataset.confirm)) return;
  if (pressed?.dataset.url) window.open(pressed.dataset.url, "_blank", "noopener");
  if (form.dataset.busy) return; // a double click is one click
  form.dataset.busy = "1";
  const data = new FormData(form, pressed);
  const here = new URL(location.href).searchParams;
  data.set("team", document.body.dataset.team);
  data.set("as", document.body.dataset.as);
  for (const name of ["channel", "thread", "show"]) if (!data.has(name) && here.get(name)) data.set(name, here.get(name));
  const text = form.querySelector("[name=text]");
  if (text) text.value = "";
  form.querySelector("details[open]")?.removeAttribute("open");
  form.closest("details[open]")?.removeAttribute("open");
  try {
    const answer = await fetch("/act", { method: "POST", body: new URLSearchParams(data), headers: { Accept: "application/json" } });
    const found = await answer.json();
    if (found.go && Object.keys(found.go).length) {
      const to = new URLSearchParams({ team: document.body.dataset.team, as: document.body.dataset.as });
      for (const [name, value] of Object.entries(found.go)) if (value) to.set(name, value);
      await visit("/?" + to);
      return;
    }
  } catch { /* the sandbox went away */ } finally { delete form.dataset.busy; }
  await refresh();
});

document.addEventListener("change", (event) => {
  const field = event.target;
  if (field.matches("[data-submit]")) { field.form.submit(); return; }
  const now = field.closest(".now");
  if (now && !field.classList.contains("external")) field.form.requestSubmit(now.querySelector(".go"));
});

// A list of choices under a field: commands in the composer, what the app offers in an external select
let choices = null;
function offer(field, items, pick) {
  stopOffering();
  if (!items.length) return;
  const list = document.createElement("ul");
  list.className = "options";
  list.id = "options";
  list.setAttribute("role", "listbox");
  items.forEach(([label, hint], index) => {
    const item = document.createElement("li");
    item.id = `option-${index}`;
    item.setAttribute("role", "option");
    item.append(label, " ");
    if (hint) item.append(Object.assign(document.createElement("small"), { textContent: hint }));
    item.addEventListener("mousedown", (event) => { event.preventDefault(); stopOffering(); pick(index); });
    list.append(item);
  });
  field.after(list);
  choices = { field, list, pick, at: -1 };
  field.setAttribute("aria-controls", "options");
  field.setAttribute("aria-expanded", "true");
}

function stopOffering() {
  if (!choices) return;
  choices.list.remove();
  for (const name of ["aria-controls", "aria-expanded", "aria-activedescendant"]) choices.field.removeAttribute(name);
  choices = null;
}

function choosing(event) {
  if (!choices || event.target !== choices.field) return false;
  const items = [...choices.list.children];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    choices.at = (choices.at + step + items.length) % items.length;
    items.forEach((item, i) => item.setAttribute("aria-selected", String(i === choices.at)));
    items[choices.at].scrollIntoView({ block: "nearest" });
    choices.field.setAttribute("aria-activedescendant", items[choices.at].id);
  } else if ((event.key === "Enter" || event.key === "Tab") && choices.at >= 0) {
    const { pick, at } = choices;
    stopOffering();
    pick(at);
  } else if (event.key === "Escape") stopOffering();
  else return false;
  event.preventDefault();
  return true;
}

let asking = null;
document.addEventListener("input", (event) => {
  const field = event.target;
  if (field.dataset.commands) offerCommands(field);
  if (!field.classList.contains("external")) return;
  if (!field.dataset.many) chosenIn(field).value = "";
  clearTimeout(asking);
  asking = setTimeout(() => suggest(field), 200);
});
document.addEventListener("focusout", (event) => { if (choices?.field === event.target) stopOffering(); });

function offerCommands(field) {
  const known = field.value.startsWith("/") && !field.value.includes(" ") ? Object.entries(JSON.parse(field.dataset.commands)) : [];
  const found = known.filter(([name]) => name.startsWith(field.value));
  offer(field, found, (index) => { field.value = found[index][0] + " "; });
}

const chosenIn = (field) => field.parentElement.querySelector("input.chosen"); // the option behind an external select's words

async function suggest(field) {
  if (field.value.length < Number(field.dataset.min)) { stopOffering(); return; }
  const ask = new URLSearchParams({ team: document.body.dataset.team, as: document.body.dataset.as, typed: field.value, block: field.dataset.block, action: field.dataset.action });
  for (const name of ["view", "channel_of", "ts"]) { const found = field.form.elements[name]; if (found) ask.set(name, found.value); }
  const found = await (await fetch("/suggest?" + ask)).json();
  if (document.activeElement !== field) return;
  offer(field, found.options.map((o) => [o.text.text, o.description?.text]), (index) => {
    const option = found.options[index], now = field.closest(".now");
    if (field.dataset.many) { take(field, option); return; }
    field.value = option.text.text;
    chosenIn(field).value = JSON.stringify(option);
    if (now) field.form.requestSubmit(now.querySelector(".go"));
  });
}

function take(field, option) { // one more of several: a box before the field, which can be unticked again
  const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: true, name: field.dataset.many, value: JSON.stringify(option) });
  const made = Object.assign(document.createElement("label"), { className: "choice" });
  made.append(box, " " + option.text.text);
  field.before(made);
  field.value = "";
}

// Tables: pages and sorting
function pageTable(table) {
  table.dataset.ready = "1";
  const size = Number(table.dataset.pageSize), body = table.tBodies[0];
  if (!size || !body) return;
  let page = 0;
  const pager = Object.assign(document.createElement("div"), { className: "pager" });
  const show = () => {
    const rows = [...body.rows], pages = Math.max(1, Math.ceil(rows.length / size));
    page = Math.min(page, pages - 1);
    rows.forEach((row, i) => { row.hidden = Math.floor(i / size) !== page; });
    pager.replaceChildren(button("Previous", page > 0, () => { page--; show(); }), `${page + 1} of ${pages}`, button("Next", page < pages - 1, () => { page++; show(); }));
    pager.hidden = pages < 2;
  };
  [...table.tHead.rows[0].cells].forEach((cell, i) => {
    cell.tabIndex = 0;
    cell.classList.add("sortable");
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

function button(label, on, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: label, disabled: !on });
  made.addEventListener("click", act);
  return made;
}

const stream = new EventSource("/changes");
stream.onmessage = (event) => {
  const change = JSON.parse(event.data);
  if (change.team && change.team !== document.body.dataset.team) return;
  if (change.kind === "message" && change.channel !== channelOf()) unread.add(change.channel);
  later();
};
stream.onopen = later;
toEnd($("messages"));
if (location.hash) $(location.hash.slice(1))?.scrollIntoView();
prepare();
if (!$("modal").hidden) openModal();
