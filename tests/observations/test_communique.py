"""Statistical communiqués: from sentences and tables to rows of observations."""

from __future__ import annotations

import random
from pathlib import Path

import polars
import pytest

from milepost.kernel.errors import MilepostError, ReadError
from milepost.observations.files import importer_of
from milepost.observations.importers import communique
from milepost.observations.importing import Imported, ImportOptions
from milepost.observations.validating import validated

HERE = Path(__file__).parent
HEAD = "青岚县2024年国民经济和社会发展统计公报\n青岚县统计局\n2025年4月3日\n一、综合\n"
ENGLISH = "Statistical Communiqué on the 2024 Economic and Social Development of Ngara District\n12 March 2025\n\n"


def read(text: str, **options: object) -> Imported:
    """What the importer makes of a text."""
    known = ImportOptions(**{"region": "X", **options})  # type: ignore[arg-type]
    return communique.read(text.encode(), "report.txt", known)


def rows(sentence: str) -> list[tuple[str, str, float, str | None, float | None]]:
    """Indicator, period, value, unit and growth of each row that a Chinese sentence gives."""
    return _short(read(HEAD + sentence))


def english(sentence: str) -> list[tuple[str, str, float, str | None, float | None]]:
    """The same of an English sentence."""
    return _short(read(ENGLISH + sentence))


def _short(imported: Imported) -> list[tuple[str, str, float, str | None, float | None]]:
    return imported.rows.select("indicator", "period", "value", "unit", "growth_percent").rows()


def test_growth_on_the_year_before_stands_with_its_level() -> None:
    """比上年增长 and 下降 become the growth of the level in front of them, never a level."""
    assert rows("全年粮食产量24.86万吨，比上年增长1.9%；油料产量0.41万吨，下降3.2%。") == [
        ("粮食产量", "2024", 24.86, "万吨", 1.9),
        ("油料产量", "2024", 0.41, "万吨", -3.2),
    ]


def test_no_change_is_a_growth_of_zero_but_hardly_any_is_a_note() -> None:
    """与上年持平 is 0; 基本持平 is no number."""
    read_rows = read(HEAD + "生猪出栏27.6万头，与上年持平；牛出栏2.1万头，与上年基本持平。").rows
    assert read_rows["growth_percent"].to_list() == [0.0, None]
    assert read_rows["note"].to_list() == [None, "与上年基本持平"]


def test_growth_without_a_level_is_a_row_of_the_growth() -> None:
    """A growth of something whose level is not told is named as a growth, in per cent."""
    assert rows("规模以上工业增加值比上年增长8.1%。全年居民消费价格上涨0.3%。") == [
        ("规模以上工业增加值增长", "2024", 8.1, "%", None),
        ("居民消费价格上涨", "2024", 0.3, "%", None),
    ]


def test_parts_take_over_what_is_measured() -> None:
    """其中 and 分…看 begin parts, which are named by their whole."""
    assert [row[0] for row in rows("粮食产量24.9万吨。其中：小麦9.1万吨，玉米13.1万吨。")] == [
        "粮食产量",
        "小麦产量",
        "玉米产量",
    ]
    assert [row[0] for row in rows("固定资产投资增长9.7%。分产业看，第一产业增长1.2%；第二产业下降3%。")] == [
        "固定资产投资增长",
        "第一产业投资增长",
        "第二产业投资增长",
    ]
    assert [row[0] for row in rows("全年货物进出口总额1.85亿元。其中，出口1.62亿元、进口0.23亿元。")] == [
        "货物进出口总额",
        "出口总额",
        "进口总额",
    ]


def test_parts_of_two_populations_differ_in_their_basis() -> None:
    """城镇人口 of the registered and of the resident population are two series."""
    read_rows = read(
        HEAD + "年末户籍总人口38.3万人，其中城镇人口14.1万人。常住人口35.6万人，其中城镇人口18.9万人。"
    ).rows
    towns = read_rows.filter(polars.col("indicator") == "城镇人口")
    assert towns.select("value", "basis").rows() == [(14.1, "户籍"), (18.9, "常住")]


def test_a_structure_gives_three_shares_for_each_year() -> None:
    """三次产业结构 with the year before's gives six rows."""
    found = rows("三次产业结构由上年的20.9∶32.1∶47.0调整为20.5∶32.9∶46.6。")
    assert [(period, value) for _, period, value, _, _ in found] == [
        ("2023", 20.9), ("2023", 32.1), ("2023", 47.0), ("2024", 20.5), ("2024", 32.9), ("2024", 46.6),
    ]  # fmt: skip
    assert found[0][0] == "第一产业增加值占地区生产总值比重"


def test_shares_bear_the_name_of_part_and_whole() -> None:
    """占…比重 is a share of its own name, with the figure before it as its part."""
    assert rows("税收收入5.48亿元，占一般公共预算收入的56.1%。")[1] == (
        "税收收入占一般公共预算收入比重", "2024", 56.1, "%", None,
    )  # fmt: skip


def test_figures_are_dealt_out_to_the_names_before_them() -> None:
    """分别 gives each name of a list its figure, and a second list goes on with the same names."""
    assert rows("城镇、农村居民人均可支配收入分别为36512元和18977元，分别增长4.9%和7.1%。") == [
        ("城镇居民人均可支配收入", "2024", 36512.0, "元", 4.9),
        ("农村居民人均可支配收入", "2024", 18977.0, "元", 7.1),
    ]


def test_a_list_that_does_not_pair_up_is_told_and_not_guessed() -> None:
    """Three figures for two names are unread."""
    imported = read(HEAD + "猪肉、牛肉产量分别为1.2万吨、0.4万吨、0.3万吨。")
    assert imported.rows.height == 0
    assert [note.en.split(":")[0] for note in imported.notes] == ["unread"] * 3


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("一季度，粮食产量5万吨。", "2024-Q1"),
        ("上半年，粮食产量5万吨。", "2024-H1"),
        ("前三季度，粮食产量5万吨。", "2024-09"),
        ("1—9月，粮食产量5万吨。", "2024-09"),
        ("12月份，粮食产量5万吨。", "2024-12"),
        ("年末粮食产量5万吨。", "2024"),
        ("2022年粮食产量5万吨。", "2022"),
    ],
)
def test_periods_are_those_that_the_text_says(sentence: str, period: str) -> None:
    """A quarter, a half, a year to date, a month and a year are told apart; the end of the year is the year."""
    assert [row[1] for row in rows(sentence)] == [period]


def test_a_title_of_a_part_of_the_year_gives_the_period() -> None:
    """A report on the first quarter gives quarters where nothing else is said."""
    imported = read("青岚县2025年一季度经济运行情况\n全县实现地区生产总值56.8亿元，增长4.6%。")
    assert imported.rows.select("period_kind", "period", "growth_percent").row(0) == ("quarter", "2025-Q1", 4.6)


@pytest.mark.parametrize(
    "sentence",
    [
        "城镇化率提高1.02个百分点。",
        "粮食产量比上年增加0.4万吨。",
        "“十三五”时期粮食产量年均增长2.1%。",
        "与2020年相比，粮食产量两年平均增长2.5%。",
        "二季度粮食产量环比增长1.8%。",
        "完成全年目标的104.0%。",
        "经济总量居全省第3位。",
        "拉动经济增长1.4个百分点。",
    ],
)
def test_what_is_no_observation_of_the_year_makes_no_row(sentence: str) -> None:
    """Points, amounts of change, averages of years, progress, ranks and contributions are no rows."""
    imported = read(HEAD + sentence)
    assert imported.rows.height == 0
    assert not any(note.en.startswith("unread") for note in imported.notes)


def test_bounds_doubts_and_preliminary_figures_are_marked() -> None:
    """超过 is a lower bound, 不足 an upper one, 约 a doubt, 初步核算 preliminary."""
    text = HEAD + "初步核算，地区生产总值186.4亿元。贷款余额超过160亿元。存款余额不足90亿元。游客约30万人次。"
    found = read(text).rows.select("bound", "confidence", "status").rows()
    assert found == [
        ("exact", None, "preliminary"),
        ("at_least", None, None),
        ("at_most", None, None),
        ("exact", "medium", None),
    ]


def test_a_falling_rate_is_negative_and_marks_of_footnotes_are_no_figures() -> None:
    """-1.63‰ keeps its sign; [1] and ② say nothing."""
    assert rows("地区生产总值[1]186.42亿元②，人口自然增长率为-1.63‰。") == [
        ("地区生产总值", "2024", 186.42, "亿元", None),
        ("人口自然增长率", "2024", -1.63, "‰", None),
    ]


def test_nominal_growth_belongs_to_the_level_and_real_growth_stands_alone() -> None:
    """名义增长 is the growth of a level in money; 实际增长 has its own row."""
    assert rows("居民人均可支配收入26840元，比上年名义增长6.0%，扣除价格因素，实际增长5.7%。") == [
        ("居民人均可支配收入", "2024", 26840.0, "元", 6.0),
        ("居民人均可支配收入实际增长", "2024", 5.7, "%", None),
    ]


def test_figures_of_a_region_above_are_left_out() -> None:
    """全省 in the communiqué of a county speaks of another region."""
    imported = communique.read((HEAD + "全省粮食产量500万吨。全县粮食产量5万吨。").encode(), "a.txt", ImportOptions())
    assert imported.rows.select("region", "value").rows() == [("青岚县", 5.0)]
    assert any("全省" in note.zh for note in imported.notes)


def test_a_part_of_the_region_gets_its_own_code() -> None:
    """A county named in the communiqué of its prefecture is the region of that figure, and not of its name."""
    text = "塔城地区2024年国民经济和社会发展统计公报\n全年粮食产量240万吨，其中沙湾市粮食产量60万吨。"
    imported = communique.read(text.encode(), "a.txt", ImportOptions())
    assert imported.rows.select("indicator", "region", "value").rows() == [
        ("粮食产量", "654200", 240.0),
        ("粮食产量", "654203", 60.0),
    ]


def test_source_and_day_of_publication_are_read() -> None:
    """The title with who published it is the source, the date under it the vintage."""
    row = read(HEAD + "粮食产量5万吨。").rows.row(0, named=True)
    assert row["source"] == "青岚县2024年国民经济和社会发展统计公报（青岚县统计局）"
    assert (row["vintage"], row["source_kind"]) == ("2025-04-03", "official")


def test_two_values_for_one_name_keep_the_first_and_tell_the_second() -> None:
    """A name that stands twice is no error of the file; a figure rounded twice is one."""
    imported = read(HEAD + "粮食产量5.02万吨。粮食产量50200吨。粮食产量9万吨。")
    assert _short(imported) == [("粮食产量", "2024", 5.02, "万吨", None)]
    assert "9 万吨 is not read" in imported.notes[-1].en


def test_tables_give_levels_growth_and_shares() -> None:
    """指标, 绝对数, 比上年增长, 比重: rows are made whole by the row that they are a part of."""
    table = "| 指标 | 绝对数（亿元） | 比上年增长（%） | 比重（%） |\n|---|---|---|---|\n"
    table += "| 地区生产总值 | 100.0 | 5.8 | 100 |\n"
    table += "| 第一产业 | 20.5 | 4.6 | 20.5 |\n| #工业 | 30 | — | 30.0 |\n"
    assert rows("\n表1 2024年地区生产总值\n\n" + table) == [
        ("地区生产总值", "2024", 100.0, "亿元", 5.8),
        ("第一产业增加值", "2024", 20.5, "亿元", 4.6),
        ("第一产业增加值占地区生产总值比重", "2024", 20.5, "%", None),
        ("工业增加值", "2024", 30.0, "亿元", None),
        ("工业增加值占地区生产总值比重", "2024", 30.0, "%", None),
    ]


def test_a_column_for_each_year_keeps_its_year() -> None:
    """2024年 and 2023年 are two periods; the growth belongs to the later one."""
    table = "| 指标 | 2023年 | 2024年 | 增长（%） |\n|---|---|---|---|\n| 粮食产量（万吨） | 24.4 | 24.9 | 1.9 |\n"
    assert rows("\n" + table) == [
        ("粮食产量", "2023", 24.4, "万吨", None),
        ("粮食产量", "2024", 24.9, "万吨", 1.9),
    ]


def test_of_a_work_report_only_the_past_is_read() -> None:
    """A government's report on its work is about the year before; what it plans is no observation."""
    text = (
        "2025年青岚县政府工作报告\n一、2024年工作回顾\n全县地区生产总值增长5.8%，粮食产量24.9万吨，出台惠企政策12条。\n"
        "二、2025年工作安排\n地区生产总值增长6%左右，粮食产量25万吨。\n"
    )
    assert _short(read(text)) == [
        ("地区生产总值增长", "2024", 5.8, "%", None),
        ("粮食产量", "2024", 24.9, "万吨", None),
    ]


def test_english_levels_carry_their_growth() -> None:
    """Up by, down by and an increase of belong to the level before; that of takes its noun over."""
    text = (
        "The value added of the primary industry was 876.9 billion yuan, up by 2.7 percent year-on-year; that of the "
        "secondary industry was 8,234.6 billion yuan, an increase of 6.1 percent. Grain output fell by 2.3 percent."
    )
    assert english(text) == [
        ("Value added of the primary industry", "2024", 876.9, "billion yuan", 2.7),
        ("Value added of the secondary industry", "2024", 8234.6, "billion yuan", 6.1),
        ("Grain output growth", "2024", -2.3, "%", None),
    ]


def test_english_figures_of_two_years_are_two_rows() -> None:
    """Increased by … to … in 2024 from … in 2023 gives both years."""
    assert english(
        "Maize production increased by 8.6 per cent to 47.6 million bags in 2024 from 43.8 million bags in 2023."
    ) == [
        ("Maize production", "2024", 47.6, "million bags", 8.6),
        ("Maize production", "2023", 43.8, "million bags", None),
    ]


def test_english_lists_are_dealt_out() -> None:
    """Respectively gives each member of a list its figure; a list that does not pair up gives none."""
    assert [
        (row[0], row[2])
        for row in english("The output of pork and beef grew by 2.3 percent and 4.1 percent respectively.")
    ] == [
        ("Output of pork growth", 2.3),
        ("Output of beef growth", 4.1),
    ]
    assert english("The output of pork and beef grew by 2.3, 4.1 and 5 percent respectively.") == []


def test_english_points_and_brackets_are_no_rows() -> None:
    """Percentage points and conversions in brackets are left out; the date and title are read."""
    imported = read(
        ENGLISH + "Exports reached 39.6 billion yuan (5.4 billion US dollars), 0.4 percentage points faster."
    )
    assert _short(imported) == [("Exports", "2024", 39.6, "billion yuan", None)]
    assert imported.rows["vintage"][0] == "2025-03-12"


def test_a_whole_communique_is_read_as_a_reader_would() -> None:
    """Two pages with all of this give the rows of the file beside it, and leave no figure unread."""
    content = (HERE / "qinglan-2024.md").read_bytes()
    imported = communique.read(content, "qinglan-2024.md", ImportOptions())
    expected = polars.read_csv(HERE / "qinglan-2024.csv", schema_overrides={"period": polars.String})
    found = imported.rows.select(expected.columns)
    assert found.rows() == expected.rows()
    assert not any(note.en.startswith("unread") for note in imported.notes)
    assert validated(imported).faults == ()


def test_places_are_where_the_values_stand() -> None:
    """Each row's place leads to the characters of its value."""
    text = HEAD + "全年粮食产量24.86万吨。"
    start, end = (int(number) for number in read(text).places[0].removeprefix("characters ").split("–"))
    assert text[start:end] == "24.86万吨"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("青岚县国民经济和社会发展统计公报\n粮食产量5万吨。", "which year"),
        ("2024年国民经济和社会发展统计公报\n粮食产量5万吨。", "which region"),
    ],
)
def test_what_nothing_says_is_asked(text: str, asked: str) -> None:
    """A communiqué without its year or region is refused, and what would settle it is named."""
    with pytest.raises(ReadError, match=asked) as raised:
        communique.read(text.encode(), "a.txt", ImportOptions())
    assert "--" in str(raised.value)


def test_it_is_told_from_tables_of_statistics() -> None:
    """Text with the title of a communiqué is recognised, a table of observations is not."""
    assert importer_of(HEAD.encode(), "a.txt") is importer_of(ENGLISH.encode(), "b.txt")
    assert communique.recognises(HEAD.encode(), "a.txt")
    assert not communique.recognises(b"indicator,region,period_kind,period,value,unit\n", "a.csv")
    assert not communique.recognises(bytes(range(256)), "a.bin")


def test_damaged_text_is_refused_or_read_but_never_breaks() -> None:
    """Whatever is cut, doubled or swapped, the importer gives rows that can be taken, or one clear error."""
    whole = (HERE / "qinglan-2024.md").read_text("utf-8")
    chance = random.Random(20)
    for _ in range(12):
        start, end = sorted(chance.randrange(len(whole)) for _ in range(2))
        text = HEAD + whole[start:end] + "".join(chance.choices("，。；：、（）|%0123456789.-−其中分别占由增长", k=60))
        try:
            imported = read(text)
        except MilepostError:
            continue
        assert len(imported.places) == imported.rows.height
        assert validated(imported).faults == ()


def test_time_grows_with_the_length_only() -> None:
    """Eight times the text is not read in more than a multiple of the time that is nearly eight."""
    from time import perf_counter

    whole = (HERE / "qinglan-2024.md").read_text("utf-8")
    body = whole.split("## 一、综合")[1].split("注释：")[0]
    spent = []
    for times in (2, 16):
        started = perf_counter()
        read(HEAD + body * times)
        spent.append(perf_counter() - started)
    assert spent[1] < 24 * spent[0]


def test_a_page_of_the_web_gives_the_same_rows() -> None:
    """HTML with a heading, paragraphs and a table reads like plain text."""
    page = (
        "<html><head><title>统计公报</title></head><body><h1>青岚县2024年国民经济和社会发展统计公报</h1>"
        "<p>青岚县统计局</p><p>2025年4月3日</p><p>全年粮食产量24.86万吨，比上年增长1.9%。</p>"
        "<table><tr><th>产品名称</th><th>单位</th><th>产量</th><th>比上年增长（%）</th></tr>"
        "<tr><td>原煤</td><td>万吨</td><td>312.5</td><td>6.2</td></tr></table></body></html>"
    )
    imported = communique.read(page.encode(), "page.html", ImportOptions(region="X"))
    assert imported.rows["vintage"][0] == "2025-04-03"
    assert [(row[0], row[2], row[4]) for row in _short(imported)] == [
        ("粮食产量", 24.86, 1.9),
        ("原煤产量", 312.5, 6.2),
    ]


def test_growth_that_changes_a_rate_is_not_guessed() -> None:
    """提高0.59% of a rate may be points or per cent: it makes no row and no growth."""
    assert rows("广播综合覆盖率92.83%，比上年提高0.59%。") == [("广播综合覆盖率", "2024", 92.83, "%", None)]


def test_a_real_report_of_a_province_is_read(real_plans: Path) -> None:
    """The results part of a real work report gives the year before, for the province, and nothing of the plan."""
    content = (real_plans / "data" / "plans" / "jiangxi-report-2025.docx").read_bytes()
    imported = communique.read(content, "jiangxi.docx", ImportOptions())
    assert set(imported.rows["period"]) == {"2024"}
    found = {row[0]: row[2] for row in _short(imported)}
    assert found["地区生产总值增长"] == 5.1
    assert found["规模以上工业增加值增长"] == 8.5
    assert found["农村居民人均可支配收入增长"] == 6.2
