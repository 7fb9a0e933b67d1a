import json

import pytest

from dutygraph.graph.errors import DocumentError
from dutygraph.graph.evaluation import Score, calibration, compare, evaluate
from dutygraph.graph.evaluation.labels import labelled_documents
from dutygraph.graph.evaluation.scoring import Judgement
from dutygraph.graph.evaluation.timespans import last_day, timing_key

FERRY = "修缮乡镇渡口并公布名录。"
TRAINING = "组织渡工参加岗前培训。"


def _requirement(text, *units, number="1", **more):
    assignments = [dict(zip(("unit", "role"), unit, strict=True)) for unit in units]
    return {"number": number, "text": text, "assignments": assignments} | more


def _plan(*requirements, **more):
    return ({"requirements": list(requirements)} | more,)


def test_recall_precision_and_f1_are_shares_of_counts():
    score = Score(labelled=4, read=5, both=3)
    assert (score.recall, score.precision, score.f1) == (0.75, 0.6, 6 / 9)


def test_nothing_labelled_and_nothing_read_is_perfect():
    assert Score().f1 == Score().recall == 1.0


def test_a_lost_unit_and_a_wrong_role_are_counted_apart():
    label = _plan(_requirement(FERRY, ("甲局", "lead"), ("乙局", "support"), ("丙局", "support")))
    reading = _plan(_requirement(FERRY, ("甲局", "lead"), ("乙局", "lead")))
    result = compare(label, reading, "a.txt")
    assert result.scores["units"] == Score(3, 2, 2)
    assert result.scores["units-and-roles"] == Score(3, 2, 1)
    lost = [m for m in result.misses if m.kind == "units"]
    assert [(m.document, m.fact, m.missing) for m in lost] == [("a.txt", "丙局", True)]
    assert lost[0].place.startswith("1 修缮乡镇渡口")


def test_a_name_printed_twice_must_be_read_twice():
    label = _plan(_requirement(FERRY, ("甲局", "lead"), ("甲局", "support")))
    reading = _plan(_requirement(FERRY, ("甲局", "lead")))
    assert compare(label, reading).scores["units"] == Score(2, 1, 1)


def test_the_units_of_a_lost_requirement_are_lost():
    label = _plan(_requirement(FERRY, ("甲局", "lead")), _requirement(TRAINING, ("甲局", "lead")))
    result = compare(label, _plan(_requirement(FERRY, ("甲局", "lead"))))
    assert result.scores["requirements"] == Score(2, 1, 1)
    assert result.scores["units"] == Score(2, 1, 1)


def test_an_invented_requirement_costs_precision():
    result = compare(_plan(), _plan(_requirement(FERRY, ("甲局", "lead"))))
    assert result.scores["requirements"] == Score(0, 1, 0)
    assert result.scores["units"].precision == 0.0


def test_a_deadline_needs_its_machine_form():
    label = _plan(
        _requirement(FERRY, timing=[{"kind": "deadline", "raw": "6月底前", "date": "2026-06"}])
    )
    same = _plan(
        _requirement(FERRY, timing=[{"kind": "deadline", "raw": "6月底", "date": "2026-06-30"}])
    )
    none = _plan(_requirement(FERRY, timing=[{"kind": "deadline", "raw": "6月底前"}]))
    assert compare(label, same).scores["deadlines"].recall == 1.0
    assert compare(label, none).scores["deadlines"].recall == 0.0


def test_vague_words_about_time_are_not_judged():
    reading = _plan(_requirement(FERRY, timing=[{"kind": "vague", "raw": "及时"}]))
    assert compare(_plan(_requirement(FERRY)), reading).scores["deadlines"] == Score()


def test_a_citation_needs_title_and_number():
    label = _plan(
        _requirement(
            FERRY, citations=[{"title": "办法", "number": "甲发〔2026〕1号", "kind": "mentions"}]
        )
    )
    lost = _plan(
        _requirement(FERRY, citations=[{"title": "办法", "number": None, "kind": "mentions"}])
    )
    assert compare(label, label).scores["citations"] == Score(1, 1, 1)
    assert compare(label, lost).scores["citations"] == Score(1, 1, 0)


def test_what_is_said_of_the_whole_plan_is_compared():
    label = _plan(title="甲县方案", year=2026, implied=[{"unit": "各镇", "role": "support"}])
    reading = _plan(title="甲县方案", year=2025)
    scores = compare(label, reading).scores
    assert scores["titles"] == Score(1, 1, 1)
    assert scores["years"] == Score(1, 1, 0)
    assert scores["implied"] == Score(1, 0, 0)


@pytest.mark.parametrize(
    ("timing", "key"),
    [
        ({"kind": "deadline", "date": "2026"}, ("deadline", "2026-12-31")),
        ({"kind": "deadline"}, ("deadline",)),
        ({"kind": "recurrence", "period": "P12M"}, ("recurrence", "P1Y")),
        (
            {"kind": "minimum-frequency", "count": 2, "period": "P1Y"},
            ("minimum-frequency", "2", "P1Y"),
        ),
    ],
)
def test_equal_demands_about_time_have_one_form(timing, key):
    assert timing_key(timing) == key


def test_what_is_no_date_stays_as_it_is():
    assert last_day("2026-13") == "2026-13"


def test_bands_say_how_often_the_reader_was_right():
    judged = [Judgement(1.0, right=True)] * 3 + [
        Judgement(0.6, right=True),
        Judgement(0.6, right=False),
    ]
    low, sure = calibration(tuple(judged))
    assert (low.low, low.high, low.count, low.share) == (0.5, 0.7, 2, 0.5)
    assert (sure.count, sure.share, sure.confidence) == (3, 1.0, 1.0)
    # Wilson 1927 for 1 of 2: (0.5 + z²/4 ± z·sqrt(1/8 + z²/16)) / (1 + z²/2), z = 1.96
    assert low.interval == pytest.approx((0.0945, 0.9055), abs=1e-4)


def test_a_folder_without_labels_is_refused(tmp_path):
    with pytest.raises(DocumentError) as refused:
        evaluate(tmp_path)
    assert refused.value.key == "evaluation.no-labels"
    with pytest.raises(DocumentError):
        evaluate(tmp_path / "missing")


@pytest.mark.parametrize("text", ["{", '{"title": "x"}', '[{"requirements": [3]}]'])
def test_a_broken_label_is_refused(tmp_path, text):
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError) as refused:
        evaluate(tmp_path)
    assert "a.json" in refused.value.sentence("en")


def test_a_label_stands_beside_its_document(tmp_path):
    for name in ("a.txt", "a.note", "b.docx", "c.txt"):
        (tmp_path / name).write_bytes(b"")
    for name in ("a.json", "b.json", "d.json"):
        (tmp_path / name).write_text(json.dumps({"requirements": []}), encoding="utf-8")
    assert [item.document.name for item in labelled_documents(tmp_path)] == ["a.txt", "b.docx"]


def test_a_document_that_cannot_be_opened_scores_nothing(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"\x00\x01")
    label = _plan(_requirement(FERRY, ("甲局", "lead")))[0]
    (tmp_path / "a.json").write_text(json.dumps(label), encoding="utf-8")
    assert evaluate(tmp_path).scores["requirements"] == Score(1, 0, 0)


READ = {"section": "一、渡口", "task": "（一）安全", "part": None, "open": True, "actors": []}


@pytest.mark.parametrize(
    ("measure", "key", "value"),
    [
        ("outline", "section", "一、渡口"),
        ("outline", "task", "（一）安全"),
        ("numbers", "part", 2),
        ("open-lists", "open", True),
        ("actors", "actors", [{"name": "县政府", "role": "approver"}]),
        ("deadlines", "timing", [{"kind": "deadline", "raw": "6月底前", "date": "2026-06"}]),
    ],
)
def test_what_a_label_leaves_out_of_a_requirement_is_not_judged(measure, key, value):
    reading = _plan(_requirement(FERRY, ("甲局", "lead"), **{key: value}))
    left_out = compare(_plan(_requirement(FERRY, ("甲局", "lead"))), reading)
    assert left_out.scores[measure].f1 == 1.0
    assert left_out.misses == ()
    blank = None if not isinstance(value, list) else []
    told = compare(_plan(_requirement(FERRY, ("甲局", "lead"), **{key: blank})), reading)
    assert told.scores[measure].f1 < 1.0


@pytest.mark.parametrize(
    ("measure", "key", "value"),
    [
        ("titles", "title", "云泽县2026年渡口方案"),
        ("issuers", "issuer", "云泽县人民政府"),
        ("years", "year", 2026),
        ("document-numbers", "document_number", "云政办〔2026〕3号"),
        ("implied", "implied", [{"unit": "各镇", "role": "support"}]),
    ],
)
def test_what_a_label_leaves_out_of_a_plan_is_not_judged(measure, key, value):
    requirement = _requirement(FERRY, ("甲局", "lead"))
    reading = _plan(requirement, **{key: value})
    assert compare(_plan(requirement), reading).misses == ()
    blank = [] if isinstance(value, list) else None
    told = compare(_plan(requirement, **{key: blank}), reading)
    assert told.scores[measure] == Score(0, 1, 0)
    assert [(miss.kind, miss.missing) for miss in told.misses] == [(measure, False)]


def test_a_section_is_judged_without_the_task_that_the_label_leaves_out():
    label = _plan(_requirement(FERRY, section="一、渡口"))
    assert compare(label, _plan(_requirement(FERRY, **READ))).scores["outline"] == Score(1, 1, 1)
    other = _plan(_requirement(FERRY, **(READ | {"section": "二、码头"})))
    assert compare(label, other).scores["outline"] == Score(1, 1, 0)


def test_units_and_citations_that_no_label_has_are_too_many_all_the_same():
    cited = {"citations": [{"title": "渡口管理办法", "number": None, "kind": "basis"}]}
    label = _plan({"text": FERRY, "number": "1"})
    result = compare(label, _plan(_requirement(FERRY, ("甲局", "lead"), **cited)))
    assert result.scores["units"] == Score(0, 1, 0)
    assert result.scores["citations"] == Score(0, 1, 0)


def test_an_invented_requirement_is_judged_by_what_the_label_tells_of_any():
    invented = _requirement(TRAINING, ("乙局", "lead"), **READ)
    read = _plan(_requirement(FERRY, ("甲局", "lead"), **READ), invented)
    bare = compare(_plan(_requirement(FERRY, ("甲局", "lead"))), read)
    assert bare.scores["outline"] == Score(0, 0, 0)
    assert bare.scores["requirements"] == Score(1, 2, 1)
    told = compare(_plan(_requirement(FERRY, ("甲局", "lead"), section="一、渡口")), read)
    assert told.scores["outline"] == Score(1, 2, 1)


@pytest.mark.parametrize("more", [{}, {"part": None}])
def test_a_number_without_a_part_is_one_whether_that_is_written_or_not(more):
    label, reading = (_plan(_requirement(FERRY, ("甲局", "lead"), **told)) for told in (more, {}))
    result = compare(label, reading, "a.txt")
    assert result.scores["numbers"] == Score(1, 1, 1)
