"""What axe-core finds wrong with a page, and the screens it looks at it on."""

from built_site import ROOT

SOURCE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
DESKTOP = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light", "reduced_motion": "reduce"}
PHONE = {"viewport": {"width": 320, "height": 700}, "has_touch": True, "reduced_motion": "reduce"}
PAUSE_OF_RESIZING = 500  # ms, in which the theme looks which parts scroll now and need a tab stop
THEMES = ("light", "dark")
# All of a page that another theme changes.
OF_COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
# All that axe says of a page, what is right included, is some megabytes: only what is wrong leaves the page.
FIND = """
async options => {
  const { violations } = await axe.run({ resultTypes: ["violations"], ...options });
  return violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(node => node.target)]);
}
"""


def violations(tab, options=None):
    """Return what axe finds, rule and places, on a page at its top, where nothing sticks over a control.

    It looks at all its rules unless its own options say otherwise.
    """
    tab.evaluate("scrollTo(0, 0)")
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(SOURCE.read_text(encoding="utf-8"))
    return tab.evaluate(FIND, options or {})


def violations_everywhere(tab):
    """Return what axe finds in light, of colours in dark, and on a narrow phone, as which the tab is left."""
    found = {}
    for theme, options in zip(THEMES, (None, OF_COLOURS), strict=True):
        turn(tab, theme)
        found[theme] = violations(tab, options)
    resize(tab, PHONE)
    found["phone"] = violations(tab)
    return found


def turn(tab, theme):
    """Have the system ask for a light or dark page, as the book's theme follows it, and at once."""
    tab.emulate_media(color_scheme=theme, reduced_motion="reduce")
    tab.wait_for_function("theme => document.documentElement.dataset.theme === theme", arg=theme)


def resize(tab, screen):
    """Give a page the size of another screen, and the theme its time to follow."""
    tab.set_viewport_size(screen["viewport"])
    tab.wait_for_timeout(PAUSE_OF_RESIZING)
