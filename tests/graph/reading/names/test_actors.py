"""Who acts in the wording itself, outside the unit cell."""

import pytest

from dutygraph.graph.reading.names.actors import actors


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "区委主要领导、区政府主要领导带头审核把关。",
            [("区委主要领导", "actor"), ("区政府主要领导", "actor")],
        ),
        ("局主要负责人每季度听取汇报。", [("局主要负责人", "approver")]),
        ("冻结前，应当报局主要负责人批准。", [("局主要负责人", "approver")]),
        ("道路、桥梁、办公室应当整洁。", []),
    ],
)
def test_listed_posts_act_one_by_one(piece, text, told):
    assert [(actor.name, str(actor.role)) for actor in actors(piece(text))] == told
