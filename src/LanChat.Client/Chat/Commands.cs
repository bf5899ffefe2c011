using System.Globalization;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Every command there is; what is typed, what is shown by <c>/help</c> and what is done all come
/// from here.
/// </summary>
internal static class Commands
{
    public const char Sign = '/';
    private const string CancelWord = "cancel";

    public static IReadOnlyList<Command> All =>
    [
        new("join", $"[{CommandTexts.Room}]", CommandTexts.Join, Join),
        new("part", "", CommandTexts.Part, _ => new Intent.LeaveRoom()),
        new("window", $"[{CommandTexts.Number}]", CommandTexts.Window, GoTo) { Aliases = ["w"] },
        new("list", "", CommandTexts.List, _ => new Intent.ShowRooms()) { Aliases = ["rooms"] },
        new("who", "", CommandTexts.Who, _ => new Intent.Ask(new ClientMessage.List())) { Aliases = ["ls"] },
        new("msg", $"{CommandTexts.Name} {CommandTexts.Text}", CommandTexts.Msg, text => new Intent.Ask(
            LineCommands.Address($"@{text}"))),
        new("me", CommandTexts.Text, CommandTexts.Me, text => new Intent.Ask(new ClientMessage.Act(text))),
        new("nick", CommandTexts.Name, CommandTexts.Nick, name => new Intent.Ask(
            new ClientMessage.Rename(name.Trim()))),
        new("away", $"[{CommandTexts.Text}]", CommandTexts.Away, text => new Intent.Ask(
            new ClientMessage.Away(text.Trim()))),
        new("file", CommandTexts.Path, CommandTexts.File, ShareFile),
        new("save", $"[{CommandTexts.FileName}]", CommandTexts.Save, name => new Intent.SaveFile(name.Trim())),
        new("ignore", "", CommandTexts.Ignore, _ => new Intent.Ask(new ClientMessage.Ignore())) { Aliases = ["i"] },
        new("notice", "", CommandTexts.Notice, _ => new Intent.ShowNotice()),
        new("search", $"[{CommandTexts.Text}]", CommandTexts.Search, SearchWords.Read),
        new("more", "", CommandTexts.More, _ => new Intent.SearchOn()),
        new("show", CommandTexts.Number, CommandTexts.Show, ShowFound),
        new("scroll", $"[{CommandTexts.Pages}|top]", CommandTexts.Scroll, Scroll),
        new("fold", CommandTexts.What, CommandTexts.Fold, Fold),
        new("help", $"[{CommandTexts.Command}]", CommandTexts.Help, Help.Read),
        new("quit", "", CommandTexts.Quit, _ => new Intent.Quit()),
    ];

    /// <summary>
    /// What the user means by a line. What begins with a slash and is no command is never said.
    /// </summary>
    public static Intent Read(string line)
    {
        if (line is not [Sign, ..]) return new Intent.Say(line);
        if (line is [Sign, Sign, ..]) return new Intent.Say(line[1..]);
        var words = line[1..].Split(' ', 2);
        var rest = words.Length == 2 ? words[1] : "";
        if (Find(words[0]) is not { } command) return Unknown(words[0]);
        if (command.NeedsArgument && string.IsNullOrWhiteSpace(rest))
            return SomethingMissing(command);
        return command.Read(rest);
    }

    public static Command? Find(string word) => All.FirstOrDefault(one => one.IsCalled(word));

    /// <summary>How one person is spoken to, for who made a mistake in it.</summary>
    public static string HowToTell => SomethingMissing(Find("msg")!).Why;

    public static Intent.Mistake Unknown(string word) => new(HelpTexts.NoSuchCommand($"{Sign}{word}"));

    private static Intent GoTo(string number)
    {
        if (string.IsNullOrWhiteSpace(number)) return new Intent.GoTo(null);
        return int.TryParse(number, CultureInfo.InvariantCulture, out var known)
            ? new Intent.GoTo(known)
            : new Intent.Mistake(HelpTexts.NoNumber(number.Trim()));
    }

    private static Intent ShowFound(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
            ? new Intent.ShowFound(known)
            : new Intent.Mistake(HelpTexts.NoNumber(number.Trim()));

    private static Intent Scroll(string where) => where.Trim() switch
    {
        "" => new Intent.Scroll(0),
        "top" => new Intent.Scroll(null),
        var pages when int.TryParse(pages, NumberStyles.None, CultureInfo.InvariantCulture, out var known) =>
            new Intent.Scroll(known),
        var other => new Intent.Mistake(HelpTexts.NoNumberOfPages(other)),
    };

    private static Intent Fold(string what) => what.Trim() switch
    {
        "rooms" => new Intent.Fold(Foldable.Rooms),
        "members" => new Intent.Fold(Foldable.Members),
        "comings" => new Intent.Fold(Foldable.JoinsAndLeaves),
        var other => new Intent.Mistake(HelpTexts.NothingToFold(other)),
    };

    private static Intent ShareFile(string typed) => (typed.Trim(), LineCommands.Address(typed.Trim())) switch
    {
        (CancelWord, _) => new Intent.CancelFiles(),
        (_, ClientMessage.Tell { To: var to, Text: var path }) when path.Trim().Length > 0 =>
            new Intent.ShareFile(path.Trim(), to),
        (['@', ..], _) => SomethingMissing(Find("file")!),
        (var path, _) => new Intent.ShareFile(path),
    };

    private static Intent.Mistake SomethingMissing(Command command) =>
        new(HelpTexts.SomethingMissing(command.Usage, command.Meaning));

    private static Intent Join(string room) =>
        string.IsNullOrWhiteSpace(room) ? new Intent.ShowRooms() : new Intent.Join(room.Trim());
}
