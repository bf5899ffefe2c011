using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects;

/// <summary>
/// What all conversations have in common: a mark of byte order at the beginning is no text, and
/// deaf once the client has broken the rules.
/// </summary>
internal abstract class Conversation : IConversation
{
    private ByteOrderMark _mark;
    private bool _isDeaf;

    public abstract IEncoder Encoder { get; }

    public TimeSpan? Patience => _isDeaf ? null : Waiting;

    /// <summary>Whether a mark of byte order, or what began like one, waits for its rest.</summary>
    protected bool IsMarkCut => _mark.IsCut;

    /// <summary>How long what is held waits for more, if it counts as whole then.</summary>
    protected virtual TimeSpan? Waiting => null;

    /// <summary>
    /// The client has said something before: what it says now is not the beginning.
    /// </summary>
    public void Follow() => _mark = ByteOrderMark.Passed;

    public virtual ClientMessage? Begin() => null;

    public virtual void Entered()
    {
    }

    public bool TryRead(ref ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ClientMessage? message)
    {
        message = _isDeaf || bytes.IsEmpty ? null : Heard(TakeText(ref bytes));
        if (_isDeaf) bytes = default;
        return message is not null;
    }

    public ClientMessage? Quiet() => Patience is null ? null : End();

    public ClientMessage? End()
    {
        if (_isDeaf) return null;
        var cut = _mark.Release();
        return Heard((cut.IsEmpty ? null : Take(ref cut)) ?? TakeHeld());
    }

    /// <summary>
    /// Takes the next message; null when there is none, and all of <paramref name="bytes"/> is
    /// taken.
    /// </summary>
    protected abstract ClientMessage? Take(ref ReadOnlySpan<byte> bytes);

    /// <summary>Nothing follows: takes what is held, if it counts as a message then.</summary>
    protected abstract ClientMessage? TakeHeld();

    private ClientMessage? TakeText(ref ReadOnlySpan<byte> bytes)
    {
        var noMark = _mark.Skip(ref bytes);
        return (noMark.IsEmpty ? null : Take(ref noMark)) ?? (bytes.IsEmpty ? null : Take(ref bytes));
    }

    private ClientMessage? Heard(ClientMessage? message)
    {
        _isDeaf = message is ClientMessage.Bad { Reason.Closes: true };
        return message;
    }
}
