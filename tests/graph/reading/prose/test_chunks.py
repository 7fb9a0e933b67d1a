"""Texts that a document library shows in numbered stretches: 1、… 2、…."""

ONE = (
    "1、云泽县渡口安全整治工作方案为做好渡口安全工作，保障群众出行安全，根据县政府工作部署，结合全县渡口实际，制定本方案，请抓好落实。一、工作任务（一）修缮渡口。"
    "1.修缮全县十二处渡口，更换破损标识，补齐救生设备，逐处登记造册，张贴安全须知和责任人名单。"
    "（县港航局、县财政局）2.培训全部船工，每季度开展一次演练，考核合格后持证上岗，经费列入预"
)
TWO = "2、算。（县人社局、县总工会）3.建设监控平台，年内实现全部渡口在线巡查。（县数据局）"
HEAD = (
    "为做好渡口安全工作，结合实际，制定本方案，请各镇、各有关单位认真组织实施，抓好各项任务落实，确保渡运安全。"
    "一、渡口（一）设施安全1.修缮码头，更换标识，完善栏杆和照明，六月底前全部完工并组织验收。（县港航局、县财政局）"
)
PAGE = f"渡口安全整治工作方案.doc\n{ONE}\n\n{TWO}\n相关推荐"


def told(plan):
    return [(r.number, r.text, [a.unit for a in plan.assignments(r)]) for r in plan.requirements]


def test_an_item_goes_on_over_the_number_of_a_stretch(read):
    plan = read(PAGE)
    assert [(number, units) for number, _, units in told(plan)] == [
        ("1", ["县港航局", "县财政局"]),
        ("2", ["县人社局", "县总工会"]),
        ("3", ["县数据局"]),
    ]
    assert plan.requirements[1].text.endswith("经费列入预算。")


def test_places_are_those_of_the_stretch_in_the_source(read):
    plan = read(PAGE)
    lines = PAGE.split("\n")
    for requirement in plan.requirements:
        span = requirement.span
        shown = lines[span.line - 1][span.start : span.end]
        assert shown
        assert requirement.text.startswith(shown)
    units = [a.span for row in plan.rows for a in row.assignments]
    shown = [lines[span.line - 1][span.start : span.end] for span in units]
    assert shown == ["县港航局", "县财政局", "县人社局", "县总工会", "县数据局"]


def test_the_title_before_the_first_sentence_is_the_plans(read):
    assert read(PAGE).title == "云泽县渡口安全整治工作方案"


def test_long_items_that_end_as_sentences_keep_their_numbers(read):
    long = "修缮全县十二处渡口，更换破损标识，补齐救生设备，逐处登记造册，" * 5
    plan = read(
        f"渡口工作任务\n1、{long}（一）按期完成。（县港航局）\n2、{long}按期完成。（县财政局）"
    )
    assert [number for number, *_ in told(plan)] == ["1", "2"]


def test_the_numbers_of_the_stretches_are_no_items_and_part_no_name(read):
    plan = read(
        f"1、{HEAD}2.建立名录，落实《渡口安全管\n"
        "2、理办法》，每季度检查一次，发现隐患的当日上报，逐一登记造册，动态更新，纳入年度考核内容，接受社会公众监督，"
        "对整改不到位的予以通报，并适时组织回头看，防止问题反弹。（县港航局、县人力资源和社会保\n"
        "3、障局）3.培训船员100人。（县人社局）\n"
    )
    assert [(number, units) for number, _, units in told(plan)] == [
        ("1", ["县港航局", "县财政局"]),
        ("2", ["县港航局", "县人力资源和社会保障局"]),
        ("3", ["县人社局"]),
    ]
    assert [c.title for c in plan.requirements[1].citations] == ["渡口安全管理办法"]


def test_items_without_headings_inside_are_items(read):
    work = "修缮全县各渡口码头、更换标识标牌、完善栏杆照明" * 6
    lines = [f"{n}、{work}（县港航局{word}）{word}" for n, word in ((1, ""), (2, ""))]
    assert [number for number, *_ in told(read("\n".join(lines)))] == ["1", "2"]
