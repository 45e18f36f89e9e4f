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

  const swap = (part, html) => {
    // Opened menus stay open, and the focus stays where it was.
    const open = [...part.querySelectorAll("details[open][id]")].map((each) => each.id);
    const focused = part.contains(document.activeElement) ? document.activeElement.id : "";
    part.innerHTML = html;
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    if (focused) document.getElementById(focused)?.focus();
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
      else form.reset();
      show(fresh);
    } catch {
      lost();
    }
  });
})();
