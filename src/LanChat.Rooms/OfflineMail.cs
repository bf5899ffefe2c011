using System.Text;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>How an owner is given the private messages that waited.</summary>
internal static class OfflineMail
{
    /// <summary>
    /// Gives an owner what waits for them: as much at once as may wait to be written, the rest when
    /// they have shown that.
    /// </summary>
    public static void HandOver(RoomState room, Session owner, Moment now)
    {
        var free = room.Rules.MaxRecalledBytes;
        var waiting = room.Registry.Mail.For(owner.Nick, now)
            .TakeWhile((mail, at) => (free -= Encoding.UTF8.GetMaxByteCount(mail.Message.Text.Length)) >= 0 || at == 0)
            .Select(mail => Told(mail, new Member(mail.To, owner.Member.Address)))
            .ToArray();
        if (waiting.Length > 0) room.Outcome.Reply(owner, waiting);
    }

    private static RoomEvent.Told Told(OfflineMessage mail, Member to) =>
        new(mail.Message, to) { Waited = mail.Number };
}
