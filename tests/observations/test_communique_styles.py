"""Statistical communiqués in the manners of many offices: names, parts and growths that are easily mistaken."""

from __future__ import annotations

import pytest

from milepost.observations.importers import communique
from milepost.observations.importing import ImportOptions

HEAD = "青岚县2024年国民经济和社会发展统计公报\n青岚县统计局\n2025年4月3日\n"
Row = tuple[str, float, float | None]


def rows(text: str, head: str = HEAD) -> list[Row]:
    """Name, value and growth of each row that a text gives."""
    imported = communique.read((head + text).encode(), "report.txt", ImportOptions(region="X"))
    return imported.rows.select("indicator", "value", "growth_percent").rows()


def test_a_growth_on_the_end_of_the_year_before_belongs_to_the_level() -> None:
    """比上年末 compares; it is not the end of this year."""
    assert rows("年末从业人员12.4万人，比上年末增长1.5%。") == [("从业人员", 12.4, 1.5)]


def test_productivity_in_yuan_grows_though_its_name_ends_like_a_rate() -> None:
    """Only what is measured in per cent changes in points."""
    assert rows("全员劳动生产率为98120元/人，比上年提高4.2%。") == [("全员劳动生产率", 98120, 4.2)]


def test_sectors_of_something_else_than_gdp_are_told_from_those_of_gdp() -> None:
    """第一产业增加值 behind 民营经济增加值 is a part of that."""
    text = "地区生产总值90亿元。其中，第一产业增加值20亿元。民营经济实现增加值40亿元，增长5%。"
    expected = [
        ("地区生产总值", 90, None),
        ("第一产业增加值", 20, None),
        ("民营经济增加值", 40, 5),
        ("民营经济第一产业增加值", 6, None),
    ]
    assert rows(text + "民营经济增加值中，第一产业增加值6亿元。") == expected
    assert rows(text + "其中，第一产业增加值6亿元。") == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县医院有床位300张，县中医院100张。", ["县医院床位", "县中医院床位"]),
        ("文化系统现有职工58人。", ["文化系统职工"]),
        ("卫生技术人员578人。卫生技术人员中本科学历86人，大专学历251人。", None),
        ("全年平均降水量412.6毫米。", ["平均降水量"]),
        ("化学需氧量、氨氮排放量分别下降2%、3%。", ["化学需氧量排放量增长", "氨氮排放量增长"]),
        ("用于教育、医疗卫生的支出分别增长10%、12%。", ["教育支出增长", "医疗卫生支出增长"]),
        ("城镇调查失业率平均值为5.1%。", ["城镇调查失业率平均值"]),
        ("基建占用耕地53.7公顷。", ["基建占用耕地"]),
        ("国民经济全年实现地区生产总值60亿元。", ["地区生产总值"]),
        ("八、教育、文化和体育 年末共有各级各类学校89所。", ["各级各类学校"]),
        ("监测的断面中，达到Ⅲ类标准的比重为90%。", ["监测的断面中达到Ⅲ类标准的比重"]),
        ("达到Ⅳ类水质标准的断面占18%。", ["达到Ⅳ类水质标准的断面占比"]),
    ],
)
def test_names_are_what_is_measured(text: str, names: list[str] | None) -> None:
    """Verbs of having, headings run into the text and words of use are no part of a name; what something is of, is."""
    found = [name for name, _, _ in rows(text)]
    assert found == (names or ["卫生技术人员", "卫生技术人员中本科学历", "卫生技术人员中大专学历"])


def test_the_whole_of_a_share_is_said_once() -> None:
    """第二产业增加值比重 goes on with the whole of the share before it."""
    text = "第一产业增加值占地区生产总值比重为7.3%，第二产业增加值比重为39.9%。"
    assert [name for name, _, _ in rows(text)][1] == "第二产业增加值占地区生产总值比重"


def test_a_new_statement_is_no_part_of_the_last_list() -> None:
    """共有 and 年末 begin anew behind a list of parts."""
    text = "幼儿园65所，其中公办幼儿园12所；共有专任教师411人，其中：小学专任教师192人，年末在校学生6257人。"
    assert [name for name, _, _ in rows(text)] == ["幼儿园", "公办幼儿园", "专任教师", "小学专任教师", "在校学生"]


def test_how_many_rose_is_no_name() -> None:
    """持平的为1个 counts something that is not said."""
    assert rows("价格上涨的城市个数为16个，持平的为1个，下降的为53个。") == [("价格上涨的城市个数", 16, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "大豆面积和产量是95亩和37吨，比上年增长5.1%和4.6%。",
            [("大豆面积", 95, 5.1), ("大豆产量", 37, 4.6)],
        ),
        ("就业人员10万人生产安全事故死亡率2.19。", [("就业人员10万人生产安全事故死亡率", 2.19, None)]),
        ("饮用水达标率和优良水质比例均为98.8%。", [("饮用水达标率", 98.8, None), ("优良水质比例", 98.8, None)]),
        ("3558公里评价河长中，水质优于Ⅲ类的河长为2925公里。", [("水质优于Ⅲ类的河长", 2925, None)]),
        (
            "邮政业务总量33亿元。清水河水质达标的断面占81.4%。",
            [("邮政业务总量", 33, None), ("清水河水质达标的断面占比", 81.4, None)],
        ),
    ],
)
def test_one_figure_for_each_name(text: str, expected: list[Row]) -> None:
    """Joined names get their figures in order, or one for all (均为); a share takes no whole of another sentence."""
    assert rows(text) == expected


def test_the_town_of_a_city_is_no_city() -> None:
    """市区 behind the name of a city is the town."""
    head = "2024年青岚市国民经济和社会发展统计公报\n"
    assert rows("青岚市区噪声达标率为98%。", head)[0][0].startswith(("市区", "青岚市区"))


NGARA = "Statistical Communiqué on the 2024 Economic and Social Development of Ngara District\n12 March 2025\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "GDP grew 5.2 percent year on year to hit 12.6 billion dollars, with the output of cars rising 30 percent.",
            [("GDP", 12.6, 5.2), ("Output of cars growth", 30, None)],
        ),
        (
            "Exports reached 4 million dollars (3 million euros), an increase of 2 million over 2023, up 5 percent.",
            [("Exports", 4, 5)],
        ),
        (
            "Food prices rose 4.4 percent, housing prices 5.7 percent.",
            [("Food prices growth", 4.4, None), ("Housing prices growth", 5.7, None)],
        ),
        ("The growth rate of maize output was 6 percent.", [("Maize output growth", 6, None)]),
        ("The dairy sector saw its milk output exceed 9 million litres.", [("Milk output of dairy sector", 9, None)]),
        ("A total of 12.4 million jobs were created in urban areas.", [("Jobs created in urban areas", 12.4, None)]),
        (
            "Land for roads was 319 hectares. Of this total, that for mines was 119 hectares, for homes, 10 hectares.",
            [
                ("Land for roads", 319, None),
                ("Land for mines", 119, None),
                ("Land for homes", 10, None),
            ],
        ),
        ("This reflects the decrease in fish exports by 14.9%.", [("Fish exports growth", -14.9, None)]),
        ("The Office announced that trade increased by 4%.", [("Trade growth", 4, None)]),
        ("Investment increased by 5.1%, the highest of 2011-2023.", [("Investment growth", 5.1, None)]),
        ("Exports went up by 28.3%, after that of 40.4% in the quarter before.", [("Exports growth", 28.3, None)]),
        ("The sector increased by 3.8%, contributing 8.8% to the total.", [("Sector growth", 3.8, None)]),
        ("The volume of cargo amounted to 1 511.9 million tons.", [("Volume of cargo", 1511.9, None)]),
        ("Retail sales reached 7 million dollars, a 19.8-percent increase.", [("Retail sales", 7, 19.8)]),
        (
            "Output rose 5.9% on the year, led by a 9.9% increase in mining output, while gas output saw a 6.1% fall.",
            [("Output growth", 5.9, None), ("Mining output growth", 9.9, None), ("Gas output growth", -6.1, None)],
        ),
        (
            "Exports increased by +1.1 per cent to the previous quarter and by +5% in comparison with 2023.",
            [("Exports growth", 5, None)],
        ),
        ("On a monthly basis, turnover grew 0.8%.", []),
        ("Output per worker was 1,615 dollars/person, up 5.7% y/y.", [("Output per worker", 1615, 5.7)]),
        ("Trade in July was 60 million dollars, down 6.8% compared to June but up 6.1% y/y.", [("Trade", 60, None)]),
    ],
)
def test_english_of_other_offices(text: str, expected: list[Row]) -> None:
    """Levels behind their growth, verbs left out, parts with `for`, contributions, numbers in groups of three."""
    assert rows(text, NGARA) == expected


def test_what_begins_a_sentence_needs_no_name_before_it() -> None:
    """`Annual rainfall` is not made a part of the stock before it; the time of a sentence holds behind a semicolon."""
    text = "The stock of water was 23 million tons. Annual rainfall was 583 millimetres, down 10.9 percent."
    assert rows(text, NGARA)[1] == ("Annual rainfall", 583, -10.9)
    text = NGARA + "In the first half, exports grew by 4%; imports grew by 3%."
    imported = communique.read(text.encode(), "report.txt", ImportOptions(region="X"))
    assert imported.rows["period"].to_list() == ["2024-H1", "2024-H1"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发电量1 228.3亿千瓦时，增长4%；光缆长度42 690公里。", [("发电量", 1228.3, 4), ("光缆长度", 42690, None)]),
        ("牛奶产量479.9吨，增长-22.4%；禽蛋产量90吨，增速-3%。", [("牛奶产量", 479.9, -22.4), ("禽蛋产量", 90, -3)]),
        ("蔬菜、瓜果产量分别增长39.3%、-97.7%。", [("蔬菜产量增长", 39.3, None), ("瓜果产量增长", -97.7, None)]),
        ("采矿业增加值占比达96%，同比下降15.6%。", [("采矿业增加值占比", 96, None), ("采矿业增加值增长", -15.6, None)]),
        ("再生纸产量3万吨。在库项目187个。", [("再生纸产量", 3, None), ("在库项目", 187, None)]),
        ("全县外贸进出口总额9005万美元。", [("外贸进出口总额", 9005, None)]),
        ("食品类上涨4.5%，衣着类下跌1%。", [("食品类价格上涨", 4.5, None), ("衣着类价格上涨", -1, None)]),
        ("校舍建筑面积18万平方米，其中小学11万平方米。", [("校舍建筑面积", 18, None), ("小学校舍建筑面积", 11, None)]),
        ("单位地区生产总值能耗下降2.5%。", [("单位地区生产总值能耗降低", 2.5, None)]),
        ("地表水达到或好于Ⅲ类水体比例为100%。", [("地表水达到或好于Ⅲ类水体比例", 100, None)]),
        (
            "城镇居民人均可支配收入4759元、增长10.2%，人均消费支出2798元。",
            [("城镇居民人均可支配收入", 4759, 10.2), ("城镇居民人均消费支出", 2798, None)],
        ),
        ("原煤产量16万吨；其中，县属企业完成10万吨。", [("原煤产量", 16, None), ("县属企业原煤产量", 10, None)]),
    ],
)
def test_signs_groups_and_words_that_only_look_like_leads(text: str, expected: list[Row]) -> None:
    """增长-22.4% falls, 1 228.3 is one number, 再生 and 在库 are no adverbs, what falls is not its share."""
    assert rows(text) == expected


def test_a_structure_with_blanks_is_one_ratio() -> None:
    """1.9 :46.9 :51.2 gives three shares."""
    assert [value for _, value, _ in rows("三次产业比例为1.9 :46.9 :51.2。")] == [1.9, 46.9, 51.2]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Trade increased by 5.4% in the first quarter; 5.7% in the second quarter.", ["2024-Q1", "2024-Q2"]),
        ("In December alone, trade grew 6.8 percent from 2023.", ["2024-12"]),
        ("Trade fell by 1.5% in Quarter 3 (July to Sept) 2024.", ["2024-Q3"]),
        ("The first quarterly estimate shows that trade fell by 0.2%.", ["2024"]),
    ],
)
def test_english_times(text: str, periods: list[str]) -> None:
    """Elided growths have times of their own; quarterly is no quarter."""
    imported = communique.read((NGARA + text).encode(), "report.txt", ImportOptions(region="X"))
    assert imported.rows["period"].to_list() == periods
