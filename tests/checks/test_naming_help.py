"""What the rules on names and words share: mixtures, standing names, own divisions, phrases searched from behind."""

from __future__ import annotations

import re

from checks_support import plan_of_case
from milepost.checks.inspection import Inspection
from milepost.checks.mixed_spellings import SHOWN, mixtures
from milepost.checks.official_names import mentions, own_divisions
from milepost.checks.phrases import with_word_before
from milepost.checks.standing_names import standing_names
from milepost.kernel.span import Span
from milepost.languages.naming_words import Spelling, Spellings

REGION = "塔城地区国民经济和社会发展第十四个五年规划纲要\n第一章  布局\n"
WAYS = Spellings("千米", "kilometres", tuple(Spelling(way, re.compile(way)) for way in ("公里", "千米", "km")))


def inspection_of(text: str) -> Inspection:
    """An inspection of a small text."""
    return Inspection.of(plan_of_case(text))


def test_a_thing_written_one_way_is_no_mixture() -> None:
    """A document that keeps to one way, or does not speak of the thing, mixes nothing."""
    assert list(mixtures("5公里、3公里", [WAYS])) == []
    assert list(mixtures("", [WAYS])) == []


def test_a_mixture_shows_the_rarer_ways_and_one_of_the_commonest() -> None:
    """The places are those of the rarer ways in order, not more than a reader can take, then one of the commonest."""
    (found,) = mixtures("1km、2公里、3千米、4公里", [WAYS])
    assert found.counts == (("公里", 2), ("千米", 1), ("km", 1)) or found.counts == (
        ("公里", 2),
        ("km", 1),
        ("千米", 1),
    )
    assert found.places == (Span(1, 3), Span(9, 11), Span(5, 7))
    (many,) = mixtures("千米" * 40 + "公里" * 41, [WAYS])
    assert len(many.places) == SHOWN + 1


def test_names_of_bodies_stand_alone_or_are_left_out() -> None:
    """A name inside a longer one, or the beginning of another word, does not stand alone."""
    inspection = inspection_of("# 实施\n由地区发展委牵头，市旅游发展委、发展委员配合，农村局面好转。\n")
    found = list(standing_names(inspection, ("发展委", "农村局")))
    assert [name for name, _ in found] == ["发展委"]
    assert [place.of(inspection.text) for _, place in found] == ["发展委"]
    assert list(standing_names(inspection, ())) == []


def test_the_longest_name_that_ends_at_a_place_is_the_one() -> None:
    """Of two names with one end the longer is meant."""
    inspection = inspection_of("# 实施\n由市食品药品监督管理局牵头。\n")
    found = standing_names(inspection, ("监督管理局", "食品药品监督管理局"))
    assert [name for name, _ in found] == ["食品药品监督管理局"]


def test_own_divisions_are_the_region_and_its_parts() -> None:
    """The region of the plan comes first; a plan without a known region has none."""
    assert [each.name for each in own_divisions(inspection_of(REGION + "抓好落实。\n"))][:3] == [
        "塔城地区",
        "塔城市",
        "乌苏市",
    ]
    assert own_divisions(inspection_of("# 布局\n抓好落实。\n")) == []


def test_mentions_leave_out_other_words_and_old_names() -> None:
    """A name that begins another word, or is told as an old one, is no mention."""
    inspection = inspection_of(REGION + "塔城市场繁荣，原塔城市园区并入塔城市。\n")
    assert len(list(mentions(inspection, "塔城市"))) == 1


def test_a_phrase_reaches_back_over_chinese_letters_only() -> None:
    """Signs, digits and Latin letters end a phrase, and so does the greatest length."""
    assert with_word_before("ab，中草药深", Span(6, 7)) == Span(3, 7)
    assert with_word_before("all of the.", Span(7, 11)) == Span(7, 11)
    assert with_word_before("一二三四五六七", Span(6, 7), longest=3) == Span(4, 7)
