using LanChat.Protocol;

namespace LanChat.Client.Transfers;

/// <summary>Where a room takes files, and gives them out.</summary>
/// <param name="Site">Its HTTP server.</param>
/// <param name="Token">Says who uploads; good as long as the connection it came by.</param>
/// <param name="Most">The most bytes of a file.</param>
internal sealed record FileDoor(Uri Site, string Token, long Most)
{
    /// <param name="offer">What the room offers.</param>
    /// <param name="host">The address the room was reached at.</param>
    public static FileDoor Of(FileOffer offer, string host) => new(new Uri(offer.Web.At(host)), offer.Token, offer.Size);
}
