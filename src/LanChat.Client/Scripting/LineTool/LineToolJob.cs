using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Client.Scripting.LineTool;

/// <summary>Parameters of one run of the line tool.</summary>
/// <param name="Room">The room.</param>
/// <param name="Nick">Nickname to join by.</param>
/// <param name="Input">UTF-8 lines to send.</param>
/// <param name="Output">Prints the messages of others.</param>
/// <param name="Errors">Prints everything else.</param>
/// <param name="Exit">Receives the exit code.</param>
internal sealed record LineToolJob(
    RoomAddress Room, Nick Nick, Stream Input, TextWriter Output, TextWriter Errors, TaskCompletionSource<int> Exit)
{
    /// <summary>Text to send as one message before the input; null for none.</summary>
    public string? Text { get; init; }

    /// <summary>Nickname of the only recipient; null for everyone.</summary>
    public string? To { get; init; }

    /// <summary>
    /// A run over standard input and output. Throws if a parameter is missing, because it cannot
    /// ask for it.
    /// </summary>
    public static LineToolJob Of(RoomAddress? room, Nick? nick, TaskCompletionSource<int> exit) => new(
        room ?? throw new SettingsException(LineToolTexts.AddressNeeded),
        nick ?? throw new SettingsException(ClientTexts.NickNeeded),
        Console.OpenStandardInput(),
        new StreamWriter(Console.OpenStandardOutput()),
        Console.Error,
        exit);
}
