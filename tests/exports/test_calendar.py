"""Reminders keep to RFC 5545 and never pretend to a day that the plan does not name."""

import re
from dataclasses import replace

from specimens import SPAN, hostile_plan, plan_of

from dutygraph.exports.calendar import calendar_bytes
from dutygraph.graph.codes import Role, TimingKind
from dutygraph.graph.plan import Timing


def lines_of(data):
    text = data.decode("utf-8")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def events(data):
    """Parse strictly: every line is a property, begin and end are paired."""
    found = []
    inside = []
    for line in lines_of(data):
        name, value = re.fullmatch(r"([A-Z]+(?:;[A-Z]+=[^:;]+)*):(.*)", line).groups()
        if name == "BEGIN":
            inside.append(value)
            if value == "VEVENT":
                found.append({})
        elif name == "END":
            assert inside.pop() == value
        elif inside[-1] == "VEVENT":
            assert name not in found[-1]
            found[-1][name] = value
    assert inside == []
    return found


def timed(*timing, year=2022):
    plan = plan_of([[("甲局", Role.LEAD), ("乙局", Role.SUPPORT)]])
    first = replace(plan.requirements[0], timing=timing)
    return replace(plan, year=year, requirements=(first,))


def test_a_deadline_stands_on_its_last_day():
    dates = {
        "2022-10-15": "20221015",
        "2022-02": "20220228",
        "2024-02": "20240229",
        "2022": "20221231",
    }
    for date, day in dates.items():
        plan = timed(Timing(TimingKind.DEADLINE, "月底前", SPAN, date=date))
        (event,) = events(calendar_bytes([plan], "zh"))
        assert event["DTSTART;VALUE=DATE"] == day
        assert "RRULE" not in event


def test_a_day_named_twice_is_one_reminder_with_both_wordings():
    plan = timed(
        Timing(TimingKind.DEADLINE, "年底前", SPAN, date="2022"),
        Timing(TimingKind.DEADLINE, "2022年12月底前", SPAN, date="2022-12"),
        Timing(TimingKind.DEADLINE, "6月底前", SPAN, date="2022-06"),
    )
    last, first = events(calendar_bytes([plan], "zh"))
    assert last["DTSTART;VALUE=DATE"] == "20221231"
    assert (
        "年底前（截止 2022-12-31）\\n时限：2022年12月底前（截止 2022-12-31）" in last["DESCRIPTION"]
    )
    assert first["DTSTART;VALUE=DATE"] == "20220630"


def test_a_day_that_no_calendar_has_gives_no_reminder():
    plan = timed(Timing(TimingKind.DEADLINE, "2月30日前", SPAN, date="2022-02-30"))
    assert events(calendar_bytes([plan], "zh")) == []


def test_a_recurring_duty_stands_at_the_end_of_each_period_and_says_so():
    plan = timed(Timing(TimingKind.RECURRENCE, "每季度", SPAN, period="P3M"))
    (event,) = events(calendar_bytes([plan], "zh"))
    assert event["DTSTART;VALUE=DATE"] == "20220331"
    assert event["RRULE"] == "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;UNTIL=20221231"
    assert "原文没有写具体日子" in event["DESCRIPTION"]
    assert event["SUMMARY"].startswith("第1条（甲局）")


def test_what_has_no_day_is_left_out():
    without = (
        Timing(TimingKind.VAGUE, "及时", SPAN),
        Timing(TimingKind.RECURRENCE, "每日", SPAN, period="P1D"),
        Timing(TimingKind.DEADLINE, "尽快", SPAN),
    )
    assert events(calendar_bytes([timed(*without)], "zh")) == []
    quarterly = Timing(TimingKind.RECURRENCE, "每季度", SPAN, period="P3M")
    assert events(calendar_bytes([timed(quarterly, year=None)], "zh")) == []


def test_the_example_gives_its_four_recurring_duties(plan):
    found = events(calendar_bytes([plan], "zh"))
    assert [event["SUMMARY"].partition("条")[0] for event in found] == [
        "第24",
        "第24",
        "第37",
        "第38",
    ]
    assert len({event["UID"] for event in found}) == 4


def test_lines_are_folded_between_characters_and_at_75_octets(plan):
    for line in calendar_bytes([plan], "zh").split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")


def test_hostile_texts_stay_texts():
    plan = hostile_plan()
    timing = (Timing(TimingKind.DEADLINE, "END:VEVENT\r\nX:1", SPAN, date="2022-10-01"),)
    first = replace(plan.requirements[0], text="a;b,c\\d\r\nEND:VCALENDAR", timing=timing)
    (event,) = events(calendar_bytes([replace(plan, requirements=(first,))], "en"))
    assert "a\\;b\\,c\\\\d\\nEND:VCALENDAR" in event["DESCRIPTION"]


def test_the_same_plan_gives_the_same_bytes(plan):
    assert calendar_bytes([plan], "zh") == calendar_bytes([plan], "zh")
