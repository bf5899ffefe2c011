using System.Text;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Delivers offline messages to their recipient.</summary>
internal static class OfflineMail
{
    /// <summary>
    /// Sends an owner their offline messages, as many as fit into the outgoing queue; the client's
    /// delivery receipt triggers the next part.
    /// </summary>
    public static void Deliver(RoomState room, Session owner, Timestamp now)
    {
        var free = room.Rules.MaxCatchUpBytes;
        var waiting = room.Registry.MailFor(owner.Nick, now)
            .TakeWhile((mail, at) => (free -= Encoding.UTF8.GetMaxByteCount(mail.Message.Text.Length)) >= 0 || at == 0)
            .Select(mail => EventOf(mail, new Member(mail.To, owner.Address)))
            .ToArray();
        if (waiting.Length > 0) room.Outcome.Reply(owner, waiting);
    }

    private static RoomEvent.PrivateMessage EventOf(OfflineMessage mail, Member to) =>
        new(mail.Message, to) { Waited = mail.Number, Serial = mail.Number };
}
