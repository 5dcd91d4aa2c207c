"""The small reader of built pages: what MkDocs in its strict mode and linkchecker do not see."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from guide.links import hosts, policy, shape, targets
from guide.links.site import Finding, Site

RULES: tuple[Callable[[Site], Iterator[Finding]], ...] = (
    targets.links_lead_somewhere,
    targets.sitemap_is_whole,
    hosts.no_program_links,
    hosts.no_other_hosts,
    hosts.no_other_hosts_in_files,
    shape.ids_are_unique,
    shape.pages_are_reachable,
    shape.data_for_search,
    shape.pages_are_light,
    policy.policy_is_sound,
    policy.nothing_is_stopped,
)


def read(site: Site) -> Iterator[Finding]:
    """Yield everything that is wrong in the built pages."""
    for rule in RULES:
        yield from rule(site)
