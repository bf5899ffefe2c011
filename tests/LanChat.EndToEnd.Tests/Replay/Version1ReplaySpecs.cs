using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Replay;

/// <summary>
/// Replays a recording of version 1: its clients must get the replies they got then.
/// </summary>
public sealed partial class Version1ReplaySpecs : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Unescaped =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-");
    private readonly Dictionary<string, IVersion1Connection> _connections = [];
    private readonly Dictionary<string, FrameSorter> _sorters = [];
    private readonly List<RecordedEntry> _awaited = [];
    private readonly RecordedValues _values = new();
    private readonly Version1Proofs _proofs = new();
    private ServerProgram _server = null!;

    public async Task InitializeAsync()
    {
        _server = await ServerProgram.StartWithPage(
            "lanchat.server.history.durability=committed", $"lanchat.server.data.folder=\"{_data.FullName}\"",
            "lanchat.server.room.history-size=5", "lanchat.server.room.history-size-raw=5",
            "lanchat.server.flood.rate=10");
        _values.Set("8001", $"{_server.Port}");
        _values.Set("8080", $"{_server.Page.Port}");
    }

    public async Task DisposeAsync()
    {
        foreach (var connection in _connections.Values) connection.Dispose();
        await _server.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task Clients_of_version_1_get_the_recorded_replies()
    {
        foreach (var entry in RecordedEntry.All())
        {
            if (entry.IsFromServer)
            {
                _awaited.Add(entry);
                continue;
            }

            await CompareAwaited();
            if (entry.IsServerEnd) _server.Program.Signal(RunningProgram.Interrupt);
            else await Replay(entry);
        }

        await CompareAwaited();
        Assert.Equal(0, await _server.Program.ExitCode());
    }

    private async Task Replay(RecordedEntry entry)
    {
        if (!_connections.TryGetValue(entry.Connection, out var connection))
        {
            _connections.Add(entry.Connection, connection = await Connect(entry.Connection));
            _sorters.Add(entry.Connection, new FrameSorter(connection));
        }

        if (entry.Text is null) await connection.End(entry.IsBroken);
        else await connection.Send(_values.ToLive(_proofs.InPlaceOf(entry)));
    }

    private async Task<IVersion1Connection> Connect(string name) =>
        name.EndsWith("-http", StringComparison.Ordinal)
            ? await Version1Socket.Connect(new(System.Net.IPAddress.Loopback, _server.Page.Port), Version1Frames.Answer)
        : name.StartsWith("page", StringComparison.Ordinal) ? new Version1Page(await WebClient.Connect(_server.Page))
        : await Version1Socket.Connect(_server.EndPoint, name == "raw" ? Version1Frames.Object : Version1Frames.Line);

    /// <summary>
    /// Reads as many frames from each connection as were recorded up to here, and compares them.
    /// </summary>
    private async Task CompareAwaited()
    {
        var live = new List<string?>();
        foreach (var entry in _awaited)
        {
            var frame = await _sorters[entry.Connection].InPlaceOf(entry.Text);
            _proofs.Store(entry.Connection, frame);
            live.Add(Read(frame));
            _values.Learn(Read(entry.Text) ?? "", live[^1] ?? "");
        }

        foreach (var (entry, frame) in _awaited.Zip(live))
            Assert.Equal(Read(entry.Text) is { } text ? _values.ToLive(text) : null, frame);
        _awaited.Clear();
    }

    private static string? Read(string? frame) =>
        frame?.StartsWith("HTTP/", StringComparison.Ordinal) == true ? Version1Frames.PartsRead(frame)
        : frame?.StartsWith("""{"code":0,""", StringComparison.Ordinal) == true ? LastFive(frame)
        : frame is null ? null
        : NewFields().Replace(frame, "");

    /// <summary>
    /// The history now counts messages of members and shows joins besides; its last five messages
    /// are those shown by version 1.
    /// </summary>
    private static string LastFive(string frame)
    {
        var history = JsonNode.Parse(frame)!;
        var messages = history["data"]!.AsArray();
        while (messages.Count > 5) messages.RemoveAt(0);
        return history.ToJsonString(Unescaped);
    }

    /// <summary>Fields added to the welcome since; version 1 ignores them.</summary>
    [GeneratedRegex(@"(?<=^\{""code"":3,.*),""log"":""[0-9a-f]{16}"",""zone"":-?\d+")]
    private static partial Regex NewFields();
}
