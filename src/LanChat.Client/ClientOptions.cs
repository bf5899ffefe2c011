using System.CommandLine;
using LanChat.Settings;

namespace LanChat.Client;

/// <summary>The command line.</summary>
/// <param name="Connect">Go straight to this room.</param>
/// <param name="Layers">Settings given here, the most important first.</param>
/// <param name="Verbose">Log to standard error.</param>
/// <param name="Version">Only say what this is.</param>
internal sealed record ClientOptions(ServerAddress? Connect, IReadOnlyList<Layer> Layers, bool Verbose, bool Version)
{
    private static readonly Option<string?> ConnectOption = new("--connect") { HelpName = "HOST:PORT", Description = "Go straight to the room at this address." };
    private static readonly Option<string?> NickOption = new("--nick") { HelpName = "NAME", Description = "The name to enter by." };
    private static readonly Option<FileInfo?> ConfigOption = new("--config") { HelpName = "FILE", Description = "Lay this file over the built-in settings." };
    private static readonly Option<string[]> SetOption = new("--set") { HelpName = "key=value", Description = "Lay one setting over all others; may be repeated." };
    private static readonly Option<bool> VerboseOption = new("--verbose") { Description = "Log to standard error." };
    private static readonly Option<bool> VersionOption = new("--version") { Description = "Say which version this is, and of what it is built." };

    /// <summary>Reads the arguments; null when help was asked for and has been given. Throws what is wrong as a <see cref="SettingsException"/>.</summary>
    public static ClientOptions? Parse(IReadOnlyList<string> arguments)
    {
        var parsed = Command().Parse(arguments, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (parsed.Errors is [var error, ..]) throw new SettingsException(error.Message.ReplaceLineEndings(" "));
        if (parsed.Action is not null)
        {
            parsed.Invoke();
            return null;
        }

        ServerAddress? server = null;
        if (parsed.GetValue(ConnectOption) is { } connect && !ServerAddress.TryParse(connect, out server))
            throw new SettingsException($"--connect {connect}: expected HOST:PORT");

        return new ClientOptions(server, [.. LayersOf(parsed)], parsed.GetValue(VerboseOption), parsed.GetValue(VersionOption));
    }

    private static RootCommand Command()
    {
        var command = new RootCommand("LanChat's client: finds rooms on the local network and talks in them. "
            + "When input or output is not a terminal it says each line of its input and prints what others say.");
        if (command.Options.OfType<VersionOption>().FirstOrDefault() is { } builtIn) command.Options.Remove(builtIn);
        foreach (var option in new Option[] { ConnectOption, NickOption, ConfigOption, SetOption, VerboseOption, VersionOption }) command.Options.Add(option);
        return command;
    }

    private static IEnumerable<Layer> LayersOf(ParseResult parsed)
    {
        if (parsed.GetValue(NickOption) is { } nick) yield return Layer.OfKey("--nick", "lanchat.client.nick", nick);
        foreach (var assignment in (parsed.GetValue(SetOption) ?? []).Reverse()) yield return Layer.OfAssignment(assignment);
        if (parsed.GetValue(ConfigOption) is { } file) yield return Layer.OfFile(file.ToString());
    }
}
