"""Changes that change no fact: punctuation, characters, page breaks, noise."""

from pathlib import Path

import pytest

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "shanwei-police-2022.txt"
PROSE = """云泽县人民政府办公室关于印发云泽县2026年渡口安全工作要点的通知
云政办发〔2026〕8号

各镇人民政府，县政府有关部门：

一、总体要求
（一）修缮渡口。对12处渡口进行修缮，9月底前完成；更换标识。（牵头单位：县港航局；责任单位：县财政局，各镇）
（二）开展培训。按照《内河交通安全管理条例》，每季度培训一次。（县人力资源社会保障局牵头，县总工会、团县委配合）
二、重点工作
（三）建设平台。整合监控资源（含镇级视频）。（责任单位：县数据局、县公安局等，12月底前完成）
（四）加强督查。（县委督查室、县政府督查室按职责分工负责）

云泽县人民政府办公室
2026年3月2日
"""
TABLE = """云泽县2026年渡口任务分工表

序号\t工作任务\t牵头单位\t配合单位\t完成时限
1\t修缮全县12处渡口，更换标识。\t县港航局\t县财政局、各镇\t9月底前
2\t开展船员培训，每季度通报。\t县人社局\t县总工会\t持续推进
"""
HALF = str.maketrans("，：；（）〔〕！？", ",:;()[]!?")
TRADITIONAL = str.maketrans(
    "责任单位县财务办关监门牵头领导负参与协会处实体级区镇乡党团队总号发国机构业产农卫环护督检审计划统调节时间续长坚进开据执贯规条则细决议报标准内属书记网电视档编传联妇",
    "責任單位縣財務辦關監門牽頭領導負參與協會處實體級區鎮鄉黨團隊總號發國機構業產農衛環護督檢審計劃統調節時間續長堅進開據執貫規條則細決議報標準內屬書記網電視檔編傳聯婦",
)


def facts(plan):
    """Give what a plan says, without its printed punctuation and characters."""

    def plain(text):
        return text.translate({new: old for old, new in (HALF | TRADITIONAL).items()})

    return [
        (
            plain(r.number),
            [(plain(a.unit), a.role, a.basis, a.collective) for a in plan.assignments(r)],
            [(t.kind, plain(t.raw), t.date, t.period) for t in r.timing],
            [(c.kind, plain(c.title or ""), plain(str(c.number))) for c in r.citations],
            plan.row_by_id[r.row].open,
        )
        for r in plan.requirements
    ]


TEXTS = {"prose": PROSE, "table": TABLE, "real": EXAMPLE.read_text(encoding="utf-8")}


def half(text):
    return text.translate(HALF)


def traditional(text):
    return text.translate(TRADITIONAL)


@pytest.mark.parametrize("name", sorted(TEXTS))
@pytest.mark.parametrize("change", [half, traditional])
def test_printed_form_changes_no_fact(read, name, change):
    assert facts(read(change(TEXTS[name]))) == facts(read(TEXTS[name]))


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_spaces_and_zero_width_characters_change_no_fact(read, name):
    text = (
        TEXTS[name].replace("县财政局", "县财\u200b政局").replace("政务公开办", "政务\ufeff公开办")
    )
    expected = facts(read(TEXTS[name]))
    told = [
        (number, [(unit.replace("\u200b", ""), *rest) for unit, *rest in named], *others)
        for number, named, *others in facts(read(text))
    ]
    assert told == expected


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_noise_before_and_behind_changes_no_fact(read, name):
    noise = "首页 > 政务公开\n【字体：大 中 小】\n"
    text = noise + TEXTS[name] + "\n\n扫一扫在手机打开当前页\n版权所有\n"
    assert facts(read(text)) == facts(read(TEXTS[name]))


def test_headings_repeated_by_page_breaks_change_no_fact(read):
    title, _, table = TABLE.partition("\n\n")
    heading, first, second = table.strip().split("\n")
    text = f"{title}\n\n{heading}\n{first}\n- 1 -\n{heading}\n{second}"
    assert facts(read(text)) == facts(read(TABLE))
