"""A matplotlib figure that carries its words, in Jupyter and on the built page alike."""

from io import BytesIO

from .markup import image_html


class Picture:
    """A drawn figure and the words that stand for it."""

    def __init__(self, figure, words):
        if not words.strip():
            raise ValueError("words must say what the picture shows, got none")
        self.words = words
        file = BytesIO()
        figure.savefig(file, format="png", dpi=110, facecolor="white", metadata={"Software": None})
        self.png = file.getvalue()

    def __repr__(self):
        return f"Picture: {self.words}"

    def _repr_html_(self):
        return image_html(self.png, self.words)
