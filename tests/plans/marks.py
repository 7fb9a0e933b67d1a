r"""Documents with their labels written into them by hand, and how to take the two apart.

A marked document is a head of `@key value` lines, a line `---`, and a body in which a reader has
marked, in place, what a careful person reads there. Without its marks the body is the document.

    {s 一、总体要求}      a section heading           {t （一）机制}   a task heading
    {r:3 text}           a requirement, number 3     {r:3/2 text}     part 2 of number 3
    {L 甲局} {R 甲局} {S 甲局} {V 甲局}   a unit that leads, is responsible, supports, supervises
    {R* 各镇}            a collective                {V! 李明}        a person
    {S 教育局=县教育局}  an elided prefix given back {o 等}           the list is open
    {d 2026-06|6月底前}  deadline    {p P3M|每季度}  recurrence      {f 2/P1Y|…} least frequency
    {m P30D|…}           least period  {g |…} ongoing
    {c a|《…》（文号）}  a citation; its title and number follow from its words, or stand after `|`
    {a 组} {A 会}        an actor, an approver in the wording        {i S* 各区} an implied unit
    {row} {/} {same}     a row begins, ends, or goes on with the units of the row before
    {plan 题|机关|年|文号}  another plan begins in the same file

A line that begins with `¦` is a row of a table, its cells divided by `¦`; `^` continues the cell
above, `<` the cell to the left, `\n` is a line break inside a cell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROLES = {"L": "lead", "R": "responsible", "S": "support", "V": "supervise"}
TIMINGS = {
    "d": "deadline",
    "p": "recurrence",
    "f": "minimum-frequency",
    "m": "minimum-period",
    "g": "ongoing",
}
CITATIONS = {
    "a": "according-to",
    "i": "implements",
    "o": "observes",
    "k": "keeps-form",
    "e": "amends",
    "x": "repeals",
    "m": "mentions",
}
UP, LEFT = "^", "<"
Table = list[list[str]]


@dataclass
class Marked:
    """A marked document taken apart: its head, its blocks (lines and tables) and its labels."""

    head: dict[str, str]
    blocks: list[str | Table] = field(default_factory=list)
    plans: list[dict[str, Any]] = field(default_factory=list)

    @property
    def label(self) -> Any:
        """The golden JSON: one object, or a list where the file holds several plans."""
        return self.plans[0] if len(self.plans) == 1 else self.plans


def read_marked(path: Path) -> Marked:
    """Take a marked document apart."""
    head_text, body = path.read_text(encoding="utf-8").split("\n---\n", 1)
    head = dict(line[1:].partition(" ")[::2] for line in head_text.splitlines())
    marked = Marked(head)
    labeller = _Labeller(marked)
    labeller.plan(*(head.get(name, "") for name in ("title", "issuer", "year", "number")))
    for block in _blocks(body):
        if isinstance(block, str):
            marked.blocks.append(labeller.strip(block))
        else:
            marked.blocks.append([labeller.table_row(cells) for cells in block])
    for plan in marked.plans:
        plan["requirements"] = [_without_nothing(r) for r in plan["requirements"]]
    return marked


def _blocks(body: str) -> Iterator[str | Table]:
    text: list[str] = []
    table: Table = []
    for line in body.rstrip("\n").split("\n"):
        if line.startswith("¦"):
            if text:
                yield "\n".join(text)
                text = []
            table.append([cell.strip().replace("\\n", "\n") for cell in line[1:].split("¦")])
            continue
        if table:
            yield table
            table = []
        text.append(line)
    if table:
        yield table
    if text:
        yield "\n".join(text)


class _Labeller:
    """Walks the marks in reading order and keeps what is open: section, task, row."""

    def __init__(self, marked: Marked) -> None:
        self.marked = marked
        self.section: str | None = None
        self.task: str | None = None
        self.rows = 0
        self.row: list[dict[str, Any]] = []
        self.line: list[dict[str, Any]] = []
        self.units: list[dict[str, Any]] = []
        self.hard = False
        self.inside: dict[str, Any] | None = None

    def plan(self, title: str, issuer: str, year: str, number: str) -> None:
        self.marked.plans.append(
            {
                "title": title,
                "issuer": issuer or None,
                "year": int(year) if year else None,
                "document_number": number or None,
                "requirements": [],
                "implied": [],
            }
        )
        self.section = self.task = None
        self._end_row()

    def table_row(self, cells: list[str]) -> list[str]:
        if not any("{same}" in cell for cell in cells):
            self._begin_row(hard=True)
        self.line = []
        return [cell if cell in (UP, LEFT) else self.strip(cell) for cell in cells]

    def strip(self, text: str) -> str:
        """Give the text without its marks, noting what they say."""
        pieces, at = [], 0
        while at < len(text):
            if text[at] == "{":
                end = _closing(text, at)
                pieces.append(self._mark(text[at + 1 : end]))
                at = end + 1
            else:
                pieces.append(text[at])
                at += 1
        return "".join(pieces)

    def _mark(self, mark: str) -> str:
        tag, _, content = mark.partition(" ")
        if tag.startswith("r:"):
            return self._requirement(tag[2:], content)
        if tag[0] in ROLES:
            return self._unit(tag, content)
        if tag in TIMINGS:
            return self._timing(tag, content)
        return {
            "s": self._section,
            "t": self._task,
            "o": self._open,
            "c": self._citation,
            "a": self._actor,
            "A": self._approver,
            "i": self._implied,
            "row": lambda _: self._begin_row(hard=True),
            "/": lambda _: self._end_row(),
            "same": lambda _: "",
            "plan": self._plan,
        }[tag](content)

    def _plan(self, content: str) -> str:
        self.plan(*content.split("|"))
        return ""

    def _section(self, content: str) -> str:
        words = self.strip(content)
        self.section, self.task = _plain(words) or None, None
        return words

    def _task(self, content: str) -> str:
        words = self.strip(content)
        self.task = _plain(words) or None
        return words

    def _begin_row(self, *, hard: bool) -> str:
        self._end_row()
        self.hard = hard
        return ""

    def _end_row(self) -> str:
        self.row, self.line, self.units, self.hard = [], [], [], False
        return ""

    def _requirement(self, number: str, content: str) -> str:
        if self.units and not self.hard:
            self._end_row()
        printed, _, part = number.partition("/")
        requirements = self.marked.plans[-1]["requirements"]
        requirement: dict[str, Any] = {
            "id": f"r{len(requirements) + 1}",
            "number": printed,
            "part": int(part) if part else None,
            "section": self.section,
            "task": self.task,
            "text": "",
            "assignments": self.units,
            "open": any(r["open"] for r in self.row),
            "timing": [],
            "citations": [],
            "actors": [],
        }
        if self.line:
            requirement["timing"] += [t for t in self.line[0]["timing"] if t.get("of_row")]
        self.row.append(requirement)
        self.line.append(requirement)
        requirements.append(requirement)
        outer, self.inside = self.inside, requirement
        words = self.strip(content)
        self.inside = outer
        requirement["text"] = words.strip()
        return words

    def _unit(self, tag: str, content: str) -> str:
        printed, _, full = content.partition("=")
        unit: dict[str, Any] = {"unit": "".join(printed.split()), "role": ROLES[tag[0]]}
        if full:
            unit["full_name"] = full
        if "*" in tag:
            unit["collective"] = True
        if "!" in tag:
            unit["person"] = True
        self.units.append(unit)
        return printed

    def _open(self, content: str) -> str:
        for requirement in self.row:
            requirement["open"] = True
        return content

    def _targets(self) -> list[dict[str, Any]]:
        return self.line if self.inside is None else [self.inside]

    def _timing(self, tag: str, content: str) -> str:
        value, _, raw = content.rpartition("|")
        timing: dict[str, Any] = {"kind": TIMINGS[tag], "raw": raw}
        timing |= _machine_form(tag, value)
        if self.inside is None:
            timing["of_row"] = True
        for requirement in self._targets():
            requirement["timing"].append(timing)
        return raw

    def _citation(self, content: str) -> str:
        kind, raw, *given = content.split("|")
        title, number = (*given, "")[:2] if given else (_title(raw), _number(raw))
        for requirement in self._targets():
            requirement["citations"].append(
                {
                    "raw": raw,
                    "title": title or None,
                    "number": number or None,
                    "kind": CITATIONS[kind],
                }
            )
        return raw

    def _actor(self, content: str, role: str = "actor") -> str:
        for requirement in self._targets():
            requirement["actors"].append({"name": content, "role": role})
        return content

    def _approver(self, content: str) -> str:
        return self._actor(content, "approver")

    def _implied(self, content: str) -> str:
        tag, _, name = content.partition(" ")
        implied: dict[str, Any] = {"unit": name, "role": ROLES[tag[0]]}
        if "*" in tag:
            implied["collective"] = True
        self.marked.plans[-1]["implied"].append(implied)
        return name


def _closing(text: str, at: int) -> int:
    depth = 0
    for place in range(at, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if depth == 0:
            return place
    raise ValueError(f"a mark is never closed: {text[at : at + 40]}")


def _machine_form(tag: str, value: str) -> dict[str, Any]:
    if not value:
        return {}
    if tag == "f":
        count, _, period = value.partition("/")
        return {"count": int(count), "period": period}
    return {{"d": "date", "p": "period", "m": "duration"}[tag]: value}


def _title(raw: str) -> str | None:
    found = re.search(r"《(.*)》", raw, re.DOTALL)
    return found[1] if found else None


def _number(raw: str) -> str | None:
    found = re.search(r"([^（(《》\s]+?)[〔\[【（(]((?:19|20)\d\d)[〕\]】）)](?:第)?(\d+)号", raw)
    if found:
        return f"{found[1]}〔{found[2]}〕{found[3]}号"
    found = re.search(r"([^（(《》\s]+令)第(\d+)号", raw)
    return f"{found[1]}第{found[2]}号" if found else None


def _plain(words: str) -> str:
    return "".join(words.split())


def _without_nothing(requirement: dict[str, Any]) -> dict[str, Any]:
    for timing in requirement["timing"]:
        timing.pop("of_row", None)
    return requirement
