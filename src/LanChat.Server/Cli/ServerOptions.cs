using System.CommandLine;
using LanChat.Cli;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Older;
using LanChat.Server.Settings;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Cli;

/// <summary>The options of the command line, and their settings.</summary>
internal sealed class ServerOptions
{
    private readonly Option<string?> _name = new("--name")
    {
        Description = ServerTexts.Name,
        HelpName = "NAME",
        Recursive = true,
    };

    private readonly Option<string?> _port = new("--port") { Description = ServerTexts.Port, HelpName = "PORT" };
    private readonly Option<string?> _web = new("--web") { Description = ServerTexts.Web, HelpName = "PORT" };
    private readonly Option<bool> _https = new("--https") { Description = ServerTexts.Https };
    private readonly Option<string?> _notice = new("--notice") { Description = ServerTexts.Notice, HelpName = "TEXT" };
    private readonly Option<string?> _data = new("--data")
    {
        Description = ServerTexts.Data,
        HelpName = "DIR",
        Recursive = true,
    };

    private readonly Option<bool> _memory = new("--memory") { Description = ServerTexts.Memory };
    private readonly Option<string?> _config = new("--config")
    {
        Description = OptionTexts.Config,
        HelpName = "FILE",
        Recursive = true,
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = OptionTexts.Set,
        HelpName = "key=value",
        AllowMultipleArgumentsPerToken = false,
        Recursive = true,
    };

    private readonly Option<string?> _room = new("--room") { Description = ServerTexts.RoomOption, HelpName = "NAME" };
    private readonly Option<bool> _allDialects = new("--all-dialects") { Description = ServerTexts.AllDialects };
    private readonly Option<string?> _lang = LanguageOption.Create();
    private readonly Option<bool> _verbose = new("--verbose") { Description = ServerTexts.Verbose };

    public RootCommand Command() => new(ServerTexts.Purpose)
    {
        _name, _port, _web, _https, _notice, _data, _memory, _allDialects, _config, _set, _lang, _verbose,
    };

    /// <summary>The option of commands that are about one room of the server.</summary>
    public Option<string?> Room => _room;

    /// <summary>The key of the room that a command is about; null: the lobby.</summary>
    public string? RoomOf(ParseResult parsed, ServerSettings settings)
    {
        if (parsed.GetValue(_room) is not { } text) return null;
        if (!RoomName.TryCreate(text, out var name))
            throw new SettingsException(ServerTexts.NoSuchRoom(text));
        return name.Key == settings.Room.Name.Key ? null : name.Key;
    }

    /// <summary>
    /// The name of the room that a command is about, as it was typed; null: the lobby.
    /// </summary>
    public string? RoomNameOf(ParseResult parsed) => parsed.GetValue(_room);

    public bool IsVerbose(ParseResult parsed) => parsed.GetValue(_verbose);

    /// <summary>
    /// Reads the settings. Precedence, highest first: named options, later <c>--set</c>, earlier
    /// <c>--set</c>, <c>--config</c>, <c>--all-dialects</c>.
    /// </summary>
    public LayeredSettings Settings(ParseResult parsed)
    {
        var layers = new List<Layer>();
        AddKey("--name", "lanchat.server.room.name", parsed.GetValue(_name));
        AddKey("--port", "lanchat.server.listen.json", parsed.GetValue(_port));
        AddKey("--web", ListenSettings.WebKey, parsed.GetValue(_web));
        AddKey("--https", WebSettings.HttpsKey, parsed.GetValue(_https) ? "on" : null);
        AddKey("--notice", "lanchat.server.room.notice", parsed.GetValue(_notice));
        AddKey("--data", "lanchat.server.data.folder", parsed.GetValue(_data));
        AddKey("--memory", "lanchat.server.history.durability", parsed.GetValue(_memory) ? "memory" : null);
        layers.AddRange((parsed.GetValue(_set) ?? []).Reverse().Select(Layer.OfAssignment));
        if (parsed.GetValue(_config) is { } file) layers.Add(Layer.OfFile(file));
        if (parsed.GetValue(_allDialects)) layers.Add(Dialects("--all-dialects", dialect => $"{dialect.UsualPort}"));
        return new LayeredSettings(layers, Dialects("dialects", _ => ListenSettings.Off));

        void AddKey(string option, string key, string? value)
        {
            if (value is not null) layers.Add(Layer.OfText(option, key, value));
        }
    }

    private static Layer Dialects(string source, Func<IDialect, string> port)
    {
        var lines = AllDialects.List.Select(dialect => $"{ListenSettings.KeyOf(dialect)} = {port(dialect)}");
        return Layer.Parse(source, string.Join('\n', lines));
    }
}
