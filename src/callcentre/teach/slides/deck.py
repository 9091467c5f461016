"""Divide a chapter's built page into slides: short words to show, the whole text as the speaker's notes."""

import copy
import re

from bs4 import BeautifulSoup, NavigableString

LINES_A_SLIDE = 5
LONG, VERY_LONG = 650, 1200  # letters
END_OF_SENTENCE = re.compile(r"[.?!](?=\s|$)")
HEADINGS = ("h1", "h2", "h3", "h4")


class Slide:
    """One slide.

    Attributes
    ----------
    title : str
    blocks : list of str
        HTML, in order.
    notes : list of str
        HTML of what the speaker reads.
    lines : list of str
        HTML of short words, which become one list.
    """

    def __init__(self, title):
        self.title = title
        self.blocks = []
        self.notes = []
        self.lines = []

    @property
    def size(self):
        """How large its words can be, as a class of slides.css."""
        length = len(BeautifulSoup("".join(self.blocks + self.lines), "html.parser").get_text())
        return "very-long" if length > VERY_LONG else "long" if length > LONG else "short"

    @property
    def is_empty(self):
        return not (self.blocks or self.lines)


def slides(article, lab_page):
    """Return stacks of slides, each a list: one a heading of the second level, with its lower headings below.

    Parameters
    ----------
    article : bs4.Tag
        The chapter in its page.
    lab_page : callable
        From a lab's section to the address of a page of its own.
    """
    chapter = article.find("section")
    title = Slide(heading(chapter))
    for part in chapter.find_all(["ol", "ul", "p"], recursive=False):
        title.blocks.append(words(part))
    stacks = [[title]]
    for section in chapter.find_all("section", recursive=False):
        stacks.append(of_section(section, lab_page))
    return stacks


def of_section(section, lab_page):
    """Return the slides of a section and of the sections in it."""
    found = [Slide(heading(section))]
    is_case = section.get("id", "").startswith("a-case")
    for part in section.find_all(recursive=False):
        if part.name in HEADINGS or (part.name == "span" and not part.get_text(strip=True)):
            continue
        if part.get("data-question"):
            found += [question(part), Slide(heading(section))]
        elif part.get("data-lab"):
            found += [lab(part, lab_page(part)), Slide(heading(section))]
        elif part.name == "section":
            found += [*of_section(part, lab_page), Slide(heading(section))]
        elif "exercise" in part.get("class", ()):
            found.append(exercise(part, heading(section)))
        elif "solution" in part.get("class", ()):
            found[-1].blocks.append(f'<div class="fragment">{words(without_title(part))}</div>')
        elif part.name == "p" and not is_case:
            found = with_line(found, part)
        elif part.name in ("p", "ul", "ol"):
            found[-1].blocks.append(words(part))
        else:
            found = with_block(found, part)
    return [slide for place, slide in enumerate(found) if place == 0 or not slide.is_empty]


def with_line(found, paragraph):
    """Show a paragraph's first sentence, and give the speaker the whole."""
    if len(found[-1].lines) >= LINES_A_SLIDE or found[-1].blocks:
        found = [*found, Slide(found[-1].title)]
    found[-1].lines.append(first_sentence(paragraph))
    found[-1].notes.append(words(paragraph))
    return found


def with_block(found, part):
    """Show a table, a picture, a formula or code on a slide with nothing else."""
    if not found[-1].is_empty:
        found = [*found, Slide(found[-1].title)]
    found[-1].blocks.append(words(part))
    return [*found, Slide(found[-1].title)]


def question(section):
    """Return a question's slide: what is asked first, then, one key later, what is right."""
    slide = Slide(section.find(class_="callcentre-title").get_text(" ", strip=True))
    slide.blocks.append(words(section.find(class_="callcentre-what")))
    options = section.select(".callcentre-choice span")
    if options:
        slide.blocks.append(
            "<ul>" + "".join(f"<li>{one.decode_contents()}</li>" for one in options) + "</ul>"
        )
    folded = section.find(class_="callcentre-folded")
    right = folded.select("[data-right]") or [folded]
    answer = "".join(words(one) if one.name != "li" else one.decode_contents() for one in right)
    slide.blocks.append(f'<div class="fragment answer">{answer}</div>')
    slide.notes.append(words(folded))
    return slide


def lab(section, address):
    """Return a lab's slide: the lab itself, alive in a page of its own."""
    title = section.find(class_="callcentre-title").get_text(" ", strip=True)
    slide = Slide(title)
    slide.blocks.append(f'<iframe class="lab" src="{address}" title="{title}"></iframe>')
    return slide


def exercise(part, title):
    """Return an open question's slide; its solution follows as a fragment."""
    head = part.find(class_="admonition-title")
    name = re.search(r"\((.*)\)", head.get_text(" ", strip=True)) if head else None
    slide = Slide(name[1] if name else title)
    slide.blocks.append(words(without_title(part)))
    return slide


def without_title(part):
    made = copy.copy(part)
    head = made.find(class_="admonition-title")
    if head:
        head.decompose()
    return made


def heading(section):
    """Return the words of a section's own heading."""
    return words_only(section.find(HEADINGS, recursive=False))


def words_only(tag):
    made = copy.copy(tag)
    for link in made.find_all("a", class_="headerlink"):
        link.decompose()
    return made.get_text().strip()


def words(part):
    """Return a part as HTML without ids, which stand once in a page, and without links to headings."""
    made = copy.copy(part)
    for link in made.find_all(class_=["headerlink", "copybtn"]):
        link.decompose()
    for tag in [made, *made.find_all(True)]:
        for name in ("id", "aria-labelledby"):
            tag.attrs.pop(name, None)
        if tag.name == "section":  # which would be a slide
            tag.name = "div"
    return str(made)


def first_sentence(paragraph):
    """Return a paragraph's first sentence as HTML."""
    shown = BeautifulSoup("", "html.parser").new_tag("span")
    for child in copy.copy(paragraph).contents[:]:
        if isinstance(child, NavigableString):
            end = END_OF_SENTENCE.search(child)
            shown.append(child[: end.end()] if end else child)
            if end:
                break
        else:
            shown.append(copy.copy(child))
            if child.name in ("strong", "em") and END_OF_SENTENCE.search(child.get_text()[-1:]):
                break
    return shown.decode_contents()
