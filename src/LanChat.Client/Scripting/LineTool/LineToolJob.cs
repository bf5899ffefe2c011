using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Client.Scripting.LineTool;

/// <summary>One run of the line tool.</summary>
/// <param name="Server">The room.</param>
/// <param name="Nick">The name to enter by.</param>
/// <param name="Input">What is to be said, UTF-8 lines.</param>
/// <param name="Output">Where what others say is printed.</param>
/// <param name="Errors">Where everything else is told.</param>
/// <param name="Exit">Is given the code to exit with.</param>
internal sealed record LineToolJob(
    ServerAddress Server, Nick Nick, Stream Input, TextWriter Output, TextWriter Errors, TaskCompletionSource<int> Exit)
{
    /// <summary>Is said whole, before the input; null: nothing is.</summary>
    public string? Text { get; init; }

    /// <summary>Who alone is told all of it; null: it is said to everyone.</summary>
    public string? To { get; init; }

    /// <summary>
    /// The run over standard input and output; throws what is missing, for nobody is there to be
    /// asked.
    /// </summary>
    public static LineToolJob Of(ServerAddress? server, Nick? nick, TaskCompletionSource<int> exit) => new(
        server ?? throw new SettingsException(LineToolTexts.AddressNeeded),
        nick ?? throw new SettingsException(ClientTexts.NickNeeded),
        Console.OpenStandardInput(),
        new StreamWriter(Console.OpenStandardOutput()),
        Console.Error,
        exit);
}
