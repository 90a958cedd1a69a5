"""Nothing bent: hedges, “not”, limits and conditions stand beside the words that they stand beside in the source.

A mark of the source is kept when a clause of the lines has a mark of its group
together with the words it speaks of.  So a hedge that has moved to another
clause is lost, and one that stands twice in the source must stand twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from narration.checks.base import Clause, Context, Finding, Level, Rendering, without
from narration.script import Say

_KINDS = {
    "hedge": (
        "hedge-lost",
        "the source is careful here ({name}); the lines are not.",
        "Keep a word that is as careful.",
    ),
    "negation": ("negation-lost", "a “not” of the source is missing.", "Keep every negation."),
    "limit": ("limit-lost", "the source sets a limit here ({name}); the lines do not.", "Say the limit, too."),
}
_SOFT = {"duty": "the source says that it must be so; the lines do not.", "only": "the source says “only”."}


def check(context: Context) -> Iterator[Finding]:
    for rendering in context.renderings:
        source, lines = rendering.whole_clauses, tuple(clause for _, clause in rendering.line_clauses)
        said = _with_what_they_include(context, rendering)
        lost = list(_lost(rendering, _Place(context, source, lines, rendering.source_clauses, said)))
        yield from lost
        yield from _allowed(context, rendering)
        yield from _added(rendering, _Place(context, lines, source), {finding.rule for finding in lost})
        yield from _conditions(context, rendering)


class _Place:
    """Marks of one side looked for on the other.

    ``once`` are the clauses of this side, each as often as it is written, ``lines`` those of the other by line.
    """

    def __init__(
        self,
        context: Context,
        here: Sequence[Clause],
        there: Sequence[Clause],
        once: Sequence[Clause] = (),
        lines: Sequence[Sequence[Clause]] = (),
    ) -> None:
        self.context, self.here, self.there = context, here, there
        self._once, self._lines = once or here, lines
        count = Counter(stem for clause in here for stem in clause.stems)
        self._common = {stem for stem, times in count.items() if times > 1}
        self._there = {stem for clause in there for stem in clause.stems}

    def missing(self) -> Iterator[tuple[Clause, str]]:
        """Each clause with the group of a mark that is not found on the other side, once for the same words."""
        told: set[tuple[str, tuple[str, ...]]] = set()
        for clause in self.here:
            for group, beside in clause.marks:
                if (group, beside) not in told and not self._found(clause, group, beside):
                    told.add((group, beside))
                    yield clause, group
        if self._fewer_negations() and not any(group == "negation" for group, _ in told):
            yield next(clause for clause in self.here if clause.denials > 1), "negation"

    def _found(self, clause: Clause, group: str, beside: tuple[str, ...]) -> bool:
        """Whether half of the words that the mark speaks of have one beside them, as far as the other side has them.

        Words that stand in several clauses, or that the other side says in other
        words, are a weak sign: then as many marks as here are enough.  So are those beside
        a mark that stands alone on either side: “common” in “it is common and can last a week”.
        """
        having = [clause for clause in self.there if self._has(clause, group)]
        if group == "negation" and any(not clause.stems for clause in having):
            return True  # “But you don’t have to.”: what is denied stands in the line before it
        if group == "negation" and _as_many_beside(beside[:1], self._once, self.there):
            return True  # “No necesitas ayuno y puedes …” as two lines: it still stands beside the nearest word
        own = [stem for stem in beside if stem not in self._common]
        said = [stem for stem in own or beside if any(self._says(clause, stem) for clause in self.there)]
        if not said:
            return bool(having)
        kept = [stem for stem in said if any(self._says(clause, stem) for clause in having)]
        if len(kept) * 2 >= len(said) or (clause.led and self._in_a_line(group, own or beside)):
            return True
        surely = any(stem in self._there for stem in said) and bool(own)
        alone = group in clause.bare or any(group in other.bare for other in having)
        return (alone or not surely) and len(having) >= sum(group in other.groups for other in self._once)

    def _in_a_line(self, group: str, beside: Sequence[str]) -> bool:
        """Whether one line has the mark of a list's beginning and the words of a point: “most get A and B”."""
        return any(
            any(self._has(clause, group) for clause in line)
            and 2 * sum(any(self._says(clause, stem) for clause in line) for stem in beside) >= len(beside)
            for line in self._lines
        )

    def _has(self, clause: Clause, group: str) -> bool:
        """A mark of the group, or a word that does for one; one that denies must be new on the other side."""
        if group == "negation" and clause.in_denied_list:
            return True
        others = self.context.lexicon.stand_ins(group) & clause.groups
        return any(group != "negation" or other == group or self._is_new(clause, other) for other in others)

    def _is_new(self, clause: Clause, group: str) -> bool:
        said, known = f" {' '.join(clause.tokens)} ", f" {' '.join(t for c in self.here for t in c.tokens)} "
        return any(f" {word} " in said and f" {word} " not in known for word in self.context.lexicon.groups[group])

    def _says(self, clause: Clause, stem: str) -> bool:
        """The word itself where the other side has it anywhere, else what the plain-words list says for it."""
        return stem in clause.stems or (stem not in self._there and bool(clause.stems & self.context.same(stem)))

    def _fewer_negations(self) -> bool:
        """A clause denies twice (“do not … without”), and the other side has fewer denials in all.

        A list's beginning denies once as it is written, however many points it has.
        """
        here, there = (sum(clause.denials for clause in side) for side in (self._once, self.there))
        there += sum(self._is_new(clause, "denial") for clause in self.there)
        return here > there and any(clause.denials > 1 for clause in self.here)


def _as_many_beside(nearest: Sequence[str], here: Sequence[Clause], there: Sequence[Clause]) -> bool:
    """Whether as many denials stand beside a word there as here, so that none was added to a clause of its own."""
    count = [
        sum(mark == "negation" and words[:1] == nearest for clause in side for mark, words in clause.marks)
        for side in (here, there)
    ]
    return bool(nearest) and count[1] >= max(count[0], 1)


def _with_what_they_include(context: Context, rendering: Rendering) -> list[list[Clause]]:
    """The clauses of each line, those of “This includes …” with the line that has named what includes it."""
    found: list[list[Clause]] = []
    for text in rendering.spoken_lines:
        clauses = context.lexicon.clauses(text)
        begin = " ".join(clauses[0].tokens[:2]) if clauses else ""
        if found and begin in context.meaning["includes"]:
            found[-1].extend(clauses)
        else:
            found.append(list(clauses))
    return found


def _lost(rendering: Rendering, place: _Place) -> Iterator[Finding]:
    for clause, group in place.missing():
        kind, _, name = group.partition(":")
        if kind in _KINDS:
            rule, message, suggestion = _KINDS[kind]
            stands = _word(place.context, clause, group)
            yield rendering.finding("block", rule, message.format(name=f"{name}: {stands}"), suggestion)
        elif kind in _SOFT:
            yield rendering.finding("warn", f"{kind}-lost", _SOFT[kind], "Keep it if it is so.")


def _allowed(context: Context, rendering: Rendering) -> Iterator[Finding]:
    """“Avoid” that is gone, with nothing else that forbids."""
    forbidding = set(context.meaning["prohibitions"])
    source, lines = (tuple(side) for side in (rendering.source_clauses, (c for _, c in rendering.line_clauses)))
    before, after = (sum(token in forbidding for clause in side for token in clause.tokens) for side in (source, lines))
    fewer = sum(clause.denials for clause in source) + before - sum(clause.denials for clause in lines) - after
    known = {token for clause in source for token in clause.tokens}
    new = {token for clause in lines for token in clause.tokens} - known
    if before > after and fewer > 0 and not new & set(context.lexicon.groups["denial"]):
        gone = next(token for clause in source for token in clause.tokens if token in forbidding)
        message = f"the source forbids it (“{gone}”); the lines do not."
        yield rendering.finding("block", "negation-lost", message, "Keep every negation.")


def _added(rendering: Rendering, place: _Place, lost: Set[str]) -> Iterator[Finding]:
    """A mark beside words that have none in the source.

    “Will” alone may be a plain future, unless a hedge is gone; a “not” has come
    where there are more of them, or where another one is gone.
    """
    here, there = (sum(clause.denials for clause in side) for side in (place.here, place.there))
    denies = here > there or "negation-lost" in lost
    says = {id(clause): say for say, clause in rendering.line_clauses}
    for clause, group in place.missing():
        kind, say, word = group.partition(":")[0], says[id(clause)], _word(place.context, clause, group)
        if kind == "negation" and denies:
            message = "the lines deny what the source does not."
            yield rendering.finding("block", "negation-added", message, "Keep the meaning.", say)
        elif kind == "limit":
            message = f"“{word}” is not in the source."
            yield rendering.finding("block", "limit-added", message, "Say the amount as the source does.", say)
        elif kind == "hedge" and not _of_an_example(place, rendering, say, word):
            message = f"“{word}” says it less surely, or of other people, than the source."
            yield rendering.finding("warn", "hedge-added", message, "Say it as the source does.", say)
        elif kind == "certain" and not _ordered_again(rendering, clause, word):
            level: Level = (
                "block" if "hedge-lost" in lost or word not in place.context.meaning["certain_soft"] else "warn"
            )
            message = f"“{word}” promises or asks for more than the source."
            yield rendering.finding(level, "strengthened", message, "Say it as the source does.", say)


def _ordered_again(rendering: Rendering, clause: Clause, word: str) -> bool:
    """Whether a line says the first line's order once more, of another case: “Se debe llamar también si …”."""
    after = f" {' '.join(clause.tokens)} ".partition(f" {word} ")[2].split(" ")[0]
    begun = rendering.line_clauses[0][0]
    first = [one for say, one in rendering.line_clauses if say is begun]
    said = " ".join(["", *(token for one in first for token in one.tokens), ""])
    asked = any(word in one.tokens for one in rendering.source_clauses)
    return asked and all(one is not clause for one in first) and f" {word} {after} " in said


def _of_an_example(place: _Place, rendering: Rendering, say: Say, word: str) -> bool:
    """Whether a line gives an example of what the source says with this hedge: “For example, there may be a rash.”"""
    begins = re.match(place.context.meaning["examples_begin"], say.text) is not None
    return begins and any(word in clause.tokens for clause in rendering.source_clauses)


def _word(context: Context, clause: Clause, group: str) -> str:
    """The words of the group that stand in the clause, for a message."""
    text = f" {' '.join(clause.tokens)} "
    return ", ".join(word for word in context.lexicon.groups[group] if f" {word} " in text) or "n’t"


def _conditions(context: Context, rendering: Rendering) -> Iterator[Finding]:
    """“Call us if …”: the call and its condition both stay."""
    source, lines = list(rendering.source_clauses), [clause for _, clause in rendering.line_clauses]
    contact, conditions = context.meaning["contact"], context.meaning["conditions"]
    conditional = _has_any(source, conditions, context.meaning.get("no_conditions", ()))
    asks = _has_any(source, contact) and conditional
    if asks and not (_has_any(lines, contact) and _has_any(lines, conditions)):
        message = "it tells when to ask for help; the lines do not."
        yield rendering.finding("block", "instruction-lost", message, "Keep it whole.")
    elif asks and _has_any(source, context.meaning["urgent"]) and not _has_any(lines, context.meaning["urgent"]):
        message = "it tells to ask for help at once; the lines do not."
        yield rendering.finding("block", "instruction-lost", message, "Keep it as urgent.")
    elif conditional and not _has_any(lines, (*conditions, *context.meaning["condition_stand_ins"])):
        message = "the source says when this is so (“if”, “when”, “until”); the lines say it of every case."
        yield rendering.finding("block", "condition-lost", message, "Keep the condition.")


def _has_any(clauses: Sequence[Clause], phrases: Sequence[str], besides: Sequence[str] = ()) -> bool:
    """Whether any of the phrases stands in the clauses, but for what is part of one ``besides`` (“si bien”)."""
    text = f" {' '.join(token for clause in clauses for token in clause.tokens)} "
    text = without(text, besides)
    return any(f" {phrase} " in text for phrase in phrases)
