"""What the rules know of clauses: whether one stands on its own, what its subject is, and how to say it again.

A small grammar over word lists (``language/LANGUAGE/grammar/words.yaml``), not a parser: it answers
“not sure” often, and then the sentence stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from narration.writing.sentences.text import WORD, balanced, tokens
from narration.writing.vocabulary import Vocabulary

FEWEST_WORDS = 3


def long(sentence: str, words: Vocabulary, over: int = 0) -> bool:
    """Whether it is worth cutting: longer than ``over`` words, or than is enough in this language."""
    return len(sentence.split()) > (over or int(words.grammar["enough_words"]))


def _far_modal(found: Sequence[str], words: Vocabulary) -> bool:
    """Whether a verb far from its subject is no other's: “a red patch on the white of the eye can last”."""
    grammar = words.grammar
    if not says_subjects(words):
        return False
    inside = {*grammar["subordinators"], *grammar["relatives"], *grammar["pronouns_again"], *grammar["modals"]}
    ends = {*inside, grammar["series"], grammar["or"]}
    first = next((word for word in found[1 : 2 * (1 + grammar["verb_within"])] if word in ends), "")
    return first in grammar["modals"]


def stands(half: str, words: Vocabulary, opening: bool) -> bool:
    """Whether this is a clause with a subject and a finite verb.

    The ``opening`` half keeps the sentence's own beginning, so only its verb
    is asked for; a later half must also show its subject.
    """
    found = tokens(half)
    if len(found) < FEWEST_WORDS or not balanced(half):
        return False
    grammar = words.grammar
    if _opens_inner(found, words) and not _points_back(found, words):
        # "When it begins, you may feel warm": the main clause comes after the comma.
        if "," in half:
            return stands(main_clause(half, words), words, opening=False)
        own = 0 if found[0] in grammar.get("before_infinitives", ()) else 1  # “Al llegar le pondremos”
        own += len({*grammar.get("opens_surely", ())} & set(found[1:]))  # “Although they go while images are taken”
        own += sum(token in grammar.get("opens_thing", ()) for token in found[1:])  # “If it shows that they went”
        return opening and sum(finite(found, index, words) for index in range(1, len(found))) > own
    if _orders(found, words) or (not says_subjects(words) and command(half, words)):
        return True
    if opening:
        return has_verb(half, words, 1 if says_subjects(words) and "’" not in found[0] else 0)
    if says_subjects(words) and (_asks(found, words) or _only_named(found, words)):
        return False
    near = range(1, min(len(found), 1 + grammar["verb_within"]))
    if found[0] in grammar.get("not_all", ()) and found[1] in grammar["not_all"][found[0]]:
        return any(finite(found, index, words) for index in range(2, 2 + len(near)) if index < len(found))
    if found[0].partition("’")[0] in grammar["subjects"]:
        if not says_subjects(words) and not own_verb(half, words):
            return False  # “un dispositivo cuyos hilos no se ven” is a thing
        # “No long walks”: a noun after “no” may look like a verb.
        sure = found[0] == "no"
        told = (i for i in near if not _agrees_with_none(found, i, words))
        verbs = (found[i] in grammar["auxiliary"] if sure else finite(found, i, words) for i in told)
        return found[0] in grammar["auxiliary"] or any(verbs) or (not sure and _far_modal(found, words))
    if found[0][0].isdigit() or (found[0] in grammar["amounts"] and _amount(found[1])):
        return any(finite(found, index, words) for index in range(1, len(found)))
    if found[0] in grammar["leads_in"] and found[1] not in grammar["relatives"]:
        return any(found[index] in grammar["auxiliary"] for index in range(3, len(found)))
    if found[0] in grammar["no_subject"] or found[0].endswith(tuple(grammar["adverb_endings"])):
        return False
    if not says_subjects(words):
        return own_verb(" ".join(found[: 1 + grammar["verb_within"]]), words)
    inner = {*grammar["subordinators"]} - {*grammar["prepositions"]}  # “Decaf too, as it isn’t free of it”
    if any(found[index] in grammar["auxiliary"] for index in takewhile(lambda at: found[at] not in inner, near)):
        return True
    return _far_modal(found, words)


def _opens_inner(found: Sequence[str], words: Vocabulary) -> bool:
    """Whether a clause begins with an inner one; “después” alone is an adverb, “después de” is not."""
    alone = found[0] in words.grammar.get("adverbs_alone", ()) and not set(found[1:2]) & {"de", "del", "que"}
    return found[0] in words.grammar["subordinators"] and not alone


def _points_back(found: Sequence[str], words: Vocabulary) -> bool:
    """Whether a main clause follows a mere “after that”: “After that you may …”."""
    grammar = words.grammar
    that = found[0] in grammar["prepositions"] and found[1] in ("that", "this")
    return that and found[2] in grammar["pronouns_again"]


def _asks(found: Sequence[str], words: Vocabulary) -> bool:
    """Whether an auxiliary comes first: a question, or a second verb without its subject (“and will check …”)."""
    return found[0] in words.grammar["auxiliary"] and "’" not in found[0]


def only_inner_verb(half: str, words: Vocabulary) -> bool:
    """Whether no verb of this half is the main clause's own (“hoarseness, which may last a day”)."""
    found = tokens(main_clause(half, words))
    return says_subjects(words) and bool(found) and _only_named(found, words)


def _only_named(found: Sequence[str], words: Vocabulary) -> bool:
    """Whether the only verb is that of an inner clause (“a gel, which is cold”, “no sport, since it hurts”)."""
    if "’" in found[0]:
        return False  # “you’ll” has its verb in it
    verbs = [index for index in range(1, len(found)) if finite(found, index, words)]
    inner, may_lead = {*words.grammar["relatives"], *words.grammar["opens_inner"]} - {"than"}, words.grammar["may_lead"]
    # “If so you may eat”: the verb after a condition may be that of the main clause.
    opens = (index for index, token in enumerate(found) if token in inner and (index or token not in may_lead))
    opened = next(opens, len(found))
    if opened < len(found) and found[opened] in words.grammar.get("possessive_relatives", ()):
        verbs = [index for index in verbs if index != opened + 1]  # “a coil whose threads cannot be found”
    chain = bool(verbs) and found[verbs[0]] in words.grammar["auxiliary"] and verbs[-1] - verbs[0] == len(verbs) - 1
    return (len(verbs) == 1 or chain) and opened < verbs[0]


def _amount(token: str) -> bool:
    return token[0].isdigit() or token in ("than", "to", "a", "an", "half", "one", "two", "three")


def _agrees_with_none(found: Sequence[str], index: int, words: Vocabulary) -> bool:
    """Whether a base form stands after one thing, whose verb would end in “s”: “your whole visit about an hour”."""
    grammar = words.grammar
    several = {*grammar["plural_nouns"], *grammar["pronouns_again"], "and", grammar["or"]}
    one = not several & set(found[:index]) and not found[index - 1].endswith("s")
    return one and found[0] in grammar["articles"] and found[index] in grammar.get("verb_bases", ())


def has_verb(text: str, words: Vocabulary, after: int = 0) -> bool:
    """Whether a finite verb stands in ``text``, at word ``after`` or later."""
    found = tokens(text)
    return any(finite(found, index, words) for index in range(after, len(found)))


def own_verb(text: str, words: Vocabulary) -> bool:
    """Whether the main clause of ``text`` has a finite verb, or is an order: one of an inner clause does not count."""
    if command(main := main_clause(text, words), words):
        return True
    found, inner = tokens(main), {*words.grammar["relatives"], *words.grammar["clause_words"]}
    before = ("", *found)  # “con informe”, “la toma” are no orders
    orders = {at for at, token in enumerate(found) if token in words.grammar["commands"]}
    orders -= {at for at in orders if before[at] in words.grammar["before_nouns"]}
    verbs = [index for index in range(len(found)) if index in orders or finite(found, index, words)]
    opened = [index for index, token in enumerate(found) if token in inner]
    # Each word that opens an inner clause takes one verb after it.
    return bool(verbs) and (not opened or verbs[0] < opened[0] or len(verbs) > len(opened))


def finite(found: Sequence[str], index: int, words: Vocabulary) -> bool:
    """Whether the word at ``index`` is surely or very likely a finite verb.

    Many verbs are nouns, too (``tests``, ``drops``): what stands before and after tells them apart.
    """
    grammar = words.grammar
    if index >= len(found):
        return False  # a text without words
    token, before = found[index], found[index - 1] if index else ""
    if token in grammar["auxiliary"]:
        return True
    described = before in grammar.get("describes", {}).get(token, ())  # “la voz ronca”
    if described or token not in grammar["verbs"]:
        named = described or token in grammar.get("not_finite", ()) or before in grammar["before_nouns"]
        return not named and len(token) > FEWEST_WORDS and token.endswith(tuple(grammar["finite_endings"]))
    after = found[index + 1] if index + 1 < len(found) else ""
    if after in grammar.get("after_compared", ()) and before in grammar["before_compared"]:
        return False  # “un poco más baja que los pies”
    if before in grammar["before_nouns"] or after in grammar["after_nouns"]:
        return False
    if before[:1].isdigit() and says_subjects(words):  # “95 % sobrevive”
        return found[max(index - 2, 0)] == "in"  # “1 in 3 describe it”
    if before in grammar["modals"]:
        return False
    # “These tests”, “this test” are nouns; “these help”, “this helps” are verbs.
    return before not in grammar["plural_quantities" if token.endswith("s") else "singular_pointers"]


def verb_first(found: Sequence[str], words: Vocabulary) -> int | None:
    """The place of the verb that a clause begins with, after its pronouns, “no” and adverbs."""
    for index, token in enumerate(found):
        if finite(found, index, words):
            return index
        if not is_adverb(token, words):
            return None
    return None


def subordinate(clause: str, words: Vocabulary) -> bool:
    """Whether a clause inside this one could own what follows it (“tell us if you …”)."""
    grammar = words.grammar
    found = tokens(clause)
    for index, token in enumerate(found):
        if token not in grammar["subordinators"] and token not in grammar["relatives"]:
            continue
        # “After the dose” is no clause, “after it stops” is one.
        if token not in grammar["prepositions"] or any(finite(found, i, words) for i in range(index, len(found))):
            return True
    return False


def main_clause(clause: str, words: Vocabulary) -> str:
    """The clause without an adverbial clause before it: “When it begins, you may …” → “you may …”."""
    if "," in clause and (found := tokens(clause)) and _opens_inner(found, words):
        after = [clause[match.end() :] for match in re.finditer(r",\s*", clause)]
        if not says_subjects(words):
            # “Si tiene fiebre, tos o mareo, llame”: what has no verb is a list.
            return next((part for part in after if _shows_verb(part.partition(",")[0], words)), after[0]).strip()
        later = after if re.match(words.grammar.get("gives_examples", r"(?!)"), after[0]) else ()
        own = (part for part in later if stands(part, words, opening=False) or command(part, words))
        return next(own, after[0]).strip()
    return clause


def _shows_verb(segment: str, words: Vocabulary) -> bool:
    return own_verb(segment, words) or bool(set(tokens(segment)[:1]) & set(words.grammar["commands"]))


def subject(clause: str, words: Vocabulary) -> tuple[str, str]:
    """The subject of a clause and its finite verb; ``("", "")`` where that is not plain to see."""
    matches = list(WORD.finditer(clause))
    found = tokens(clause)
    for index, token in enumerate(found):
        if finite(found, index, words):
            first = index
            while first > 1 and is_adverb(found[first - 1], words):
                first -= 1
            return (clause[: matches[first - 1].end()].strip() if index else ""), token
    return "", ""


def conditional(clause: str, words: Vocabulary, strictly: bool = False) -> bool:
    """Whether a condition in this clause could hold for what follows it as well (“if it bleeds, press, and …”).

    ``strictly`` counts only a beginning that may never come to be (if), not one that will (when).
    """
    found = tokens(clause)
    grammar = words.grammar
    said = f" {' '.join(found)} "
    starts = bool(found) and found[0] in grammar["conditions_at_start"]
    if starts or any(f" {phrase} " in said for phrase in grammar.get("conditional_phrases", ())):
        return True
    if strictly:
        return bool(set(found[:3]) & set(grammar["strict_conditions"]))
    return bool(set(found) & set(grammar["conditions"]))


def command(clause: str, words: Vocabulary) -> bool:
    """Whether a clause tells the listener to do something."""
    found = tokens(main_clause(clause, words))
    if found[:1] and found[0] in words.grammar.get("forbid_with", ()):
        after = next((token for token in found[1:] if token not in words.grammar["clitics"]), "")
        return after in words.grammar["forbidden"]
    return bool(found) and _orders(found, words)


def _orders(found: Sequence[str], words: Vocabulary) -> bool:
    """Whether a clause begins with an order, and not with a thing of that name (“contact sports”)."""
    grammar, at = words.grammar, words.grammar.get("command_at", r"(?!)")
    known = found[0] in grammar["commands"] or any(re.fullmatch(at, " ".join(found[:n])) for n in (1, 2))
    verb = any(found[0] in grammar.get(key, ()) for key in ("verb_bases", "orders_besides"))
    if verb and found[1:] and found[1] in grammar["ordered"]:
        known = not re.match(grammar["times_named"], " ".join(found[2:4]))  # “stick it down”, not “ache the next day”
    return known and " ".join(found[:2]) not in grammar.get("no_commands", ())


def instructs(sentence: str, words: Vocabulary) -> bool:
    """Whether a sentence tells the listener what to do or not to do: an order, or a word of duty (“should”)."""
    said = f" {' '.join(tokens(sentence))} "
    duty = any(f" {word} " in said for word in words.grammar.get("duties", ()))
    return duty or any(command(part, words) for part in sentence.split(", "))


def says_subjects(words: Vocabulary) -> bool:
    """Whether a finite verb needs its subject said (English), or may go without (Spanish)."""
    return bool(words.grammar["pronouns_again"])


def scoped(half: str, words: Vocabulary) -> bool:
    """Whether a beginning says for whom or how often, of all that is joined to it: “In 2 of 100 cases …”."""
    return re.match(words.grammar.get("scope", r"(?!)"), half) is not None


def is_adverb(token: str, words: Vocabulary) -> bool:
    """Whether a word of the list, or one with the ending of adverbs, says how or when."""
    return token in words.grammar["adverbs"] or token.endswith(tuple(words.grammar["adverb_endings"]))
