"""One sentence on a target, in Chinese or in English, that says where it stands and by which figures.

What was observed, by whom; what was asked for; the share of the way and of the time; the verdict; what each year from
here must bring; and every doubt. Sentences are made on demand, from rows of `Assessment.targets`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import polars
from polars import col

from milepost.assessments.asked_words import asked, goal
from milepost.assessments.chance_words import outlook
from milepost.assessments.doubt_words import doubts
from milepost.assessments.followed_words import now
from milepost.assessments.model import STATUS_WORDS, Status
from milepost.assessments.policy import NATIONAL
from milepost.assessments.progress_words import expected, missed, needed, reached, way
from milepost.assessments.reasons import why
from milepost.assessments.result import Assessment
from milepost.assessments.table import method_named
from milepost.assessments.telling import Teller
from milepost.checks.model import Tongue, Words
from milepost.observations.basis import basis_words
from milepost.pathways.shaping import DECIDED
from milepost.plans.concepts.model import DEPARTMENTS
from milepost.plans.concepts.table import concept

FIGURES: Final[dict[str, tuple[str, str]]] = {
    "held_worst": ("holding", "worst"),
    "held_worst_time": ("holding", "worst_time"),
    "lead": ("relation", "value"),
    "pace_likely": ("probability", "pace_likely"),
    "fastest": ("probability", "fastest"),
    "last_turn": ("probability", "last_turn"),
}
"""Columns that a sentence needs beside those of `Assessment.targets`: the method and its figure that they come from."""

_HELD: Final[dict[tuple[str, str], Words]] = {
    ("endangered", "floor"): Words("逼近下限", "close to the floor"),
    ("endangered", "ceiling"): Words("逼近上限", "close to the ceiling"),
    ("endangered", "margin"): Words("余量不足", "with little to spare"),
    ("restored", "floor"): Words("曾低于目标值、现已恢复", "below the target before, above it again"),
    ("restored", "ceiling"): Words("曾超出控制目标、现已恢复", "above the ceiling before, within it again"),
    ("broken", "floor"): Words("低于目标值", "below the target"),
    ("broken", "ceiling"): Words("超出控制目标", "above the ceiling"),
    ("broken", "margin"): Words("未达到当年目标", "a year's target was missed"),
}
"""Labels of `holding` where it is known on which side the bound lies: 突破 95% alone may be good news."""

_UNRATED: Final = ("no_data", "not_assessable")
Labels = Mapping[str, tuple[str, str]]


def sentences(
    assessment: Assessment,
    tongue: Tongue,
    places: Sequence[int] | None = None,
    labels: Labels | None = None,
    home: str | None = None,
) -> list[str]:
    """A sentence for each target, in the order of `Assessment.targets`.

    Parameters
    ----------
    assessment : Assessment
        What `milepost.assess` gave.
    tongue : "zh" or "en"
        Language of the sentences. Names of items and sources stay as they are, in English within quotation marks.
    places : sequence of int, optional
        Only of these rows; of all when left out.
    labels : mapping of str to (str, str), optional
        Own words for statuses and national words (`AssessSettings.labels`).
    home : str, optional
        The region that is not named in each sentence; that of the first target when left out.

    Returns
    -------
    list of str
    """
    return [sentence(teller, labels) for teller in tellers(assessment, tongue, places, home)]


def tellers(
    assessment: Assessment, tongue: Tongue, places: Sequence[int] | None = None, home: str | None = None
) -> Iterator[Teller]:
    """What the sentences are made from, for each target."""
    table = assessment.targets
    if not table.height:
        return
    frame = table.with_columns(
        assessment.outcomes[method].get_column(figure).alias(name)
        for name, (method, figure) in FIGURES.items()
        if method in assessment.outcomes
    ).hstack([_printed_units(assessment)])
    items = table.select("item", "name", "concept").filter(col("item").is_not_null())
    names = {item: (name or "", identity) for item, name, identity in items.iter_rows()}
    own = home if home is not None else table["region"][0]
    for row in (frame if places is None else frame[list(places)]).iter_rows(named=True):
        yield Teller(row, tongue, names, own)


def _printed_units(assessment: Assessment) -> polars.Series:
    """The unit that the latest observation of each target was printed in."""
    key = {"target": "target", "region": "target_region", "latest_period": "period", "latest_source": "source"}
    printed = assessment.evidence.filter(col("use") == "value").unique(list(key.values()), keep="last")
    joined = assessment.targets.join(
        printed.select(*key.values(), latest_printed="unit"),
        left_on=list(key),
        right_on=list(key.values()),
        how="left",
        nulls_equal=True,
        maintain_order="left",
    )
    return joined["latest_printed"]


def sentence(teller: Teller, labels: Labels | None = None) -> str:
    """The sentence on one target."""
    unrated = teller.row["status"] in _UNRATED
    told = _unrated(teller) if unrated else _joined(teller, [*_rated(teller, labels or {}), outlook(teller)])
    return f"{teller.name}{teller.say('：', ': ')}{told}{doubts(teller)}{teller.say('。', '.')}"


def _joined(teller: Teller, clauses: Iterable[str]) -> str:
    return teller.say("，", ", ").join(filter(None, clauses))


def verdict(row: Mapping[str, Any], tongue: Tongue, labels: Labels | None = None) -> str:
    """The national word for where a target stands, else that for its status; own words of the settings before both.

    What lags is said by its status, which tells how far.

    >>> verdict({"status": "on_track", "national": "faster"}, "zh"), verdict({"status": "no_data"}, "en")
    ('快于预期', 'no data')
    >>> verdict({"status": "off_track", "national": "behind"}, "zh")
    '明显滞后'
    """
    status, national = row["status"], row.get("national")
    own = next((labels[code] for code in (national, status) if labels and code and code in labels), None)
    if own is not None:
        return Words(*own).of(tongue)
    return (NATIONAL[national] if national and national != "behind" else STATUS_WORDS[status]).of(tongue)


def status_word(status: Status, tongue: Tongue, labels: Labels | None = None) -> str:
    """The word for a status; own words of the settings before ours."""
    return (Words(*labels[status]) if labels and status in labels else STATUS_WORDS[status]).of(tongue)


def _rated(teller: Teller, labels: Labels) -> list[str]:
    """Clauses on a target with a rating."""
    row = teller.row
    said = verdict(row, teller.tongue, labels)
    if row["form"] == "hold":
        return [_hold(teller), now(teller), _hold_verdict(teller, labels)]
    if row["form"] == "relation":
        return [now(teller), goal(teller), _labelled(teller, said)]
    if row["status"] == "reached":
        return [now(teller), reached(teller), said]
    if row["way"] is None:
        lacking = "" if row["still_needed"] is None else missed(teller)
        return [now(teller), goal(teller), lacking, said]
    return [now(teller), way(teller), goal(teller), expected(teller), said, needed(teller)]


def _labelled(teller: Teller, said: str) -> str:
    """The leading method's own word beside the national one, where they are not the same."""
    label = _label(teller)
    return said if not label or label == said else teller.say(f"{label}，{said}", f"{label}, {said}")


def _label(teller: Teller) -> str:
    row = teller.row
    if not row["label"] or row["method"] == "comparison":
        return ""
    side = "margin" if row["measure"] == "margin" else {1: "floor", -1: "ceiling"}.get(row["wanted"] or 0, "")
    held = _HELD.get((row["label"], side)) if row["method"] == "holding" else None
    return (held or method_named(row["method"]).labels[row["label"]][0]).of(teller.tongue)


def _hold(teller: Teller) -> str:
    """What is to be held, and that the plan started from there."""
    row = teller.row
    if row["measure"] != "value" or row["baseline"] is None:
        return goal(teller)
    return teller.say(
        f"{teller.stated_baseline}，当时已达到{asked(teller)}",
        f"{teller.stated_baseline}, which met {asked(teller)} from the start",
    )


def _hold_verdict(teller: Teller, labels: Labels) -> str:
    said = _labelled(teller, verdict(teller.row, teller.tongue, labels))
    if teller.row["due"] or not teller.deadline or teller.row["label"] == "broken":
        return said
    return f"{said}{teller.say(f'，须保持到{teller.deadline}', f', to be kept until {teller.deadline}')}"


def _unrated(teller: Teller) -> str:
    """What is known of a target without a rating, why it has none, and whose number it waits for."""
    row = teller.row
    in_figures = row["value"] is not None or row["measure"] in ("ratio", "margin")
    asks = goal(teller) if in_figures else _in_its_words(teller)
    if row["obstacle"] is not None:
        known = [_in_its_words(teller) or asks, now(teller)]
    else:
        known = [now(teller), teller.stated_baseline, asks, missed(teller) if _is_short(row) else ""]
    told = _joined(teller, known)
    why_not = _reason(teller) + _waits(teller)
    return teller.say("；", "; ").join(filter(None, (told, why_not)))


def _is_short(row: Mapping[str, Any]) -> bool:
    """Whether the distance to the target is known and all that is."""
    exact = row["current_bound"] in (None, "exact")
    return row["measure"] == "value" and exact and row["still_needed"] is not None and not row["met"]


def _in_its_words(teller: Teller) -> str:
    raw = teller.raw
    return teller.say(f"规划表述为{raw}", f"the plan says {raw}") if raw else ""


def _reason(teller: Teller) -> str:
    row = teller.row
    code = row["reason"] or row["obstacle"]
    if code == "basis_differs" and row["series_basis"] and row["basis"]:
        ours, theirs = (basis_words(row[name]).of(teller.tongue) for name in ("series_basis", "basis"))
        return teller.say(
            f"统计口径（{ours}）与规划口径（{theirs}）不同，不可评估",
            f"the statistics ({ours}) are on another basis than the plan ({theirs}), not assessable",
        )
    status = STATUS_WORDS[row["status"]].of(teller.tongue)
    told = why(code).of(teller.tongue) if code else ""
    if code == "no_value_since_base" and row["certainty"] == DECIDED:
        told = teller.say(f"{teller.deadline}数据尚未公布", f"the figure for {teller.deadline} is not out yet")
    if row["status"] == "no_data":
        return told or status
    return teller.say(f"{told}，{status}" if told else status, f"{told}: {status}" if told else status)


def _waits(teller: Teller) -> str:
    """Whose number it waits for, in brackets."""
    row = teller.row
    if row["reason"] not in ("no_series", "no_value_since_base", "years_missing", "no_current"):
        return ""
    department = department_of(row["concept"])
    if department is None:
        return teller.say("（须由责任单位提供）", " (to come from whoever is responsible for it)")
    zh, en = DEPARTMENTS[department]
    return teller.say(f"（须由{zh}部门提供）", f" (to come from the authority for {en})")


def department_of(identity: str | None) -> str | None:
    """The code of the kind of department that publishes a concept's figures; None for what no concept is known for."""
    known = concept(identity) if identity else None
    return known.publisher if known and known.publisher in DEPARTMENTS else None
