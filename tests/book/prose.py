"""Lints the book's prose: British spelling, words to do without, terms, repeated words and long sentences.

``python tests/book/prose.py`` prints each finding with its place and fails if there is any. Code, formulas
and French are left alone.
"""

import json
import re
import sys
from pathlib import Path

import codespell_lib
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import DocutilsRenderer
from myst_parser.parsers.mdit import create_md_parser

ROOT = Path(__file__).resolve().parents[2]
MOST_WORDS = 45  # in a sentence
DIRECTIVE = re.compile(r"\{([a-z-]+)\}")
OPTION = re.compile(r"^:[a-z-]+:.*$", re.MULTILINE)
TERM = re.compile(r"^\S.*$", re.MULTILINE)
TWICE = re.compile(r"(?<![\w-])(?!faire|million)([a-z]+) \1(?![\w-])", re.IGNORECASE)
WITHOUT_PROSE = {"lab", "math", "code", "code-block", "toctree", "bibliography", "image", "csv-table"}
READ_ROLES = {"term", "ref"}
BRITISH_TOO = {"biased", "license", "meter", "meters", "practice", "practices", "program", "routing", "story"}
# What to write instead; nothing where the word is better left out.
RULES = {
    r"very|simply|just|obviously|basically|actually|really|of course": "",
    r"in order to": "to",
    r"due to the fact that": "because",
    r"needless to say|it (?:should|must) be noted that|it is (?:important|worth noting) (?:to|that)": "",
    r"utili[sz]e[sd]?|leverag(?:e|es|ed|ing)": "use",
    r"an own": "one of its own, or the like",
    r"and (?:its|their) kin": "and others like it",
    r"(?:call|contact)[ -]centers?": "call centre",
    r"emails?": "e-mail",
    r"in house|inhouse": "in-house",
    r"web site": "website",
}


def findings(text):
    """Return what is wrong with one paragraph of plain words, as sentences."""
    for pattern, better in RULES.items():
        for found in re.finditer(rf"\b(?:{pattern})\b", text, re.IGNORECASE):
            yield f"“{found[0]}”: " + (f"write “{better}”" if better else "leave it out")
    for word in re.findall(r"[A-Za-z]+", text):
        if word.lower() in AMERICAN:
            yield f"“{word}” is American: write “{AMERICAN[word.lower()]}”"
    for found in TWICE.finditer(text):
        yield f"“{found[0]}” stands twice"
    for sentence in re.split(r"(?<=[.!?:;])[\"”’)*]*\s+", text):
        words = len(sentence.split())
        if words > MOST_WORDS:
            yield f"{words} words in a sentence, of {MOST_WORDS} allowed: “{sentence[:60]}…”"


def american():
    """Return American spellings and the British ones, {word: word}, from codespell's dictionary."""
    path = Path(codespell_lib.__file__).parent / "data" / "dictionary_en-GB_to_en-US.txt"
    pairs = [line.split("->") for line in path.read_text(encoding="utf-8").splitlines()]
    return {us: british for british, us in pairs if us not in BRITISH_TOO}


AMERICAN = american()
PARSER = create_md_parser(
    MdParserConfig(enable_extensions={"colon_fence", "deflist", "dollarmath", "attrs_inline", "attrs_block"}),
    DocutilsRenderer,
)


def paragraphs(source, first=1):
    """Yield each paragraph of a MyST source as plain words, with its line."""
    line = first
    for token in PARSER.parse(source):
        line = first + token.map[0] if token.map else line
        if token.type == "inline":
            yield line, "".join(map(plain, token.children)).strip()
        elif (directive := DIRECTIVE.match(token.info)) and directive[1] not in WITHOUT_PROSE:
            heads = TERM if directive[1] == "glossary" else OPTION
            yield from paragraphs(heads.sub("", token.content), line + 1)


def plain(token):
    """Return the words of a piece of a paragraph; a word for code, so that no sentence falls apart."""
    if token.type in ("text", "softbreak", "hardbreak"):
        return token.content or " "
    if token.type == "myst_role" and token.meta["name"] in READ_ROLES:
        return token.content.split(" <")[0]
    return "…" if token.content else ""


def sources():
    """Yield (place, MyST source) of each chapter and of each cell of words in a notebook."""
    for path in sorted((ROOT / "book").glob("*.md")):
        yield path.relative_to(ROOT), path.read_text(encoding="utf-8")
    for path in sorted([*ROOT.glob("notebooks/*.ipynb"), *ROOT.glob("solutions/*/*.ipynb")]):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                yield f"{path.relative_to(ROOT)}#{cell['id']}", "".join(cell["source"])


def main():
    found = [
        f"{place}:{line}: {finding}"
        for place, source in sources()
        for line, text in paragraphs(source)
        for finding in findings(re.sub(r"\s+", " ", text))
    ]
    print("\n".join(found), file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
