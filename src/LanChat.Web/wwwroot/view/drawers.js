import { byId } from "./dom.js";

/**
 * The side panels, which are drawers on a narrow screen: one at a time, closed by Escape, Back or a
 * tap beside it.
 */
export class Drawers {
  #shade = byId("shade", HTMLElement);
  #pairs = [
    { side: byId("places", HTMLElement), opener: byId("open-places", HTMLButtonElement) },
    { side: byId("people", HTMLElement), opener: byId("open-people", HTMLButtonElement) },
  ];

  /**
   * @param {import("../room/room.js").Room} room
   * @param {import("./overlays.js").Overlays} overlays
   */
  constructor(room, overlays) {
    this.overlays = overlays;
    for (const pair of this.#pairs) pair.opener.onclick = () => this.#open(pair);
    this.#shade.onclick = () => this.close();
    room.shownChanged.on(() => this.close());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) this.close();
    });
  }

  openConversationList() {
    this.#open(this.#pairs[0]);
  }

  close() {
    for (const { side, opener } of this.#pairs) {
      const hadFocus = side.classList.contains("open") && side.contains(document.activeElement);
      side.classList.remove("open");
      opener.setAttribute("aria-expanded", "false");
      if (hadFocus) opener.focus();
    }

    this.#shade.hidden = true;
    this.overlays.closed("drawer");
  }

  /** @param {{ side: HTMLElement, opener: HTMLButtonElement }} pair */
  #open({ side, opener }) {
    this.close();
    const isNarrow = getComputedStyle(opener).display !== "none";
    if (isNarrow) {
      side.classList.add("open");
      opener.setAttribute("aria-expanded", "true");
      this.#shade.hidden = false;
      this.overlays.open("drawer", () => this.close());
    }

    /** @type {HTMLElement | null} */ (side.querySelector("button, a, select"))?.focus();
  }
}
