"""Lines of measures behind an item and its units: 整改措施：……."""

from dutygraph.graph.plan import Plan

TITLE = "云泽县2026年巡察整改工作方案\n"


def told(plan: Plan) -> list[tuple[str, list[str], list[str]]]:
    return [
        (
            requirement.text,
            [timing.date or "" for timing in requirement.timing],
            [citation.title for citation in requirement.citations],
        )
        for requirement in plan.requirements
    ]


def test_measures_belong_to_the_item_above_them(read):
    plan = read(
        f"{TITLE}①渡口没有照明。（牵头单位：县港航局；责任单位：各镇）\n\n"
        "整改措施：对照《云泽县渡口管理办法》装灯，9月底前完成。\n\n"
        "②渡船没有年检。（牵头单位：县海事处）\n\n整改措施：逐艘查验。\n"
    )
    assert told(plan) == [
        (
            "渡口没有照明。\n整改措施：对照《云泽县渡口管理办法》装灯，9月底前完成。",
            ["2026-09"],
            ["云泽县渡口管理办法"],
        ),
        ("渡船没有年检。\n整改措施：逐艘查验。", [], []),
    ]


def test_measures_with_units_of_their_own_are_an_item(read):
    plan = read(
        f"{TITLE}1.渡口没有照明。\n整改措施：装灯。（责任单位：县港航局）\n"
        "整改措施：查线。（责任单位：县供电公司）\n"
    )
    assert [text for text, _, _ in told(plan)] == ["装灯。", "查线。"]


def test_a_number_before_a_month_is_no_part_of_the_day(read):
    plan = read(
        f"{TITLE}（一）渡口没有照明。（牵头单位：县港航局）\n整改措施：\n"
        "1.6月底前查线。\n2.2026年12月底前装灯。\n（二）渡船没有年检。（牵头单位：县海事处）\n"
    )
    assert told(plan)[0][1] == ["2026-06", "2026-12"]


def test_a_month_told_twice_is_not_said_to_be_unread(read):
    plan = read(
        f"{TITLE}1.渡口没有照明。\n整改措施：装灯，2026年5月底前完成。\n责任单位：县港航局\n"
        "整改时限：2026年5月\n"
    )
    assert told(plan)[0][1] == ["2026-05"]
    assert "reading.unread-days" not in [doubt.code for doubt in plan.doubts]
