import { byId } from "./dom.js";

/** What stands at the sides of a wide screen slides in on a narrow one: one at a time, and away with Escape, Back or a touch beside it. */
export class Drawers {
  #shade = byId("shade", HTMLElement);
  #pairs = [
    { side: byId("places", HTMLElement), opener: byId("open-places", HTMLButtonElement) },
    { side: byId("people", HTMLElement), opener: byId("open-people", HTMLButtonElement) },
  ];

  /**
   * @param {import("../room/room.js").Room} room
   * @param {import("./layers.js").Layers} layers
   */
  constructor(room, layers) {
    this.layers = layers;
    for (const pair of this.#pairs) pair.opener.onclick = () => this.#open(pair);
    this.#shade.onclick = () => this.close();
    room.shownChanged.on(() => this.close());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) this.close();
    });
  }

  /** Shows the conversations and the rooms nearby. */
  openPlaces() {
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
    this.layers.closed("drawer");
  }

  /** @param {{ side: HTMLElement, opener: HTMLButtonElement }} pair */
  #open({ side, opener }) {
    this.close();
    const isNarrow = getComputedStyle(opener).display !== "none";
    if (isNarrow) {
      side.classList.add("open");
      opener.setAttribute("aria-expanded", "true");
      this.#shade.hidden = false;
      this.layers.open("drawer", () => this.close());
    }

    /** @type {HTMLElement | null} */ (side.querySelector("button, a, select"))?.focus();
  }
}
