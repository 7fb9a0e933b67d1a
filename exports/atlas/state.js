// What is shown, and its trace in the address, so that a link opens the same sight.
const content = JSON.parse(byId("content").textContent);
const VIEWS = ["matrix", "graph", "coordination", "units"];
const ROLES = ["lead", "responsible", "support", "supervise"];
const state = { plan: 0, view: "matrix", pick: "", section: "", role: "", dim: "", lang: "", theme: "" };
const defaults = Object.assign({}, state, { lang: content.lang });

function say(name, values) {
  const text = (content.messages[name] || {})[state.lang];
  if (text === undefined) throw new Error("no message " + name);
  return text.replace(/\{(\w+)\}/g, (whole, key) => (values && key in values ? values[key] : whole));
}

function words(both) {
  return both[state.lang];
}

function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  Object.keys(state).forEach((key) => {
    state[key] = given.has(key) ? given.get(key) : defaults[key];
  });
  state.plan = Number(state.plan) in content.plans ? Number(state.plan) : 0;
  if (!VIEWS.includes(state.view)) state.view = "matrix";
  if (!["zh", "en"].includes(state.lang)) state.lang = content.lang;
}

function writeAddress() {
  const kept = new URLSearchParams();
  Object.keys(state).forEach((key) => {
    if (String(state[key]) !== String(defaults[key])) kept.set(key, state[key]);
  });
  const hash = "#" + kept.toString();
  if (hash === (location.hash || "#")) return;
  // What is typed into the search box is one step back, not one for each letter.
  if (state.pick[0] === "q") location.replace(hash);
  else location.hash = hash;
}

function change(values) {
  if ("plan" in values) Object.assign(values, { pick: "", section: "", role: "" });
  Object.assign(state, values);
  writeAddress();
  show();
}

function plan() {
  return content.plans[state.plan];
}

function hubs() {
  return new Set(plan().findings.filter((f) => f.kind === "coordinator").reduce((all, f) => all.concat(f.units), []));
}

// The requirements that the section filter lets through, by their places.
function shownRequirements() {
  return plan()
    .requirements.map((requirement, place) => place)
    .filter((place) => inSection(plan().requirements[place]));
}

function inSection(requirement) {
  return state.section === "" || String(requirement.section) === state.section;
}

function inRole(role) {
  return state.role === "" || role === state.role;
}

// The places of the requirements that a unit stands on; counted once for each plan.
function heldBy(unit) {
  const chosen = plan();
  if (!chosen.held) {
    chosen.held = chosen.units.map(() => []);
    chosen.requirements.forEach((requirement, place) => requirement.units.forEach((pair) => chosen.held[pair[0]].push(place)));
  }
  return chosen.held[unit];
}

// Of those, the ones that it owns with no other name beside it.
function ownedAlone(unit) {
  return heldBy(unit).filter((place) => {
    const named = plan().requirements[place].units;
    return named.length === 1 && ["lead", "responsible"].includes(named[0][1]);
  });
}

function together(a, b) {
  const other = new Set(heldBy(b));
  return heldBy(a).filter((place) => other.has(place));
}

// What is picked: its kind and the requirements and units that stay bright.
function picked() {
  const kind = state.pick[0];
  const rest = state.pick.slice(1);
  const chosen = plan();
  const nothing = { kind: "", requirements: null, units: null };
  if (kind === "q") return found(rest);
  const places = rest.split("-").map(Number);
  const known = { r: chosen.requirements, u: chosen.units, f: chosen.findings, p: chosen.units }[kind];
  if (!known || !rest || places.some((place) => !(place in known))) return nothing;
  return Object.assign({ kind, places }, reach(kind, places, known));
}

function reach(kind, places, known) {
  const item = known[places[0]];
  if (kind === "r") return { requirements: new Set(places), units: new Set(item.units.map((held) => held[0])) };
  if (kind === "u") return { requirements: new Set(heldBy(places[0])), units: new Set(places) };
  if (kind === "p") return { requirements: new Set(together(places[0], places[1])), units: new Set(places) };
  if (!item.requirements.length) return { requirements: null, units: item.units.length ? new Set(item.units) : null };
  const held = item.requirements.map((place) => plan().requirements[place].units.map((pair) => pair[0]));
  return { requirements: new Set(item.requirements), units: new Set(item.units.length ? item.units : [].concat(...held)) };
}
