"""What the words of RTF do: they open what is read apart or not at all, and change the text."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ..binary_word.sprms import TABLE
from ..binary_word.tables import End, Flow, Mark
from ..blocks.numbering import numbered
from .tables import RowDefinition

SKIPPED = frozenset(
    {
        *("colortbl", "stylesheet", "info", "pict", "header", "headerl", "headerr", "headerf"),
        *("footer", "footerl", "footerr", "footerf", "sp", "shprslt", "nonesttables", "objdata"),
        *("tc", "xe", "rxe", "filetbl", "revtbl", "private", "template", "fldinst"),
    }
)
OPENED = frozenset({"footnote", "shpinst", "nesttableprops"})
"""Destinations that are read though readers may pass over them."""
APART = frozenset({"footnote", "shptxt"})
"""Destinations whose text follows that of the document."""
SIGNS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "~": " ",
    "_": "-",
    "\\": "\\",
    "{": "{",
    "}": "}",
}
ENDS = {
    **dict.fromkeys(("par", "sect", "page"), End.PARAGRAPH),
    **dict.fromkeys(("cell", "nestcell"), End.CELL),
    **dict.fromkeys(("row", "nestrow"), End.ROW),
}
_DEEPEST = 50
"""Of tables in tables."""


@dataclass(frozen=True, slots=True)
class State:
    """What a group may change, and its end sets back."""

    destination: str = ""
    """`skip`, `fonts`, `label`, `row`; empty for text."""
    sink: int = 0
    """Where its text goes: to the document, or to the note or box of that number."""
    depth: int = 0
    """Of tables in which the paragraph stands."""
    font: int | None = None
    fallback: int = 1
    """How many characters stand behind one that is told by its number."""
    hidden: bool = False
    deleted: bool = False
    struck: bool = False


@dataclass(slots=True)
class Sink:
    """Where text goes: the document, or a note or a box of it."""

    flow: Flow = field(default_factory=Flow)
    text: list[str] = field(default_factory=list)
    label: list[str] = field(default_factory=list)

    def end(self, end: End, depth: int, row: RowDefinition) -> None:
        """End a paragraph, a cell or a row."""
        label = "".join(self.label).strip()
        text = numbered(label, "".join(self.text).strip("\n"))
        properties = {TABLE: row.packed()} if end is End.ROW else {}
        self.flow.add(Mark(end, min(depth, _DEEPEST), properties), text)
        self.text.clear()
        self.label.clear()


def character(number: int) -> str:
    """Give the character of a number; one beyond 32767 is written as a negative one."""
    number += 0x10000 if number < 0 else 0
    return chr(number) if 0x20 <= number < 0x110000 else ""


CHANGES: dict[str, Callable[[State, int | None], State]] = {
    "f": lambda state, number: replace(state, font=number),
    "uc": lambda state, number: replace(state, fallback=max(number or 0, 0)),
    "v": lambda state, number: replace(state, hidden=number != 0),
    "deleted": lambda state, number: replace(state, deleted=number != 0),
    "strike": lambda state, number: replace(state, struck=number != 0),
    "striked": lambda state, number: replace(state, struck=number != 0),
    "pard": lambda state, _: replace(state, depth=0),
    "intbl": lambda state, _: replace(state, depth=max(state.depth, 1)),
    "itap": lambda state, number: replace(state, depth=max(number or 0, 0)),
    "plain": lambda state, _: replace(state, hidden=False, struck=False),
    "fonttbl": lambda state, _: replace(state, destination="fonts"),
    "nesttableprops": lambda state, _: replace(state, destination="row"),
    "listtext": lambda state, _: replace(state, destination="label"),
    "pntext": lambda state, _: replace(state, destination="label"),
}
