using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>Retries of requests.</summary>
internal static class RequestExtensions
{
    /// <summary>
    /// Whether a server that knows client message ids deduplicates a retry of this request.
    /// </summary>
    public static bool IsDeduplicated(this ClientMessage request) =>
        request is ClientMessage.Say or ClientMessage.Tell or ClientMessage.Act or ClientMessage.MessageRequest;

    /// <summary>
    /// Whether a loss of the request is not worth telling: it only reads, and can be repeated.
    /// </summary>
    public static bool IsRepeatable(this OutgoingRequest request) =>
        request.Message is ClientMessage.ReadHistory or ClientMessage.Search or ClientMessage.ListRooms
            or AccountRequest.ReadPrivate or AccountRequest.ListDevices or AccountRequest.ListRead
            or AccountRequest.Read;
}
