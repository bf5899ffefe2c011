using System.Diagnostics.CodeAnalysis;

namespace LanChat.Protocol.Dialects;

/// <summary>
/// Turns what arrives from one client into messages. Not thread-safe. Holds at most one unfinished
/// message, bounded by <see cref="WireLimits.Line"/>, and no memory while there is none.
/// </summary>
public interface IConversation
{
    /// <summary>
    /// Writes to this client. May change until the first message is out, when the client has shown
    /// what it speaks.
    /// </summary>
    IEncoder Encoder { get; }

    /// <summary>
    /// What is to be done when the client has connected, before it says anything.
    /// </summary>
    ClientMessage? Begin() => null;

    /// <summary>The room let the client in.</summary>
    void Entered()
    {
    }

    /// <summary>
    /// Set while something unfinished is held that counts as whole if nothing follows for so long:
    /// then <see cref="Quiet"/> is to be called.
    /// </summary>
    TimeSpan? Patience { get; }

    /// <summary>
    /// Takes the next message from what one read returned, advancing <paramref name="bytes"/>. Call
    /// until it answers false; then <paramref name="bytes"/> is empty and the rest is held. After a
    /// <see cref="ClientMessage.Bad"/> that closes, nothing more is taken.
    /// </summary>
    bool TryRead(ref ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ClientMessage? message);

    /// <summary>
    /// Nothing has followed for <see cref="Patience"/>: what is held may be a whole message.
    /// </summary>
    ClientMessage? Quiet();

    /// <summary>
    /// The client will send no more: what is held is its last message, if it is one.
    /// </summary>
    ClientMessage? End();
}
