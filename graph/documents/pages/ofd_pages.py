"""The pages of an OFD file (GB/T 33190-2016): which parts draw them, and how large they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from ..containers.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_A4 = (210.0, 297.0)
"""Millimetres."""
_FARTHEST = 1e6
"""No page reaches so far, and no scale is so large."""
Numbers = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class OfdPage:
    """A page: its size in millimetres, and the elements that draw it, those of templates first."""

    width: float
    height: float
    layers: "tuple[_Element, ...]"


def ofd_pages(package: Package) -> "Iterator[OfdPage]":
    """Give the pages of all documents in the file, in order."""
    root = package.tree("OFD.xml")
    for document in () if root is None else root.iterfind("{*}DocBody/{*}DocRoot"):
        name = _joined("", document.text)
        tree = package.tree(name)
        if tree is not None:
            yield from _document(package, dirname(name), tree)


def _document(package: Package, folder: str, tree: "_Element") -> Iterator[OfdPage]:
    common = tree.find("{*}CommonData")
    size = _size(common, _A4)
    templates = {} if common is None else dict(_templates(package, folder, common))
    for page in tree.iterfind("{*}Pages/{*}Page"):
        content = package.tree(_joined(folder, page.get("BaseLoc")))
        if content is not None:
            below = (
                templates.get(one.get("TemplateID")) for one in content.iterfind("{*}Template")
            )
            layers = tuple(layer for layer in (*below, content) if layer is not None)
            yield OfdPage(*_size(content, size), layers)


def _templates(
    package: Package, folder: str, common: "_Element"
) -> "Iterator[tuple[str | None, _Element | None]]":
    """Give the pages that others are drawn over, such as the frame of a form."""
    for template in common.iterfind("{*}TemplatePage"):
        yield template.get("ID"), package.tree(_joined(folder, template.get("BaseLoc")))


def _size(element: "_Element | None", otherwise: tuple[float, float]) -> tuple[float, float]:
    found = None if element is None else element.find(".//{*}PhysicalBox")
    box = numbers(None if found is None else found.text)
    return (box[2], box[3]) if len(box) == 4 else otherwise


def numbers(text: str | None) -> Numbers:
    """Read numbers that white space parts; none where one of them is no number that can be.

    >>> numbers("0 0 210 297.5"), numbers("0 x"), numbers("0 nan")
    ((0.0, 0.0, 210.0, 297.5), (), ())
    """
    try:
        found = tuple(map(float, (text or "").split()))
    except ValueError:
        return ()
    return found if all(abs(number) < _FARTHEST for number in found) else ()


def _joined(folder: str, name: str | None) -> str:
    return normpath(join("/", folder, (name or "").strip())).lstrip("/")
