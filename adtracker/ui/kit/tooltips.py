"""Tooltips with words that a person wrote, which Qt would take for HTML where they look like it."""

from __future__ import annotations

from html import escape


def plain_tooltip(text: str) -> str:
    """A tooltip that shows a text as it is; empty for none."""
    return f"<qt>{escape(text)}</qt>" if text else ""
