using Akka.Actor;
using LanChat.Protocol;

namespace LanChat.Server.Search;

/// <summary>
/// Lets questions about the history through when what was to be kept before them is dealt with.
/// </summary>
/// <param name="lookup">Who answers them.</param>
/// <param name="unsaved">What could not be written and waits.</param>
internal sealed class LookupGate(IActorRef lookup, Func<IReadOnlyList<ChatMessage>> unsaved)
{
    private readonly Queue<(LookupProtocol.Ask Ask, long After)> _waiting = new();
    private long _begun;
    private long _done;

    /// <summary>Something is on its way to be written.</summary>
    public void Begin() => _begun++;

    /// <summary>So much of it arrived, or has to wait.</summary>
    public void End(int count)
    {
        _done += count;
        Open();
    }

    public void Ask(LookupProtocol.Ask ask)
    {
        _waiting.Enqueue((ask, _begun));
        Open();
    }

    private void Open()
    {
        while (_waiting.TryPeek(out var first) && first.After <= _done)
            lookup.Tell(_waiting.Dequeue().Ask with { Unsaved = unsaved() });
    }
}
