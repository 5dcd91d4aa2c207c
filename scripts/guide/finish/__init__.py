"""From built HTML to finished HTML: small steps over the trees of all pages, in one fixed order.

Any generator may have built the pages. A finished page carries a mark; running the steps again changes nothing.
"""

from __future__ import annotations

from pathlib import Path

from guide.finish import boxes, dates, faq, figures, leftovers, script, search, tables, terms
from guide.finish.site import Site, Step, as_text, each, mark, read_site

# Each step changes the trees in place; later ones build on what earlier ones made.
STEPS: tuple[Step, ...] = (
    each(leftovers.remove_switches),
    each(boxes.name_boxes),
    each(figures.draw_inline),
    each(tables.label_cells),
    each(dates.write_out),
    each(faq.fold_questions),
    terms.tie_terms,
    search.write_index,
    script.divide_script,
    each(mark),
)


def write(site: Site) -> None:
    """Write each finished page in place of the built one."""
    for name, tree in site.pages.items():
        (site.folder / name).write_text(as_text(tree) + "\n", encoding="utf-8")


def finish(folder: Path) -> int:
    """Finish every page of the site in `folder`; return how many pages were not finished before."""
    site = read_site(folder)
    for step in STEPS:
        step(site)
    write(site)
    return len(site.pages)
