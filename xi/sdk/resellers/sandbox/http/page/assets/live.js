// Updates the elements with data-live when something changes, and sends forms without loading the page again.
// The page works without this script, but does not update itself.
"use strict";
(() => {
  const pause = 700;
  const rest = 10; // The pause is at least this many times as long as an update takes.
  let pulse = document.body.dataset.pulse;
  const served = new Map();
  const parts = () => document.querySelectorAll("[data-live][id]");
  for (const part of parts()) served.set(part.id, part.innerHTML);

  // Fields that a person has changed and not sent yet.
  const touched = new Set();
  document.addEventListener("input", (event) => touched.add(event.target));
  document.addEventListener("reset", (event) => [...event.target.elements].forEach((each) => touched.delete(each)));

  // The fields of a part, each under the form that it belongs to: its name alone may stand in several forms.
  const fields = (part) => {
    const all = [...part.querySelectorAll("input[name], select[name], textarea[name]")];
    return new Map(all.map((each) => [`${each.form?.getAttribute("action")} ${each.name}`, each]));
  };

  const keep = (mine, fresh) => {
    touched.delete(mine);
    if (mine.localName === "select") {
      // The fresh one has the choices that there are now; if the one that was made is gone, it counts no more.
      if (![...fresh.options].some((each) => each.value === mine.value)) return;
      fresh.value = mine.value;
      return touched.add(fresh);
    }
    // The element itself stays: half a number (`1e`) is in no value, and the cursor is nowhere else.
    for (const { name, value } of fresh.attributes) {
      // What is set again, to the same, takes half a number away.
      if (mine.getAttribute(name) !== value) mine.setAttribute(name, value);
    }
    if (mine.localName === "textarea") mine.defaultValue = fresh.defaultValue;
    fresh.replaceWith(mine);
    touched.add(mine);
  };

  const swap = (part, html) => {
    // Opened menus stay open, the focus stays where it was, and so does what a person has typed or chosen.
    const open = [...part.querySelectorAll("details[open][id]")].map((each) => each.id);
    const focused = part.contains(document.activeElement) ? document.activeElement : null;
    const mine = [...fields(part)].filter(([, each]) => touched.has(each));
    part.innerHTML = html;
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    const now = fields(part);
    for (const [place, each] of mine) {
      if (now.has(place)) keep(each, now.get(place));
      else touched.delete(each);
    }
    if (focused?.isConnected) focused.focus();
    else if (focused?.id) document.getElementById(focused.id)?.focus();
  };

  const show = (fresh) => {
    for (const part of parts()) {
      const html = fresh.getElementById(part.id)?.innerHTML;
      if (html !== undefined && html !== served.get(part.id)) {
        swap(part, html);
        served.set(part.id, html);
      }
    }
    pulse = fresh.body.dataset.pulse;
  };

  const read = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");

  const note = document.getElementById("live-note");
  const lost = () => (note.textContent = "The sandbox does not answer; this page shows the last known state.");
  const look = async () => {
    const started = performance.now();
    try {
      if (!document.hidden) {
        const [now, time] = (await (await fetch("/pulse")).text()).split("\n");
        if (now !== pulse) show(await read(await fetch(location.href)));
        document.getElementById("now").textContent = time;
        note.textContent = "";
      }
    } catch {
      lost();
    }
    setTimeout(look, Math.max(pause, rest * (performance.now() - started)));
  };
  setTimeout(look, pause);

  const close = (kept) => {
    for (const each of document.querySelectorAll(".more[open]")) if (!each.contains(kept)) each.open = false;
  };
  document.addEventListener("click", (event) => close(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.activeElement.closest(".more")?.querySelector("summary").focus();
    close(null);
  });

  // An update may have put another form in the place of one whose answer was under way.
  const sentAs = (form) =>
    form.isConnected ? form : [...document.forms].find((each) => each.action === form.action);

  const message = document.getElementById("message");
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    event.preventDefault();
    try {
      const sent = new URLSearchParams(new FormData(form, event.submitter));
      const answer = await fetch(form.action, { method: "POST", body: sent });
      if (new URL(answer.url).pathname !== location.pathname) return location.assign(answer.url);
      const fresh = await read(answer);
      message.innerHTML = fresh.getElementById("message").innerHTML;
      if (message.textContent) message.scrollIntoView({ block: "nearest" });
      else sentAs(form)?.reset();
      show(fresh);
    } catch {
      lost();
    }
  });
})();
