using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Doctor.Facts;

/// <summary>
/// Finds out whether a room can be entered at an address, without entering: no nickname is empty, so a room refuses it, and nobody in it
/// notices. Only rooms of the older system take any name.
/// </summary>
internal static class RoomGreeting
{
    private const int LongestAnswer = 64 * 1024;

    /// <param name="server">The address.</param>
    /// <param name="patience">How long each of the two steps may take: connecting, and being answered.</param>
    public static async Task<Reached> Try(ServerAddress server, TimeSpan patience)
    {
        using var client = new TcpClient();
        try
        {
            using var connecting = new CancellationTokenSource(patience);
            await client.ConnectAsync(server.Host, server.Port, connecting.Token);
        }
        catch (OperationCanceledException)
        {
            return new Reached.NoAnswer();
        }
        catch (SocketException wrong)
        {
            return OfFailure(wrong);
        }

        return Judge(await FirstLine(client.GetStream(), patience));
    }

    private static Reached OfFailure(SocketException wrong) => wrong.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => new Reached.UnknownHost(),
        SocketError.ConnectionRefused => new Reached.NothingThere(),
        SocketError.TimedOut => new Reached.NoAnswer(),
        _ => new Reached.Failed(wrong.Message),
    };

    /// <summary>The first thing that comes: up to a line end, a pause as long as the patience, or the connection's end.</summary>
    private static async Task<string> FirstLine(NetworkStream stream, TimeSpan patience)
    {
        var answer = new MemoryStream();
        try
        {
            using var end = new CancellationTokenSource(patience);
            await stream.WriteAsync(RichRequest.Hello(""), end.Token);
            var buffer = new byte[4096];
            while (answer.Length < LongestAnswer && await stream.ReadAsync(buffer, end.Token) is > 0 and var count)
            {
                answer.Write(buffer, 0, count);
                if (buffer.AsSpan(0, count).Contains((byte)'\n')) break;
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException)
        {
            // Silent for too long, or hung up: what has come is the answer.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    /// <summary>A rich frame, or what an older room says to somebody who came in, without a line end and maybe several at once.</summary>
    public static Reached Judge(string answer)
    {
        var line = answer.Split('\n')[0];
        if (!line.StartsWith("{\"code\"", StringComparison.Ordinal)) return new Reached.NoRoom();
        try
        {
            using var frame = JsonDocument.Parse(line);
            var error = frame.RootElement.GetProperty("data").GetProperty("error").GetString();
            return new Reached.Room(error == Refusal.NicknameEmpty.Code ? null : error);
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return new Reached.Room();
        }
    }
}
