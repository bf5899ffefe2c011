import { t } from "../text/language.js";
import { byId } from "../view/dom.js";

/**
 * The ways a file comes to the page: chosen, dropped, pasted. What was not chosen from a list is shown before it goes out.
 * @param {import("../room/room.js").Room} room
 * @param {import("./uploads.js").Uploads} uploads
 * @param {import("../view/sendPreview.js").SendPreview} preview
 */
export function takeFiles(room, uploads, preview) {
  const field = byId("file", HTMLInputElement);
  const chooser = byId("choose-file", HTMLButtonElement);
  const drop = byId("drop", HTMLElement);
  const bringsFiles = (/** @type {DragEvent} */ event) => room.welcome?.files !== undefined && event.dataTransfer?.types.includes("Files");

  room.changed.on(() => (chooser.hidden = room.welcome?.files === undefined));
  chooser.onclick = () => field.click();
  field.onchange = () => {
    uploads.send([...(field.files ?? [])]);
    field.value = "";
  };
  addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    if (!bringsFiles(event)) return;
    const { name } = room.shown;
    byId("drop-to", HTMLElement).textContent = name === null ? t("dropToAll", room.welcome?.room ?? "") : t("dropToOne", name);
    drop.hidden = false;
  });
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) drop.hidden = true;
  });
  addEventListener("drop", (event) => {
    drop.hidden = true;
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (bringsFiles(event)) preview.show([...event.dataTransfer.files]);
  });
  byId("words", HTMLTextAreaElement).addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    // What an office program copies is text and its picture: then the text is meant.
    if (files.length === 0 || room.welcome?.files === undefined || event.clipboardData?.types.includes("text/plain")) return;
    event.preventDefault();
    preview.show(files);
  });
}
