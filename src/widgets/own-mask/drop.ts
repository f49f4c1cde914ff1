/**
 * A file that is dropped or pasted goes into the native field, as if it had been chosen there: one way in, and it works
 * before the figure's own code has come. Loads with the page, so it is kept this small.
 */
export function takeFiles(): void {
  const host = document.querySelector<HTMLElement & { wake?: () => void }>("live-figure[of=own-mask]");
  const place = host?.querySelector("[data-drop]");
  const field = host?.querySelector<HTMLInputElement>("input[type=file]");
  const take = (event: Event, files: FileList | undefined) => {
    place?.removeAttribute("data-over");
    if (!host || !field || !files || files.length === 0) return;
    event.preventDefault();
    field.files = files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    host.wake?.();
  };
  // The whole page takes the file: a near miss would otherwise leave the page for the picture.
  addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    place?.setAttribute("data-over", "");
  });
  addEventListener("dragleave", ({ relatedTarget }) => {
    if (relatedTarget === null) place?.removeAttribute("data-over");
  });
  addEventListener("drop", (event) => take(event, event.dataTransfer?.files));
  addEventListener("paste", (event) => take(event, event.clipboardData?.files));
}
