"""Measures the built guide: `make bench`. A tool for developers, no part of the package `guide`.

`weight` counts bytes and requests, `paint` and `search` time the pages against a hand-written peer (`peer`) on
a slow phone, `building` times the program, `library` compares the search with MiniSearch. Each yields the rows
that `table` prints. All of them work on a copy of the guide in a temporary folder (`stand`, `copies`), which
`server` hands to a real browser. What is measured against something else is measured in turn with it, in one run.
"""
