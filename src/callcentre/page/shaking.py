"""What of the labs' Python a page need not get: functions, classes and tables that nothing it gets names.

It goes by names alone: a name that is used anywhere keeps everything of that name. So more may stay than is
needed, and nothing that is needed goes; what a text names only within quotes it would not find.
"""

import ast


def shaken(files, entry):
    """Return Python files, {path: text}, without what neither the entry nor what it names ever names.

    The entry stays whole, and so does what a module does beside defining and importing names. Functions lose
    their types, which the page's Python does not read.
    """
    trees = {path: without_types(ast.parse(text)) for path, text in files.items()}
    used = names_used(trees, entry)
    for path, tree in trees.items():
        if path != entry:
            tree.body = [node for node in tree.body if is_kept(node, used)]
    return {path: ast.unparse(tree) + "\n" for path, tree in trees.items()}


def without_types(tree):
    """Return a module whose functions say nothing of the types they take and return."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        if isinstance(node, ast.arg):
            node.annotation = None
    return tree


def names_used(trees, entry):
    """Return the names in the entry, and those in what is defined, in any file, under a name so found."""
    defining = {}
    waiting = set()
    for path, tree in trees.items():
        for node in tree.body:
            names = names_defined(node)
            if path == entry or names is None:
                waiting |= names_in(node)
            for name, of in names or ():
                defining.setdefault(name, []).append(of)
    used = set()
    while waiting:
        name = waiting.pop()
        used.add(name)
        for node in defining.get(name, ()):
            waiting |= names_in(node) - used
    return used


def names_defined(node):
    """Return (name, what it stands for) of each name that a statement defines or imports; None for others."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [(node.name, node)]
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [(name.asname or name.name, name) for name in node.names]
    if isinstance(node, ast.Assign):
        targets = [each for target in node.targets for each in ast.walk(target)]
        return [(each.id, node) for each in targets if isinstance(each, ast.Name)]
    return None


def names_in(node):
    """Return every name that stands in a statement, as such, after a dot or in an import."""
    found = set()
    for each in ast.walk(node):
        if isinstance(each, ast.Name):
            found.add(each.id)
        elif isinstance(each, ast.Attribute):
            found.add(each.attr)
        elif isinstance(each, ast.alias):
            found.add(each.name)
    return found


def is_kept(node, used):
    """Tell whether anything stays of a statement that stands in a module by itself; an import keeps less."""
    names = names_defined(node)
    if isinstance(node, ast.Import | ast.ImportFrom):
        node.names = [name for name in node.names if (name.asname or name.name) in used]
        return bool(node.names)
    return names is None or any(name in used for name, _ in names)
