"""The values of cells, written as a sheet shows them in the common formats."""

from datetime import date, datetime, time, timedelta

Value = str | int | float | bool | date | time | timedelta


def write_value(value: Value, *, is_month: bool = False) -> str:
    """Write a value; a date in the Chinese way, its month alone where `is_month` says so.

    >>> write_value(3.0), write_value(date(2026, 6, 30))
    ('3', '2026年6月30日')
    """
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, date):
        return _date(value, is_month=is_month)
    return value.isoformat() if isinstance(value, time) else str(value)


def _date(value: date, *, is_month: bool) -> str:
    if is_month:
        return f"{value.year}年{value.month}月"
    if isinstance(value, datetime) and value.time() != time():
        return value.isoformat()
    return f"{value.year}年{value.month}月{value.day}日"
