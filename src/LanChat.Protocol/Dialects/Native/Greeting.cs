using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// The first thing a client sends, and which mode it means: an object on a line is rich, a name on a line is line mode, a name that nothing
/// follows is raw.
/// </summary>
internal sealed partial class Greeting(WireLimits limits) : IConversation
{
    private const byte TlsHandshake = 0x16;
    private readonly LineBuffer _line = new(limits.Line);

    /// <summary>How it goes on, once that is known.</summary>
    public IConversation? Next { get; private set; }

    public IEncoder Encoder { get; private set; } = JsonEncoder.Line;

    public TimeSpan? Patience => _line.Held.IsEmpty || LooksRich(_line.Held) ? null : limits.Quiet;

    public bool TryRead(ref ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ClientMessage? message)
    {
        message = null;
        if (_line.Held.IsEmpty && bytes is [TlsHandshake, ..])
        {
            message = Stranger(ForeignAnswer.Tls, Refusal.SpeaksTls);
            return true;
        }

        switch (_line.Take(ref bytes, out var line))
        {
            case LineBuffer.Outcome.Unfinished:
                return false;
            case LineBuffer.Outcome.TooLong:
                message = new ClientMessage.Bad(Refusal.LineTooLong);
                return true;
            default:
                message = line is [(byte)'{', ..] ? Hello(line) : NameOnALine(line);
                return true;
        }
    }

    public ClientMessage? Quiet() => Patience is null ? null : End();

    public ClientMessage? End()
    {
        if (_line.Held.IsEmpty) return null;
        var bytes = _line.Release();
        if (LooksRich(bytes)) return Hello(bytes);
        Next = new RawMode(limits);
        return WireText.TryDecode(bytes, out var name) ? new ClientMessage.Enter(name) : new ClientMessage.Bad(Refusal.NotText);
    }

    // A hello may come in pieces over a slow network; a raw nickname does not begin like one.
    private static bool LooksRich(ReadOnlySpan<byte> held) =>
        held.StartsWith("{\"hello\""u8) || "{\"hello\""u8.StartsWith(held);

    private ClientMessage Hello(ReadOnlySpan<byte> line)
    {
        Next = new RichMode(limits);
        return RichRequest.ReadHello(line);
    }

    private ClientMessage NameOnALine(ReadOnlySpan<byte> line)
    {
        if (!WireText.TryDecode(line, out var name)) return new ClientMessage.Bad(Refusal.NotText);
        if (HttpRequestLine().IsMatch(name)) return Stranger(ForeignAnswer.Http, Refusal.SpeaksHttp);
        Next = new LineMode(limits);
        return new ClientMessage.Enter(name);
    }

    private ClientMessage.Bad Stranger(IEncoder answer, Refusal reason)
    {
        Encoder = answer;
        return new ClientMessage.Bad(reason);
    }

    [GeneratedRegex(@"^[A-Z]+ \S+ HTTP/\d(\.\d)?$", RegexOptions.CultureInvariant)]
    private static partial Regex HttpRequestLine();
}
