"""Small Chinese texts with a misprint, and texts that only look as if they had one."""

from __future__ import annotations

import pytest

from milepost.checks.spelling import suspicions

# Wording of plans, so that a text is not read without any surroundings.
AROUND = "坚持以人民为中心的发展思想，推动经济社会高质量发展。{}。加强基础设施建设，提高公共服务水平，保障和改善民生。"

MISPRINTS = [
    ("confusable", "不断延深产业链", "深", "伸"),
    ("confusable", "群众生活水平名显提高", "名", "明"),
    ("phrase", "完善社会保章体系", "章", "障"),
    ("dropped", "加快推进农业现化", "现化", "现代化"),
    ("doubled", "加快推进推进农村改革", "推进", ""),
    ("doubled", "加强生态环境的的保护", "的", ""),
    ("confusable", "防犯化解各类风险", "防犯化解", "防范化解"),
    ("surplus", "支持农机及和配件生产", "及和", "和"),
    ("phrase", "健全公众参与、法制保障的治理体系", "制", "治"),
    ("symbol", "促进“互联网十教育”发展", "十", "+"),
]

CLEAN = [
    "发展种种特色产业，深深扎根群众，多多益善",
    "一二三产业融合发展，构建共建共治共享的社会治理格局",
    "建设喀拉也木勒口岸、吉尔格勒德水库和库鲁斯台草原",
    "支持天泰纤维有限公司、睿洋生物科技集团扩大生产",
    "推进乌、昌、石区域大气联防联控",
    "把蓝图一步一步变为现实，展望二〇三五年远景目标",
    "孕产妇死亡率控制在12/10万以内，完成投资300亿元以上",
    "推进山水林田湖草生态保护修复工程",
    "积水成渊，聚沙成塔，锲而不舍，金石可镂",
]


@pytest.mark.parametrize(("kind", "clause", "found", "proposed"), MISPRINTS)
def test_a_misprint_is_found_at_its_place(kind: str, clause: str, found: str, proposed: str) -> None:
    """A clause with one misprint gives one suspicion, of the right kind, with what was probably meant."""
    text = AROUND.format(clause)
    assert [(each.kind, each.found, each.proposed) for each in suspicions(text)] == [(kind, found, proposed)]
    assert all(each.span.of(text) == each.found for each in suspicions(text))


@pytest.mark.parametrize("clause", CLEAN)
def test_right_texts_are_left_alone(clause: str) -> None:
    """Reduplication, lists, names and quotations are no misprints."""
    assert suspicions(AROUND.format(clause)) == []


def test_english_is_not_read() -> None:
    """A text that is not Chinese gives nothing."""
    assert suspicions("Raise the the literacy rate to 90% by 2030.") == []
    assert suspicions("") == []


def test_a_wording_of_the_document_is_no_misprint() -> None:
    """A string that a document repeats is its own, however strange."""
    clause = "推广延深式灌排"
    assert suspicions(AROUND.format(f"{clause}，完善延深式管理，建设延深式渠道，发展延深式种植")) == []


def test_names_that_are_given_are_left_alone() -> None:
    """Nothing is reported inside a name that the caller knows."""
    text = AROUND.format("不断延深产业链")
    assert suspicions(text, names={"延深产业链"}) == []


def test_marks_of_a_word_processor_do_not_move_places() -> None:
    """Bookmarks in the text are passed over, and places still fit."""
    text = "[bookmark: _Toc18119]第一章 总体要求\n" + AROUND.format("不断延深产业链")
    (found,) = suspicions(text)
    assert found.span.of(text) == "深"


def test_texts_of_odd_shape_are_read() -> None:
    """Very short texts, texts without punctuation and rare characters are no trouble."""
    odd = ("第", "。", "第一", "中", "中国", "的的", "\n中\n", "\U00020000展", "\ud800中国\udfff发展", "中\x00国")
    for text in (*odd, "发展" * 500, "龘" * 50, "\U00020000展开" * 20):
        assert all(each.span.of(text) == each.found for each in suspicions(text))
