"""Writing: a Document to a calm Script, rule by rule; ``rules.base`` explains how to add a rule.

``writer`` is the order of the work.  What it asks is in folders, of which none
imports one that stands before it here:

* ``page_lists``: a list's beginning and its points, and a table's rows, as sentences;
* ``rules``: one file a rule, each from one sentence to one or more;
* ``frame``: the welcome, announcements, invitations, pauses and the closing;
* ``brackets``: what stands in a bracket, by its kind;
* ``sentences``: clauses, subjects, cases, and how each is said again.
"""

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
