"""The page in a real browser: nothing from articles runs, nothing is fetched, it fits a phone and holds its contrast."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "render"))
import sample

from variorum.model import Dossier
from variorum.render import html

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
ATTACK = (
    "</title></style><script>window.owned=1</script><img src=x onerror='window.owned=1'>"
    '<svg onload=window.owned=1>" onmouseover="window.owned=1'
)

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM.exists() and not os.environ.get("CI"):
        pytest.skip(f"no {CHROMIUM} on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        one = play.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield one
        one.close()


def opened(browser: Any, folder: Path, dossier: Dossier, **options: Any) -> Any:
    """The dossier's page, opened from a file; requests for anything else are noted in page.asked."""
    path = folder / "page.html"
    path.write_text(html(dossier), encoding="utf-8")
    page = browser.new_context(**options).new_page()
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    page.goto(path.as_uri())
    return page


def test_script_in_any_field_stays_text(browser: Any, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, sample.hostile(ATTACK))
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.hover("main")
    assert page.evaluate("window.owned === undefined")
    assert page.evaluate("document.querySelectorAll('script, img, svg[onload], [onmouseover], [onerror]').length") == 0
    assert len(page.asked) == 1


def test_a_statement_opens_its_sentence_and_leads_to_the_text(browser: Any, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, sample.ONE, reduced_motion="reduce")
    first = page.locator("details.evidence").first
    sentence = first.locator(".sentence").first
    assert not sentence.is_visible()
    first.locator("summary").click()
    assert sentence.is_visible()
    assert sentence.locator("mark").inner_text() == "Forty-seven people"
    sentence.locator("a.from").click()
    page.wait_for_timeout(300)
    target = page.locator(":target")
    assert "Forty-seven people" in target.inner_text()
    assert 0 <= target.bounding_box()["y"] < page.viewport_size["height"]
    assert page.locator("#texts details[open]").count() == 1  # the report that the link leads to has opened


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("name", ["SAMPLE", "ONE"])
def test_nothing_is_wider_than_the_window(browser: Any, tmp_path: Path, width: int, name: str) -> None:
    page = opened(browser, tmp_path, getattr(sample, name), viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_long_word_does_not_break_the_phone(browser: Any, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, sample.hostile("x" * 600), viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


CONTRAST = """() => {
  const part = v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => .2126 * part(r) + .7152 * part(g) + .0722 * part(b);
  const parse = c => c.match(/[\\d.]+/g).map(Number);
  const under = e => {
    const on = e.previousElementSibling;  // a number stands on the mark drawn before it
    if (e.tagName === 'text' && e.classList.contains('number')) return parse(getComputedStyle(on).fill);
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  document.querySelectorAll('details').forEach(d => d.open = true);
  const low = new Set();
  for (const e of document.querySelectorAll('body *')) {
    const drawn = e.tagName === 'text';
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || e.closest('svg') && !drawn) continue;
    const style = getComputedStyle(e), front = light(parse(drawn ? style.fill : style.color)), back = light(under(e));
    const ratio = (Math.max(front, back) + .05) / (Math.min(front, back) + .05);
    if (ratio < 4.5) low.add([e.tagName, e.getAttribute('class'), ratio.toFixed(2)].join(' '));
  }
  return [...low];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_contrast(browser: Any, tmp_path: Path, scheme: str) -> None:
    assert opened(browser, tmp_path, sample.ONE, color_scheme=scheme).evaluate(CONTRAST) == []


def test_it_prints_on_paper(browser: Any, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, sample.ONE, color_scheme="dark")
    assert page.pdf(format="A4", print_background=True).startswith(b"%PDF")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.locator("nav.toc").is_visible()
    assert page.locator("svg").first.is_visible()
