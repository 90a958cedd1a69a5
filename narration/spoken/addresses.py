"""Web and mail addresses and hashtags, in words."""

from __future__ import annotations

import re

from narration.spoken.base import Words

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|(?<![\w@.])(?:[\w-]+\.)+(?:org|com|net|gov|gob|edu|info|int|uk|es|mx)(?:\.\w\w)?(?:/\S*)?(?!\w)")  # fmt: skip  # noqa: E501  # one pattern
_HASHTAG = re.compile(r"#(?=[^\W\d_])(\w+)")
_VOWEL = re.compile(r"[aeiouyáéíóú]")
_CAMEL = re.compile(r"(?<=[a-zá-ú])(?=[A-ZÁ-Ú])")


def addresses(text: str, words: Words) -> str:
    """``www.nhs.uk`` → ``W W W dot N H S dot U K``."""

    def said(match: re.Match[str]) -> str:
        written = match[0]
        end = re.search(r"[.,;:!?)»”\"]+$", written)
        tail = end[0] if end else ""
        core = re.sub(r"^(?:https?|mailto):/*", "", written[: len(written) - len(tail)]).rstrip("/")
        parts = re.split(rf"([{re.escape(''.join(words.data['address']))}])", core)
        return " ".join(words.data["address"].get(part) or _label(part) for part in parts if part) + tail

    text = _ADDRESS.sub(said, text)
    return _HASHTAG.sub(lambda m: f"{words.data['hashtag']} {_CAMEL.sub(' ', m[1]).replace('_', ' ')}", text)


def _label(part: str) -> str:
    """A part that nobody can read as a word is spelled: a country's two letters, or no vowel."""
    spelled = part.isalpha() and (len(part) <= 2 or not _VOWEL.search(part.lower()))
    return " ".join(part.upper()) if spelled else part
