"""The lengths of the shared texts of a binary workbook are those of its cells."""

import struct

from dutygraph.graph.documents.containers.compound import Compound
from dutygraph.graph.documents.file import File
from dutygraph.graph.documents.sheets.biff import CONTINUED, SHARED_TEXTS, records, shared_lengths


def test_the_lengths_of_a_real_workbook_are_right(files, plan):
    title, grid = plan
    with Compound(File("plan.xls", (files / "plan.xls").read_bytes())) as compound:
        lengths = shared_lengths(list(records(compound.stream("Workbook"))))
    shown = {title, *(text for row in grid for text in row if text)}
    assert sorted(set(lengths)) == sorted({len(text) for text in shown})
    assert sum(lengths) >= sum(map(len, shown))


def test_a_text_cut_into_two_records_is_counted_once():
    head = struct.pack("<II", 3, 3)
    first = (
        head
        + struct.pack("<HB", 2, 0)
        + b"ab"
        + struct.pack("<HB", 5, 1)
        + "县港".encode("utf-16-le")
    )
    rest = b"\0xyz" + struct.pack("<HBHI", 1, 0x0C, 1, 2) + b"c" + bytes(4 + 2) + b"zz"
    found = [(SHARED_TEXTS, first), (CONTINUED, rest), (0x0A, b"")]
    assert shared_lengths(found) == [2, 5, 1]
