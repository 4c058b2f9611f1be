// On the demo's sign-in page: a button fills in the name and the password and signs in.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-username]");
  if (button) {
    const form = document.querySelector("form[data-sign-in]");
    form.username.value = button.dataset.username;
    form.password.value = button.dataset.password;
    form.requestSubmit();
  }
});
