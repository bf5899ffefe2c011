using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Replay;

/// <summary>
/// A recorded evening of version 1: the server of today serves its clients as they were served
/// then.
/// </summary>
public sealed partial class OldEveningSpecs : IAsyncLifetime
{
    private static readonly JsonSerializerOptions AsItIs =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-");
    private readonly Dictionary<string, IOldConnection> _connections = [];
    private readonly Dictionary<string, OldEar> _ears = [];
    private readonly List<Entry> _awaited = [];
    private readonly Constants _constants = new();
    private readonly OldProofs _proofs = new();
    private ServerProgram _server = null!;

    public async Task InitializeAsync()
    {
        _server = await ServerProgram.StartWithPage(
            "lanchat.server.history.durability=committed", $"lanchat.server.data.folder=\"{_data.FullName}\"",
            "lanchat.server.room.history-size=5", "lanchat.server.room.history-size-raw=5",
            "lanchat.server.flood.rate=10");
        _constants.Know("8001", $"{_server.Port}");
        _constants.Know("8080", $"{_server.Page.Port}");
    }

    public async Task DisposeAsync()
    {
        foreach (var connection in _connections.Values) connection.Dispose();
        await _server.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task What_clients_of_version_1_send_is_answered_as_it_was_then()
    {
        foreach (var entry in Entry.All())
        {
            if (entry.IsServers)
            {
                _awaited.Add(entry);
                continue;
            }

            await HearAll();
            if (entry.IsTheServerItself) _server.Program.Signal(RunningProgram.Interrupt);
            else await Do(entry);
        }

        await HearAll();
        Assert.Equal(0, await _server.Program.ExitCode());
    }

    private async Task Do(Entry entry)
    {
        if (!_connections.TryGetValue(entry.Connection, out var connection))
        {
            _connections.Add(entry.Connection, connection = await Connect(entry.Connection));
            _ears.Add(entry.Connection, new OldEar(connection));
        }

        if (entry.Text is null) await connection.End(entry.IsBroken);
        else await connection.Send(_constants.Live(_proofs.InPlaceOf(entry)));
    }

    private async Task<IOldConnection> Connect(string name) =>
        name.EndsWith("-http", StringComparison.Ordinal)
            ? await OldSocket.Connect(new(System.Net.IPAddress.Loopback, _server.Page.Port), OldFrames.Answer)
        : name.StartsWith("page", StringComparison.Ordinal) ? new OldPage(await WebClient.Connect(_server.Page))
        : await OldSocket.Connect(_server.EndPoint, name == "raw" ? OldFrames.Object : OldFrames.Line);

    /// <summary>
    /// Awaits what was recorded up to here, from each connection as much as then.
    /// </summary>
    private async Task HearAll()
    {
        var live = new List<string?>();
        foreach (var entry in _awaited)
        {
            var frame = await _ears[entry.Connection].InPlaceOf(entry.Text);
            _proofs.Hear(entry.Connection, frame);
            live.Add(Read(frame));
            _constants.Learn(Read(entry.Text) ?? "", live[^1] ?? "");
        }

        Assert.Equal(_awaited.Select(entry => Read(entry.Text) is { } text ? _constants.Live(text) : null), live);
        _awaited.Clear();
    }

    private static string? Read(string? frame) =>
        frame?.StartsWith("HTTP/", StringComparison.Ordinal) == true ? OldFrames.ThatIsRead(frame)
        : frame?.StartsWith("""{"code":0,""", StringComparison.Ordinal) == true ? LastFive(frame)
        : frame is null ? null
        : WhatIsNew().Replace(frame, "");

    /// <summary>
    /// What people said counts today, and who came is shown besides; the last five messages are
    /// those that were shown then.
    /// </summary>
    private static string LastFive(string frame)
    {
        var history = JsonNode.Parse(frame)!;
        var messages = history["data"]!.AsArray();
        while (messages.Count > 5) messages.RemoveAt(0);
        return history.ToJsonString(AsItIs);
    }

    /// <summary>The fields that a welcome has got since; old clients pass over them.</summary>
    [GeneratedRegex(@"(?<=^\{""code"":3,.*),""log"":""[0-9a-f]{16}"",""zone"":-?\d+")]
    private static partial Regex WhatIsNew();
}
