// The side panel: what needs attention, then whatever is picked, with the source's own sentence.
function panel(root, pick) {
  empty(root);
  const drawers = { r: requirementPanel, u: unitPanel, p: pairPanel, f: findingPanel, q: searchPanel };
  const draw = drawers[pick.kind];
  if (!draw) return attention(root);
  root.append(button({ class: "back", onclick: () => change({ pick: "" }) }, "← " + say("attention")));
  draw(root, pick);
  root.scrollTop = 0;
}

function attention(root) {
  const chosen = plan();
  root.append(el("h2", {}, say("attention")));
  const kinds = ["gap", "habit", "coordinator", "bottleneck", "cluster", "doubt"];
  kinds.forEach((kind) => {
    const some = chosen.findings.map((finding, place) => [finding, place]).filter((pair) => pair[0].kind === kind);
    if (!some.length) return;
    root.append(el("h3", {}, say("kind-" + kind), el("span", { class: "tally" }, String(some.length))));
    root.append(el("ul", { class: "findings" }, some.map((pair) => el("li", {}, findingButton(pair[0], pair[1])))));
  });
  if (!chosen.findings.length) root.append(el("p", { class: "quiet" }, say("nothing-found")));
  root.append(el("h3", {}, say("how-to")), el("p", { class: "quiet" }, say("how-to-text")));
  root.append(el("p", { class: "quiet source" }, say("source", { file: chosen.file })));
  if (content.left_out) root.append(el("p", { class: "notice" }, say("left-out", { shown: content.plans.length, n: content.left_out })));
}

function findingButton(finding, place) {
  return button(
    { class: "finding " + finding.level, onclick: () => change({ pick: "f" + place }) },
    sign("level-" + finding.level, say("level-" + finding.level)),
    el("span", {}, el("strong", {}, words(finding.title)), finding.detail ? el("small", {}, words(finding.detail)) : null)
  );
}

function findingPanel(root, pick) {
  const finding = plan().findings[pick.places[0]];
  root.append(el("h2", { class: "with-sign" }, sign("level-" + finding.level, say("level-" + finding.level)), words(finding.title)));
  if (finding.detail) root.append(el("p", {}, words(finding.detail)));
  if (finding.advice) root.append(el("p", { class: "advice" }, words(finding.advice)));
  if (finding.units.length) root.append(el("h3", {}, say("units-concerned")), el("div", { class: "chips" }, finding.units.map(unitChip)));
  requirementList(root, say("requirements-concerned"), finding.requirements, null, finding.requirements.length > 1 ? finding.code : "");
}

function unitChip(place) {
  return button({ class: "chip link", onclick: () => change({ pick: "u" + place }) }, plan().units[place].name);
}

function requirementList(root, title, places, unit, code) {
  if (!places.length) return;
  root.append(el("h3", {}, title, el("span", { class: "tally" }, String(places.length))));
  root.append(el("ol", { class: "requirements" }, places.map((place) => el("li", {}, requirementButton(place, unit), reason(place, code)))));
}

// Why a rule names this requirement, in the rule's own sentence.
function reason(place, code) {
  const gap = code && plan().requirements[place].gaps.find((one) => one.code === code);
  return gap ? el("p", { class: "why" }, words(gap.why)) : null;
}

function requirementButton(place, unit) {
  const requirement = plan().requirements[place];
  const held = requirement.units.find((pair) => pair[0] === unit);
  return button(
    { class: "line", title: requirement.text, onclick: () => change({ pick: "r" + place }) },
    held ? sign("role-" + held[1], say("role-" + held[1])) : null,
    el("span", { class: "number" }, requirement.label),
    el("span", { class: "text" }, requirement.text)
  );
}

function requirementPanel(root, pick) {
  const place = pick.places[0];
  const requirement = plan().requirements[place];
  const path = [requirement.section === null ? "" : plan().sections[requirement.section], requirement.task === null ? "" : plan().tasks[requirement.task]];
  root.append(el("h2", {}, requirementName(requirement)));
  root.append(el("p", { class: "path" }, path.filter(Boolean).join(" › ")));
  root.append(el("blockquote", {}, quoted(requirement)));
  root.append(el("p", { class: "source" }, say("quoted-from", { place: words(requirement.place), file: plan().file })));
  root.append(el("h3", {}, say("owners")));
  fill(root, [owners(requirement)]);
  const added = plan().findings.filter((finding) => finding.code === "implied" && finding.requirements.includes(place));
  added.forEach((finding) => root.append(el("p", { class: "notice" }, words(finding.title))));
  if (requirement.remark) root.append(el("h3", {}, say("remark")), el("p", {}, requirement.remark));
  details(root, "timing", requirement.timing.map((timing) => [timing.raw, words(timing.meaning)]));
  details(root, "citations", requirement.citations.map((citation) => [citation.raw, say("citation-" + citation.kind)]));
  details(root, "actors", requirement.actors.map((actor) => [actor.name, say("role-" + actor.role)]));
  if (requirement.gaps.length) root.append(el("h3", {}, say("findings-here")), el("ul", { class: "findings" }, requirement.gaps.map((gap) => el("li", {}, gapCard(gap)))));
  root.append(neighbours(place));
}

function gapCard(gap) {
  const level = gap.habit ? "note" : gap.level;
  return el(
    "div",
    { class: "finding " + level },
    sign("level-" + level, say("level-" + level)),
    el("span", {}, el("strong", {}, words(gap.title), gap.habit ? el("em", {}, say("habit-too")) : null), el("small", {}, words(gap.why)), el("small", { class: "advice-line" }, words(gap.advice)))
  );
}

function requirementName(requirement) {
  return say(requirement.number ? "requirement-n" : "requirement-unnumbered", { n: requirement.label });
}

// The text verbatim, with the words about time, the citations and the actors underlined.
function quoted(requirement) {
  const marks = [];
  const mark = (raw, name) => {
    const start = requirement.text.indexOf(raw);
    if (raw && start >= 0) marks.push({ start, end: start + raw.length, name });
  };
  requirement.timing.forEach((timing) => mark(timing.raw, "timing"));
  requirement.citations.forEach((citation) => mark(citation.raw, "citation"));
  requirement.actors.forEach((actor) => mark(actor.name, "actor"));
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  const parts = [];
  let at = 0;
  marks.forEach((one) => {
    if (one.start < at) return;
    parts.push(requirement.text.slice(at, one.start), el("mark", { class: one.name }, requirement.text.slice(one.start, one.end)));
    at = one.end;
  });
  return parts.concat(requirement.text.slice(at));
}

function owners(requirement) {
  if (!requirement.units.length && !requirement.persons.length) return el("p", { class: "notice" }, say("nobody"));
  const box = el("div", { class: "owners" });
  requirement.units.forEach((pair) => {
    const unit = plan().units[pair[0]];
    const label = say("role-" + pair[1]) + (unit.collective ? " · " + say("collective") : "");
    box.append(button({ class: "owner", onclick: () => change({ pick: "u" + pair[0] }) }, sign("role-" + pair[1]), el("span", {}, el("strong", {}, unit.name), el("small", {}, label))));
  });
  requirement.persons.forEach((name) => box.append(el("p", { class: "owner" }, sign("role-supervise"), el("span", {}, el("strong", {}, name), el("small", {}, say("person"))))));
  const basis = requirement.bases.map((code) => say("basis-" + code, { heading: plan().heading || "" })).join(say("joint"));
  const notes = [basis ? say("basis", { basis }) : "", words(requirement.cell)];
  if (requirement.open) notes.push(say("open-list"));
  if (requirement.shared.length) notes.push(say("shared-cell", { others: requirement.shared.map((id) => numberOf(id)).join(say("joint")) }));
  return [box, el("p", { class: "source" }, notes.filter(Boolean).join(say("stop")))];
}

function numberOf(id) {
  return plan().requirements.find((requirement) => requirement.id === id).label;
}

function details(root, name, pairs) {
  if (!pairs.length) return;
  root.append(el("h3", {}, say(name)));
  root.append(el("dl", { class: name }, pairs.map((pair) => [el("dt", {}, pair[0]), el("dd", {}, pair[1])])));
}

function neighbours(place) {
  const last = plan().requirements.length - 1;
  return el(
    "div",
    { class: "neighbours" },
    place > 0 ? button({ onclick: () => change({ pick: "r" + (place - 1) }) }, "← " + say("previous")) : el("span", {}),
    place < last ? button({ onclick: () => change({ pick: "r" + (place + 1) }) }, say("next") + " →") : el("span", {})
  );
}

function unitPanel(root, pick) {
  const place = pick.places[0];
  const unit = plan().units[place];
  const met = partners(place);
  const alone = ownedAlone(place);
  root.append(el("h2", {}, unit.name), el("p", { class: "chips" }, unitTags(unit)));
  if (unit.collective) root.append(el("p", { class: "notice" }, say("collective-meaning")));
  const tiles = [tile(unit.load, "load"), tile(met.length, "partners"), tile(alone.length, "alone")];
  if (unit.fractional !== null) tiles.push(tile(unit.fractional.toFixed(1), "fractional"));
  root.append(el("div", { class: "tiles" }, tiles));
  const readings = unit.readings || [];
  if (readings.length) root.append(el("h3", {}, say("readings")), el("dl", {}, readings.map((code) => [el("dt", {}, say("reading-" + code)), el("dd", {}, say("reading-" + code + "-meaning"))])));
  if (unit.orphans && unit.orphans.length) requirementList(root, say("orphans-title"), unit.orphans);
  if (met.length) root.append(el("h3", {}, say("partners"), el("span", { class: "tally" }, String(met.length))), partnerList(place, met));
  ROLES.forEach((role) => {
    requirementList(root, say("held-as-" + role), heldAs(place, role), place);
  });
}

function tile(figure, name) {
  return el("div", { class: "tile", title: say(name + "-meaning") }, el("strong", {}, String(figure)), el("small", {}, say(name)));
}

function partnerList(place, met) {
  const most = met[0][1];
  return el(
    "ul",
    { class: "partners" },
    met.map((pair) => {
      const other = plan().units[pair[0]];
      const pick = "p" + Math.min(place, pair[0]) + "-" + Math.max(place, pair[0]);
      const bar = el("span", { class: "meter" }, el("span", { style: "width:" + (100 * pair[1]) / most + "%" }));
      return el("li", {}, button({ onclick: () => change({ pick }) }, el("span", { class: other.collective ? "name collective" : "name" }, other.name), bar, el("span", { class: "figure" }, String(pair[1]))));
    })
  );
}

function pairPanel(root, pick) {
  const [a, b] = pick.places;
  const both = together(a, b);
  const told = plan().pairs[a + "-" + b];
  root.append(el("h2", {}, say("pair")));
  root.append(el("div", { class: "chips" }, [a, b].map(unitChip)));
  root.append(el("p", {}, say("pair-sentence", { a: plan().units[a].name, b: plan().units[b].name, n: both.length })));
  if (told) root.append(el("p", { class: "quiet" }, say(told.surprising ? "pair-surprising" : "pair-expected", { n: told.together, expected: told.expected })));
  requirementList(root, say("shared-requirements"), both);
}

function searchPanel(root, pick) {
  root.append(el("h2", {}, say("results", { query: pick.query })));
  const units = Array.from(pick.units);
  if (!units.length && !pick.requirements.size) root.append(el("p", { class: "quiet" }, say("no-result")));
  if (units.length) root.append(el("h3", {}, say("units")), el("div", { class: "chips" }, units.map(unitChip)));
  requirementList(root, say("requirements"), Array.from(pick.requirements));
}
