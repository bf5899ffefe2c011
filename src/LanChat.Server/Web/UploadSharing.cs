using System.Text;
using Akka.Actor;
using Akka.Hosting;
using LanChat.Protocol;
using LanChat.Server.Connections;
using LanChat.Server.Files;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;
using Microsoft.AspNetCore.Http;

namespace LanChat.Server.Web;

/// <summary>
/// Shares an uploaded file with the room: in the name of the upload token's owner, or without a
/// token in the name of the IP address.
/// </summary>
internal sealed class UploadSharing(
    IRequiredActor<RoomManagerActor> rooms,
    UploadTokens tokens,
    FileStore files,
    AddressLimits addressLimits,
    FileSettings snippets)
{
    private const string Bearer = "Bearer ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public bool HasToken(HttpRequest request) => TokenOf(request) is not null;

    /// <summary>Whether the request has no token or a valid one.</summary>
    public bool IsKnown(HttpRequest request) =>
        TokenOf(request) is not { } token || tokens.OwnerOf(token) is not null;

    /// <summary>Waits for a token of the address's rate limit, which its messages share.</summary>
    public Task AwaitRateLimitAsync(HttpContext http) =>
        Task.Delay(addressLimits.Acquire(http.Connection.Remote().Address));

    /// <summary>Shares the file; returns the refusal if the room refuses.</summary>
    public async Task<Refusal?> ShareAsync(HttpContext http, StoredFile file, string? to)
    {
        var owner = TokenOf(http.Request) is { } token ? tokens.OwnerOf(token) : null;
        var text = await TextOfAsync(file);
        var shared = new ChatFile(file.Id, file.Name, file.Size, text) { Type = file.Type, Link = file.Link };
        var from = PeerAddress.Of(http.Connection.Remote());
        var request = new RoomProtocol.ShareUpload(shared, owner?.Connection ?? ActorRefs.Nobody, from, to);
        var room = owner?.Room ?? await rooms.WhenRegisteredAsync();
        var reply = await room.Ask(request, Patience);
        if (reply is RoomProtocol.UploadShared { Addresses: [_, ..] addresses })
            files.Restrict(file, [from.Ip, .. addresses]);
        return reply as Refusal;
    }

    private static string? TokenOf(HttpRequest request)
    {
        var value = request.Headers.Authorization.ToString();
        return value.StartsWith(Bearer, StringComparison.Ordinal) ? value[Bearer.Length..] : null;
    }

    /// <summary>The content of a small text file, which some older dialects send inline.</summary>
    private async Task<string?> TextOfAsync(StoredFile file)
    {
        if (file.Size > snippets.Size || !file.Type.StartsWith("text/", StringComparison.Ordinal)) return null;
        try
        {
            var encoding = new UTF8Encoding(false, throwOnInvalidBytes: true);
            return await File.ReadAllTextAsync(files.ContentOf(file), encoding);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
