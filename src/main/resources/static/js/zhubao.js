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

  // The first problem of a refused form gets the focus.
  document.querySelector(".problems")?.focus();
})();
