using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>A parsed line of input.</summary>
internal abstract record UserCommand
{
    private UserCommand()
    {
    }

    /// <summary>Send a message to everyone; at the join prompt, answer the question.</summary>
    public sealed record Say(string Text) : UserCommand;

    /// <summary>Send a request to the room.</summary>
    public sealed record Send(ClientMessage Request) : UserCommand;

    /// <summary>Share a file with everyone, or with one member.</summary>
    public sealed record ShareFile(string Path, string? To = null) : UserCommand;

    /// <summary>
    /// Save the newest shared file with that name, or the newest of all if it is empty.
    /// </summary>
    public sealed record SaveFile(string Name) : UserCommand;

    /// <summary>Cancel all transfers.</summary>
    public sealed record CancelFiles : UserCommand;

    /// <summary>Show help on this command; null for all of it.</summary>
    public sealed record Help(string? Topic) : UserCommand;

    /// <summary>Join another room.</summary>
    public sealed record Join(string Room, string? Password = null) : UserCommand;

    /// <summary>Leave the room.</summary>
    public sealed record LeaveRoom : UserCommand;

    /// <summary>Switch to the window with this number; null for the next one.</summary>
    public sealed record GoTo(int? Number) : UserCommand;

    /// <summary>Hide or show a part of the screen.</summary>
    public sealed record Fold(Foldable What) : UserCommand;

    /// <summary>Show the join prompt with the rooms nearby.</summary>
    public sealed record ShowRooms : UserCommand;

    /// <summary>Show the room's notice again.</summary>
    public sealed record ShowNotice : UserCommand;

    /// <summary>Show the room's topic.</summary>
    public sealed record ShowTopic : UserCommand;

    /// <summary>Show the room's settings.</summary>
    public sealed record ShowSettings : UserCommand;

    /// <summary>Search the transcript; null continues the last search.</summary>
    public sealed record SearchTranscript(string? Text) : UserCommand;

    /// <summary>Search a room's history.</summary>
    public sealed record SearchHistory(SearchQuery Query) : UserCommand;

    /// <summary>Request more results of the history search.</summary>
    public sealed record ContinueSearch : UserCommand;

    /// <summary>Show the search result with this number.</summary>
    public sealed record ShowResult(int Number) : UserCommand;

    /// <summary>Scroll back that many pages; null for the beginning.</summary>
    public sealed record Scroll(int? Pages) : UserCommand;

    /// <summary>Exit the program.</summary>
    public sealed record Quit : UserCommand;

    /// <summary>An invalid line.</summary>
    public sealed record Invalid(string Reason) : UserCommand;
}
