"""The heart of the ontology as one picture: an SVG drawn from the table below."""

from dataclasses import dataclass
from html import escape

from dutygraph.ontology.terms import DUTY

WIDTH, HEIGHT = 980, 648
BOX_WIDTH, BOX_HEIGHT = 150, 50

BOXES = {
    # name: (left, top, family)
    "SourceFile": (40, 20, "source"),
    "Plan": (40, 130, "plan"),
    "Section": (40, 240, "plan"),
    "Task": (40, 350, "plan"),
    "Requirement": (40, 470, "core"),
    "Mention": (415, 20, "source"),
    "Row": (415, 350, "plan"),
    "Assignment": (415, 470, "core"),
    "Timing": (250, 240, "side"),
    "Citation": (415, 570, "side"),
    "Unit": (790, 470, "core"),
    "UnitGroup": (790, 350, "unit"),
    "Post": (790, 240, "unit"),
    "Regulation": (790, 570, "side"),
}

NAME = 'aria-label="本体的核心 · The heart of the ontology" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
COLOURS = {
    "core": ("#b3261e", "#fdeceb"),
    "plan": ("#1f4e8c", "#eaf1fb"),
    "unit": ("#8a5a00", "#fdf3df"),
    "side": ("#2c6e49", "#e8f4ed"),
    "source": ("#5b5b66", "#f1f1f4"),
}


@dataclass(frozen=True)
class Edge:
    """An arrow along some points, its property written at one place."""

    term: str
    points: tuple[tuple[int, int], ...]
    label: tuple[int, int]
    shortcut: bool = False


EDGES = (
    Edge("fromFile", ((115, 130), (115, 70)), (115, 100)),
    Edge("inPlan", ((115, 240), (115, 180)), (115, 210)),
    Edge("parentElement", ((115, 350), (115, 290)), (115, 320)),
    Edge("parentElement", ((115, 470), (115, 400)), (115, 435)),
    Edge("inRow", ((190, 488), (290, 488), (290, 375), (415, 375)), (302, 420)),
    Edge("timing", ((190, 480), (215, 480), (215, 265), (250, 265)), (236, 320)),
    Edge("statedInRow", ((490, 470), (490, 400)), (490, 435)),
    Edge("concerns", ((415, 503), (190, 503)), (320, 503)),
    Edge("participant", ((565, 495), (790, 495)), (678, 495)),
    Edge("participant", ((565, 480), (680, 480), (680, 375), (790, 375)), (680, 420)),
    Edge("participant", ((680, 375), (680, 265), (790, 265)), (680, 310)),
    Edge("mention", ((540, 470), (600, 470), (600, 45), (565, 45)), (600, 200)),
    Edge("issuedBy", ((190, 155), (960, 155), (960, 495), (940, 495)), (700, 155)),
    Edge("citingElement", ((415, 590), (150, 590), (150, 520)), (290, 590)),
    Edge("citedRegulation", ((565, 590), (790, 590)), (678, 590)),
    Edge("ownedBy", ((190, 514), (230, 542), (740, 542), (790, 512)), (490, 542), shortcut=True),
    Edge("cites", ((100, 520), (100, 642), (865, 642), (865, 620)), (490, 642), shortcut=True),
)


def heart(labels: dict[str, tuple[str, str]]) -> str:
    """Draw the picture; `labels` gives the Chinese and English label of every term."""
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT + 10}" width="{WIDTH}" role="img" {NAME}>',
        _arrow_head("solid", "#555"),
        _arrow_head("dashed", "#b3261e"),
    ]
    parts += [_line(edge) for edge in EDGES]
    parts += [_caption(edge, *labels[edge.term]) for edge in EDGES]
    parts += [_box(name, *BOXES[name], *labels[name]) for name in BOXES]
    return "\n".join([*parts, "</svg>"])


def _arrow_head(name: str, colour: str) -> str:
    return (
        f'<defs><marker id="{name}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" '
        f'markerHeight="8" orient="auto"><path d="M0,0 L10,5 L0,10 z" fill="{colour}"/>'
        "</marker></defs>"
    )


def _line(edge: Edge) -> str:
    points = " ".join(f"{x},{y}" for x, y in edge.points)
    style = (
        'stroke="#b3261e" stroke-dasharray="6,4" marker-end="url(#dashed)"'
        if edge.shortcut
        else 'stroke="#555" marker-end="url(#solid)"'
    )
    return f'<polyline points="{points}" fill="none" stroke-width="1.4" {style}/>'


def _caption(edge: Edge, chinese: str, english: str) -> str:
    words = f"{chinese} {edge.term}"
    width = sum(13 if ord(char) > 0x2E80 else 6.6 for char in words) + 8
    x, y = edge.label
    colour = "#b3261e" if edge.shortcut else "#333"
    return (
        f'<a xlink:href="#{edge.term}"><title>{escape(english)}</title>'
        f'<rect x="{x - width / 2:.0f}" y="{y - 10}" width="{width:.0f}" height="19" fill="#fff"/>'
        f'<text x="{x}" y="{y + 4}" text-anchor="middle" font-size="12" fill="{colour}">'
        f"{escape(words)}</text></a>"
    )


def _box(name: str, left: int, top: int, family: str, chinese: str, english: str) -> str:
    getattr(DUTY, name)  # a term that no longer exists stops the drawing
    border, fill = COLOURS[family]
    middle = left + BOX_WIDTH // 2
    return (
        f'<a xlink:href="#{name}"><title>{escape(english)}</title>'
        f'<rect x="{left}" y="{top}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="6" '
        f'fill="{fill}" stroke="{border}" stroke-width="1.6"/>'
        f'<text x="{middle}" y="{top + 22}" text-anchor="middle" font-size="16" '
        f'font-weight="bold" fill="{border}">{escape(chinese)}</text>'
        f'<text x="{middle}" y="{top + 41}" text-anchor="middle" font-size="12" '
        f'fill="{border}">duty:{name}</text></a>'
    )
