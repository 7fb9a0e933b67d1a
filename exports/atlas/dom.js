// Elements are built from values; text is only ever set as text.
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  Object.keys(attributes || {}).forEach((name) => {
    const value = attributes[name];
    if (value === null || value === undefined || value === false) return;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  });
  fill(node, children);
  return node;
}

function fill(node, children) {
  children.forEach((child) => {
    if (Array.isArray(child)) fill(node, child);
    else if (child !== null && child !== undefined && child !== false) node.append(child);
  });
}

function empty(node) {
  while (node.firstChild) node.removeChild(node.firstChild);
  return node;
}

function byId(id) {
  return document.getElementById(id);
}

const SVG = "http://www.w3.org/2000/svg";

// A sign from the symbols of the page: role-lead, level-red …
function sign(name, label) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "sign " + name);
  if (label) {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
  } else {
    svg.setAttribute("aria-hidden", "true");
  }
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", "#" + name);
  svg.append(use);
  return svg;
}

function button(attributes, ...children) {
  return el("button", Object.assign({ type: "button" }, attributes), ...children);
}

// One tab stop for a whole table; the arrow keys walk from button to button.
function roving(table) {
  const grid = Array.from(table.rows).map((row) =>
    Array.from(row.cells).map((cell) => cell.querySelector("button"))
  );
  const first = table.querySelector("button");
  table.querySelectorAll("button").forEach((node) => node.setAttribute("tabindex", "-1"));
  if (first) first.setAttribute("tabindex", "0");
  const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
  table.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    const cell = event.target.closest("td, th");
    if (!step || !cell) return;
    event.preventDefault();
    let row = cell.parentNode.rowIndex + step[0];
    let column = cell.cellIndex + step[1];
    while (grid[row] && column >= 0 && column < table.rows[0].cells.length) {
      const next = grid[row][column];
      if (next) {
        event.target.setAttribute("tabindex", "-1");
        next.setAttribute("tabindex", "0");
        next.focus();
        return;
      }
      row += step[0];
      column += step[1];
    }
  });
}

// The column under the pointer is tinted through its <col>.
function crosshair(table) {
  let hot = null;
  function tint(event) {
    const cell = event.target.closest("td, th");
    const column = cell && table.querySelectorAll("col")[cell.cellIndex];
    if (hot) hot.classList.remove("hot");
    hot = column && cell.cellIndex > 0 && cell.colSpan === 1 ? column : null;
    if (hot) hot.classList.add("hot");
  }
  table.addEventListener("mouseover", tint);
  table.addEventListener("mouseleave", tint);
}
