namespace LanChat.Protocol.Text;

/// <summary>
/// What telnet sends between the text (RFC 854): options are declined (RFC 855), all else is passed
/// over, so that Ctrl+C ends nothing. Its first byte, 255, is in no text of UTF-8 or GBK; two of
/// them are one that is cut short, since an urgent byte may be lost between them.
/// </summary>
internal struct Telnet
{
    /// <summary>The byte that every command begins with (IAC).</summary>
    public const byte Command = 255;

    private const byte Dont = 254;
    private const byte Do = 253;
    private const byte Wont = 252;
    private const byte Will = 251;
    private const byte Begin = 250;
    private const byte End = 240;

    private State _state;
    private byte _verb;

    private enum State
    {
        Text,
        Command,
        Option,
        Sub,
        SubCommand,
    }

    /// <summary>The text at the beginning.</summary>
    public readonly ReadOnlySpan<byte> TextIn(ReadOnlySpan<byte> bytes)
    {
        if (_state != State.Text) return [];
        var end = bytes.IndexOf(Command);
        return end < 0 ? bytes : bytes[..end];
    }

    /// <summary>
    /// Takes what stands before the next text, up to something that is to be answered.
    /// </summary>
    /// <returns>The answer, if there is one.</returns>
    public ClientMessage.Declined? Skip(ref ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0 && (_state != State.Text || bytes[0] == Command))
        {
            var next = bytes[0];
            bytes = bytes[1..];
            if (_state == State.Option)
            {
                _state = State.Text;
                if (_verb is Do or Will) return new ClientMessage.Declined(_verb == Do ? Wont : Dont, next);
                continue;
            }

            _state = (_state, next) switch
            {
                (State.Text or State.Command, Command) => State.Command,
                (State.Command, >= Will and <= Dont) => State.Option,
                (State.Command, Begin) => State.Sub,
                (State.Sub, Command) => State.SubCommand,
                (State.Sub, _) => State.Sub,
                (State.SubCommand, not End) => State.Sub,
                _ => State.Text,
            };
            _verb = next;
        }

        return null;
    }
}
