"""How targets of the table and of the text are brought into one form, and which of them are one target."""

from __future__ import annotations

from checks_support import plan_of_case
from milepost.checks.goals import Goal, goals, row_of, said_again
from milepost.checks.inspection import Inspection

PLAN = """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 城市污水处理率（%） | 94 | 98以上 | 约束性 |
| 城镇登记失业率（%） | 3.6 | 4以内 | 预期性 |

# 环境

到2025年，城市污水处理率达到98%以上，县城污水处理率达到95%以上。
"""


def found(text: str) -> tuple[Inspection, dict[str, Goal]]:
    """The inspection of a text, and its targets by their names; of two of one name the one in the table."""
    inspection = Inspection.of(plan_of_case(text))
    return inspection, {goal.name: goal for goal in reversed(goals(inspection))}


def test_a_row_is_shown_by_its_name_its_cells_and_its_nature() -> None:
    """The places of a row are the cells with its name, its target, its baseline and the word on its nature."""
    inspection, by_name = found(PLAN)
    goal = by_name["城镇登记失业率"]
    assert [place.of(inspection.text) for place in goal.places] == ["城镇登记失业率（%）", "4以内"]
    assert goal.start is not None
    assert goal.nature is not None
    assert (goal.start.of(inspection.text), goal.nature.of(inspection.text)) == ("3.6", "预期性")


def test_a_target_of_the_text_is_shown_by_its_subject_and_its_figure() -> None:
    """The place of a target of the text holds its subject and its figure, with the comparator behind it."""
    inspection, by_name = found(PLAN)
    assert [place.of(inspection.text) for place in by_name["县城污水处理率"].places] == ["县城污水处理率达到95%以上"]


def test_the_same_target_in_table_and_text_is_known_from_both_sides() -> None:
    """The text's own statement of a row is found from the row, and the row from the text."""
    inspection, by_name = found(PLAN)
    row = by_name["城市污水处理率"]
    assert row.in_table
    (again,) = said_again(row, inspection)
    assert again.name == "城市污水处理率"
    assert row_of(again, inspection) == row


def test_another_thing_of_one_concept_is_another_target() -> None:
    """The sewage of county towns, another value under another name, is not the row's target said again."""
    inspection, by_name = found(PLAN)
    assert row_of(by_name["县城污水处理率"], inspection) is None


def test_a_later_deadline_is_another_target() -> None:
    """What is to be reached by 2035 does not say again what the table asks for by 2025."""
    later = PLAN.replace("到2025年，城市污水处理率达到98%以上", "到2035年，城市污水处理率达到98%以上")
    inspection, by_name = found(later)
    assert said_again(by_name["城市污水处理率"], inspection) == ()


def test_which_way_is_better_is_known_from_the_concept_before_the_comparator() -> None:
    """Less unemployment is better whatever the wording; of what no concept knows the comparator tells."""
    _, by_name = found("第一章  目标\n到2025年，城镇登记失业率达到5%以上，青禾号班列开行400列以上。\n")
    ways = {name: goal.way for name, goal in by_name.items()}
    assert ways["城镇登记失业率"] == "down"
    assert [way for name, way in ways.items() if name != "城镇登记失业率"] == ["up"]
