using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>What the user means by a line that was typed.</summary>
internal abstract record Intent
{
    private Intent()
    {
    }

    /// <summary>Say this to everyone; outside of a room, the answer to what was asked.</summary>
    public sealed record Say(string Text) : Intent;

    /// <summary>Ask the room for this.</summary>
    public sealed record Ask(ClientMessage Wish) : Intent;

    /// <summary>Share this file with everyone, or with one person.</summary>
    public sealed record ShareFile(string Path, string? To = null) : Intent;

    /// <summary>Fetch the newest file of that name, or of all when it is empty.</summary>
    public sealed record SaveFile(string Name) : Intent;

    /// <summary>Break off the files that are on their way.</summary>
    public sealed record CancelFiles : Intent;

    /// <summary>Show this, which is about what can be typed.</summary>
    public sealed record Help(string About) : Intent;

    /// <summary>Enter this room as well.</summary>
    public sealed record Join(string Room) : Intent;

    /// <summary>Leave the room.</summary>
    public sealed record LeaveRoom : Intent;

    /// <summary>Go to the room of this number; null for the next one.</summary>
    public sealed record GoTo(int? Number) : Intent;

    /// <summary>Fold a part of the screen away, or in again.</summary>
    public sealed record Fold(Foldable What) : Intent;

    /// <summary>Show the rooms nearby.</summary>
    public sealed record ShowRooms : Intent;

    /// <summary>Show the room's notice once more.</summary>
    public sealed record ShowNotice : Intent;

    /// <summary>Look for this in the talk; null to go on with the search before.</summary>
    public sealed record Search(string? Text) : Intent;

    /// <summary>Look for this in the whole history of a room.</summary>
    public sealed record SearchHistory(SearchWords Words) : Intent;

    /// <summary>Go on with the search of the history.</summary>
    public sealed record SearchOn : Intent;

    /// <summary>Go to the one of this number that was found.</summary>
    public sealed record ShowFound(int Number) : Intent;

    /// <summary>Go back so many pages in the talk; null to its beginning.</summary>
    public sealed record Scroll(int? Pages) : Intent;

    /// <summary>Leave the program.</summary>
    public sealed record Quit : Intent;

    /// <summary>Nothing that can be done.</summary>
    public sealed record Mistake(string Why) : Intent;
}
