using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using LanChat.Client.Scripting.LineTool;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Settings;

namespace LanChat.Client.Tests.Scripting.LineTool;

/// <summary>The line tool in a room over real sockets.</summary>
public sealed class LineToolRoomSpecs() : Spec(LayeredSettings.Reference.Config)
{
    private const int Lines = 5_000;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    protected override void AfterAll()
    {
        _listener.Dispose();
        base.AfterAll();
    }

    [Fact]
    public async Task A_large_input_is_echoed_complete_and_in_order()
    {
        _listener.Start();
        var room = Task.Run(Echo);
        Assert.True(Nick.TryCreate("Ann", out var nick, out _));
        var exit = new TaskCompletionSource<int>();
        string[] lines = [.. Enumerable.Range(0, Lines).Select(number => $"第{number} line")];
        var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        var server = new ServerAddress("localhost", ((IPEndPoint)_listener.LocalEndpoint).Port);

        Sys.ActorOf(LineToolActor.Props(
            new LineToolJob(new RoomAddress(server), nick, input, TextWriter.Null, TextWriter.Null, exit),
            1000,
            Sys.CreateSessionFactory(TestSettings.With())));

        Assert.Equal(0, await exit.Task.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(lines, await room.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    /// <summary>Accepts one client, and echoes its messages.</summary>
    private List<string> Echo()
    {
        using var client = _listener.AcceptTcpClient();
        using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        var said = new List<string>();
        Assert.Contains("hello", reader.ReadLine());
        Tell(Event.Welcome);
        while (reader.ReadLine() is { } line)
        {
            said.Add(JsonDocument.Parse(line).RootElement.GetProperty("say").GetString()!);
            Tell(Event.By(Event.Mine, said[^1]));
        }

        return said;

        void Tell(RoomEvent roomEvent) => stream.Write(JsonEncoder.Rich.Encode([roomEvent])[0]);
    }
}
