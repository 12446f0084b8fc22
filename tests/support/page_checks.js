// What a page must be for everybody who reads it; answers the faults it finds. Run inside the page by report_browser_test.py.
const faults = [];
const all = selector => [...document.querySelectorAll(selector)];
const shown = element => element.getClientRects().length > 0;

// Nothing runs, nothing is fetched.
if (document.scripts.length) faults.push('a script');
all('*').forEach(e => [...e.attributes].forEach(a => {
  if (a.name.startsWith('on') || a.name === 'style' || /^\s*javascript:/i.test(a.value)) faults.push(`attribute ${a.name}`);
  if (['src', 'href', 'srcset', 'data'].includes(a.name) && !a.value.startsWith('#')) faults.push(`${a.name}=${a.value}`);
}));

// Landmarks, headings in order, a language, names that point somewhere and are there once.
for (const landmark of ['main', 'header', 'footer']) if (all(landmark).length !== 1) faults.push(`${all(landmark).length} × ${landmark}`);
if (!document.documentElement.lang) faults.push('no language');
if (all('h1').length !== 1) faults.push(`${all('h1').length} × h1`);
let level = 0;
all('h1,h2,h3,h4').forEach(h => {
  const now = Number(h.tagName[1]);
  if (now > level + 1) faults.push(`heading ${h.textContent} skips a level`);
  level = now;
});
const ids = all('[id]').map(e => e.id);
ids.filter((id, at) => ids.indexOf(id) !== at).forEach(id => faults.push(`id ${id} twice`));
all('[aria-labelledby]').forEach(e => e.getAttribute('aria-labelledby').split(' ').forEach(id => {
  if (!document.getElementById(id)?.textContent.trim()) faults.push(`${e.tagName} labelled by nothing: ${id}`);
}));
all('a[href^="#"]').forEach(a => { if (!document.getElementById(a.getAttribute('href').slice(1))) faults.push(`link to nothing: ${a.href}`); });
all('section').forEach(s => { if (!s.getAttribute('aria-labelledby')) faults.push('a section without a name'); });
all('svg').forEach(s => {
  if (s.getAttribute('role') !== 'img' || !s.querySelector('title').textContent || !s.querySelector('desc').textContent) faults.push('a chart without words');
});
all('table').forEach(t => {
  if (!t.caption?.textContent.trim()) faults.push('a table without caption');
  t.querySelectorAll('thead th').forEach(h => { if (h.scope !== 'col' || !h.textContent.trim()) faults.push('a column without scope or title'); });
  t.querySelectorAll('tbody tr').forEach(r => { if (r.querySelectorAll('th[scope=row]').length !== 1) faults.push(`a row without one name in ${t.id}`); });
});

// Contrast of every text with what is behind it: 4.5 to 1 at least, in this colour scheme.
const numbers = colour => colour.match(/[\d.]+/g).map(Number);
const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
const behind = element => {
  for (let e = element; e; e = e.parentElement) {
    const colour = numbers(getComputedStyle(e).backgroundColor);
    if (colour.length < 4 || colour[3] === 1) return colour;
  }
  return [255, 255, 255];
};
let least = 21;
all('body *').filter(e => shown(e) && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())).forEach(e => {
  const style = getComputedStyle(e), inside = e instanceof SVGElement;
  if (inside && !(e instanceof SVGTextElement)) return;
  const [a, b] = [light(numbers(inside ? style.fill : style.color)), light(behind(inside ? e.ownerSVGElement.parentElement : e))];
  const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  least = Math.min(least, contrast);
  if (contrast < 4.5) faults.push(`contrast ${contrast.toFixed(2)} of ${e.tagName}.${e.className} ${e.textContent.slice(0, 30)}`);
});

// Nothing sticks out of the window, and no text of a chart out of its paper or over another one.
if (document.documentElement.scrollWidth > window.innerWidth) faults.push(`${document.documentElement.scrollWidth} wide in ${window.innerWidth}`);
all('svg').filter(shown).forEach(s => {
  const paper = s.getBoundingClientRect(), words = [...s.querySelectorAll('text')].map(t => [t, t.getBoundingClientRect()]);
  words.forEach(([t, box], at) => {
    if (box.left < paper.left - 1 || box.right > paper.right + 1 || box.bottom > paper.bottom + 1 || box.top < paper.top - 1)
      faults.push(`${s.dataset.part}: '${t.textContent}' sticks out`);
    words.slice(at + 1).forEach(([other, rest]) => {
      if (box.left < rest.right - 1 && rest.left < box.right - 1 && box.top < rest.bottom - 3 && rest.top < box.bottom - 3)
        faults.push(`${s.dataset.part}: '${t.textContent}' lies over '${other.textContent}'`);
    });
  });
});
return {faults, least};
