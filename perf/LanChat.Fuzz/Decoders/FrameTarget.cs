using LanChat.Fuzz.Inputs;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Fuzz.Decoders;

/// <summary>
/// Frames of a server as read by a rich client: a decoded frame can be written again and is then
/// the same.
/// </summary>
internal sealed class FrameTarget : ITarget
{
    public string Name => "frame";

    public int Read(Dice dice)
    {
        byte[] line = [.. Script.Of(Recordings.Of(Name), dice).SelectMany(piece => piece.Bytes)];
        if (!RichFrame.TryRead(line, out var said)) return 0;

        var written = JsonEncoder.Rich2.Encode([said])[0];
        Broken.Unless(
            RichFrame.TryRead(written.AsMemory(..^1), out var same), "a frame that can't be read when written again");
        Broken.Unless(written.AsSpan().SequenceEqual(
            JsonEncoder.Rich2.Encode([same])[0]), "a frame that changes when written again");
        return 1;
    }
}
