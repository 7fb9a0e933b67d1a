"""Collectives written out from a confirmed list."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dutygraph.graph.errors import UsageError
from dutygraph.graph.network.rosters import expanded, read_roster

if TYPE_CHECKING:
    from collections.abc import Callable

    from dutygraph.graph.network.incidence import Incidence


def test_members_take_the_place_of_their_collective(
    tmp_path: Path, make_incidence: "Callable[..., Incidence]"
) -> None:
    """甲 leads by name already; an unknown collective stays one."""
    path = tmp_path / "名单.csv"
    path.write_text("集合名称,单位\n各单位,甲\n各单位,乙\n\n", encoding="utf-8-sig")
    found = expanded(make_incidence([["!甲", "*各单位"], ["*相关单位"]]), read_roster(path))
    held = {(tie.requirement, tie.unit, str(tie.role), tie.collective) for tie in found.ties}
    assert held == {
        ("r1", "甲", "lead", False),
        ("r1", "乙", "responsible", False),
        ("r2", "相关单位", "responsible", True),
    }


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", "各单位\n".encode(), b",\xe7\x94\xb2\n"])
def test_a_broken_roster_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "名单.csv").write_bytes(content)
    with pytest.raises(UsageError, match=r"名单"):
        read_roster(tmp_path / "名单.csv")


def test_a_missing_roster_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read_roster(tmp_path / "没有.csv")
