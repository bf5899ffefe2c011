using System.Net.WebSockets;
using System.Threading.Channels;

namespace LanChat.Server.Tests.Web;

/// <summary>A WebSocket whose other end is the test.</summary>
internal sealed class FakeWebSocket : WebSocket
{
    private readonly Channel<(byte[] Piece, WebSocketMessageType Type, bool IsLast)> _incoming =
        Channel.CreateUnbounded<(byte[], WebSocketMessageType, bool)>();
    private readonly Channel<byte[]> _sent = Channel.CreateUnbounded<byte[]>();
    private WebSocketState _state = WebSocketState.Open;

    public override WebSocketCloseStatus? CloseStatus => null;

    public override string? CloseStatusDescription => null;

    public override WebSocketState State => _state;

    public override string? SubProtocol => null;

    /// <summary>Delays sends until it completes.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public bool IsAborted { get; private set; }

    public void Receive(byte[] piece, bool isLast = true) =>
        _incoming.Writer.TryWrite((piece, WebSocketMessageType.Text, isLast));

    public void ReceiveClose() => _incoming.Writer.TryWrite(([], WebSocketMessageType.Close, true));

    public void Fail() => _incoming.Writer.Complete(new WebSocketException("broken"));

    public async Task<byte[]> NextSent() => await _sent.Reader.ReadAsync();

    public override void Abort() => IsAborted = true;

    public override Task CloseAsync(
        WebSocketCloseStatus closeStatus,
        string? statusDescription,
        CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task CloseOutputAsync(
        WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken)
    {
        _state = _state == WebSocketState.CloseReceived ? WebSocketState.Closed : WebSocketState.CloseSent;
        return Task.CompletedTask;
    }

    public override void Dispose()
    {
    }

    public override Task<WebSocketReceiveResult> ReceiveAsync(
        ArraySegment<byte> buffer, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override async ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(
        Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var (piece, type, isLast) = await _incoming.Reader.ReadAsync(cancellationToken);
        if (type == WebSocketMessageType.Close)
            _state = _state == WebSocketState.CloseSent ? WebSocketState.Closed : WebSocketState.CloseReceived;
        piece.CopyTo(buffer);
        return new ValueWebSocketReceiveResult(piece.Length, type, isLast);
    }

    public override async Task SendAsync(
        ArraySegment<byte> buffer,
        WebSocketMessageType messageType,
        bool endOfMessage,
        CancellationToken cancellationToken)
    {
        await Gate;
        _sent.Writer.TryWrite([.. buffer]);
    }
}
