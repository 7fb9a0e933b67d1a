// Find units and requirements by their words, and units by the initials of their pinyin.
const LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ";
const FIRST_OF_LETTER = "阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀";
const collator = new Intl.Collator("zh-Hans-CN-u-co-pinyin");

function initials(text) {
  return Array.from(text)
    .map((character) => {
      if (!/[\u4e00-\u9fff]/.test(character)) return character.toUpperCase();
      let place = LETTERS.length - 1;
      while (place > 0 && collator.compare(character, FIRST_OF_LETTER[place]) < 0) place -= 1;
      return LETTERS[place];
    })
    .join("");
}

function matches(text, query) {
  return text.toLowerCase().includes(query.toLowerCase());
}

function found(query) {
  const chosen = plan();
  const letters = /^[a-z]{2,}$/i.test(query) ? query.toUpperCase() : "";
  const units = new Set();
  const requirements = new Set();
  chosen.units.forEach((unit, place) => {
    if (matches(unit.name, query) || (letters && initials(unit.name).includes(letters))) units.add(place);
  });
  chosen.requirements.forEach((requirement, place) => {
    const cited = requirement.citations.some((citation) => matches(citation.raw, query));
    if (requirement.number === query || matches(requirement.text, query) || cited) requirements.add(place);
  });
  return { kind: "q", places: [], query, requirements, units };
}

function offerKnown() {
  const list = empty(byId("known"));
  plan().units.forEach((unit) => list.append(el("option", { value: unit.name })));
  plan().requirements.slice(0, 400).forEach((requirement) => {
    if (requirement.number) list.append(el("option", { value: requirement.number, label: short(requirement.text, 30) }));
  });
}

function short(text, length) {
  const letters = Array.from(text);
  return letters.length > length ? letters.slice(0, length - 1).join("") + "…" : text;
}

function search(query, final) {
  const wanted = query.trim();
  if (!wanted) return change({ pick: "" });
  const chosen = plan();
  const unit = chosen.units.findIndex((known) => known.name === wanted);
  const numbered = chosen.requirements.filter((requirement) => requirement.number === wanted);
  if (unit >= 0) return change({ pick: "u" + unit });
  if (final && numbered.length === 1) return change({ pick: "r" + chosen.requirements.indexOf(numbered[0]) });
  if (final) {
    const all = found(wanted);
    if (all.units.size === 1 && !all.requirements.size) return change({ pick: "u" + Array.from(all.units)[0] });
    if (all.requirements.size === 1 && !all.units.size) return change({ pick: "r" + Array.from(all.requirements)[0] });
  }
  return change({ pick: "q" + wanted });
}
