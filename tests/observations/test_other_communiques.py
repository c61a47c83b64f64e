"""Ways of offices to word a communiqué by which a figure could be taken for another thing or another year."""

from __future__ import annotations

from time import perf_counter

from milepost.languages.english.subjects import clean_subject
from milepost.observations.importers import communique
from milepost.observations.importing import ImportOptions

CHINESE = "青岚县2023年国民经济和社会发展统计公报\n\n"
ENGLISH = "Statistical Bulletin of Kivu District on Social and Economic Development in 2024\n\n"


def rows(text: str) -> list[tuple[object, ...]]:
    """Name, year, value, unit and growth of what is read."""
    read = communique.read(text.encode(), "a.txt", ImportOptions(region="1"))
    return read.rows.select("indicator", "period", "value", "unit", "growth_percent").rows()


def test_how_many_more_there_are_than_a_year_before_is_no_number_of_them() -> None:
    """比上年净增9家 is a change of the number before it; 新增9家 without the year before is a number of its own."""
    assert rows(CHINESE + "年末规模以上工业企业126家，比上年净增9家。") == [
        ("规模以上工业企业", "2023", 126.0, "家", None)
    ]


def test_a_value_of_years_ago_is_not_taken_for_this_year() -> None:
    """Of what has grown from one year to another the value of the communiqué's year is read."""
    text = CHINESE + "一般公共预算收入从2019年的6.2亿元增加到2023年的9.35亿元，年均增长10.8%。"
    assert rows(text) == [("一般公共预算收入", "2023", 9.35, "亿元", None)]


def test_brackets_give_neither_time_nor_name() -> None:
    """The year of a figure in brackets is that figure's own."""
    text = ENGLISH + "Maize output was 31,200 tonnes (29,800 tonnes in 2023), an increase of 4.7 percent."
    assert rows(text) == [("Maize output", "2024", 31200.0, "tonnes", 4.7)]


def test_shares_of_one_whole_are_named_by_it() -> None:
    """A accounted for x of W, B for y and C for z: three shares of W, whatever the sentence before was about."""
    text = (
        "Preliminary estimates put the gross domestic product at 812.4 million dollars. Agriculture accounted for "
        "28.4 per cent of GDP, industry for 21.6 per cent and services for 50.0 per cent."
    )
    assert [row[:3] for row in rows(ENGLISH + text)] == [
        ("Gross domestic product", "2024", 812.4),
        ("Share of Agriculture in GDP", "2024", 28.4),
        ("Share of industry in GDP", "2024", 21.6),
        ("Share of services in GDP", "2024", 50.0),
    ]


def test_what_a_change_brings_a_rate_to_is_the_rate() -> None:
    """The rate is named by itself, without what brought it there."""
    text = "A new line was joined up in the north of the district, bringing the access rate to 61.3%."
    assert [row[:3] for row in rows(ENGLISH + text)] == [("Access rate", "2024", 61.3)]


def test_runs_of_signs_do_not_hold_up_the_reading_of_names() -> None:
    """Signs and words without end, as in what is no text at all, are read through in no time."""
    begun = perf_counter()
    for words in ('"(' * 3000 + "x", "1" + " (" * 3000 + "2020", "x " + "will " * 3000 + "q", "in 2020 " * 3000 + "q"):
        clean_subject(words)
    assert perf_counter() - begun < 3
