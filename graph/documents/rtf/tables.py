"""The definition of a table row in RTF, as that of a binary Word file ([MS-DOC] 2.9.315)."""

import struct
from dataclasses import dataclass, field

_BEGINS, _CONTINUES = 3 << 5, 1 << 5
"""Of a vertical merge, as a binary file flags it."""
_CELL = struct.Struct("<H18x")
_MOST = 255


@dataclass(slots=True)
class RowDefinition:
    """Collects where the cells of a row end, and which continue those above."""

    left: int = 0
    edges: list[int] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)
    _flag: int = 0

    def take(self, word: str, number: int) -> None:
        """Note a control word when it tells of the row."""
        if word == "trowd":
            self.left, self._flag = 0, 0
            self.edges.clear()
            self.flags.clear()
        elif word == "trleft":
            self.left = number
        elif word == "clvmgf":
            self._flag = _BEGINS
        elif word == "clvmrg":
            self._flag = _CONTINUES
        elif word == "cellx" and len(self.edges) < _MOST:
            self.edges.append(number)
            self.flags.append(self._flag)
            self._flag = 0

    def packed(self) -> bytes:
        """Give the definition in its binary form."""
        edges = (max(min(edge, 32767), -32768) for edge in (self.left, *self.edges))
        cells = b"".join(map(_CELL.pack, self.flags))
        return struct.pack(f"<B{len(self.edges) + 1}h", len(self.edges), *edges) + cells
