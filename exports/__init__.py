"""Answers become files; one writer a format."""
