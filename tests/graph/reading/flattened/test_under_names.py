"""Rows of a flattened table that stand under one number, and under one name."""

HEAD = "序号 项目名称 责任单位 目标任务 1-9月完成情况 备注"
ROWS = """1 新建乡镇渡口 县港航局 36座 30座
2 渡工关爱 组织渡工免费体检 县卫健局 4100人 3950人 含临时渡工
发放渡工补贴 县民政局 860人 860人
3 渡运文化惠民 送戏到渡口 县文旅局 30场 34场
放映公益电影 县文旅局 900场 640场"""


def test_a_name_over_several_rows_is_their_section_and_no_part_of_a_unit(read):
    plan = read(f"云泽县2026年民生实事完成情况表\n{HEAD}\n{ROWS}\n")
    titles = {section.id: section.title for section in plan.sections}
    assert [(r.number, titles.get(r.section), r.text, r.remark) for r in plan.requirements] == [
        ("1", None, "新建乡镇渡口", "36座"),
        ("2", "渡工关爱", "组织渡工免费体检", "4100人\n含临时渡工"),
        ("2", "渡工关爱", "发放渡工补贴", "860人"),
        ("3", "渡运文化惠民", "送戏到渡口", "30场"),
        ("3", "渡运文化惠民", "放映公益电影", "900场"),
    ]
    units = [[a.unit for a in plan.assignments(r)] for r in plan.requirements]
    assert units == [["县港航局"], ["县卫健局"], ["县民政局"], ["县文旅局"], ["县文旅局"]]


def test_a_second_task_of_one_number_has_it_too(read):
    cells = ["序号", "民生实事", "责任单位", "完成时限", "1", "新建渡口。", "县港航局", "5月底前"]
    cells += ["2", "修缮候船室。", "县交通局", "6月底前", "更换标识。", "9月底前"]
    cells += ["3", "培训船员。", "县人社局", "12月底前"]
    plan = read("云泽县2026年民生实事任务分解表\n\n" + "\n\n".join(cells))
    assert [r.number for r in plan.requirements] == ["1", "2", "2", "3"]
