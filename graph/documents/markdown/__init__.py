"""Markdown: tables and text with marks."""
