using System.Collections.Concurrent;
using Akka.Actor;
using LanChat.Protocol;

namespace LanChat.Server.Files;

/// <summary>
/// Issues upload tokens: a token identifies a rich client in its HTTP requests, as long as the
/// client is connected. Thread-safe.
/// </summary>
/// <param name="web">The endpoint for uploads; null: none.</param>
/// <param name="maxSize">Maximum bytes of a file; 0 disables uploads.</param>
internal sealed class UploadTokens(Func<WebEndpoint?> web, long maxSize)
{
    private readonly ConcurrentDictionary<string, Uploader> _owners = new();

    /// <summary>The endpoint for uploads and downloads; null without a web server.</summary>
    public WebEndpoint? Web => web();

    /// <summary>Issues a token to a connection in a room; null if uploads are off.</summary>
    public FileOffer? Issue(IActorRef connection, IActorRef room)
    {
        if (web() is not { } endpoint || maxSize == 0) return null;
        var token = FileLink.NewToken();
        _owners[token] = new Uploader(connection, room);
        return new FileOffer(endpoint, token, maxSize);
    }

    public void Revoke(string token) => _owners.TryRemove(token, out _);

    /// <summary>Who a token was issued to; null if it is not valid.</summary>
    public Uploader? OwnerOf(string token) => _owners.GetValueOrDefault(token);

    /// <summary>A client that may upload.</summary>
    /// <param name="Connection">Its connection.</param>
    /// <param name="Room">The room it is in.</param>
    internal sealed record Uploader(IActorRef Connection, IActorRef Room);
}
