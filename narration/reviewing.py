"""Judging a script: its plan, its findings, and whether it may be released.

It joins the checks with the spoken forms and with the page that the script was
written from, as ``pipeline`` joins the families that make a track.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from narration import checks, lexicons, readers, settings, spoken
from narration.checks import sheet as sheets
from narration.checks.base import SourcePage
from narration.errors import NarrationError, ScriptError
from narration.plan import Plan, SpokenForm, make_plan
from narration.script import Script


def plan_script(script: Script) -> Plan:
    """Utterances and pauses, each with its spoken form."""
    return make_plan(script, _spoken(script))


def _spoken(script: Script) -> SpokenForm:
    say_as = spoken.with_lexicons(script.say_as, script.lexicons, script.language)
    return lambda text: spoken.spoken_form(text, script.language, say_as)


def check(script_file: Path) -> checks.Report:
    """Findings on a script's file, and what can be counted in it."""
    chosen = settings.load()
    return report(lexicons.load_script(script_file, chosen), chosen)


def sheet(script_file: Path, found: checks.Report) -> str:
    """The script beside its page, with what ``check`` found, as one HTML file to read and to sign on paper."""
    script = lexicons.load_script(script_file, settings.load())
    return sheets.render(script, found.findings, found.measures, _spoken(script), settings.build_date())


def report(script: Script, chosen: settings.Settings) -> checks.Report:
    """Findings on a script, compared with its page where that is at hand."""
    context = checks.context_of(
        script,
        _spoken(script),
        settings.build_date(),
        chosen.house,
        plainly=_spoken(replace(script, say_as={})),
        source=source_page(script),
    )
    return checks.report(context)


def source_page(script: Script) -> SourcePage | None:
    """The page that the script was written from, read again; None where it is not at hand or cannot be read.

    It is looked for beside the script, in the folder above, and in the working folder.
    """
    name = Path(script.source_file).name
    folders = [script.path.parent, script.path.parent.parent] if script.path else []
    for path in (folder / name for folder in (*folders, Path()) if name):
        if not path.is_file():
            continue
        try:
            document = readers.read(path, script.language)
        except NarrationError:
            return None
        return SourcePage(
            file=str(path),
            same=document.sha256 == script.source_sha256,
            title=document.title,
            names=[section.name for section in document.sections],
            sentences=[sentence.text for section in document.sections for sentence in section.sentences],
            pieces=[item.text for item in document.left_out],
        )
    return None


def refuse_draft(script: Script, reasons: Sequence[str], chosen: settings.Settings) -> None:
    """``--release`` makes no track that would be marked DRAFT, or that has findings that block."""
    wrong = checks.blocking(report(script, chosen).findings, but_draft=True)
    reasons = [*reasons, *map(checks.named, wrong)]
    if reasons:
        raise ScriptError(
            f"this script is a draft, so --release makes no track of it: {'; '.join(reasons)}.",
            remedy="Let a clinician read it and run `narration approve`.",
            path=script.path,
        )
