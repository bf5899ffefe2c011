using System.Globalization;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>The command that replies to a message.</summary>
internal static class ReplyCommands
{
    private const string Name = "re";

    public static CommandDefinition Re => new(Name, CommandTexts.Text, CommandTexts.Re, Parse);

    /// <summary>The line that replies to a message.</summary>
    public static string LineFor(long message, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"{Commands.Sign}{Name} {message} {text}");

    /// <summary>
    /// Whether it replies to the last message of somebody else, and there is none.
    /// </summary>
    public static bool LacksOriginal(this ClientMessage request, ChatMessage? last) =>
        last is null && request is (ClientMessage.Say { Re: 0 } or ClientMessage.Act { Re: 0 });

    /// <summary>The request with the id of that last message.</summary>
    public static ClientMessage To(this ClientMessage request, ChatMessage? last) => request switch
    {
        ClientMessage.Say { Re: 0 } say => say with { Re = last?.Id },
        ClientMessage.Act { Re: 0 } act => act with { Re = last?.Id },
        _ => request,
    };

    /// <summary>Parses a text, or the id of a message and a text.</summary>
    private static UserCommand Parse(string rest) =>
        rest.TrimStart().Split(' ', 2) is [var number, var text] && !string.IsNullOrWhiteSpace(text)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var message) && message > 0
            ? Reply(message, text)
            : Reply(0, rest);

    /// <summary>
    /// A line about a message, 0 for the last one of somebody else: a text or an action replies to
    /// it; any other command does what it does.
    /// </summary>
    private static UserCommand Reply(long message, string line) => Commands.Parse(line) switch
    {
        UserCommand.Say say => new UserCommand.Send(new ClientMessage.Say(say.Text) { Re = message }),
        UserCommand.Send { Request: ClientMessage.Act act } => new UserCommand.Send(act with { Re = message }),
        var other => other,
    };
}
