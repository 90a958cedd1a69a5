"""Orders that a page writes as bare infinitives (Spanish): “No mojarse la herida.” → “No se moje la herida.”

The order is to whom the script speaks (``style["address"]``).  An infinitive
may also be a subject (“Fumar aumenta el riesgo”), an aim, a symptom, or hang on
a word before it (“para evitar … y cuidar …”): what is not surely an order stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from narration.language import spanish_verbs
from narration.writing.sentences import euphony, objects
from narration.writing.sentences.clauses import finite, has_verb, is_adverb
from narration.writing.sentences.text import capitalised, decapitalised
from narration.writing.vocabulary import Vocabulary

_INFINITIVE = re.compile(r"(?P<verb>[^\W\d_]*[aeiíáé]r)(?P<se>se)?(?P<what>l[eoa]s?|(?<=[ai]r)nos)?", re.IGNORECASE)
_MOST_LEADS = 2
_DASH = re.compile(r"[–—]")
_WORD = re.compile(r"[^\W\d_]+")


def applies(section: str, lead: str, text: str, words: Vocabulary) -> bool:
    """Whether the infinitives of this section, under this beginning (``""``: none), may be orders at all."""
    orders = words.grammar.get("orders")
    if not orders:
        return False
    if re.search(orders["no_orders_under"], section):
        called = re.match(orders["asks_help"], text) or re.search(orders["then_call"], text)
        return not lead and called is not None
    return not lead or re.search(orders["led_by"], lead) is not None


def names_row(text: str) -> bool:
    """Whether the words before the colon of a table's row begin with an infinitive, which names an activity.

    “Lavarse el pelo: 3 días” tells when, and “No mojarse: …” what not to do.
    """
    name, colon, _ = text.partition(":")
    return bool(colon) and re.match(rf"{_INFINITIVE.pattern}\b", name, re.IGNORECASE) is not None


def called(sentence: str, words: Vocabulary) -> str:
    """When to ask for help (“Consultar si aparece:”), as an order: what comes after its “si” has verbs of its own.

    So is what to bring (“Traer:”), which is said again with each thing: “Traiga también …”.
    """
    orders = words.grammar.get("orders")
    found = re.match(orders["calls"], sentence) or re.match(orders["brings"], sentence) if orders else None
    return f"{apply(found['do'], words)[0]}{sentence[found.end('do') :]}" if found else sentence


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence with all its infinitives as orders, or as it is: never “refuércela …; si se despega, llamar”."""
    orders = words.grammar.get("orders")
    if not orders:
        return [sentence]
    if late := re.fullmatch(orders["denied_last"], sentence):  # “Mover el brazo, no.”
        denied = f"{capitalised(late['no'])} {decapitalised(late['act'])}."
        ordered = _ordered_all(denied, orders, words)
        return [ordered if ordered != denied else sentence]
    named = objects.said(sentence, words)
    if named != sentence and (said := _ordered_all(named, orders, words)) != named:
        return [said]
    return [_ordered_all(sentence, orders, words)]


def _ordered_all(sentence: str, orders: Mapping[str, Any], words: Vocabulary) -> str:
    parts = re.split(rf"(;\s+|{orders['then_call']})", sentence)
    said = [_clause(part, orders, words) for part in parts]
    left = any(old == new and _still_orders(old, orders, words) for old, new in zip(parts, said, strict=True))
    return sentence if left else euphony.mended("".join(said), sentence, words)


def _still_orders(text: str, orders: Mapping[str, Any], words: Vocabulary) -> bool:
    """Whether a clause that was not turned may hold an order all the same."""
    began = _begin(text, orders, words)
    first = re.match(rf"(?:{orders['no']}\s+)?{_INFINITIVE.pattern}\b(?!:)", text[len(began) :], re.IGNORECASE)
    shown = first or re.search(rf",\s+(?:[ye]\s+)?(?:{orders['no']}\s+)?{_INFINITIVE.pattern}\b", text)
    if shown is None or _base(shown["verb"]) in orders["nouns"]:
        return False
    return not _has_main_verb(text[len(began) :], words)


def _clause(text: str, orders: Mapping[str, Any], words: Vocabulary) -> str:
    """A clause, with what may come before its order: “Si sangra, ”, “Importante: ”."""
    begin = _begin(text, orders, words)
    rest = text[len(begin) :]
    first = re.match(rf"(?P<no>{orders['no']}\s+)?{_INFINITIVE.pattern}\b", rest, re.IGNORECASE)
    if first and not first["no"] and (rest[first.end() :].startswith(":") or re.fullmatch(orders["when_again"], rest)):
        return text  # “Posponer: Si tiene fiebre …” has a name before its colon, as has “Volver al trabajo: 2 días”
    if first and not first["no"] and re.match(orders["waits"], rest):
        return text  # “Levantar más de 5 kg: 3 semanas” would order to lift
    if first and re.match(orders["allowed"], rest[first.end() :]):
        return text  # “Pasear sí.” allows it
    if first is None or not _may_order(first, rest, orders) or _has_main_verb(_told(begin, rest, first, orders), words):
        return text
    found = _ordered(rest, orders, words)
    for start, end, said in reversed(found or []):
        rest = f"{rest[:start]}{capitalised(said) if rest[start].isupper() else said}{rest[end:]}"
    return f"{begin}{rest}"


def _begin(text: str, orders: Mapping[str, Any], words: Vocabulary) -> str:
    """What may come before an order: a name or a time, and one more: “Vello: si es abundante, ”."""
    begin = ""
    for _ in range(_MOST_LEADS):
        rest = text[len(begin) :]
        lead = re.match(orders["lead"], rest)
        named = re.match(orders["label"], rest) if not lead and not begin else None
        if lead and _only_leads(lead[0], words):
            begin += lead[0]
        elif named and not has_verb(named[0], words) and _surely_told(rest[named.end() :], orders):
            begin += named[0]
        else:
            break
    return begin


def _surely_told(rest: str, orders: Mapping[str, Any]) -> bool:
    """Whether what stands after a name tells what to do with it: “no …”, and what a procedure cannot consist of.

    Not “Biopsia: retirar un trozo”.
    """
    first = re.match(rf"(?P<no>{orders['no']}\s+)?{_INFINITIVE.pattern}\b", rest, re.IGNORECASE)
    if first is None:
        return re.match(orders["lead"], rest) is not None
    verb = _base(first["verb"])
    return bool(first["no"]) or verb in orders["labelled"] or (bool(first["what"]) and verb in orders["verbs"])


def _told(begin: str, rest: str, first: re.Match[str], orders: Mapping[str, Any]) -> str:
    """What may hold the main verb: not the reason after a colon, “En invierno, venir abrigado: las manos frías …”.

    “Bañarse: la herida no debe …” has a name before its colon.
    """
    order, colon, _ = rest.partition(": ")
    counted = re.search(r"\d", order)  # “Beber 2 litros al día: el agua ayuda”
    sure = bool(begin or first["no"] or counted or _base(first["verb"]) in orders["surely"])
    return order if colon and sure else rest


def _only_leads(lead: str, words: Vocabulary) -> bool:
    """Whether no verb of what comes before could own the infinitive: not “Mientras tanto puede leer, …”.

    Nor does one lead that breaks off inside dashes: “… se fijan metas —por ejemplo, subir un piso—”.
    """
    if len(_DASH.findall(lead)) % 2:
        return False
    found = [match[0].lower() for match in _WORD.finditer(lead)]
    if not any(finite(found, index, words) for index in range(len(found))):
        return True
    clause = found[0] in words.grammar["clause_words"] or "que" in found
    return clause and not any(_INFINITIVE.fullmatch(token) for token in found)


def _may_order(first: re.Match[str], rest: str, orders: Mapping[str, Any]) -> bool:
    verb = _base(first["verb"])
    if verb in orders["never"] or re.match(orders["not_so"], rest):
        return False
    shown = first["no"] or first["se"] or verb in orders["verbs"]
    return bool(shown) or re.match(orders["so"], rest) is not None


def _ordered(rest: str, orders: Mapping[str, Any], words: Vocabulary) -> list[tuple[int, int, str]] | None:
    """Each order of the clause: where it stands, and how it is said; None where one is not sure."""
    found: list[tuple[int, int, str]] = []
    governed = ""
    for match in _WORD.finditer(re.sub(r"\([^()]*\)", lambda bracket: " " * len(bracket[0]), rest)):
        shape = _INFINITIVE.fullmatch(match[0])
        if shape is None or match[0].lower() in orders["nouns"]:
            continue
        before = rest[: match.start()]
        joint = re.search(rf"(?:^|(?P<by>,|\b(?:y|e|o|u|ni)))\s*(?P<no>{orders['no']}\s+)?$", before, re.IGNORECASE)
        if joint is None:
            last = (re.findall(r"[^\W\d_]+", before.lower()) or [""])[-1]
            if _base(shape["verb"]) not in spanish_verbs.known() and last not in words.grammar["prepositions"]:
                continue  # “la exposición solar”
            governed = last if last in orders["closed_by_no"] or "antes de" in before.lower()[-12:] else "?"
            continue
        if governed == "sin" and re.search(r",\s+[ye]\s+$", before):
            governed = ""  # “sin frotar, y secar”
        if governed and not (joint["no"] and governed != "?"):
            return None
        denied = bool(joint["no"]) or joint["by"] == "ni" or _shares_no(rest, joint, match.end())
        said = _order(_base(shape["verb"]), shape["se"], (shape["what"] or "").lower(), denied, words)
        if not said:
            return None
        found.append((match.start(), match.end(), said))
        governed = ""
    return found


def _shares_no(rest: str, joint: re.Match[str], end: int) -> bool:
    """Whether a “no” before holds for this one, too: “no fumar o beber”, “no fumar, beber ni conducir”."""
    if joint["by"] is None or not re.match(r"(?i)no\b", rest):
        return False
    return joint["by"] in ("o", "u") or (joint["by"] == "," and re.search(r"\bni\b", rest[end:]) is not None)


def _base(verb: str) -> str:
    """The infinitive without the accent that two pronouns ask for: ``ponér(selo)``."""
    verb = verb.lower()
    plain = verb[:-2] + verb[-2].translate(str.maketrans("áéí", "aei")) + verb[-1]
    return verb if verb in spanish_verbs.known() else plain


def _order(verb: str, itself: str | None, what: str, denied: bool, words: Vocabulary) -> str:
    """``lavar`` + ``se`` → ``lávese``, ``se lave`` after *no*; ``""`` where the form is not known."""
    if verb not in spanish_verbs.known():
        return ""
    person = str(words.style.get("address", "usted"))
    own = "" if not itself else "se" if person in ("usted", "ustedes") else "te"
    if denied:
        return " ".join(part for part in (own, what, spanish_verbs.forbidding(verb, person)) if part)
    return spanish_verbs.ordering(verb, person, own + what)


def _has_main_verb(rest: str, words: Vocabulary) -> bool:
    """Whether a finite verb is that of a main clause, so that the infinitive is its subject: “Fumar … aumenta …”."""
    inner = {*words.grammar["relatives"], *words.grammar["clause_words"], *words.grammar["orders"]["opens_inner"]}
    matches = list(_WORD.finditer(rest))
    found = [match[0].lower() for match in matches]
    waiting, within = 0, False
    for index, token in enumerate(found):
        if token in inner:
            waiting += 1
        elif _is_noun(found[max(index - 1, 0)], token, words):
            continue  # “desde la toma”
        elif _describes(found, index, words):
            continue
        elif not (waiting or within) and _has_pronoun(found, index, words):
            return True
        elif finite(found, index, words) and not (index and finite(found, index - 1, words)):
            if waiting:
                waiting, within = waiting - 1, True
            elif not (within and _joined(rest, matches, index, words)):
                return True
    return False


def _has_pronoun(found: Sequence[str], index: int, words: Vocabulary) -> bool:
    """Whether a word is a verb by the pronoun before it, which is no article: “no te obliga”."""
    pronouns = {*words.grammar["clitics"]} - {*words.grammar["articles"]}
    verb = found[index] not in words.grammar["clitics"] and not _INFINITIVE.fullmatch(found[index])
    return verb and index > 0 and found[index - 1] in pronouns


def _is_noun(article: str, token: str, words: Vocabulary) -> bool:
    """Whether a verb's form is a noun after its article: “la toma”, “las dudas”; “los alivia” is none."""
    return article in words.grammar["orders"]["before_nouns"] and article.endswith("s") == token.endswith("s")


def _describes(found: Sequence[str], index: int, words: Vocabulary) -> bool:
    """Whether a verb's form is an adjective here: “con ropa suelta”, “limpia y seca”; not “agua limpia los …”."""
    adjectives = words.grammar["orders"]["adjectives"]
    before = [token for token in found[:index] if token not in ("y", "e")][-1:]
    after = set(found[index + 1 : index + 2]) & set(words.grammar["articles"])
    return found[index] in adjectives and bool(before) and before[0].endswith(("a", "as")) and not after


def _joined(rest: str, matches: Sequence[re.Match[str]], index: int, words: Vocabulary) -> bool:
    """Whether a verb goes on with an inner clause: “si supura, se enrojece o se abre”."""
    first = index
    while first > 1 and is_adverb(matches[first - 1][0].lower(), words):
        first -= 1
    return re.search(r"(?:,|\b(?:y|e|o|u|ni))\s*$", rest[: matches[first].start()]) is not None
