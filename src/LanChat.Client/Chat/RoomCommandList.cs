using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Commands about the rooms of a server and the user's account. They are parsed as the server
/// parses them for people without a client.
/// </summary>
internal static class RoomCommandList
{
    private const string Secret = "password";

    public static IReadOnlyList<CommandDefinition> All =>
    [
        Command("open", $"{CommandTexts.Room} [unlisted|ask|named|trusted]", CommandTexts.Open),
        new("topic", $"[{CommandTexts.Text}]", CommandTexts.Topic, Parse("topic", new UserCommand.ShowTopic()))
        {
            NeedsRooms = true,
            Needs = "describe",
            Otherwise = ("", CommandTexts.ShowTopic),
        },
        new("notice", $"[{CommandTexts.Text}]", CommandTexts.SetNotice, Parse("notice", new UserCommand.ShowNotice()))
        {
            Needs = "describe",
            Otherwise = ("", CommandTexts.Notice),
        },
        new(
            "set",
            $"[{CommandTexts.Setting} {CommandTexts.Value}]",
            CommandTexts.Set,
            Parse("set", new UserCommand.ShowSettings()))
        {
            NeedsRooms = true,
            Needs = "configure",
        },
        Command("invite", $"[{CommandTexts.Uses}] [1d]", CommandTexts.Invite, "invite"),
        Command("role", $"{CommandTexts.Name} {CommandTexts.Role}", CommandTexts.GiveRole, "admit"),
        Command("admit", CommandTexts.Name, CommandTexts.Admit, "admit"),
        Command("reject", CommandTexts.Name, CommandTexts.Reject, "admit"),
        Command("archive", "", CommandTexts.Archive, "archive"),
        Command("own", CommandTexts.Code, CommandTexts.Own),
        Command("link", "", CommandTexts.Link),
        Command("private", $"[{CommandTexts.Name} [{CommandTexts.Text}]]", CommandTexts.Private),
        Command("receipts", "on|off", CommandTexts.Receipts),
        Command("positions", "on|off", CommandTexts.Positions),
        Command("seen", "", CommandTexts.Seen),
        Command("my-data", "", CommandTexts.MyData),
        Command("delete-account", CommandTexts.Name, CommandTexts.DeleteAccount),
        Command("devices", "", CommandTexts.Devices),
        Command("unlink", CommandTexts.Number, CommandTexts.Unlink),
    ];

    /// <summary>
    /// Parses the argument of <c>/join</c>; a quoted name may be followed by a password.
    /// </summary>
    public static UserCommand ParseJoin(string rest) =>
        RoomCommands.Understand("/join", rest.Trim()) is ClientMessage.SwitchRoom join
            ? new UserCommand.Join(join.Room, join.Password)
            : new UserCommand.ShowRooms();

    /// <summary>
    /// Whether a line contains a password, which must not appear on the screen again.
    /// </summary>
    public static bool HoldsPassword(string line) => Commands.Parse(line) switch
    {
        UserCommand.Join { Password: not null } => true,
        UserCommand.Send { Request: var request } => PasswordIn(request) is not null,
        _ => false,
    };

    /// <summary>
    /// The user's input for messages about the request, with its password hidden.
    /// </summary>
    public static string HidePassword(ClientMessage request, string typed) =>
        PasswordIn(request) is { Length: > 0 } password ? typed.Replace(password, "…", StringComparison.Ordinal) : typed;

    /// <summary>Whether nothing else tells the user that the request was done.</summary>
    public static bool IsDoneSilently(ClientMessage request) =>
        request is ClientMessage.GiveRole or ClientMessage.Admit or ClientMessage.Reject
            or ClientMessage.ClaimServer or AccountRequest.Unlink
            or AccountRequest.ShareRead or AccountRequest.KeepRead
        || (request is ClientMessage.ChangeSettings && PasswordIn(request) is not null);

    private static string? PasswordIn(ClientMessage request)
    {
        var settings = request switch
        {
            ClientMessage.OpenRoom open => open.Settings,
            ClientMessage.ChangeSettings change => change.Changes,
            _ => [],
        };
        return settings.FirstOrDefault(setting => setting.Key == Secret).Value;
    }

    private static CommandDefinition Command(string name, string argument, string description, string? needs = null) =>
        new(name, argument, description, Parse(name))
        {
            NeedsRooms = true,
            Needs = needs,
        };

    /// <param name="name">Name of the command.</param>
    /// <param name="alone">What it does without an argument; null: parsed like any other.</param>
    private static Func<string, UserCommand> Parse(string name, UserCommand? alone = null) => rest =>
        rest.Trim() is { Length: 0 } && alone is not null ? alone
        : Understand($"{Commands.Sign}{name}", rest.Trim()) switch
        {
            null or ClientMessage.Invalid => Commands.MissingArgument(Commands.Find(name)!),
            var request => new UserCommand.Send(request),
        };

    private static ClientMessage? Understand(string command, string rest) =>
        RoomCommands.Understand(command, rest) ?? AccountRequests.Understand(command, rest);
}
