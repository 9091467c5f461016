"""The first minute: without scrolling one sees the subject, three doors, and a lab that is live."""

import pytest
from visits import open_live

SIZES = {"screen": (1280, 800), "notebook": (1366, 768), "phone": (390, 844)}
DOORS = ("Read", "Do", "Teach")

# Whether each is wholly in sight; of the lab, whether its headline is.
IN_FIRST_SCREEN = """
() => {
  const isSeen = one => {
    const { left, top, right, bottom, width } = one.getBoundingClientRect();
    return width > 0 && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  };
  const seen = selector => [...document.querySelectorAll(selector)].map(isSeen);
  return {
    cover: seen('.front img.cover'),
    doors: seen('.front li'),
    lab: seen('section[data-lab="cost-scenarios"] .callcentre-headline'),
  };
}
"""


@pytest.mark.parametrize("size", SIZES)
def test_the_first_screen_shows_the_subject_the_doors_and_a_live_lab(site, browser, size):
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height})
    open_live(page, f"{site}/book/index.html")
    assert page.evaluate(IN_FIRST_SCREEN) == {"cover": [True], "doors": [True] * len(DOORS), "lab": [True]}
    assert [door.inner_text() for door in page.locator(".front li strong").all()] == list(DOORS)
    assert all(door.locator("a[href]").count() for door in page.locator(".front li").all())
    page.close()


def test_a_picture_is_dark_where_the_page_is(site, browser):
    grounds = {}
    for theme in ("light", "dark"):
        page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme=theme)
        open_live(page, f"{site}/book/index.html")
        grounds[theme] = page.evaluate(LIGHTNESS_OF_PAPER)
        page.close()
    assert grounds["light"] > 200 > 90 > grounds["dark"]


# How light the disc in the picture's middle is, from 0 to 255.
LIGHTNESS_OF_PAPER = """
() => {
  const image = document.querySelector('.front img.cover');
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [490, 210];
  const drawing = canvas.getContext('2d');
  drawing.drawImage(image, 0, 0, 490, 210);
  return drawing.getImageData(136, 105, 1, 1).data[0];
}
"""
