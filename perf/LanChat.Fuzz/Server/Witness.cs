using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Fuzz.Server;

/// <summary>An ordinary client: joins, sends a message and receives it.</summary>
internal static class Witness
{
    private const string Name = "witness";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>How long that took; null if it failed.</summary>
    public static async Task<TimeSpan?> Enter(ServerProcess server, int number)
    {
        var isRich = number % 2 == 0;
        var words = $"word {number} of {Guid.NewGuid()}";
        var said = isRich ? RichRequest.Say(words) : Encoding.UTF8.GetBytes(words + "\n");
        var watch = Stopwatch.StartNew();
        var heard = await Hear(server, isRich, said, line => line.Contains(words, StringComparison.Ordinal));
        return heard is null ? null : watch.Elapsed;
    }

    /// <summary>The other members; null if the client could not join.</summary>
    public static async Task<string[]?> Others(ServerProcess server)
    {
        RoomEvent.MembersShown? shown = null;
        await Hear(server, isRich: true, [], line =>
        {
            RichFrame.TryRead(Encoding.UTF8.GetBytes(line), out var said);
            shown = said as RoomEvent.MembersShown;
            return shown is not null;
        });
        return shown is null ? null : [.. shown.Members.Select(member => member.Nickname).Where(name => name != Name)];
    }

    private static async Task<string?> Hear(ServerProcess server, bool isRich, byte[] said, Predicate<string> awaited)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(server.EndPointOf("json"), patience.Token);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await stream.WriteAsync(
                isRich ? RichRequest.Hello(Name) : Encoding.UTF8.GetBytes(Name + "\n"), patience.Token);
            await stream.WriteAsync(said, patience.Token);
            while (await reader.ReadLineAsync(patience.Token) is { } line)
            {
                if (awaited(line)) return line;
            }
        }
        catch (Exception wrong) when (wrong is SocketException or IOException or OperationCanceledException)
        {
            // The result is null.
        }

        return null;
    }
}
