using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects;

/// <summary>
/// The base of all conversations: skips a byte order mark at the start, and ignores everything
/// after a refusal that closes the connection.
/// </summary>
internal abstract class Conversation : IConversation
{
    private ByteOrderMark _mark;
    private bool _isRefused;

    public abstract IEncoder Encoder { get; }

    public TimeSpan? Patience => _isRefused ? null : Waiting;

    /// <summary>Whether an incomplete byte order mark is buffered.</summary>
    protected bool IsMarkCut => _mark.IsCut;

    /// <summary>
    /// The pause after which the buffered bytes count as a whole message; null if they never do.
    /// </summary>
    protected virtual TimeSpan? Waiting => null;

    /// <summary>
    /// Marks the start of the stream as passed: this conversation continues another one.
    /// </summary>
    public void Follow() => _mark = ByteOrderMark.Passed;

    public virtual ClientMessage? Begin() => null;

    public virtual void Entered()
    {
    }

    public bool TryRead(ref ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ClientMessage? message)
    {
        message = _isRefused || bytes.IsEmpty ? null : Track(DecodeText(ref bytes));
        if (_isRefused) bytes = default;
        return message is not null;
    }

    public ClientMessage? Quiet() => Patience is null ? null : End();

    public ClientMessage? End()
    {
        if (_isRefused) return null;
        var cut = _mark.Release();
        return Track((cut.IsEmpty ? null : Decode(ref cut)) ?? DecodeRest());
    }

    /// <summary>
    /// Reads the next message; returns null once all <paramref name="bytes"/> are consumed.
    /// </summary>
    protected abstract ClientMessage? Decode(ref ReadOnlySpan<byte> bytes);

    /// <summary>
    /// Ends the stream: returns the buffered bytes as a message if they count as one.
    /// </summary>
    protected abstract ClientMessage? DecodeRest();

    private ClientMessage? DecodeText(ref ReadOnlySpan<byte> bytes)
    {
        var noMark = _mark.Skip(ref bytes);
        return (noMark.IsEmpty ? null : Decode(ref noMark)) ?? (bytes.IsEmpty ? null : Decode(ref bytes));
    }

    /// <summary>Remembers a refusal that closes the connection.</summary>
    private ClientMessage? Track(ClientMessage? message)
    {
        _isRefused = message is ClientMessage.Invalid { Reason.Closes: true };
        return message;
    }
}
