using System.CommandLine;
using LanChat.Cli;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Client.Cli;

/// <summary>The command line options of the client.</summary>
internal sealed class ClientOptions
{
    /// <summary>Name of an option's value that is a file.</summary>
    public const string FileName = "FILE";

    private readonly Option<string?> _connect = new("--connect")
    {
        Description = ClientTexts.Connect,
        HelpName = "HOST[:PORT]",
    };

    private readonly Option<string?> _room = new("--room")
    {
        Description = ClientTexts.Room,
        HelpName = "NAME",
    };

    private readonly Option<string?> _code = new("--code")
    {
        Description = ClientTexts.Code,
        HelpName = "CODE",
    };

    private readonly Option<string?> _link = new("--link")
    {
        Description = ClientTexts.Link,
        HelpName = "CODE",
    };

    private readonly Option<string?> _nick = new("--nick")
    {
        Description = ClientTexts.Nick,
        HelpName = "NAME",
        Recursive = true,
    };

    private readonly Option<string?> _config = new("--config")
    {
        Description = OptionTexts.Config,
        HelpName = FileName,
        Recursive = true,
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = OptionTexts.Set,
        HelpName = "key=value",
        AllowMultipleArgumentsPerToken = false,
        Recursive = true,
    };

    private readonly Option<string?> _lang = LanguageOption.Create();

    private readonly Option<bool> _plain = new("--plain") { Description = PlainTexts.Purpose };

    private readonly Option<bool> _verbose = new("--verbose")
    {
        Description = ClientTexts.Verbose,
        Recursive = true,
    };

    /// <summary>
    /// The address of the room; also an option of all commands that enter a room.
    /// </summary>
    public Option Connect => _connect;

    /// <summary>Name of the room; also an option of all commands that enter a room.</summary>
    public Option Room => _room;

    /// <summary>An invitation; also an option of all commands that enter a room.</summary>
    public Option Code => _code;

    public RootCommand Command() => new(ClientTexts.Purpose)
    {
        _connect, _room, _code, _link, _nick, _plain, _config, _set, _lang, _verbose,
    };

    public bool IsPlain(ParseResult parsed) => parsed.GetValue(_plain);

    /// <summary>A code that links this device to an account; null for none.</summary>
    public string? LinkCode(ParseResult parsed) => parsed.GetValue(_link);

    public bool IsVerbose(ParseResult parsed) => parsed.GetValue(_verbose);

    /// <summary>The room at the given address; null if no address is given.</summary>
    public RoomAddress? Address(ParseResult parsed)
    {
        if (parsed.GetValue(_connect) is not { } text) return null;
        if (!ServerAddress.TryParseHost(text, out var server))
            throw new SettingsException(ClientTexts.ExpectedAddress(_connect.Name, text));
        var (room, code) = (RoomNamed(parsed)?.Text, parsed.GetValue(_code));
        return new RoomAddress(server, room is null && code is null ? null : new RoomEntry(room, Code: code));
    }

    /// <summary>Name of the room; null if none is given.</summary>
    public RoomName? RoomNamed(ParseResult parsed)
    {
        if (parsed.GetValue(_room) is not { } text) return null;
        return RoomName.TryCreate(text, out var name)
            ? name
            : throw new SettingsException(ScriptTexts.ImpossibleRoomName(text));
    }

    /// <summary>
    /// A room to be found nearby by its name, with the invitation to it; null for none.
    /// </summary>
    public RoomEntry? Awaited(ParseResult parsed) => parsed.GetValue(_connect) is null && RoomNamed(parsed) is { } name
        ? new RoomEntry(name.Text, Code: parsed.GetValue(_code))
        : null;

    /// <summary>The invitation to the lobby of a server; null for none.</summary>
    public RoomEntry? Invitation(ParseResult parsed) =>
        parsed.GetValue(_code) is { } code ? new RoomEntry(null, Code: code) : null;

    /// <summary>
    /// Precedence, highest first: named options, later <c>--set</c>, earlier <c>--set</c>,
    /// <c>--config</c>.
    /// </summary>
    public LayeredSettings Settings(ParseResult parsed)
    {
        var layers = new List<Layer>();
        if (parsed.GetValue(_nick) is { } nick) layers.Add(Layer.OfText("--nick", "lanchat.client.nick", nick));
        layers.AddRange((parsed.GetValue(_set) ?? []).Reverse().Select(Layer.OfAssignment));
        if (parsed.GetValue(_config) is { } file) layers.Add(Layer.OfFile(file));
        return new LayeredSettings(layers);
    }
}
