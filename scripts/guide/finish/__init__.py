"""From built HTML to finished HTML: small steps over the trees of all pages, in one fixed order.

Any generator may have built the pages. A finished page carries a mark; running the steps again changes nothing.
"""

from __future__ import annotations

from pathlib import Path

from guide.finish import (
    boxes,
    changed,
    dates,
    faq,
    figures,
    leftovers,
    opening,
    script,
    search,
    sheets,
    structured,
    tables,
    terms,
    worker,
)
from guide.finish.compact import add_sizes, canonical_home, compact
from guide.finish.policy import add_policies
from guide.finish.site import HOME, Site, Step, as_text, each, mark, read_site
from guide.finish.styles import inline_styles
from guide.finish.unused import remove_unused

# Each step changes the trees in place; later ones build on what earlier ones made. Styles come after all that makes
# or names elements, and the policy last, for it holds the hashes of what stands in the page.
STEPS: tuple[Step, ...] = (
    each(leftovers.remove_switches),
    each(boxes.name_boxes),
    each(figures.place_drawings),
    each(add_sizes),
    each(tables.label_cells),
    each(sheets.make_sheets),
    changed.write_changes,
    each(dates.write_out),
    each(faq.fold_questions),
    each(canonical_home),
    each(structured.describe_page),
    terms.tie_terms,
    search.write_index,
    script.part_script,
    inline_styles,
    worker.place_worker,
    script.divide_script,
    each(opening.place_script),
    each(mark),
    add_policies,
)


def write(site: Site) -> None:
    """Write each finished page in place of the built one."""
    for name, tree in site.pages.items():
        (site.folder / name).write_text(compact(as_text(tree)) + "\n", encoding="utf-8")


def finish(folder: Path, docs: Path | None = None) -> int:
    """Finish every page of the site in `folder`, made from `docs`; return how many were not finished before.

    Raises one of `UNFINISHABLE` when the folder holds no site, or something in it that cannot be read.
    """
    if not (folder / HOME).is_file():
        raise FileNotFoundError(f"{folder} has no {HOME}, so it is not a site; nothing was changed in it")
    site = read_site(folder, docs)
    for step in STEPS:
        step(site)
    write(site)
    if site.pages:
        remove_unused(site)
        worker.list_files(folder)
    return len(site.pages)
