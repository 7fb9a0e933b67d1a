"""Broken data is caught and told apart from what a plan leaves open."""

from dataclasses import replace
from functools import partial
from importlib.util import find_spec

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dutygraph.graph.errors import MissingExtraError
from dutygraph.graph.store import open_store
from dutygraph.graph.triples.iris import Iris
from dutygraph.graph.triples.plan_quads import nquads
from dutygraph.graph.triples.vocabulary import vocabulary_nquads
from dutygraph.graph.validation import ENGINES, Report, Severity, validate, validation
from dutygraph.graph.validation.parts import parts
from dutygraph.ontology.terms import CODE, DUTY, OA, ORG, PREFIXES, SKOS

compiled = pytest.mark.skipif(find_spec("shacl") is None, reason="shacl has no wheel here")
UNSHRUNK = [Phase.explicit, Phase.reuse, Phase.generate]  # shrinking would take minutes
ROLE, BASIS, CLAIM = f"{CODE}role/", f"{CODE}role-basis/", f"{CODE}claim/"


def checked(quads: str, engine=None) -> Report:
    with open_store() as store:
        store.put_quads(quads)
        return validate(store, engine)


def shapes(results) -> set[str]:
    return {result.shape for result in results}


def damaged(plan, subject: str, predicate: str, value: str | None) -> str:
    """Give a plan's quads with one value replaced, or removed when it is `None`."""
    kept, graph = [], ""
    for line in nquads(plan).splitlines():
        if line.startswith(f"<{subject}> <{predicate}> "):
            graph = line.rsplit(" ", 2)[1]
        else:
            kept.append(line)
    graph = graph or kept[0].rsplit(" ", 2)[1]
    if value is not None:
        kept.append(f"<{subject}> <{predicate}> {value} {graph} .")
    return "\n".join(kept) + "\n"


def test_the_real_plan_is_sound_and_its_findings_are_known(store):
    report = validate(store)
    assert report.conforms
    found = {
        shape: {r.subject.label.split()[0] for r in report.findings if r.shape == shape}
        for shape in shapes(report.findings)
    }
    assert found["only-collectives"] == {"7"}
    assert "37" in found["actor-not-listed"]
    assert len(found["lead-not-told-apart"]) == 25
    assert "no-owner" not in found


@compiled
def test_engines_agree_on_the_real_plan_result_by_result(store):
    reports = [validate(store, engine) for engine in ENGINES]
    assert reports[0].results == reports[1].results
    assert reports[0].results


DAMAGE = {
    "plan-title": ("", "http://purl.org/dc/terms/title", None),
    "plan-file": ("", DUTY.fromFile, None),
    "plan-year-form": ("", DUTY.planYear, '"today"'),
    "file-checksum": ("/file", DUTY.sha256, '"short"'),
    "element-plan": ("/requirement/r3", DUTY.inPlan, None),
    "element-text": ("/requirement/r3", DUTY.verbatimText, '""@zh'),
    "requirement-row": ("/requirement/r3", DUTY.inRow, None),
    "requirement-parent": ("/requirement/r3", DUTY.parentElement, "<{plan}/row/row1>"),
    "row-share-count": ("/row/row1", DUTY.shareCount, '"0"^^<{xsd}integer>'),
    "participation-participant": ("/row/row2/a1", DUTY.participant, "<{plan}>"),
    "participation-concerns": ("/row/row2/a1", DUTY.concerns, None),
    "assignment-role": ("/row/row2/a1", DUTY.role, f"<{ROLE}actor>"),
    "assignment-basis": ("/row/row2/a1", DUTY.roleBasis, f"<{BASIS}listing-order>"),
    "assignment-claim": ("/row/row2/a1", DUTY.claimStatus, f"<{CLAIM}inferred>"),
    "assignment-position": ("/row/row2/a1", DUTY.position, '"0"^^<{xsd}integer>'),
    "confidence-range": ("/row/row2/a1", DUTY.confidence, '"1.5"^^<{xsd}decimal>'),
    "involvement-role": ("/requirement/r3/i1", DUTY.role, f"<{ROLE}responsible>"),
    "guess-rule": ("/row/row1/lead-by-order", DUTY.inferredBy, None),
    "guess-claim": ("/row/row1/lead-by-order", DUTY.claimStatus, f"<{CLAIM}stated>"),
    "timing-count": ("/requirement/r3/t1", DUTY.minCount, None),
    "citation-cited": ("/requirement/r3/c1", DUTY.citedRegulation, None),
    "mention-start": ("/row/row2/a1/mention", OA.start, '"900"^^<{xsd}integer>'),
    "mention-source": ("/row/row2/a1/mention", OA.hasSource, None),
}


@pytest.mark.parametrize("shape", DAMAGE)
def test_damage_is_caught_by_the_shape_that_names_it(small_plan, shape):
    part, predicate, value = DAMAGE[shape]
    plan = Iris(small_plan).plan
    value = value and value.replace("{plan}", plan).replace("{xsd}", PREFIXES["xsd"])
    report = checked(damaged(small_plan, plan + part, predicate, value))
    assert shape in shapes(report.violations)
    assert not report.conforms


@compiled
def test_engines_agree_on_damage_of_every_kind(small_plan):
    plan, xsd = Iris(small_plan).plan, PREFIXES["xsd"]
    quads = nquads(small_plan)
    for part, predicate, value in DAMAGE.values():
        value = value and value.replace("{plan}", plan).replace("{xsd}", xsd)
        wanted = damaged(small_plan, plan + part, predicate, value).splitlines()
        kept = [
            line for line in quads.splitlines() if f"<{plan + part}> <{predicate}> " not in line
        ]
        added = [line for line in wanted if f"<{plan + part}> <{predicate}> " in line]
        quads = "\n".join([*kept, *added]) + "\n"
    reports = [checked(quads, engine) for engine in ENGINES]
    assert reports[0].results == reports[1].results
    assert len(reports[0].violations) >= len(DAMAGE)


def test_two_names_that_met_in_one_identifier_are_caught(small_plan):
    unit = Iris(small_plan).unit("宣传科")
    extra = f'<{unit}> <{SKOS.prefLabel}> "法制科"@zh <{PREFIXES["duty"]}g> .\n'
    assert "shared-label" in shapes(checked(nquads(small_plan) + extra).violations)


@compiled
def test_a_circle_in_the_hierarchy_is_caught_by_every_engine(small_plan):
    iris = Iris(small_plan)
    one, other = iris.unit("宣传科"), iris.unit("办公室")
    for engine in ENGINES:
        sound = f"<{one}> <{ORG.subOrganizationOf}> <{other}> <{iris.plan}> .\n"
        assert checked(nquads(small_plan) + sound, engine).conforms
        circle = sound + f"<{other}> <{ORG.subOrganizationOf}> <{one}> <{iris.plan}> .\n"
        report = checked(nquads(small_plan) + circle, engine)
        assert shapes(report.violations) == {"hierarchy-cycle"}


def test_a_swallowed_verb_in_a_document_number_is_caught(small_plan):
    regulation = Iris(small_plan).regulation(small_plan.requirements[2].citations[0])
    number = '"严格落实国办公开办函〔2021〕30号"'
    extra = f"<{regulation}> <{DUTY.docNumber}> {number} <{PREFIXES['duty']}g> .\n"
    assert shapes(checked(nquads(small_plan) + extra).violations) == {"regulation-number-cue"}


def test_a_requirement_without_owners_is_a_finding_and_no_error(small_plan):
    rows = (replace(small_plan.rows[0], assignments=()), *small_plan.rows[1:])
    report = checked(nquads(replace(small_plan, rows=rows)))
    assert report.conforms
    nobody = [r for r in report.findings if r.shape == "no-owner"]
    assert [r.subject.label for r in nobody] == ["1 公开目录。", "2 及时更新。"]
    assert {r.severity for r in nobody} == {Severity.WARNING}


def test_results_speak_both_languages_and_name_the_place(small_plan):
    report = checked(nquads(small_plan))
    (found,) = (r for r in report.findings if r.shape == "lead-not-told-apart")
    assert found.subject.describe("zh") == "责任行「1、2」（表1第2行第4列（原文第2行））"
    assert found.subject.describe("en") == "row “1、2” (table 1, row 2, column 4, line 2)"
    assert found.sentence("zh").endswith("请明确牵头单位。")
    assert found.sentence("en").endswith("name the lead.")
    assert found.subject.plan == small_plan.title


def test_the_vocabulary_in_a_store_changes_nothing(small_plan):
    with_words = checked(nquads(small_plan) + vocabulary_nquads())
    assert with_words.results == checked(nquads(small_plan)).results


@given(data=st.data())
@settings(
    max_examples=25, deadline=None, phases=UNSHRUNK, suppress_health_check=[HealthCheck.too_slow]
)
def test_no_plan_that_can_be_written_breaks_its_shapes(random_plans, data):
    report = checked(nquads(data.draw(random_plans)))
    broken = shapes(report.violations)
    # Random numbers and demands may be odd in themselves; nothing else may be.
    odd = {"regulation-number", "regulation-number-agency", "timing-count", "timing-duration"}
    assert broken <= odd


def test_many_plans_give_what_each_gives_alone(small_plan, monkeypatch):
    plans = [replace(small_plan, title=f"方案{n}") for n in range(5)]
    alone = {r for plan in plans for r in checked(nquads(plan)).results}
    monkeypatch.setattr(validation, "parts", partial(parts, size=2))
    with open_store() as store:
        store.put_all(plans)
        assert len(list(parts(store, 2))) == 3
        assert set(validate(store).results) == alone


def test_without_an_engine_the_missing_package_is_named(small_plan, monkeypatch):
    monkeypatch.setattr(validation, "find_spec", lambda _name: None)
    with pytest.raises(MissingExtraError, match="dutygraph\\[shacl\\]"):
        checked(nquads(small_plan))


@compiled
def test_the_compiled_engine_is_preferred_and_the_reference_follows(monkeypatch):
    assert validation.installed_engine() == "shacl"
    monkeypatch.setattr(validation, "find_spec", lambda name: name == "pyshacl" or None)
    assert validation.installed_engine() == "pyshacl"
