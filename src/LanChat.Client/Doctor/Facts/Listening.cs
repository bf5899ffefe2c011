using System.Net;
using System.Net.Sockets;
using System.Text;
using LanChat.Protocol;

namespace LanChat.Client.Doctor.Facts;

/// <summary>Listens for rooms for a while, and whether what is sent to everybody comes back.</summary>
internal sealed class Listening : IDisposable
{
    private readonly Socket _socket;
    private readonly int _port;
    private readonly IReadOnlyList<IPAddress> _own;
    private readonly Dictionary<string, IPAddress> _sent = [];
    private readonly HashSet<IPAddress> _cameBack = [];
    private readonly Dictionary<PeerAddress, HeardRoom> _rooms = [];

    private Listening(int port, IReadOnlyList<IPAddress> own)
    {
        (_socket, _port, _own) = (UdpPort.Open(port), port, own);
        _socket.EnableBroadcast = true;
    }

    /// <param name="port">The UDP port, which can be listened on.</param>
    /// <param name="targets">Where to send a datagram each.</param>
    /// <param name="own">This computer's addresses.</param>
    /// <param name="time">For how long.</param>
    public static async Task<Heard> For(int port, IReadOnlyList<IPAddress> targets, IReadOnlyList<IPAddress> own, TimeSpan time)
    {
        using var listening = new Listening(port, own);
        var failures = targets.ToDictionary(target => target, listening.Send);
        await listening.Hear(time);
        return new Heard(
            time,
            [.. targets.Select(target => new Echo(target, listening._cameBack.Contains(target), failures[target]))],
            [.. listening._rooms.Values]);
    }

    public void Dispose() => _socket.Dispose();

    // No announcement, so that nobody lists it; of its own for each target, so that one is not taken for another.
    private string? Send(IPAddress target)
    {
        var text = $$"""{"doctor": "{{Guid.NewGuid():N}}"}""";
        try
        {
            _socket.SendTo(Encoding.ASCII.GetBytes(text), new IPEndPoint(target, _port));
            _sent.Add(text, target);
            return null;
        }
        catch (SocketException wrong)
        {
            return wrong.Message;
        }
    }

    private async Task Hear(TimeSpan time)
    {
        using var end = new CancellationTokenSource(time);
        var buffer = new byte[Announcement.LongestDatagram + 1];
        while (!end.IsCancellationRequested)
        {
            try
            {
                var received = await _socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), end.Token);
                Take(buffer.AsMemory(0, received.ReceivedBytes), ((IPEndPoint)received.RemoteEndPoint).Address);
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException)
            {
                // The time is over, or one datagram was too long, which some systems call an error.
            }
        }
    }

    private void Take(ReadOnlyMemory<byte> datagram, IPAddress source)
    {
        if (_sent.TryGetValue(Encoding.ASCII.GetString(datagram.Span), out var target)) _cameBack.Add(target);
        else if (Announcement.TryRead(datagram, source, out var room))
            _rooms[room.Address] = new HeardRoom(room, IPAddress.IsLoopback(source) || _own.Contains(source));
    }
}
