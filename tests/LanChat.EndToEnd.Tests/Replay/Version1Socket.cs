using System.Net;
using System.Text;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Replay;

/// <summary>A TCP client.</summary>
/// <param name="client">The connected socket.</param>
/// <param name="firstFrame">
/// Returns the length of the first complete frame in what was received, or 0.
/// </param>
internal sealed class Version1Socket(SocketClient client, Version1Socket.FirstFrame firstFrame) : IVersion1Connection
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private byte[] _received = [];

    public delegate int FirstFrame(ReadOnlySpan<byte> received);

    public static async Task<Version1Socket> Connect(IPEndPoint endPoint, FirstFrame firstFrame) =>
        new(await SocketClient.Connect(endPoint), firstFrame);

    public Task Send(string text) => client.Send(text);

    public async Task<string?> Next()
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        int length;
        while ((length = firstFrame(_received)) == 0)
        {
            var count = await client.Socket.ReceiveAsync(_buffer.AsMemory(), timeout.Token);
            if (count == 0 && _received.Length > 0) throw new EndOfStreamException(Encoding.UTF8.GetString(_received));
            if (count == 0) return null;
            _received = [.. _received, .. _buffer[..count]];
        }

        var frame = Encoding.UTF8.GetString(_received, 0, length);
        _received = _received[length..];
        return frame;
    }

    public Task End(bool isBroken)
    {
        if (isBroken) client.Reset();
        else client.EndSending();
        return Task.CompletedTask;
    }

    public void Dispose() => client.Dispose();
}
