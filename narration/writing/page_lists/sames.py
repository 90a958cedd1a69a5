"""“Do the same if …” several times running: fewer lines, and never after a line that tells something else.

“Ring us on 555 0100 if A.” “Do the same if B.” “Do the same if C.” → “… Do the same if B, or if C.”  Each case still
holds alone.  After “This is common.” nobody knows any more what the same is: there the order itself is said again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from narration.script import Say
from narration.writing.sentences.clauses import command, conditional, instructs
from narration.writing.sentences.enumerations import said_again
from narration.writing.vocabulary import Vocabulary

MOST_WORDS = 20
MOST_WORDS_OF_TWO = 15
"""Two lines are few: they stay, unless one short sentence has both."""
FEWEST_IN_A_ROW = 3
_FAR = 2
"""How far a case is from its order where what stands between is more than one line that tells nothing to do."""

Cases = list[tuple[Say, re.Match[str]]]
"""Lines that say the same for one case each."""


@dataclass(slots=True)
class _Told:
    """What the line before tells to do, where it is one case's order, and how far the next case is from it."""

    order: re.Match[str] | None = None
    repeated: bool = False
    between: int = 0
    lead: frozenset[str] = frozenset()

    def again(self, found: re.Match[str], sources: Sequence[str], words: Vocabulary) -> str:
        """A case after another line, with the order itself; ``""`` where it is not sure which that is.

        After a line that orders something else (“Do not stop it.”) only a case that has its order from the same
        beginning of a list: its ``sources`` tell.
        """
        if not self.between or self.order is None or self.order["link"] != found["link"]:
            return ""
        if self.between > 1 and not self.lead & set(sources):
            return ""
        order = said_again(self.order["order"], words) or self.order["order"]
        return f"{order} {found['link']} {found['case']}."


def calmed(lines: Sequence[Say], words: Vocabulary) -> list[Say]:
    """The lines of a part, with the cases of a run in as few as are short enough to hear."""
    grammar = words.grammar.get("sames")
    if not grammar:
        return list(lines)
    made: list[Say] = []
    run: Cases = []
    told = _Told()
    for line in lines:
        if not line.from_style:  # “Also do the same” says “also” twice
            line = replace(line, text=re.sub(grammar["twice"], grammar["once"], line.text))
        found = None if line.from_style else re.fullmatch(grammar["line"], line.text)
        again = told.again(found, line.sources, words) if found else ""
        if found and not again:
            run.append((line, found))
            told.repeated = True
            continue
        made += [*_together(run, grammar), replace(line, text=again) if again else line]
        run = []
        if again:
            told.between = 0
        elif not line.from_style:
            told = _after(line, told, words)
    return made + _together(run, grammar)


def _after(line: Say, told: _Told, words: Vocabulary) -> _Told:
    """What a line without “the same” leaves: its own order, or the one before it, where this line tells nothing to do.

    After a case with “the same” an order without a case (“Don’t stop it.”) says more of that case.
    """
    text = line.text
    order = re.fullmatch(words.grammar["sames"]["order"], text)
    if order and (command(order["order"], words) or instructs(order["order"], words)):
        return _Told(order, lead=frozenset(line.sources))
    tells = conditional(text, words) or (not told.repeated and (command(text, words) or instructs(text, words)))
    if told.order is None:
        return _Told()
    return replace(told, between=_FAR if tells or told.between else 1)


def _together(run: Cases, grammar: Mapping[str, Any]) -> list[Say]:
    """The lines of a run, as many cases in each as it holds; of several that are left, every other one begins anew."""
    most = MOST_WORDS if len(run) >= FEWEST_IN_A_ROW else MOST_WORDS_OF_TWO
    groups: list[Cases] = []
    for each in run:
        if groups and _fits([*groups[-1], each], most, grammar):
            groups[-1].append(each)
        else:
            groups.append([each])
    texts = [_said(group, grammar) for group in groups]
    if len(groups) >= FEWEST_IN_A_ROW:
        texts[1::2] = [_otherwise(text, grammar) for text in texts[1::2]]
    sources = [dict.fromkeys(source for say, _ in group for source in say.sources) for group in groups]
    return [
        replace(group[0][0], text=text, sources=tuple(ids))
        for group, text, ids in zip(groups, texts, sources, strict=True)
    ]


def _fits(group: Cases, most: int, grammar: Mapping[str, Any]) -> bool:
    """Whether cases can be one sentence: short, none with a word that might be heard of all, three only if bare."""
    cases = [found["case"] for _, found in group]
    alike = len({(found["same"], found["link"]) for _, found in group}) == 1
    plain = not any(re.search(grammar["apart"], case) for case in cases)
    bare = len(cases) < FEWEST_IN_A_ROW or not any(re.search(grammar["listed"], case) for case in cases)
    return alike and plain and bare and len(_said(group, grammar).split()) <= most


def _said(group: Cases, grammar: Mapping[str, Any]) -> str:
    """“Do the same if A, if B, or if C.”"""
    (_, first), *_ = group
    cases = [f"{found['link']} {found['case']}" for _, found in group]
    *before, last = cases
    joint = grammar["joint"] if len(cases) > 1 else ""
    return f"{first['same']} {', '.join(before)}{joint}{last}."


def _otherwise(text: str, grammar: Mapping[str, Any]) -> str:
    """The same in other words: “Also do so if …”"""
    for same, other in grammar["otherwise"].items():
        if text.startswith(f"{same} "):
            return f"{other}{text.removeprefix(same)}"
    return text
