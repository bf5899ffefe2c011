using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Sessions;

/// <summary>What a user can ask of the room, and how each is written.</summary>
internal static class Wishes
{
    /// <param name="wish">What the room is asked.</param>
    /// <param name="reference">What we call it, where <see cref="IsSaidOnce"/>.</param>
    /// <param name="id">By which its answer is known, where the server speaks version 2.</param>
    public static byte[] Write(this ClientMessage wish, string? reference = null, long? id = null) => wish switch
    {
        ClientMessage.Say say => RichRequest.Say(say.Text, reference, id),
        ClientMessage.Tell tell => RichRequest.Tell(tell.To, tell.Text, reference, id),
        ClientMessage.Act act => RichRequest.Act(act.Text, reference, id),
        ClientMessage.Rename rename => RichRequest.Rename(rename.Nickname, id),
        ClientMessage.Ignore => RichRequest.Ignore(id),
        ClientMessage.Away away => RichRequest.Away(away.Text, id),
        ClientMessage.Share share => RichRequest.Share(share.Name, share.Text, share.To, id),
        ClientMessage.List => RichRequest.List(id),
        ClientMessage.Look look => RichRequest.Look(look, id),
        ClientMessage.Search search => RichRequest.Search(search, id),
        _ => throw new ArgumentException($"A room cannot be asked for this: {wish}", nameof(wish)),
    };

    /// <summary>
    /// Whether it can be asked for again and is done once, where the server knows refs.
    /// </summary>
    public static bool IsSaidOnce(this ClientMessage wish) =>
        wish is ClientMessage.Say or ClientMessage.Tell or ClientMessage.Act;
}
