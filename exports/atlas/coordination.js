// Who shares requirements with whom: the count in each cell, the unit's own load on the diagonal.
const HEAT_UNITS = 150;

function coordination(root) {
  const chosen = plan();
  const order = coordinationOrder();
  const counts = meetings();
  const most = Math.max(1, ...order.map((a) => Math.max(0, ...order.map((b) => (a === b ? 0 : counts[a][b])))));
  const table = el("table", { class: "matrix heat", style: "--columns:" + order.length });
  table.append(el("caption", { class: "spoken" }, say("coordination-caption", { title: chosen.title })));
  table.append(el("colgroup", {}, el("col", { class: "names" }), order.map(() => el("col", {}))));
  table.append(el("thead", {}, el("tr", {}, corner("coordination-corner"), order.map((place) => unitHead(chosen.units[place], place)))));
  table.append(el("tbody", {}, order.map((a) => heatRow(a, order, counts, most))));
  const frame = el("div", { class: "scroll" }, table);
  root.append(frame);
  tellHidden(frame);
  roving(table);
  crosshair(table);
}

// Clusters stand side by side, then the rest, then collectives; coordinators come first.
function coordinationOrder() {
  const chosen = plan();
  const central = hubs();
  const group = (place) => {
    const unit = chosen.units[place];
    if (unit.collective) return 1e6;
    if (central.has(place)) return -1;
    return unit.cluster === null ? 1e5 : unit.cluster;
  };
  return chosen.units
    .map((unit, place) => place)
    .sort((a, b) => chosen.units[b].load - chosen.units[a].load || a - b)
    .slice(0, HEAT_UNITS)
    .sort((a, b) => group(a) - group(b) || chosen.units[b].load - chosen.units[a].load || a - b);
}

function meetings() {
  const counts = plan().units.map(() => plan().units.map(() => 0));
  shownRequirements().forEach((place) => {
    const held = plan().requirements[place].units.filter((pair) => inRole(pair[1]));
    held.forEach((a) => held.forEach((b) => { counts[a[0]][b[0]] += 1; }));
  });
  return counts;
}

function heatRow(a, order, counts, most) {
  const unit = plan().units[a];
  const head = el(
    "th",
    { scope: "row", class: unit.collective ? "collective" : null },
    button({ class: "line", onclick: () => change({ pick: "u" + a }) }, clusterSign(unit), el("span", { class: "text" }, unit.name))
  );
  return el("tr", { "data-u": a }, head, order.map((b) => heatCell(a, b, counts[a][b], most)));
}

function clusterSign(unit) {
  if (unit.cluster === null || unit.cluster === undefined) return el("span", { class: "badge none" });
  return el("span", { class: "badge hue" + (unit.cluster % 8), title: say("cluster-n", { n: unit.cluster + 1 }) }, String(unit.cluster + 1));
}

function heatCell(a, b, count, most) {
  const units = plan().units;
  const names = [units[a].collective || units[b].collective ? "collective" : ""];
  if (state.dim && (hubs().has(a) || hubs().has(b))) names.push("dim");
  if (a === b) return el("td", { class: names.concat("own").join(" ").trim(), "data-u": b }, String(count));
  const cell = el("td", { "data-u": b, class: names.join(" ").trim() || null });
  if (!count) return cell;
  cell.classList.add("step" + Math.ceil((5 * Math.sqrt(count)) / Math.sqrt(most)));
  const pair = Math.min(a, b) + "-" + Math.max(a, b);
  if (plan().surprising.includes(pair)) cell.classList.add("surprising");
  const label = say("meeting", { a: units[a].name, b: units[b].name, n: count });
  cell.append(button({ onclick: () => change({ pick: "p" + pair }), "aria-label": label, title: label }, String(count)));
  return cell;
}

function markCoordination(root, pick) {
  const table = root.querySelector("table");
  const one = pick.kind === "u" ? pick.places[0] : null;
  const counts = one === null ? null : meetings();
  Array.from(table.tBodies[0].rows).forEach((row) => {
    const a = Number(row.dataset.u);
    const near = one === null ? pick.units === null || pick.units.has(a) : a === one || counts[one][a] > 0;
    row.classList.toggle("faded", pick.kind !== "" && pick.kind !== "q" && !near);
    row.classList.toggle("on", pick.kind !== "r" && pick.kind !== "f" && pick.places !== undefined && pick.places.includes(a));
  });
  table.querySelectorAll("thead th.unit").forEach((head) => {
    head.classList.toggle("on", pick.kind === "u" && Number(head.dataset.u) === one);
  });
}
