"""Who is who: names, aliases, parents, changes over time. Proposes, never merges silently."""

from .entries import Entry, Register, applied
from .files import read_register, register_csv

__all__ = ["Entry", "Register", "applied", "read_register", "register_csv"]
