"""Makes of the finished site the copies that a reader takes along: the folder as one file, one page, PDF, e-book.

Everything is made from the pages that were checked and published; there is no second text. `edition` reads them,
`folder`, `book`, `pdf` and `epub` make a copy each, `command` puts all of them in their place at once, and `offer`
names them on the site.
"""
