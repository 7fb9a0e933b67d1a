import pytest

from dutygraph.graph.errors import DocumentError
from dutygraph.graph.registry import Entry, Register, read_register, register_csv
from dutygraph.graph.registry.files import table_csv

REGISTER = Register(
    (
        Entry("县人力资源和社会保障局", ("县人社局", "人社局"), "甲县人民政府", kind="public-body"),
        Entry("市自然资源局", since=2019, before=("市国土资源局", "市规划局")),
        Entry("就业科", parent="县人力资源和社会保障局"),
    )
)
CHINESE = "名称,别名,适用发文单位\n县人力资源和社会保障局,县人社局；人社局,甲县\n"


def _read(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_register(path)


def test_csv_is_read_back_equal(tmp_path):
    assert _read(tmp_path, "r.csv", register_csv(REGISTER)) == REGISTER


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_is_read_in_the_encodings_of_spreadsheets(tmp_path, encoding):
    entry = _read(tmp_path, "r.csv", CHINESE.encode(encoding)).entries[0]
    assert entry.aliases == ("县人社局", "人社局")


def test_csv_begins_with_a_mark_that_excel_knows():
    assert register_csv(REGISTER).startswith(b"\xef\xbb\xbf")


def test_no_cell_becomes_a_formula(tmp_path):
    names = ("=HYPERLINK(1)", "+甲局", "-乙局", "@丙局")
    content = table_csv(("name",), [[name] for name in names])
    for name in names:
        assert f"'{name}".encode() in content
    assert tuple(e.name for e in _read(tmp_path, "r.csv", content).entries) == names


def test_xlsx_is_read(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    for row in (("name", "since", "别名"), ("市自然资源局", 2019, "资源局;自规局"), (None,) * 3):
        book.active.append(row)
    book.save(tmp_path / "r.xlsx")
    entry = read_register(tmp_path / "r.xlsx").entries[0]
    assert entry == Entry("市自然资源局", ("资源局", "自规局"), since=2019)


@pytest.mark.parametrize("name", ["r.yaml", "r.yml"])
def test_yaml_is_read(tmp_path, name):
    content = (
        "unit:\n  - 名称: 市人社局\n    别名: [人社局, 市人力资源社会保障局]\n    启用年份: 2019\n"
    )
    assert _read(tmp_path, name, content).entries == (
        Entry("市人社局", ("人社局", "市人力资源社会保障局"), since=2019),
    )


def test_yaml_makes_no_objects(tmp_path):
    with pytest.raises(DocumentError):
        _read(tmp_path, "r.yaml", "unit: !!python/object/apply:os.getcwd []\n")


def test_toml_and_json_are_read(tmp_path):
    toml = '[[unit]]\nname = "甲局"\naliases = ["甲"]\nsince = 2018\n'
    json = '[{"name": "甲局", "aliases": ["甲"], "since": 2018}]'
    assert _read(tmp_path, "r.toml", toml) == _read(tmp_path, "r.json", json)


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("r.docx", "x", "registry.format"),
        ("r.json", "{", "registry.unreadable"),
        ("r.toml", "x = 1", "registry.unreadable"),
        ("r.xlsx", "x", "registry.unreadable"),
        ("r.csv", "名称,别名\n,甲\n", "registry.nameless"),
        ("r.csv", "name,since\n甲局,二〇一八\n", "registry.year"),
        ("r.csv", "name,kind\n甲局,bureau\n", "registry.kind"),
        ("r.csv", "name,aliases\n甲局,局\n乙局,局\n", "registry.clash"),
    ],
)
def test_a_bad_file_is_refused_with_its_name(tmp_path, name, content, key):
    with pytest.raises(DocumentError) as refused:
        _read(tmp_path, name, content)
    assert refused.value.key == key
    assert name in refused.value.sentence("en")
    assert name in refused.value.sentence("zh")


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(DocumentError):
        read_register(tmp_path / "none.csv")
