// The two-column picture: the network that pyvis holds, drawn by vis-network, places fixed.
const network = JSON.parse(byId("network").textContent);
const canvas = { drawn: null, plan: -1, nodes: null, edges: null, box: null, sight: "" };
const FONT = '"Microsoft YaHei","PingFang SC","Noto Sans CJK SC",SimSun,sans-serif';

// Asking the browser for one colour is slow; a picture asks once for all of them.
function palette() {
  const style = getComputedStyle(document.documentElement);
  const names = ["ink", "surface", "line", "accent", "raised", "tint", "faint", "muted", "edge"].concat([0, 1, 2, 3, 4, 5, 6, 7].map((n) => "hue" + n));
  const found = {};
  names.forEach((name) => { found[name] = style.getPropertyValue("--" + name).trim(); });
  return found;
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
}

function graph(root) {
  const box = el("div", { class: "canvas", role: "img", "aria-label": say("graph-label", { title: plan().title }) });
  const tools = el(
    "div",
    { class: "zoom" },
    button({ onclick: () => zoom(1.25), "aria-label": say("zoom-in"), title: say("zoom-in") }, "+"),
    button({ onclick: () => zoom(0.8), "aria-label": say("zoom-out"), title: say("zoom-out") }, "−"),
    button({ onclick: () => canvas.drawn.fit({ animation: false }), "aria-label": say("zoom-fit"), title: say("zoom-fit") }, "⤢")
  );
  root.append(box, tools);
  if (canvas.drawn) canvas.drawn.destroy();
  const prefix = new RegExp("^p" + state.plan + "(?!\\d)");
  canvas.nodes = new vis.DataSet(network.nodes.filter((node) => prefix.test(node.id)).map((node) => Object.assign({}, node)));
  canvas.edges = new vis.DataSet(network.edges.filter((edge) => prefix.test(edge.id)).map((edge) => Object.assign({}, edge)));
  restyle(picked());
  const options = JSON.parse(network.options);
  if (!plan().picture.curved) options.edges.smooth = false;
  canvas.drawn = new vis.Network(box, { nodes: canvas.nodes, edges: canvas.edges }, options);
  canvas.drawn.on("beforeDrawing", paintBands);
  canvas.drawn.on("click", pickDrawn);
  canvas.drawn.on("hoverNode", () => { box.style.cursor = "pointer"; });
  canvas.drawn.on("blurNode", () => { box.style.cursor = "default"; });
  canvas.box = box;
}

function zoom(factor) {
  canvas.drawn.moveTo({ scale: canvas.drawn.getScale() * factor, animation: false });
}

function pickDrawn(event) {
  if (!event.nodes.length) return change({ pick: "" });
  const node = canvas.nodes.get(event.nodes[0].replace(/:$/, ""));
  if (node.unit !== undefined) return change({ pick: "u" + node.unit });
  if (node.requirements.length === 1) return change({ pick: "r" + node.requirements[0] });
  return change({ section: String(plan().requirements[node.requirements[0]].section), view: "matrix" });
}

function paintBands(context) {
  const picture = plan().picture;
  const size = canvas.box.getBoundingClientRect();
  const corner = canvas.drawn.DOMtoCanvas({ x: 0, y: 0 });
  const far = canvas.drawn.DOMtoCanvas({ x: size.width, y: size.height });
  context.fillStyle = colour("surface");
  context.fillRect(corner.x, corner.y, far.x - corner.x, far.y - corner.y);
  picture.bands.forEach((band, place) => {
    const left = picture.left - 10;
    context.fillStyle = colour("band");
    context.fillRect(left, band.top, picture.width + 14, band.bottom - band.top);
    context.fillStyle = colour("hue" + (place % 8));
    context.fillRect(left, band.top, 4, band.bottom - band.top);
    if (!band.title) return;
    context.fillStyle = colour("ink");
    context.font = "600 15px " + FONT;
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.fillText(fitted(context, band.title, picture.width - 14), left + 14, band.top + 15);
  });
}

function fitted(context, text, room) {
  let shown = text;
  while (shown && context.measureText(shown).width > room) shown = Array.from(shown.replace(/…$/, "")).slice(0, -1).join("") + "…";
  return shown;
}

// A picture just drawn already shows what is picked.
function markGraph(root, pick) {
  if (canvas.sight !== JSON.stringify(state)) restyle(pick);
}

// Bright is what is picked and what the filters let through; all else fades.
function restyle(pick) {
  canvas.sight = JSON.stringify(state);
  const paint = palette();
  const clear = pick.requirements === null;
  const central = hubs();
  const bright = (requirements) =>
    requirements.some((r) => (clear || pick.requirements.has(r)) && inSection(plan().requirements[r]));
  const lineOf = new Map();
  const nodes = canvas.nodes.get().map((node) => {
    if (node.port) return node;
    const lit = node.unit === undefined ? bright(node.requirements) : unitLit(node.unit, pick);
    lineOf.set(node.id, lit);
    return Object.assign({ id: node.id }, boxStyle(node, lit, pick, paint));
  });
  canvas.nodes.update(nodes.map((node) => (node.port ? portStyle(node, lineOf, paint) : node)));
  canvas.edges.update(canvas.edges.get().map((edge) => edgeStyle(edge, lineOf, pick, clear, central, paint)));
}

function unitLit(unit, pick) {
  if (state.dim && hubs().has(unit)) return false;
  const shown = plan().requirements.some((r) => inSection(r) && r.units.some((pair) => pair[0] === unit && inRole(pair[1])));
  if (pick.kind === "u") return shown && (pick.units.has(unit) || partners(pick.places[0]).some((pair) => pair[0] === unit));
  return shown && (pick.units === null || pick.units.has(unit));
}

function boxStyle(node, lit, pick, paint) {
  const known = node.unit === undefined ? null : plan().units[node.unit];
  const on = known ? pick.kind === "u" && pick.places[0] === node.unit : pick.kind === "r" && node.requirements.includes(pick.places[0]);
  const border = on ? paint.accent : paint.line;
  const fill = on ? paint.tint : known ? paint.raised : paint.surface;
  return {
    opacity: lit ? 1 : 0.22,
    borderWidth: on ? 2 : 1,
    margin: known ? { top: 7, bottom: 7, left: 10, right: 6 } : { top: 2, bottom: 2, left: 6, right: 6 },
    shapeProperties: { borderRadius: 3, borderDashes: known && known.collective ? [4, 3] : false },
    color: { background: fill, border, highlight: { background: fill, border }, hover: { background: paint.tint, border: paint.accent } },
    font: { align: "left", size: known ? 16 : 14, face: FONT, color: lit ? paint.ink : paint.faint, bold: false },
    chosen: false,
  };
}

function portStyle(node, lineOf, paint) {
  const lit = lineOf.get(node.id.slice(0, -1));
  const shade = lit ? paint.muted : paint.line;
  return { id: node.id, opacity: lit ? 1 : 0.3, borderWidth: 0, chosen: false, color: { background: shade, border: shade, hover: { background: shade, border: shade } } };
}

function edgeStyle(edge, lineOf, pick, clear, central, paint) {
  const unit = canvas.nodes.get(edge.to.slice(0, -1)).unit;
  const holders = canvas.nodes.get(edge.from.slice(0, -1)).requirements;
  const near = pick.kind !== "u" || unit === pick.places[0];
  const lit = lineOf.get(edge.from.slice(0, -1)) && lineOf.get(edge.to.slice(0, -1)) && near && inRole(edge.role) && !(state.dim && central.has(unit));
  const section = plan().requirements[holders[0]].section;
  const shade = clear ? paint.edge : paint["hue" + ((section || 0) % 8)];
  return {
    id: edge.id,
    arrows: { to: { enabled: false } },
    chosen: false,
    width: lit && !clear ? 1.8 : edge.role === "lead" ? 1.6 : 1,
    dashes: edge.role === "support" ? [6, 4] : edge.role === "supervise" ? [2, 3] : false,
    color: { color: shade, hover: shade, highlight: shade, inherit: false, opacity: lit ? (clear ? 0.55 : 0.95) : clear ? 0.12 : 0.05 },
  };
}

function savePicture() {
  const link = el("a", { download: short(plan().title, 60).replace(/[\\/:*?"<>|\s]/g, "_") + ".png" });
  link.href = canvas.box.querySelector("canvas").toDataURL("image/png");
  document.body.append(link);
  link.click();
  link.remove();
}
