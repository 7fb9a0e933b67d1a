"""`dutygraph evaluate`: how well labelled documents are read, and every fact that is missed."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..graph.evaluation.facts import BARS, MEASURES, PLAN_MEASURES
from ..ontology.messages import say
from .command import spoken_command
from .options import JSON, LANG, option

if TYPE_CHECKING:
    from ..graph.evaluation import Band, Evaluation, Miss, Score


@spoken_command("evaluate")
@click.argument("folder", type=Path)
@JSON
@option("--calibration", "calibrated", key="calibration", is_flag=True)
@LANG
def command(folder: Path, as_json: bool, calibrated: bool) -> None:
    """Score the reading of a folder of documents against the labels beside them."""
    from ..graph.evaluation import calibration, evaluate

    result = evaluate(folder)
    bands = calibration(result.judgements) if calibrated else ()
    if as_json:
        click.echo(json.dumps(_record(result, bands), ensure_ascii=False, indent=1))
        return
    click.echo(say("evaluation.head", n=result.documents, folder=folder))
    click.echo("\n".join(_score_line(name, result.scores[name]) for name in _names()))
    if bands:
        click.echo("\n" + "\n".join((say("evaluation.bands"), *map(_band_line, bands))))
    if result.misses:
        click.echo("\n" + say("evaluation.misses", n=len(result.misses)))
        click.echo("\n".join(map(_miss_line, result.misses)))


def _names() -> tuple[str, ...]:
    return *MEASURES, *PLAN_MEASURES


def _score_line(name: str, score: "Score") -> str:
    bars = {measure: bar for bar, measures in BARS.items() for measure in measures}
    return say(
        "evaluation.score",
        mark="*" if name in bars else " ",
        recall=_percent(score.recall),
        precision=_percent(score.precision),
        f1=_percent(score.f1),
        labelled=score.labelled,
        name=say(f"evaluation.{name}"),
    )


def _band_line(band: "Band") -> str:
    low, high = band.interval
    return say(
        "evaluation.band",
        low=f"{band.low:.2f}",
        high=f"{band.high:.2f}",
        n=f"{band.count:5d}",
        confidence=f"{band.confidence:.3f}",
        share=f"{band.share:.3f}",
        least=f"{low:.3f}",
        most=f"{high:.3f}",
    )


def _miss_line(miss: "Miss") -> str:
    return say(
        "evaluation.missing" if miss.missing else "evaluation.extra",
        document=miss.document,
        place=miss.place,
        kind=say(f"evaluation.{miss.kind}"),
        fact=miss.fact or "–",
    )


def _record(result: "Evaluation", bands: "tuple[Band, ...]") -> dict[str, object]:
    return {
        "documents": result.documents,
        "scores": {name: _score_record(result.scores[name]) for name in _names()},
        "misses": [asdict(miss) for miss in result.misses],
        "calibration": [asdict(band) | {"share": band.share} for band in bands],
    }


def _score_record(score: "Score") -> dict[str, float]:
    measured = {"recall": score.recall, "precision": score.precision, "f1": score.f1}
    return asdict(score) | {name: round(value, 4) for name, value in measured.items()}


def _percent(value: float) -> str:
    return f"{value:7.2%}"
