using System.Diagnostics.CodeAnalysis;

namespace LanChat.Protocol.Dialects;

/// <summary>
/// The decoder of one connection. Not thread-safe. Buffers at most one unfinished message of up to
/// <see cref="WireLimits.Line"/> bytes; uses no memory without one.
/// </summary>
public interface IConversation
{
    /// <summary>
    /// The encoder for this client. May change until the first message is decoded, because the
    /// greeting decides about it.
    /// </summary>
    IEncoder Encoder { get; }

    /// <summary>
    /// Returns the request to handle once the client has connected, before it sends bytes; null if
    /// none.
    /// </summary>
    ClientMessage? Begin() => null;

    /// <summary>The room has let the client in.</summary>
    void Entered()
    {
    }

    /// <summary>
    /// The pause after which the connection must call <see cref="Quiet"/>; null if nothing is
    /// buffered that could count as a whole message.
    /// </summary>
    TimeSpan? Patience { get; }

    /// <summary>
    /// Decodes the next message of one read and advances <paramref name="bytes"/>. Call it until it
    /// returns false; then <paramref name="bytes"/> is empty and the rest is buffered. Ignores
    /// everything after a <see cref="ClientMessage.Invalid"/> that closes the connection.
    /// </summary>
    bool TryRead(ref ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ClientMessage? message);

    /// <summary>
    /// No bytes came during <see cref="Patience"/>: returns the buffered message if it counts as
    /// whole.
    /// </summary>
    ClientMessage? Quiet();

    /// <summary>
    /// The client has closed its side: returns the buffered message if it counts as whole.
    /// </summary>
    ClientMessage? End();
}
