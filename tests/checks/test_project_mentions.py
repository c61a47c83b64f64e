"""Where the running text names projects of the boxes."""

from __future__ import annotations

from checks_support import plan_of_case
from milepost.checks.inspection import Inspection
from milepost.checks.project_mentions import ProjectIndex, TextList, running_clauses, text_lists

BOX = "专栏1：重点项目\n重点实施{}等项目。\n"


def inspected(sentence: str, *projects: str) -> Inspection:
    """A chapter with a sentence and a box of projects."""
    return Inspection.of(plan_of_case(f"第一章  项目\n{sentence}\n{BOX.format('、'.join(projects))}"))


def listed(sentence: str, *projects: str) -> TextList:
    """The one list of a sentence."""
    (found,) = text_lists(inspected(sentence, *projects))
    return found


def members(found: TextList) -> tuple[list[str], list[str]]:
    """The names of the members that are projects and of those that are not."""
    return [member.name for member in found.known()], [member.name for member in found.unknown()]


def test_clauses_of_boxes_and_headings_are_left_out() -> None:
    """What stands in a box or a heading is no running text."""
    inspection = inspected("推进青崖水库建设，改善民生。", "青崖水库", "卧牛水库")
    assert [clause.of(inspection.text) for clause in running_clauses(inspection)] == ["推进青崖水库建设", "改善民生"]


def test_members_of_a_list_share_its_end() -> None:
    """A member is the project whose name begins with it and that is of the kind named at the end."""
    assert members(listed("重点实施卧牛、青崖等一批中型水库。", "青崖水库", "粮库")) == (["青崖"], ["卧牛"])


def test_places_share_what_stands_last() -> None:
    """A list of places means what the last one has."""
    found = listed("推进柳湾县、石桥县通用机场项目。", "石桥县金鹰通用机场", "清河大桥")
    assert members(found) == (["石桥县通用机场"], ["柳湾县"])


def test_another_kind_is_no_member() -> None:
    """A name that begins alike but is of another kind is not meant."""
    assert text_lists(inspected("推进就业、教育、医疗等惠民行动。", "教育信息化工程", "体育公园")) == ()


def test_a_conjunction_may_begin_a_name() -> None:
    """和 parts two members only where no project begins with it."""
    assert members(listed("推进青崖和卧牛水库建设。", "青崖水库", "卧牛水库"))[0] == ["青崖", "卧牛水库"]
    found = text_lists(inspected("推进和平镇、青崖等水库建设。", "和平镇水库", "青崖水库"))
    assert members(found[0])[0] == ["和平镇", "青崖"]


def test_one_end_of_a_line_is_not_the_line() -> None:
    """A railway is named by both its ends."""
    inspection = inspected("推进石桥至北山口铁路建设，支持石桥至县城道路养护。", "石桥至北山口铁路", "粮库")
    index = ProjectIndex(inspection)
    named = [[each.rest for _, each in index.mentioned(clause)] for clause in running_clauses(inspection)]
    assert named == [["石桥至北山口铁路"], []]
