"""Numbers as automatic numbering writes them: 1, 一, 甲, ①, iv, c."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def write_number(number: int, style: str) -> str:
    """Write a number in a numbering style of WordprocessingML; unknown styles write digits.

    >>> [write_number(12, style) for style in ("decimal", "chineseCounting", "lowerRoman")]
    ['12', '十二', 'xii']
    """
    return _STYLES.get(style, str)(number)


def chinese(number: int, digits: str = _DIGITS, places: str = "十百千") -> str:
    """Write a number from 0 to 9999 in words.

    >>> [chinese(n) for n in (10, 15, 20, 101, 110)]
    ['十', '十五', '二十', '一百〇一', '一百一十']
    """
    if not 0 < number < 10_000:
        return str(number) if number else digits[0]
    words = ""
    for place, digit in enumerate(map(int, reversed(str(number)))):
        if digit:
            words = digits[digit] + ("", *places)[place] + words
        elif words and words[0] != digits[0]:
            words = digits[0] + words
    return words[1:] if words.startswith(digits[1] + places[0]) and digits == _DIGITS else words


def roman(number: int) -> str:
    """Write a number in small Roman letters.

    >>> roman(1994)
    'mcmxciv'
    """
    if not 0 < number < 4000:
        return str(number)
    letters = ""
    for value, letter in _ROMAN:
        letters += letter * (number // value)
        number %= value
    return letters


def _letter(number: int) -> str:
    """Write a … z, then aa … zz, as word processors count."""
    if not 0 < number <= 26 * 20:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _from(symbols: str) -> Callable[[int], str]:
    return lambda number: symbols[number - 1] if 0 < number <= len(symbols) else str(number)


def _run(first: str, length: int) -> str:
    return "".join(chr(ord(first) + step) for step in range(length))


def _by_digit(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(digit)] for digit in str(abs(number)))


def _upper(write: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: write(number).upper()


_CIRCLED = _from(_run("①", 20) + _run("㉑", 15) + _run("㊱", 15))
_STYLES: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _by_digit(_run("０", 10)),
    "decimalFullWidth2": _by_digit(_run("０", 10)),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _from(_run("⑴", 20)),
    "decimalEnclosedFullstop": _from(_run("⒈", 20)),
    "lowerRoman": roman,
    "upperRoman": _upper(roman),
    "lowerLetter": _letter,
    "upperLetter": _upper(_letter),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": _by_digit(_DIGITS),
    "taiwaneseDigital": _by_digit(_DIGITS),
    "japaneseDigitalTenThousand": _by_digit(_DIGITS),
    "chineseLegalSimplified": lambda number: chinese(number, _FORMAL, "拾佰仟"),
    "ideographLegalTraditional": lambda number: chinese(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟"),
    "ideographTraditional": _from(_STEMS),
    "ideographZodiac": _from(_BRANCHES),
    "ideographEnclosedCircle": _from(_run("㊀", 10)),
}
