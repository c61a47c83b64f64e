"""One code has several names of regions, or one name several codes.

## 查什么
同一区划代码配了不同的地区名称，或同一名称配了不同代码；全称与简称（塔城市与塔城）不算。

## 为什么要紧
代码和名称对不上，数据就会记到别的地区名下；区划调整后新旧代码混用，序列会断成两截。

## What it checks
One code of a region stands beside different names, or one name beside different codes. A name and its short form count
as one.

## Why it matters
If code and name do not agree, data go to the wrong region; old and new codes side by side break a series in two.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.observations.inspection import DataFault, Dataset

RULE = Rule(
    code="OB23",
    name="region-named-variously",
    severity="warning",
    title=Words("地区代码与名称不一致", "codes and names of regions disagree"),
    advice=Words("按现行区划代码统一。", "Use the present codes throughout."),
)


def find(dataset: Dataset) -> Iterator[DataFault]:
    """A row for each of the names or codes."""
    named = dataset.rows.filter(polars.col("region_name").fill_null("").str.strip_chars() != "").with_columns(
        called=polars.col("region_name").str.strip_chars()
    )
    pairs = named.unique(["region", "called"], keep="first", maintain_order=True)
    for of, other in (("region", "called"), ("called", "region")):
        several = pairs.filter(polars.col(other).n_unique().over(of) > 1)
        for (key,), rows in several.group_by(of, maintain_order=True):
            words = [str(each) for each in rows[other]]
            if of == "region" and _are_forms_of_one(words):
                continue
            said = Words("、".join(inner(word) for word in words), ", ".join(quoted(word) for word in words))
            message = _codes_differ(str(key), said) if of == "called" else _names_differ(str(key), said)
            yield DataFault(message, tuple(rows["row"]), about=("region", of, str(key)))


def _names_differ(code: str, names: Words) -> Words:
    return Words(f"代码{inner(code)}有多个名称：{names.zh}", f"code {quoted(code)} has other names: {names.en}")


def _codes_differ(name: str, codes: Words) -> Words:
    return Words(f"“{inner(name)}”有不同代码：{codes.zh}", f"{quoted(name)} has several codes: {codes.en}")


def _are_forms_of_one(words: list[str]) -> bool:
    """Whether each name is a part of the longest, as a short form is."""
    longest = max(words, key=len)
    return all(word.casefold() in longest.casefold() for word in words)


PLAN = ""
FINDS = [
    """\
indicator,region,region_name,period_kind,period,value,unit,x
地区生产总值,654201,塔城市,year,2023,130.2,亿元,x
地区生产总值,654201,乌苏市,year,2024,138.2,亿元,x
地区生产总值,654202,沙湾市,year,2024,238.2,亿元,
""",
]
PASSES = [
    """\
indicator,region,region_name,period_kind,period,value,unit
地区生产总值,654201,塔城市,year,2023,130.2,亿元
地区生产总值,654201,塔城,year,2024,138.2,亿元
""",
    """\
indicator,region,region_name,period_kind,period,value,unit
GDP,D1,North,year,2023,130.2,million EUR
GDP,D2,,year,2023,130.2,million EUR
GDP,D3,South,year,2024,138.2,million EUR
""",
]
