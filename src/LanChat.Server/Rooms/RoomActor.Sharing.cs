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
        SpeakThen(() => uploader.Tell((object?)Share(shared, _present.GetValueOrDefault(shared.By)) ?? RoomProtocol.UploadShared.Instance));
    }

    private Refusal? Share(RoomProtocol.ShareUploaded shared, Occupant? speaker)
    {
        if (shared.To is null) return ShareWithAll(shared, speaker);
        if (speaker is null) return Refusal.NotEntered;
        if (_room.Find(shared.To) is not { } to) return Refusal.NobodyOfThatName;
        Deliver(_room.TellOf(shared.File, speaker, to), shared.By, to);
        return null;
    }

    private Refusal? ShareWithAll(RoomProtocol.ShareUploaded shared, Occupant? speaker)
    {
        var refusal = _room.ShareUploaded(shared.File, speaker, shared.From);
        if (refusal is null) SpeakSoon();
        return refusal;
    }
}
