using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Sessions;

/// <summary>What a user can ask of the room: how each is written, and what it is answered with.</summary>
internal static class Wishes
{
    /// <param name="wish">What the room is asked.</param>
    /// <param name="reference">What we call it, where <see cref="IsSaidOnce"/>.</param>
    public static byte[] Write(this ClientMessage wish, string? reference = null) => wish switch
    {
        ClientMessage.Say say => RichRequest.Say(say.Text, reference),
        ClientMessage.Tell tell => RichRequest.Tell(tell.To, tell.Text, reference),
        ClientMessage.Act act => RichRequest.Act(act.Text, reference),
        ClientMessage.Rename rename => RichRequest.Rename(rename.Nickname),
        ClientMessage.Ignore => RichRequest.Ignore(),
        ClientMessage.Away away => RichRequest.Away(away.Text),
        ClientMessage.Share share => RichRequest.Share(share.Name, share.Text, share.To),
        ClientMessage.List => RichRequest.List(),
        ClientMessage.Look look => RichRequest.Look(look),
        ClientMessage.Search search => RichRequest.Search(search),
        _ => throw new ArgumentException($"A room cannot be asked for this: {wish}", nameof(wish)),
    };

    /// <summary>Whether it can be asked for again and is done once, where the server knows refs.</summary>
    public static bool IsSaidOnce(this ClientMessage wish) => wish is ClientMessage.Say or ClientMessage.Tell or ClientMessage.Act;

    /// <summary>
    /// Whether this answers the wish, if it is the oldest that was not answered: the room answers everything, in the order it was asked.
    /// </summary>
    public static bool IsAnsweredBy(this ClientMessage wish, RoomEvent known, PeerAddress me) => (wish, known) switch
    {
        (_, RoomEvent.Refused { Reason.Closes: false }) => true,
        (ClientMessage.Say, RoomEvent.Spoken { Message: { Kind: MessageKind.Said } said }) => said.From == me,
        (ClientMessage.Act, RoomEvent.Spoken { Message: { Kind: MessageKind.Acted } act }) => act.From == me,
        (ClientMessage.Tell, RoomEvent.Told { Message: { File: null } told }) => told.From == me,
        (ClientMessage.Tell, RoomEvent.Waits) => true,
        (ClientMessage.Share { To: null }, RoomEvent.Spoken { Message: { Kind: MessageKind.File } file }) => file.From == me,
        (ClientMessage.Share { To: not null }, RoomEvent.Told { Message: { File: not null } file }) => file.From == me,
        (ClientMessage.Rename, RoomEvent.NameChanged) => true,
        (ClientMessage.Ignore, RoomEvent.IgnoringChanged) => true,
        (ClientMessage.Away, RoomEvent.AwayShown { Members: [var absence] }) => absence.Member.Address == me,
        (ClientMessage.List, RoomEvent.MembersShown) => true,
        (ClientMessage.Look, RoomEvent.PageShown) => true,
        (ClientMessage.Search, RoomEvent.Found) => true,
        _ => false,
    };
}
