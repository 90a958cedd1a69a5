"""A reviewer's questions, after the PEMAT-A/V, each answered from a measure or left to a person (``pemat.yaml``).

Source: Shoemaker, Wolf and Brach, *The Patient Education Materials Assessment
Tool*, AHRQ publication 14-0002-EF, 2013.  The items about pictures do not apply.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from narration import yaml_data
from narration.checks.measures import Measures

Answer = Literal["yes", "no", "for a person"]


@dataclass(frozen=True, slots=True)
class Item:
    """``basis`` is the measure that answers it, with its value and limit; empty where a person answers."""

    number: int
    question: str
    answer: Answer
    basis: str = ""


def items(measures: Measures) -> tuple[Item, ...]:
    listed = yaml_data.parse((files("narration.checks") / "pemat.yaml").read_text(encoding="utf-8"))
    return tuple(_item(entry, measures) for entry in listed)


def _item(entry: dict[str, object], measures: Measures) -> Item:
    number, question = int(str(entry["number"])), str(entry["question"])
    if "measure" not in entry:
        return Item(number, question, "for a person")
    name = str(entry["measure"])
    value = float(getattr(measures, name))
    low, high = float(str(entry.get("at_least", "-inf"))), float(str(entry.get("at_most", "inf")))
    limit = f"at most {high:g}" if "at_most" in entry else f"at least {low:g}"
    return Item(number, question, "yes" if low <= value <= high else "no", f"{name} {value:g}, wanted {limit}")
