"""Long sentences to short ones, at joints where both halves stand on their own.

The joints are data: where to cut, and how the second half then begins.
Anything less sure stays whole.  A joint may say more:

``over``             cut only a sentence of more words than this
``sure``             the joint itself shows that a clause follows (a semicolon), so a verb in it is enough;
                     ``verb``: it shows the verb as well (“; no se …”)
``phrase``           what follows is the rest of a sentence that ``begin`` opens (“…, making it …” → “This makes it …”);
                     ``any``: even where the first half is less than certain
``complete``         the first half must not merely introduce the second (“You will need: …”)
``same_mood``        both halves are commands, or neither is; taken for granted where ``begin`` is empty
``left``             the first half must show this
``shown``            the first half must show this, and is then surely a sentence, whatever commas its case has
``statement``        the second half tells nobody what to do
``under_condition``  what follows holds by itself, even where the first half has an “if”
``right``            the second half must be this: ``command``
``first``            the first half must be this: ``command``, or ``statement``
``of_the_whole``     the second half speaks of all that the first says, with its “if”: what is cut from it does, too
``same_time``        the second half is done on all the days that the first begins with, and ``begin`` says so
``plain``            the second half is merely another sentence, whatever stands in the first
``bare``             … and only names something: no verb before what a relative says of it
``of_clauses``       the first half may be clauses in a row that lose their last
``joined``           … but how often the first half is so would hold for it, too (“Often there is no room, and …”)

Where subjects are left out (Spanish), ``continued`` knows more: ``verb_first``, ``own_verb``, ``second_verb``,
``own_subject``, ``shows_subject``, ``subject``, ``and_that``, ``of_a_series`` (its verb may end the first half).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from narration.writing.rules import cases
from narration.writing.sentences import (
    continued,
    first_halves,
    hanging,
    held,
    instructions,
    last_acts,
    of_both,
    own_case,
    reasons,
)
from narration.writing.sentences.clauses import (
    FEWEST_WORDS,
    command,
    conditional,
    finite,
    has_verb,
    long,
    main_clause,
    only_inner_verb,
    own_verb,
    says_subjects,
    scoped,
    stands,
)
from narration.writing.sentences.text import balanced, capitalised, tokens
from narration.writing.vocabulary import Vocabulary


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or the sentences it falls into; the last of them may be an order with its cases."""
    *before, last = _cut(sentence, words)
    return [*before, *cases.apply(last, words)] if before else [last]


def _cut(sentence: str, words: Vocabulary, *, relatives: bool = True) -> list[str]:
    """The sentences it falls into; its ``relatives`` stay where what comes next has its subject."""
    for joint in words.grammar["joints"]:
        if not long(sentence, words, joint.get("over", 0)):
            continue
        if not relatives and joint["begin"] == continued.ANTECEDENT:
            continue
        for match in re.finditer(joint["at"], sentence):
            left, right = sentence[: match.start()].rstrip(" ,;:"), sentence[match.end() :].lstrip()
            if not _opens(joint, left, words) or not _follows(joint, left, right, words):
                continue
            begin = continued.beginning(joint, left, right, words)
            begin = own_case.beginning(left, right, match[0].strip(), words) if begin == "" else begin
            first = first_halves.closed(joint, left, match[0], right, words)
            if begin is None or first is None:
                continue
            left, right = first, continued.second_half(joint, right)
            in_a_row = first_halves.is_in_a_row(left, match[0], words)
            left = last_acts.orders_closed(left, match[0], right, words)
            left = _closed(left, words) if joint.get("of_clauses") or in_a_row else left
            begun = f"{begin} {right}" if begin else capitalised(right)
            if conditional(left, words, strictly=True) and not joint.get("of_the_whole"):
                # What else the second half says may hold only under the condition: it stays together.
                return [f"{left}.", begun]
            keeps = continued.borrows_subject(joint, right, words)
            return [*_cut(f"{left}.", words, relatives=relatives and not keeps), *_cut(begun, words)]
    return [sentence]


def _closed(left: str, words: Vocabulary) -> str:
    """Clauses in a row whose last stood after the cut: “A gel is put on, a clip goes here” → “…, and a clip …”."""
    main = main_clause(left, words)
    *before, last = main.split(", ")
    found, grammar = tokens(last), words.grammar
    if not before or len(found) < FEWEST_WORDS or not stands(before[0], words, opening=True):
        return left
    opens = {*grammar["no_subject"], *grammar["relatives"], *grammar["subordinators"], *grammar["verbs"]}
    if found[0] in opens or found[0].endswith(tuple(grammar["adverb_endings"])):
        return left
    # A bare noun may be a subject, too: “local anaesthetic stings for a moment”.
    bare = any(finite(found, index, words) for index in range(1, FEWEST_WORDS))
    if not bare and not stands(last, words, opening=False):
        return left
    return f"{left[: len(left) - len(last)]}{grammar['series']} {last}"


def _opens(joint: Mapping[str, Any], left: str, words: Vocabulary) -> bool:
    """Whether the first half is a sentence; where subjects are left out, a sure joint needs no more than its verb."""
    if joint.get("shown"):
        return balanced(left) and re.search(joint["shown"], left) is not None
    if joint.get("sure") and not says_subjects(words) and balanced(left):
        verb = has_verb(left, words) or set(tokens(left)) & set(words.grammar["commands"])
        if set(tokens(left)[:1]) & set(words.grammar["strict_conditions"]) and not own_verb(left, words):
            return False  # “Si sangra; si tiene fiebre; …”: cases only, which answer a question together
        return bool(verb) and len(tokens(left)) >= FEWEST_WORDS
    by_order = joint["at"].startswith(";") and instructions.begins_with_order(left, words)
    if joint["at"].startswith(r",\s") and not says_subjects(words) and conditional(left, words, strictly=True):
        by_order = command(left, words) and balanced(left)  # “Si tiene fiebre, avísenos”: no other word is needed
    return stands(left, words, opening=True) or by_order


def _follows(joint: Mapping[str, Any], left: str, right: str, words: Vocabulary) -> bool:
    """Whether the second half can be said by itself and still means the same."""
    if held.together(held.Cut(joint, left, right, words)):
        return False
    if re.match(words.grammar.get("of_some", r"(?!)"), left) and not joint["at"].startswith(";"):
        return False  # “Those who take warfarin must ask, and a test is done”: of them only
    found = words.grammar.get("found_in_some")
    if found and re.match(found["left"], left) and re.match(found["right"], right):
        return False
    if not joint["at"].startswith((";", ":")) and of_both.is_time(left, right, words):
        return False
    if joint.get("joined") and (hanging.often(left, words) or continued.unfinished(left, words)):
        return False
    if continued.knows(joint):
        return continued.follows(joint, left, right, words)
    says = joint.get("bare") and has_verb(re.split(r",\s|\s(?:que|cuy[oa])\s", right)[0], words)
    if says or (joint.get("reason") and not reasons.stands(left, right, words)):
        return False
    if joint.get("phrase"):
        # A hedge of the first half holds for what follows from it; by itself it would sound certain.
        if words.grammar["goes_on_as"] and re.search(words.grammar["goes_on_as"], right):
            return False
        return joint["phrase"] == "any" or not set(tokens(left)) & set(words.grammar["unsure"])
    if not joint.get("under_condition") and _governs(left, words, joint.get("sure", False)):
        return False
    if joint.get("sure") == "verb":
        return len(tokens(right)) >= FEWEST_WORDS
    if joint.get("sure"):
        # “Mild effects: a dry mouth; they soon go”: the verb must be that of what comes next.
        next_ = re.split(words.grammar.get("next_clause", ";"), right)[0]
        alone = command(right, words) or (_verb(next_, words) and not only_inner_verb(right, words))
        return len(tokens(right)) >= FEWEST_WORDS and alone
    plain = bool(joint["begin"]) or joint.get("plain", False)
    if not plain and (_shared(left, words) or _governs(right, words)):
        return False
    if joint.get("same_mood", not plain) and command(left, words) != command(right, words):
        # “Press the button, and we stop” is a condition; “lie down, and stay there” is no new command.
        return False
    return stands(right, words, opening=False) or (bool(joint.get("reason")) and reasons.is_plain(right, words))


def _governs(half: str, words: Vocabulary, strictly: bool = False) -> bool:
    """Whether a condition of this half may hold for the other: none in a bracket, no “if you like”."""
    own = words.grammar.get("own_condition", r"(?!)")
    return conditional(re.sub(own, "", re.sub(r"\([^()]*\)", "", half)), words, strictly=strictly)


def _verb(right: str, words: Vocabulary) -> bool:
    return has_verb(right, words) if says_subjects(words) else own_verb(right, words)


def _orders_in_a_row(left: str, words: Vocabulary) -> bool:
    """Whether orders after a time would lose their last, and their “and” with it: “Before …, take …, have …”."""
    main = main_clause(left, words)
    last = main.rpartition(", ")[2]
    return main not in (left, last) and command(main, words) and command(last, words)


def _shared(left: str, words: Vocabulary) -> bool:
    """Whether the first half holds for the second as well: a list of clauses, or a time that both share."""
    first = tokens(left)[0]
    grammar = words.grammar
    if scoped(left, words) or hanging.often(left, words) or _orders_in_a_row(left, words):
        return True
    led = first.endswith("ly") or any(first in grammar[key] for key in ("no_subject", "subordinators", "lead_words"))
    before, comma, last = left.rpartition(", ")
    item = tokens(last)
    # “… depression, anxiety and PTSD”: that list is closed.
    joints = {grammar["bullets"]["and"], grammar["or"]}
    closed = bool(set(item) & joints) and item[0] not in {*grammar["verbs"], *grammar["commands"]}
    # “Some feel pressure, some feel heat or cold, and …”: that one goes on.
    closed = closed and not (first == item[0] and stands(last, words, opening=False))
    # “… to the ward, where a nurse meets you”: that clause is no item of a list.
    closed = closed or (says_subjects(words) and bool(item) and item[0] in grammar["relatives"])
    closed = closed or bool(set(item[-1:]) & set(grammar.get("ends_a_time", ())))
    closed = closed or bool(set(item[:1]) & set(grammar.get("remarks_on", ())))
    closed = closed or re.search(grammar.get("no_list", r"(?!)"), left) is not None
    listed = bool(comma) and not led and not closed and not (has_verb(last, words) and not has_verb(before, words))
    # “In the room you lie down, a clip goes on your finger, and …”: the comma parts two clauses already.
    in_a_row = led and bool(comma) and first not in grammar["subordinators"] and has_verb(before, words, 2)
    listed = listed or (in_a_row and stands(last, words, opening=False))
    return listed or first in grammar["times_shared"]
