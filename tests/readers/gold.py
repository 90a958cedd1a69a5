"""What a page should be read as, written by hand beside it in ``PAGE.gold``, and how far a reading is from that.

    title: …              language: …            about: a value that the metadata holds
    notes: yes            the reader must say that it had to guess
    [Opening] [Name] [*] [Closing]               a section, then its sentences, one a line
    - reason|reason: text                        what is left out; any of the reasons is right

Words are compared without case, punctuation and space: the reader may end a
heading with a full stop, or write a table's row with a colon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from narration.document import Document, Section

HELD_OUT = Path(__file__).parent.parent / "cases" / "readers" / "held-out"


@dataclass(slots=True)
class Gold:
    """The hand-written answer; ``sections`` holds the opening first and the closing last."""

    title: str = ""
    language: str = ""
    notes: bool = False
    about: list[str] = field(default_factory=list)
    sections: list[tuple[str, list[str]]] = field(default_factory=list)
    left_out: list[tuple[frozenset[str], str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Score:
    """How a reading differs from its gold; an empty list is a right answer."""

    phases: bool
    sentences: int
    missing: list[str]
    leaked: list[str]
    unlisted: list[str]
    misnamed: list[str]
    metadata: list[str]

    @property
    def right(self) -> bool:
        faults = (self.missing, self.leaked, self.unlisted, self.misnamed, self.metadata)
        return self.phases and not any(faults)


def pages(folder: Path = HELD_OUT) -> list[Path]:
    """The pages that have a gold file, by name."""
    return sorted(path.with_suffix("") for path in folder.glob("*.gold"))


def gold_of(page: Path) -> Gold:
    """The gold file of a page."""
    gold = Gold()
    for line in page.with_name(page.name + ".gold").read_text(encoding="utf-8").splitlines():
        if name := re.fullmatch(r"\[(.*)\]", line):
            gold.sections.append((name[1], []))
        elif out := re.match(r"- ([a-z|]+): (.*)", line):
            gold.left_out.append((frozenset(out[1].split("|")), out[2]))
        elif gold.sections:
            gold.sections[-1][1].append(line)
        else:
            key, _, value = line.partition(": ")
            if key == "about":
                gold.about.append(value)
            else:
                setattr(gold, key, value == "yes" if key == "notes" else value)
    if gold.sections[0][0] != "Opening":
        gold.sections = [("Opening", []), *gold.sections, ("Closing", [])]
    return gold


def words(text: str) -> str:
    """The text's words and numbers, each with a space around it."""
    found = re.findall(r"[^\W_]+", text.replace("\N{SOFT HYPHEN}", "").casefold())
    return f" {' '.join(found)} "


def score(document: Document, gold: Gold) -> Score:
    """Compare a reading with its gold."""
    wanted = [words(name) for name, _ in gold.sections[1:-1]]
    got = [words(phase.name) for phase in document.phases]
    names_right = len(got) == len(wanted) and all(w in (g, words("*")) for g, w in zip(got, wanted, strict=True))
    sections = _matched(document, gold)
    missing = [s for (_, said), text in zip(gold.sections, sections, strict=True) for s in said if words(s) not in text]
    expected = words(" ".join(sentence for _, said in gold.sections for sentence in said))
    spoken = [s.text for section in document.sections for s in section.sentences]
    left_out = [(item.reason, words(item.text)) for item in document.left_out]
    unlisted, misnamed = [], []
    for reasons, text in gold.left_out:
        found = {reason for reason, out in left_out if words(text) in out}
        if not found and words(text) not in words(" ".join(spoken)):
            unlisted.append(text)
        elif found and not found & reasons:
            misnamed.append(f"{'/'.join(found)}: {text}")
    held = words(" | ".join(document.about.values()))
    metadata = [value for value in gold.about if words(value) not in held]
    metadata += [f"title: {document.title}"] if gold.title and words(gold.title) != words(document.title) else []
    metadata += [f"language: {document.language}"] if gold.language and gold.language != document.language[:2] else []
    metadata += ["no note"] if gold.notes and not document.notes else []
    return Score(
        phases=names_right,
        sentences=sum(len(said) for _, said in gold.sections),
        missing=missing,
        leaked=[s for s in spoken if words(s) not in expected],
        unlisted=unlisted,
        misnamed=misnamed,
        metadata=metadata,
    )


def _matched(document: Document, gold: Gold) -> list[str]:
    """For each gold section, the words that the reader put under the same name (or at the same place for ``*``)."""
    by_name: dict[str, str] = {}
    for phase in document.phases:
        by_name[words(phase.name)] = by_name.get(words(phase.name), "") + _said(phase)
    middle = []
    for number, (name, _) in enumerate(gold.sections[1:-1]):
        if name == "*":
            middle.append(_said(document.phases[number]) if number < len(document.phases) else "")
        else:
            middle.append(by_name.get(words(name), ""))
    return [_said(document.opening), *middle, _said(document.closing)]


def _said(section: Section) -> str:
    return words(" ".join(sentence.text for sentence in section.sentences))
