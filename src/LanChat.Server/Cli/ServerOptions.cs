using System.CommandLine;
using LanChat.Protocol.Dialects;
using LanChat.Server.Settings;
using LanChat.Settings;

namespace LanChat.Server.Cli;

/// <summary>The options of the command line, and the settings they make.</summary>
internal sealed class ServerOptions
{
    private readonly Option<string?> _name = new("--name") { Description = "What the room is called.", HelpName = "NAME" };
    private readonly Option<string?> _port = new("--port") { Description = "The TCP port to listen on (8001).", HelpName = "PORT" };
    private readonly Option<string?> _notice = new("--notice") { Description = "What is shown at the top of the room.", HelpName = "TEXT" };
    private readonly Option<string?> _config = new("--config") { Description = "A file of settings; hocon/reference.conf explains them all.", HelpName = "FILE" };
    private readonly Option<string[]> _set = new("--set") { Description = "One setting; may be repeated.", HelpName = "key=value", AllowMultipleArgumentsPerToken = false };
    private readonly Option<bool> _allDialects = new("--all-dialects") { Description = "Serve the older clients as well, each at its usual port." };
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Log more." };

    public RootCommand Command() => new("Opens a chat room for everyone on the local network.")
    {
        _name, _port, _notice, _allDialects, _config, _set, _verbose,
    };

    public bool IsVerbose(ParseResult parsed) => parsed.GetValue(_verbose);

    /// <summary>An option counts more than <c>--set</c>, a later <c>--set</c> more than an earlier one, and both more than the file, and that more than <c>--all-dialects</c>.</summary>
    public LayeredSettings Settings(ParseResult parsed)
    {
        var layers = new List<Layer>();
        AddKey("--name", "lanchat.server.room.name", parsed.GetValue(_name));
        AddKey("--port", "lanchat.server.listen.json", parsed.GetValue(_port));
        AddKey("--notice", "lanchat.server.room.notice", parsed.GetValue(_notice));
        layers.AddRange((parsed.GetValue(_set) ?? []).Reverse().Select(Layer.OfAssignment));
        if (parsed.GetValue(_config) is { } file) layers.Add(Layer.OfFile(file));
        if (parsed.GetValue(_allDialects)) layers.Add(Dialects("--all-dialects", dialect => $"{dialect.UsualPort}"));
        return new LayeredSettings(layers, Dialects("dialects", _ => ListenSettings.Off));

        void AddKey(string option, string key, string? value)
        {
            if (value is not null) layers.Add(Layer.OfText(option, key, value));
        }
    }

    private static Layer Dialects(string source, Func<IDialect, string> port) => Layer.Parse(
        source, string.Join('\n', AllDialects.List.Select(dialect => $"{ListenSettings.KeyOf(dialect)} = {port(dialect)}")));
}
