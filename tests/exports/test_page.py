"""The page works in a browser, alone: no request, no complaint, and nothing of a plan runs."""

import re
import tomllib
from pathlib import Path

import pytest
from browser import Browser
from specimens import hostile_plan, large_plan, plan_of

from dutygraph.exports.atlas import drawing
from dutygraph.exports.atlas import page as atlas
from dutygraph.graph.codes import Role
from dutygraph.graph.network.apart import diagnose_each
from dutygraph.graph.network.ownership import ownership_in
from dutygraph.graph.network.plan_incidence import incidence_of
from dutygraph.graph.store import open_store

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "exports" / "atlas"
SCRIPTS = sorted(FOLDER.glob("*.js"))
VIEWS = ("matrix", "graph", "coordination", "units")


def rendered(*plans):
    with open_store() as store:
        for plan in plans:
            store.put(plan)
        ownership = ownership_in(store)
    return atlas.render_page(plans, diagnose_each(incidence_of(*plans)), ownership, "zh")


def saved(folder, text):
    path = folder / "page.html"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


@pytest.fixture(scope="module")
def browser():
    with Browser() as running:
        yield running


@pytest.fixture(scope="module")
def text(plan, diagnosis, ownership):
    return atlas.render_page([plan], diagnosis, ownership, "zh")


@pytest.fixture(scope="module")
def file(text, tmp_path_factory):
    return saved(tmp_path_factory.mktemp("page"), text)


@pytest.fixture
def page(browser, file):
    opened = browser.open(file)
    yield opened
    assert opened.errors == []
    assert [url for url in opened.requests if not url.startswith("file:")] == []


def heading(page):
    return page.evaluate("document.querySelector('#panel h2').textContent")


def view(page):
    return page.evaluate("document.getElementById('view').className")


def at(browser, file, state):
    return browser.open(f"{file.as_uri()}#{state}")


def test_the_landing_view_shows_40_requirements_and_16_names(page, plan):
    assert page.evaluate("document.querySelectorAll('.matrix tbody tr[data-r]').length") == 40
    names = page.evaluate(
        "Array.from(document.querySelectorAll('.matrix thead .upright'), n => n.textContent)"
    )
    assert sorted(names) == sorted(plan.names)
    assert page.evaluate("document.querySelectorAll('.matrix td button').length") == 87
    assert page.evaluate("document.querySelectorAll('.matrix thead th.collective').length") == 2
    assert "40 条要求 · 16 个名称" in page.evaluate("document.getElementById('counts').textContent")


HIDDEN = """(() => {
  const edge = document.querySelector('.scroll').getBoundingClientRect().right + 1;
  const heads = Array.from(document.querySelectorAll('.matrix thead th[data-u]'));
  return heads.filter(head => head.getBoundingClientRect().right > edge).length;
})()"""
TOLD = "(told => told.hidden ? 'all' : told.textContent)(document.querySelector('.beyond'))"


@pytest.mark.parametrize("name", ["matrix", "coordination"])
def test_names_out_of_sight_are_counted_until_they_are_scrolled_to(browser, file, name):
    opened = at(browser, file, f"view={name}&lang=en")
    opened.resize(1500, 900)
    assert opened.wait_for(f"{TOLD} === 'all'")
    opened.resize(820, 900)
    opened.wait_for(f"{TOLD} !== 'all'")
    hidden = opened.evaluate(HIDDEN)
    assert hidden > 0
    assert opened.wait_for(TOLD) == f"{hidden} more names to the right →"
    opened.evaluate("document.querySelector('.scroll').scrollTo(10000, 0)")
    assert opened.wait_for(f"{TOLD} === 'all'")


def test_the_page_asks_for_nothing_and_complains_of_nothing_in_any_view(browser, file):
    for name in VIEWS:
        opened = at(browser, file, f"view={name}&lang=en&theme=dark")
        assert opened.requests == [file.as_uri()]
        assert opened.errors == []
        assert view(opened) == f"view-{name}"


def test_the_most_urgent_gap_stands_first_and_opens_its_requirement(page):
    first = page.evaluate("document.querySelector('#panel .finding').className")
    assert first == "finding red"
    page.evaluate("document.querySelector('#panel .finding').click()")
    rows = "Array.from(document.querySelectorAll('.matrix tbody tr[data-r]:not(.faded) .number'))"
    assert page.evaluate(f"{rows}.map(n => n.textContent)") == ["7"]


def test_a_click_on_a_unit_fades_what_it_does_not_hold(page):
    page.evaluate("document.querySelector('th[title=\"宣传科\"] button').click()")
    assert heading(page) == "宣传科"
    lit = page.evaluate("document.querySelectorAll('tr[data-r]:not(.faded)').length")
    assert lit == 11
    page.press("Escape")
    assert heading(page) == "需要关注"
    assert page.evaluate("document.querySelectorAll('.faded').length") == 0


def test_a_requirement_is_quoted_verbatim_with_its_place_and_its_units(page, plan):
    page.evaluate("document.querySelectorAll('tr[data-r] .line')[15].click()")
    requirement = plan.requirements[15]
    assert page.evaluate("document.querySelector('blockquote').textContent") == requirement.text
    source = page.evaluate("document.querySelector('#panel .source').textContent")
    assert requirement.span.describe("zh") in source
    marks = page.evaluate("Array.from(document.querySelectorAll('mark'), m => m.textContent)")
    assert "一般不少于30天" in marks
    assert "《重大行政决策程序暂行条例》" in marks
    owners = page.evaluate(
        "Array.from(document.querySelectorAll('.owner strong'), m => m.textContent)"
    )
    assert owners == ["局直相关单位", "政务公开办", "宣传科"]


def test_the_picture_is_drawn_and_a_click_in_it_focuses_a_unit(browser, file, plan):
    page = at(browser, file, "view=graph")
    box = page.evaluate(
        "(b => [b.left, b.top, b.width, b.height])(document.querySelector('canvas')"
        ".getBoundingClientRect())"
    )
    left, top, width, height = box
    for step in range(2, 60):
        page.click(left + width * 0.8, top + height * step / 60)
        # vis-network waits before it takes a click for a single one.
        page.evaluate("new Promise(done => setTimeout(done, 20))")
        if heading(page) in plan.names:
            break
    assert heading(page) in plan.names
    assert page.errors == []


def test_the_picture_can_be_saved(browser, file):
    page = at(browser, file, "view=graph&pick=u1")
    assert page.evaluate("document.getElementById('picture').hidden") is False
    start = "document.querySelector('canvas').toDataURL('image/png')"
    assert page.evaluate(f"{start}.length") > 20_000
    assert page.evaluate(f"{start}.slice(0, 22)") == "data:image/png;base64,"


def test_typing_is_one_step_back(page):
    before = page.evaluate("history.length")
    page.press("/")
    for letter in "政府采购":
        page.type(letter)
    assert page.evaluate("history.length") == before


def test_search_finds_units_words_and_pinyin_initials(page):
    page.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.type("政府采购")
    assert heading(page) == "“政府采购”的查找结果"
    numbers = "Array.from(document.querySelectorAll('#panel .requirements .number'))"
    assert page.evaluate(f"{numbers}.map(n => n.textContent)") == ["29", "36"]
    page.press("Escape")
    page.press("/")
    page.type("xck")
    page.press("Enter")
    assert heading(page) == "宣传科"


def test_keys_change_the_view_but_not_while_typing(page):
    for number, name in enumerate(VIEWS, 1):
        page.press(str(number))
        assert view(page) == f"view-{name}"
    page.press("/")
    page.press("1")
    assert view(page) == "view-units"


def test_arrow_keys_walk_through_the_matrix(page):
    page.evaluate("document.querySelector('.matrix thead button').focus()")
    page.press("ArrowDown")
    page.press("Enter")
    assert heading(page) == "第1条"


def test_what_is_seen_stands_in_the_address_and_comes_back(browser, file, page):
    page.evaluate("document.querySelectorAll('tr[data-r] .line')[6].click()")
    page.press("3")
    seen = page.evaluate("location.hash.slice(1)")
    again = at(browser, file, seen)
    assert view(again) == "view-coordination"
    assert heading(again) == heading(page) == "第7条"


def test_the_section_filter_keeps_only_its_rows(page):
    page.evaluate(
        "(s => { s.value = '4'; s.dispatchEvent(new Event('change')); })"
        "(document.getElementById('section'))"
    )
    numbers = "Array.from(document.querySelectorAll('tr[data-r] .number'), n => n.textContent)"
    assert page.evaluate(numbers) == ["37", "38", "39", "40"]


def test_the_page_speaks_both_languages_and_leaves_the_plan_alone(page, plan):
    page.evaluate("document.getElementById('lang').click()")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert heading(page) == "Needs attention"
    assert page.evaluate("document.getElementById('title').textContent") == plan.title
    page.evaluate("document.getElementById('lang').click()")
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"


def test_the_hub_can_be_dimmed(page):
    page.evaluate("document.getElementById('dim').click()")
    assert page.evaluate("document.querySelector('th.dim').title") == "政务公开办"


def test_two_units_together_show_what_they_share(page):
    page.press("3")
    page.evaluate(
        "document.querySelector('button[aria-label^=\"政务公开办 与 宣传科：\"]').click()"
    )
    assert heading(page) == "两家协同"
    assert page.evaluate("document.querySelectorAll('#panel .requirements li').length") == 11


def test_print_loses_no_column(page):
    page.command("Emulation.setEmulatedMedia", media="print")
    # The width of A4 landscape less its margins, in CSS pixels.
    page.resize(1047, 718)
    right = "Math.max(...Array.from(document.querySelectorAll('.matrix th, .matrix td'),"
    assert page.evaluate(f"{right} n => n.getBoundingClientRect().right))") <= 1048
    assert page.evaluate("getComputedStyle(document.querySelector('aside')).display") == "none"


def test_nothing_of_a_hostile_plan_runs(browser, tmp_path):
    path = saved(tmp_path, rendered(hostile_plan()))
    for state in (
        *(f"view={name}" for name in VIEWS),
        *(f"pick=r{n}" for n in range(7)),
        "pick=u1",
    ):
        page = at(browser, path, state)
        assert page.evaluate("typeof window.hacked") == "undefined"
        assert page.evaluate("document.querySelectorAll('img, a:not(.skip), iframe').length") == 0
        assert page.evaluate("document.querySelectorAll('script').length") == 4
        assert page.errors == []
        assert len(page.requests) == 1


def test_the_policy_stops_a_script_that_is_not_the_pages_own(browser, file):
    page = browser.open(file)
    page.evaluate(
        "(s => { s.textContent = 'window.hacked = 1'; document.body.append(s); })"
        "(document.createElement('script'))"
    )
    assert page.evaluate("typeof window.hacked") == "undefined"
    assert any("Content Security Policy" in error for error in page.errors)


def test_several_plans_stand_in_a_chooser(browser, plan, tmp_path):
    other = plan_of([[("乙局", Role.LEAD)], [("丙局", Role.LEAD)]], title="乙市分工方案")
    page = browser.open(saved(tmp_path, rendered(plan, other)))
    assert page.evaluate("document.getElementById('chooser').hidden") is False
    page.evaluate(
        "(s => { s.value = '1'; s.dispatchEvent(new Event('change')); })"
        "(document.getElementById('plan'))"
    )
    assert page.evaluate("document.getElementById('title').textContent") == "乙市分工方案"
    assert page.evaluate("document.querySelectorAll('tr[data-r]').length") == 2
    page.press("2")
    assert page.errors == []


def test_a_plan_too_large_to_read_is_gathered_and_says_so(browser, tmp_path, monkeypatch):
    monkeypatch.setattr(drawing, "DRAWN_NODES", 500)
    page = browser.open(saved(tmp_path, rendered(large_plan(320, 190))))
    assert "320 条" in page.evaluate("document.querySelector('.matrix tbody').textContent")
    assert page.evaluate("document.querySelectorAll('.matrix .count').length") == 20 * 190
    page.press("2")
    assert "汇总" in page.evaluate("document.getElementById('legend').textContent")
    page.press("3")
    assert page.evaluate("document.querySelectorAll('.heat tbody tr').length") == 150
    assert "只列承担最多的 150 个（共 190 个）" in page.evaluate(
        "document.getElementById('legend').textContent"
    )
    page.press("4")
    assert page.evaluate("document.querySelectorAll('.list tbody tr').length") == 190
    assert page.errors == []


def test_a_page_holds_whole_plans_up_to_its_limit_and_says_what_is_left_out(monkeypatch, plan):
    monkeypatch.setattr(atlas, "SHOWN_REQUIREMENTS", 41)
    small = plan_of([[("乙局", Role.LEAD)]])
    assert atlas.within_limit([plan, small, small]) == (plan, small)
    assert atlas.within_limit([plan, plan]) == (plan,)
    monkeypatch.setattr(atlas, "SHOWN_REQUIREMENTS", 1)
    assert atlas.within_limit([plan, small]) == (plan,)
    assert '"left_out":1' in rendered(plan, small)


def test_the_same_plan_gives_the_same_page(text, plan, diagnosis, ownership):
    assert atlas.render_page([plan], diagnosis, ownership, "zh") == text


def test_the_page_names_no_address_that_a_browser_would_fetch(text):
    attributes = re.findall(r"""\b(?:src|href)\s*=\s*["']([^"']*)""", text.split("<script")[0])
    assert attributes == ["#main"]
    assert "@import" not in text
    assert "url(" not in text.split("</style>")[0]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_keep_to_what_older_browsers_know(path):
    script = path.read_text(encoding="utf-8")
    modern = re.compile(
        r"\?\.[a-zA-Z\[(]|\?\?|\breplaceAll\(|\.at\(|matchAll\(|fromEntries|replaceChildren|\bawait\b"
    )
    assert modern.findall(script) == []
    assert (
        re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|\beval\(|document\.write", script) == []
    )


def test_the_style_keeps_to_what_older_browsers_know():
    style = (FOLDER / "page.css").read_text(encoding="utf-8")
    assert (
        re.findall(
            r"color-mix|:has\(|:is\(|inset:|clamp\(|aspect-ratio|@layer|px \d+px,|\n\s*&", style
        )
        == []
    )
    flexible = [rule for rule in style.split("}") if "display: flex" in rule]
    assert [rule for rule in flexible if re.search(r"[^-]gap:", rule)] == []


def colours(theme):
    style = (FOLDER / "page.css").read_text(encoding="utf-8")
    blocks = [style.split("{", 1)[1].split("}")[0]]
    if theme == "dark":
        blocks.append(style.split('[data-theme="dark"] {')[1].split("}")[0])
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", "".join(blocks)))


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_texts_are_readable_in_both_themes(theme):
    """WCAG AA: a contrast of 4.5 for text, 3 for signs."""
    known = colours(theme) | {"white": "#ffffff", "black": "#0f1317"}
    on_dark = "white" if theme == "light" else "black"
    texts = [
        *(
            (ink, back)
            for ink in ("ink", "muted")
            for back in ("surface", "raised", "band", "tint")
        ),
        *(("accent", back) for back in ("surface", "raised", "tint")),
        *((ink, back) for ink in ("ink", "muted") for back in ("red-tint", "amber-tint")),
        *(("ink", f"heat{step}") for step in (1, 2, 3)),
        *((on_dark, f"heat{step}") for step in (4, 5)),
    ]
    signs = [("mark", "surface"), ("mark", "tint"), ("red", "red-tint"), ("amber", "amber-tint")]
    for least, pairs in ((4.5, texts), (3, signs)):
        for ink, back in pairs:
            light, dark = sorted((luminance(known[ink]), luminance(known[back])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= least, (ink, back)


def test_every_message_of_the_page_is_there_and_is_used():
    folder = ROOT / "ontology" / "messages"
    known = {
        name
        for room in ("atlas", "codes")
        for name in tomllib.loads((folder / f"{room}.toml").read_text(encoding="utf-8"))
    }
    sources = "\n".join(
        path.read_text(encoding="utf-8") for path in [*SCRIPTS, FOLDER / "page.html"]
    )
    asked = set(
        re.findall(r'\b(?:say|note|corner|tile|details)\((?:[^,()"]*, )?"([\w-]+)"[,)\]]', sources)
    )
    asked |= set(re.findall(r'data-say(?:-\w+)?="([\w-]+)"', sources))
    assert asked - known == set()
    words = set(re.findall(r'"([\w-]+)"', sources))
    stems = {word for word in words if word.endswith("-")}
    endings = {word for word in words if word.startswith("-")}
    unused = {
        name
        for name in known - words
        if not any(name.startswith(stem) for stem in stems)
        and not any(name.endswith(ending) for ending in endings)
    }
    assert unused == set()
