from dutygraph.graph.evaluation.alignment import align, likeness


def _texts(*texts, numbers=None):
    numbers = numbers or [str(n) for n, _ in enumerate(texts, 1)]
    return tuple({"text": t, "number": n} for t, n in zip(texts, numbers, strict=True))


A, B, C = "修缮乡镇渡口并公布名录。", "组织渡工参加岗前培训。", "建立汛期联合值守机制。"


def test_equal_texts_are_wholly_alike_whatever_their_width_and_spaces():
    assert likeness("开展（专项）检查", "开展(专项) 检查\u200b") == 1.0


def test_likeness_is_the_dice_coefficient_of_character_pairs():
    # 甲乙丙 holds 甲乙 乙丙; 甲乙丁 holds 甲乙 乙丁: 2 * 1 / 4
    assert likeness("甲乙丙", "甲乙丁") == 0.5


def test_a_label_that_breaks_off_is_compared_with_the_beginning():
    assert likeness("修缮乡镇渡口……", A) == 1.0
    assert likeness("修缮乡镇渡口", A) < 1.0


def test_requirements_are_paired_in_order():
    assert align(_texts(A, B, C), _texts(A, B, C)) == ((0, 0), (1, 1), (2, 2))


def test_what_is_lost_or_invented_stands_alone():
    pairs = align(_texts(A, B, C), _texts(A, C, "版权所有"))
    assert pairs == ((0, 0), (1, None), (2, 1), (None, 2))


def test_numbers_decide_between_equal_texts():
    label = _texts(A, numbers=["2"])
    assert align(label, _texts(A, A)) == ((None, 0), (0, 1))


def test_brackets_and_dots_of_a_number_do_not_matter():
    label = _texts(A, numbers=["（二）"])
    reading = _texts(A, A, numbers=["一", "二"])
    assert align(label, reading) == ((None, 0), (0, 1))


def test_nothing_pairs_with_nothing():
    assert align((), ()) == ()
    assert align(_texts(A), ()) == ((0, None),)
