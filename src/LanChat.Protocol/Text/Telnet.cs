namespace LanChat.Protocol.Text;

/// <summary>
/// Filters telnet commands (RFC 854) out of text. Declines options (RFC 855) and ignores all other
/// commands, so that Ctrl+C does not disconnect. The command byte, 255, occurs in neither UTF-8 nor
/// GBK. 255 twice counts as one command cut short, not as an escaped 255, because TCP may drop an
/// urgent byte between the two.
/// </summary>
internal struct Telnet
{
    /// <summary>The first byte of every command (IAC).</summary>
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

    /// <summary>Returns the text before the first command.</summary>
    public readonly ReadOnlySpan<byte> TextIn(ReadOnlySpan<byte> bytes)
    {
        if (_state != State.Text) return [];
        var end = bytes.IndexOf(Command);
        return end < 0 ? bytes : bytes[..end];
    }

    /// <summary>Skips commands up to the next text, or to an option to decline.</summary>
    /// <returns>The reply to the client; null if none is needed.</returns>
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
