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
