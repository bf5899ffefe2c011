import { Account } from "./room/account.js";
import { Readers } from "./room/readers.js";
import { ReadPositions } from "./room/readPositions.js";
import { AccountFile } from "./view/accountFile.js";
import { DeleteAccountDialog } from "./view/deleteAccountDialog.js";
import { DevicesDialog } from "./view/devicesDialog.js";
import { ReadersLine } from "./view/readersLine.js";
import { ReadReceipts } from "./view/readReceipts.js";

/**
 * Connects what belongs to the user's account: devices, what was read, and the account itself.
 * @param {import("./wire/session.js").Session} session
 * @param {import("./room/room.js").Room} room
 * @param {import("./room/serverRooms.js").ServerRooms} rooms
 * @param {{
 *   overlays: import("./view/overlays.js").Overlays,
 *   announcer: import("./view/announcer.js").Announcer,
 * }} views
 */
export function startAccountSession(session, room, rooms, { overlays, announcer }) {
  const positions = new ReadPositions(session, room, rooms);
  const readers = new Readers(session, room, positions);
  const account = new Account(session);
  const file = new AccountFile(account);
  const deletion = new DeleteAccountDialog(account, room, overlays);
  const devices = new DevicesDialog(session, room, overlays, {
    saveData: () => file.save(),
    askToDelete: () => deletion.open(),
  });
  new ReadReceipts(room, positions);
  /** @type {import("./composing/command.js").AccountActions} */
  const actions = {
    showDevices: (makesCode) => devices.open(makesCode),
    shareRead: (isOn) => positions.share(isOn),
    keepRead: (isOn) => positions.keep(isOn),
    askReaders: () => readers.ofNewest(),
    saveData: () => file.save(),
    delete: (nick) => account.delete(nick),
  };
  return { actions, devices, readersLine: new ReadersLine(readers, announcer) };
}
