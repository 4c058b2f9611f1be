// The editor of policy texts: line numbers, the way to the line of a problem, and a copy of what is typed in this browser
// until it is saved. Without it the text can be written and saved all the same.
(() => {
  "use strict";
  const text = document.getElementById("text");
  const lines = document.querySelector(".editor .lines");
  const unsaved = document.getElementById("unsaved");
  const restore = document.getElementById("restore");
  const key = "zhubao.draft." + text.dataset.draft;
  const stored = text.value;
  const isStored = text.dataset.stored === "true";

  const marked = () => new Set([...document.querySelectorAll("[data-line]")].map((link) => Number(link.dataset.line)));
  const number = () => {
    const bad = marked();
    lines.replaceChildren(...text.value.split("\n").map((_, index) => {
      const line = document.createElement("span");
      line.textContent = index + 1 + "\n";
      line.className = bad.has(index + 1) ? "bad" : "";
      return line;
    }));
    lines.scrollTop = text.scrollTop;
  };

  const isDirty = () => !text.readOnly && (!isStored || text.value !== stored);
  const keep = () => {
    unsaved && (unsaved.hidden = !isDirty());
    document.querySelectorAll("[data-needs-saved]").forEach((button) => (button.disabled = isDirty()));
    try {
      isDirty() ? localStorage.setItem(key, text.value) : localStorage.removeItem(key);
    } catch {
      // A full or forbidden storage costs only the copy.
    }
  };

  const goTo = (line) => {
    const before = text.value.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    const end = text.value.indexOf("\n", before);
    text.focus();
    text.setSelectionRange(before, end < 0 ? text.value.length : end);
    text.scrollTop = Math.max(0, (line - 6) * parseInt(getComputedStyle(text).lineHeight, 10));
    text.scrollLeft = 0;
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-line], [data-mark]");
    if (link) {
      event.preventDefault();
      goTo(Number(link.dataset.line || link.dataset.mark));
    }
  });

  // A ruling that was just written in is to be completed: begin there.
  const inserted = document.querySelector("[data-inserted]") && document.querySelector("[data-line]");
  inserted && goTo(Number(inserted.dataset.line));

  text.addEventListener("scroll", () => (lines.scrollTop = text.scrollTop));
  text.addEventListener("input", () => {
    number();
    keep();
  });
  document.addEventListener("htmx:afterSettle", number);
  window.addEventListener("beforeunload", (event) => isDirty() && !leaving && event.preventDefault());
  let leaving = false;
  document.addEventListener("submit", () => (leaving = true));

  // What was typed here and never saved, because the session ended or the window was closed.
  let copy = null;
  try {
    copy = localStorage.getItem(key);
  } catch {
    copy = null;
  }
  if (restore && copy !== null && isStored && copy.trimEnd() !== stored.trimEnd()) {
    restore.hidden = false;
    restore.addEventListener("click", () => {
      text.value = copy;
      restore.hidden = true;
      text.dispatchEvent(new Event("input", { bubbles: true }));
    });
    number();
  } else {
    number();
    keep();
  }
})();
