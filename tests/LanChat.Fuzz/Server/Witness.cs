using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Fuzz.Server;

/// <summary>An ordinary person: enters, says something, and hears it said.</summary>
internal static class Witness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>How long that took; null when it did not happen.</summary>
    public static async Task<TimeSpan?> Enter(ServerProcess server, int number)
    {
        var isRich = number % 2 == 0;
        var words = $"word {number} of {Guid.NewGuid()}";
        using var patience = new CancellationTokenSource(Patience);
        var watch = Stopwatch.StartNew();
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(server.EndPointOf("json"), patience.Token);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await stream.WriteAsync(isRich ? RichRequest.Hello("witness") : "witness\n"u8.ToArray(), patience.Token);
            await stream.WriteAsync(isRich ? RichRequest.Say(words) : Encoding.UTF8.GetBytes(words + "\n"), patience.Token);
            while (await reader.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.Contains(words, StringComparison.Ordinal)) return watch.Elapsed;
            }
        }
        catch (Exception wrong) when (wrong is SocketException or IOException or OperationCanceledException)
        {
            // Did not happen.
        }

        return null;
    }
}
