using Akka.IO;
using LanChat.Protocol.Dialects;

namespace LanChat.Server.Broadcasts;

/// <summary>
/// A batch in one dialect. Read-only: many sockets send the same arrays at the same time.
/// </summary>
internal sealed class EncodedBroadcast(IEncoder encoder, IReadOnlyList<byte[]> frames, EncodedBroadcast? next)
{
    public IEncoder Encoder { get; } = encoder;

    public IReadOnlyList<byte[]> Frames { get; } = frames;

    /// <summary>
    /// The write command, if the batch is a single frame; shared by all recipients whose queue is
    /// empty.
    /// </summary>
    public Tcp.Write? Write { get; } = frames is [var only]
        ? Tcp.Write.Create(ByteString.FromBytes(only), WriteAck.Instance)
        : null;

    /// <summary>The next entry of the batch's linked list of encodings.</summary>
    public EncodedBroadcast? Next { get; } = next;
}
