"""Writing: a Document to a calm Script, rule by rule; ``base`` explains how to add a rule."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from narration.document import Document
from narration.script import Script

if TYPE_CHECKING:
    from narration.writing.again import Rewrite


def write(document: Document, house: Path | None = None) -> Script:
    """The script of ``document``, from nothing; ``house`` is the folder of a clinic's own style."""
    from narration.writing.writer import write_script

    return write_script(document, house)


def rewrite(earlier: Script, document: Document, house: Path | None = None) -> Rewrite:
    """The script of ``document``, keeping what a person made of the sentences that are still the same."""
    from narration.writing.again import rewrite_script

    return rewrite_script(earlier, document, house)
