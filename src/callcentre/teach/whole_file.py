"""A file that is there whole, or as it was before."""


def write(path, content):
    """Write bytes beside a path, and move them there once all are written; its folders are made."""
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
