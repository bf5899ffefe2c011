using Akka.Actor;
using LanChat.Protocol;

namespace LanChat.Server.Search;

/// <summary>
/// Delays searches until all writes enqueued before them are done or held in memory.
/// </summary>
/// <param name="searches">The actor that answers searches.</param>
/// <param name="unwritten">The messages held in memory because the store cannot be written.</param>
internal sealed class ReadYourWritesBarrier(IActorRef searches, Func<IReadOnlyList<ChatMessage>> unwritten)
{
    private readonly Queue<(SearchProtocol.Run Search, long Writes)> _waiting = new();
    private long _writesBegun;
    private long _writesDone;

    /// <summary>Counts an enqueued write.</summary>
    public void BeginWrite() => _writesBegun++;

    /// <summary>Counts writes that are done or have failed.</summary>
    public void EndWrites(int count)
    {
        _writesDone += count;
        Release();
    }

    public void Pass(SearchProtocol.Run search)
    {
        _waiting.Enqueue((search, _writesBegun));
        Release();
    }

    private void Release()
    {
        while (_waiting.TryPeek(out var first) && first.Writes <= _writesDone)
            searches.Tell(_waiting.Dequeue().Search with { Unwritten = unwritten() });
    }
}
