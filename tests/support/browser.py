"""Headless Chromium over WebDriver, for tests of pages: opens files, asks the page, takes pictures.
Needs chromium and chromedriver (Debian: chromium, chromium-driver); nothing of Python but its own library."""
import base64
import http.client
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-color-profile=srgb"]


def missing():
    """The first program that is not here, or nothing."""
    return next((name for name in ("chromium", "chromedriver") if shutil.which(name) is None), None)


class Browser:
    """One Chromium with an empty profile; `with` ends it. Every page's console and requests are kept."""

    def __init__(self):
        self.profile = tempfile.TemporaryDirectory(prefix="rendabel-chromium-", ignore_cleanup_errors=True)
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for line in self.driver.stdout:
            if started := re.search(r"started successfully on port (\d+)", line):
                break
        else:
            raise RuntimeError("chromedriver did not start")
        self.port = int(started.group(1))
        answer = self.command("POST", "/session", {"capabilities": {"alwaysMatch": {
            "goog:chromeOptions": {"args": [*FLAGS, f"--user-data-dir={self.profile.name}"]},
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}}}, session=False)
        self.session = answer["sessionId"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.command("DELETE", "")
        finally:
            self.driver.terminate()
            self.driver.wait()
            self.profile.cleanup()

    def command(self, method, path, body=None, session=True):
        connection = http.client.HTTPConnection("localhost", self.port, timeout=60)
        connection.request(method, f"/session/{self.session}{path}" if session else path,
                           json.dumps(body if body is not None else {}) if method == "POST" else None)
        value = json.loads(connection.getresponse().read())["value"]
        connection.close()
        if isinstance(value, dict) and "error" in value:
            raise RuntimeError(f"{path}: {value['error']}: {value.get('message', '')[:500]}")
        return value

    def devtools(self, name, **parameters):
        return self.command("POST", "/goog/cdp/execute", {"cmd": name, "params": parameters})

    def open(self, file, width=1400, height=900, dark=False):
        """Opens a file at a width, in the light or the dark scheme."""
        self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.devtools("Emulation.setEmulatedMedia",
                      features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.visit(Path(file).resolve().as_uri())

    def visit(self, address):
        """Opens an address as it is."""
        self.log("browser"), self.log("performance")
        self.address = address
        self.command("POST", "/url", {"url": self.address})

    def ask(self, script, *arguments):
        return self.command("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def log(self, kind):
        return self.command("POST", "/se/log", {"type": kind})

    def requests(self):
        """Addresses asked for since the page was opened, but for the page itself."""
        events = (json.loads(entry["message"])["message"] for entry in self.log("performance"))
        asked = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
        return [address for address in asked if address != self.address and not address.startswith("data:")]

    def picture(self, file):
        """The whole page, as far as it goes."""
        height = self.ask("return document.documentElement.scrollHeight")
        width = self.ask("return window.innerWidth")
        data = self.devtools("Page.captureScreenshot", format="png", captureBeyondViewport=True,
                             clip={"x": 0, "y": 0, "width": width, "height": height, "scale": 1})["data"]
        Path(file).write_bytes(base64.b64decode(data))

    def pdf(self, file):
        """As printed on A4."""
        data = self.command("POST", "/print", {"page": {"width": 21.0, "height": 29.7}, "background": False})
        Path(file).write_bytes(base64.b64decode(data))
