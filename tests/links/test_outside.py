"""Outside links are asked slowly and twice, and gone, moved and unknown are told apart. All hosts here are local."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace

import pytest

from guide.cli import main
from guide.links import outside
from guide.links.outside import Answer, Asker, Pacer, ask_all
from guide.links.site import LinksError, read_site

from .planting import text

STATUS = {"/ok": 200, "/empty": 204, "/gone": 404, "/gone-for-good": 410, "/closed": 403, "/busy": 429, "/broken": 500}
MOVES = {
    "/moved": (301, "/ok"),
    "/moved-twice": (308, "/moved#part"),
    "/lent": (302, "/ok"),
    "/lent-then-moved": (307, "/moved"),
    "/moved-then-lent": (301, "/lent"),
    "/moved-to-nothing": (301, "/gone"),
    "/round": (301, "/round"),
    "/moved-nowhere": (301, None),
    "/moved-to-a-letter": (301, "mailto:a@example.org"),
}


class Host(ThreadingHTTPServer):
    """A host that answers by the path, and remembers who asked what, and when."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str, str]] = []
        self.stopping = threading.Event()
        self.both = threading.Barrier(1)

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def methods(self, path: str) -> list[str]:
        return [method for method, asked, _agent in self.asked if asked == path]

    def handle_error(self, *_args: object) -> None:
        """Say nothing when a client does not wait."""


class Handler(BaseHTTPRequestHandler):
    server: Host

    def answer(self) -> None:
        self.server.asked.append((self.command, self.path, self.headers["User-Agent"]))
        times = len(self.server.methods(self.path))
        status, place = MOVES.get(self.path, (STATUS.get(self.path, 200), None))
        if self.path == "/no-head" and self.command == "HEAD":
            status = 405
        elif self.path == "/gone-once":
            status = 404 if times < 3 else 200
        elif self.path == "/gone-later":
            status = 500 if times < 3 else 404
        elif self.path == "/slow":
            self.server.stopping.wait()
        elif self.path == "/together":
            self.server.both.wait(timeout=20)
        self.send_response(status)
        if place:
            self.send_header("Location", place)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = answer  # noqa: N815 - names of http.server

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[Host]:
    with Host() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.stopping.set()
        server.shutdown()


@pytest.fixture
def host() -> Iterator[Host]:
    with serving() as server:
        yield server


def refused() -> str:
    """Return an address at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/"


def ask(*addresses: str, timeout: float = 20) -> dict[str, Answer]:
    asker = Asker("https://example.org/sticks/", Pacer(0), timeout)
    return ask_all(asker, addresses, lambda _done, _of: None)


@pytest.mark.parametrize(
    ("path", "state", "more"),
    [
        ("/ok", "good", ""),
        ("/empty", "good", ""),
        ("/no-head", "good", ""),
        ("/lent", "good", ""),
        ("/lent-then-moved", "good", ""),
        ("/gone-once", "good", ""),
        ("/moved", "moved", "/ok"),
        ("/moved-twice", "moved", "/ok"),
        ("/moved-then-lent", "moved", "/lent"),
        ("/gone", "broken", "its server answered 404"),
        ("/gone-for-good", "broken", "its server answered 410"),
        ("/moved-to-nothing", "broken", "its server answered 404"),
        ("/gone-later", "unknown", "its server answered 404"),
        ("/closed", "unknown", "its server answered 403"),
        ("/busy", "unknown", "its server answered 429"),
        ("/broken", "unknown", "its server answered 500"),
        ("/moved-nowhere", "unknown", "its server answered 301"),
        ("/moved-to-a-letter", "unknown", "it cannot be asked (InvalidSchema)"),
        ("/round", "unknown", "it leads from page to page without an end"),
    ],
)
def test_an_answer(host: Host, path: str, state: str, more: str) -> None:
    answer = ask(host.at("/ok"), host.at(path))[host.at(path)]
    assert answer.state == state
    assert more in {"", answer.reason, answer.moved_to.removeprefix(host.at(""))}


def test_a_slow_host_is_unknown(host: Host) -> None:
    answers = ask(host.at("/ok"), host.at("/slow"), timeout=0.5)
    assert answers[host.at("/slow")].reason == "its server did not answer within 0.5 seconds"


def test_a_host_that_is_not_there_is_unknown(host: Host) -> None:
    nobody = refused()
    answers = ask(host.at("/ok"), nobody)
    assert answers[nobody] == Answer("unknown", "its server cannot be reached", reached=False)


def test_no_network_is_told_as_that() -> None:
    with pytest.raises(LinksError, match="so there is no network here"):
        ask(refused(), refused(), "http://127.0.0.1:0/")


def test_a_host_that_only_refuses_is_network(host: Host) -> None:
    assert ask(host.at("/closed"))[host.at("/closed")].state == "unknown"


def test_no_links_need_no_network() -> None:
    assert ask() == {}


def test_the_head_first_then_the_page_and_a_second_time_only_what_failed(host: Host) -> None:
    ask(*map(host.at, ("/ok", "/gone", "/busy", "/moved")))
    assert host.methods("/ok") == ["HEAD", "HEAD"]  # by itself and from /moved
    assert host.methods("/gone") == ["HEAD", "GET", "GET"]
    assert host.methods("/busy") == ["HEAD", "GET"]
    assert {agent for _method, _path, agent in host.asked} == {"guide-links/1 (+https://example.org/sticks/)"}


def test_a_host_has_its_pause_and_another_does_not_wait_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    clock = SimpleNamespace(monotonic=lambda: 100.0, sleep=waited.append)
    monkeypatch.setattr(outside, "time", clock)
    pacer = Pacer(1)
    for name in ("a", "a", "b", "a"):
        pacer.wait(name)
    assert waited == [0, 1, 0, 2]
    clock.monotonic = lambda: 200.0
    pacer.wait("a")
    assert waited[-1] == 0


def test_hosts_are_asked_at_the_same_time(host: Host) -> None:
    with serving() as other:
        host.both = other.both = threading.Barrier(2)  # neither answers before both are asked
        answers = ask(host.at("/together"), other.at("/together"))
    assert [answer.state for answer in answers.values()] == ["good", "good"]


def test_a_move_to_a_host_keeps_its_pause(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[str] = []
    monkeypatch.setattr(Pacer, "wait", lambda _self, name: waited.append(name))
    ask(host.at("/moved"))
    assert waited == [f"127.0.0.1:{host.server_port}"] * 2


def test_progress_counts_every_address(host: Host) -> None:
    seen: list[tuple[int, int]] = []
    asker = Asker("https://example.org/", Pacer(0), timeout=20)
    ask_all(asker, [host.at("/a"), host.at("/b"), host.at("/b")], lambda done, of: seen.append((done, of)))
    assert sorted(seen) == [(1, 2), (2, 2)]


def links(host: Host, *paths: str) -> str:
    return "".join(f"<a href='{host.at(path)}'>x</a> " for path in paths)


def run(guide: Path, *options: str) -> int:
    fast = ("--pause", "0", "--timeout", "20")
    return main(["--root", str(guide), "links-external", str(guide / "site"), *fast, *options])


def test_the_command(
    guide: Path, host: Host, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The tiny guide has links of its own, to hosts that are not asked here.
    monkeypatch.setattr(outside, "is_own", lambda _site, parts: parts.hostname != "127.0.0.1")
    text(links(host, "/gone", "/moved#part", "/closed", "/ok"))(guide)
    page = guide / "docs" / "faq.md"
    page.write_text(f"{page.read_text()}\n[x]({host.at('/gone')})\n")
    text(links(host, "/gone", "/ok"), "faq")(guide)
    assert run(guide) == 1
    said = capsys.readouterr()
    line = len(page.read_text().splitlines())
    assert said.out.splitlines() == [
        f"docs/faq.md:{line}:5 outside-broken “{host.at('/gone')}” is gone: its server answered 404 "
        "-> find the page elsewhere, or leave the link out",
        f"docs/height.md:0:1 outside-broken “{host.at('/gone')}” is gone: its server answered 404 "
        "-> find the page elsewhere, or leave the link out",
        f"docs/height.md:0:1 outside-moved “{host.at('/moved#part')}” has moved -> write {host.at('/ok')}",
        f"docs/height.md:0:1 outside-unknown “{host.at('/closed')}” may be there or not: its server answered 403 "
        "-> open it in a browser and see for yourself",
        "2 problems and 2 warnings on 2 pages.",
    ]
    assert said.err.splitlines() == ["Asked 4 of 4 addresses", "Asked 2 of 2 addresses"]
    assert [asked[1] for asked in host.asked].count("/gone") == 3


def test_a_page_that_asks_its_visitor_to_sign_in_is_not_asked(guide: Path, host: Host) -> None:
    text(f"<a rel='nofollow' href='{host.at('/closed')}'>Edit this page</a> {links(host, '/ok')}")(guide)
    found = list(outside.outside_links(read_site(guide / "site", guide)))
    assert [address for address, _ in found if "127.0.0.1" in address] == [host.at("/ok")]


def test_moved_and_unknown_are_no_reason_to_fail(
    guide: Path, host: Host, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "is_own", lambda _site, parts: parts.hostname != "127.0.0.1")
    text(links(host, "/moved", "/busy"))(guide)
    assert run(guide, "--format", "github") == 0
    assert [line[:9] for line in capsys.readouterr().out.splitlines()] == ["::warning", "::warning"]


def test_no_network_stops_the_command(
    guide: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "is_own", lambda _site, parts: parts.hostname != "127.0.0.1")
    text(f"<a href={refused()}>x</a>")(guide)
    assert run(guide) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[-1].startswith("guide: no host answered, so there is no network here.")
