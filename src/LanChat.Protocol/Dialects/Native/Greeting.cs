using System.Text.RegularExpressions;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// Decodes the first message, which selects the mode: a JSON object on a line selects rich, a
/// nickname on a line line mode, a nickname without a line end raw.
/// </summary>
internal sealed partial class Greeting(WireLimits limits, NativeEncoders encoders) : Conversation
{
    private const byte TlsHandshake = 0x16;
    private readonly TelnetLines _line = new(limits.Line);
    private IEncoder _encoder = encoders.Line;
    private bool _hasBegun;

    /// <summary>
    /// The conversation of the selected mode; null before the greeting is complete.
    /// </summary>
    public Conversation? Next { get; private set; }

    public override IEncoder Encoder => _encoder;

    protected override TimeSpan? Waiting =>
        IsMarkCut || !(_line.Held.IsEmpty || LooksRich(_line.Held)) ? limits.Quiet : null;

    protected override ClientMessage? Decode(ref ReadOnlySpan<byte> bytes)
    {
        if (!_hasBegun && bytes is [TlsHandshake, ..]) return Stranger(ForeignProtocolEncoder.Tls, Refusal.SpeaksTls);
        _hasBegun = true;
        var outcome = _line.Read(ref bytes, out var line, out var answer);
        if (answer is not null) return answer;
        return outcome switch
        {
            LineBuffer.Outcome.Unfinished => null,
            LineBuffer.Outcome.TooLong => new ClientMessage.Invalid(Refusal.LineTooLong),
            _ => line is [(byte)'{', ..] ? Hello(line) : NameOnALine(line),
        };
    }

    protected override ClientMessage? DecodeRest()
    {
        if (_line.Held.IsEmpty) return null;
        var bytes = _line.Release();
        if (LooksRich(bytes)) return Hello(bytes);
        Next = new RawMode(limits, encoders.Raw);
        return WireText.TryDecode(bytes, out var name)
            ? new EnterRequest(name)
            : new ClientMessage.Invalid(Refusal.NotText);
    }

    // A slow network may deliver a hello in pieces; a nickname in raw mode never starts like one.
    private static bool LooksRich(ReadOnlySpan<byte> held) =>
        held.StartsWith("{\"hello\""u8) || "{\"hello\""u8.StartsWith(held);

    private ClientMessage Hello(ReadOnlySpan<byte> line)
    {
        var hello = RichRequest.ReadHello(line, out var version);
        Next = new RichMode(limits, version == 1 ? encoders.Rich : encoders.Rich2, version);
        return hello;
    }

    private ClientMessage NameOnALine(ReadOnlySpan<byte> line)
    {
        if (!WireText.TryDecode(line, out var name)) return new ClientMessage.Invalid(Refusal.NotText);
        if (HttpRequestLine().IsMatch(name)) return Stranger(ForeignProtocolEncoder.Http, Refusal.SpeaksHttp);
        Next = new LineMode(limits, encoders.Line);
        return new EnterRequest(name);
    }

    private ClientMessage.Invalid Stranger(IEncoder answer, Refusal reason)
    {
        _encoder = answer;
        return new ClientMessage.Invalid(reason);
    }

    [GeneratedRegex(@"^[A-Z]+ \S+ HTTP/\d(\.\d)?$", RegexOptions.CultureInvariant)]
    private static partial Regex HttpRequestLine();
}
