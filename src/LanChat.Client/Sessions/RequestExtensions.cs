using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Sessions;

/// <summary>Encoding of requests.</summary>
internal static class RequestExtensions
{
    /// <param name="request">The request.</param>
    /// <param name="reference">
    /// Client message id, if the server knows them and <see cref="IsDeduplicated"/>.
    /// </param>
    /// <param name="id">Request id, if the server speaks protocol version 2.</param>
    public static byte[] Encode(this ClientMessage request, string? reference = null, long? id = null) => request switch
    {
        ClientMessage.Say say => RichRequest.Say(say.Text, reference, id),
        ClientMessage.Tell tell => RichRequest.Tell(tell.To, tell.Text, reference, id),
        ClientMessage.Act act => RichRequest.Act(act.Text, reference, id),
        ClientMessage.Rename rename => RichRequest.Rename(rename.Nickname, id),
        ClientMessage.Ignore => RichRequest.Ignore(id),
        ClientMessage.Away away => RichRequest.Away(away.Text, id),
        ClientMessage.Share share => RichRequest.Share(share.Name, share.Text, share.To, id),
        ClientMessage.List => RichRequest.List(id),
        ClientMessage.ReadHistory read => RichRequest.ReadHistory(read, id),
        ClientMessage.Search search => RichRequest.Search(search, id),
        _ => throw new ArgumentException($"A room cannot be asked for this: {request}", nameof(request)),
    };

    /// <summary>
    /// Whether a server that knows client message ids deduplicates a retry of this request.
    /// </summary>
    public static bool IsDeduplicated(this ClientMessage request) =>
        request is ClientMessage.Say or ClientMessage.Tell or ClientMessage.Act;
}
