using System.Text;
using Akka.Actor;
using LanChat.Protocol;
using LanChat.Server.Names;

namespace LanChat.Server.Rooms;

/// <summary>How names belong to somebody: their owner takes them over from whoever holds them, and finds what was said to them meanwhile.</summary>
internal sealed partial class RoomActor
{
    private readonly NameBook _names;
    private readonly HashSet<IActorRef> _toHandOver = [];

    /// <summary>The owner of a name comes in: the connection that holds it, dead or not, is told so, and is out.</summary>
    private void TakeOver(Nick nick, string key)
    {
        if (_names.OwnerOf(nick) != key || _room.Find(nick.Text) is not { } holder) return;
        var connection = _connections[holder];
        connection.Tell(new RoomProtocol.Dismissed(Refusal.TakenOver));
        Remove(connection);
    }

    /// <summary>Words to somebody who is not here; the room has spoken before.</summary>
    private void LetWait(Occupant member, ClientMessage.Tell tell, IActorRef speaker)
    {
        if (!Nick.TryRecall(tell.To, out var to) || _names.OwnerOf(to) is null)
        {
            Answer(speaker, _room.Refuse(Refusal.NobodyOfThatName));
            return;
        }

        var word = _room.Tell(member, member, tell.Text).Message with { Ref = tell.Ref };
        if (_names.Words.Keep(to, word) is { } refusal)
        {
            Answer(speaker, _room.Refuse(refusal));
            return;
        }

        var known = Note(tell.Ref, 0);
        RoomEvent answer = _room.AnswerWaiting(to);
        SpeakThen(() => speaker.Tell(new Turn(known is null ? [answer] : [answer, known])));
    }

    /// <summary>Owners are given what waits for them, as much at once as may wait for them here, and the rest when they have shown that.</summary>
    private void HandOver()
    {
        foreach (var owner in _toHandOver) HandOver(owner, _present[owner]);
        _toHandOver.Clear();
    }

    private void HandOver(IActorRef owner, Occupant occupant)
    {
        var most = _mostRecalledBytes;
        var words = _names.Words.For(occupant.Nick)
            .TakeWhile((word, at) => (most -= Encoding.UTF8.GetMaxByteCount(word.Message.Text.Length)) >= 0 || at == 0)
            .Select(word => new RoomEvent.Told(word.Message, new Member(word.To, occupant.Member.Address)) { Waited = word.Number })
            .ToArray();
        if (words.Length > 0) owner.Tell(new Turn(words));
    }

    private void NoteHandedOver(Occupant occupant, ClientMessage.Had had)
    {
        if (!occupant.IsOwner || !_names.Words.HandedOver(occupant.Nick, had.Number)) return;
        _toHandOver.Add(Sender);
        SpeakSoon();
    }
}
