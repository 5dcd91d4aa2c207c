"""Planted faults of the family permalinks."""

from __future__ import annotations

from . import Fault, Good

FAULTS: list[Fault] = []
GOOD: list[Good] = []
