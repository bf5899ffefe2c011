using Akka.Actor;
using LanChat.Protocol;
using LanChat.Server.Names;

namespace LanChat.Server.Rooms;

/// <summary>How what its speaker calls by a name of their own is said once, however often they ask for it.</summary>
internal sealed partial class RoomActor
{
    private readonly KnownRefs _refs;
    private readonly List<(IActorRef Speaker, RoomEvent.Known Known)> _toConfirm = [];

    private static KnownRefs KnownIn(Book book, int most)
    {
        var known = new KnownRefs(most);
        foreach (var (reference, id) in book.Refs) known.Add(reference, id);
        foreach (var reference in book.Words.Select(word => word.Message.Ref).OfType<string>()) known.Add(reference, 0);
        return known;
    }

    private void SayOnce(Occupant speaker, string text, MessageKind kind, string reference)
    {
        if (IsKnown(reference)) return;
        if (_room.Say(speaker, text, kind, reference) is { } refusal)
        {
            Answer(_room.Refuse(refusal));
            return;
        }

        _toConfirm.Add((Sender, Note(reference, _room.LastId)!));
        SpeakSoon();
    }

    /// <summary>Whether this was said already; then it is answered with what it became, once that is kept.</summary>
    private bool IsKnown(string? reference)
    {
        if (reference is null || _refs.IdOf(reference) is not { } id) return false;
        Answer(new RoomEvent.Known(reference, id));
        return true;
    }

    private RoomEvent.Known? Note(string? reference, long id)
    {
        if (reference is null) return null;
        _refs.Add(reference, id);
        return new RoomEvent.Known(reference, id);
    }

    /// <summary>Tells speakers, and nobody else, which of the messages are theirs; right behind the turn that holds them.</summary>
    private void Confirm()
    {
        foreach (var own in _toConfirm.GroupBy(confirmed => confirmed.Speaker)) own.Key.Tell(new Turn([.. own.Select(confirmed => confirmed.Known)]));
        _toConfirm.Clear();
    }
}
