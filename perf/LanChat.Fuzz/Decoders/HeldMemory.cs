using System.Runtime.InteropServices;
using LanChat.Fuzz.Inputs;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Older;

namespace LanChat.Fuzz.Decoders;

/// <summary>
/// Memory held for clients that stopped inside a message: the unfinished message and a few objects,
/// nothing else.
/// </summary>
internal static class HeldMemory
{
    private const int Together = 500;

    // The length of a session.
    private const int Usual = 256;

    // The size of the objects of an empty conversation.
    private const int Objects = 1024;

    private static readonly PeerAddress Peer = new("192.168.38.203", 51937);

    /// <summary>
    /// Returns the maximum bytes that one of many conversations held beyond its maximum message.
    /// </summary>
    public static long Measure(ulong seed, int times)
    {
        var most = long.MinValue;
        for (var time = 0; time < times; time++)
        {
            var dice = new Dice(Dice.SeedOf(seed, time));
            var longest = 256 << dice.Below(6);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var held = Conversations(dice, longest);
            var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / Together;
            GC.KeepAlive(held);
            most = Math.Max(most, each - longest);
            Broken.Unless(
                each <= longest + Objects, $"{each} bytes held by each of {Together} conversations of {longest}");
        }

        return most;
    }

    private static List<IConversation> Conversations(Dice dice, int longest)
    {
        var held = new List<IConversation>(Together);
        var dialect = dice.Of(AllDialects.List);
        while (held.Count < Together)
        {
            var hearing = new Hearing(
                dialect.Open(WireLimits.Default with { Line = longest }, Peer), longest, letsIn: true);
            foreach (var piece in Script.Of(Recordings.Of(dialect.Name), dice))
            {
                hearing.Reads(CollectionsMarshal.AsSpan(piece.Bytes));
                if (piece.Pauses) hearing.Waits();
            }

            // Fills up to about the limit, if the session so far allows it.
            var rest = new byte[longest - dice.Below(Usual)];
            rest.AsSpan().Fill((byte)'a');
            hearing.Reads(rest);
            if (!hearing.IsClosed) held.Add(hearing.Conversation);
        }

        return held;
    }
}
