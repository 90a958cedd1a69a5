"""What somebody must be or have for something to be done or allowed: “You may be a good candidate if you:” + points.

Such a list seldom says whether all of its points must be so or one is enough.
Said two by two (“You may also be a candidate if …”), each would be enough by
itself, and an “and” would ask for more than the page does.  So the points stay
side by side, with no word between them but the page's own; long ones come after
a sentence that leaves it open (“… depending on the following points”).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.writing.page_lists import stems
from narration.writing.page_lists.points import FEWEST_NAMES, Point, Told, ended, together
from narration.writing.sentences.clauses import command
from narration.writing.vocabulary import Vocabulary

MOST_WORDS = 26
"""So many words are still one sentence with its points side by side."""
MOST_WORDS_OF_ALL = 45
"""Points that must all be so are heard together, also in a longer one."""


def said(lead: str, points: Sequence[Point], words: Vocabulary) -> list[Told]:
    """The sentences that such a beginning and its points make; none for any other, or where the page says “or”."""
    grammar = words.grammar["bullets"].get("criteria")
    if not grammar or re.search(grammar["any"], lead) or stems.denies(lead, words):
        return []
    joint = next((point.joint for point in points if point.joint), "")
    if joint.endswith(words.grammar["bullets"]["or"]):
        return []
    if all_met := re.search(grammar["all_met"], lead):
        link = grammar.get("all_if", all_met["if"])
        return _all_of_them(lead, f"{lead[: all_met.start()].rstrip(' ,')} {link}", points, words)
    met = re.search(grammar["met"], lead)
    if met and re.search(grammar["at"], lead[: met.start()]):
        return [(ended(lead), [], True), *_one_by_one([point.text for point in points], points, words)]
    stem = stems.opened(lead, words)
    found = re.search(grammar["if"], stem)
    if not found or not re.search(grammar["at"], stem[: found.start()]):
        return []
    hung = [_hung(stem, point.text, words) for point in points]
    texts = [hung[0], *(point.text for point in points[1:])]
    plain = all(point.end == point.place + 1 for point in points)
    if plain and joint:
        return [(ended(together(texts, joint, words)), points, True)]
    length = sum(len(text.split()) for text in texts)
    apart = len(points) >= FEWEST_NAMES and not any(re.search("[,;:]", text) for text in texts)
    if plain and apart and length <= MOST_WORDS:  # “if you are well, you are over 18” would tell what follows
        return [(ended(", ".join(texts)), points, True)]
    main = stem[: found.start()].rstrip(" ,")
    cases = [re.sub(grammar["if_at_start"], "", whole[len(main) :].lstrip(" ,")) for whole in hung]
    return [(ended(f"{main}{grammar['open']}"), [], True), *_one_by_one(cases, points, words)]


def _all_of_them(lead: str, bare: str, points: Sequence[Point], words: Vocabulary) -> list[Told]:
    """“You can go home if you meet these conditions:” + clauses → “You can go home if you can drink and …”.

    All of them; and alone, each would be told as a fact.
    """
    texts = [point.text for point in points]
    clauses = all(_is_clause(text, words) for text in texts)
    begin = bare if clauses else f"{lead}:"
    whole = ended(f"{begin} {together(texts, words.grammar['bullets']['and'], words)}")
    if all(point.end == point.place + 1 for point in points) and len(whole.split()) <= MOST_WORDS_OF_ALL:
        return [(whole, points, True)]
    return [(ended(lead), [], True), *_one_by_one(texts, points, words)]


def _is_clause(text: str, words: Vocabulary) -> bool:
    told = stems.statements([text], words) and not command(text, words)
    return ":" not in text and (told or stems.is_clause(text, words))


def _one_by_one(cases: Sequence[str], points: Sequence[Point], words: Vocabulary) -> list[Told]:
    """“One is that you are over 18.” “Another is that …”: said alone, each would be told as a fact."""
    grammar = words.grammar["bullets"]["criteria"]
    told: list[Told] = []
    for case, point in zip(cases, points, strict=True):
        kind = "clause" if stems.is_clause(case, words) else "thing"
        told.append((ended(f"{grammar['next' if told else 'first'][kind]} {case}"), [point], False))
    return told


def _hung(stem: str, point: str, words: Vocabulary) -> str:
    """The beginning and a point as one clause; a verb that no list knows has nothing put before it: “pesa 50 kg”."""
    if re.match(words.grammar["bullets"]["criteria"].get("verbs", r"(?!)"), point):
        return f"{stem} {point}"
    return stems.with_point(stem, point, words)
