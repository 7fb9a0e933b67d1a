from dutygraph.graph.plan import Assignment, Basis, Plan, Requirement, Role, Row, Source
from dutygraph.graph.registry import Entry, Register, applied
from dutygraph.graph.span import Span

HERE = Span(0, 2)
LABOUR = Entry("县人力资源和社会保障局", ("县人社局", "人社局"), scope="甲县人民政府")


def plan_of(*names: str, issuer: str = "甲县人民政府", year: int | None = 2026) -> Plan:
    assignments = tuple(
        Assignment(name, Role.RESPONSIBLE, Basis.LABEL, HERE, position)
        for position, name in enumerate(names, 1)
    )
    return Plan(
        "任务分工",
        Source("plan.txt", "0" * 64, "txt"),
        issuer,
        year,
        rows=(Row("row1", ("r1",), assignments, HERE),),
        requirements=(Requirement("r1", "1", "修缮渡口。", "row1", HERE),),
    )


def test_an_alias_gives_the_name_to_know_a_unit_by():
    plan = applied(plan_of("县人社局", "县财政局"), Register((LABOUR,)))
    assert plan.names == ("县人力资源和社会保障局", "县财政局")
    assert [a.unit for a in plan.rows[0].assignments] == ["县人社局", "县财政局"]


def test_the_same_short_name_of_another_issuer_stays_as_it_is():
    plan = plan_of("县人社局", issuer="乙县人民政府")
    assert applied(plan, Register((LABOUR,))) == plan


def test_an_entry_of_the_issuer_goes_before_one_that_holds_everywhere():
    register = Register((Entry("人力资源和社会保障部", ("人社局",)), LABOUR))
    assert register.canonical("人社局", "甲县人民政府") == "县人力资源和社会保障局"
    assert register.canonical("人社局", "乙县人民政府") == "人力资源和社会保障部"


def test_a_name_holds_in_its_years_only():
    land = Entry("市国土资源局", ("国土局",), until=2018)
    nature = Entry("市自然资源局", ("国土局",), since=2019, before=("市国土资源局",))
    register = Register((land, nature))
    assert register.canonical("国土局", year=2016) == "市国土资源局"
    assert register.canonical("国土局", year=2022) == "市自然资源局"
    assert register.successors("市国土资源局") == (nature,)
    assert not list(register.clashes())


def test_a_former_name_is_no_alias():
    nature = Entry("市自然资源局", since=2019, before=("市国土资源局",))
    assert Register((nature,)).canonical("市国土资源局", year=2022) == "市国土资源局"


def test_a_name_of_two_units_is_a_clash():
    register = Register((Entry("甲局", ("局办",)), Entry("乙局", ("局办",))))
    assert [(name, a.name, b.name) for name, a, b in register.clashes()] == [
        ("局办", "甲局", "乙局")
    ]


def test_spaces_and_widths_do_not_hide_a_name():
    register = Register((Entry("市委改革办（市营商环境建设局）", ("改革办",)),))
    assert register.find("市委改革办(市营商环境 建设局)") is not None


def test_a_person_is_never_renamed():
    person = Assignment("李明", Role.SUPERVISE, Basis.LABEL, HERE, 1, person=True)
    plan = plan_of()
    plan = Plan(plan.title, plan.source, plan.issuer, rows=(Row("row1", (), (person,), HERE),))
    assert applied(plan, Register((Entry("李明局", ("李明",)),))) == plan


def test_a_document_is_read_with_the_names_of_a_register(example):
    from dutygraph.graph.intake import Intake, read_plan

    register = Register((Entry("法制支队（法制办公室）", ("法制支队",), scope="汕尾市公安局"),))
    plain, named = read_plan(example), read_plan(example, Intake(register=register))
    assert "法制支队" in plain.names
    assert "法制支队" not in named.names
    assert "法制支队（法制办公室）" in named.names
    assert len(named.names) == len(plain.names)
