using LanChat.Protocol;

namespace LanChat.Client.Transfers;

/// <summary>The HTTP endpoint where a room accepts uploads and serves downloads.</summary>
/// <param name="Site">The room's HTTP server.</param>
/// <param name="Token">Upload token; valid as long as the connection that received it.</param>
/// <param name="MaxBytes">Maximum size of a file in bytes.</param>
internal sealed record UploadEndpoint(Uri Site, string Token, long MaxBytes)
{
    /// <param name="offer">The room's offer.</param>
    /// <param name="host">The address the room was reached at.</param>
    public static UploadEndpoint Of(FileOffer offer, string host) =>
        new(new Uri(offer.Web.At(host)), offer.Token, offer.Size);
}
