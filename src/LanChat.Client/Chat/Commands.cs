using System.Globalization;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>All commands. Parsing, completion and <c>/help</c> use this list.</summary>
internal static class Commands
{
    public const char Sign = '/';
    private const string CancelArgument = "cancel";

    public static IReadOnlyList<CommandDefinition> All =>
    [
        new("join", $"[{CommandTexts.Room}]", CommandTexts.Join, RoomCommandList.ParseJoin),
        new("part", "", CommandTexts.Part, _ => new UserCommand.LeaveRoom()),
        new("window", $"[{CommandTexts.Number}]", CommandTexts.Window, ParseWindow) { Aliases = ["w"] },
        new("list", "", CommandTexts.List, _ => new UserCommand.ShowRooms()) { Aliases = ["rooms"] },
        .. RoomCommandList.All,
        new("who", "", CommandTexts.Who, _ => new UserCommand.Send(new ClientMessage.List())) { Aliases = ["ls"] },
        new("msg", $"{CommandTexts.Name} {CommandTexts.Text}", CommandTexts.Msg, text => new UserCommand.Send(
            LineCommands.Address($"@{text}"))),
        new("me", CommandTexts.Text, CommandTexts.Me, text => new UserCommand.Send(new ClientMessage.Act(text))),
        ReplyCommands.Re,
        .. EditCommands.All,
        new("nick", CommandTexts.Name, CommandTexts.Nick, name => new UserCommand.Send(
            new ClientMessage.Rename(name.Trim()))),
        new("away", $"[{CommandTexts.Text}]", CommandTexts.Away, text => new UserCommand.Send(
            new ClientMessage.Away(text.Trim()))),
        new("file", CommandTexts.Path, CommandTexts.File, ParseFile),
        new("save", $"[{CommandTexts.FileName}]", CommandTexts.Save, name => new UserCommand.SaveFile(name.Trim())),
        new("ignore", "", CommandTexts.Ignore, _ => new UserCommand.Send(new ClientMessage.Ignore()))
        {
            Aliases = ["i"],
        },
        new("search", $"[{CommandTexts.Text}]", CommandTexts.Search, SearchQuery.Parse),
        new("more", "", CommandTexts.More, _ => new UserCommand.ContinueSearch()),
        new("show", CommandTexts.Number, CommandTexts.Show, ParseResultNumber),
        new("scroll", $"[{CommandTexts.Pages}|top]", CommandTexts.Scroll, ParseScroll),
        new("fold", CommandTexts.What, CommandTexts.Fold, ParseFold),
        new("help", $"[{CommandTexts.Command}]", CommandTexts.Help, Help.Parse),
        new("quit", "", CommandTexts.Quit, _ => new UserCommand.Quit()),
    ];

    /// <summary>
    /// Parses a line of input. An unknown command is an error, and never sent as a message.
    /// </summary>
    public static UserCommand Parse(string line)
    {
        if (line is not [Sign, ..]) return new UserCommand.Say(line);
        if (line is [Sign, Sign, ..]) return new UserCommand.Say(line[1..]);
        if (EditCommands.ParseCorrection(line) is { } correction) return correction;
        var words = line[1..].Split(' ', 2);
        var rest = words.Length == 2 ? words[1] : "";
        if (Find(words[0]) is not { } command) return UnknownCommand(words[0]);
        if (command.NeedsArgument && string.IsNullOrWhiteSpace(rest))
            return MissingArgument(command);
        return command.Parse(rest);
    }

    /// <summary>Parses what the user entered: a line, or a message's new text.</summary>
    public static UserCommand Parse(ViewProtocol.LineEntered entered) =>
        entered.Edits is { } message ? EditCommands.Edit(message, entered.Text) : Parse(entered.Text);

    /// <summary>The commands for somebody in a room.</summary>
    public static IEnumerable<CommandDefinition> For(RoomPermissions permissions) =>
        All.Select(command => command.For(permissions)).OfType<CommandDefinition>();

    public static CommandDefinition? Find(string word) => All.FirstOrDefault(command => command.IsCalled(word));

    /// <summary>Usage of private messages, for error messages.</summary>
    public static string PrivateMessageUsage => MissingArgument(Find("msg")!).Reason;

    public static UserCommand.Invalid UnknownCommand(string word) => new(HelpTexts.NoSuchCommand($"{Sign}{word}"));

    private static UserCommand ParseWindow(string number)
    {
        if (string.IsNullOrWhiteSpace(number)) return new UserCommand.GoTo(null);
        return int.TryParse(number, CultureInfo.InvariantCulture, out var value)
            ? new UserCommand.GoTo(value)
            : new UserCommand.Invalid(HelpTexts.NoNumber(number.Trim()));
    }

    private static UserCommand ParseResultNumber(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new UserCommand.ShowResult(value)
            : new UserCommand.Invalid(HelpTexts.NoNumber(number.Trim()));

    private static UserCommand ParseScroll(string where) => where.Trim() switch
    {
        "" => new UserCommand.Scroll(0),
        "top" => new UserCommand.Scroll(null),
        var pages when int.TryParse(pages, NumberStyles.None, CultureInfo.InvariantCulture, out var value) =>
            new UserCommand.Scroll(value),
        var other => new UserCommand.Invalid(HelpTexts.NoNumberOfPages(other)),
    };

    private static UserCommand ParseFold(string part) => part.Trim() switch
    {
        "rooms" => new UserCommand.Fold(Foldable.Rooms),
        "members" => new UserCommand.Fold(Foldable.Members),
        "comings" => new UserCommand.Fold(Foldable.JoinsAndLeaves),
        var other => new UserCommand.Invalid(HelpTexts.NothingToFold(other)),
    };

    private static UserCommand ParseFile(string typed) => (typed.Trim(), LineCommands.Address(typed.Trim())) switch
    {
        (CancelArgument, _) => new UserCommand.CancelFiles(),
        (_, ClientMessage.Tell { To: var to, Text: var path }) when path.Trim().Length > 0 =>
            new UserCommand.ShareFile(path.Trim(), to),
        (['@', ..], _) => MissingArgument(Find("file")!),
        (var path, _) => new UserCommand.ShareFile(path),
    };

    /// <summary>Usage of a command, as the error for an incomplete line.</summary>
    public static UserCommand.Invalid MissingArgument(CommandDefinition command) =>
        new(HelpTexts.SomethingMissing(command.Usage, command.Description));

}
