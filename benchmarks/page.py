"""Size of the page, CPU seconds to make it, and milliseconds until a browser shows it.

Run: `python benchmarks/page.py`. Needs Chromium and the test tools. The plans are the example and
made-up ones of rising size; the picture stands when two frames have passed after drawing. It is the
median of five openings, and depends on what else the machine does.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from dutygraph.exports.atlas.page import render_page
from dutygraph.graph.intake import read_plan
from dutygraph.graph.network.apart import diagnose_each
from dutygraph.graph.network.gathering import incidence_in
from dutygraph.graph.network.ownership import ownership_in
from dutygraph.graph.plan import Plan
from dutygraph.graph.store import open_store

ROOT = Path(__file__).resolve().parents[1]
OPENINGS = 5
PICTURE = (
    "new Promise(done => requestAnimationFrame(() => requestAnimationFrame("
    "() => done(performance.now()))))"
)
"""Milliseconds from the start of loading until two frames after the script has drawn."""


def made(plans: list[Plan]) -> tuple[str, float]:
    """Give the page of some plans and the CPU seconds that rendering took."""
    with open_store() as store:
        store.put_all(plans)
        diagnosis, ownership = diagnose_each(incidence_in(store)), ownership_in(store)
    start = time.process_time()
    text = render_page(plans, diagnosis, ownership, "zh")
    return text, time.process_time() - start


def main() -> None:
    """Print a line for each plan: size, CPU seconds, milliseconds to the picture of two views."""
    sys.path.insert(0, str(ROOT / "tests"))
    from browser import Browser
    from specimens import large_plan

    plans = {
        "the example, 40 × 16": read_plan(ROOT / "examples" / "shanwei-police-2022.txt"),
        "300 × 40": large_plan(300, 40),
        "1,400 × 60": large_plan(1400, 60),
        "4,000 × 100": large_plan(4000, 100),
    }
    print(f"{'plan':22}{'size':>9}{'CPU':>9}{'matrix':>11}{'graph':>11}")
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        path = Path(folder) / "page.html"
        for name, plan in plans.items():
            text, seconds = made([plan])
            path.write_text(text, encoding="utf-8", newline="\n")
            shown = []
            for view in ("matrix", "graph"):
                address = f"{path.as_uri()}#view={view}"
                times = [browser.open(address).evaluate(PICTURE) for _ in range(OPENINGS)]
                shown.append(f"{statistics.median(times):8.0f} ms")
            size = f"{path.stat().st_size / 1e6:.2f} MB"
            print(f"{name:22}{size:>9}{seconds:8.2f}s{''.join(shown)}")


if __name__ == "__main__":
    main()
