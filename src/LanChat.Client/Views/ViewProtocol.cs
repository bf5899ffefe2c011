using Akka.Actor;
using LanChat.Client.Terminal;
using LanChat.Client.Transfers;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Views;

/// <summary>
/// Messages to and from a <see cref="ViewActor"/>. All texts are shown safely, whatever they
/// contain.
/// </summary>
internal static class ViewProtocol
{
    /// <summary>Id of the join prompt's window; it always exists.</summary>
    public const int JoinPrompt = 0;

    /// <summary>
    /// Input of the user. Answered with <see cref="InputHandled"/>; keys are held back until then.
    /// </summary>
    public interface IUserInput;

    /// <summary>
    /// Show this in that window; ignored if it is closed. Without this wrapper, a message is for
    /// the active window.
    /// </summary>
    public sealed record In(int Window, object Shown);

    /// <summary>
    /// Replace the list of windows, with the numbers shown to the user, and activate one of them or
    /// the join prompt.
    /// </summary>
    public sealed record ShowWindows(IReadOnlyList<(int Id, int Number)> Windows, int Active);

    /// <summary>
    /// Search the transcript of the active window; null continues the last search.
    /// </summary>
    public sealed record Search(string? Text);

    /// <summary>
    /// Scroll the active window that many pages back from the end; null for the beginning.
    /// </summary>
    public sealed record Scroll(int? Pages);

    /// <summary>Hide or show this part.</summary>
    public sealed record Fold(Foldable What);

    /// <summary>The input was handled: keys that were held back are processed.</summary>
    public sealed record InputHandled
    {
        public static readonly InputHandled Instance = new();
    }

    /// <summary>
    /// Show this before the input; <paramref name="IsQuestion"/> if the input answers it.
    /// </summary>
    public sealed record Prompt(string Text, bool IsQuestion = false)
    {
        /// <summary>Whether the answer must not be readable on the screen.</summary>
        public bool IsSecret { get; init; }
    }

    /// <summary>
    /// Show the rooms nearby: in the join prompt with numbers and addresses, otherwise beside the
    /// transcript.
    /// </summary>
    public sealed record ShowRooms(IReadOnlyList<ListedRoom> Rooms, bool IsChoosing)
    {
        /// <summary>Rooms of the server that the user is on, shown above the others.</summary>
        public IReadOnlyList<ServerRoom> ServerRooms { get; init; } = [];
    }

    /// <summary>Show the room and connection state in the status line; null for none.</summary>
    public sealed record ShowPlace(Place? Place);

    /// <summary>Show the member list; the nicknames are also used for completion.</summary>
    public sealed record ShowPresent(IReadOnlyList<string> Names)
    {
        /// <summary>The members who are away.</summary>
        public IReadOnlyList<string> Away { get; init; } = [];

        /// <summary>The members whose nicknames belong to their accounts.</summary>
        public IReadOnlyList<string> Owners { get; init; } = [];
    }

    /// <summary>The messages of a window were read on another device.</summary>
    public sealed record MarkRead
    {
        public static readonly MarkRead Instance = new();
    }

    /// <summary>What the user may do; decides which commands are completed.</summary>
    public sealed record ShowPermissions(RoomPermissions Permissions);

    /// <summary>Show that a room was joined.</summary>
    public sealed record ShowEntered(string Room, string Address, string Nickname);

    /// <summary>
    /// Show a message; <paramref name="Own"/> if the user sent it, <paramref name="ForMe"/> if it
    /// mentions the user or is private.
    /// </summary>
    public sealed record ShowMessage(ChatMessage Message, bool Own, bool ForMe = false);

    /// <summary>
    /// Show a history gap, or another text for a gap that is shown. Reported with <see
    /// cref="GapReached"/> when the user scrolls to it.
    /// </summary>
    public sealed record ShowGap(long Gap, string Text);

    /// <summary>Drop the ids of all messages shown so far: the room has a new history.</summary>
    public sealed record DropMessageIds
    {
        public static readonly DropMessageIds Instance = new();
    }

    /// <summary>
    /// Insert these messages at a gap; then show the remaining gap with this text, or remove it.
    /// </summary>
    public sealed record FillGap(long Gap, IReadOnlyList<ShowMessage> Messages, string? Left)
    {
        /// <summary>
        /// Shown in place of a closed gap at the beginning of the history; null for nothing.
        /// </summary>
        public string? End { get; init; }
    }

    /// <summary>
    /// The user has scrolled to a gap; <paramref name="Before"/> is the id of the message below it.
    /// </summary>
    public sealed record GapReached(int Window, long Gap, long Before);

    /// <summary>Replace the list of unsent messages below the transcript.</summary>
    /// <param name="Lines">The lines as typed.</param>
    /// <param name="InWords">The change as a sentence, for a view without such a list.</param>
    public sealed record ShowWaiting(IReadOnlyList<string> Lines, string? InWords = null);

    /// <summary>Replace the list of transfers below the transcript.</summary>
    /// <param name="Transfers">Their progress.</param>
    /// <param name="InWords">The change as a sentence, for a view without such a list.</param>
    public sealed record ShowTransfers(IReadOnlyList<Transfer> Transfers, string? InWords = null);

    /// <summary>
    /// Notify the user, unless the terminal has the focus: this was said to them in that room.
    /// </summary>
    public sealed record Call(string Room, string Text);

    /// <summary>Show the room's notice, and keep it visible.</summary>
    public sealed record ShowNotice(string Text);

    /// <summary>Show the member list in the transcript: these names, of a total.</summary>
    public sealed record ShowMembers(IReadOnlyList<string> Nicknames, int Total);

    /// <summary>Show help in an overlay.</summary>
    public sealed record ShowHelp(string Text);

    /// <summary>
    /// Show search results in an overlay, newest first. Choosing one enters <c>/show</c> and its
    /// number, counted from 1.
    /// </summary>
    /// <param name="Head">The title.</param>
    /// <param name="Lines">One line per result.</param>
    /// <param name="End">A sentence about whether there are more.</param>
    public sealed record ShowFound(string Head, IReadOnlyList<string> Lines, string End)
    {
        /// <summary>Index of the first result that was not shown before.</summary>
        public int FirstNew { get; init; }

        /// <summary>Whether <c>/more</c> may find more.</summary>
        public bool HasMore { get; init; }
    }

    /// <summary>Scroll to a message, at its place in the transcript.</summary>
    /// <param name="Id">Id of the message.</param>
    /// <param name="Around">The messages around it, oldest first, itself included.</param>
    /// <param name="Text">The searched text, to highlight; may be empty.</param>
    public sealed record GoTo(long Id, IReadOnlyList<ShowMessage> Around, string Text)
    {
        /// <summary>
        /// The gap between these messages and what follows, with its text; null if there is none.
        /// </summary>
        public (long Gap, string Text)? Behind { get; init; }
    }

    /// <summary>A line was not sent: put it back into the input, if that is empty.</summary>
    public sealed record RestoreInput(string Typed);

    /// <summary>
    /// Remove what was shown in this window: the question it was about is answered.
    /// </summary>
    public sealed record Clear
    {
        public static readonly Clear Instance = new();
    }

    /// <summary>Show a message of the program itself.</summary>
    public sealed record ShowRemark(string Text);

    /// <summary>Show the QR code of a text, on a screen that has room for it.</summary>
    public sealed record ShowQrCode(string Text);

    /// <summary>Show an error.</summary>
    public sealed record ShowProblem(string Text);

    /// <summary>
    /// Tell this to that actor after the next redraw: flow control, so that output is no faster
    /// than the terminal.
    /// </summary>
    public sealed record WhenShown(IActorRef Who, object What);

    /// <summary>
    /// Draw what is pending, restore the terminal, and answer <see cref="Closed"/>.
    /// </summary>
    public sealed record Close
    {
        public static readonly Close Instance = new();
    }

    /// <summary>The user entered a text, of one or several lines, in the active window.</summary>
    public sealed record LineEntered(string Text) : IUserInput
    {
        /// <summary>Id of the message whose new text it is; null for a new line.</summary>
        public long? Edits { get; init; }
    }

    /// <summary>The user switches to the room with this number; 0 is the join prompt.</summary>
    public sealed record SwitchTo(int Number) : IUserInput;

    /// <summary>The user switches that many rooms forward, or back if negative.</summary>
    public sealed record SwitchBy(int Step) : IUserInput;

    /// <summary>The user returns to the previous window.</summary>
    public sealed record Back : IUserInput
    {
        public static readonly Back Instance = new();
    }

    /// <summary>The user wants to leave.</summary>
    public sealed record Interrupted
    {
        public static readonly Interrupted Instance = new();
    }

    /// <summary>The terminal is restored.</summary>
    public sealed record Closed
    {
        public static readonly Closed Instance = new();
    }
}
