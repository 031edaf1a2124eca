"""Chromium without a window, spoken to over two pipes.

One process serves many pages: opened, typed at, measured, photographed and
printed.  What a page says on its console and what it asks the network for is
kept.  No network is there.
"""
import base64
import fcntl
import json
import os
import select
import shutil
import signal
import subprocess
import tempfile
import time

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
         "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--hide-scrollbars",
         "--force-color-profile=srgb", "--font-render-hinting=none",
         "--disable-lcd-text", "--host-resolver-rules=MAP * ~NOTFOUND",
         "--remote-debugging-pipe"]
MILLIMETRES = 25.4
SECONDS = 120

# Keys that are no characters: code, and what the key types.
KEYS = {"Tab": (9, ""), "Enter": (13, "\r"), "Escape": (27, ""),
        "ArrowDown": (40, ""), "ArrowUp": (38, ""), "Home": (36, ""),
        "Backspace": (8, ""), " ": (32, " ")}
SHIFT = 8


class Trouble(Exception):
    pass


class Browser:
    def __init__(self):
        self.home = tempfile.mkdtemp()
        theirs_in, self.to = os.pipe()
        self.back, theirs_out = os.pipe()
        low = [fcntl.fcntl(f, fcntl.F_DUPFD_CLOEXEC, 10)
               for f in (theirs_in, theirs_out)]

        def ends():
            os.setsid()
            os.dup2(low[0], 3)
            os.dup2(low[1], 4)

        self.process = subprocess.Popen(
            [PROGRAM, *FLAGS, "--user-data-dir=" + self.home],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, preexec_fn=ends, pass_fds=(3, 4),
            env=dict(os.environ, HOME=self.home))
        for end in (theirs_in, theirs_out, *low):
            os.close(end)
        self.unread = b""
        self.asked = 0
        self.pages = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.to)
        os.close(self.back)
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def receive(self, until):
        """The next message; None if there is none in time."""
        while b"\0" not in self.unread:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self.back], [], [], left)[0]:
                return None
            some = os.read(self.back, 1 << 20)
            if not some:
                raise Trouble("the browser has ended")
            self.unread += some
        message, self.unread = self.unread.split(b"\0", 1)
        return json.loads(message)

    def pump(self, done, seconds=SECONDS):
        """Hand messages to their pages until one satisfies."""
        until = time.monotonic() + seconds
        while True:
            message = self.receive(until)
            if message is None:
                raise Trouble("the browser doesn't answer")
            page = self.pages.get(message.get("sessionId"))
            if page is not None and "method" in message:
                page.hear(message["method"], message["params"])
            if done(message):
                return message

    def ask(self, method, session=None, **parameters):
        self.asked += 1
        number = self.asked
        message = {"id": number, "method": method, "params": parameters}
        if session is not None:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.to, data):]
        answer = self.pump(lambda m: m.get("id") == number)
        if "error" in answer:
            raise Trouble("%s: %s" % (method, answer["error"]["message"]))
        return answer["result"]

    def page(self, width=1200, height=900, scale=1):
        return Page(self, width, height, scale)


class Page:
    def __init__(self, browser, width, height, scale):
        self.browser = browser
        self.said, self.fetched = [], []
        self.target = browser.ask("Target.createTarget",
                                  url="about:blank")["targetId"]
        self.session = browser.ask("Target.attachToTarget", flatten=True,
                                   targetId=self.target)["sessionId"]
        browser.pages[self.session] = self
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(domain + ".enable")
        self.resize(width, height, scale)

    def ask(self, method, **parameters):
        return self.browser.ask(method, self.session, **parameters)

    def hear(self, method, event):
        if method == "Runtime.consoleAPICalled":
            self.said.append(" ".join(str(a.get("value", a.get("description")))
                                      for a in event["args"]))
        elif method == "Runtime.exceptionThrown":
            self.said.append(event["exceptionDetails"]["text"])
        elif method == "Log.entryAdded":
            self.said.append(event["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.fetched.append(event["request"]["url"])

    def resize(self, width, height, scale=1):
        self.ask("Emulation.setDeviceMetricsOverride", width=width,
                 height=height, deviceScaleFactor=scale, mobile=False)

    def media(self, media="screen", scheme="light"):
        self.ask("Emulation.setEmulatedMedia", media=media, features=[
            {"name": "prefers-color-scheme", "value": scheme}])

    def open(self, path, fragment=""):
        """Open a file; its own address is no request."""
        address = path.resolve().as_uri() + fragment
        self.said, self.fetched = [], []
        self.ask("Page.navigate", url="about:blank")
        self.ask("Page.navigate", url=address)
        while self.value("document.readyState") != "complete" or \
                self.value("location.href") == "about:blank":
            time.sleep(0.02)
        self.fetched = [f for f in self.fetched if f != "about:blank" and
                        f.split("#")[0] != address.split("#")[0]]

    def wait(self, condition, seconds=10):
        """Until it holds, or time is up."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and not self.value(condition):
            time.sleep(0.02)

    def value(self, expression):
        """Of a JavaScript expression, waited for if it is a promise."""
        answer = self.ask("Runtime.evaluate", expression=expression,
                          returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            trouble = answer["exceptionDetails"]
            raise Trouble(trouble.get("exception", {}).get("description") or
                          trouble["text"])
        return answer["result"].get("value")

    def press(self, key, shift=False):
        """A key as a keyboard sends it."""
        code, text = KEYS.get(key, (ord(key[0].upper()), key))
        event = {"key": key, "code": key if key in KEYS else "",
                 "windowsVirtualKeyCode": code,
                 "modifiers": SHIFT if shift else 0}
        self.ask("Input.dispatchKeyEvent",
                 type="keyDown" if text else "rawKeyDown", text=text, **event)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **event)

    def click(self, element):
        """The mouse on the middle of what an expression finds."""
        at = self.value("""(e => {
            e.scrollIntoView({block: "center"});
            const r = e.getBoundingClientRect();
            return {x: r.x + r.width / 2, y: r.y + r.height / 2};
        })(%s)""" % element)
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, button="left",
                     clickCount=1, **at)

    def type(self, text):
        for letter in text:
            self.press(letter)

    def print(self):
        """PDF, as the page's own rules for paper say."""
        return base64.b64decode(self.ask(
            "Page.printToPDF", preferCSSPageSize=True, printBackground=False,
            generateTaggedPDF=True, paperWidth=210 / MILLIMETRES,
            paperHeight=297 / MILLIMETRES)["data"])

    def picture(self, left, top, width, height, scale=1):
        """PNG of a part of the page."""
        return base64.b64decode(self.ask(
            "Page.captureScreenshot", format="png", captureBeyondViewport=True,
            clip={"x": left, "y": top, "width": width, "height": height,
                  "scale": scale})["data"])

    def close(self):
        self.browser.ask("Target.closeTarget", targetId=self.target)
        del self.browser.pages[self.session]
