"""Addresses at which a hosted notebook opens: of Binder, Colab and nbgitpuller.

The repository's address is ``repository: url`` of _config.yml, which the book uses too. Without it there is
no link; and nbgitpuller needs the address of a JupyterHub besides.
"""

from urllib.parse import quote, urlsplit

import yaml


def of_notebook(root, path, hub=None):
    """Return pairs of service and address for a notebook of the public course.

    Parameters
    ----------
    root : pathlib.Path
        The course's folder.
    path : str
        The notebook's in it: "exercises/cost/cost.ipynb".
    hub : str, optional
        The address of a JupyterHub with nbgitpuller.
    """
    about = (yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8")) or {}).get("repository") or {}
    url, branch = (about.get("url") or "").rstrip("/").removesuffix(".git"), about.get("branch") or "main"
    if not url:
        return []
    host, name = urlsplit(url).netloc, urlsplit(url).path.strip("/")
    whole, at, opened = quote(url, safe=""), quote(branch, safe=""), quote(path, safe="")
    place = f"gh/{name}" if host == "github.com" else f"git/{whole}"
    found = [("Binder", f"https://mybinder.org/v2/{place}/{at}?labpath={opened}")]
    if host == "github.com":
        found.append(("Colab", f"https://colab.research.google.com/github/{name}/blob/{branch}/{path}"))
    if hub:
        shown = quote(f"lab/tree/{name.rsplit('/', 1)[-1]}/{path}", safe="")
        pull = f"{hub.rstrip('/')}/hub/user-redirect/git-pull?repo={whole}&branch={at}&urlpath={shown}"
        found.append(("JupyterHub", pull))
    return found
