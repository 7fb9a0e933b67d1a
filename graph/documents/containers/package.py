"""Packed files (.docx, .xlsx): their parts, unpacked within limits and parsed without entities."""

import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from ...errors import DocumentError
from ..file import File, check_tags

if TYPE_CHECKING:
    from lxml.etree import _Element

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError)


class Relation(NamedTuple):
    """How a part of a packed file points to another."""

    number: str
    kind: str
    part: str
    """The name of the other part, whether there is one or not."""


@dataclass
class Package:
    """A zip file of XML parts."""

    file: File

    @cached_property
    def _zip(self) -> zipfile.ZipFile:
        try:
            packed = zipfile.ZipFile(BytesIO(self.file.data))
            members = packed.infolist()
        except _BROKEN as error:
            raise DocumentError("documents.damaged", path=self.file.path) from error
        if sum(member.file_size for member in members) > self.file.limits.unpacked_bytes:
            raise self._too_large(self.file.limits.unpacked_bytes)
        return packed

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of its parts. Raises `DocumentError` when it is damaged or a bomb."""
        return frozenset(self._zip.namelist())

    def part(self, name: str) -> bytes:
        """Unpack one part. Raises `DocumentError` when it is missing, damaged or too large."""
        limit = self.file.limits.part_bytes
        try:
            with self._zip.open(name) as stream:
                data = stream.read(limit + 1)
        except (*_BROKEN, KeyError, RuntimeError) as error:
            raise DocumentError("documents.damaged", path=self.file.path) from error
        if len(data) > limit:
            raise self._too_large(limit)
        return data

    def tree(self, name: str) -> "_Element | None":
        """Parse a part, strict OOXML names written as the common ones; `None` if there is none."""
        if name not in self.names:
            return None
        data = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", self.part(name))
        return parse_xml(data, self.file)

    def relations(self, name: str) -> tuple[Relation, ...]:
        """Give the parts that a part points to (ECMA-376, part 2, 6.5)."""
        folder, _, last = name.rpartition("/")
        tree = self.tree(f"{folder}/_rels/{last}.rels".lstrip("/"))
        return tuple(
            Relation(one.get("Id", ""), one.get("Type", ""), _joined(folder, one.get("Target", "")))
            for one in (() if tree is None else tree)
        )

    def _too_large(self, limit: int) -> DocumentError:
        return DocumentError("documents.unpacks-too-large", path=self.file.path, n=limit >> 20)


def _joined(folder: str, target: str) -> str:
    """Give the name of a part from the folder of the one that points to it."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def parse_xml(data: bytes, file: File) -> "_Element":
    """Parse XML that comes from outside: no entities, no network, no depth past libxml2's own.

    Raises `DocumentError` when it is damaged or declares a document type.
    """
    from lxml import etree

    check_tags(data, file)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError("documents.damaged", path=file.path) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentError("documents.entities", path=file.path)
    return root
