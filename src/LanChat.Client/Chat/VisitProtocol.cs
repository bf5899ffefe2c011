using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>What a <see cref="VisitActor"/> is told by the visitor, and what it tells.</summary>
internal static class VisitProtocol
{
    /// <summary>Ask the room for this; <paramref name="Typed"/> is how the user put it.</summary>
    public sealed record Ask(ClientMessage Message, string Typed);

    /// <summary>
    /// Say this to everyone, or take it for the answer to what was asked; <paramref name="Typed"/>
    /// is how the user put it.
    /// </summary>
    public sealed record Say(string Text, string Typed);

    /// <summary>What was asked last is not answered, and nothing of it done.</summary>
    public sealed record TakeBack
    {
        public static readonly TakeBack Instance = new();
    }

    /// <summary>
    /// Share this file with everyone, or with one person; <paramref name="Typed"/> is how the user
    /// put it.
    /// </summary>
    public sealed record ShareFile(string Path, string? To, string Typed);

    /// <summary>
    /// Fetch the newest file of that name, or of all when it is empty, into the folder the program
    /// was started in.
    /// </summary>
    public sealed record SaveFile(string Name, string Typed);

    /// <summary>Break off the files that are on their way.</summary>
    public sealed record CancelFiles
    {
        public static readonly CancelFiles Instance = new();
    }

    /// <summary>Show the room's notice once more.</summary>
    public sealed record ShowNotice
    {
        public static readonly ShowNotice Instance = new();
    }

    /// <summary>
    /// The user looks at where something of the talk is not shown: fetch some of it, before that
    /// message.
    /// </summary>
    public sealed record FillHole(long Hole, long Before);

    /// <summary>
    /// Look for this in the whole history of the room; <paramref name="Typed"/> is how the user put
    /// it, empty if they did not ask for that.
    /// </summary>
    public sealed record Search(SearchWords Words, string Typed);

    /// <summary>Go on with that search.</summary>
    public sealed record SearchOn(string Typed);

    /// <summary>Go to the one of this number that was found.</summary>
    public sealed record ShowFound(int Number, string Typed);

    /// <summary>
    /// Leave the room; nothing more is shown of it. Answered with <see cref="Ended"/>, when nothing
    /// is under way any more.
    /// </summary>
    public sealed record Leave
    {
        public static readonly Leave Instance = new();
    }

    /// <summary>The room is entered, and this is which history it has.</summary>
    public sealed record Entered(string Log);

    /// <summary>The user is called this from now on.</summary>
    public sealed record Renamed(string Nickname);

    /// <summary>The visit is over, the actor stops.</summary>
    /// <param name="Refusal">Why the room does not let this user in; null when it was left.</param>
    /// <param name="Complaints">What is not said, or may not be: sentences for the user.</param>
    public sealed record Ended(Refusal? Refusal, IReadOnlyList<string> Complaints);
}
