"""Packages: files in a zip, with the list of them that a manifest gives."""

import io
import zipfile

from .elements import element

FIXED = (1980, 1, 1, 0, 0, 0)  # the first day a zip knows


def zipped(files):
    """Return a zip of files, bytes by path: the same bytes whenever the same files are packed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for path, content in files.items():
            package.writestr(zipfile.ZipInfo(path, FIXED), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def resource(name, kind, path, needs=None):
    """Return a file in a manifest, with the name of another that it needs."""
    needed = element("dependency", {"identifierref": needs}) if needs else None
    attributes = {"identifier": name, "type": kind, "href": path}
    return element("resource", attributes, element("file", {"href": path}), needed)


def pictures_in(folder, pictures):
    """Return pictures as files of a package, and as resources of its manifest."""
    files = {folder + name: content for name, content in pictures.items()}
    return files, [resource(f"picture-{at}", "webcontent", path) for at, path in enumerate(files, start=1)]
