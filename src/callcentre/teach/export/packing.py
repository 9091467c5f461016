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


def resource(name, kind, path, shows=(), needs=None):
    """Return a file in a manifest, with the files it shows and the name of another resource that it needs."""
    files = [element("file", {"href": one}) for one in (path, *shows)]
    needed = element("dependency", {"identifierref": needs}) if needs else None
    return element("resource", {"identifier": name, "type": kind, "href": path}, *files, needed)


def manifest(package, schema, version, resources):
    """Return the manifest of a package of questions, which lists its resources in no order."""
    told = [element("schema", {}, schema), element("schemaversion", {}, version)]
    return element(
        "manifest",
        {"identifier": "callcentre-questions", "xmlns": package},
        element("metadata", {}, *told),
        element("organizations"),
        element("resources", {}, *resources),
    )


def picture_files(folder, pictures):
    """Return pictures as files of a package, and as resources of its manifest."""
    files = {folder + name: content for name, content in pictures.items()}
    return files, [resource(f"picture-{at}", "webcontent", path) for at, path in enumerate(files, start=1)]
