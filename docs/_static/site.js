"use strict";

// What scrolls sideways can be reached by keyboard, at any width of the window.
function noteWhatScrolls() {
  for (const each of document.querySelectorAll(".table-wrapper, .highlight pre")) {
    if (each.scrollWidth > each.clientWidth) each.tabIndex = 0;
    else each.removeAttribute("tabindex");
  }
}

addEventListener("load", noteWhatScrolls);
addEventListener("resize", noteWhatScrolls);

// The two lists beside a page have the same role, so a screen reader needs their names.
const NAMES = { ".sidebar-drawer": "Pages", ".toc-drawer": "On this page" };
for (const [each, name] of Object.entries(NAMES)) document.querySelector(each)?.setAttribute("aria-label", name);
