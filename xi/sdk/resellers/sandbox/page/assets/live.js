// Keeps the parts marked data-live as the server has them. Without it the page works, and shows what was true when loaded.
"use strict";
(() => {
  const every = 700;
  let pulse = document.body.dataset.pulse;
  const served = new Map();
  const parts = () => document.querySelectorAll("[data-live][id]");
  for (const part of parts()) served.set(part.id, part.innerHTML);

  const swap = (part, html) => {
    // What a reader opened stays open, and the keyboard stays where it was.
    const open = [...part.querySelectorAll("details[open][id]")].map((each) => each.id);
    const focused = part.contains(document.activeElement) ? document.activeElement.id : "";
    part.innerHTML = html;
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    if (focused) document.getElementById(focused)?.focus();
  };

  const refresh = async () => {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of parts()) {
      const html = fresh.getElementById(part.id)?.innerHTML;
      if (html !== undefined && html !== served.get(part.id)) {
        swap(part, html);
        served.set(part.id, html);
      }
    }
    pulse = fresh.body.dataset.pulse;
  };

  const note = document.getElementById("live-note");
  const look = async () => {
    try {
      if (!document.hidden) {
        const now = await (await fetch("/pulse")).text();
        if (now !== pulse) await refresh();
        if (note.textContent) note.textContent = "";
      }
    } catch {
      note.textContent = "The sandbox does not answer; this page shows its last state.";
    }
    setTimeout(look, every);
  };
  setTimeout(look, every);
})();
