"""How a second half goes on in a language that leaves its subjects out (Spanish): relatives, reasons, second verbs.

Where nothing shows that the verb is the main clause's own, the sentence stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from narration.writing.sentences import antecedents, hanging, subjects
from narration.writing.sentences.clauses import (
    FEWEST_WORDS,
    command,
    conditional,
    finite,
    has_verb,
    is_adverb,
    main_clause,
    own_verb,
    says_subjects,
    verb_first,
)
from narration.writing.sentences.text import capitalised, tokens
from narration.writing.vocabulary import Vocabulary

_KEYS = ("verb_first", "own_verb", "second_verb", "own_subject")
_MOST_WORDS_TO_RELATIVE = 3
ANTECEDENT = "{antecedent}"
THING = "{thing}"


def knows(joint: Mapping[str, Any]) -> bool:
    return any(key in joint for key in _KEYS)


def follows(joint: Mapping[str, Any], left: str, right: str, words: Vocabulary) -> bool:
    """Whether the second half can be a sentence by itself."""
    if len(tokens(right)) < FEWEST_WORDS or (not joint.get("under_condition") and conditional(left, words)):
        return False
    if joint.get("shows_subject") and not shows_subject(right, words):
        return False
    if joint.get("verb_first"):
        if joint["begin"] == ANTECEDENT and _yours(right, words):
            return False  # “una gasa, que debes presionar”: the gauze is what is pressed
        return ";" not in right and begins_with_verb(right, words)
    if joint.get("second_verb"):
        return _second_verb(left, right, words)
    if joint.get("own_subject"):
        return subjects.subject_and_verb(right, words) and not inner_verbs(main_clause(left, words), words)
    return own_verb(right, words)


def unfinished(left: str, words: Vocabulary) -> bool:
    """Whether a clause at the end waits for its verb: “porque las ecografías” before “y los análisis no muestran …”.

    “Tiene que venir” waits for none: after “que” only a noun with its article does.
    """
    if says_subjects(words):
        return False
    found = tokens(left)
    opens, named = {*words.grammar["clause_words"], *words.grammar["relatives"]}, set(words.grammar["articles"])
    last = max((index for index, token in enumerate(found) if token in opens), default=None)
    if last is None:
        return False
    if found[last] not in words.grammar["clause_words"] and not named & set(found[last + 1 : last + 2]):
        return False
    return not any(finite(found, index, words) for index in range(last + 1, len(found)))


def is_loose(joint: Mapping[str, Any], right: str, words: Vocabulary) -> bool:
    """Whether a second relative in ``right`` goes on with the one that the cut would take away: “… y por el que …”.

    “… y que late” becomes a second verb where the joint says so (``and_that``).
    """
    if not (joint.get("verb_first") or joint.get("own_verb")) or ";" in joint["at"] or joint["begin"].endswith(" que"):
        return False
    for match in re.finditer(words.grammar["loose_relative"], right):
        inner = set(tokens(right[: match.start()])) & set(words.grammar["relatives"])
        if not inner and not (joint.get("and_that") and match["that"]):
            return True
    return False


def shows_subject(reason: str, words: Vocabulary) -> bool:
    """Whether a reason says what it speaks of, or speaks of nobody: “hay rayos”, not “puede irritarla”."""
    main = main_clause(reason, words)
    if re.match(words.grammar["impersonal"], main):
        return True
    found = tokens(main)
    if found[:1] and found[0] in words.grammar["conditions"]:
        found = found[1:]  # “si el líquido se sale, deja una mancha”
    verb = next((index for index in range(len(found)) if finite(found, index, words)), None)
    before = found[:verb] if verb is not None else found
    while before and is_adverb(before[-1], words):
        before = before[:-1]
    return bool(before) and before[0] not in words.grammar["prepositions"]


def borrows_subject(joint: Mapping[str, Any], right: str, words: Vocabulary) -> bool:
    """Whether what comes after a semicolon has the subject of the main clause before it: “…; cuando falta, …”.

    A relative of that clause as a sentence of its own would come between, with another subject.
    """
    found = tokens(right)
    if says_subjects(words) or not re.match(r"[;:]", joint["at"]) or joint["begin"]:
        return False
    if found[0] in words.grammar["conditions"]:
        return len(found) > 1 and found[1] not in {*words.grammar["articles"], "usted", "este", "esta", "esto"}
    return begins_with_verb(right, words) and not command(right, words)


def beginning(joint: Mapping[str, Any], left: str, right: str, words: Vocabulary) -> str | None:
    """What the second half begins with; None where that cannot be told."""
    begin = str(joint["begin"])
    if begin == ANTECEDENT:
        said = antecedents.of(left, right, verb_first(tokens(right), words), words)
        return said if not said or antecedents.has_gender(said, joint.get("gender"), words) else None
    if THING in begin:
        said = antecedents.only_new(left, str(joint["gender"]), words)
        return begin.replace(THING, said) if said else None
    if joint.get("subject") and not says_subjects(words):
        said = _subject_again(left, right, words)
        return joint.get("unsure") if said is None else said
    return begin


def inserted_in(text: str, words: Vocabulary) -> str | None:
    """The subject that a relative clause at the end of ``text`` tells more of: “La sonda, que se pone en la nariz”."""
    name, _, relative = text.partition(", ")
    opens = set(tokens(relative)[:_MOST_WORDS_TO_RELATIVE]) & set(words.grammar["relatives"])
    return name if opens and "," not in relative and not has_verb(name, words) else None


def second_half(joint: Mapping[str, Any], right: str) -> str:
    """The second half; a second relative clause (“… y que late”) has become a second verb."""
    return re.sub(r"(,?)\s+(y|e)\s+que(?=,?\s)", r"\1 \2", right, count=1) if joint.get("and_that") else right


def goes_on_plainly(right: str, words: Vocabulary) -> bool:
    """Whether the commas in a relative clause are its own: “…, normalmente”, not “…, para ver” or “…, y hará”."""
    commas = words.grammar.get("plain_commas")
    if not commas or re.search(commas, right):
        return False
    return not any(begins_with_verb(right[match.end() :], words) for match in re.finditer(r",\s+[ye]\s+", right))


def _yours(clause: str, words: Vocabulary) -> bool:
    """Whether the verb that a clause begins with is the listener's or ours, and so not its antecedent's."""
    found = tokens(clause)
    verb = verb_first(found, words)
    return verb is not None and _kind(found[verb], words)[1] == "we, you"


def begins_with_verb(text: str, words: Vocabulary) -> bool:
    return verb_first(tokens(text), words) is not None


def _verb_at(text: str, words: Vocabulary) -> int | None:
    """The place of the verb that ``text`` begins with; “los conecta” has a pronoun first, “los cortes” an article."""
    found = tokens(text)
    pronoun = re.match(words.grammar["verb_with_clitic"], text) and finite(found, 1, words)
    return 1 if pronoun else verb_first(found, words)


def inner_verbs(clause: str, words: Vocabulary) -> list[int]:
    """The places of the verbs of inner clauses."""
    found = tokens(clause)
    inner = {*words.grammar["relatives"], *words.grammar["clause_words"]}
    first = next((index for index, token in enumerate(found) if token in inner), len(found))
    return [index for index in range(first, len(found)) if finite(found, index, words)]


def _second_verb(left: str, right: str, words: Vocabulary) -> bool:
    """Whether a verb right after “y” has the subject of the main clause, and not that of an inner one."""
    main = main_clause(left, words)
    if command(main, words) or command(right, words):
        both = command(main, words) and command(right, words)
        return both and tokens(right)[0] != "no" and not inner_verbs(main, words)
    found, second = tokens(right), _verb_at(right, words)
    if second is None or not has_verb(main, words):
        return False
    if subjects.two_subjects(main, words):
        return False  # “La enfermera le pesará, el médico le verá y firmará”: who signs is not who is named first
    before = tokens(main)
    first = next(index for index in range(len(before)) if finite(before, index, words))
    inner = inner_verbs(main, words)
    if first in inner:
        return False
    kind = _kind(found[second], words)
    things, persons = words.grammar["thing_clitics"], words.grammar["person_clitics"]
    if found[0] == "no" or (found[0] in things and set(before) & set(persons)):
        return False  # “le lavará la zona y la cubrirá”: by itself it would be the listener
    if re.match(words.grammar["passive_again"], right) and "se" in before[:first] and not inner:
        return True  # “se pegan unos discos y se le coloca la máscara”: both say what is done, and to what
    if (
        kind[1] != "it"
        and found[0] in words.grammar["clitics"]
        and kind[1] != _kind(before[first], words)[1]
        and not inner
    ):
        return True  # “usted se acostará y le pondrán una venda”
    return kind == _kind(before[first], words) and all(_kind(before[index], words) != kind for index in inner)


def _kind(verb: str, words: Vocabulary) -> tuple[str, str]:
    """Tense and person, as far as they show in the ending; *usted* has the verbs of “it”."""
    tense = next((name for name, ending in words.grammar["tenses"].items() if re.search(ending, verb)), "present")
    if re.search(words.grammar["first_or_second_person"], verb):
        return tense, "we, you"
    return tense, "they" if verb.endswith("n") else "it"


def _subject_again(left: str, right: str, words: Vocabulary) -> str | None:
    """The subject that both halves share: “El médico”; nothing where it is plain without; None if not sure."""
    found, second = tokens(right), _verb_at(right, words)
    main = re.sub(words.grammar["lists"]["leads"], "", main_clause(left, words))
    if (inserted := re.match(r"(.+?,[^,]+), ", main)) and (name := inserted_in(inserted[1], words)):
        main = f"{name} {main[inserted.end() :]}"
    main = re.sub(words.grammar["before_subject"], "", main)
    ordered = command(right, words) and not hanging.heard_as_order(main, right, words)
    of_nobody = re.match(words.grammar.get("of_nobody", r"(?!)"), right)
    if second is None or ordered or of_nobody or "se" in found[:second] or begins_with_verb(main, words):
        return ""
    kind = _kind(found[second], words)
    if kind[1] != "it" or kind[1] != _first_kind(main, words)[1]:
        return ""
    patterns = (words.grammar["noun_phrase"], words.grammar["described_noun"])
    named = (one for pattern in patterns if (one := re.match(pattern, main, re.IGNORECASE)))
    match = next((one for one in named if verb_first(tokens(main[one.end() :]), words) is not None), None)
    if match is None:
        return None
    article, _, noun = match[0].strip().partition(" ")
    if known := words.grammar["said_definite"].get(article.lower()):
        return capitalised(f"{known} {noun.partition(' ')[0]}")  # “Una aguja muy fina entra y …”: “La aguja …”
    # Only a person's verb could be taken for the listener's own, or any that is an order to a friend.
    person = set(tokens(match[0])) & set(words.grammar["persons"])
    if person and _done_by_nobody(found, second, words):
        return None
    own = person or hanging.heard_as_order(main, right, words)
    return capitalised(named_shortly(match[0].strip(), words)) if own else ""


def named_shortly(name: str, words: Vocabulary) -> str:
    """Somebody's title for the whole name that was just said: “La Dra. Ana Paz” → “La doctora”."""
    for pattern, said in words.grammar.get("titled", {}).items():
        if match := re.fullmatch(pattern, name):
            return match.expand(said)
    return name


def _done_by_nobody(found: Sequence[str], verb: int, words: Vocabulary) -> bool:
    """“Puede pedirse que trague”: an infinitive with “se” may be no act of the one who was named."""
    after = found[verb + 1] if verb + 1 < len(found) else ""
    reflexive = re.search(words.grammar.get("reflexive_infinitive", r"(?!)"), after)
    return reflexive is not None and found[verb] in words.grammar["auxiliary"]


def _first_kind(main: str, words: Vocabulary) -> tuple[str, str]:
    found = tokens(main)
    return next((_kind(token, words) for index, token in enumerate(found) if finite(found, index, words)), ("", ""))


def same_doer(joint: Mapping[str, Any], left: str, right: str, words: Vocabulary) -> bool:
    """Whether the second half may be what “we” do next, and would be heard as an order (“We start low, and load it”).

    “We help, and rest is important” shows by its second word that it has a subject of its own.
    """
    if not says_subjects(words) or words.grammar["series"] not in joint["at"]:
        return False
    if not set(tokens(left)[:1]) & set(words.grammar["others_who_act"]):
        return False
    verb, *after = tokens(right)[:2]
    return verb in words.grammar["verb_bases"] and not set(after) & set(words.grammar["auxiliary"])
