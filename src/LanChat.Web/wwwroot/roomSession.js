import { Editing } from "./composing/editing.js";
import { MessageSender } from "./composing/messageSender.js";
import { OwnMessages } from "./composing/ownMessages.js";
import { Replying } from "./composing/replying.js";
import { startAccountSession } from "./accountSession.js";
import { fragmentOf } from "./address.js";
import { handOver } from "./passwordHandover.js";
import { History } from "./room/history.js";
import { PrivateHistory } from "./room/privateHistory.js";
import { nameKey } from "./room/names.js";
import { Room } from "./room/room.js";
import { problemIn, ServerRooms } from "./room/serverRooms.js";
import { languageChanged, t } from "./text/language.js";
import { handleFileInput } from "./uploads/fileInput.js";
import { Uploads } from "./uploads/uploads.js";
import { Announcer } from "./view/announcer.js";
import { Composer } from "./view/composer.js";
import { ConnectionBanner } from "./view/connectionBanner.js";
import { ConversationList, showNthConversation } from "./view/conversationList.js";
import { byId } from "./view/dom.js";
import { Drawers } from "./view/drawers.js";
import { EditingBar } from "./view/editingBar.js";
import { EmojiPicker } from "./view/emojiPicker.js";
import { EntryRequests } from "./view/entryRequests.js";
import { InvitationDialog } from "./view/invitation.js";
import { JoinsAndLeavesSwitch } from "./view/joinsAndLeavesSwitch.js";
import { MemberList } from "./view/memberList.js";
import { MessageActions } from "./view/messageActions.js";
import { MessageMenu } from "./view/messageMenu.js";
import { NearbyRooms } from "./view/nearbyRooms.js";
import { NewRoomForm } from "./view/newRoomForm.js";
import { Notifications } from "./view/notifications.js";
import { Originals } from "./view/originals.js";
import { Overlays } from "./view/overlays.js";
import { Question } from "./view/question.js";
import { RoleDialog } from "./view/roleDialog.js";
import { RoomSettingsForm } from "./view/roomSettingsForm.js";
import { SearchView } from "./view/search.js";
import { SendPreview } from "./view/sendPreview.js";
import { ServerRoomList } from "./view/serverRoomList.js";
import { handleShortcuts } from "./view/shortcuts.js";
import { TranscriptView } from "./view/transcript.js";
import { Code } from "./wire/frames.js";

/**
 * Connects session, room, views and uploads.
 * @param {import("./wire/session.js").Session} session
 * @param {() => void} leave
 */
export function startRoomSession(session, leave) {
  const room = new Room();
  session.received.on((received) => room.handle(received));

  const rooms = new ServerRooms(session, room);
  const history = new History(session, room);
  const privateHistory = new PrivateHistory(session, room);
  const overlays = new Overlays();
  const announcer = new Announcer(room);
  const account = startAccountSession(session, room, rooms, { overlays, announcer });
  const question = new Question();
  const joinsAndLeaves = new JoinsAndLeavesSwitch();
  const transcript = new TranscriptView(room, session, { history, privateHistory }, {
    showsJoinsAndLeaves: () => joinsAndLeaves.areShown,
    restore,
    askReaders: (id, body) => account.readersLine.show(id, body),
    showOriginal: (id) => originals.show(id),
  });
  const originals = new Originals(transcript, announcer);
  joinsAndLeaves.changed.on(() => transcript.show());
  const conversationList = new ConversationList(room, session, rooms);
  const roomList = new ServerRoomList(room, rooms, leaveFor);
  const roles = new RoleDialog(session, room, overlays);
  const memberList = new MemberList(room, (name) => roles.open(name));
  const invitation = new InvitationDialog(session, room, overlays);
  new RoomSettingsForm(session, room, rooms, overlays);
  new NewRoomForm(rooms, overlays, enterRoom);
  new EntryRequests(session, room);
  const drawers = new Drawers(room, overlays);
  const search = new SearchView(room, { history, privateHistory }, transcript, overlays);
  const editing = new Editing(room, new OwnMessages(session, room));
  const replying = new Replying(room, editing);
  const sender = new MessageSender(session, room, editing, replying, {
    askRecipient,
    search: (text) => search.open(text),
    chooseFile: () => byId("file", HTMLInputElement).click(),
    showRooms: () => drawers.openConversationList(),
    goTo: (number) => showNthConversation(room, number),
    scroll: (toTop) => (toTop ? transcript.goToTop() : transcript.goToEnd()),
    leave: askAndLeave,
    listRooms,
    enterRoom,
    openRoom,
    invite: (request) => invitation.invite(request),
    archive: askAndArchive,
    claimServer,
    account: account.actions,
  });
  const composer = new Composer(room, editing, replying, (text) => sender.submit(text));
  new EditingBar(room, editing, replying);
  const actions = new MessageActions(editing, replying, { question, announcer, composer });
  new MessageMenu(transcript.blocks, actions, overlays);
  const uploads = new Uploads(room, (to, text) => sender.sendTo(to, text));
  const banner = new ConnectionBanner(session);
  new EmojiPicker((emoji) => composer.insert(emoji), overlays);
  new Notifications(room);
  const preview = new SendPreview(
    room,
    (files, to, caption) => uploads.send(files, to, caption),
    overlays);
  handleFileInput(room, uploads, preview);
  handleShortcuts(transcript, search);
  new NearbyRooms(room).poll();
  byId("leave", HTMLButtonElement).onclick = askAndLeave;
  room.shownChanged.on(() => {
    if (matchMedia("(hover: hover)").matches && !search.hasFocus) composer.focus();
  });
  languageChanged.on(() => {
    for (const view of [conversationList, roomList, memberList]) view.draw();
    transcript.show();
    composer.describe();
  });
  return { room, composer, banner, claimServer, offerToLink };

  /**
   * @param {string} name
   * @param {(isPrivate: boolean) => void} decide
   */
  function askRecipient(name, decide) {
    const answer = (/** @type {boolean} */ isPrivate) => () => {
      composer.clear();
      decide(isPrivate);
      composer.focus();
    };
    const answers = [
      { label: t("onlyTo", name), press: answer(true) },
      { label: t("toEveryone"), press: answer(false) },
    ];
    question.ask(t("whomFor", name), answers, () => composer.focus());
  }

  function askAndLeave() {
    const hasUnsent = composer.hasDrafts || session.outbox.unsentMessages.length > 0;
    if (!hasUnsent && !uploads.isUploading) return leave();
    drawers.close();
    const focusComposer = () => composer.focus();
    const answers = [
      { label: t("stayHere"), press: focusComposer },
      { label: t("leaveAnyway"), press: leave },
    ];
    question.ask(t("leaveUnsent"), answers, focusComposer);
  }

  /**
   * Leaves this room for another one. Drafts and unsent messages stay; an upload would end.
   * @param {() => void} go
   */
  function leaveFor(go) {
    if (!uploads.isUploading) return go();
    drawers.close();
    const focusComposer = () => composer.focus();
    const answers = [
      { label: t("stayHere"), press: focusComposer },
      { label: t("leaveAnyway"), press: go },
    ];
    question.ask(t("leaveUploading"), answers, focusComposer);
  }

  /**
   * @param {string} name
   * @param {string} [password]
   */
  function enterRoom(name, password) {
    const known = rooms.find(name);
    if (known && rooms.isCurrent(known)) return room.showConversation(null);
    const fragment = known ? rooms.fragmentOf(known) : fragmentOf(nameKey(name));
    leaveFor(() => {
      if (password !== undefined) handOver(known?.lobby ? undefined : nameKey(name), password);
      location.assign(fragment);
    });
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} settings
   */
  async function openRoom(name, settings) {
    const problem = await rooms.open(name, settings);
    if (problem === undefined) enterRoom(name);
    else room.addNote(problem);
  }

  function listRooms() {
    const lines = rooms.all.map(({ name, members, topic }) => (
      [name, t("people", members), topic].filter(Boolean).join(" · ")));
    room.addNote(lines.join("\n"));
  }

  /** @param {string} code */
  async function claimServer(code) {
    const answer = await session.ask({ own: code });
    const needsKey = answer?.code === Code.error && answer.data.error === "no-key";
    room.addNote(needsKey ? t("ownNeedsKey") : problemIn(answer) ?? t("ownsServer"));
  }

  /**
   * The nickname may be the user's own on another device.
   * @param {string} wanted
   * @param {string} given
   */
  function offerToLink(wanted, given) {
    if (!room.hasAccount) return;
    const answers = [
      { label: t("stayAs", given), press: () => composer.focus() },
      { label: t("thatIsMe"), press: () => account.devices.openForCode() },
    ];
    question.ask(t("isItYou", wanted), answers, () => composer.focus());
  }

  function askAndArchive() {
    const focusComposer = () => composer.focus();
    const answers = [
      { label: t("keepRoom"), press: focusComposer },
      { label: t("archive"), press: archive },
    ];
    question.ask(t("archiveQuestion", room.welcome?.room ?? ""), answers, focusComposer);
  }

  async function archive() {
    const problem = problemIn(await session.ask({ archive: true }));
    if (problem !== undefined) room.addNote(problem);
  }

  /**
   * Restores an unsent message as a draft, if it was not sent meanwhile.
   * @param {import("./wire/outbox.js").OutgoingRequest} outgoing
   */
  function restore(outgoing) {
    if (!session.outbox.withdraw(outgoing)?.message) return;
    if (outgoing.message && !editing.resume(outgoing)) composer.restore(outgoing.message);
    session.outboxChanged.emit();
    composer.focus();
  }
}
