// The frame of the page: tabs, filters, keys; it draws the view again only when it must.
const drawers = { matrix, graph, coordination, units };
const markers = { matrix: markMatrix, graph: markGraph, coordination: markCoordination, units: markUnits };
let drawnAs = "";

function show() {
  const root = byId("view");
  document.documentElement.lang = state.lang === "zh" ? "zh-Hans" : "en";
  document.documentElement.dataset.theme = theme();
  const wanted = JSON.stringify([state.plan, state.view, state.section, state.role, state.dim, state.lang, state.theme, ordering]);
  if (wanted !== drawnAs) {
    drawnAs = wanted;
    frame();
    const scrolled = root.firstElementChild ? root.firstElementChild.scrollTop : 0;
    root.className = "view-" + state.view;
    empty(root);
    drawers[state.view](root);
    if (root.firstElementChild) root.firstElementChild.scrollTop = scrolled;
    legend(empty(byId("legend")));
  }
  const pick = picked();
  markers[state.view](root, pick);
  panel(byId("panel"), pick);
}

function theme() {
  const dark = window.matchMedia && matchMedia("(prefers-color-scheme: dark)").matches;
  return state.theme || (dark ? "dark" : "light");
}

function frame() {
  document.querySelectorAll("[data-say]").forEach((node) => { node.textContent = say(node.dataset.say); });
  const attributes = { sayTitle: "title", sayLabel: "aria-label", sayPlaceholder: "placeholder" };
  Object.keys(attributes).forEach((key) =>
    document.querySelectorAll("[data-" + key.replace(/[A-Z]/g, (c) => "-" + c.toLowerCase()) + "]").forEach((node) => node.setAttribute(attributes[key], say(node.dataset[key])))
  );
  const chosen = plan();
  const collectives = chosen.units.filter((unit) => unit.collective).length;
  document.title = chosen.title;
  byId("title").textContent = chosen.title;
  byId("title").title = chosen.title;
  byId("printed").textContent = chosen.title + " · " + say("view-" + state.view);
  byId("counts").textContent = say("counts", { requirements: chosen.requirements.length, units: chosen.units.length - collectives, collectives, names: chosen.units.length });
  tabs();
  choices("section", say("all-sections"), chosen.sections.map((title, place) => [String(place), short(title, 24)]), state.section);
  const roles = ROLES.filter((role) => chosen.requirements.some((r) => r.units.some((pair) => pair[1] === role)));
  choices("role", say("all-roles"), roles.map((role) => [role, say("role-" + role)]), state.role);
  byId("role").disabled = roles.length < 2 && !state.role;
  byId("dim").setAttribute("aria-pressed", String(Boolean(state.dim)));
  byId("dim").disabled = !hubs().size;
  byId("picture").hidden = state.view !== "graph";
  offerKnown();
}

function tabs() {
  const list = empty(byId("tabs"));
  VIEWS.forEach((view, place) => {
    const label = [el("kbd", { "aria-hidden": "true" }, String(place + 1)), say("view-" + view)];
    list.append(button({ role: "tab", id: "tab-" + view, "aria-selected": String(view === state.view), "aria-controls": "view", onclick: () => change({ view }) }, label));
  });
  byId("view").setAttribute("aria-labelledby", "tab-" + state.view);
}

function choices(id, all, pairs, value) {
  const select = empty(byId(id));
  select.append(el("option", { value: "" }, all));
  pairs.forEach((pair) => select.append(el("option", { value: pair[0] }, pair[1])));
  select.value = value;
}

function legend(root) {
  const roles = ROLES.filter((role) => plan().requirements.some((r) => r.units.some((pair) => pair[1] === role)));
  const parts = {
    matrix: () => [roles.map((role) => key(sign("role-" + role), say("role-" + role))), key(swatch("collective"), say("collective")), levels().map((level) => key(sign("level-" + level), say("level-" + level))), note("matrix-note")],
    graph: () => [roles.map((role) => key(el("span", { class: "stroke " + role }), say("role-" + role))), key(swatch("dashed"), say("collective")), note(plan().picture.grain === "requirement" ? "graph-note" : "graph-gathered")],
    coordination: () => [key(el("span", { class: "ramp" }, [1, 2, 3, 4, 5].map((n) => el("i", { class: "step" + n }))), say("few-to-many")), key(swatch("own"), say("own-load")), key(swatch("collective"), say("collective")), plan().surprising.length ? key(swatch("surprising"), say("surprising")) : null, plan().units.some((unit) => unit.cluster !== null) ? key(el("span", { class: "badge hue0" }, "1"), say("cluster")) : null, plan().units.length > HEAT_UNITS ? el("span", { class: "key quiet" }, say("heaviest-units", { n: HEAT_UNITS, total: plan().units.length })) : null],
    units: () => [["B1", "B2", "B3", "B4"].map((code) => key(null, say("reading-" + code))), note("units-note")],
  };
  fill(root, parts[state.view]());
}

function levels() {
  const used = plan().requirements.map((requirement, place) => urgency(place));
  return ["red", "amber"].filter((level) => used.includes(level));
}

function key(sample, label) {
  return el("span", { class: "key" }, sample, label);
}

function swatch(name) {
  return el("span", { class: "swatch " + name });
}

function note(name) {
  return el("span", { class: "key quiet" }, say(name));
}

function typing(target) {
  return /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
}

function start() {
  readAddress();
  const chooser = byId("plan");
  content.plans.forEach((one, place) => chooser.append(el("option", { value: place }, one.title)));
  byId("chooser").hidden = content.plans.length < 2;
  chooser.value = state.plan;
  chooser.addEventListener("change", () => change({ plan: Number(chooser.value) }));
  ["section", "role"].forEach((id) => byId(id).addEventListener("change", () => change({ [id]: byId(id).value })));
  byId("dim").addEventListener("click", () => change({ dim: state.dim ? "" : "1" }));
  byId("lang").addEventListener("click", () => change({ lang: state.lang === "zh" ? "en" : "zh" }));
  byId("theme").addEventListener("click", () => change({ theme: theme() === "dark" ? "light" : "dark" }));
  byId("picture").addEventListener("click", savePicture);
  byId("print").addEventListener("click", () => window.print());
  const box = byId("search");
  box.addEventListener("input", () => search(box.value, false));
  box.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.isComposing) search(box.value, true); });
  document.addEventListener("keydown", keys);
  window.addEventListener("beforeprint", () => paperTheme("light"));
  window.addEventListener("afterprint", () => paperTheme(theme()));
  window.addEventListener("hashchange", () => { readAddress(); show(); });
  show();
}

// Paper is white: the picture is painted again in the light colours while it is printed.
function paperTheme(name) {
  document.documentElement.dataset.theme = name;
  if (state.view !== "graph") return;
  restyle(picked());
  canvas.drawn.redraw();
}

function keys(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const box = byId("search");
  if (event.key === "Escape") {
    box.value = "";
    if (typing(event.target)) event.target.blur();
    change({ pick: "" });
  } else if (typing(event.target)) {
    return;
  } else if (event.key === "/") {
    event.preventDefault();
    box.focus();
    box.select();
  } else if (VIEWS[Number(event.key) - 1]) {
    change({ view: VIEWS[Number(event.key) - 1] });
  }
}

start();
