using System.Text;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Refuses a client of another protocol in that protocol.</summary>
internal sealed class ForeignProtocolEncoder : IEncoder
{
    /// <summary>A fatal alert, handshake_failure (RFC 8446, section 6.2).</summary>
    public static readonly ForeignProtocolEncoder Tls = new(_ => [0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28]);

    /// <summary>Status 400 with the refusal's text as body.</summary>
    public static readonly ForeignProtocolEncoder Http = new(reason => Encoding.ASCII.GetBytes(
        "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\n"
        + $"Content-Length: {reason.Text.Length + 1}\r\nConnection: close\r\n\r\n{reason.Text}\n"));

    private readonly Func<Refusal, byte[]> _answer;

    private ForeignProtocolEncoder(Func<Refusal, byte[]> answer) => _answer = answer;

    public bool FramesArriveAlone => false;

    public IReadOnlyList<byte[]> Encode(IReadOnlyList<RoomEvent> events) =>
        [.. events.OfType<RoomEvent.Refused>().Select(refused => _answer(refused.Reason))];
}
