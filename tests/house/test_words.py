"""Chinese words stand in the lexicon; the code holds the grammar that joins them.

A list of words is a group of alternatives, a class of characters or a tuple, set or dictionary with
several Chinese words. Numerals, the calendar and the particles around a time are a closed class and
count as grammar, as do one word or a few.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(
    path for room in ("cli", "exports", "graph", "ontology") for path in (ROOT / room).rglob("*.py")
)
ALLOWED = {
    "graph/reading/times/patterns.py": "the characters of every time, by which it is found faster",
    "graph/reading/times/rates.py": "the characters of the days, weeks and months of a period",
}
CLOSED = "〇零○一二两三四五六七八九十百千万亿几多半第年月日号天时周季旬度今本当明次初中末底内"
CLOSED += "之以前后起到至在每按逐全上下"
WORD = re.compile("[\u4e00-\u9fff]{2}")
CHARACTER = re.compile("[\u4e00-\u9fff]")
FEWEST_WORDS = 4
FEWEST_CHARACTERS = 6
PIECES = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|P<\w+>)|[()|]|.",
    re.DOTALL,
)


def texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Give each text that is no docstring with its line; what an f-string fills in is left out."""
    nodes = list(ast.walk(tree))
    told = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    told |= {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            parts = (p.value if isinstance(p, ast.Constant) else "\0" for p in node.values)
            yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and id(node) not in told:
            yield node.lineno, str(node.value)


def collections(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """Give the texts of each tuple, list, set and dictionary with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            held = node.elts
        elif isinstance(node, ast.Dict):
            held = [each for each in (*node.keys, *node.values) if each is not None]
        else:
            continue
        values = [each.value for each in held if isinstance(each, ast.Constant)]
        yield node.lineno, [value for value in values if isinstance(value, str)]


def is_word(text: str) -> bool:
    return bool(WORD.search(text.translate(dict.fromkeys(map(ord, CLOSED)))))


def alternatives(pattern: str) -> Iterator[list[str]]:
    """Give the alternatives of each group of a pattern without its classes and inner groups."""
    open_groups: list[list[str]] = [[""]]
    for piece in PIECES.findall(pattern):
        if piece.startswith("("):
            open_groups.append([""])
        elif piece == ")" and len(open_groups) > 1:
            yield open_groups.pop()
        elif piece == "|":
            open_groups[-1].append("")
        elif not piece.startswith("["):
            open_groups[-1][-1] += piece
    yield from open_groups


def lists_words(pattern: str) -> bool:
    words = (sum(map(is_word, group)) for group in alternatives(pattern))
    return max(words, default=0) >= FEWEST_WORDS


def lists_characters(pattern: str) -> bool:
    classes = (piece for piece in PIECES.findall(pattern) if piece.startswith("["))
    characters = (len(set(CHARACTER.findall(one)) - set(CLOSED)) for one in classes)
    return max(characters, default=0) >= FEWEST_CHARACTERS


def lists(source: str) -> set[int]:
    """Give the lines of a module on which a list of Chinese words begins."""
    tree = ast.parse(source)
    found = {at for at, text in texts(tree) if lists_words(text) or lists_characters(text)}
    return found | {
        at
        for at, held in collections(tree)
        if sum(bool(set(CHARACTER.findall(one)) - set(CLOSED)) for one in held) >= FEWEST_WORDS
    }


@pytest.mark.parametrize(
    "source",
    [
        'A = re.compile("牵头|配合|协助|参与")',
        'A = re.compile(rf"(?:{names})(?:，|(?=负责|承担|组织|做好){verb})")',
        'A = re.compile("[^局委办部厅署]+$")',
        'A = ("单位", "部门", "科室", "处室")',
        'A = {"月": "M", "小时": "H", "分钟": "T", "星期": "W", "工作日": "D"}',
    ],
)
def test_a_list_of_words_is_seen(source):
    assert lists(source) == {1}


@pytest.mark.parametrize(
    "source",
    [
        '"""Words such as 牵头|配合|协助|参与."""',
        'A = re.compile(f"(?:{verb})(?:以及|及|和|与)")',
        'A = re.compile("[一二三四五六七八九十]月底?(?:之前|以前|前|年底|月底|年内)")',
        'A = ("关于", "印发", 4)',
    ],
)
def test_grammar_and_a_few_words_are_no_list(source):
    assert lists(source) == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_words_stand_in_the_lexicon(path):
    """Where a list is allowed, there must be one: what is no longer needed leaves the list."""
    allowed = path.relative_to(ROOT).as_posix() in ALLOWED
    assert bool(lists(path.read_text(encoding="utf-8"))) == allowed
