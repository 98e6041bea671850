#!/usr/bin/env python3
"""Writes packages/domain/src/recurrence/rule.vectors.txt: recurrence rules and the days python3-dateutil finds for them.

    python3 packages/domain/scripts/rule-vectors.py           writes the file
    python3 packages/domain/scripts/rule-vectors.py --check   exit 1 when the file is not what would be written

One line a rule and year: rule, year, then the days by month, runs of days with a dash (`01:05,12-14`), parted by
spaces. The first date is 1 January of the year. Rules with few dates stand with all five years, the others with two.
rule.test.ts compares each line and names those on which dateutil is wrong.
"""

import datetime
import pathlib
import random
import sys

import dateutil
from dateutil.rrule import rrulestr

YEARS = range(2024, 2029)
FEW = 30
FILE = pathlib.Path(__file__).parents[1] / "src" / "recurrence" / "rule.vectors.txt"
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
WEEKDAYS = "MO,TU,WE,TH,FR"


def written_rules():
    """Families a committee's plan uses, and the edges of each."""
    for day in (1, 5, 10, 15, 25, 28, 29, 30, 31, -1, -2, -3, -10, -28, -29, -30, -31):
        yield f"FREQ=MONTHLY;BYMONTHDAY={day}"
    for days in ("10,20", "1,15,-1", "31,-31", "5,15,25", "30,-1"):
        yield f"FREQ=MONTHLY;BYMONTHDAY={days}"
    for interval in (2, 3, 4, 5, 6, 7, 11):
        yield f"FREQ=MONTHLY;INTERVAL={interval};BYMONTHDAY=20"
    for months in ("3,6,9,12", "1,4,7,10", "6,12", "2", "12"):
        yield f"FREQ=MONTHLY;BYMONTH={months};BYMONTHDAY=-1"
    for day in DAYS:
        for ordinal in (1, 2, 3, 4, 5, -1, -2, -5):
            yield f"FREQ=MONTHLY;BYDAY={ordinal}{day}"
    for days in ("1MO,3MO", "2TU,-1FR", "5FR,-5FR", "1SA,1SU"):
        yield f"FREQ=MONTHLY;BYDAY={days}"
    for position in (1, 2, 3, 10, 15, 20, 23, -1, -2, -3, -5, "1,-1", "1,11"):
        yield f"FREQ=MONTHLY;BYDAY={WEEKDAYS};BYSETPOS={position}"
    yield f"FREQ=MONTHLY;INTERVAL=3;BYDAY={WEEKDAYS};BYSETPOS=-1"
    yield "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1"
    yield "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR"
    yield "FREQ=MONTHLY;BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=SA"
    yield "FREQ=MONTHLY;BYMONTHDAY=-7,-6,-5,-4,-3,-2,-1;BYDAY=WE"
    yield "FREQ=MONTHLY;BYMONTHDAY=25,26,27;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"
    for day in DAYS:
        yield f"FREQ=WEEKLY;BYDAY={day}"
        yield f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}"
        yield f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day};WKST=SU"
    for interval in (3, 4, 6, 13, 26, 52):
        yield f"FREQ=WEEKLY;INTERVAL={interval};BYDAY=TU,SU"
        yield f"FREQ=WEEKLY;INTERVAL={interval};BYDAY=TU,SU;WKST=SU"
    yield "FREQ=WEEKLY;BYDAY=MO,WE,FR"
    yield "FREQ=WEEKLY;BYMONTH=3,9;BYDAY=WE"
    for date in ((1, 1), (2, 28), (2, 29), (3, 8), (5, 4), (7, 1), (10, 1), (12, 31)):
        yield f"FREQ=YEARLY;BYMONTH={date[0]};BYMONTHDAY={date[1]}"
    yield "FREQ=YEARLY;BYMONTH=2,6,12;BYMONTHDAY=-1"
    yield "FREQ=YEARLY;BYMONTH=4,11;BYMONTHDAY=15,31"
    for ordinal in (1, 2, 3, 4, 5, -1, -5):
        for month, day in ((5, "FR"), (2, "TH"), (10, "SU")):
            yield f"FREQ=YEARLY;BYMONTH={month};BYDAY={ordinal}{day}"
    for ordinal in (1, 2, 10, 20, 26, 52, 53, -1, -2, -52, -53):
        yield f"FREQ=YEARLY;BYDAY={ordinal}MO"
        yield f"FREQ=YEARLY;BYDAY={ordinal}SU"
    yield "FREQ=YEARLY;BYDAY=WE"
    yield "FREQ=YEARLY;BYMONTH=6;BYDAY=TU,TH"
    for days in ("1", "60", "100", "365", "366", "-1", "-60", "-365", "-366", "1,32,60,-1"):
        yield f"FREQ=YEARLY;BYYEARDAY={days}"
    yield "FREQ=YEARLY;BYMONTH=2,3;BYYEARDAY=59,60,61"
    for week in (1, 2, 10, 20, 33, 51, 52, 53, -1, -2, -20):
        yield f"FREQ=YEARLY;BYWEEKNO={week};BYDAY=MO"
        yield f"FREQ=YEARLY;BYWEEKNO={week};BYDAY=TH,SU"
    yield "FREQ=YEARLY;BYWEEKNO=1,26,53;BYDAY=WE;WKST=SU"
    yield "FREQ=YEARLY;BYMONTH=1,12;BYWEEKNO=1,52,53;BYDAY=SA"
    for months in ("1,2,3", "1,2,3,4,5,6", "7,8,9,10,11,12", "10"):
        for position in (1, -1, 5):
            yield f"FREQ=YEARLY;BYMONTH={months};BYDAY={WEEKDAYS};BYSETPOS={position}"
    yield "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=1,15;BYSETPOS=2,-2"
    for interval in (1, 2, 5, 7, 10, 14, 30, 90, 100, 200, 365):
        yield f"FREQ=DAILY;INTERVAL={interval}"
    yield "FREQ=DAILY;BYMONTH=9"
    yield "FREQ=DAILY;BYMONTHDAY=1,-1"
    yield f"FREQ=DAILY;BYMONTH=5,6;BYDAY={WEEKDAYS}"
    yield "FREQ=DAILY;INTERVAL=3;BYDAY=WE"
    for end in ("COUNT=1", "COUNT=4", "COUNT=100", "UNTIL=20260630", "UNTIL=20260101", "UNTIL=20281231"):
        yield f"FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH;{end}"
        yield f"FREQ=MONTHLY;BYDAY=-1FR;{end}"
        yield f"FREQ=DAILY;INTERVAL=40;{end}"


def differing_rules():
    """Rules on which dateutil is known to be wrong; rule.test.ts says why."""
    yield "FREQ=WEEKLY;BYDAY=TH,FR,SA,SU;BYSETPOS=1"
    yield "FREQ=YEARLY;BYWEEKNO=-53;BYDAY=MO,WE"
    yield "FREQ=YEARLY;BYWEEKNO=-52;BYDAY=TU"


def drawn_rules(draw, count):
    """Rules drawn at random from the same grammar."""

    def some(values, most=3):
        return ",".join(str(value) for value in draw.sample(values, draw.randint(1, most)))

    month_days = [*range(1, 32), *range(-31, 0)]
    ordinals = [f"{n}{day}" for n in (1, 2, 3, 4, 5, -1, -2, -3) for day in DAYS]
    for _ in range(count):
        freq = draw.choice(["YEARLY", "YEARLY", "MONTHLY", "MONTHLY", "WEEKLY", "DAILY"])
        parts = [f"FREQ={freq}"]
        if freq != "YEARLY" and draw.random() < 0.4:
            parts.append(f"INTERVAL={draw.randint(2, 11)}")
        if freq == "YEARLY" or draw.random() < 0.4:
            parts.append(f"BYMONTH={some(range(1, 13), 4)}")
        if freq == "WEEKLY":
            parts.append(f"BYDAY={some(DAYS)}")
        elif draw.random() < 0.5:
            parts.append(f"BYMONTHDAY={some(month_days, 4)}")
            if draw.random() < 0.3:
                parts.append(f"BYDAY={some(DAYS, 5)}")
        elif freq == "DAILY":
            parts.append(f"BYDAY={some(DAYS)}")
        else:
            parts.append(f"BYDAY={some(ordinals) if draw.random() < 0.5 else some(DAYS, 5)}")
            if draw.random() < 0.5:
                parts.append(f"BYSETPOS={some([1, 2, 3, 5, -1, -2, -4], 2)}")
        if draw.random() < 0.2:
            parts.append(f"WKST={draw.choice(DAYS)}")
        if draw.random() < 0.15:
            parts.append(f"COUNT={draw.randint(1, 12)}")
        yield ";".join(parts)


def days_of(rule, year):
    days = []
    for moment in rrulestr(rule, dtstart=datetime.datetime(year, 1, 1)):
        if moment.year > year:
            break
        days.append(moment.date())
    return days


def runs(days):
    """[1, 3, 4, 5] as 1,3-5 with two digits each."""
    out = []
    for day in days:
        if out and out[-1][1] == day - 1:
            out[-1][1] = day
        else:
            out.append([day, day])
    return ",".join(f"{a:02}" if a == b else f"{a:02}-{b:02}" for a, b in out)


def line_of(rule, year, days):
    months = sorted({day.month for day in days})
    return " ".join([rule, str(year), *(f"{m:02}:{runs([d.day for d in days if d.month == m])}" for m in months)])


def lines():
    yield f"# made by packages/domain/scripts/rule-vectors.py with python3-dateutil {dateutil.__version__}"
    rules = [*written_rules(), *differing_rules(), *drawn_rules(random.Random(2026), 120)]
    for place, rule in enumerate(dict.fromkeys(rules)):
        by_year = {year: days_of(rule, year) for year in YEARS}
        few = max(len(days) for days in by_year.values()) <= FEW
        years = YEARS if few else (2024 + place % 2 * 4, 2025 + place % 3)
        for year in years:
            yield line_of(rule, year, by_year[year])


text = "\n".join(lines()) + "\n"
if "--check" in sys.argv:
    sys.exit(0 if FILE.read_text("utf-8") == text else f"{FILE.name} is not what this script writes")
FILE.write_text(text, "utf-8")
print(f"{FILE.name}: {text.count(chr(10)) - 1} lines")
