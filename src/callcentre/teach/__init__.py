"""Commands for those who write or assign notebooks and exercises: ``python -m callcentre.teach --help``."""
