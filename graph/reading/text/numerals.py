"""Chinese and Arabic numbers."""

_DIGITS = dict(zip("〇零一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_UNITS = {"十": 10, "百": 100, "千": 1000}


def number(written: str) -> int:
    """Give the value of a number in digits or in Chinese numerals below ten thousand.

    >>> number("12"), number("二十七"), number("十")
    (12, 27, 10)
    """
    if written.isdecimal():
        return int(written)
    total = digit = 0
    for mark in written:
        if mark in _UNITS:
            total += (digit or 1) * _UNITS[mark]
            digit = 0
        else:
            digit = _DIGITS[mark]
    return total + digit
