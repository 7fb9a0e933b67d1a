"""Texts that a site of documents shows in stretches of so many characters, cut inside words."""

HEAD = (
    "为做好渡口安全工作，结合实际，制定本方案，请各镇、各有关单位认真组织实施，抓好各项任务落实，确保渡运安全。"
    "一、渡口（一）设施安全1.修缮码头，更换标识，完善栏杆和照明，六月底前全部完工并组织验收。（县港航局、县财政局）"
)


def told(plan):
    return [(r.number, [a.unit for a in plan.assignments(r)]) for r in plan.requirements]


def test_the_numbers_of_the_stretches_are_no_items_and_part_no_name(read):
    plan = read(
        f"1、{HEAD}2.建立名录，落实《渡口安全管\n"
        "2、理办法》，每季度检查一次，发现隐患的当日上报，逐一登记造册，动态更新，纳入年度考核内容，接受社会公众监督，"
        "对整改不到位的予以通报，并适时组织回头看，防止问题反弹。（县港航局、县人力资源和社会保\n"
        "3、障局）3.培训船员100人。（县人社局）\n"
    )
    assert told(plan) == [
        ("1", ["县港航局", "县财政局"]),
        ("2", ["县港航局", "县人力资源和社会保障局"]),
        ("3", ["县人社局"]),
    ]
    assert [c.title for c in plan.requirements[1].citations] == ["渡口安全管理办法"]


def test_items_without_headings_inside_are_items(read):
    work = "修缮全县各渡口码头、更换标识标牌、完善栏杆照明" * 6
    lines = [f"{n}、{work}（县港航局{word}）{word}" for n, word in ((1, ""), (2, ""))]
    assert [number for number, _ in told(read("\n".join(lines)))] == ["1", "2"]
