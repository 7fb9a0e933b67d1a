"""Lines of the page that shows a document: menus, breadcrumbs, controls, where a text was found."""

import re
from functools import cache

from ...lexicon.words import one_of, words
from ..times.dates import signature_date


def tells_of_page(folded: str) -> bool:
    """Tell whether a line is the page's own: 来源：县政府办, 发布时间：2026-03-01."""
    return _about_page().match(folded) is not None


def stands_at_foot(folded: str, before: str) -> bool:
    """Tell whether a line says who keeps the site: behind a signature's date, or with a licence.

    >>> stands_at_foot("主办：云泽县数据局 网站标识码：3300000000", "")
    True
    """
    return bool(host_label(folded)) and (signature_date(before) is not None or is_site(folded))


def host_label(folded: str) -> str:
    """Give the label of a line that may say who keeps the site, else nothing: 主办, 承办单位."""
    match = _host().match(folded)
    return match["label"] if match else ""


def is_site(folded: str) -> bool:
    """Tell whether a line holds words that only the foot of a site has: 网站标识码, ICP备."""
    return bool(_licence().search(folded))


def is_menu(folded: str) -> bool:
    """Tell whether a line leads through a site or offers something: 国内政策【切换】."""
    return leads_elsewhere(folded) or bool(
        _controls().search(folded) or _entries().fullmatch(folded)
    )


@cache
def _entries() -> re.Pattern[str]:
    """Match five or more short words apart, the entries of a menu: 首页 新闻 政务 服务 互动."""
    return re.compile(r"[一-鿿]{2,6}(?:\s+[一-鿿]{2,6}){4,}")


def leads_elsewhere(folded: str) -> bool:
    """Tell whether a line tells of other pages: 首页 > 政务公开, 上一篇：…."""
    return bool(_breadcrumb().search(folded) or _links().match(folded))


@cache
def _about_page() -> re.Pattern[str]:
    return re.compile(one_of(words("titles", "page")))


@cache
def _host() -> re.Pattern[str]:
    return re.compile(rf"\s*(?P<label>{one_of(words('headings', 'below', 'hosts'))})\s*：")


@cache
def _licence() -> re.Pattern[str]:
    """Match what only a site's foot tells: 网站标识码, ICP备."""
    return re.compile(one_of(words("headings", "below", "site")))


@cache
def _breadcrumb() -> re.Pattern[str]:
    """Match the way to a page: 首页 > 政务公开."""
    return re.compile(f"[>›»→]|^[^〈]*〉|^首页|{one_of(words('titles', 'breadcrumb'))}")


@cache
def _controls() -> re.Pattern[str]:
    return re.compile(rf"[【〔]\s*(?:{one_of(words('titles', 'page', 'controls'))})")


@cache
def _links() -> re.Pattern[str]:
    return re.compile(rf"[【〔\s]*(?:{one_of(words('titles', 'page', 'links'))})")
