// What every page may use. Nothing here is needed to do the work: without it pages only lose comfort.
(() => {
  "use strict";

  // An open panel of the bar closes by Escape or by a click elsewhere.
  const closePanels = (except) =>
    document.querySelectorAll(".bar details[open]").forEach((panel) => panel !== except && panel.removeAttribute("open"));
  document.addEventListener("click", (event) => closePanels(event.target.closest(".bar details")));
  document.addEventListener("keydown", (event) => event.key === "Escape" && closePanels(null));

  // <select data-submit>: choosing is enough.
  document.addEventListener("change", (event) => event.target.matches("[data-submit]") && event.target.form.requestSubmit());

  // <form data-confirm="…">: says what will happen and asks once.
  document.addEventListener("submit", (event) => {
    const question = event.target.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
    }
  });

  // What was typed outlives a refusal: it stays in this tab until the next page, which puts it back where it says why.
  // Numbers of people wait nowhere else, and secrets not even here.
  const typed = (field) => field.name && !field.matches("[type=hidden], [type=password], [type=file], [autocomplete^=one-time]");
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) {
      return;
    }
    const fields = Array.from(form.elements).filter(typed).map(({ name, type, value, checked }) => ({ name, type, value, checked }));
    sessionStorage.setItem("typed", JSON.stringify({ action: form.action, fields }));
  });
  const putBack = ({ action, fields }) => {
    const form = Array.from(document.forms).find((candidate) => candidate.action === action);
    const free = form ? Array.from(form.elements).filter(typed) : [];
    fields.forEach((kept) => {
      const choice = ["radio", "checkbox"].includes(kept.type);
      const place = free.findIndex((field) => field.name === kept.name && (!choice || field.value === kept.value));
      if (place >= 0) {
        const [field] = free.splice(place, 1);
        choice ? (field.checked = kept.checked) : (field.value = kept.value);
      }
    });
    form?.closest("details")?.setAttribute("open", "");
  };
  const kept = sessionStorage.getItem("typed");
  sessionStorage.removeItem("typed");
  if (kept && document.querySelector(".flashes .flash.failure")) {
    putBack(JSON.parse(kept));
  }

  // <button data-print>
  document.addEventListener("click", (event) => event.target.closest("[data-print]") && window.print());

  // .drop with a file input inside: takes a dropped file and shows its name in [data-name].
  const show = (input) => {
    const name = input.closest(".drop")?.querySelector("[data-name]");
    if (name && input.files.length) {
      name.textContent = input.files[0].name;
    }
  };
  document.addEventListener("change", (event) => event.target.matches(".drop input[type=file]") && show(event.target));
  ["dragover", "dragleave", "drop"].forEach((kind) =>
    document.addEventListener(kind, (event) => {
      const zone = event.target.closest && event.target.closest(".drop");
      if (!zone) {
        return;
      }
      event.preventDefault();
      zone.classList.toggle("over", kind === "dragover");
      if (kind === "drop" && event.dataTransfer.files.length) {
        const input = zone.querySelector("input[type=file]");
        input.files = event.dataTransfer.files;
        show(input);
      }
    }));

  // <form data-upload>: shows how much is sent, then that the file is being read. What the server refuses altogether
  // (too large, signed out) is sent once more as an ordinary form, which shows the page that says so.
  const progress = (form) => form.querySelector("[data-upload-progress]");
  document.addEventListener("htmx:xhr:progress", (event) => {
    const form = event.target.closest("[data-upload]");
    if (form && event.detail.lengthComputable) {
      const shown = progress(form);
      shown.hidden = false;
      shown.querySelector("progress").value = (100 * event.detail.loaded) / event.detail.total;
      const sent = event.detail.loaded === event.detail.total;
      shown.querySelector("[data-sending]").hidden = sent;
      shown.querySelector("[data-reading]").hidden = !sent;
    }
  });
  document.addEventListener("htmx:responseError", (event) => {
    const form = event.target.closest("[data-upload]");
    if (form) {
      form.submit();
    }
  });

  // [data-missing=COLUMN] says that nothing is this column yet: no longer so once it was chosen in a <select name="column">.
  document.addEventListener("change", (event) => {
    if (event.target.matches("select[name=column]")) {
      const chosen = Array.from(document.querySelectorAll("select[name=column]"), (select) => select.value);
      const tags = Array.from(document.querySelectorAll("[data-missing]"));
      tags.forEach((tag) => (tag.hidden = chosen.includes(tag.dataset.missing)));
      tags.forEach((tag) => (tag.parentElement.hidden = tags.every((other) => other.hidden)));
    }
  });

  // The first problem of a refused form gets the focus.
  document.querySelector(".problems")?.focus();
})();
