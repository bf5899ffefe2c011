const DELAY = 500;
const MAX_MOVE = 10;

/**
 * Tells of a finger that stays where it is. Links keep the menu of the browser. A press is no click
 * when the finger is lifted.
 */
export class LongPress {
  /** @type {number | undefined} */
  #timer;
  #start = { x: 0, y: 0 };
  #hasFired = false;

  /**
   * @param {HTMLElement} area
   * @param {(target: EventTarget | null, x: number, y: number) => void} press
   */
  constructor(area, press) {
    area.addEventListener("pointerdown", ({ target, pointerType, isPrimary, clientX: x, clientY: y }) => {
      clearTimeout(this.#timer);
      this.#hasFired = false;
      const isInUse = target instanceof Element && target.closest("a, button, summary") !== null;
      if (pointerType !== "touch" || !isPrimary || isInUse) return;
      this.#start = { x, y };
      this.#timer = setTimeout(() => {
        this.#hasFired = true;
        press(target, x, y);
      }, DELAY);
    });
    area.addEventListener("pointermove", ({ clientX: x, clientY: y }) => {
      if (Math.hypot(x - this.#start.x, y - this.#start.y) > MAX_MOVE) clearTimeout(this.#timer);
    });
    for (const end of ["pointerup", "pointercancel"]) area.addEventListener(end, () => clearTimeout(this.#timer));
    area.addEventListener("touchend", (event) => this.#hasFired && event.preventDefault());
  }
}
