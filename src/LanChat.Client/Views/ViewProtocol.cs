using Akka.Actor;
using LanChat.Client.Terminal;
using LanChat.Client.Transfers;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Views;

/// <summary>What a <see cref="ViewActor"/> is told to show, and what it tells of the user. Any text is safe to show.</summary>
internal static class ViewProtocol
{
    /// <summary>The window rooms are chosen in; it is always there.</summary>
    public const int JoinPrompt = 0;

    /// <summary>What the user wants; answered with <see cref="InputHandled"/>, and until then no key counts.</summary>
    public interface IUserInput;

    /// <summary>Show this in that window; passed over when it is there no more. What is told by itself is shown in the window in sight.</summary>
    public sealed record In(int Window, object Shown);

    /// <summary>Show these windows, which the user knows by their numbers, and that one of them, or the choice, in sight.</summary>
    public sealed record ShowWindows(IReadOnlyList<(int Id, int Number)> Windows, int Active);

    /// <summary>Look for this in the talk of the window in sight; null to go on where the search before ended.</summary>
    public sealed record Search(string? Text);

    /// <summary>Go so many pages back from the end of the talk of the window in sight; null to its beginning.</summary>
    public sealed record Scroll(int? Pages);

    /// <summary>Fold this away, or in again.</summary>
    public sealed record Fold(Foldable What);

    /// <summary>What the user wanted is done or refused: what was pressed meanwhile is taken up.</summary>
    public sealed record InputHandled
    {
        public static readonly InputHandled Instance = new();
    }

    /// <summary>Show this before what is being typed; <paramref name="IsQuestion"/> where what is typed is the answer to it.</summary>
    public sealed record Prompt(string Text, bool IsQuestion = false);

    /// <summary>These rooms are near; show them to choose one from, with their numbers and addresses, or beside the talk.</summary>
    public sealed record ShowRooms(IReadOnlyList<ListedRoom> Rooms, bool IsChoosing);

    /// <summary>Show where the user is; null for nowhere.</summary>
    public sealed record ShowPlace(Place? Place);

    /// <summary>These are in the room: show them beside the talk, and complete their names where a private word begins.</summary>
    public sealed record ShowPresent(IReadOnlyList<string> Names)
    {
        /// <summary>Those of them who are away.</summary>
        public IReadOnlyList<string> Away { get; init; } = [];
    }

    /// <summary>Show that a room was entered.</summary>
    public sealed record ShowEntered(string Room, string Address, string Nickname);

    /// <summary>Show a message; <paramref name="Own"/> is one's own, one that is <paramref name="ForMe"/> names this user or is private.</summary>
    public sealed record ShowMessage(ChatMessage Message, bool Own, bool ForMe = false);

    /// <summary>
    /// Show that something was said here that is not shown, or of one that is shown already show this: when the user comes to it, it is told with
    /// <see cref="GapReached"/>.
    /// </summary>
    public sealed record ShowGap(long Gap, string Text);

    /// <summary>The numbers of what was shown so far mean nothing any more: another history has begun.</summary>
    public sealed record DropMessageIds
    {
        public static readonly DropMessageIds Instance = new();
    }

    /// <summary>These were said where it stands, the last of them right below; then show this there, or nothing any more.</summary>
    public sealed record FillGap(long Gap, IReadOnlyList<ShowMessage> Messages, string? Left)
    {
        /// <summary>What is shown there where nothing is missing any more, because there is nothing; null for nothing.</summary>
        public string? End { get; init; }
    }

    /// <summary>The user has gone back to where something is not shown; below it stands that message.</summary>
    public sealed record GapReached(int Window, long Gap, long Before);

    /// <summary>Show, below the talk, that these lines wait to be said; in place of those that did before.</summary>
    /// <param name="Lines">As they were typed.</param>
    /// <param name="InWords">What is new about it, where nothing can stand below the talk.</param>
    public sealed record ShowWaiting(IReadOnlyList<string> Lines, string? InWords = null);

    /// <summary>Show, below the talk, that these files are on their way; in place of those that were before.</summary>
    /// <param name="Transfers">How they stand.</param>
    /// <param name="InWords">What is new about it, where nothing can stand below the talk.</param>
    public sealed record ShowTransfers(IReadOnlyList<Transfer> Transfers, string? InWords = null);

    /// <summary>This was said to the user just now, in that room: call them if they look elsewhere.</summary>
    public sealed record Call(string Room, string Text);

    /// <summary>Show the room's notice, and keep it in sight.</summary>
    public sealed record ShowNotice(string Text);

    /// <summary>Show who is here: these, of so many.</summary>
    public sealed record ShowMembers(IReadOnlyList<string> Nicknames, int Total);

    /// <summary>Show what can be typed and pressed, over the talk, until the user has read it.</summary>
    public sealed record ShowHelp(string Text);

    /// <summary>Show what was found, over the talk, newest first: choosing one of them is to type <c>/show</c> and its number, which counts from 1.</summary>
    /// <param name="Head">What it is.</param>
    /// <param name="Lines">A line for each.</param>
    /// <param name="End">Whether there is more.</param>
    public sealed record ShowFound(string Head, IReadOnlyList<string> Lines, string End)
    {
        /// <summary>Which of them was not shown before, as an index.</summary>
        public int FirstNew { get; init; }

        /// <summary>Whether <c>/more</c> may find more.</summary>
        public bool HasMore { get; init; }
    }

    /// <summary>Bring this message in sight, in its place in the talk.</summary>
    /// <param name="Id">Its number.</param>
    /// <param name="Around">What was said around it, oldest first, it among it.</param>
    /// <param name="Text">What was looked for; may be empty.</param>
    public sealed record GoTo(long Id, IReadOnlyList<ShowMessage> Around, string Text)
    {
        /// <summary>If not all is shown between these and what follows: what that is called, and what is shown of it.</summary>
        public (long Gap, string Text)? Behind { get; init; }
    }

    /// <summary>This was not sent: what was typed is put back to be typed on, where nothing else is being typed.</summary>
    public sealed record RestoreInput(string Typed);

    /// <summary>What was asked before is answered: nothing that was said about it is shown any more.</summary>
    public sealed record Clear
    {
        public static readonly Clear Instance = new();
    }

    /// <summary>Show a word of the program itself.</summary>
    public sealed record ShowRemark(string Text);

    /// <summary>Show that something is not as it should be.</summary>
    public sealed record ShowProblem(string Text);

    /// <summary>When all that came before is on the screen, tell this to that actor: so it goes no faster than the terminal.</summary>
    public sealed record WhenShown(IActorRef Who, object What);

    /// <summary>Show all that is still to be shown, leave the screen in order, and say <see cref="Closed"/>.</summary>
    public sealed record Close
    {
        public static readonly Close Instance = new();
    }

    /// <summary>The user entered a text, which may have several lines, in the window in sight.</summary>
    public sealed record LineEntered(string Text) : IUserInput;

    /// <summary>The user wants to see the room of this number; 0 is where rooms are chosen.</summary>
    public sealed record SwitchTo(int Number) : IUserInput;

    /// <summary>The user wants to see a room so many further on, or back.</summary>
    public sealed record SwitchBy(int Step) : IUserInput;

    /// <summary>The user wants to go back to where they were.</summary>
    public sealed record Back : IUserInput
    {
        public static readonly Back Instance = new();
    }

    /// <summary>The user wants to leave.</summary>
    public sealed record Interrupted
    {
        public static readonly Interrupted Instance = new();
    }

    /// <summary>The screen is left as it should be.</summary>
    public sealed record Closed
    {
        public static readonly Closed Instance = new();
    }
}
