"""Slides of a chapter, for reveal.js, cut from the page that the book's build makes of its source.

Why so: a chapter's figures, facts, citations and labs are roles and directives of this book, which nbconvert
does not know, and sphinx-revealjs would build the book a second time with a theme of its own. The built page
has all of them resolved, and its labs alive; what is left to do is to divide it. reveal.js comes from npm.
"""
