using System.Net;
using System.Net.Sockets;
using System.Text;
using LanChat.Protocol;

namespace LanChat.Client.Doctor.Facts;

/// <summary>
/// Receives announcements for a while and tests whether own broadcasts come back.
/// </summary>
internal sealed class DiscoveryProbe : IDisposable
{
    private readonly Socket _socket;
    private readonly int _port;
    private readonly IReadOnlyList<IPAddress> _own;
    private readonly Dictionary<string, IPAddress> _sent = [];
    private readonly HashSet<IPAddress> _cameBack = [];
    private readonly Dictionary<PeerAddress, ReceivedRoom> _rooms = [];

    private DiscoveryProbe(int port, IReadOnlyList<IPAddress> own)
    {
        (_socket, _port, _own) = (UdpPort.Open(port), port, own);
        _socket.EnableBroadcast = true;
    }

    /// <param name="port">The UDP port; must be available.</param>
    /// <param name="targets">The broadcast addresses to test.</param>
    /// <param name="own">This computer's addresses.</param>
    /// <param name="time">How long to receive.</param>
    public static async Task<DiscoveryResult> Run(
        int port,
        IReadOnlyList<IPAddress> targets,
        IReadOnlyList<IPAddress> own,
        TimeSpan time)
    {
        using var probe = new DiscoveryProbe(port, own);
        var failures = targets.ToDictionary(target => target, probe.Send);
        await probe.Receive(time);
        return new DiscoveryResult(
            time,
            [.. targets.Select(target => new Echo(target, probe._cameBack.Contains(target), failures[target]))],
            [.. probe._rooms.Values]);
    }

    public void Dispose() => _socket.Dispose();

    // Not an announcement, so that no client lists it; unique per target, to match the echo.
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

    private async Task Receive(TimeSpan time)
    {
        using var end = new CancellationTokenSource(time);
        var buffer = new byte[Announcement.LongestDatagram + 1];
        while (!end.IsCancellationRequested)
        {
            try
            {
                var datagram = await _socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), end.Token);
                Handle(buffer.AsMemory(0, datagram.ReceivedBytes), ((IPEndPoint)datagram.RemoteEndPoint).Address);
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException)
            {
                // The time is over, or a datagram exceeded the buffer, which is an error on some
                // systems.
            }
        }
    }

    private void Handle(ReadOnlyMemory<byte> datagram, IPAddress source)
    {
        if (_sent.TryGetValue(Encoding.ASCII.GetString(datagram.Span), out var target)) _cameBack.Add(target);
        else if (Announcement.TryRead(datagram, source, out var room))
            _rooms[room.Address] = new ReceivedRoom(room, IPAddress.IsLoopback(source) || _own.Contains(source));
    }
}
