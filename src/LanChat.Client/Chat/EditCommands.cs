using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>Commands about the user's last message.</summary>
internal static class EditCommands
{
    private const string Correction = "/s/";

    public static IReadOnlyList<CommandDefinition> All =>
    [
        new("edit", $"[{CommandTexts.Text}]", CommandTexts.Edit, text => Edit(0, text)) { Edits = true },
        new("recall", "", CommandTexts.Recall, _ => new UserCommand.Send(new ClientMessage.Recall(0))) { Edits = true },
        new("s", CommandTexts.OldAndNew, CommandTexts.Correct, _ => Incomplete) { Edits = true, Separator = '/' },
    ];

    private static UserCommand Incomplete => Commands.MissingArgument(Commands.Find("s")!);

    /// <summary>Gives a message a new text; empty: the user is to type it.</summary>
    /// <param name="message">Id of the message; 0 for the user's last one.</param>
    /// <param name="text">The new text.</param>
    public static UserCommand Edit(long message, string text) =>
        new UserCommand.Send(new ClientMessage.Edit(message, text.Trim()));

    /// <summary>Parses <c>/s/old/new/</c>; null for any other line.</summary>
    public static UserCommand? ParseCorrection(string line) =>
        !line.StartsWith(Correction, StringComparison.Ordinal) ? null
        : LineCommands.Correction(line[Correction.Length..]) is ClientMessage.Correct correct
            ? new UserCommand.Send(correct)
            : Incomplete;
}
