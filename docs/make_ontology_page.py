"""Make `ontology.html`, the page of the ontology, from its Turtle files.

python docs/make_ontology_page.py [OUTPUT]
"""

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path

from ontology_heart import heart
from rdflib import DCTERMS, OWL, RDF, RDFS, SH, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from dutygraph.ontology.files import ontology_text
from dutygraph.ontology.terms import CODE, DUTY, HOME, PREFIXES

HERE = Path(__file__).parent
ONTOLOGY = URIRef(f"{HOME}ontology")
NAMESPACES = PREFIXES | {
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "m8g": "http://data.europa.eu/m8g/",
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
}
SEVERITIES = {
    SH.Violation: ("violation", "错误 · broken data"),
    SH.Warning: ("warning", "提醒 · warning"),
    SH.Info: ("info", "提示 · note"),
}
QUERIES = (
    (
        "宣传科承担哪些要求？",
        "Which requirements does 宣传科 own?",
        """SELECT ?number WHERE {
  ?r duty:ownedBy ?unit ; duty:printedNumber ?number .
  ?unit skos:prefLabel "宣传科"@zh }""",
    ),
    (
        "宣传科须与哪些单位协同？",
        "Which units must 宣传科 coordinate with?",
        """SELECT DISTINCT ?name WHERE {
  ?unit skos:prefLabel "宣传科"@zh .
  ?unit duty:coordinatesWith/skos:prefLabel ?name }""",
    ),
    (
        "哪些要求没有责任单位？",
        "Which requirements does nobody own?",
        """SELECT ?plan ?number WHERE {
  ?r duty:ownerCount 0 ; duty:printedNumber ?number .
  ?r duty:inPlan/dcterms:title ?plan }""",
    ),
)
GRAPHS = (
    ("stated/…", "原文写明的事实", "what the source states"),
    ("inferred/…", "推断，带规则与置信度", "guesses, with rule and confidence"),
    ("derived/…", "由事实计算所得", "computed from what is stated"),
    ("registry", "各方案共用的单位、文件", "units and documents that plans share"),
    ("curated", "经人工确认", "what a person confirmed"),
    ("vocabulary", "本体与编码表", "the ontology and its code lists"),
)


@cache
def graph(name: str) -> Graph:
    """Give one of the ontology's files, parsed."""
    return Graph().parse(data=ontology_text(name))


def words(name: str, subject: Node, predicate: URIRef, lang: str) -> str:
    """Give the words of a subject in a language, as HTML; empty when there are none."""
    found = [
        str(value)
        for value in graph(name).objects(subject, predicate)
        if isinstance(value, Literal) and (value.language or "zh") == lang
    ]
    return escape(found[0]) if found else ""


def both(name: str, subject: Node, predicate: URIRef) -> tuple[str, str]:
    """Give the words of a subject in Chinese and in English."""
    return words(name, subject, predicate, "zh"), words(name, subject, predicate, "en")


def short(term: Node) -> str:
    """Write an IRI with its prefix, linked when it stands on this page."""
    text = str(term)
    prefix = max((p for p, n in NAMESPACES.items() if text.startswith(n)), key=_length, default="")
    name = text.removeprefix(NAMESPACES.get(prefix, ""))
    shown = escape(f"{prefix}:{name}" if prefix else text)
    return f'<a href="#{name}">{shown}</a>' if prefix == "duty" else f"<code>{shown}</code>"


def _length(prefix: str) -> int:
    return len(NAMESPACES[prefix])


def terms(*kinds: URIRef) -> list[str]:
    """Give the terms of some kinds in the order of the file."""
    text, duty = ontology_text("duty.ttl"), graph("duty.ttl")
    subjects = {str(subject) for kind in kinds for subject in duty.subjects(RDF.type, kind)}
    names = [iri.removeprefix(str(DUTY)) for iri in subjects]
    return sorted(names, key=lambda name: text.index(f"\nduty:{name}\n"))


def entries(*kinds: URIRef) -> str:
    """Give the entries of all terms of some kinds."""
    return "\n".join(term(name) for name in terms(*kinds))


def rows(facts: Iterable[tuple[str, Iterable[str]]]) -> str:
    """Give a list of facts; those without a value are left out."""
    shown = [(name, " , ".join(values)) for name, values in facts]
    lines = (f"<dt>{name}</dt><dd>{value}</dd>" for name, value in shown if value)
    return "".join(lines)


def term(name: str) -> str:
    """Give the entry of a class or a property."""
    ttl, iri = "duty.ttl", URIRef(getattr(DUTY, name))
    chinese, english = both(ttl, iri, RDFS.label)
    columns = zip(both(ttl, iri, SKOS.definition), both(ttl, iri, SKOS.scopeNote), strict=True)
    sides = "".join(
        f"<div><p>{definition}</p>" + (f'<p class="note">{note}</p>' if note else "") + "</div>"
        for definition, note in columns
    )
    example = words(ttl, iri, SKOS.example, "zh")
    return (
        f'<section class="term" id="{name}"><h3><code>duty:{name}</code>{chinese}'
        f'<span class="en">{english}</span></h3><div class="two">{sides}</div>'
        + (f'<p class="example">{example}</p>' if example else "")
        + f"<dl>{rows(facts(iri))}</dl></section>"
    )


def facts(iri: URIRef) -> Iterator[tuple[str, list[str]]]:
    """Give what the files say of a term, each with its name."""
    duty, others = graph("duty.ttl"), graph("alignments.ttl")
    supers = [RDFS.subClassOf, RDFS.subPropertyOf]
    yield "上级 super", [short(o) for p in supers for o in sorted(duty.objects(iri, p))]
    yield "用于 of", [short(o) for o in sorted(duty.objects(iri, RDFS.domain))]
    yield "取值 value", [short(o) for o in sorted(duty.objects(iri, RDFS.range))]
    schemes = (str(o).removeprefix(CODE) for o in sorted(duty.objects(iri, RDFS.seeAlso)))
    yield "编码 codes", [f'<a href="#code-{name}">code:{name}/…</a>' for name in schemes]
    yield "属性 has", [short(s) for s in sorted(duty.subjects(RDFS.domain, iri))]
    yield "互斥 not", [short(o) for o in sorted(duty.objects(iri, OWL.disjointWith))]
    for predicate, name in ((SKOS.closeMatch, "相近 close"), (SKOS.relatedMatch, "相关 related")):
        yield name, [short(o) for o in sorted(others.objects(iri, predicate))]


def table(caption: str, heads: Iterable[str], lines: Iterable[Iterable[str]]) -> str:
    """Give a table; the first cell of a line is a name."""
    head = "".join(f"<th>{name}</th>" for name in heads)
    body = "".join(
        f'<tr><td class="name">{first}</td>'
        + "".join(f"<td>{cell}</td>" for cell in rest)
        + "</tr>\n"
        for first, *rest in lines
    )
    title = f"<caption>{caption}</caption>" if caption else ""
    return f'<table class="list">{title}<tr>{head}</tr>\n{body}</table>\n'


def code_lists() -> Iterator[str]:
    """Give a table for every code list, in the order of the file."""
    ttl, text = "codes.ttl", ontology_text("codes.ttl")
    for scheme in sorted(graph(ttl).subjects(RDF.type, SKOS.ConceptScheme), key=str):
        name = str(scheme).removeprefix(CODE)
        chinese, english = both(ttl, scheme, SKOS.prefLabel)
        found = graph(ttl).subjects(SKOS.inScheme, scheme)
        members = sorted(found, key=lambda code: text.index(f"<{code}>"))
        lines = (
            (
                str(graph(ttl).value(code, SKOS.notation)),
                *both(ttl, code, SKOS.prefLabel),
                "<br>".join(both(ttl, code, SKOS.definition)),
            )
            for code in members
        )
        heads = ("code", "中文", "English", "含义 · meaning")
        caption = f'<span id="code-{name}">{chinese} · {english}</span> <code>code:{name}/…</code>'
        yield table(caption, heads, lines)


def shapes() -> str:
    """Give the table of what is checked, the gravest first."""
    ttl = "shapes.ttl"
    order = list(SEVERITIES)
    found = sorted(
        (order.index(graph(ttl).value(shape, SH.severity) or SH.Violation), str(shape))
        for shape in set(graph(ttl).subjects(SH.message))
    )
    lines = []
    for rank, shape in found:
        style, level = SEVERITIES[order[rank]]
        chinese, english = both(ttl, URIRef(shape), SH.message)
        name = shape.rpartition("#")[2]
        lines.append((name, f'<span class="{style}">{level}</span>', f"{chinese}<br>{english}"))
    return table("", ("shape", "级别 · level", "含义 · meaning"), lines)


@cache
def labels() -> dict[str, tuple[str, str]]:
    """Give the labels of all terms, Chinese and English."""
    return {name: both("duty.ttl", URIRef(getattr(DUTY, name)), RDFS.label) for name in DUTY}


def navigation() -> str:
    """Give the list of contents."""
    items = "".join(
        f'<a class="item" href="#{name}">{labels()[name][0]} {name}</a>'
        for name in terms(OWL.Class)
    )
    return (
        '<nav><b>责任图谱本体</b><a href="#heart">核心 · The heart</a>'
        '<a href="#query">三行查询 · In three lines</a><a href="#graphs">命名图 · Named graphs</a>'
        f'<b>类 · Classes</b>{items}<b>属性与编码</b><a href="#properties">属性 · Properties</a>'
        '<a href="#codes">编码表 · Code lists</a><a href="#shapes">校验 · What is checked</a></nav>'
    )


def queries() -> str:
    """Give the queries of three lines, each under its question."""
    return "\n".join(
        f'<p class="lead">{chinese} {english}</p>\n<pre>{escape(query)}</pre>'
        for chinese, english, query in QUERIES
    )


def page() -> str:
    """Give the whole page."""
    duty = graph("duty.ttl")
    chinese, english = both("duty.ttl", ONTOLOGY, DCTERMS.title)
    about = both("duty.ttl", ONTOLOGY, DCTERMS.description)
    version, licence = (duty.value(ONTOLOGY, p) for p in (OWL.versionIRI, DCTERMS.license))
    css = (HERE / "ontology-page.css").read_text(encoding="utf-8")
    return f"""<!DOCTYPE html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{chinese} · {english}</title>
<style>
{css}</style>
</head>
<body>
{navigation()}
<main>
<h1>{chinese}<small>{english}</small></h1>
<p class="lead">{about[0]}</p>
<p class="lead">{about[1]}</p>
<p class="facts">前缀 prefix <code>duty:</code> {escape(str(DUTY))}<br>
版本 version {escape(str(version))}<br>许可 licence {escape(str(licence))}</p>
<h2 id="heart">核心<small>The heart</small></h2>
<div class="picture">{heart(labels())}</div>
<p class="legend">虚线是简写：由节点得出的直接关系。
Dashed lines are shortcuts that say the same as the nodes.</p>
<h2 id="query">三行查询<small>In three lines</small></h2>
{queries()}
<h2 id="graphs">命名图<small>Named graphs</small></h2>
{table("", (escape(HOME) + "id/graph/…", "中文", "English"), GRAPHS)}
<h2 id="classes">类<small>Classes</small></h2>
{entries(OWL.Class)}
<h2 id="properties">属性<small>Properties</small></h2>
{entries(OWL.ObjectProperty, OWL.DatatypeProperty)}
<h2 id="codes">编码表<small>Code lists</small></h2>
{"".join(code_lists())}
<h2 id="shapes">校验<small>What is checked</small></h2>
{shapes()}
</main>
</body>
</html>
"""


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "ontology.html"
    target.write_text(page(), encoding="utf-8", newline="\n")
