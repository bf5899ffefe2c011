import { t } from "../text/language.js";
import { byId } from "../view/dom.js";

/**
 * Handles files from the file picker, drag and drop, and paste. Dropped and pasted files are
 * previewed before they are sent.
 * @param {import("../room/room.js").Room} room
 * @param {import("./uploads.js").Uploads} uploads
 * @param {import("../view/sendPreview.js").SendPreview} preview
 */
export function handleFileInput(room, uploads, preview) {
  const fileField = byId("file", HTMLInputElement);
  const chooseButton = byId("choose-file", HTMLButtonElement);
  const drop = byId("drop", HTMLElement);
  const hasFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files");

  room.changed.on(() => (chooseButton.hidden = room.welcome?.files === undefined));
  chooseButton.onclick = () => fileField.click();
  fileField.onchange = () => {
    uploads.send([...(fileField.files ?? [])]);
    fileField.value = "";
  };
  addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    if (!room.welcome?.files) return;
    const { name } = room.shown;
    const label = name === null ? t("dropToAll", room.welcome.room) : t("dropToOne", name);
    byId("drop-to", HTMLElement).textContent = label;
    drop.hidden = false;
  });
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) drop.hidden = true;
  });
  addEventListener("drop", (event) => {
    drop.hidden = true;
    if (!hasFiles(event)) return;
    event.preventDefault();
    if (room.welcome?.files) preview.show([...(event.dataTransfer?.files ?? [])]);
  });
  byId("words", HTMLTextAreaElement).addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    // Office programs copy text together with a picture of it; the text is meant.
    if (event.clipboardData?.types.includes("text/plain")) return;
    if (files.length === 0 || room.welcome?.files === undefined) return;
    event.preventDefault();
    preview.show(files);
  });
}
