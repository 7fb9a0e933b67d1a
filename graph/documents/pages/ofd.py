"""OFD, the national format of fixed layouts: pages of characters and lines, as in a PDF."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from ...errors import DocumentError, MissingExtraError
from ..containers.package import Package
from ..file import Content, File
from .faults import blaming
from .flow import compose_pages
from .meter import Meter
from .ofd_drawing import POINTS, characters, edges
from .ofd_pages import OfdPage, ofd_pages
from .pages import Drawn

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table


def read(file: File) -> Content:
    """Read an OFD file as a PDF is read: tables stitched over page breaks, lines joined.

    Raises `MissingExtraError` without pdfplumber, which finds the tables, `DocumentError` for a
    scan, a damaged file, or one that goes beyond the limits.
    """
    try:
        import pdfplumber.table  # noqa: F401 - its tables are found later
    except ImportError as error:
        raise MissingExtraError("documents.missing-pdf", path=file.path) from error
    return compose_pages(file, _drawn(file))


def _drawn(file: File) -> Iterator[Drawn]:
    meter = Meter(file)
    for number, page in enumerate(ofd_pages(Package(file)), start=1):
        if number > file.limits.pages:
            raise DocumentError("documents.too-many-pages", path=file.path, n=file.limits.pages)
        meter.page = number
        yield _page(page, meter)


def _page(page: OfdPage, meter: Meter) -> Drawn:
    shown = tuple(_metered(characters(page), meter))
    lines = tuple(_metered(edges(page), meter))
    level = [line for line in lines if line["orientation"] == "h"]
    upright = [line for line in lines if line["orientation"] == "v"]
    meter.check_lines(len(lines), level, upright)
    width, height = page.width * POINTS, page.height * POINTS
    sheet = _Sheet(lines, (0.0, 0.0, width, height))
    return Drawn(meter.page, width, height, shown, level, partial(_tables, meter.file, sheet))


def _metered(drawn: Iterable[dict[str, Any]], meter: Meter) -> Iterator[dict[str, Any]]:
    for one in drawn:
        meter.draw()
        yield one


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page as pdfplumber looks for tables in it."""

    edges: Sequence[dict[str, Any]]
    bbox: tuple[float, float, float, float]


def _tables(file: File, sheet: _Sheet, sides: Sequence[dict[str, Any]]) -> "Sequence[Table]":
    from pdfplumber.table import TableFinder

    with blaming(file):
        found = TableFinder(cast("Page", sheet), {"explicit_vertical_lines": list(sides)})
        return tuple(found.tables)
