"""The compiled inner loops, where the package was built with them."""

import os
from functools import cache
from types import ModuleType


@cache
def compiled() -> ModuleType | None:
    """Give the compiled kernels, or `None`: then the Python beside them does the same, slower.

    `DUTYGRAPH_PURE` in the environment keeps them out, so that both ways can be tested.
    """
    if os.environ.get("DUTYGRAPH_PURE"):
        return None
    try:
        from . import _kernels
    except ImportError:
        return None
    return _kernels
