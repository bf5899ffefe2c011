using System.Runtime.InteropServices;
using System.Text.Unicode;
using LanChat.Fuzz.Inputs;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Fuzz.Decoders;

/// <summary>
/// A dialect's decoder. It reads every session twice, the second time split into other reads. Where
/// messages are delimited, the result must be the same; where a read is a message, the same if the
/// read was split inside a character. The result must be encodable for all clients.
/// </summary>
internal sealed class ConversationTarget(IDialect dialect, Audience audience) : ITarget
{
    // The maximum allocation of two conversations per input: a few objects for each message of two
    // bytes, and what pools keep.
    private const long AllocatedPerByte = 1024;
    private const long AllocatedAtMost = 256 * 1024;

    private static readonly PeerAddress Peer = new("192.168.38.203", 51937);
    private static readonly int[] Limits = [64, 96, 200, 1024, 4096, 64 * 1024];
    private readonly Framing _framing = Framing.Of(dialect);

    public string Name => dialect.Name;

    public int Read(Dice dice)
    {
        var longest = dice.Of(Limits);
        var script = Script.Of(Recordings.Of(dialect.Name), dice);
        var letsIn = !dice.Once(16);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var uncut = Open(longest, letsIn);
        var cut = Open(longest, letsIn);
        foreach (var piece in script) Hear(piece, uncut, cut, dice);
        if (!dice.Once(8))
        {
            uncut.Ends();
            cut.Ends();
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Broken.Unless(
            allocated <= AllocatedAtMost + (AllocatedPerByte * script.Sum(piece => piece.Bytes.Count)),
            "memory out of proportion");
        Same(uncut, cut);
        audience.Hears(uncut.Heard, dice);
        return uncut.Heard.Count(message => message is not ClientMessage.Invalid);
    }

    private Hearing Open(int longest, bool letsIn)
    {
        var hearing = new Hearing(dialect.Open(WireLimits.Default with { Line = longest }, Peer), longest, letsIn);
        hearing.Begins();
        return hearing;
    }

    private void Hear(Piece piece, Hearing uncut, Hearing cut, Dice dice)
    {
        var bytes = CollectionsMarshal.AsSpan(piece.Bytes);
        var isRaw = _framing.IsRaw(uncut.Conversation);
        var mayBeCut = _framing.IsKnown && (!isRaw || (uncut.Conversation.Patience is null && Utf8.IsValid(bytes)));
        uncut.Reads(bytes);
        foreach (var read in Cuts(bytes.Length, mayBeCut, dice, insideOf: isRaw ? bytes : [])) cut.Reads(bytes[read]);
        if (!piece.Pauses) return;
        uncut.Waits();
        cut.Waits();
    }

    private static List<Range> Cuts(int length, bool mayBeCut, Dice dice, ReadOnlySpan<byte> insideOf)
    {
        var reads = new List<Range>();
        var longest = dice.Once(4) ? 1 : 1 + dice.Below(length + 1);
        var from = 0;
        for (var at = 1; mayBeCut && at < length; at++)
        {
            var isBetween = insideOf.Length > 0 && (insideOf[at] & 0xC0) != 0x80;
            if (isBetween || !(longest == 1 || dice.Once(longest))) continue;
            reads.Add(from..at);
            from = at;
        }

        reads.Add(from..length);
        return reads;
    }

    private static void Same(Hearing uncut, Hearing cut)
    {
        for (var at = 0; at < Math.Min(uncut.Heard.Count, cut.Heard.Count); at++)
            Broken.Unless(uncut.Heard[at] == cut.Heard[at], "another message when reads are cut elsewhere");
        Broken.Unless(uncut.Heard.Count == cut.Heard.Count, "more or fewer messages when reads are cut elsewhere");
    }
}
