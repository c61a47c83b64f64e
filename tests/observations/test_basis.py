"""What is read from a text on 口径, and when two bases are known to differ."""

from __future__ import annotations

import polars
import pytest
from hypothesis import given
from hypothesis import strategies as some

from milepost.languages.table import LANGUAGES, series_words_of
from milepost.observations.basis import (
    BASIS_DIMENSIONS,
    STATED,
    basis_codes,
    basis_of_name,
    basis_words,
    compare,
    dimension_of,
)
from milepost.observations.series import may_grow, series_key, with_basis
from milepost.plans.concepts.model import BASES
from milepost.plans.concepts.table import concepts

CODES = sorted(code for name, each in BASIS_DIMENSIONS.items() if name != STATED for code in each.codes)
DETAILED = ["constant_prices:2020", "constant_prices:2015", "index:2015", "threshold:5000000", "threshold:20000000"]
SINGLE = [code for code in CODES if code not in ("threshold", "index")] + DETAILED
BASIS = some.frozensets(some.sampled_from(SINGLE), max_size=5)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("当年价", {"current_prices"}),
        ("按可比价格计算", {"constant_prices"}),
        ("以2020年价格计算", {"constant_prices:2020"}),
        ("2015年不变价", {"constant_prices:2015"}),
        ("上年=100", {"index_previous_year"}),
        ("不含兵团", {"without_corps"}),
        ("含生产建设兵团", {"with_corps"}),
        ("计划总投资500万元及以上", {"threshold:5000000"}),
        ("不含农户", {"without_rural_households"}),
        ("年末常住人口", {"year_end", "resident_population"}),
        ("户籍口径", {"registered_population"}),
        ("第七次全国人口普查", {"census"}),
        ("同口径，扣除留抵退税因素后", {"same_coverage", "without_tax_refunds"}),
        ("市辖区", {"city_proper"}),
        ("at constant 2015 prices", {"constant_prices:2015"}),
        ("current US$", {"current_prices"}),
        ("chain-linked volumes (2010)", {"constant_prices:2010"}),
        ("enterprises above designated size", {"above_scale"}),
        ("excluding XPCC", {"without_corps"}),
        ("purchasing power standards", {"purchasing_power"}),
        ("第四次经济普查修订", {"stated:第四次经济普查修订"}),
        ("whatever they like", {"stated:whatever they like"}),
        ("", set()),
        (None, set()),
    ],
)
def test_a_text_states_its_basis(text: str | None, codes: set[str]) -> None:
    """Words on prices, coverage and population become codes, in both languages; what is not known is kept."""
    assert basis_codes(text) == codes


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("规模以上工业增加值", {"above_scale"}),
        ("常住人口城镇化率", {"resident_population"}),
        ("固定资产投资（不含农户）", {"without_rural_households"}),
        ("实际利用外资", set()),
        ("全社会研发经费投入", set()),
        ("地区生产总值年均增长", set()),
        ("Registered population", {"registered_population"}),
    ],
)
def test_a_name_states_its_basis(name: str, codes: set[str]) -> None:
    """The name of an indicator states a basis only by words that can mean nothing else in a name."""
    assert basis_of_name(name) == codes


def test_every_code_has_one_dimension_and_the_table_of_concepts_uses_no_other() -> None:
    """A code stands in one dimension, and every basis that a concept usually has is in the table of dimensions."""
    listed = [code for each in BASIS_DIMENSIONS.values() for code in each.codes]
    assert len(listed) == len(set(listed))
    used = {code for each in concepts().values() for code in each.basis} | set(BASES)
    assert {code for code in used if dimension_of(code) is None} == set()


def test_every_pattern_of_a_language_yields_a_code_of_the_table() -> None:
    """What a language's words state is a code that the table of dimensions has."""
    stated = {code for language in LANGUAGES for code, _ in series_words_of(language).bases}
    assert {code for code in stated if dimension_of(code) is None} == set()


@pytest.mark.parametrize("code", SINGLE)
def test_a_basis_in_words_is_read_back(code: str) -> None:
    """The words for a code, in Chinese and in English, are read as that code and nothing else."""
    words = basis_words([code])
    assert basis_codes(words.zh) == {code}
    assert basis_codes(words.en) == {code}


@given(BASIS, BASIS)
def test_a_comparison_has_no_side(ours: frozenset[str], theirs: frozenset[str]) -> None:
    """Which of two bases is asked for makes no difference, and a basis never differs from itself."""
    assert compare(ours, theirs) == compare(theirs, ours)
    assert compare(ours, ours) == "same"


@given(BASIS)
def test_silence_is_never_a_difference(basis: frozenset[str]) -> None:
    """Against nothing stated a basis is at most doubtful."""
    assert compare(basis, frozenset()) in ("same", "unknown")


@pytest.mark.parametrize(
    ("ours", "theirs", "answer"),
    [
        ("当年价", "可比价", "differs"),
        ("2015年不变价", "2020年不变价", "differs"),
        ("2015年不变价", "不变价", "same"),
        ("户籍人口", "常住人口", "differs"),
        ("含兵团", "不含兵团", "differs"),
        ("不含兵团", "", "unknown"),
        ("500万元及以上", "计划总投资50万元及以上", "differs"),
        ("500万元及以上", "不含农户", "same"),
        ("年末", "", "same"),
        ("县级资料", "公报", "unknown"),
        ("规模以上", "限额以上", "differs"),
    ],
)
def test_bases_differ_only_when_both_say_so(ours: str, theirs: str, answer: str) -> None:
    """Codes of one dimension that exclude each other differ; silence and words not known leave a doubt."""
    assert compare(basis_codes(ours), basis_codes(theirs)) == answer


@given(some.text(max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    """Any text gives codes of known dimensions, and the same ones each time."""
    found = basis_codes(text)
    assert all(dimension_of(code) for code in found)
    assert found == basis_codes(text)


def test_two_bases_never_form_one_series() -> None:
    """Rows of one name, region and unit fall into as many series as they have bases; the usual one may be silent."""
    rows = polars.DataFrame(
        {
            "indicator": ["地区生产总值"] * 5,
            "region": ["654200"] * 5,
            "unit": ["亿元"] * 5,
            "base_unit": ["CNY"] * 5,
            "basis": ["当年价", None, "2020年可比价", "当年价，不含兵团", "现价"],
        }
    )
    assert series_key(rows).to_list() == [0, 0, 1, 2, 0]
    assert with_basis(with_basis(rows)).equals(with_basis(rows))


def test_real_growth_never_comes_from_levels_at_current_prices() -> None:
    """For output and intensities only levels at constant prices will do; quantities and revenue grow as they are."""
    current, constant, silent = basis_codes("当年价"), basis_codes("2020年不变价"), basis_codes(None)
    for identity in ("gdp", "gdp_growth", "energy_intensity", "labour_productivity", "large_industry_value_added"):
        assert [may_grow(identity, each).allowed for each in (current, constant, silent)] == [False, True, False]
        assert may_grow(identity, current).why != may_grow(identity, silent).why is not None
    for identity in ("grain_output", "public_budget_revenue", "resident_population"):
        assert may_grow(identity, current) == (True, None)
    unknown = [may_grow(None, silent, unit).allowed for unit in ("CNY", "CNY/person", "t", None)]
    assert unknown == [False, False, True, False]
    assert not may_grow("grain_output", basis_codes("上年=100")).allowed
