"""Short documents in all the forms in which offices assign work, told first and then read.

The documents stand in `told/`; its README says how a case is written.
"""

import re
from pathlib import Path

import pytest

TOLD = Path(__file__).parent / "told"
HEADS = "heads"
LETTERS = {"lead": "L", "responsible": "R", "support": "S", "supervise": "V"}
ITEMS = (
    "一、修缮渡口\n1.修缮全部渡口。（责任单位：县港航局）\n"
    "2.更换全部标识。（责任单位：县交通运输局）"
)


def cases(path):
    """Give each case of a file: its name, its text, and the lines that tell what is read in it."""
    for part in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, *lines = part.strip().split("\n")
        told = [line for line in lines if LINE.match(line)]
        text = "\n".join(line for line in lines if line not in told)
        yield pytest.param(text, told, id=f"{path.stem}: {name}")


LINE = re.compile(r"(?:=>|\+>|\?>|t>|x>) |[a-z]+=")


def texts():
    files = sorted(TOLD.glob("*.txt"))
    return [case for path in files if path.stem != HEADS for case in cases(path)]


def written(plan, *, times, texts):
    """Give what a plan says in the notation of the cases."""
    yield from (f"=> {' '.join([r.number or '-', *units(plan, r)])}" for r in plan.requirements)
    yield from (f"+> {named(one)} {one.start}" for one in plan.implied)
    told = [f"t> {t.date or '-'}" for r in plan.requirements for t in r.timing]
    yield from (told or ["t> none"]) if times else []
    yield from (f"x> {line}" for r in plan.requirements for line in r.text.split("\n") if texts)


def units(plan, requirement):
    return map(named, plan.assignments(requirement))


def named(one):
    return f"{LETTERS[one.role.value]}{'*' * one.collective}{one.unit}"


@pytest.mark.parametrize(("text", "told"), texts())
def test_a_text_says_what_was_told_of_it(read, text, told):
    plan = read(text)
    codes = {line.removeprefix("?> ") for line in told if line.startswith("?>")}
    assert codes <= {doubt.code for doubt in plan.doubts}
    times, texts = (any(line.startswith(sign) for line in told) for sign in ("t>", "x>"))
    assert list(written(plan, times=times, texts=texts)) == [
        line for line in told if line[0] != "?"
    ]


@pytest.mark.parametrize(("text", "told"), list(cases(TOLD / f"{HEADS}.txt")))
def test_a_head_says_what_was_told_of_it(read, text, told):
    plan = read(f"{text}\n{ITEMS}")
    found = {
        "title": plan.title,
        "issuer": plan.issuer,
        "number": plan.document_number,
        "year": plan.year,
        "date": plan.date,
        "to": "、".join(plan.addressees),
    }
    for line in told:
        key, _, value = line.partition("=")
        assert str(found[key] or "") == value, key
