"""What makes a folder of plain Markdown into a checked, finished guide.

`content` reads docs/ once; `checks` turn it into problems, which `report` prints. `build`
runs MkDocs into a spare folder, `finish` turns its HTML into the finished pages, and only a
whole site takes the place of the last good one. `cli` is the `guide` command; `hook` lets
`mkdocs serve` show the finished pages. `new` adds to a guide or starts another one, `compare` tells
what a change does to the pages, `weekly` writes the issue of the weekly look. Nothing here
knows what the guide is about.
"""
