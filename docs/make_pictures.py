"""Make the pictures of the documentation from the shipped example; needs Chromium.

Run `python docs/make_pictures.py` with the test tools installed (`pip install -e .[test]`).
"""

import sys
import tempfile
from pathlib import Path

from dutygraph.exports.atlas.page import render_page
from dutygraph.graph.intake import read_plan
from dutygraph.graph.network.apart import diagnose_each
from dutygraph.graph.network.gathering import incidence_in
from dutygraph.graph.network.ownership import ownership_in
from dutygraph.graph.store import open_store

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "shanwei-police-2022.txt"
PICTURES = {
    "page.png": "",
    "graph.png": "view=graph&pick=u1",
    "coordination.png": "view=coordination",
}
"""What each picture shows: the state that stands in the page's address."""


def example_page() -> str:
    """Give the page of the example, in Chinese."""
    plan = read_plan(EXAMPLE)
    with open_store() as store:
        store.put(plan)
        return render_page([plan], diagnose_each(incidence_in(store)), ownership_in(store), "zh")


def main() -> None:
    """Write the pictures beside this file."""
    sys.path.insert(0, str(ROOT / "tests"))
    from browser import Browser

    target = ROOT / "docs" / "pictures"
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Browser(1500, 920) as browser:
        page = Path(folder) / "page.html"
        page.write_text(example_page(), encoding="utf-8", newline="\n")
        for name, state in PICTURES.items():
            shown = browser.open(f"{page.as_uri()}#{state}")
            shown.evaluate("new Promise(done => setTimeout(done, 300))")
            shown.screenshot(target / name)
            _lighten(target / name)


def _lighten(picture: Path) -> None:
    """Keep 256 colours: a third of the size, and no difference to the eye."""
    from PIL import Image

    with Image.open(picture) as full:
        reduced = full.convert("RGB").quantize(
            256, method=Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE
        )
    reduced.save(picture, optimize=True)


if __name__ == "__main__":
    main()
