"""To the listener: “the patient will be asked” → “you will be asked”.

Only where the patient is surely whoever listens: “some patients”, “patients
with asthma”, “other patients” stay, and so does what is told to a donor, to the
carer of a relative or the parents of a child, and a run of sentences (“They will then …”) in which a pronoun could mean
somebody or something else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from narration.writing.sentences.text import capitalised, tokens
from narration.writing.vocabulary import Vocabulary

_BESIDE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for patients of one kind while the patient beside them becomes “you”."""


def apply(sentences: Sequence[str], words: Vocabulary) -> list[str]:
    """The sentences of a section, as many as came."""
    grammar = words.grammar.get("listener")
    if not grammar or words.style.get("address", grammar["subject"]) != grammar["subject"]:
        return list(sentences)  # “you” of these grammars is *usted*: a page that says *tú* keeps its patient
    if words.style.get("patient_is_another"):
        return list(sentences)  # “Your relative is booked for a scan. … The patient must not drive.”
    if _another_listens(sentences, grammar.get("another_listens", ())):
        return list(sentences)
    made: list[str] = []
    for run in _runs(sentences, grammar["continues"]):
        changed = [_addressed(sentence, words) for sentence in run]
        if changed[0] is None or changed[0] == run[0]:
            made += run
            continue
        follow = [_pronouns(text or "", words, " ".join(run)) for text in changed]
        made += run if None in changed or None in follow else [text or "" for text in follow]
    return _with_companion(sentences, made, grammar.get("with_companion", {}))


def _with_companion(before: Sequence[str], made: list[str], said_for: Mapping[str, str]) -> list[str]:
    """Whom somebody stays with, once the patient has become “you”: “un adulto que pernocte con él” → “con usted”."""
    first = next((place for place, pair in enumerate(zip(before, made, strict=True)) if pair[0] != pair[1]), len(made))
    return [*made[:first], *(_each(said_for, sentence) for sentence in made[first:])]


def _another_listens(sentences: Sequence[str], patterns: Sequence[str]) -> bool:
    """Whether “you” is somebody beside the patient: “without your marrow he or she could die”."""
    return any(re.search(pattern, sentence, re.IGNORECASE) for sentence in sentences for pattern in patterns)


def _runs(sentences: Sequence[str], continues: Sequence[str]) -> list[list[str]]:
    """Sentences that hang together: each later one begins with a pronoun."""
    if not sentences:
        return []
    runs = [[sentences[0]]]
    for _, sentence in pairwise(sentences):
        if tokens(sentence)[:1] and tokens(sentence)[0] in continues:
            runs[-1].append(sentence)
        else:
            runs.append([sentence])
    return runs


def _addressed(sentence: str, words: Vocabulary) -> str | None:
    """The sentence with the patient as “you”; itself where none is named; None where it is not sure."""
    grammar = words.grammar["listener"]
    beside = re.search(grammar.get("beside", r"(?!)"), sentence)
    if beside:
        start, end = beside.span("they")
        one = _addressed(f"{sentence[:start]}{_BESIDE}{sentence[end:]}", words)
        return one and one.replace(_BESIDE, beside["they"])
    for pattern in grammar["stays"]:
        if re.search(pattern, sentence, re.IGNORECASE):
            return None
    sentence = _each(grammar["owner"], sentence)

    def as_subject(match: re.Match[str]) -> str:
        if not _acts(match, words):
            return match[0]
        verb = _agreeing(match["verb"], words) if match["one"] else match["verb"]
        said = _cased(match["who"], grammar["subject"])
        return f"{match['lead']}{said}{match['adverb']} {verb}"

    given = sentence
    single = any(match["one"] for match in re.finditer(grammar["as_subject"], sentence, re.IGNORECASE))
    sentence = re.sub(grammar["as_subject"], as_subject, sentence, flags=re.IGNORECASE)
    if single and (sentence := _second_verbs(sentence, words)) == "":
        return None
    sentence = _own_body(sentence, words) if sentence != given else sentence
    sentence = _each(grammar["as_object"], sentence)
    return None if re.search(grammar["named"], sentence, re.IGNORECASE) else sentence


def _own_body(sentence: str, words: Vocabulary) -> str:
    """The body of whoever the sentence is about: “the patient turns the head” → “you turn your head”.

    A hand may be that of somebody else who is named: “you lie still while the doctor rests the hand on …”.
    """
    grammar = words.grammar["listener"]
    others = bool(set(tokens(sentence)) & set(grammar["rivals"]))
    return _each(grammar.get("own_body", {}), sentence, but=grammar["own_hands"] if others else r"(?!)")


def _acts(match: re.Match[str], words: Vocabulary) -> bool:
    """Whether a verb follows the patient (“the patient visits us”), not a noun (“the patient visits are …”)."""
    verb, after = match["verb"].lower(), match.string[match.end() :].split()[:1]
    if verb in words.grammar["auxiliary"] or not words.grammar["listener"]["second_verb"]:
        return True
    if after and after[0].lower() in words.grammar["after_nouns"]:
        return False
    return verb in words.grammar["verbs"] and verb.endswith("s") == bool(match["one"])


def _second_verbs(sentence: str, words: Vocabulary) -> str:
    """The verbs that follow “you sit …, and”, in agreement with “you”; ``""`` where they may be somebody else's."""
    grammar = words.grammar["listener"]
    if not grammar["second_verb"]:
        return sentence
    for match in reversed(list(re.finditer(grammar["second_verb"], sentence))):
        if match["verb"] not in words.grammar["verbs"] and match["verb"] not in grammar["agreement"]:
            continue
        between = tokens(sentence[: match.start()])
        rivals = set(between) & set(grammar["rivals"])
        if rivals and re.search(rf"(?:,|\b(?:and|but|or|while))\s+(?:\w+\s+){{1,2}}(?:{'|'.join(rivals)})\b", sentence):
            continue  # “…, and the nurse cleans the skin and attaches pads”: the nurse's own verb.
        if rivals or set(between) & (set(words.grammar["relatives"]) - {"than", "how", "what", "where"}):
            return ""
        sentence = sentence[: match.start("verb")] + _agreeing(match["verb"], words) + sentence[match.end("verb") :]
    return sentence


def _each(said_for: Mapping[str, str], sentence: str, *, but: str = r"(?!)") -> str:
    """Every pattern replaced by what is said for it, with the case of what stood there; ``but`` what stays."""
    for pattern, said in said_for.items():
        for match in reversed(list(re.finditer(pattern, sentence, re.IGNORECASE))):
            if not re.search(but, match[0]):
                own = _cased(match[0], match.expand(said))
                sentence = sentence[: match.start()] + own + sentence[match.end() :]
    return sentence


def _agreeing(verb: str, words: Vocabulary) -> str:
    """A verb of the third person as one for “you”: is → are, needs → need."""
    grammar = words.grammar["listener"]
    lower = verb.lower()
    if lower in grammar["agreement"]:
        return str(grammar["agreement"][lower])
    for ending, instead in grammar["endings"].items():
        if lower.endswith(ending) and not lower.endswith("ss"):
            return verb[: len(verb) - len(ending)] + str(instead)
    return verb


def _pronouns(sentence: str, words: Vocabulary, run: str) -> str | None:
    """“They”, “his or her” for the patient; None where another noun could be meant.

    What stands before the patient, and is not of the same clause, cannot stand for the patient; nor can a “they”
    beside a “he or she”.
    """
    grammar = words.grammar["listener"]
    named = re.search(grammar["named"], run, re.IGNORECASE)
    starts = _clause_of_patient(run[: named.start()] if named else "", sentence, run)
    single = any(
        not entry["plural"] and re.search(pattern, sentence, re.IGNORECASE)
        for pattern, entry in grammar["pronouns"].items()
    )
    before_it, sentence = sentence[:starts], sentence[starts:]
    for pattern, entry in grammar["pronouns"].items():
        match = re.search(pattern, sentence, re.IGNORECASE)
        if match is None:
            continue
        before = set(tokens(run[: run.find(match[0], starts)]))
        rival = before & set(grammar["rivals"])
        if entry["plural"]:
            things = {token for token in before if _plural_noun(token, words)}
            if things and single and not rival:
                continue
            rival |= things if not _only_of_persons(pattern, sentence, words) else set()
        if rival:
            return None

        def said(found: re.Match[str], entry: dict[str, str] = entry) -> str:
            verb = found.groupdict().get("verb")
            text = _cased(found[0], entry["say"])
            return f"{text} {_agreeing(verb, words)}" if verb else text

        sentence = re.sub(pattern, said, sentence, flags=re.IGNORECASE)
    return before_it + sentence


def _clause_of_patient(before: str, sentence: str, run: str) -> int:
    """Where the clause begins that names the patient; 0 in a later sentence of the run."""
    *_, last = [0, *(match.end() for match in re.finditer(r"[;:]\s+", before))]
    return last if sentence[:last] == run[:last] else 0


def _only_of_persons(pronoun: str, sentence: str, words: Vocabulary) -> bool:
    """Whether a pronoun never stands for a thing here, but only for a person: “their doctor”, “they wish”."""
    pattern = words.grammar["listener"].get("of_persons", r"(?!)")
    found = re.finditer(pronoun, sentence, re.IGNORECASE)
    return all(re.match(pattern, sentence[match.start() :], re.IGNORECASE) for match in found)


def _plural_noun(token: str, words: Vocabulary) -> bool:
    known = {*words.grammar["auxiliary"], *words.grammar["verbs"], *words.grammar["listener"]["not_nouns"]}
    return token.endswith("s") and not token.endswith(("ss", "us", "is", "’s")) and token not in known


def _cased(old: str, new: str) -> str:
    return capitalised(new) if old[:1].isupper() else new
