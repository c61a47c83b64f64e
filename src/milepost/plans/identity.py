"""Which id an item has, derived from what it says and never from its place in the list."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b


def identify(prefix: str, *parts: object, seen: Counter[str]) -> str:
    """An id from the kind of item and its content: the prefix and ten hexadecimal digits.

    Items with equal content are told apart by occurrence; `seen` counts them and is one counter for all items of
    a plan, so that a change to one item changes no other id, unless the two were equal before.

    >>> seen = Counter()
    >>> identify("i", "森林覆盖率", "%", seen=seen) == identify("i", "森林覆盖率", "%", seen=Counter())
    True
    >>> identify("i", "森林覆盖率", "%", seen=seen) == identify("i", "森林覆盖率", "%", seen=Counter())
    False
    """
    # The unit separator keeps ("ab", "c") and ("a", "bc") apart.
    content = "\x1f".join("" if part is None else str(part) for part in (prefix, *parts))
    seen[content] += 1
    occurrence = seen[content]
    digest = blake2b(f"{content}\x1f{occurrence}".encode(errors="surrogatepass"), digest_size=5)
    return prefix + digest.hexdigest()
