"""The script's file: YAML that a person reads and edits, every mistake named with its line."""

from __future__ import annotations

import hashlib
from dataclasses import fields as dataclass_fields
from pathlib import Path
from typing import Any

import yaml

from narration import language_tags
from narration.errors import ScriptError, UsageError
from narration.script import (
    Lexicon,
    Omission,
    Pauses,
    Review,
    Say,
    Script,
    ScriptPhase,
    Silence,
    VoiceChoice,
)
from narration.whole import write_whole
from narration.yaml_nodes import Nodes, is_null

FORMAT = 1
MAX_BYTES = 20_000_000
MAX_PAUSE_SECONDS = 60.0
PACE_WPM = (60, 260)

_KEYS = {
    "script": {
        "narration", "title", "language", "source", "voice", "pauses", "fields", "say_as",
        "lexicon", "about", "phases", "left_out", "review",
    },
    "phase": {"name", "source", "lines"},
    "line": {"say", "from", "pause"},
    "voice": {"name", "pace"},
    "source": {"file", "sha256"},
    "review": {"by", "role", "on", "review_by", "digest"},
    "left_out": {"id", "reason", "text", "line"},
}  # fmt: skip


def load(path: Path) -> Script:
    """Read a script file.

    Raises ``UsageError`` when there is no such file, ``ScriptError`` with the
    line of the first mistake otherwise.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ScriptError("the script is larger than 20 MB.", path=path)
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise UsageError("there is no such script.", path=path) from None
    except UnicodeDecodeError:
        raise ScriptError("the script is not UTF-8 text.", remedy="Save it as UTF-8.", path=path) from None
    except OSError as error:
        raise UsageError(f"the script cannot be read: {error.strerror}.", path=path) from None
    return parse(text, path)


def parse(text: str, path: Path | None = None) -> Script:
    """Read a script from its text; ``path`` only names it in errors."""
    return _Reading(path).script(text)


class _Reading(Nodes):
    """Walks the node tree, so that every value still knows its line."""

    def script(self, text: str) -> Script:
        root = self.compose(text)
        top = self.mapping(root, "the script", _KEYS["script"])
        version = top.get("narration")
        if version is None:
            raise self.error(root, "this is not a narration script.", "Its first line is `narration: 1`.")
        if version.value != str(FORMAT):
            raise self.error(version, f"script format {version.value} is not known here; this version reads format 1.")
        source = self.mapping(top.get("source"), "`source`", _KEYS["source"])
        seen: dict[str, int] = {}
        phases = tuple(self._phase(node, seen) for node in self.items(self.need(top, "phases", root), "`phases`"))
        if not phases:
            raise self.error(root, "the script has no phases.", "Write it again from its source.")
        return Script(
            title=self.text(self.need(top, "title", root), "`title`"),
            language=self._language(self.need(top, "language", root)),
            phases=phases,
            source_file=self.optional_text(source.get("file"), "`file`"),
            source_sha256=self.optional_text(source.get("sha256"), "`sha256`"),
            voice=self._voice(top.get("voice")),
            pauses=self._pauses(top.get("pauses")),
            fields=self.texts(top.get("fields"), "`fields`"),
            say_as=self.texts(top.get("say_as"), "`say_as`"),
            lexicons=self._lexicons(top.get("lexicon")),
            about=self.texts(top.get("about"), "`about`"),
            left_out=self._left_out(top.get("left_out")),
            review=self._review(top.get("review")),
            path=self.path,
        )

    def _phase(self, node: yaml.Node, seen: dict[str, int]) -> ScriptPhase:
        parts = self.mapping(node, "a phase", _KEYS["phase"])
        name = self.text(self.need(parts, "name", node), "the phase's `name`")
        source = self.texts(parts.get("source"), "the phase's `source`")
        for key in source:
            if key in seen:
                raise self.error(node, f"the source id `{key}` stands in two phases.", "Ids are unique.")
            seen[key] = node.start_mark.line + 1
        lines = tuple(self._line(item) for item in self.items(self.need(parts, "lines", node), "`lines`"))
        return ScriptPhase(name, source, lines, node.start_mark.line + 1)

    def _line(self, node: yaml.Node) -> Say | Silence:
        parts = self.mapping(node, "a line", _KEYS["line"])
        place = node.start_mark.line + 1
        if "pause" in parts:
            if "say" in parts:
                raise self.error(node, "a line says something or is a pause, not both.", "Make two lines of it.")
            return Silence(self.number(parts["pause"], "the pause", 0.0, MAX_PAUSE_SECONDS), place)
        if "say" not in parts:
            raise self.error(node, "a line needs `say` or `pause`.")
        origin = self.need(parts, "from", node)
        nodes = origin.value if isinstance(origin, yaml.SequenceNode) else [origin]
        sources = tuple(self.text(item, "`from`") for item in nodes)
        if not sources:
            raise self.error(node, "`from` is empty.", "Name a source sentence, or `style`.")
        return Say(self.text(parts["say"], "`say`"), sources, place)

    def _language(self, node: yaml.Node) -> str:
        tag = language_tags.canonical(self.text(node, "`language`"))
        if not tag:
            raise self.error(node, "`language` is no language tag.", "Write `en`, `es` or `es-MX`, say.")
        return tag

    def _voice(self, node: yaml.Node | None) -> VoiceChoice:
        parts = self.mapping(node, "`voice`", _KEYS["voice"])
        default = VoiceChoice()
        name = self.optional_text(parts.get("name"), "the voice's `name`") or default.name
        pace = self.number(parts["pace"], "`pace`", *PACE_WPM) if "pace" in parts else default.pace
        return VoiceChoice(name, round(pace))

    def _pauses(self, node: yaml.Node | None) -> Pauses:
        names = {item.name for item in dataclass_fields(Pauses)}
        parts = self.mapping(node, "`pauses`", names)
        return Pauses(**{key: self.number(value, f"`{key}`", 0.0, MAX_PAUSE_SECONDS) for key, value in parts.items()})

    def _lexicons(self, node: yaml.Node | None) -> tuple[Lexicon, ...]:
        """Files beside the script; one may stand there as a text, not a list."""
        if node is None or is_null(node):
            return ()
        nodes = [node] if isinstance(node, yaml.ScalarNode) else self.items(node, "`lexicon`")
        return tuple(self._lexicon(item) for item in nodes)

    def _lexicon(self, node: yaml.Node) -> Lexicon:
        name = self.text(node, "a lexicon's file name")
        path = (self.path.parent if self.path else Path()) / name
        try:
            return Lexicon(name, hashlib.sha256(path.read_bytes()).hexdigest(), path)
        except OSError as error:
            raise self.error(
                node, f"the lexicon {name} cannot be read: {error.strerror}.", "Its name is relative to the script."
            ) from None

    def _left_out(self, node: yaml.Node | None) -> tuple[Omission, ...]:
        if node is None:
            return ()
        found = []
        for item in self.items(node, "`left_out`"):
            parts = self.mapping(item, "a left-out sentence", _KEYS["left_out"])
            found.append(
                Omission(
                    id=self.text(self.need(parts, "id", item), "`id`"),
                    reason=self.text(self.need(parts, "reason", item), "`reason`"),
                    text=self.optional_text(parts.get("text"), "`text`"),
                )
            )
        return tuple(found)

    def _review(self, node: yaml.Node | None) -> Review | None:
        if node is None or is_null(node):
            return None
        parts = self.mapping(node, "`review`", _KEYS["review"])
        until = parts.get("review_by")
        return Review(
            by=self.text(self.need(parts, "by", node), "`by`"),
            role=self.text(self.need(parts, "role", node), "`role`"),
            on=self.day(self.need(parts, "on", node), "`on`"),
            digest=self.text(self.need(parts, "digest", node), "`digest`"),
            review_by=None if until is None or is_null(until) else self.day(until, "`review_by`"),
        )


def save(script: Script, path: Path) -> None:
    """Write the script's file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, dump(script).encode())


def dump(script: Script) -> str:
    """The script as YAML, laid out for a person: one line a key, sentences never folded."""
    blocks = [_block({"narration": FORMAT, "title": script.title, "language": script.language})]
    header: dict[str, Any] = {"source": {"file": script.source_file, "sha256": script.source_sha256}}
    header["voice"] = {"name": script.voice.name, "pace": script.voice.pace}
    header["pauses"] = {item.name: getattr(script.pauses, item.name) for item in dataclass_fields(Pauses)}
    for key in ("about", "fields", "say_as"):
        if getattr(script, key):
            header[key] = dict(getattr(script, key))
    if own := [item.name for item in script.lexicons if not item.shared]:
        header["lexicon"] = own
    blocks.append(_block(header))
    blocks.append("phases:\n" + "\n".join(_indent(_block([_phase_data(phase)])) for phase in script.phases))
    if script.left_out:
        blocks.append("left_out:\n" + _indent(_block([_omission_data(item) for item in script.left_out])))
    if script.review:
        blocks.append(dump_review(script.review))
    return "\n".join(blocks)


def dump_review(review: Review) -> str:
    """The ``review:`` block alone, as ``approve`` writes it at the end of the file."""
    data: dict[str, Any] = {"by": review.by, "role": review.role, "on": review.on}
    if review.review_by:
        data["review_by"] = review.review_by
    data["digest"] = review.digest
    return _block({"review": data})


def _omission_data(item: Omission) -> dict[str, str]:
    data = {"id": item.id, "reason": item.reason, "text": item.text}
    return {key: value for key, value in data.items() if value}


def _phase_data(phase: ScriptPhase) -> dict[str, Any]:
    data: dict[str, Any] = {"name": phase.name}
    if phase.source:
        data["source"] = dict(phase.source)
    data["lines"] = [
        {"pause": item.seconds}
        if isinstance(item, Silence)
        else {"say": item.text, "from": item.sources[0] if len(item.sources) == 1 else list(item.sources)}
        for item in phase.lines
    ]
    return data


def _block(data: Any) -> str:
    text: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)
    return text


def _indent(text: str) -> str:
    return "".join(f"  {line}" for line in text.splitlines(keepends=True))


class _Dumper(yaml.SafeDumper):
    """SafeDumper that indents lists under their key and keeps lists of ids on one line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002  # PyYAML's signature
        super().increase_indent(flow, False)


def _represent_list(dumper: yaml.SafeDumper, data: list[Any]) -> yaml.Node:
    plain = bool(data) and all(isinstance(item, str) for item in data)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=plain)


_Dumper.add_representer(list, _represent_list)
