"""The ledger opens, holds every requirement once, and nothing in it is a formula."""

import io
import warnings
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest
from specimens import HOSTILE, SPAN, hostile_plan, large_plan, plan_of

from dutygraph.exports import ledger_content
from dutygraph.exports.ledger import ledger_bytes, sheet_names
from dutygraph.exports.wording import lines_in
from dutygraph.graph.codes import Role, TimingKind
from dutygraph.graph.network.apart import diagnose_each
from dutygraph.graph.network.ownership import ownership_in
from dutygraph.graph.network.plan_incidence import incidence_of
from dutygraph.graph.plan import Timing
from dutygraph.graph.store import open_store


def opened(data):
    with warnings.catch_warnings():
        # openpyxl does not know the newer form of data bars and says so.
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(io.BytesIO(data))


def made(*plans, lang="zh"):
    with open_store() as store:
        for plan in plans:
            store.put(plan)
        ownership = ownership_in(store)
    return ledger_bytes(plans, diagnose_each(incidence_of(*plans)), ownership, lang)


def column(page, title):
    heads = [cell.value for cell in page[2]]
    place = heads.index(title)
    return [row[place].value for row in page.iter_rows(min_row=3)]


@pytest.fixture(scope="module")
def data(plan, diagnosis, ownership):
    return ledger_bytes([plan], diagnosis, ownership, "zh")


@pytest.fixture(scope="module")
def book(data):
    return opened(data)


def test_each_requirement_stands_once_and_verbatim(book, plan):
    page = book["总台账"]
    assert column(page, "编号") == [requirement.number for requirement in plan.requirements]
    assert column(page, "具体要求") == [requirement.text for requirement in plan.requirements]


def test_units_stand_in_the_column_of_their_role(book):
    page = book["总台账"]
    assert column(page, "牵头")[3] == "政务公开办"
    assert column(page, "责任（未分主次）")[15] == "局直相关单位、政务公开办、宣传科"
    assert column(page, "牵头")[15] is None


def test_time_and_place_are_told(book):
    page = book["总台账"]
    assert "一般不少于30天（时长不少于 30 天）" in column(page, "时间要求")[15]
    assert column(page, "原文位置")[15].startswith("表1第14行第3列")


def test_the_progress_is_chosen_from_a_list_and_coloured(book):
    page = book["总台账"]
    lists = [rule.formula1 for rule in page.data_validations.dataValidation]
    assert '"未开始,进行中,已完成,逾期,暂缓"' in lists
    values = {rule.formula[0] for rules in page.conditional_formatting for rule in rules.rules}
    assert '"已完成"' in values
    assert '"逾期"' in values


def dated(*dates):
    plan = plan_of([[("甲局", Role.LEAD), ("乙局", Role.SUPPORT)]] * 2)
    timing = tuple(Timing(TimingKind.DEADLINE, date, SPAN, date=date) for date in dates)
    first, second = plan.requirements
    return replace(plan, requirements=(replace(first, timing=timing), second))


def test_the_earliest_last_day_stands_as_a_day_that_sorts():
    book = opened(made(dated("2022", "2022-06")))
    for name in ("总台账", "甲局"):
        assert column(book[name], "截止日期") == [datetime(2022, 6, 30), None]
    assert (
        column(book["总台账"], "时间要求")[0]
        == "2022（截止 2022-12-31）\n2022-06（截止 2022-06-30）"
    )


def test_days_are_coloured_until_the_progress_says_done():
    page = opened(made(dated("2022-06")))["总台账"]
    heads = [cell.value for cell in page[2]]
    rules = {
        str(area.sqref): [(rule.formula[0], rule.dxf.fill.bgColor.rgb) for rule in area.rules]
        for area in page.conditional_formatting
    }
    due = page.cell(2, heads.index("截止日期") + 1).column_letter
    progress = page.cell(2, heads.index("进度") + 1).column_letter
    day, done = f"${due}3", f'${progress}3<>"已完成"'
    assert rules[f"{due}3:{due}4"] == [
        (f"AND(ISNUMBER({day}),{day}<TODAY(),{done})", "FFF8CBCB"),
        (f"AND(ISNUMBER({day}),{day}>=TODAY(),{day}<=TODAY()+30,{done})", "FFFFF2CC"),
    ]


def test_columns_in_which_nothing_would_stand_are_left_out():
    plan = dated()
    bare = tuple(replace(each, section=None, task=None) for each in plan.requirements)
    heads = [cell.value for cell in opened(made(replace(plan, requirements=bare)))["总台账"][2]]
    assert not {"章节", "任务", "截止日期", "引用文件"} & set(heads)
    assert {"时间要求", "需关注", "进度", "备注"} <= set(heads)


def test_no_progress_is_told_that_the_plan_does_not_tell(book):
    for name in ("总台账", "宣传科"):
        assert set(column(book[name], "进度")) == {None}


def test_numbers_of_a_pair_stand_in_the_order_of_the_document():
    lead, other, third = ("甲局", Role.LEAD), ("乙局", Role.SUPPORT), ("丙局", Role.LEAD)
    page = opened(made(plan_of([[lead, other], [third], [third, lead, other], [third]])))[
        "单位协同"
    ]
    pairs = zip(*(column(page, name) for name in ("单位甲", "单位乙", "要求编号")), strict=True)
    assert ("甲局", "乙局", "1、3") in pairs


def test_the_sheet_is_frozen_filtered_and_ready_to_print(book):
    page = book["总台账"]
    assert page.freeze_panes == "B3"
    assert page.auto_filter.ref == "A2:L42"
    assert page.print_title_rows == "$2:$2"
    assert page.page_setup.orientation == "landscape"
    assert page.page_setup.paperSize == 8
    assert page.page_setup.fitToHeight == 0


def test_rows_are_tall_enough_for_their_text(book):
    page = book["总台账"]
    place = [cell.value for cell in page[2]].index("具体要求")
    width = page.column_dimensions[page.cell(2, place + 1).column_letter].width
    for row in range(3, 43):
        lines = lines_in(page.cell(row, place + 1).value, round(width) - 2)
        assert page.row_dimensions[row].height >= 15 * lines


def test_every_unit_has_a_line_and_a_sheet_of_its_own(book, plan):
    page = book["单位视图"]
    assert sorted(column(page, "单位")) == sorted(plan.names)
    assert column(page, "承担条数")[:2] == [36, 11]
    assert set(plan.names) <= set(book.sheetnames)
    assert book["宣传科"].max_row == 2 + 11
    link = page["A4"].hyperlink
    assert link.location == "'宣传科'!A1"


def test_a_unit_that_supervises_is_counted_in_a_column_of_its_own(book):
    page = opened(made(plan_of([[("甲局", Role.LEAD), ("督查室", Role.SUPERVISE)]] * 3)))[
        "单位视图"
    ]
    counts = dict(zip(column(page, "单位"), column(page, "督导"), strict=True))
    assert counts == {"甲局": 0, "督查室": 3}
    assert "督导" not in [cell.value for cell in book["单位视图"][2]]


def test_the_only_red_gap_is_requirement_7(book):
    page = book["需关注事项"]
    levels = column(page, "程度")
    numbers = column(page, "编号")
    assert [n for n, level in zip(numbers, levels, strict=True) if level == "须处理"] == ["7"]
    assert numbers[0] == "全文"


def test_pairs_stand_by_what_they_share(book):
    page = book["单位协同"]
    assert [cell.value for cell in page[3]][:3] == ["政务公开办", "局直相关单位", 14]


def test_the_same_plan_gives_the_same_bytes(data, plan, diagnosis, ownership):
    assert ledger_bytes([plan], diagnosis, ownership, "zh") == data


def test_it_speaks_english(plan, diagnosis, ownership):
    book = opened(ledger_bytes([plan], diagnosis, ownership, "en"))
    assert book.sheetnames[:3] == ["Ledger", "Units", "Attention"]


def test_texts_are_never_formulas_or_links():
    texts = ["=1+1", "@SUM(A1)", "+86", "-3", "https://example.org", "internal:A1", "mailto:a@b.c"]
    plan = plan_of([[(text, Role.LEAD)] for text in texts], texts=texts)
    book = opened(made(plan))
    page = book["总台账"]
    assert column(page, "具体要求") == texts
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}
    assert [cell.hyperlink for row in page.iter_rows() for cell in row if cell.hyperlink] == []


def test_a_hostile_plan_makes_a_sound_book():
    book = opened(made(hostile_plan()))
    assert column(book["总台账"], "具体要求")[0] == HOSTILE[0]


def test_a_text_longer_than_a_cell_is_cut_and_says_so():
    plan = plan_of([[("乙局", Role.LEAD)]], texts=["长" * 40_000])
    text = column(opened(made(plan))["总台账"], "具体要求")[0]
    assert len(text) == 32_767
    assert text.endswith("…")


def test_sheet_names_fit_and_differ():
    names = sheet_names(["A" * 40, "a" * 40, "[局]", "History", "", "𠮷" * 20, "'引'"])
    assert len({name.lower() for name in names}) == 7
    assert all(len(name.encode("utf-16-le")) // 2 <= 31 for name in names)
    assert not any(set(name) & set("[]:*?/\\'") for name in names)
    assert "History" not in names


def test_several_plans_keep_their_units_apart():
    one = plan_of([[("办公室", Role.LEAD)]], title="甲市方案")
    other = plan_of([[("办公室", Role.LEAD)], [("办公室", Role.LEAD)]], title="乙市方案")
    book = opened(made(one, other))
    assert column(book["总台账"], "方案") == ["甲市方案", "乙市方案", "乙市方案"]
    assert column(book["单位视图"], "承担条数") == [1, 2]
    assert {"办公室", "办公室 2"} <= set(book.sheetnames)


def test_too_many_units_are_cut_and_the_notes_say_so(monkeypatch):
    monkeypatch.setattr(ledger_content, "UNIT_SHEETS", 3)
    book = opened(made(large_plan(5, 5)))
    assert len(book.sheetnames) == 6 + 3
    assert "只给承担最多的 3 个单位建分表" in column(book["说明"], "说明")[9]


def test_an_open_list_is_told():
    plan = plan_of([[("乙局", Role.LEAD)]])
    plan = replace(plan, rows=(replace(plan.rows[0], open=True),))
    assert "未列全" in column(opened(made(plan))["总台账"], "需关注")[0]
