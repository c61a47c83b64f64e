"""How many misprints the spelling engine finds, and how often it is wrong, on documents into which misprints are put.

Each document is read with counts in which it has no part (`Sources.arrays(without=…)`). Misprints are put at random
places of running text: a character left out, replaced by one of similar sound or shape, written twice, and so on.
What is reported of a text as it was counts as a false alarm, though some are misprints of that text.

    python scripts/measure_spelling.py archives documents          # a line a document and kind
    python scripts/measure_spelling.py archives documents --show   # and what is reported of the clean text
    python scripts/measure_spelling.py archives documents --fit    # fits weights.tsv anew on these documents

Archives and documents are those of `make_spelling.py`. `--also TEXT` measures a further document, never counted or
fitted on.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from make_spelling import FOLDER, Sources, documents, is_chinese, member
from numpy.typing import NDArray

from milepost.checks.spelling import suspicions
from milepost.checks.spelling.characters import FIRST, character, encoded, packed
from milepost.checks.spelling.edits import MARGIN, Edits
from milepost.checks.spelling.features import FEATURES
from milepost.checks.spelling.knowledge import Knowledge, unpacked
from milepost.checks.spelling.weighing import CHANGES, described, read

# Misprints put into a document: one in so many characters, and no more than so many. Apart by at least so far.
ONE_IN, MOST, APART = 250, 150, 14
# Lines shorter than this are headings and cells of tables, no running text.
RUNNING = 25
# A report this near a misprint has found it.
NEAR = 2
# What holds weights back from growing without bound.
RIDGE = 3.0


class Fault(NamedTuple):
    """A misprint: where it stands in the spoilt text, how it reads, and what was there."""

    start: int
    wrong: str
    right: str


Spoil = Callable[[random.Random, str, int], tuple[str, str] | None]


def spoilers(archives: Path, known: Knowledge) -> dict[str, Spoil]:
    """Ways to spoil a text at a place; each gives what to take out and what to put in, None where it cannot."""
    sounds, shapes = defaultdict(set), defaultdict(set)
    for line in member(archives, "pycorrector", "same_pinyin.txt").decode().splitlines()[1:]:
        first, *groups = line.split("\t")
        sounds[first].update("".join(groups))
    for line in member(archives, "pycorrector", "same_stroke.txt").decode().splitlines()[1:]:
        group = {each for each in line.split() if len(each) == 1}
        for each in group:
            shapes[each] |= group - {each}

    def confusable(chance: random.Random, text: str, place: int) -> tuple[str, str] | None:
        pools = [sorted(pool) for pool in (sounds[text[place]], shapes[text[place]]) if pool]
        return (text[place], chance.choice(chance.choice(pools))) if pools else None

    def dropped(_: random.Random, text: str, place: int) -> tuple[str, str] | None:
        return None if text[place + 1 : place + 2] == text[place] else (text[place], "")

    def doubled(chance: random.Random, text: str, place: int) -> tuple[str, str] | None:
        word = text[place : place + chance.choice((1, 1, 2))]
        order = known.orders[len(word)]
        common = len(word) == 1 or order.words[order.find(np.array([code_of(word)], np.uint64))[0]] > -12
        return (word, word * 2) if common else None

    def transposed(_: random.Random, text: str, place: int) -> tuple[str, str] | None:
        pair = text[place : place + 2]
        return (pair, pair[::-1]) if len(set(pair)) == 2 and is_chinese(pair) else None

    return {
        "confusable": confusable,
        "dropped": dropped,
        "doubled": doubled,
        "transposed": transposed,
        "moved": moved,
        "surplus": surplus,
    }


def moved(chance: random.Random, text: str, place: int) -> tuple[str, str] | None:
    """A character put two places on, or back."""
    three = text[place : place + 3]
    if len(set(three)) < 3 or not is_chinese(three):
        return None
    return three, chance.choice((three[1:] + three[0], three[2] + three[:2]))


def surplus(chance: random.Random, text: str, place: int) -> tuple[str, str] | None:
    """A character of the text put in where it does not belong."""
    other = chance.choice(text)
    return (text[place], text[place] + other) if is_chinese(other) and other != text[place] else None


def code_of(word: str) -> int:
    """The key of a word of two characters."""
    return int(packed(encoded(word), len(word))[0]) if is_chinese(word) else 0


def running_text(text: str) -> list[int]:
    """Positions of Chinese characters in lines that are no headings and no cells."""
    places, start = [], 0
    for line in text.splitlines(keepends=True):
        if len(line) >= RUNNING:
            places += [start + offset for offset, each in enumerate(line) if is_chinese(each)]
        start += len(line)
    return places


def spoilt(text: str, spoil: Spoil, seed: int) -> tuple[str, list[Fault]]:
    """A text with misprints of one kind, and where they are."""
    chance, places = random.Random(seed), running_text(text)  # noqa: S311 - no secret
    wanted = min(MOST, len(text) // ONE_IN)
    chosen: dict[int, tuple[str, str]] = {}
    for place in chance.sample(places, len(places)):
        if len(chosen) < wanted and all(abs(place - other) > APART for other in chosen):
            change = spoil(chance, text, place)
            if change:
                chosen[place] = change
    parts, faults, last, size = [], [], 0, 0
    for place, (right, wrong) in sorted(chosen.items()):
        parts += [text[last:place], wrong]
        size += place - last
        faults.append(Fault(size, wrong, right))
        size, last = size + len(wrong), place + len(right)
    return "".join([*parts, text[last:]]), faults


def measured(name: str, text: str, known: Knowledge, ways: dict[str, Spoil], show: bool) -> None:
    """Print what is found in a document, by kind of misprint, and what is reported without any."""
    clean = suspicions(text, known=known)
    print(f"{name}: {len(text)} characters, {len(clean)} reported in the text as it is")
    for each in clean if show else []:
        before, after = text[each.span.start - 9 : each.span.start], text[each.span.end : each.span.end + 9]
        print(f"    {each.kind} {each.score:.2f} {before!r} [{each.found}→{each.proposed}] {after!r}")
    for kind, spoil in ways.items():
        changed, faults = spoilt(text, spoil, seed=7)
        found = suspicions(changed, known=known)
        hit = [fault for fault in faults if any(near(fault, each.span.start, each.span.end) for each in found)]
        right = [fault for fault in hit if any(near(fault, *each.span) and mends(fault, each) for each in found)]
        true = sum(any(near(fault, *each.span) for fault in faults) for each in found)
        shares = f"found {len(hit) / len(faults):.0%}, mended rightly {len(right) / len(faults):.0%}"
        print(f"  {kind:10} {len(faults):4} put in, {shares}, {true}/{len(found)} reports right", flush=True)


def near(fault: Fault, start: int, end: int) -> bool:
    """Whether a report lies at a misprint."""
    return start <= fault.start + len(fault.wrong) + NEAR - 1 and end >= fault.start - NEAR + 1


def mends(fault: Fault, report: object) -> bool:
    """Whether what is proposed holds what was there."""
    return fault.right in str(getattr(report, "proposed", "")) or len(fault.wrong) > len(fault.right)


def labelled(text: str, faults: list[Fault], edits: Edits) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """For each change whether it restores the text, and whether it lies near a misprint."""
    nearby = {place: fault for fault in faults for place in range(fault.start - 3, fault.start + 4)}
    exact, close = np.zeros(len(edits.starts), np.bool_), np.zeros(len(edits.starts), np.bool_)
    for row, place in enumerate((edits.starts - MARGIN).tolist()):
        fault = nearby.get(place)
        if fault is not None:
            close[row] = True
            new = "".join(character(int(each)) if each >= FIRST else "?" for each in edits.new[row])
            end = fault.start + len(fault.wrong)
            one = text[fault.start - 6 : place] + new + text[place + edits.old : end + 8]
            exact[row] = one == text[fault.start - 6 : fault.start] + fault.right + text[end : end + 8]
    return exact, close


def examples(
    sources: Sources, texts: dict[str, str], archives: Path
) -> Iterator[tuple[str, NDArray[np.float32], NDArray[np.bool_]]]:
    """Features of changes and whether they restore the text, from all documents, spoilt and clean."""
    for name, text in texts.items():
        known = unpacked(sources.arrays(without=name))
        ways = spoilers(archives, known)
        variants = [(text, [])] + [spoilt(text, spoil, seed) for spoil in ways.values() for seed in (20, 21, 22)]
        for changed, faults in variants:
            for edits, rows in described(read(changed, known)):
                exact, close = labelled(changed, faults, edits)
                yield edits.change, rows[exact | ~close], exact[exact | ~close]


def logistic(rows: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights of the features, and last the constant, by Newton's method."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    table = np.column_stack([(rows - mean) / scale, np.ones(len(rows))])
    weights, ridge = np.zeros(table.shape[1]), np.append(np.full(rows.shape[1], RIDGE), 1e-3)
    for _ in range(25):
        chance = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (chance - right) + ridge * weights
        curve = (table.T * np.maximum(chance * (1 - chance), 1e-6)) @ table + np.diag(ridge)
        weights -= np.linalg.solve(curve, slope)
    own = weights[:-1] / scale
    return np.append(own, weights[-1] - own @ mean)


def fit(sources: Sources, texts: dict[str, str], archives: Path) -> None:
    """Write the weights anew."""
    rows, right = defaultdict(list), defaultdict(list)
    for change, features, exact in examples(sources, texts, archives):
        rows[change].append(features)
        right[change].append(exact)
    joined = {each: (np.concatenate(rows[each]), np.concatenate(right[each])) for each in CHANGES}
    columns = [logistic(own.astype(float), exact.astype(float)) for own, exact in joined.values()]
    table = [["feature", *CHANGES]]
    names = [*FEATURES, "constant"]
    table += [[name, *(f"{column[place]:.4f}" for column in columns)] for place, name in enumerate(names)]
    lines = ["\t".join(row) for row in table]
    (FOLDER / "weights.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Measure, or fit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archives", type=Path)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--also", type=Path, action="append", default=[])
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--fit", action="store_true")
    arguments = parser.parse_args()
    sources, texts = Sources(arguments.archives, arguments.documents), documents(arguments.documents)
    if arguments.fit:
        fit(sources, texts, arguments.archives)
        return
    for path in arguments.also:
        texts[path.stem] = path.read_text(encoding="utf-8-sig")
    for name, text in texts.items():
        known = unpacked(sources.arrays(without=name))
        measured(name, text, known, spoilers(arguments.archives, known), arguments.show)


if __name__ == "__main__":
    main()
