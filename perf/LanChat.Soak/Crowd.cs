using System.Net;

namespace LanChat.Soak;

/// <summary>
/// All clients in the room. The first half stays for the whole run, and the first few of it speak.
/// Of the second half some leave every second, one in three with a reset, and as many join.
/// </summary>
internal sealed class Crowd(IPEndPoint room) : IDisposable
{
    public const int Speakers = 4;

    private readonly List<Visitor> _staying = [];
    private readonly Queue<Visitor> _passing = new();
    private readonly long[] _said = new long[Speakers];
    private int _names;
    private long _messagesOfGone;

    /// <summary>The number of messages sent.</summary>
    public long Said => _said.Sum();

    public int Left { get; private set; }

    public int Present => _staying.Count + _passing.Count;

    /// <summary>The number of messages received by all clients together.</summary>
    public long Deliveries => _messagesOfGone + _staying.Concat(_passing).Sum(visitor => visitor.Heard.Messages);

    /// <summary>The first few errors.</summary>
    public List<string> Flaws { get; } = [];

    public async Task Come(int staying, int passing)
    {
        foreach (var visitor in await Enter(staying)) _staying.Add(visitor);
        foreach (var visitor in await Enter(passing)) _passing.Enqueue(visitor);
    }

    /// <summary>Sends one message; the speakers take turns.</summary>
    public Task Speak()
    {
        var speaker = (int)(Said % Speakers);
        return _staying[speaker].Say(Heard.Line(speaker, _said[speaker]++));
    }

    /// <summary>Lets this many clients leave and as many join.</summary>
    public async Task Change(int count)
    {
        var leaving = Enumerable.Range(0, count).Select(_ => _passing.Dequeue()).ToArray();
        var coming = Enter(count);
        await Task.WhenAll(leaving.Select(visitor => Left++ % 3 == 0 ? visitor.Vanish() : visitor.Leave()));
        foreach (var visitor in leaving) LetGo(visitor);
        foreach (var visitor in await coming) _passing.Enqueue(visitor);
    }

    /// <summary>
    /// Waits until all clients that stayed have received every message, up to a time limit; then
    /// all leave.
    /// </summary>
    public async Task End()
    {
        for (var wait = 0; wait < 150 && _staying.Any(visitor => visitor.Heard.Lines < Said); wait++)
            await Task.Delay(100);
        foreach (var visitor in _staying.Where(visitor => visitor.Heard.Lines != Said))
            Note($"somebody who stayed heard {visitor.Heard.Lines} of {Said} lines");
        var all = _staying.Concat(_passing).ToArray();
        await Task.WhenAll(all.Select(visitor => visitor.Leave()));
        foreach (var visitor in all) LetGo(visitor);
        _staying.Clear();
        _passing.Clear();
    }

    public void Check()
    {
        foreach (var visitor in _staying.Concat(_passing)) Check(visitor);
    }

    public void Dispose()
    {
        foreach (var visitor in _staying.Concat(_passing)) visitor.Dispose();
    }

    private async Task<Visitor[]> Enter(int count) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Visitor.Enter(room, $"v{_names++}")));

    private void LetGo(Visitor visitor)
    {
        Check(visitor);
        _messagesOfGone += visitor.Heard.Messages;
        visitor.Dispose();
    }

    private void Check(Visitor visitor)
    {
        if (visitor.Heard.Flaw is { } flaw) Note(flaw);
        if (visitor.Closed is { } reason) Note($"closed: {reason}");
    }

    private void Note(string flaw)
    {
        if (Flaws.Count < 20 && !Flaws.Contains(flaw)) Flaws.Add(flaw);
    }
}
