"""`dutygraph serve` answers on this machine, only to this machine, and its page works offline."""

import contextlib
import http.client
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from browser import Browser, Page

from dutygraph.graph.plan import Plan
from dutygraph.graph.store import open_store

COUNT = "SELECT (COUNT(*) AS ?n) { ?r a duty:Requirement }"


@pytest.fixture(scope="module")
def folder(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("serve") / "db"
    with open_store(place) as store:
        store.put(plan)
    return place


@pytest.fixture(scope="module")
def url(folder: Path) -> Iterator[str]:
    """Start the command on a free port and read its address from what it says."""
    command = [sys.executable, "-m", "dutygraph.cli", "serve", "--store", folder, "--port", "0"]
    options = ["--limit", "30", "--timeout", "1", "--lang", "zh"]
    with subprocess.Popen(
        [*map(str, command), *options], stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        said = process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert found, said
        yield found.group()
        process.terminate()


def send(
    url: str, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(url.split("/")[2], timeout=60)
    connection.request(method, path, body, headers or {})
    answer = connection.getresponse()
    data = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, data


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_unknown_address_is_answered_in_the_language_asked_for(url: str, method: str) -> None:
    for lang, words in (("zh", "这里没有 /nowhere"), ("en", "there is no /nowhere")):
        status, _, body = send(url, method, f"/nowhere?lang={lang}")
        assert status == 404
        assert body.decode().startswith(words)


DIRECT = {"Content-Type": "application/sparql-query"}


def test_a_query_is_answered_in_each_way_of_the_protocol(url: str) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    by_get = send(url, "GET", f"/sparql?{urlencode({'query': COUNT})}")
    by_form = send(url, "POST", "/sparql", urlencode({"query": COUNT}).encode(), form)
    by_direct = send(url, "POST", "/sparql", COUNT.encode(), DIRECT)
    assert by_get[0] == by_form[0] == by_direct[0] == 200
    assert by_get[2] == by_form[2] == by_direct[2]
    assert json.loads(by_get[2])["results"]["bindings"][0]["n"]["value"] == "40"


@pytest.mark.parametrize(
    ("accept", "media", "start"),
    [
        ("application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
        ("text/csv", "text/csv", b"n\r\n40\r\n"),
        ("text/tab-separated-values;q=0.5, text/html", "text/tab-separated-values", b"?n\n"),
        ("*/*", "application/sparql-results+json", b"{"),
    ],
)
def test_the_format_is_negotiated(url: str, accept: str, media: str, start: bytes) -> None:
    status, headers, body = send(
        url, "POST", "/sparql", COUNT.encode(), {**DIRECT, "Accept": accept}
    )
    assert status == 200
    assert headers["content-type"].startswith(media)
    assert body.startswith(start)


def test_rows_that_are_cut_are_said_to_be(url: str) -> None:
    status, headers, body = send(url, "POST", "/sparql", b"SELECT * { ?s ?p ?o }", DIRECT)
    assert status == 200
    assert headers["x-dutygraph-cut"] == "rows 30"
    assert len(json.loads(body)["results"]["bindings"]) == 30


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", 503),
        ("DELETE WHERE { ?s ?p ?o }", 403),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 403),
        ("SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }", 403),
        ("SELECT * {", 400),
        ("x" * 2_000_100, 413),
    ],
)
def test_what_is_refused_has_a_sentence_and_the_server_lives_on(
    url: str, query: str, status: int
) -> None:
    answer = send(url, "POST", "/sparql", query.encode(), DIRECT)
    assert answer[0] == status
    assert answer[1]["content-type"].startswith("text/plain")
    assert answer[2].decode().endswith(("。", "）")), answer[2].decode()
    assert send(url, "POST", "/sparql", COUNT.encode(), DIRECT)[0] == 200


def test_only_this_machine_and_its_own_page_are_served(url: str) -> None:
    foreign = send(url, "GET", "/sparql", headers={"Host": "rebound.example"})
    assert foreign[0] == 400
    elsewhere = send(
        url, "POST", "/sparql", COUNT.encode(), {**DIRECT, "Origin": "http://x.example"}
    )
    assert elsewhere[0] == 403
    own = send(url, "POST", "/sparql", COUNT.encode(), {**DIRECT, "Origin": url.rstrip("/")})
    assert own[0] == 200
    assert "access-control-allow-origin" not in own[1]


def test_faults_are_said_in_the_language_asked_for(url: str) -> None:
    english = send(url, "POST", "/sparql?lang=en", b"SELECT * {", DIRECT)
    assert b"breaks off at line 1" in english[2]


def test_a_question_becomes_a_query_with_its_parameters_bound(url: str) -> None:
    status, _, body = send(url, "GET", "/questions/unit-owns?" + urlencode({"unit": "宣传科"}))
    assert status == 200
    assert "/id/unit/" in json.loads(body)["query"]
    status, _, body = send(url, "GET", "/questions/unit-owns?" + urlencode({"unit": "宣传课"}))
    assert status == 400
    assert "宣传科" in body.decode(), "the nearest name is offered"
    assert send(url, "GET", "/questions/no-such")[0] == 400


def test_plain_words_become_a_question_with_its_parameters(url: str) -> None:
    def understood(words: str, lang: str = "zh") -> dict[str, object]:
        path = "/understood?" + urlencode({"words": words, "lang": lang})
        status, _, body = send(url, "GET", path)
        assert status == 200
        return json.loads(body)

    found = understood("宣传科牵头哪些要求？")
    assert found == {"question": "unit-leads", "given": {"unit": "宣传科"}, "note": ""}
    assert "requirement-source" in str(understood("第16项涉及哪些文件")["note"])
    for lang, words in (("zh", "天气"), ("en", "weather")):
        unknown = understood(words, lang)
        assert unknown["question"] is None
        assert words in str(unknown["note"])


def test_a_taken_port_is_a_sentence(url: str, folder: Path) -> None:
    port = url.rstrip("/").rpartition(":")[2]
    done = subprocess.run(
        [sys.executable, "-m", "dutygraph.cli", "serve", "--store", folder, "--port", port],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert port in done.stderr


@pytest.fixture(scope="module")
def page(url: str) -> Iterator[Page]:
    with Browser() as browser:
        yield browser.open(url)


def answered(page: Page) -> str:
    page.wait_for("document.querySelector('#answer table, #answer pre') !== null")
    return page.evaluate("document.getElementById('answer').innerText")


def test_a_query_is_run_from_the_editor(page: Page) -> None:
    page.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('" + COUNT + "')")
    page.evaluate("document.getElementById('run').click()")
    assert "40" in answered(page)


def test_a_question_is_found_filled_and_answered(page: Page) -> None:
    page.evaluate(
        "(function () { var s = document.getElementById('search'); s.value = 'unit-owns';"
        " s.dispatchEvent(new Event('input')); })()"
    )
    page.evaluate("document.querySelector('#questions [data-name=unit-owns]').click()")
    page.evaluate("document.querySelector('#parameters input[name=unit]').value = '宣传科'")
    page.evaluate(
        "document.querySelector('#answer').innerHTML = '';"
        "document.querySelector('#parameters button').click()"
    )
    assert "序号" in answered(page), "columns are headed by words"
    shown = page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()")
    assert "SELECT" in shown


def test_a_value_leads_to_its_place_in_the_document(page: Page) -> None:
    answered(page)
    page.evaluate(
        "Array.prototype.find.call(document.querySelectorAll('#answer td button'),"
        " function (b) { return b.textContent.length > 20; }).click()"
    )
    page.wait_for("document.querySelector('#quotes blockquote') !== null")
    quoted = page.evaluate("document.getElementById('quotes').innerText")
    assert "shanwei-police-2022.txt" in quoted


def test_a_refused_query_is_told_on_the_page(page: Page) -> None:
    page.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('DROP ALL')")
    page.evaluate("document.getElementById('run').click()")
    page.wait_for("!document.getElementById('message').hidden")
    assert "DROP" in page.evaluate("document.getElementById('message').textContent")


def test_plain_words_are_understood_and_answered(page: Page) -> None:
    ask_plainly(page, "宣传科要配合哪些单位？")
    assert "政务公开办" in answered(page)
    named = page.evaluate("document.querySelector('#parameters input[name=unit]').value")
    assert named == "宣传科"
    assert page.evaluate("document.querySelector('#parameters h2').innerText").startswith("某单位")


def test_words_that_nothing_answers_are_told_with_the_nearest_questions(page: Page) -> None:
    ask_plainly(page, "明天天气怎么样")
    page.wait_for("!document.getElementById('message').hidden")
    told = page.evaluate("document.getElementById('message').innerText")
    assert "明天天气怎么样" in told
    assert "？" in told, "the nearest questions are offered"


def test_no_answer_stands_under_another_question(url: str) -> None:
    with Browser() as browser:
        page = browser.open(url)
        ask_plainly(page, "宣传科要配合哪些单位？")
        assert "政务公开办" in answered(page)
        page.evaluate("document.querySelector('#questions [data-name=unit-owns]').click()")
        page.evaluate("document.querySelector('#parameters input[name=unit]').value = '河务科'")
        page.evaluate("document.querySelector('#parameters button').click()")
        page.wait_for("!document.getElementById('message').hidden")
        assert "河务科" in page.evaluate("document.getElementById('message').textContent")
        for place in ("answer", "state"):
            assert page.evaluate(f"document.getElementById('{place}').textContent") == ""
        assert page.evaluate("document.getElementById('downloads').hidden")
        assert page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()") == ""


@pytest.mark.parametrize(("lang", "told"), [("zh", "本体里没有"), ("en", "the ontology has no")])
def test_a_misspelt_term_is_told_beside_the_empty_answer(url: str, lang: str, told: str) -> None:
    with Browser() as browser:
        page = browser.open(f"{url}?lang={lang}")
        query = "SELECT ?r {{ ?r duty:{} ?u }}"
        for term, hidden in (("onwedBy", False), ("ownedBy", True)):
            written = json.dumps(query.format(term))
            page.evaluate(f"document.querySelector('.CodeMirror').CodeMirror.setValue({written})")
            page.evaluate("document.getElementById('run').click()")
            answered(page)
            page.wait_for(f"document.getElementById('note').hidden === {json.dumps(hidden)}")
            if not hidden:
                note = page.evaluate("document.getElementById('note').textContent")
                assert f"{told} duty:onwedBy" in note
                assert "duty:ownedBy" in note
        assert page.errors == []


def test_a_query_of_ones_own_stays_when_a_question_is_chosen(page: Page) -> None:
    own = "SELECT ?mine { ?mine a duty:Unit }"
    page.evaluate(f"document.querySelector('.CodeMirror').CodeMirror.setValue('{own}')")
    page.evaluate("document.querySelector('#questions [data-name=unit-owns]').click()")
    shown = page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()")
    assert shown == own


def test_a_fault_is_told_by_the_line_of_the_editor(url: str) -> None:
    broken = "SELECT ?r {\\n ?r duty:ownedBy ?u ; skos:prefLabel"
    with Browser() as browser:
        page = browser.open(url)
        page.evaluate(f"document.querySelector('.CodeMirror').CodeMirror.setValue('{broken}')")
        page.evaluate("document.getElementById('run').click()")
        page.wait_for("!document.getElementById('message').hidden")
        assert "第2行" in page.evaluate("document.getElementById('message').textContent")


COUNTY = """云溪县2026年重点任务分工方案
一、办好开学准备，6月底前完成。（责任单位：县财政局（县金融办））
二、整修校舍，每月报告进展。（责任单位：县财政局）
"""


@contextlib.contextmanager
def served(place: Path) -> Iterator[str]:
    """Serve a document or a store on a free port, and give its address."""
    command = [sys.executable, "-m", "dutygraph.cli", "serve", str(place), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        said = [process.stderr.readline()]
        while said[-1] and not (found := re.search(r"http://127\.0\.0\.1:\d+/", said[-1])):
            said.append(process.stderr.readline())
        assert found, said
        yield found.group()
        process.terminate()


def test_names_that_may_be_the_same_unit_are_told_beside_the_answer(tmp_path: Path) -> None:
    (tmp_path / "county.txt").write_text(COUNTY, encoding="utf-8")
    with served(tmp_path / "county.txt") as address, Browser() as browser:
        page = browser.open(address)
        ask_plainly(page, "县财政局负责什么？")
        assert "整修校舍" in answered(page)
        told = page.evaluate("document.getElementById('note').innerText")
        assert "“县财政局（县金融办）”" in told
        assert "没有算在内" in told
        assert page.evaluate("document.getElementById('message').hidden"), "nothing failed"
        ask_plainly(page, "每个单位各承担多少项要求？")
        answered(page)
        assert page.evaluate("document.getElementById('note').hidden"), "no unit is asked about"


def ask_plainly(page: Page, words: str) -> None:
    page.evaluate("document.getElementById('answer').innerHTML = ''")
    page.evaluate(f"document.getElementById('search').value = {json.dumps(words)}")
    page.evaluate("document.querySelector('#asking button').click()")


def test_the_questions_stand_in_groups(page: Page) -> None:
    groups = page.evaluate(
        "Array.prototype.map.call(document.querySelectorAll('#questions .group'),"
        " function (g) { return g.textContent; }).join('|')"
    )
    assert groups.startswith("责任：谁负责什么|协同：谁要与谁配合|")


def test_the_page_asks_nobody_else_and_logs_no_fault(page: Page, url: str) -> None:
    outside = [
        address for address in page.requests if not address.startswith((url, "data:", "blob:"))
    ]
    assert outside == []
    faults = [error for error in page.errors if "403" not in error]
    assert faults == [], "only the refused query above is logged"


def test_texts_of_the_graph_are_never_read_as_html(tmp_path: Path) -> None:
    """A title that is markup shows as text, and nothing in it runs."""
    from dutygraph.graph.store.engine import Change

    nasty = "<img src=x onerror=window.hurt=1></script><script>window.hurt=1</script>"
    with open_store(tmp_path / "db") as store:
        store.engine.apply(Change(f'<x:a> <x:title> "{nasty}" <x:g> .\n'))
    command = [sys.executable, "-m", "dutygraph.cli", "serve", "--store", tmp_path / "db"]
    with (
        subprocess.Popen(
            [*map(str, command), "--port", "0"], stderr=subprocess.PIPE, text=True, encoding="utf-8"
        ) as process,
        Browser() as browser,
    ):
        address = re.search(r"http://127\.0\.0\.1:\d+/", process.stderr.readline()).group()
        page = browser.open(address)
        page.evaluate(
            "document.querySelector('.CodeMirror').CodeMirror"
            ".setValue('SELECT ?o { ?s <x:title> ?o }')"
        )
        page.evaluate("document.getElementById('run').click()")
        assert nasty in answered(page)
        assert page.evaluate("window.hurt === undefined")
        process.terminate()
