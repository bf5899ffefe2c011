using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Doctor.Facts;

/// <summary>
/// Probes whether a room can be joined, without joining: a room refuses an empty nickname, and no
/// member notices. Only rooms of the older system accept any name.
/// </summary>
internal static class RoomProbe
{
    private const int MaxAnswerBytes = 64 * 1024;

    /// <param name="server">The address.</param>
    /// <param name="timeout">Timeout of each step: connecting, and the response.</param>
    public static async Task<RoomProbeResult> Try(ServerAddress server, TimeSpan timeout)
    {
        using var client = new TcpClient();
        try
        {
            using var connecting = new CancellationTokenSource(timeout);
            await client.ConnectAsync(server.Host, server.Port, connecting.Token);
        }
        catch (OperationCanceledException)
        {
            return new RoomProbeResult.NoAnswer();
        }
        catch (SocketException wrong)
        {
            return OfFailure(wrong);
        }

        return Classify(await FirstLine(client.GetStream(), timeout));
    }

    private static RoomProbeResult OfFailure(SocketException wrong) => wrong.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => new RoomProbeResult.UnknownHost(),
        SocketError.ConnectionRefused => new RoomProbeResult.NothingThere(),
        SocketError.TimedOut => new RoomProbeResult.NoAnswer(),
        _ => new RoomProbeResult.Failed(wrong.Message),
    };

    /// <summary>Reads up to a line break, the end of the connection or the timeout.</summary>
    private static async Task<string> FirstLine(NetworkStream stream, TimeSpan timeout)
    {
        var answer = new MemoryStream();
        try
        {
            using var end = new CancellationTokenSource(timeout);
            await stream.WriteAsync(RichRequest.Hello(""), end.Token);
            var buffer = new byte[4096];
            while (answer.Length < MaxAnswerBytes && await stream.ReadAsync(buffer, end.Token) is > 0 and var count)
            {
                answer.Write(buffer, 0, count);
                if (buffer.AsSpan(0, count).Contains((byte)'\n')) break;
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException)
        {
            // Timeout, or the connection was closed: judge what was received.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    /// <summary>
    /// Judges the response: a rich frame, or the greeting of an older room, which has no line break
    /// and may be several texts at once.
    /// </summary>
    public static RoomProbeResult Classify(string answer)
    {
        var line = answer.Split('\n')[0];
        if (!line.StartsWith("{\"code\"", StringComparison.Ordinal)) return new RoomProbeResult.NoRoom();
        try
        {
            using var frame = JsonDocument.Parse(line);
            var error = frame.RootElement.GetProperty("data").GetProperty("error").GetString();
            return new RoomProbeResult.Room(error == Refusal.NicknameEmpty.Code ? null : error);
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return new RoomProbeResult.Room();
        }
    }
}
