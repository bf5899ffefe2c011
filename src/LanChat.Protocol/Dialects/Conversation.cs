using System.Diagnostics.CodeAnalysis;

namespace LanChat.Protocol.Dialects;

/// <summary>What all conversations have in common: deaf once the client has broken the rules.</summary>
internal abstract class Conversation : IConversation
{
    private bool _isDeaf;

    public abstract IEncoder Encoder { get; }

    public TimeSpan? Patience => _isDeaf ? null : Waiting;

    /// <summary>How long what is held waits for more, if it counts as whole then.</summary>
    protected virtual TimeSpan? Waiting => null;

    public virtual ClientMessage? Begin() => null;

    public virtual void Entered()
    {
    }

    public bool TryRead(ref ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ClientMessage? message)
    {
        message = _isDeaf || bytes.IsEmpty ? null : Heard(Take(ref bytes));
        if (_isDeaf) bytes = default;
        return message is not null;
    }

    public ClientMessage? Quiet() => Patience is null ? null : End();

    public ClientMessage? End() => _isDeaf ? null : Heard(TakeHeld());

    /// <summary>Takes the next message; null when there is none, and all of <paramref name="bytes"/> is taken.</summary>
    protected abstract ClientMessage? Take(ref ReadOnlySpan<byte> bytes);

    /// <summary>Nothing follows: takes what is held, if it counts as a message then.</summary>
    protected abstract ClientMessage? TakeHeld();

    private ClientMessage? Heard(ClientMessage? message)
    {
        _isDeaf = message is ClientMessage.Bad { Reason.Closes: true };
        return message;
    }
}
