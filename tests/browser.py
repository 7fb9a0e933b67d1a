"""A headless Chromium, driven over its DevTools protocol: open, look, listen.

>>> with Browser() as browser:                     # doctest: +SKIP
...     page = browser.open("page.html")
...     page.evaluate("document.title"), page.errors, page.requests
"""

import base64
import contextlib
import itertools
import json
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any, Self

import pytest
import websocket

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 60.0
"""Seconds to wait for the browser before giving up; machines of CI are slow and shared."""
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
    "--remote-allow-origins=*",
)


def chromium() -> str:
    """Give the browser's program; skip the test, saying why, where there is none."""
    found = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium is installed (apt-get install chromium)")
    return found


class Page:
    """One open page: what it asked for, what it complained of, and ways to act on it."""

    def __init__(self, socket: websocket.WebSocket, session: str) -> None:
        self._socket = socket
        self._session = session
        self._ids = itertools.count(1000)
        self.requests: list[str] = []
        """The address of every request, the page itself first; `data:` addresses included."""
        self.errors: list[str] = []
        """Console errors and warnings, log entries and uncaught exceptions."""
        self._loaded = False

    def command(self, method: str, **parameters: object) -> dict[str, Any]:
        """Send a command of the protocol and give its result.

        Raises `RuntimeError` with the browser's message when it is refused.
        """
        number = next(self._ids)
        message = {"id": number, "method": method, "params": parameters}
        self._socket.send(json.dumps(message | {"sessionId": self._session}))
        while True:
            answer = self._receive()
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def evaluate(self, script: str) -> Any:
        """Give the value of an expression in the page; a promise is waited for."""
        done = self.command(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in done:
            raise RuntimeError(_told(done["exceptionDetails"]))
        return done["result"].get("value")

    def wait_for(self, script: str) -> Any:
        """Wait until an expression is true and give its value."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if value := self.evaluate(script):
                return value
            time.sleep(0.02)
        raise TimeoutError(script)

    def press(self, key: str) -> None:
        """Press and release a key, named as in `KeyboardEvent.key`."""
        printed = {"text": key} if len(key) == 1 else {}
        if key == "Enter":
            printed = {"text": "\r"}
        for kind in ("keyDown", "keyUp"):
            extra = printed if kind == "keyDown" else {}
            self.command("Input.dispatchKeyEvent", type=kind, key=key, **extra)

    def type(self, text: str) -> None:
        """Put text where the focus is, as an input method does."""
        self.command("Input.insertText", text=text)

    def click(self, x: float, y: float) -> None:
        """Click at a point of the window, in CSS pixels."""
        for kind in ("mousePressed", "mouseReleased"):
            self.command(
                "Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1
            )

    def resize(self, width: int, height: int) -> None:
        """Give the page a window of that many CSS pixels."""
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def screenshot(self, path: str | Path) -> None:
        """Save what is seen as a PNG."""
        shot = self.command("Page.captureScreenshot", format="png")
        Path(path).write_bytes(base64.b64decode(shot["data"]))

    def pdf(self, path: str | Path) -> None:
        """Print the page, in the paper size that it asks for."""
        printed = self.command("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        Path(path).write_bytes(base64.b64decode(printed["data"]))

    def go(self, address: str) -> None:
        """Load an address and wait until it has loaded."""
        self._loaded = False
        self.command("Page.navigate", url=address)
        end = time.monotonic() + PATIENCE
        while not self._loaded and time.monotonic() < end:
            self._receive()

    def _receive(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(self._socket.recv())
        if message.get("sessionId") == self._session and "method" in message:
            self._note(message["method"], message["params"])
        return message

    def _note(self, method: str, told: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            self.errors.append(_told(told["exceptionDetails"]))
        elif method == "Log.entryAdded":
            self.errors.append(told["entry"]["text"])
        elif method == "Runtime.consoleAPICalled" and told["type"] in {"error", "warning"}:
            self.errors.append(" ".join(str(a.get("value", a)) for a in told["args"]))
        elif method == "Page.loadEventFired":
            self._loaded = True


class Browser:
    """A Chromium with an empty profile, for the length of a `with`."""

    def __init__(self, width: int = 1500, height: int = 920) -> None:
        self._size = (width, height)

    def __enter__(self) -> Self:
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self._process = subprocess.Popen(
            [
                chromium(),
                *FLAGS,
                f"--user-data-dir={self._profile.name}",
                f"--window-size={self._size[0]},{self._size[1]}",
                "about:blank",
            ],
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        self._socket = websocket.create_connection(
            self._address(), timeout=PATIENCE, suppress_origin=True
        )
        self._ids = itertools.count(1)
        return self

    def __exit__(self, *failure: object) -> None:
        with contextlib.suppress(websocket.WebSocketException, OSError):
            self._socket.close()
        self._process.terminate()
        self._process.wait(timeout=PATIENCE)
        self._profile.cleanup()

    def open(self, place: str | Path) -> Page:
        """Open a file or an address in a page of its own and wait until it has loaded."""
        address = Path(place).resolve().as_uri() if isinstance(place, Path) else place
        target = self._send("Target.createTarget", url="about:blank")["targetId"]
        attached = self._send("Target.attachToTarget", targetId=target, flatten=True)
        page = Page(self._socket, attached["sessionId"])
        for domain in ("Page", "Network", "Runtime", "Log"):
            page.command(f"{domain}.enable")
        page.resize(*self._size)
        page.go(address)
        return page

    def _send(self, method: str, **parameters: object) -> dict[str, Any]:
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == number:
                return answer["result"]

    def _address(self) -> str:
        told = Path(self._profile.name, "DevToolsActivePort")
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._process.poll() is None:
            if told.exists() and len(lines := told.read_text(encoding="ascii").split()) == 2:
                return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
            time.sleep(0.02)
        raise RuntimeError(f"the browser did not start (exit code {self._process.poll()})")


def _told(details: dict[str, Any]) -> str:
    return details.get("exception", {}).get("description") or details["text"]
