using Akka.Actor;
using LanChat.Protocol;

namespace LanChat.Server.Rooms;

/// <summary>What was uploaded is told by the room in the name of whoever uploaded it.</summary>
internal sealed partial class RoomActor
{
    private void Share(RoomProtocol.ShareUploaded shared)
    {
        var uploader = Sender;
        // Who is about to leave can't be told anything any more.
        SpeakThen(() => uploader.Tell(Share(shared, _present.GetValueOrDefault(shared.By))));
    }

    private object Share(RoomProtocol.ShareUploaded shared, Occupant? speaker)
    {
        if (shared.To is null) return ShareWithAll(shared, speaker);
        if (speaker is null) return Refusal.NotEntered;
        if (_room.Find(shared.To) is not { } to) return Refusal.NobodyOfThatName;
        Deliver(_room.TellOf(shared.File, speaker, to), shared.By, to);
        return new RoomProtocol.UploadShared(to.Member.Address.Ip);
    }

    private object ShareWithAll(RoomProtocol.ShareUploaded shared, Occupant? speaker)
    {
        if (_room.ShareUploaded(shared.File, speaker, shared.From) is { } refusal) return refusal;
        SpeakSoon();
        return new RoomProtocol.UploadShared(null);
    }
}
