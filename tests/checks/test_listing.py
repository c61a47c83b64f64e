"""How many members a list has, and where it begins."""

from __future__ import annotations

import pytest

from milepost.checks.listing import closed_at, list_start, members, pieces
from milepost.languages.counting_words import CountingWords
from milepost.languages.table import check_words_of


def _counting() -> CountingWords:
    words = check_words_of("zh").arithmetic.counting
    assert words is not None
    return words


COUNTING = _counting()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("种业、新材料、装备制造", 3, 3),
        ("种业、新材料和装备制造", 2, 3),
        ("托里和乌苏", 1, 2),
        ("“两山（甲、乙）”、“三河”", 2, 2),
        ("新建、改建农村公路", 1, 2),
        ("甲市", 1, 1),
    ],
)
def test_separators_part_members_surely_and_conjunctions_perhaps(text: str, low: int, high: int) -> None:
    """The lowest number counts separators only, the highest conjunctions too; a mere verb is no member."""
    assert members(text, 0, len(text), COUNTING) == (low, high)


def test_brackets_and_quotation_marks_keep_their_separators() -> None:
    """What stands inside brackets or quotation marks is one piece."""
    text = "一核（甲、乙）、“丙、丁”"
    assert [text[a:b] for a, b in pieces(text, 0, len(text), "、")] == ["一核（甲、乙）", "“丙、丁”"]


def test_a_list_begins_behind_the_sign_that_ends_the_clause_before() -> None:
    """Commas inside brackets do not begin the list, an open bracket does."""
    text = "到2025年，建设甲园（一期，二期）、乙园"
    assert text[list_start(text, len(text), COUNTING) :] == "建设甲园（一期，二期）、乙园"
    assert list_start("两屏（甲、乙", 6, COUNTING) == 3


def test_a_bracket_is_closed_in_its_own_line() -> None:
    """The closing bracket of the same depth, none beyond the end of the line."""
    assert closed_at("（甲（乙）丙）", 0) == 6
    assert closed_at("（甲\n）", 0) == -1
