"""A page of a PDF laid out as pdfplumber does it, with an end to what a document may draw."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...errors import DocumentError
from ..file import File
from .faults import blaming
from .pages import Drawn

if TYPE_CHECKING:
    from pdfplumber.page import Page

_FIGURE = 20
Edges = Sequence[dict[str, Any]]


@dataclass(slots=True)
class Meter:
    """Counts what the pages of one document draw, and how long their instructions are."""

    file: File
    page: int = 0
    drawn: int = 0
    instructions: int = 0

    def draw(self, weight: int = 1) -> None:
        """Count a character, line or figure."""
        self.drawn += weight
        if self.drawn > self.file.limits.drawn:
            raise self._full()

    def read(self, size: int) -> None:
        """Count bytes of instructions."""
        self.instructions += size
        if self.instructions > self.file.limits.instruction_bytes:
            raise self._full()

    def check_lines(self, count: int, level: Edges, upright: Edges) -> None:
        """Refuse a page whose lines are too many to look for tables between them."""
        limits = self.file.limits
        if count > limits.page_lines:
            raise self._full()
        across = {round(edge["top"]) for edge in level}
        down = {round(edge["x0"]) for edge in upright}
        if len(across) * len(down) > limits.page_crossings:
            raise self._full()

    def _full(self) -> DocumentError:
        return DocumentError("documents.page-too-full", path=self.file.path, page=self.page)


def drawn(page: "Page", meter: Meter) -> Drawn:
    """Interpret a page, and let pdfplumber tell what was drawn.

    Raises `DocumentError` when the page is broken, or draws more than the limits allow.
    """

    def tables(sides: Sequence[dict[str, Any]]) -> Sequence[Any]:
        with blaming(meter.file):
            found: Sequence[Any] = page.find_tables({"explicit_vertical_lines": list(sides)})
            return found

    with blaming(meter.file):
        _lay_out(page, meter)
        size = float(page.width), float(page.height)
        return Drawn(page.page_number, *size, page.chars, page.horizontal_edges, tables)


def _lay_out(page: "Page", meter: Meter) -> None:
    from pdfminer.pdfinterp import PDFPageInterpreter
    from pdfplumber.page import PDFPageAggregatorWithMarkedContent

    class Interpreter(PDFPageInterpreter):
        def execute(self, streams: Sequence[Any]) -> None:
            for stream in streams:
                read = getattr(stream, "get_data", None)
                meter.read(len(read()) if read else 0)
            super().execute(streams)

    class Device(PDFPageAggregatorWithMarkedContent):
        def render_char(self, *args: Any, **kwargs: Any) -> float:  # noqa: ANN401
            meter.draw()
            return float(super().render_char(*args, **kwargs))

        def paint_path(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
            meter.draw()
            super().paint_path(*args, **kwargs)

        def begin_figure(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
            meter.draw(_FIGURE)
            super().begin_figure(*args, **kwargs)

    meter.page = page.page_number
    device = Device(page.pdf.rsrcmgr, pageno=page.page_number, laparams=page.pdf.laparams)
    Interpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    vars(page)["_layout"] = device.get_result()
    vars(page)["process_object"] = _brief(page)
    count = len(page.lines) + len(page.rects) + len(page.curves)
    meter.check_lines(count, page.horizontal_edges, page.vertical_edges)


def _brief(page: "Page") -> Callable[[Any], dict[str, Any]]:
    """Describe a character by what this package asks of it; all else as pdfplumber does."""
    from pdfminer.layout import LTChar

    whole = page.process_object
    left, top = page.mediabox[:2]
    height = page.height + top

    def process(drawn: Any) -> dict[str, Any]:  # noqa: ANN401
        if not isinstance(drawn, LTChar):
            return dict(whole(drawn))
        return {
            "object_type": "char",
            "text": drawn.get_text(),
            "x0": drawn.x0 + left,
            "x1": drawn.x1 + left,
            "top": height - drawn.y1,
            "bottom": height - drawn.y0,
            "size": drawn.size,
            "upright": drawn.upright,
        }

    return process
