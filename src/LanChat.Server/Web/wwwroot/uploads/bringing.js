import { byId } from "../view/dom.js";

/**
 * The ways a file comes to the page: chosen, dropped, pasted.
 * @param {import("../room/room.js").Room} room
 * @param {import("./uploads.js").Uploads} uploads
 */
export function takeFiles(room, uploads) {
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
    if (bringsFiles(event)) drop.hidden = false;
  });
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) drop.hidden = true;
  });
  addEventListener("drop", (event) => {
    drop.hidden = true;
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (bringsFiles(event)) uploads.send([...event.dataTransfer.files]);
  });
  byId("words", HTMLTextAreaElement).addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    // What an office program copies is text and its picture: then the text is meant.
    if (files.length === 0 || room.welcome?.files === undefined || event.clipboardData?.types.includes("text/plain")) return;
    event.preventDefault();
    uploads.send(files);
  });
}
