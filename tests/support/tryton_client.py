"""Tryton's web client in headless Chromium: log in, open menus and records, read and click what a user sees."""
import time


HOST = "localhost"


class Client:
    def __init__(self, page, port, database):
        self.page, self.address, self.database = page, f"http://{HOST}:{port}/#{database}", database

    def wait(self, script, *arguments, seconds=60):
        """The value of a script as soon as it is true; what the page says where it never is."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            found = self.page.ask(script, *arguments)
            if found:
                return found
            time.sleep(0.05)
        raise AssertionError(f"never: {script} {arguments}; the page says: "
                             + self.page.ask("return document.body.innerText")[:600])

    def shows(self, text, **more):
        return self.wait("return document.body.innerText.includes(arguments[0])", text, **more)

    def reads(self, text):
        """A text that stands in a field of many lines."""
        return self.wait("return [...document.querySelectorAll('textarea')].some(e => e.offsetParent && "
                         "e.value.includes(arguments[0]))", text)

    def log_in(self, login, password, width=1400, height=1000):
        self.page.devtools("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.page.visit("about:blank")
        self.page.visit(self.address)
        self.wait("const e = document.querySelector('select'); if (e && e.offsetParent) {e.value = arguments[0];"
                  "return e.value == arguments[0]}  return [...document.querySelectorAll('input')].some(i => i.offsetParent && "
                  "i.value == arguments[0])", self.database)
        self.fill("login", login)
        self.press("Login")
        self.wait("return !!document.querySelector('input[type=password]')")
        self.fill("password", password)
        self.press("OK")
        self.shows("Rendabel")
        self.page.ask("const e = document.createElement('style'); e.textContent = '*{transition:none!important;"
                      "animation:none!important}'; document.head.append(e)")  # pictures of what stands still

    def forget(self):
        """Forgets the session, so that somebody else can log in."""
        self.page.ask("localStorage.clear(); sessionStorage.clear(); return true")

    def fill(self, name, text):
        """Types into the visible input whose id, name or type has the word."""
        script = ("const e = [...document.querySelectorAll('input')].find(i => i.offsetParent && "
                  "(i.id + i.name + i.type).includes(arguments[0])); if (!e) return false; e.focus(); e.value = arguments[1];"
                  "for (const kind of ['input', 'change', 'keyup']) e.dispatchEvent(new Event(kind, {bubbles: true}));"
                  "return true")
        self.wait(script, name, text)

    def press(self, label):
        """Clicks the topmost visible button or link with this text or title."""
        script = ("const e = [...document.querySelectorAll('button, a, input[type=submit]')].filter(b => b.offsetParent && "
                  "[b.textContent.trim(), b.title, b.value].includes(arguments[0])).pop(); if (!e) return false; e.click(); return true")
        self.wait(script, label)

    def choose(self, label, words):
        """Chooses in the selection beside a label."""
        self.wait("const text = [...document.querySelectorAll('label')].filter(e => e.offsetParent && e.htmlFor && "
                  "e.textContent.trim().replace(':', '') == arguments[0]).pop(); if (!text) return false;"
                  "const e = document.getElementById(text.htmlFor); const one = [...e.options].find(o => o.text == arguments[1]);"
                  "if (!one) return false; e.value = one.value; e.dispatchEvent(new Event('change', {bubbles: true})); return true",
                  label, words)

    def value(self, label):
        """What stands in the field beside a label."""
        return self.wait("const text = [...document.querySelectorAll('label')].filter(e => e.offsetParent && e.htmlFor && "
                         "e.textContent.trim().replace(':', '') == arguments[0]).pop(); if (!text) return false;"
                         "const e = document.getElementById(text.htmlFor); return e && (e.options && e.selectedIndex >= 0 ? "
                         "e.options[e.selectedIndex].text : e.value)", label)

    def menu(self, *path):
        """Opens a menu entry, and those above it."""
        row = ("const row = [...document.querySelectorAll('tr')].find(r => r.offsetParent && "
               "r.querySelector(`.column-char[title=\"${arguments[0]}\"]`)); if (!row) return false; ")
        for name in path[:-1]:
            self.wait(row + "row.querySelector('.expander img').click(); return true", name)
        self.wait(row + "row.querySelector('td:nth-child(2)').click(); return true", path[-1])
