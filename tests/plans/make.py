"""Make the documents and golden files of the labelled set from the marked documents.

`python tests/plans/make.py` writes the texts and golden files. With `--binary` also the missing
.docx and .xlsx (python-docx, XlsxWriter, openpyxl) and .doc, .wps and .pdf, for which LibreOffice
must be installed.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import forms
from marks import Marked, read_marked

HERE = Path(__file__).parent
TEXT = {"txt": "txt", "tab": "txt", "tabrow": "txt", "pipe": "txt", "pipeline": "txt"}
TEXT |= {"cells": "txt", "space": "txt", "md": "md", "csv": "csv", "html": "html"}


def made(source: Path) -> dict[str, bytes]:
    """Give the text files that a marked document stands for, by file name."""
    marked = read_marked(source)
    label = json.dumps(marked.label, ensure_ascii=False, indent=1)
    files = {
        f"{source.stem}.json": f"{label}\n".encode(),
        f"{source.stem}.note": f"{marked.head['note']}\n".encode(),
    }
    form, *_ = _form(marked)
    if form in TEXT:
        encoding = marked.head.get("encoding", "utf-8")
        files[f"{source.stem}.{TEXT[form]}"] = _text(marked).encode(encoding)
    return files


def _form(marked: Marked) -> list[str]:
    return marked.head.get("form", "txt").split()


def _text(marked: Marked) -> str:
    form, *options = _form(marked)
    if form == "html":
        return forms.html_form(marked.blocks, marked.head["title"])
    return _with_pinyin(forms.text_form(marked.blocks, form, *options), marked.head)


def _with_pinyin(text: str, head: dict[str, str]) -> str:
    """Write what some mirrored pages put behind characters: `@pinyin 務=wù` makes 務(wù)."""
    for pair in head.get("pinyin", "").split():
        character, sound = pair.split("=")
        text = text.replace(character, f"{character}({sound})")
    return text


def make_binary(source: Path) -> None:
    """Write the binary document that a marked document stands for, if it is missing."""
    marked = read_marked(source)
    form, *options = _form(marked)
    target = source.parent.parent / f"{source.stem}.{form}"
    if form in TEXT or target.exists():
        return
    if form == "docx":
        forms.write_docx(marked.blocks, target)
    elif form == "xlsx":
        write = forms.write_xlsx_openpyxl if "openpyxl" in options else forms.write_xlsx
        write(marked.blocks, target)
    else:
        _convert(marked, form, target)


def _convert(marked: Marked, form: str, target: Path) -> None:
    kind = "pdf" if form == "pdf" else "doc"
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "draft.docx"
        forms.write_docx(marked.blocks, draft)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder]
        subprocess.run([*command, str(draft)], check=True, capture_output=True)
        shutil.move(draft.with_suffix(f".{kind}"), target)


def main() -> None:
    """Make every folder's documents."""
    for source in sorted(HERE.glob("**/marked/*.mark")):
        for name, content in made(source).items():
            (source.parent.parent / name).write_bytes(content)
        if "--binary" in sys.argv:
            make_binary(source)


if __name__ == "__main__":
    main()
