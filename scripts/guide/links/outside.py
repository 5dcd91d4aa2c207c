"""Asks other hosts whether the pages that the guide links to are still there: slowly, twice, and saying who asks."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from urllib.parse import urldefrag, urljoin, urlsplit

import requests

from guide.links.addresses import LINK
from guide.links.site import Finding, LinksError, Site
from guide.links.targets import WEB, is_own, split
from guide.report import ERROR, WARNING

# How many hosts are asked at the same time, and how many moves are followed.
HOSTS_AT_ONCE, MOST_MOVES = 16, 8
GOOD, MOVED, BROKEN, UNKNOWN = "good", "moved", "broken", "unknown"
GONE, FOR_GOOD, FOR_NOW = frozenset({404, 410}), frozenset({301, 308}), frozenset({302, 303, 307})
TOO_MANY = 429
NO_NETWORK = "no host answered, so there is no network here. Connect this computer to the internet, then try again."

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Answer:
    """What is known of an address: its state, why, where it moved to, and whether any server answered at all."""

    state: str
    reason: str
    moved_to: str = ""
    reached: bool = True


@dataclass
class Pacer:
    """Keeps a pause between two requests to one host, however many threads ask."""

    pause: float
    due: dict[str, float] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, host: str) -> None:
        """Wait until the host may be asked again."""
        with self.lock:
            now = time.monotonic()
            slot = max(now, self.due.get(host, now))
            self.due[host] = slot + self.pause
        time.sleep(slot - now)


def _verdict(status: int, moved_to: str) -> Answer:
    """Return what a status says; `moved_to` is where the address has moved to for good, if it has."""
    if 200 <= status < 300:
        return Answer(MOVED if moved_to else GOOD, f"{status}", moved_to)
    return Answer(BROKEN if status in GONE else UNKNOWN, f"its server answered {status}")


@dataclass(frozen=True)
class Asker:
    """Asks one address after the other, in the name of the site at `site_url`; waits `timeout` seconds for each."""

    site_url: str
    pacer: Pacer
    timeout: float

    def session(self) -> requests.Session:
        """Return a session that says who asks, and why."""
        session = requests.Session()
        session.headers["User-Agent"] = f"guide-links/1 (+{self.site_url})"
        return session

    def _send(self, session: requests.Session, method: str, address: str) -> requests.Response:
        self.pacer.wait(urlsplit(address).netloc)
        with session.request(method, address, stream=True, timeout=self.timeout, allow_redirects=False) as response:
            return response

    def _request(self, session: requests.Session, address: str, *, head: bool) -> requests.Response:
        """Ask for the head of a page first; some servers refuse that, so a refusal is asked again for the page."""
        if head:
            response = self._send(session, "HEAD", address)
            if response.status_code < 400 or response.status_code == TOO_MANY:
                return response
        return self._send(session, "GET", address)

    def _follow(self, session: requests.Session, address: str, *, head: bool) -> Answer:
        """Ask an address and follow its moves; only those for good, up to the first for now, change the address."""
        moved_to, for_good = "", True
        for _move in range(MOST_MOVES):
            response = self._request(session, address, head=head)
            status, place = response.status_code, response.headers.get("Location")
            if status not in FOR_GOOD | FOR_NOW or not place:
                return _verdict(status, moved_to)
            address = urldefrag(urljoin(address, place)).url
            for_good = for_good and status in FOR_GOOD
            moved_to = address if for_good else moved_to
        return Answer(UNKNOWN, "it leads from page to page without an end")

    def ask(self, session: requests.Session, address: str, *, head: bool) -> Answer:
        """Return what is known of an address; it never raises for what a host does."""
        try:
            return self._follow(session, address, head=head)
        except requests.Timeout:
            return Answer(UNKNOWN, f"its server did not answer within {self.timeout:g} seconds", reached=False)
        except requests.exceptions.SSLError:
            return Answer(UNKNOWN, "its server has no valid certificate")
        except requests.ConnectionError:
            return Answer(UNKNOWN, "its server cannot be reached", reached=False)
        except (requests.RequestException, ValueError) as error:
            return Answer(UNKNOWN, f"it cannot be asked ({type(error).__name__})", reached=False)


def _by_host(addresses: Iterable[str]) -> list[list[str]]:
    """Return the addresses of each host."""
    found: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        found[urlsplit(address).netloc].append(address)
    return list(found.values())


def _pass(asker: Asker, addresses: Sequence[str], progress: Progress, *, head: bool) -> dict[str, Answer]:
    """Ask all addresses, those of one host one after the other."""
    found: dict[str, Answer] = {}
    lock = threading.Lock()

    def ask_host(own: list[str]) -> None:
        with asker.session() as session:
            for address in own:
                answer = asker.ask(session, address, head=head)
                with lock:
                    found[address] = answer
                    progress(len(found), len(addresses))

    with ThreadPoolExecutor(HOSTS_AT_ONCE) as threads:
        list(threads.map(ask_host, _by_host(addresses)))
    return found


def _settle(one: Answer, two: Answer) -> Answer:
    """Return what two answers say together: only what is gone twice is gone."""
    if two.state == BROKEN and one.state != BROKEN:
        return replace(two, state=UNKNOWN)
    return two


def ask_all(asker: Asker, addresses: Iterable[str], progress: Progress) -> dict[str, Answer]:
    """Ask every address, and once more what failed. Raises LinksError when no host answered: that is no network."""
    wanted = sorted(set(addresses))
    found = _pass(asker, wanted, progress, head=True)
    if wanted and not any(answer.reached for answer in found.values()):
        raise LinksError(NO_NETWORK)
    failed = [address for address in wanted if found[address].state in {BROKEN, UNKNOWN}]
    again = _pass(asker, failed, progress, head=False)
    return found | {address: _settle(found[address], answer) for address, answer in again.items()}


def outside_links(site: Site) -> Iterator[tuple[str, Finding]]:
    """Yield each address of another host that a page links to, and the place, as a finding still to be filled in."""
    for page in site.pages.values():
        for one in page.references:
            parts = split(one.address)
            if "nofollow" in (one.element.get("rel") or "").split():
                continue  # a page that asks its visitor to sign in, such as the one to edit this text
            if one.use == LINK and parts is not None and parts.scheme in WEB and not is_own(site, parts):
                yield urldefrag(parts.geturl()).url, Finding(page.name, one.element, one.address, "", "", "")


def _tell(place: Finding, answer: Answer) -> Finding:
    """Return a finding in words."""
    said = f"“{place.words}”"
    messages = {
        BROKEN: (f"{said} is gone: {answer.reason}", "find the page elsewhere, or leave the link out", ERROR),
        MOVED: (f"{said} has moved", f"write {answer.moved_to}", WARNING),
        UNKNOWN: (f"{said} may be there or not: {answer.reason}", "open it in a browser and see for yourself", WARNING),
    }
    message, remedy, severity = messages[answer.state]
    rule = f"outside-{answer.state}"
    return replace(place, rule=rule, message=message, remedy=remedy, severity=severity)


def look(site: Site, progress: Progress, *, pause: float, timeout: float) -> list[Finding]:
    """Return what is not right with the outside links of a site. Raises LinksError when there is no network."""
    links = list(outside_links(site))
    asker = Asker(site.address, Pacer(pause), timeout)
    answers = ask_all(asker, (address for address, _place in links), progress)
    return [_tell(place, answers[address]) for address, place in links if answers[address].state != GOOD]
