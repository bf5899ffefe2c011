using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Sessions;

/// <summary>
/// The lines of one session on their way to the room: those that wait to be sent, then those that
/// were sent and are not answered. Each has a ref, by which a server that knows refs says it once,
/// however often it is sent. A line leaves in one way only: it was answered, it is in doubt, it was
/// declined, or it was never sent.
/// </summary>
/// <param name="most">How many lines are kept, sent or not.</param>
internal sealed class Outbox(int most)
{
    private sealed record Kept(Line Line, string Ref, long Id, bool WasSent = false);

    /// <summary>So many bytes go out at once; at least one line does.</summary>
    private const int EnoughForOneWrite = 64 * 1024;
    private const int RefBytes = 16;

    private readonly Queue<Kept> _sent = new();
    private Queue<Kept> _waiting = new();
    private long _lastId;

    public bool IsEmpty => _waiting.Count == 0 && _sent.Count == 0;

    public bool HasSent => _sent.Count > 0;

    /// <summary>False when too many lines are kept already.</summary>
    public bool TryKeep(Line line)
    {
        if (_waiting.Count + _sent.Count >= most) return false;
        _waiting.Enqueue(new Kept(line, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RefBytes)), ++_lastId));
        return true;
    }

    /// <summary>
    /// What is to be written next, empty when nothing waits or more would be too much. Lines the
    /// server would close for are declined instead.
    /// </summary>
    /// <param name="longestLine">The most bytes of a line to the server, without its end.</param>
    /// <param name="pacing">How many may be said now.</param>
    /// <param name="declined">Is told what will not be sent, and why.</param>
    /// <param name="knowsRefs">Whether the server does.</param>
    /// <param name="hasIds">Whether the server's answers carry the ids of requests.</param>
    public byte[] TakeForWriting(
        int longestLine, Pacing pacing, Action<Line, string> declined, bool knowsRefs = false, bool hasIds = false)
    {
        var bytes = new ArrayBufferWriter<byte>();
        while (bytes.WrittenCount < EnoughForOneWrite && _waiting.Count > 0 && pacing.TryTake())
        {
            var kept = _waiting.Dequeue();
            var request = kept.Line.Wish.Write(knowsRefs ? kept.Ref : null, hasIds ? kept.Id : null);
            if (kept.Line.Text.Contains('\0'))
            {
                declined(kept.Line, ConnectionTexts.HoldsNul);
            }
            else if (request.Length - 1 > longestLine)
            {
                declined(kept.Line, ConnectionTexts.LineTooLong(longestLine));
            }
            else if (kept.WasSent && !knowsRefs)
            {
                declined(kept.Line, ConnectionTexts.MayBeSaid);
            }
            else
            {
                bytes.Write(request);
                _sent.Enqueue(kept);
            }
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>
    /// The line this answers: the room keeps the order, so it is the first that was sent, or none.
    /// </summary>
    public Line? TakeAnswered(RoomEvent known, PeerAddress me, bool hasIds = false)
    {
        if (!_sent.TryPeek(out var first)) return null;
        if (hasIds) return known.ReplyTo == first.Id ? _sent.Dequeue().Line : null;
        var isAnswered = known is RoomEvent.Known { Ref: var reference }
            ? reference == first.Ref
            : first.Line.Wish.IsAnsweredBy(known, me);
        return isAnswered ? _sent.Dequeue().Line : null;
    }

    /// <summary>
    /// The connection to a server that knows refs is lost: what was sent and not answered is sent
    /// again, before all that waits.
    /// </summary>
    /// <returns>Those lines.</returns>
    public IReadOnlyList<Line> SendAgain()
    {
        var again = _sent.Where(kept => kept.Line.Wish.IsSaidOnce())
            .Select(kept => kept with { WasSent = true })
            .ToArray();
        var others = _sent.Where(kept => !kept.Line.Wish.IsSaidOnce()).ToArray();
        _sent.Clear();
        foreach (var kept in others) _sent.Enqueue(kept);
        _waiting = new Queue<Kept>([.. again, .. _waiting]);
        return [.. again.Select(kept => kept.Line)];
    }

    /// <summary>The connection is lost: what was sent and not answered is in doubt.</summary>
    public IReadOnlyList<Line> TakeDoubtful() => TakeAll(_sent);

    /// <summary>What was never sent, and what is still in doubt.</summary>
    public (IReadOnlyList<Line> Unsent, IReadOnlyList<Line> Doubtful) TakeUnsent()
    {
        var all = _waiting.ToLookup(kept => kept.WasSent, kept => kept.Line);
        _waiting.Clear();
        return ([.. all[false]], [.. all[true]]);
    }

    private static Line[] TakeAll(Queue<Kept> queue)
    {
        var all = queue.Select(kept => kept.Line).ToArray();
        queue.Clear();
        return all;
    }
}
