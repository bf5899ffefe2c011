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

/// <summary>Tells the room of what was uploaded, in the name of whoever the request's pass was given to; without one, of the address.</summary>
internal sealed class UploadSharing(IRequiredActor<RoomActor> room, UploadPasses passes, Shelf shelf, Origins origins, FileSettings texts)
{
    private const string Bearer = "Bearer ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public bool HasPass(HttpRequest request) => PassOf(request) is not null;

    /// <summary>Whether the request has no pass, or one that is good.</summary>
    public bool IsKnown(HttpRequest request) => PassOf(request) is not { } pass || passes.HolderOf(pass) is not null;

    /// <summary>Waits until the address may have one more thing told, as everybody there has to who says something.</summary>
    public Task AwaitTurnAsync(HttpContext http) => Task.Delay(origins.Take(http.Connection.Remote().Address));

    /// <summary>Tells the room; the reason when that is not possible.</summary>
    public async Task<Refusal?> ShareAsync(HttpContext http, StoredFile file, string? to)
    {
        var by = PassOf(http.Request) is { } pass ? passes.HolderOf(pass) : null;
        var shared = new ChatFile(file.Id, file.Name, file.Size, await TextOfAsync(file)) { Type = file.Type, Link = file.Link };
        var from = PeerAddress.Of(http.Connection.Remote());
        var answer = await (await room.WhenRegisteredAsync()).Ask(new RoomProtocol.ShareUploaded(shared, by ?? ActorRefs.Nobody, from, to), Patience);
        if (answer is RoomProtocol.UploadShared { Address: { } address }) shelf.Bind(file, [from.Ip, address]);
        return answer as Refusal;
    }

    private static string? PassOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var said && said.StartsWith(Bearer, StringComparison.Ordinal) ? said[Bearer.Length..] : null;

    /// <summary>The content of a small text file, which some older clients are given inside of the message.</summary>
    private async Task<string?> TextOfAsync(StoredFile file)
    {
        if (file.Size > texts.Size || !file.Type.StartsWith("text/", StringComparison.Ordinal)) return null;
        try
        {
            return await File.ReadAllTextAsync(shelf.ContentOf(file), new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
