// The landing view: who stands on which requirement. A real table, so that it prints and speaks.
const MATRIX_CELLS = 60000;

function matrix(root) {
  const chosen = plan();
  const places = shownRequirements();
  const table = el("table", { class: "matrix", style: "--columns:" + chosen.units.length });
  table.append(el("caption", { class: "spoken" }, say("matrix-caption", { title: chosen.title })));
  table.append(el("colgroup", {}, el("col", { class: "names" }), chosen.units.map(() => el("col", {}))));
  table.append(el("thead", {}, el("tr", {}, corner("matrix-corner"), chosen.units.map(unitHead))));
  const body = el("tbody", {});
  if (places.length * chosen.units.length > MATRIX_CELLS) gatheredRows(body, places);
  else requirementRows(body, places);
  table.append(body);
  const frame = el("div", { class: "scroll" }, table);
  root.append(frame);
  tellHidden(frame);
  roving(table);
  crosshair(table);
  table.addEventListener("click", (event) => {
    const cell = event.target.closest("td");
    const row = cell && cell.parentNode.dataset.r;
    if (row !== undefined && row !== null && cell.querySelector("button")) change({ pick: "r" + row });
  });
}

function corner(name) {
  return el("th", { class: "corner", scope: "col" }, el("span", { class: "beyond", hidden: "" }), say(name));
}

// What is seen must not be taken for all: count the names that stand to the right, out of sight.
function tellHidden(frame) {
  const told = frame.querySelector(".beyond");
  const heads = Array.from(frame.querySelectorAll("thead th[data-u]"));
  const count = () => {
    const edge = frame.getBoundingClientRect().left + frame.clientWidth;
    const hidden = heads.filter((head) => head.getBoundingClientRect().right > edge + 1).length;
    told.hidden = hidden === 0;
    told.textContent = say("beyond", { n: hidden });
  };
  frame.addEventListener("scroll", count);
  new ResizeObserver(count).observe(frame);
}

function unitHead(unit, place) {
  const widest = heaviest();
  const names = ["unit"];
  if (unit.collective) names.push("collective");
  if (state.dim && hubs().has(place)) names.push("dim");
  return el(
    "th",
    { class: names.join(" "), scope: "col", "data-u": place, title: unit.name },
    button(
      { onclick: () => change({ pick: "u" + place }), "aria-label": unitLabel(unit) },
      el("span", { class: "upright" }, unit.name),
      el("span", { class: "load" }, String(unit.load)),
      el("span", { class: "bar", style: "width:" + Math.round((100 * unit.load) / widest) + "%" })
    )
  );
}

function heaviest() {
  return Math.max(1, ...plan().units.map((unit) => unit.load));
}

function unitLabel(unit) {
  return say(unit.collective ? "collective-load" : "unit-load", { name: unit.name, n: unit.load });
}

function requirementRows(body, places) {
  let section = null;
  let task = null;
  places.forEach((place) => {
    const requirement = plan().requirements[place];
    if (requirement.section !== null && requirement.section !== section) body.append(sectionBand(requirement.section, places));
    if (requirement.task !== null && requirement.task !== task) body.append(band("task", plan().tasks[requirement.task], ""));
    section = requirement.section;
    task = requirement.task;
    body.append(requirementRow(requirement, place));
  });
}

function sectionBand(section, places) {
  const size = places.filter((place) => plan().requirements[place].section === section).length;
  const row = band("section", plan().sections[section], say("n-requirements", { n: size }));
  row.classList.add("hue" + (section % 8));
  return row;
}

function band(name, title, aside) {
  const cell = el("th", { colspan: plan().units.length + 1, scope: "rowgroup" });
  cell.append(el("div", {}, el("span", {}, title), el("small", {}, aside)));
  return el("tr", { class: "band " + name }, cell);
}

function requirementRow(requirement, place) {
  const held = new Map(requirement.units.map((pair) => [pair[0], pair[1]]));
  const level = urgency(place);
  const head = el(
    "th",
    { scope: "row", title: requirement.text },
    button(
      { class: "line", onclick: () => change({ pick: "r" + place }) },
      el("span", { class: "number" }, requirement.part ? requirement.label : requirement.number),
      el("span", { class: "text" }, requirement.text),
      level ? sign("level-" + level, say("level-" + level)) : null
    )
  );
  const cells = plan().units.map((unit, column) => matrixCell(unit, column, held.get(column), requirement));
  return el("tr", { "data-r": place, class: requirement.section === null ? "" : "hue" + (requirement.section % 8) }, head, cells);
}

function matrixCell(unit, column, role, requirement) {
  const names = [unit.collective ? "collective" : "", state.dim && hubs().has(column) ? "dim" : ""];
  const cell = el("td", { class: names.join(" ").trim() || null, "data-u": column });
  if (role && inRole(role)) {
    const label = say("cell", { unit: unit.name, role: say("role-" + role), number: requirement.label });
    cell.append(button({ "aria-label": label, title: unit.name + " · " + say("role-" + role) }, sign("role-" + role)));
  }
  return cell;
}

// The gravest gap of a requirement: red before amber; habits of the plan do not count.
function urgency(place) {
  const levels = plan().requirements[place].gaps.filter((gap) => !gap.habit).map((gap) => gap.level);
  return ["red", "amber"].find((level) => levels.includes(level));
}

// Too many cells to read: one row for each section, counts in place of signs.
function gatheredRows(body, places) {
  const groups = new Map();
  places.forEach((place) => {
    const section = plan().requirements[place].section;
    groups.set(section, (groups.get(section) || []).concat(place));
  });
  body.append(band("task", say("gathered", { n: places.length }), ""));
  groups.forEach((members, section) => {
    const title = section === null ? say("no-section") : plan().sections[section];
    const counts = plan().units.map(() => 0);
    members.forEach((place) => plan().requirements[place].units.forEach((pair) => { if (inRole(pair[1])) counts[pair[0]] += 1; }));
    const open = button({ class: "line", onclick: () => change({ section: section === null ? "" : String(section) }) }, el("span", { class: "text" }, title));
    body.append(el("tr", {}, el("th", { scope: "row" }, open), counts.map((n) => el("td", { class: "count" }, n ? String(n) : ""))));
  });
}

function markMatrix(root, pick) {
  const table = root.querySelector("table");
  table.classList.toggle("picking", pick.requirements !== null);
  Array.from(table.tBodies[0].rows).forEach((row) => {
    if (row.dataset.r === undefined) return;
    const place = Number(row.dataset.r);
    row.classList.toggle("faded", pick.requirements !== null && !pick.requirements.has(place));
    row.classList.toggle("on", pick.kind === "r" && pick.places[0] === place);
  });
  table.querySelectorAll("th.unit").forEach((head) => {
    const place = Number(head.dataset.u);
    head.classList.toggle("faded", pick.units !== null && pick.kind !== "q" && !pick.units.has(place));
    head.classList.toggle("on", pick.kind === "u" && pick.places[0] === place);
  });
  const chosen = table.querySelector("tr.on, th.on");
  if (chosen && pick.kind === "r") bringIntoSight(chosen, root.firstElementChild, table.tHead);
}

// Scroll only when the row is out of sight or hidden under the headings.
function bringIntoSight(row, box, head) {
  const [seen, room, above] = [row, box, head].map((node) => node.getBoundingClientRect());
  if (seen.top < room.top + above.height || seen.bottom > room.bottom) row.scrollIntoView({ block: "center" });
}
