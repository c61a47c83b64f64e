"""Words of a plan as they stand inside the quotation marks of a message."""

from __future__ import annotations

_INNER = str.maketrans("“”", "‘’")


def inner(words: str) -> str:
    r"""The words with their own double quotation marks made single ones, and each run of blanks one blank.

    >>> inner("高于“十三五”时期实际"), inner("强农惠农\u3000加快发展")
    ('高于‘十三五’时期实际', '强农惠农 加快发展')
    """
    return " ".join(words.split()).translate(_INNER)


def quoted(words: str) -> str:
    r"""The words in the quotation marks of an English message, with each run of blanks one blank.

    >>> quoted("强农惠农\u3000加快发展"), quoted("farmers' income")
    ("'强农惠农 加快发展'", '"farmers\' income"')
    """
    bare = " ".join(words.split())
    mark = '"' if "'" in bare and '"' not in bare else "'"
    return f"{mark}{bare}{mark}"
