using Akka.Actor;
using Akka.Hosting;
using LanChat.Discovery;
using LanChat.Server.Discovery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LanChat.Server.Web;

/// <summary>
/// Serves the room directory, including the own room, as JSON for the page.
/// </summary>
internal sealed class RoomsEndpoint(IRequiredActor<RoomDirectoryActor> directory)
{
    /// <summary>A room as JSON.</summary>
    private sealed class Room(ListedRoom room, bool isOwn)
    {
        public string Name => room.Name.Text;

        public string Ip => room.Address.Ip;

        public int Port => room.Address.Port;

        public int? Members => room.Members;

        public string? Page => room.Web?.At(room.Address.Ip);

        public string? Log => room.Log;

        public bool Own => isOwn;
    }

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/rooms", ReplyAsync);

    private async Task ReplyAsync(HttpContext http)
    {
        var actor = await directory.WhenRegisteredAsync();
        var rooms = await actor.Ask<RoomDirectoryActor.Listed>(RoomDirectoryActor.List.Instance, Patience);
        http.Response.Headers.CacheControl = "no-store";
        Room[] own = rooms.Own is { } ours ? [new Room(ours, isOwn: true)] : [];
        var others = rooms.Others.Select(room => new Room(room, isOwn: false));
        await http.Response.WriteAsJsonAsync(own.Concat(others), http.RequestAborted);
    }
}
