using System.CommandLine;
using LanChat.Cli;
using LanChat.Client.Sessions;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Client.Cli;

/// <summary>The options of the command line, and what they mean.</summary>
internal sealed class ClientOptions
{
    /// <summary>What the value of an option is called when it is a file.</summary>
    public const string FileName = "FILE";

    private readonly Option<string?> _connect = new("--connect")
    {
        Description = ClientTexts.Connect,
        HelpName = "HOST[:PORT]",
    };

    private readonly Option<string?> _nick = new("--nick") { Description = ClientTexts.Nick, HelpName = "NAME", Recursive = true };

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

    /// <summary>The room's address; commands that enter a room have it as well.</summary>
    public Option Connect => _connect;

    public RootCommand Command() => new(ClientTexts.Purpose)
    {
        _connect, _nick, _plain, _config, _set, _lang, _verbose,
    };

    public bool IsPlain(ParseResult parsed) => parsed.GetValue(_plain);

    public bool IsVerbose(ParseResult parsed) => parsed.GetValue(_verbose);

    /// <summary>The room to go straight to, if one was named.</summary>
    public ServerAddress? Server(ParseResult parsed)
    {
        if (parsed.GetValue(_connect) is not { } text) return null;
        return ServerAddress.TryParseHost(text, out var server) ? server : throw new SettingsException(ClientTexts.ExpectedAddress(_connect.Name, text));
    }

    /// <summary>
    /// An option counts more than <c>--set</c>, a later <c>--set</c> more than an earlier one, and both more than the file.
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
