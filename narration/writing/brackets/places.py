"""Where a bracket stands: what is in it, and what is before and after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from narration.writing.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Place:
    """A bracket's ``content``, and the sentence ``before`` and ``after`` it."""

    before: str
    content: str
    after: str
    words: Vocabulary
    brackets: int = 1
    """How many the sentence has."""

    @property
    def ends(self) -> bool:
        return not self.after or self.after[0] in ".:;!?)"

    @property
    def in_list(self) -> bool:
        """Whether a list goes on after the bracket, in a language that keeps it then as it is."""
        joins = self.data("joins")
        return bool(joins) and re.match(rf",|\s+(?:{joins})\b", self.after) is not None

    @property
    def among_others(self) -> bool:
        """Whether a list goes on after the bracket, or the bracket holds one: a comma would belong to both."""
        goes_on = self.data("list_goes_on")
        listed = ", " in self.content or bool(re.search(rf"\s(?:{goes_on})\s", self.content))
        return bool(goes_on) and (listed or bool(re.match(rf",|\s+(?:{goes_on})\b", self.after)))

    def next_item(self, shape: str) -> str:
        """The next item of a list that goes on after the bracket, where it has the ``shape``; else ``""``."""
        item = re.match(rf",\s+({shape})(?:,|\s(?:{self.data('list_goes_on')})\s)", self.after)
        return item[1] if item else ""

    def data(self, key: str) -> Any:
        """What the language says of a kind; empty where it has no such kind."""
        return self.words.grammar.get("insertions", {}).get(key, "")

    @property
    def article(self) -> str:
        """The article of the thing that the bracket names again, if it has one."""
        # The nearest one: “a look inside the womb”.
        match = re.search(f".*{self.data('named')}", self.before, re.IGNORECASE) if self.data("named") else None
        return match["article"].lower() if match else ""
