"""Input that means harm: long lines, deep brackets, broken marks. Doubling costs about double."""

import gc
import time

import pytest

from dutygraph.graph.reading.plans import read_document
from dutygraph.graph.reading.text.pieces import MOST_FACTS

UNIT = 400
PATTERNS = {
    "separators": "、",
    "openers": "（",
    "closers": "）",
    "pairs": "（）",
    "nested": "（责任单位：",
    "crossed": "（〔）〕",
    "verbs": "配合",
    "leads": "甲局牵头",
    "units": "县财政局、",
    "collectives": "各区、县、",
    "conjunctions": "局和",
    "digits": "1",
    "years": "2024年",
    "months": "12月底前",
    "periods": "每年至少",
    "titles": "《",
    "books": "《甲》",
    "numbers": "〔2024〕1号",
    "characters": "国",
    "spaces": "局 ",
    "labels": "责任单位：甲局，",
    "pipes": "|",
    "tabs": "\t",
    "lines": "1\n",
    "stars": "*",
    "zero": "\u200b",
    "null": "局\0",
    "approvals": "经审",
    "piped lines": "甲局 |\n",
    "open lines": "（甲\n",
    "bordered lines": "| 甲 | 乙 |\n",
    "drawn lines": "│1│△修缮│县港航局│\n",
    "drawn rules": "├─┼─┼─┤\n│1│修缮│县港航局│\n",
    "plain rules": "+--+--+\n| 1 | 修缮 |\n",
    "breaks": "甲<br>",
    "label lines": "责任单位：\n",
    "unit lines": "县港航局：\n1.修缮渡口\n",
    "duty headings": "一、职责分工：（一）",
    "duty sentences": "县港航局负责修缮渡口。",
    "duty lines": "职责分工如下：\n县港航局：负责修缮渡口。\n",
    "chunks": "2、修缮\n",
    "glued items": "1.修缮（责任单位：县港航局）",
    "broken labels": "修缮（责任单\n位：县港航局）\n",
}


def cost(document):
    """Give the CPU seconds of one reading; what other tests left in memory is not collected."""
    gc.collect()
    gc.freeze()
    try:
        started = time.process_time()
        read_document(document)
        return time.process_time() - started
    finally:
        gc.unfreeze()


@pytest.mark.parametrize("name", sorted(PATTERNS))
@pytest.mark.parametrize(
    "around", ["1.修缮{}。（责任单位：甲局）", "1.修缮。（责任单位：{}）", "{}"]
)
def test_cost_grows_with_length_and_no_faster(document_of, name, around):
    def document(times):
        return document_of(around.format(PATTERNS[name] * times) + "\n1.甲。（责任单位：乙局）")

    small, large = cost(document(UNIT)), cost(document(8 * UNIT))
    if large > 0.05 and large > 16 * small:  # once more: the machine is shared
        small, large = cost(document(UNIT)), cost(document(8 * UNIT))
    assert large < 0.05 or large < 24 * small, (small, large)


HEADINGS = ["序号", "工作任务", "分管领导", "牵头单位", "配合单位", "完成时限"]
ROWS = {
    "open rows": "1 | 修缮渡口。\n",
    "units alone": "县港航局 |\n",
    "headings again": " | ".join(HEADINGS) + "\n",
    "other headings": "序号 | 责任单位 | 任务\n1 | 县港航局 | 修缮\n",
    "characters apart": "1 丁 丁 丁 \n",
    "signatures": "县港航局\n2026年3月1日\n",
    "drawn rows": "│1│△修缮│陆明│县港航局│县财政局│5月│\n",
}


@pytest.mark.parametrize("name", sorted(ROWS))
@pytest.mark.parametrize("mark", [" | ", "\n", "\t", " ", " |\n", "│"])
def test_so_does_the_cost_of_tables(document_of, name, mark):
    def document(times):
        rows = (ROWS[name] * times).replace(" | ", mark)
        return document_of("云泽县任务分工表\n" + mark.join(HEADINGS) + "\n" + rows)

    small, large = cost(document(UNIT)), cost(document(8 * UNIT))
    if large > 0.05 and large > 16 * small:  # once more: the machine is shared
        small, large = cost(document(UNIT)), cost(document(8 * UNIT))
    assert large < 0.05 or large < 24 * small, (small, large)


def test_a_list_that_nobody_wrote_is_not_read_and_said(document_of):
    (plan,) = read_document(document_of("1.修缮。（责任单位：" + "县财政局、" * 50_000 + "）"))
    assert plan.rows[0].assignments == ()
    assert "reading.list-too-long" in [doubt.code for doubt in plan.doubts]


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        ("每年至少", "timing"),
        ("12月底前", "timing"),
        ("《甲》", "citations"),
        ("甲发〔2024〕1号", "citations"),
        ("县政府应当，", "actors"),
        ("经县政府审定，", "actors"),
    ],
)
def test_of_facts_that_nobody_wrote_the_first_are_read_and_said(document_of, pattern, kind):
    def told(times):
        text = f"1.修缮，{pattern * times}。（责任单位：甲局）\n2.甲。（责任单位：乙局）"
        (plan,) = read_document(document_of(text))
        codes = [doubt.code for doubt in plan.doubts]
        return len(getattr(plan.requirements[0], kind)), codes.count("reading.too-many-facts")

    assert told(MOST_FACTS - 1) == (MOST_FACTS - 1, 0)
    assert told(5 * MOST_FACTS) == (MOST_FACTS, 1)


def test_units_in_more_cells_than_anybody_wrote_are_not_all_read_and_it_is_said(document_of):
    rows = "序号 | 工作任务 | 责任单位\n1 | 修缮渡口。 | 县港航局\n" + " |  | 县财政局\n" * 3000
    (plan,) = read_document(document_of(rows))
    assert len(plan.rows[0].assignments) <= MOST_FACTS
    (doubt,) = [doubt for doubt in plan.doubts if doubt.code == "reading.too-many-cells"]
    assert dict(doubt.values) == {"numbers": "1", "n": str(MOST_FACTS)}


def test_labels_without_any_text_give_no_task(document_of):
    (plan,) = read_document(document_of("牵头单位\n县公安局\n—\n县公安局\n—"))
    assert plan.requirements == ()
    assert "reading.no-tasks" in [doubt.code for doubt in plan.doubts]
