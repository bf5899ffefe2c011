using System.CommandLine;
using System.Globalization;
using LanChat.Client.Cli;
using LanChat.Client.Doctor.Facts;
using LanChat.Client.Sessions;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary>Options shared by several commands.</summary>
internal sealed class ScriptOptions(ClientOptions client)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Option<string> _wait = new("--wait")
    {
        Description = ScriptTexts.Wait,
        HelpName = "SECONDS",
        DefaultValueFactory = _ => "5",
    };

    private readonly Option<bool> _json = new("--json") { Description = ScriptTexts.Json };

    public ClientOptions Client => client;

    public Option Wait => _wait;

    public Option Json => _json;

    /// <summary>Options of commands that join a room.</summary>
    public IEnumerable<Option> RoomOptions => [client.Connect, client.Room, client.Code, _wait];

    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>Whether the user gave a wait time.</summary>
    public bool HasWait(ParseResult parsed) => parsed.GetResult(_wait) is { Implicit: false };

    /// <summary>Wait time in seconds; the decimal separator is a point in every language.</summary>
    public TimeSpan WaitOf(ParseResult parsed)
    {
        var isNumber = double.TryParse(
            parsed.GetValue(_wait), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds);
        return isNumber && seconds > 0 && seconds <= LongestWait.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new SettingsException(ScriptTexts.WaitOutOfBounds(LongestWait.TotalSeconds));
    }

    /// <summary>Address of the room, or a finder if only its name is given.</summary>
    public (RoomAddress? Room, RoomFinder? Finder) Room(ParseResult parsed, DiscoverySettings discovery)
    {
        if (client.Address(parsed) is { } address) return (address, null);
        if (client.RoomNamed(parsed) is not { } name) throw new SettingsException(ScriptTexts.AddressOrRoomNeeded);
        return (null, RoomFinder.Of(
            name,
            discovery.Interval,
            WaitOf(parsed),
            LocalNetworks.All().Select(network => network.Address).ToHashSet()));
    }
}
