"""`guide new`: adds a page, a term, a question or a source, or starts another guide; one module a kind.

Each kind says what it asks, and writes its Markdown into a copy of the guide. Only if the checks find nothing new in
the copy do its files take the place of the old ones (`trial.py`); so a bad answer changes nothing.
"""
