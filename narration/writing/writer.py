"""Document → Script: the rules over each sentence, the terms explained, and the frame around them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, zip_longest
from operator import or_
from pathlib import Path

from narration import language
from narration.document import Document, LeftOut, Section
from narration.errors import UsageError
from narration.language.plain import plain_words
from narration.language_tags import primary
from narration.plan import expected_seconds
from narration.script import Omission, Say, Script, ScriptPhase
from narration.writing import arrows, explanations, grammar
from narration.writing.frame import address, framing, headings, invitations, pauses
from narration.writing.frame.invitations import Line, Part
from narration.writing.frame.names import calm_case, is_file_name, known_case, of_persons, titled, unshouted
from narration.writing.page_lists import (
    alarms,
    announcing,
    bringing,
    bullets,
    case_lists,
    effects,
    forbidding,
    open_cases,
    over_tables,
    row_orders,
    same_orders,
    sames,
    silent,
    stems,
    subheadings,
    tails,
)
from narration.writing.page_lists.leads import leads_to_choice
from narration.writing.page_lists.points import Said
from narration.writing.rules import RULES, SECTION_RULES, UNCUT, Vocabulary, hours, infinitives
from narration.writing.sentences import euphony, genders, instructions
from narration.writing.sentences.clauses import conditional
from narration.writing.sentences.text import tokens
from narration.writing.terms import Glossary

_TYPED_DASH = re.compile(r"(?<=[^\W\d_]|[)”\"’%]) --? (?=[^\W\d_]|[“\"(])")
_IN_BRACKETS = re.compile(r"^\(((?:[^()]+[.!?]|[A-ZÁÉÍÓÚÑ](?:[^()\s]* ){5}[^()]+))\)\.?$")
_LOOSE_SPACE = re.compile(r"(?<=\()\s+|\s+(?=\))|(?<=[^\W\d_])\s+(?=[.,;](?:\s|$))")
"""What is left between a link of a page and the sign after it: “( 900 … )”, “exigentes .”"""
_SECTIONS_THAT_OPEN = 2
"""The welcome and the first part: where one hears what the guide is about."""
_MOST_WORDS_CUT = 250
"""What is longer has lost its full stops: each rule would try every comma, in time that grows with their square."""
LABEL = "heading"
"""Why a label is left out, as the readers name it."""


def write_script(document: Document, house: Path | None = None) -> Script:
    """The script of ``document``; the same document always gives the same script.

    ``house`` is the folder of a clinic's own style, as ``language.load`` takes
    it.  Raises ``UsageError`` for a language without a house style.
    """
    words = vocabulary(document.language, house)
    texts = [sentence.text for section in document.sections for sentence in section.sentences]
    words = address.words_for(texts, words)
    names = [phase.name for phase in document.phases]
    known = _with_capitals(document.title, names, texts, words)
    words = replace(words, grammar={**words.grammar, "proper": frozenset(known.values())})
    glossary = Glossary(words.terms, [*names, *texts])
    calm = [_calm(section, known) for section in document.sections]
    # The first part is announced as the first thing itself: nothing in it is the first once more.
    said = [_said(section, words, later=place > 1) for place, section in enumerate(calm)]
    said[0] = subheadings.without_subtitle(said[0], words)
    bodies = _bodies(calm, said, words, glossary, document.title)
    unsaid = _unsaid(document.sections, said)
    invited = invitations.between([Part(*part) for part in zip(names, bodies[1:-1], strict=True)], words.style)
    asked = [False, *accumulate((headings.asks(name, words.style, known) for name in names), or_)]
    called = [unshouted(section.name, known) for section in document.sections]
    listed = announcing.part_names(called, words)
    phases = []
    for index, (section, lines) in enumerate(zip(document.sections, bodies, strict=True)):
        if 1 <= index <= len(names):
            shown = announcing.name(called[index], section, words)
            told = instructions.mostly([text for text, _ in said[index]], words)
            announced = headings.announced(shown, index, len(names), words.style, known, told, asked[index - 1])
            lines = [framing.styled(announced), *lines, *invited[index - 1]]
        elif index:
            lines = framing.closing(called[1:-1], lines, words.style, known)
        sources = {item.id: item.text for item in section.sentences if item.id not in unsaid}
        phases.append(ScriptPhase(listed[index], sources, tuple(lines)))
    script = Script(
        title=titled(document.title, document.file_name, texts, known),
        language=document.language,
        phases=tuple(phases),
        source_file=document.file_name,
        source_sha256=document.sha256,
        fields=dict(words.style["fields"]),
        about=dict(document.about),
        left_out=tuple(Omission(item.id, item.reason, item.text) for item in (*document.left_out, *unsaid.values())),
    )
    # The welcome says how long the guide is, and is part of it.
    title = "" if is_file_name(document.title, document.file_name, texts) else script.title
    seconds = expected_seconds(_welcoming(script, title, 0.0, words, known), str)
    return _welcoming(script, title, seconds, words, known)


def _with_capitals(title: str, names: Sequence[str], texts: Sequence[str], words: Vocabulary) -> dict[str, str]:
    """What is written with a capital wherever it stands, by its small letters: names, short names, persons."""
    proper = (*words.style.get("capitals", ()), *words.grammar.get("proper", ()))
    known = known_case(texts, words.style.get("also_short", ()), _ordinary(words))
    persons = of_persons([title, *names, *texts], str(words.grammar.get("titled_person", r"(?!)")))
    return {**known, **{str(word).lower(): str(word) for word in proper}, **persons}


def _ordinary(words: Vocabulary) -> set[str]:
    """Small words of the language, which are no names however they are written."""
    return {
        word for key in ("prepositions", "subordinators", "adverbs", "negative") for word in words.grammar.get(key, ())
    }


def _welcoming(script: Script, title: str, seconds: float, words: Vocabulary, known: Mapping[str, str]) -> Script:
    first, *rest = script.phases
    welcome = framing.welcome(genders.written_out(title, words), seconds, words, known)
    return replace(script, phases=(replace(first, lines=(*welcome, *first.lines)), *rest))


def _calm(section: Section, known: Mapping[str, str]) -> Section:
    """The section as it is said: its words in capitals are for the eye."""
    return replace(section, sentences=tuple(replace(s, text=calm_case(s.text, known)) for s in section.sentences))


def _unsaid(sections: Sequence[Section], said: Sequence[Sequence[Said]]) -> dict[str, LeftOut]:
    """What only an eye needs (“Step 2.”), or breaks off (“Call us if:”), by its id.

    It is listed as left out, so that nothing goes without a trace.
    """
    unsaid: dict[str, LeftOut] = {}
    for section, each in zip(sections, said, strict=True):
        told = {place for text, places in each if text for place in places}
        left = (item for place, item in enumerate(section.sentences) if place not in told)
        unsaid |= {item.id: LeftOut(item.id, item.text, LABEL) for item in left}
    return unsaid


def _said(section: Section, words: Vocabulary, later: bool) -> list[Said]:
    """The section's sentences with its lists joined, before the rules look at each."""
    marks = over_tables.marked(section, words)
    texts = [_with_dashes(text, words) for text in _for_listener(section, words)]
    names = subheadings.names_of_items(section.sentences, words)
    names |= subheadings.names_of_lists(section.sentences, words)
    names |= subheadings.times_alone(section.sentences, words)
    first = subheadings.first_of_several(section.sentences) if later else ()
    texts = [
        subheadings.announced(text, place, section.sentences, words, first)
        if sentence.heading or place in names or place in first
        else subheadings.asked(text, place, section.sentences, words)
        for place, (text, sentence) in enumerate(zip(texts, section.sentences, strict=True))
    ]
    texts = forbidding.told(section, texts, words)
    texts = over_tables.led_in(section, alarms.led_in(section, texts, words), words)
    texts = [infinitives.called(text, words) if text.endswith(":") else text for text in texts]
    texts = open_cases.told(tails.told(texts, section.sentences, words), section.sentences, words)
    joined = bullets.joined(silent.named(texts, section, words), words, marks, section.name)
    joined = case_lists.told(joined, section, words)
    named = effects.told(bringing.told(joined, section, words), section, words)
    return _ordered(named, section, words)


def _ordered(said: list[Said], section: Section, words: Vocabulary) -> list[Said]:
    """What the page tells in infinitives, as orders, where no section and no list’s beginning says otherwise."""
    ordered: list[Said] = []
    lead = ""
    chosen: set[int] = set()  # … from which one is chosen: “Puede elegir una …” “Quedarse …” “O irse …”
    for text, places in said:
        first = section.sentences[min(places)]
        leads = text.endswith(":") or leads_to_choice(text, words)
        lead = text if leads else lead if first.item else ""
        chosen |= set(places) if leads_to_choice(text, words) else set()
        may = not (first.row and infinitives.names_row(text))
        may = (
            may
            and not forbidding.leaves(section, min(places), text, words)
            and infinitives.applies(section.name, lead if first.item or chosen & set(places) else "", text, words)
        )
        surely = len(places) == 1 and (may or "orders" not in words.grammar)
        of_row = row_orders.told(text, min(places), section, words) if surely else []
        said_as = infinitives.apply(text, words)[0] if may and not first.heading else text
        ordered += [Said(each, places) for each in of_row or [said_as]]
    return ordered


def _with_dashes(text: str, words: Vocabulary) -> str:
    """A dash that was typed as a hyphen as a dash, but one between two days, which would become a comma, closed up."""
    day = words.grammar.get("day", r"(?!)")
    spans = re.sub(rf"\b({day})\s+[-–—]\s+(?={day}\b)", r"\1–", text, flags=re.IGNORECASE)
    return _TYPED_DASH.sub(" – ", spans)


def _for_listener(section: Section, words: Vocabulary) -> list[str]:
    texts = [sentence.text for sentence in section.sentences]
    for rule in SECTION_RULES:
        texts = rule(texts, words)
    return texts


def vocabulary(tag: str, house: Path | None = None) -> Vocabulary:
    """The words of a language, for the rules."""
    if not language.supports(tag):
        raise UsageError(
            f"narration cannot write in the language “{tag}”.",
            remedy=f"It knows {', '.join(language.languages())}; choose one with --language.",
        )
    return Vocabulary(
        primary(tag),
        plain=plain_words(tag, house),
        terms=language.load(tag, "terms", house),
        style=language.load(tag, "style", house),
        grammar=grammar.prepared(tag),
    )


def render(sentence: str, words: Vocabulary, after: str = "") -> list[str]:
    """One source sentence as the lines that say it; ``after`` is the next one."""
    own_noun = set(tokens(after)[:1]) & set(words.grammar.get("articles", ()))
    words = replace(words, around=sentence if own_noun else f"{sentence}\n{after}")
    whole = re.sub(r"^(?:A|R)\s*:\s+(?=[A-ZÁÉÍÓÚÑ])", "", sentence)
    whole = _LOOSE_SPACE.sub("", whole)
    whole = arrows.spelled(_IN_BRACKETS.sub(r"\1", _TYPED_DASH.sub(" – ", whole)), words)
    whole = re.sub(r"(?<=[^\W\d_A-Z]) & (?=[^\W\d_A-Z])", f" {words.grammar['bullets']['and']} ", whole)
    whole = re.sub(words.grammar.get("when_first", r"(?P<when>(?!))"), r"\g<when>, ", whole)
    lines = [whole]
    for rule in RULES if len(whole.split()) <= _MOST_WORDS_CUT else UNCUT:
        lines = [made for line in lines for made in rule(line, words)]
    if len(lines) > 1 and _is_one_case(whole, after, words):
        lines = [whole]
        for rule in UNCUT:
            lines = [made for line in lines for made in rule(line, words)]
    if any(stems.dangles(line, words) for line in lines):  # a cut in the wrong place
        lines = [whole]
    lines = hours.apart(lines, words, after)
    return [euphony.melted(_finished(line), words) for line in lines]


def _is_one_case(sentence: str, after: str, words: Vocabulary) -> bool:
    """Whether the next sentence speaks of all that a condition names: “Llame si A, B o C.” “En este caso, vaya …”.

    Cut into its cases, only the last of them would have what is to be done; nor would “Do not stop them.” follow the
    case that names the medicines.
    """
    points = (words.grammar.get(key, r"(?!)") for key in ("in_this_case", "stands_for_one"))
    return conditional(sentence, words) and any(re.match(at, after) for at in points)


def _bodies(
    sections: Sequence[Section], said: Sequence[Sequence[Said]], words: Vocabulary, glossary: Glossary, topic: str
) -> list[list[Line]]:
    """The lines of each section; what the page is about is explained where it begins, and not in its midst."""
    bodies: list[list[Line]] = []
    for place, (section, each) in enumerate(zip(sections, said, strict=True)):
        if place == _SECTIONS_THAT_OPEN:
            glossary.close_named_in(topic)
        bodies.append(_body(section, each, words, glossary, topic))
    return bodies


def _body(section: Section, each: Sequence[Said], words: Vocabulary, glossary: Glossary, topic: str) -> list[Line]:
    whole = [said for said in each if said.text]
    texts = [text for text, _ in whole]
    said = [render(text, words, after) for text, after in zip_longest(texts, texts[1:], fillvalue="")][: len(texts)]
    explained = explanations.explained(section, [places for _, places in whole], said, words, glossary, topic)
    lines: list[Say] = []
    for (_, places), each_line, definition in zip(whole, said, explained, strict=True):
        sources = tuple(section.sentences[place].id for place in places)
        lines += [framing.styled(definition.before)] if definition.before else []
        pieces = [Say(text, sources) for text in each_line]
        after = definition.pieces or len(pieces)
        lines += pieces[:after]
        lines += [framing.styled(definition.after)] if definition.after else []
        lines += pieces[after:]
    told = same_orders.joined(sames.calmed(lines, words), words)
    return pauses.between(pauses.varied(told, words), words)


def _finished(text: str) -> str:
    """A sentence ends as one: a colon that introduced what follows on the page introduces nothing here."""
    text = text.strip()
    if text.endswith((":", ";", ",")):
        text = text[:-1].rstrip()
    text = re.sub(r"(?<!\.)\.\.$", ".", text)
    text = re.sub(r"([!?])\.$", r"\1", re.sub(r"^[¡¿]\w", lambda match: match[0].upper(), text))
    return text if re.search(r"[.!?…][”\"')]?$", text) else f"{text}."
