"""The page of the ontology is what its Turtle says, and opens offline."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

from dutygraph.ontology.terms import DUTY

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = DOCS / "ontology.html"


def test_the_page_is_made_from_the_turtle_as_it_stands(tmp_path):
    made = tmp_path / "ontology.html"
    subprocess.run([sys.executable, DOCS / "make_ontology_page.py", made], check=True)
    assert made.read_bytes() == PAGE.read_bytes(), "run: python docs/make_ontology_page.py"


def test_every_term_has_its_place_and_every_link_leads_somewhere():
    text = PAGE.read_text(encoding="utf-8")
    places = set(re.findall(r' id="([^"]+)"', text))
    assert set(DUTY) <= places
    assert set(re.findall(r'href="#([^"]+)"', text)) <= places


def test_its_queries_answer_on_the_real_plan(store):
    shown = re.findall(r"<pre>(.*?)</pre>", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    owned, partners, nobody = (store.select(unescape(query)) for query in shown)
    assert {"15", "16", "17", "18", "24"} <= {row[0] for row in owned.texts()}
    assert ("政务公开办",) in partners.texts()
    assert len(partners) == len(set(partners.texts()))
    assert nobody.texts() == ()


def test_the_page_asks_for_nothing_from_outside():
    text = PAGE.read_text(encoding="utf-8")
    assert not re.search(r'(?:src|href)="(?!#)', text)
    assert "<script" not in text
    assert "@import" not in text
    assert "url(" not in text.replace("url(#", "")
