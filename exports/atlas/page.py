"""The interactive page: one file that opens offline, in old browsers, and runs nothing of a plan's.

pyvis holds the network and renders the page with our own template; vis-network, which pyvis ships,
is written into it. A content security policy lets only the page's own two scripts run.
"""

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ...ontology.language import language
from ...ontology.messages import room_messages
from ..lens import Evidence, Lens
from .content import plan_content
from .drawing import drawn
from .insight import with_insight

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2 import Environment

    from ...graph.network.diagnosis import Diagnosis
    from ...graph.network.ownership import Ownership
    from ...graph.plan import Plan
    from ...ontology.language import Language

SCRIPTS = (
    "dom.js",
    "state.js",
    "search.js",
    "matrix.js",
    "graph.js",
    "coordination.js",
    "units.js",
    "panel.js",
    "page.js",
)
SHOWN_REQUIREMENTS = 5000
"""A page holds whole plans up to so many requirements: more makes it slow to open."""


def render_page(
    plans: "Sequence[Plan]",
    diagnoses: "Mapping[str, Diagnosis]",
    ownership: "Ownership",
    lang: "Language | None" = None,
) -> str:
    """Give the page of one or more plans as the text of one HTML file, to be saved as UTF-8.

    The first plan is open; the others stand in a chooser. When the plans hold too much for one
    page, the first ones are shown and the page says how many were left out. The same input gives
    the same text. Raises nothing of its own.
    """
    shown = within_limit(plans)
    evidence = Evidence(diagnoses, ownership)
    contents = [with_insight(plan_content(plan), Lens(plan, evidence)) for plan in shown]
    network, pictures = drawn(contents)
    for content, picture in zip(contents, pictures, strict=True):
        content["picture"] = picture
    values = {
        "lang": lang or language(),
        "plans": contents,
        "left_out": len(plans) - len(shown),
        "messages": room_messages("atlas") | room_messages("codes"),
    }
    network.templateEnv = _environment(values)
    network.path = "page.html"
    return str(network.generate_html())


def within_limit(plans: "Sequence[Plan]") -> "tuple[Plan, ...]":
    """Give the first plans that together fit on one page, at least one."""
    shown: list[Plan] = []
    room = SHOWN_REQUIREMENTS
    for plan in plans:
        room -= len(plan.requirements)
        if shown and room < 0:
            break
        shown.append(plan)
    return tuple(shown)


def _environment(content: dict[str, Any]) -> "Environment":
    from jinja2 import Environment, FunctionLoader

    environment = Environment(
        loader=FunctionLoader(_part), autoescape=True, keep_trailing_newline=True
    )
    environment.policies["json.dumps_kwargs"] = {
        "ensure_ascii": False,
        "sort_keys": True,
        "separators": (",", ":"),
    }
    script = _script()
    engine = _engine()
    environment.globals.update(
        content=content,
        title=content["plans"][0]["title"],
        lang=content["lang"],
        style=_part("page.css"),
        script=script,
        vis=engine,
        hashes=f"{_hash(engine)} {_hash(script)}",
    )
    return environment


def _part(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _script() -> str:
    parts = "\n".join(_part(name) for name in SCRIPTS)
    return f'(function () {{\n"use strict";\n{parts}}})();'


def _engine() -> str:
    source = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    # Browsers hash a script after turning CRLF into LF; reading as text does the same.
    return source.read_text(encoding="utf-8")


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
