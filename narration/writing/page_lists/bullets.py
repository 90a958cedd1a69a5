"""A list on the page, made of a sentence that leads in to it and its points, as sentences that can be heard.

“You should: / – have a shower / – stop eating” → “You should have a shower.”
“You should also stop eating.”  A beginning that stands by itself (“You will
need the following:”) gives up what only the page needs, or is followed by
“These are …”.  A condition is never lost: where no other way is known, the
list stays one sentence.  ``stems`` knows the beginnings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from narration.writing.page_lists import (
    alarms,
    at_once,
    avoiding,
    by_itself,
    fits,
    following,
    graded,
    holding,
    leads,
    own_parts,
    repeats,
    speaking,
    stems,
    subheadings,
    unlisted,
)
from narration.writing.page_lists.colons import without_colon
from narration.writing.page_lists.marked import MarkedTexts
from narration.writing.page_lists.points import (
    FEWEST_POINTS,
    Mark,
    Point,
    Said,
    Told,
    are_counted,
    chosen,
    ended,
    inline_list,
    joint_of,
    named_so,
    pairs,
    parts,
    places,
    pointed,
    several,
    together,
    with_heading,
    with_joint,
)
from narration.writing.sentences.clauses import command, conditional
from narration.writing.sentences.text import capitalised, tokens
from narration.writing.vocabulary import Vocabulary


def joined(texts: Sequence[str], words: Vocabulary, marks: Sequence[Mark] = (), heading: str = "") -> list[Said]:
    """The sentences of a section, in order, with its lists made into sentences.

    ``marks`` say which sentences the page shows as points; without them, points
    are told by how they are written.  ``heading`` is the section's name, which
    may lead in to the list right under it.
    """
    if texts and heading and not (marks and marks[0][0]) and _leads_to_prose(heading, texts[0], words):
        under = joined([f"{stems.quiet(heading)}:", *texts], words, [(0, 0), *(marks or [(0, 0)] * len(texts))])
        return [said._replace(places=tuple(at - 1 for at in said.places if at)) for said in under]
    texts = stems.pointed_on(texts, [number for number, _ in marks], words)
    page = MarkedTexts(texts, marks or [(0, 0)] * len(texts), words)
    lists = _Lists(page, words)
    made: list[Said] = []
    begin = place = int(bool(texts) and named_so(texts[0], heading) and texts[0].endswith(":"))
    stem = stems.from_heading(heading, words) if len(texts) > place and page.marks[place][0] else ""
    if not stem:
        begin = 0
    else:
        points = page.points(-1, place)
        texts_of = [point.text for point in points]
        told = stems.statements(texts_of, words) and not any(stems.is_clause(text, words) for text in texts_of)
        told = told or speaking.tell_all(texts_of, words)
        if not told and not all(":" in text for text in texts_of):  # rows of a table go on with no heading
            made += with_heading(list(lists.with_stem(stem, points, tuple(range(place)))), place)
            begin = points[-1].end
    return made + list(lists.between(begin, len(texts)))


def _leads_to_prose(heading: str, first: str, words: Vocabulary) -> bool:
    """Whether a heading breaks off (“CALL US IF”) before signs that are prose: by themselves they would be facts."""
    calls = stems.dangles(heading, words) and command(stems.quiet(heading), words) and conditional(heading, words)
    return calls and alarms.is_sign(first, words) and not (named_so(first, heading) or conditional(first, words))


class _Lists:
    """The sentences of one section."""

    def __init__(self, page: MarkedTexts, words: Vocabulary) -> None:
        self.page, self.words = page, words

    def between(self, place: int, end: int) -> Iterator[Said]:
        """What is said of the sentences from ``place`` to ``end``."""
        while place < end:
            text = self.page.texts[place]
            inline = inline_list(text, self.words)
            points = self.page.points(place, place + 1)
            if inline:
                lead, given = inline
                at = [pointed(point, place, place + 1, self.words) for point in given]
                yield from (Said(said.text, (place,)) for said in self._said(lead, at, (place,)))
                place += 1
            elif points:
                yield from self._said(text.strip().rstrip(":…").strip(), points, (place,))
                place = points[-1].end
            elif place + 1 < end and (led := self._led_on(place)):
                yield Said(ended(led[0]), (place, place + 1) if led[1] else (place,))
                place += 1 + led[1]
            elif place + 1 < end and unlisted.ends_before(text, self.page.texts[place + 1], self.words):
                yield from () if unlisted.only_announces(text, self.words) else (Said(ended(text), (place,)),)
                place += 1
            elif place + 1 < end and unlisted.tells_itself(text, self.page.texts[place + 1], self.words):
                place += 1  # the sentence under it says it all
            elif stems.dangles(text, self.words) and text:
                stem = stems.quiet(text.strip().rstrip(":….;, "))
                signs = alarms.signs_under(stem, self.page.texts[:end], self.page.marks, place + 1, self.words)
                yield from self.with_stem(stem, signs, (place,)) if signs else self._broken_off(place, end)
                place += 1 + max(len(signs), 1)
            else:
                lone = self.page.marks[place][0] and not text[:2].isupper()
                yield Said(capitalised(text) if lone else without_colon(text, self.words), (place,))
                place += 1

    def _led_on(self, place: int) -> tuple[str, bool] | None:
        """A heading that leads in to what stands under it: a sentence, or the points of a list."""
        under = len(self.page.points(-1, place + 1))
        return subheadings.goes_on(self.page.texts[place], self.page.texts[place + 1], self.words, under)

    def _broken_off(self, place: int, end: int) -> Iterator[Said]:
        """A sentence that goes on in the next one; without any, there is nothing to say."""
        if place + 1 < end:
            stem = stems.quiet(self.page.texts[place].strip().rstrip(":….;, "))
            under = self.page.texts[place + 1]
            at = [pointed(part, place + 1, place + 2, self.words) for part in parts(under, self.words)]
            if len(at) >= FEWEST_POINTS and (opened := stems.opened(stem, self.words)):
                say = self._said if joint_of(at, self.words) == self.words.grammar["bullets"]["or"] else self.with_stem
                yield from (Said(said.text, (place, place + 1)) for said in say(opened, at, (place,)))
                return
            said = unlisted.with_next(stem, stems.bare(under, self.words), self.words)
            yield Said(ended(said), (place, place + 1))

    def _said(self, lead: str, points: list[Point], place: tuple[int, ...]) -> Iterator[Said]:
        words, grammar = self.words, self.words.grammar["bullets"]
        before, lead = own_parts.clause_before(lead, words)
        if before:
            yield Said(before, place)
        points = fits.timed(points, lead, words)
        texts = [point.text for point in points]
        stem = stems.opened(lead, words)
        if pointed := graded.lead(lead, stem, points, words):
            yield Said(ended(pointed), place)
            for point in points:
                yield from self._said(capitalised(point.text), self.page.points(-1, point.place + 1), (point.place,))
            return
        of_each = following.said(lead, points, words) or own_parts.said(lead, points, words)
        apart = of_each or leads.said(lead, points, words)
        if apart is None and (fitted := fits.said(lead, stem, points, words)) is not None:
            apart = [leads.Led(text, some, not at or text.startswith(lead)) for at, (text, some) in enumerate(fitted)]
        if apart is not None:
            yield from self._told(apart, place)
            return
        if stem and (pointed := stems.pointing(stem, texts, words) or fits.pointing(stem, points, words)):
            lead, stem = pointed, ""
        if stem and not stems.is_better_closed(lead, stem, words):
            yield from self.with_stem(stem, points, place)
            return
        stand = [stems.statements([fits.main_part(text, words)], words) for text in texts]
        may = any(stand) or own_parts.bans_something(points, words) or fits.at_times(texts, lead, words)
        if may and stems.adverbial(lead, words):
            yield from self._when(lead, points, place)
            return
        if stems.is_doubtful(lead, texts, words) or stems.forbids(lead, texts, words):
            said = f"{lead}: {together(texts, grammar['or'], words)}"
            yield Said(ended(said), (*place, *places(points)))
            yield from self._rests(points)
            return
        if not (any(stand) or any(":" in text for text in texts)) and (held := leads.held(lead, points, words)):
            yield from self._told([part._replace(led=True) for part in held], place)
            return
        orders = re.search(grammar.get("orders", r"(?!)"), lead) is not None
        if (orders or any(stand)) and (names := grammar.get("names_list")):
            lead = re.sub(rf"{names}$", grammar["names_orders"], lead)
        told = leads.told_alone(texts, words)
        by_itself = told or orders or any(stand) or fits.told_apart(texts, words)
        yield Said(capitalised(ended(fits.alone(lead, words) if by_itself else lead)), place)
        if told:
            points = [point._replace(text=text) for point, text in zip(points, told, strict=True)]
        if by_itself or not leads.names_its_points(lead, words):
            for point in chosen(points, words):
                yield from self._point(point)
            return
        yield from self._listed(points, place)

    def _when(self, lead: str, points: list[Point], place: tuple[int, ...]) -> Iterator[Said]:
        """Points under a beginning that only says when: a case or a time limit is said with each of them."""
        words = self.words
        each = conditional(lead, words, strictly=True) or tokens(lead)[0] in words.grammar.get("time_limits", ())
        named = own_parts.happening(lead, points, words) or ("" if each else own_parts.as_name(lead, points, words))
        if named:
            yield Said(named, place)
            for point in points:
                yield from self._point(point)
            return
        for index, point in enumerate(points):
            before = own_parts.time_before(lead, point.text, words) if each or not index else ""
            told = capitalised(before + fits.at_clock(point.text, words))
            at = (*place, point.place) if before else (point.place,)
            nested = self.page.points(point.place, point.place + 1)
            yield from self._said(told.rstrip(":"), nested, at) if nested else [Said(ended(told), at)]
            yield from () if nested else self.between(point.place + 1, point.end)

    def _point(self, point: Point) -> Iterator[Said]:
        """A point that is a sentence of its own."""
        if self.page.points(point.place, point.place + 1):
            yield from self.between(point.place, point.end)
            return
        for text, _ in leads.by_name(point):
            yield Said(ended(capitalised(text)), (point.place,))
        yield from self.between(point.place + 1, point.end)

    def _listed(self, points: list[Point], place: tuple[int, ...]) -> Iterator[Said]:
        """“These are … and ….”  “Another is ….”"""
        grammar, joint = self.words.grammar["bullets"], joint_of(points, self.words)
        for index, some in enumerate(pairs(points, self.words)):
            texts = [with_joint(point.text, joint, self.words) for point in some]
            begin = fits.one_more(self.page.texts[place[-1]] if place else "", some, index, self.words)
            begin = grammar["or_else"].strip() if index and joint == grammar["or"] else begin
            if nested := self.page.points(some[0].place, some[0].place + 1):
                yield from self._said(f"{begin} {some[0].text}".rstrip(":"), nested, (*place, some[0].place))
                continue
            said = f"{begin} {together(texts, joint, self.words)}".strip()
            yield Said(ended(capitalised(said)), (*place, *places(some)))
            yield from self._rests(some)

    def with_stem(self, stem: str, points: list[Point], place: tuple[int, ...]) -> Iterator[Said]:
        """Each point with the beginning that it hangs on."""
        words, grammar = self.words, self.words.grammar["bullets"]
        condition = conditional(stem, words)
        either = bool(re.search(grammar.get("either", r"(?!)"), stem))
        either = either or stems.denies(stem, words) or stems.names_cases(stem, words)
        word = grammar["or"] if either else joint_of(points, words)
        texts = [point.text for point in points]
        if order := alarms.apart(stem, texts, words):
            yield Said(order, place or places(points[:1]))
            for point in points:
                yield from self._point(point)
            return
        if avoided := avoiding.said(stem, points, words):
            yield from self._told([part._replace(led=True) for part in avoided], place)
            return
        if whole := at_once.said(stem, points, word, words):
            yield Said(ended(whole), (*place, *places(points)))
            return
        begin = stem
        after = next(iter(self.page.texts[points[-1].end : points[-1].end + 1]), "")
        counted = are_counted(points, after, words)
        for some in [[point] for point in points] if counted else by_itself.one_by_one(stem, points, words):
            first = some[0]
            if begin == grammar["next"]["several"] and len(some) == 1 and not several(first.text, words):
                begin = grammar["next"]["one"]
            nested = self.page.points(first.place, first.place + 1)
            for_this = alarms.for_this(begin, [point.text for point in some], words)
            if not for_this and by_itself.stands_alone(stem, first.text, words):
                yield from self._point(first)
                continue
            ordered = by_itself.own_order(begin, first.text, words) if len(some) == 1 and not nested else ""
            if nested:
                lead = stems.with_point(begin, first.text, words).rstrip(":")
                yield from self._said(lead, nested, (*place, first.place))
            else:
                joined_texts = [with_joint(point.text, word, words) for point in some]
                told = together(holding.with_own_case(begin, joined_texts, words), word, words)
                said = ordered or (f"{for_this} {told}" if for_this else stems.with_point(begin, told, words))
                yield Said(ended(capitalised(said.strip())), (*place, *places(some)))
                yield from by_itself.in_that_case(self._rests(some), words) if condition else self._rests(some)
            rest = [point.text for point in next(pairs(points[points.index(some[-1]) + 1 :], words), [])]
            if not ordered:  # else it has not been said yet, or other orders stand between
                more = any(self.page.holds_points(point) for point in some)
                stem_again = repeats.after_more(stem, words) if more else repeats.again(stem, words)
                begin = fits.another(stem_again, stem, rest, words, "" if either else word)

    def _told(self, parts_of_it: Iterable[Told], place: tuple[int, ...]) -> Iterator[Said]:
        """Sentences that say the beginning with some of the points each, and what stands under those."""
        for text, some, led in parts_of_it:
            yield Said(text, (*(place if led else ()), *places(some)))
            yield from self._rests(some)

    def _rests(self, points: Sequence[Point]) -> Iterator[Said]:
        """What the points say after their first sentences."""
        for point in points:
            yield from self.between(point.place + 1, point.end)
