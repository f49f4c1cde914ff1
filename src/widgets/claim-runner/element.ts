/** All of it that loads with the page: Run buttons come alive, and the first press fetches the code that runs. */
const buttons = () => document.querySelectorAll<HTMLButtonElement>("button[data-run]");

for (const button of buttons()) button.disabled = false;

document.addEventListener("click", async ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>("button[data-run]") : null;
  if (!button) return;
  const held = document.activeElement === button;
  button.disabled = true;
  try {
    const { openRunner } = await import("./runner.ts");
    await openRunner(button);
  } catch {
    button.after(
      Object.assign(document.createElement("span"), {
        textContent: " The code could not be loaded. Press again.",
      }),
    );
  } finally {
    button.disabled = false;
    // A button that rests loses the keyboard; it has it back, unless the reader has gone on.
    if (held && document.activeElement === document.body) button.focus({ preventScroll: true });
  }
});
