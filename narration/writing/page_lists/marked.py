"""The sentences of a section with the marks of the page, and the points of the list that begins at one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from narration.writing.page_lists import fits
from narration.writing.page_lists.points import Mark, Point, of_what, pointed, unmarked, without_or
from narration.writing.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class MarkedTexts:
    """The sentences, and a mark for each: the item of a list that it stands in, and how deep."""

    texts: Sequence[str]
    marks: Sequence[Mark]
    words: Vocabulary

    def points(self, lead: int, place: int) -> list[Point]:
        """The points of the list that begins at ``place``, after the sentence at ``lead``; none where there is none."""
        if place >= len(self.texts) or not self.words.grammar["bullets"]:
            return []
        number, depth = self.marks[place]
        around = self.marks[lead] if lead >= 0 else (0, 0)
        if not number:
            return unmarked(self.texts, self.marks, lead, self.words) if lead >= 0 else []
        if depth <= around[1] or number == around[0]:
            return []
        found: list[Point] = []
        while place < len(self.texts) and self.marks[place][0] and self.marks[place][1] >= depth:
            if self.marks[place][0] > self.marks[place - 1][0] + 1 and found:
                break  # another list
            end = place + 1
            while end < len(self.texts) and self._goes_on(place, end):
                end += 1
            found.append(pointed(self.texts[place], place, end, self.words))
            place = end
        leads_in = lead < 0 or fits.leads_in(self.texts[lead], self.words, nested=around[1] > 0)
        goes_on = leads_in or (self.texts[lead].rstrip()[-1:].isalpha() and of_what(found, self.words))
        return without_or(found, self.words) if goes_on else []

    def holds_points(self, point: Point) -> bool:
        """Whether rows or points of its own stand under a point."""
        return any(depth > self.marks[point.place][1] for _, depth in self.marks[point.place + 1 : point.end])

    def _goes_on(self, place: int, end: int) -> bool:
        return self.marks[end][0] == self.marks[place][0] or self.marks[end][1] > self.marks[place][1]
