// Every unit in one line: its loads, whom it meets, and the four readings of a bottleneck.
const ordering = { column: "load", down: true };

function unitColumns() {
  const columns = [
    { name: "load", value: (unit) => unit.load, bar: true },
    ...ROLES.filter((role) => plan().requirements.some((r) => r.units.some((pair) => pair[1] === role))).map((role) => ({
      name: "role-" + role,
      value: (unit, place) => heldAs(place, role).length,
    })),
    { name: "fractional", value: (unit) => unit.fractional, digits: 1 },
    { name: "alone", value: (unit, place) => ownedAlone(place).length },
    { name: "partners", value: (unit, place) => partners(place).length },
    { name: "betweenness", value: (unit) => unit.betweenness, digits: 2 },
    { name: "orphans", value: (unit) => (unit.orphans ? unit.orphans.length : null) },
  ];
  return columns;
}

function heldAs(place, role) {
  return heldBy(place).filter((r) => plan().requirements[r].units.some((pair) => pair[0] === place && pair[1] === role));
}

function partners(place) {
  const counts = new Map();
  heldBy(place).forEach((r) =>
    plan().requirements[r].units.forEach((pair) => {
      if (pair[0] !== place) counts.set(pair[0], (counts.get(pair[0]) || 0) + 1);
    })
  );
  return Array.from(counts).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}

function units(root) {
  const chosen = plan();
  const columns = unitColumns();
  const by = columns.find((column) => column.name === ordering.column) || columns[0];
  const values = chosen.units.map((unit, place) => by.value(unit, place) || 0);
  const order = chosen.units
    .map((unit, place) => place)
    .sort((a, b) => {
      const apart = chosen.units[a].collective - chosen.units[b].collective;
      const rise = values[a] - values[b];
      return apart || (ordering.down ? -rise : rise) || a - b;
    });
  const table = el("table", { class: "list" });
  table.append(el("caption", { class: "spoken" }, say("units-caption", { title: chosen.title })));
  const heads = columns.map((column) => unitColumnHead(column, by));
  table.append(el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("unit")), heads, el("th", { scope: "col" }, say("readings")), el("th", { scope: "col" }, say("cluster")))));
  table.append(el("tbody", {}, order.map((place) => unitRow(place, columns))));
  root.append(el("div", { class: "scroll" }, table));
}

function unitColumnHead(column, by) {
  const sorted = column === by ? (ordering.down ? "descending" : "ascending") : null;
  const sort = () => {
    ordering.down = ordering.column === column.name ? !ordering.down : true;
    ordering.column = column.name;
    show();
  };
  return el(
    "th",
    { scope: "col", "aria-sort": sorted, title: say(column.name + "-meaning") },
    button({ onclick: sort }, say(column.name), el("span", { class: "arrow" }, sorted ? (ordering.down ? " ↓" : " ↑") : ""))
  );
}

function unitRow(place, columns) {
  const unit = plan().units[place];
  const widest = heaviest();
  const cells = columns.map((column) => {
    const value = column.value(unit, place);
    const text = value === null || value === undefined ? "–" : value.toFixed(column.digits || 0);
    const bar = column.bar ? el("span", { class: "meter" }, el("span", { style: "width:" + (100 * unit.load) / widest + "%" })) : null;
    return el("td", { class: "figure" }, text, bar);
  });
  const readings = el("td", { class: "readings" }, (unit.readings || []).map(readingChip));
  const cluster = el("td", {}, unit.cluster === null ? null : clusterSign(unit));
  const head = el("th", { scope: "row" }, button({ class: "plain", onclick: () => change({ pick: "u" + place }) }, unit.name), unitTags(unit));
  return el("tr", { "data-u": place, class: unit.collective ? "collective" : null }, head, cells, readings, cluster);
}

function readingChip(code) {
  return el("span", { class: "chip", title: say("reading-" + code) + ": " + say("reading-" + code + "-meaning") }, code);
}

function unitTags(unit) {
  return [
    unit.collective ? el("span", { class: "chip quiet" }, say("collective")) : null,
    unit.coordinator ? el("span", { class: "chip strong" }, say("coordinator")) : null,
  ];
}

function markUnits(root, pick) {
  root.querySelectorAll("tbody tr").forEach((row) => {
    const place = Number(row.dataset.u);
    row.classList.toggle("faded", pick.units !== null && pick.kind !== "u" && !pick.units.has(place));
    row.classList.toggle("on", pick.kind === "u" && pick.places[0] === place);
  });
}
