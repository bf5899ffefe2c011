using System.Net;
using System.Text;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Replay;

/// <summary>A client that speaks TCP.</summary>
/// <param name="client">Connected.</param>
/// <param name="firstFrame">
/// How long the first whole frame is of what was received; 0 while there is none.
/// </param>
internal sealed class OldSocket(SocketClient client, OldSocket.FirstFrame firstFrame) : IOldConnection
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private byte[] _received = [];

    public delegate int FirstFrame(ReadOnlySpan<byte> received);

    public static async Task<OldSocket> Connect(IPEndPoint endPoint, FirstFrame firstFrame) =>
        new(await SocketClient.Connect(endPoint), firstFrame);

    public Task Send(string text) => client.Send(text);

    public async Task<string?> Next()
    {
        using var patience = new CancellationTokenSource(RunningProgram.Patience);
        int length;
        while ((length = firstFrame(_received)) == 0)
        {
            var count = await client.Socket.ReceiveAsync(_buffer.AsMemory(), patience.Token);
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
