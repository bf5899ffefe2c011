using System.Buffers;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Sessions;

/// <summary>
/// The lines of one session on their way to the room: those that wait to be sent, then those that were sent and are not answered.
/// A line leaves in one way only: it was answered, it is in doubt, it was declined, or it was never sent.
/// </summary>
/// <param name="most">How many lines are kept, sent or not.</param>
internal sealed class Outbox(int most)
{
    /// <summary>So many bytes go out at once; at least one line does.</summary>
    private const int EnoughForOneWrite = 64 * 1024;

    private readonly Queue<Line> _waiting = new();
    private readonly Queue<Line> _sent = new();

    public bool IsEmpty => _waiting.Count == 0 && _sent.Count == 0;

    public bool HasSent => _sent.Count > 0;

    /// <summary>False when too many lines are kept already.</summary>
    public bool TryKeep(Line line)
    {
        if (_waiting.Count + _sent.Count >= most) return false;
        _waiting.Enqueue(line);
        return true;
    }

    /// <summary>What is to be written next, empty when nothing waits or more would be too much. Lines the server would close for are declined instead.</summary>
    /// <param name="longestLine">The most bytes of a line to the server, without its end.</param>
    /// <param name="pacing">How many may be said now.</param>
    /// <param name="declined">Is told what will not be sent, and why.</param>
    public byte[] TakeForWriting(int longestLine, Pacing pacing, Action<Line, string> declined)
    {
        var bytes = new ArrayBufferWriter<byte>();
        while (bytes.WrittenCount < EnoughForOneWrite && _waiting.Count > 0 && pacing.TryTake())
        {
            var line = _waiting.Dequeue();
            var request = line.Wish.Write();
            if (line.Text.Contains('\0'))
            {
                declined(line, ConnectionTexts.HoldsNul);
            }
            else if (request.Length - 1 > longestLine)
            {
                declined(line, ConnectionTexts.LineTooLong(longestLine));
            }
            else
            {
                bytes.Write(request);
                _sent.Enqueue(line);
            }
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The line this answers: the room keeps the order, so it is the first that was sent, or none.</summary>
    public Line? TakeAnswered(RoomEvent known, PeerAddress me) =>
        _sent.TryPeek(out var line) && line.Wish.IsAnsweredBy(known, me) ? _sent.Dequeue() : null;

    /// <summary>The connection is lost: what was sent and not answered is in doubt.</summary>
    public IReadOnlyList<Line> TakeDoubtful() => TakeAll(_sent);

    public IReadOnlyList<Line> TakeUnsent() => TakeAll(_waiting);

    private static Line[] TakeAll(Queue<Line> queue)
    {
        var all = queue.ToArray();
        queue.Clear();
        return all;
    }
}
