"""What stands beside a task in its row: its grounds are cited, its manner is a remark."""

from dutygraph.graph.plan import CitationKind

HEAD = ["序号", "抽查领域", "抽查事项", "抽查事项类别", "检查对象", "发起部门", "配合部门"]
HEAD += ["检查依据", "检查方式", "抽查比例及频次", "完成时限"]
ROW = ["1", "渡口安全", "渡口资质的检查", "一般事项", "渡口经营户", "港航部门", "公安部门"]
ROW += ["《渡口管理条例》《云泽县渡运办法》", "现场检查", "30%，不少于1次/年", "9月底"]


def test_a_joint_inspection_is_led_by_who_begins_it_and_cites_its_grounds(read):
    plan = read("\n".join(" | ".join(row) for row in (["云泽县2026年抽查计划"], HEAD, ROW)))
    (requirement,) = plan.requirements
    assert requirement.text == "渡口资质的检查"
    assert plan.sections[0].title == "渡口安全"
    named = [(a.unit, a.role.value) for a in plan.assignments(requirement)]
    assert named == [("港航部门", "lead"), ("公安部门", "support")]
    assert [t.raw for t in requirement.timing] == ["不少于1次/年", "9月底"]
    cited = [(c.title, c.kind) for c in requirement.citations]
    kind = CitationKind.ACCORDING_TO
    assert cited == [("渡口管理条例", kind), ("云泽县渡运办法", kind)]


def test_a_procedure_beside_names_of_decisions_is_not_what_is_decided(read):
    head = ["序号", "决策事项名称", "决策事项程序", "是否听证", "决策承办单位", "决策时间"]
    row = ["1", "渡口收费标准调整方案", "征求意见、集体决策", "是", "县发改局", "10月"]
    plan = read("\n".join(" | ".join(line) for line in (["云泽县2026年决策目录"], head, row)))
    assert [r.text for r in plan.requirements] == ["渡口收费标准调整方案"]
