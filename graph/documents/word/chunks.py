"""Pages that a Word file keeps as they are, for Word to take in as it opens them (w:altChunk).

Systems that make Word files of web pages write all of their text so.
"""

from dataclasses import dataclass, field, replace

from ...errors import DocumentError
from ..containers.package import Package
from ..recognising import recognise
from ..web.archive import read_archive
from ..web.html import WebPage, read_page

_READERS = {"html": read_page, "mht": read_archive}


@dataclass(slots=True)
class Chunks:
    """The chunks of one file, each read once however often it is taken in."""

    package: Package
    main: str
    """The name of the part that takes them in."""
    _parts: dict[str, str] | None = None
    _read: dict[str, WebPage | None] = field(default_factory=dict)

    def page(self, relation: str) -> WebPage | None:
        """Give the page that a relation names, `None` when it is of another kind."""
        if self._parts is None:
            self._parts = {one.number: one.part for one in self.package.relations(self.main)}
        part = self._parts.get(relation, "")
        if part not in self._read:
            self._read[part] = self._content(part)
        return self._read[part]

    def _content(self, part: str) -> WebPage | None:
        if part not in self.package.names:
            return None
        file = replace(self.package.file, data=self.package.part(part))
        try:
            reader = _READERS.get(recognise(file).name)
        except DocumentError:
            return None
        return reader(file) if reader else None
