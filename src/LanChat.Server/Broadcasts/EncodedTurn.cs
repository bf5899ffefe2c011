using Akka.IO;
using LanChat.Protocol.Dialects;

namespace LanChat.Server.Broadcasts;

/// <summary>
/// A turn in one dialect. Nothing in it may be changed: the same arrays are on their way to many
/// sockets at once.
/// </summary>
internal sealed class EncodedTurn(IEncoder encoder, IReadOnlyList<byte[]> frames, EncodedTurn? older)
{
    public IEncoder Encoder { get; } = encoder;

    public IReadOnlyList<byte[]> Frames { get; } = frames;

    /// <summary>
    /// The command that writes all of it, when that is one frame: most receivers of most turns have
    /// nothing else waiting, and can share it.
    /// </summary>
    public Tcp.Write? Write { get; } = frames is [var only]
        ? Tcp.Write.Create(ByteString.FromBytes(only), Written.Instance)
        : null;

    /// <summary>The same turn in the dialect that was asked for before.</summary>
    public EncodedTurn? Older { get; } = older;
}
