"""Ways of offices to word a communiqué by which a figure could be taken for another thing or another year."""

from __future__ import annotations

from milepost.observations.importers import communique
from milepost.observations.importing import ImportOptions

CHINESE = "青岚县2023年国民经济和社会发展统计公报\n\n"


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
